"""Library editor: saves songs, adds to playlists and makes them, and nothing twice."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar

from providers.cached_library import CachedLibrary
from providers.errors import Forbidden, PlaylistFull, Unconfirmed
from providers.library import Library, LibraryWriter
from providers.library_changes import LibraryChanges
from providers.listener import Listener
from providers.music import Playlist, Track, with_ownership
from providers.recommender.ranking.track_identity import song_key

T = TypeVar("T")

# https://support.spotify.com/article/playlist-limits/ and
# https://github.com/spotify/web-api/issues/1179, where a full one answers 500.
MOST_ITEMS = 11_000
"""How many items a playlist takes."""


class DayPlaylist(NamedTuple):
    """A playlist that was found by its name, or `made` just now."""

    playlist: Playlist
    made: bool


class LibraryEditor:
    """Change a listener's library at the music service, and let the cache know.

    - `library`: reads through the cache, which learns of each change.
    - `writer`: makes the changes.
    - `source`: reads past the cache, before something is made that must not be twice.

    Every method raises the `ProviderError`s of these three. After `Unconfirmed` the
    lists are read anew, so that the next saying finds what was made after all.
    """

    def __init__(
        self,
        library: CachedLibrary,
        writer: LibraryWriter,
        source: Library,
        now: Callable[[], datetime],
    ) -> None:
        self._library = library
        self._writer = writer
        self._source = source
        self._now = now

    async def save(self, listener: Listener, track_id: str) -> bool:
        """Save a track; return False, without a change, where it is saved already."""
        if await self._is_saved(listener, track_id):
            return False
        await self._make(
            listener,
            self._writer.save(listener, track_id),
            lambda changes, _: changes.with_saved(track_id, saved=True),
        )
        return True

    async def remove_saved(self, listener: Listener, track_id: str) -> bool:
        """Take a track off the saved ones; return False where it is not saved."""
        if not await self._is_saved(listener, track_id):
            return False
        await self._make(
            listener,
            self._writer.remove_saved(listener, track_id),
            lambda changes, _: changes.with_saved(track_id, saved=False),
        )
        return True

    async def _is_saved(self, listener: Listener, track_id: str) -> bool:
        await self._library.account(listener)  # whose library it is
        known = (await self._changes(listener)).saved.get(track_id)
        if known is not None:
            return known
        return track_id in await self._library.saved_among(listener, [track_id])

    async def add(
        self, listener: Listener, playlist: Playlist, tracks: Sequence[Track]
    ) -> Sequence[Track]:
        """Add tracks at the end of a playlist; return those that it did not have.

        A song under another track id counts as the same. Of a playlist with more than
        500 items only as many are known. Raises `Forbidden` for somebody else's
        playlist and `PlaylistFull`.
        """
        if not playlist.readable:
            raise Forbidden
        await self._library.account(listener)
        new = await self._missing(listener, playlist, tracks)
        ids = [track.id for track in new if track.id]
        if not ids:
            return ()
        if (playlist.size or 0) + len(ids) > MOST_ITEMS:
            raise PlaylistFull
        await self._make(
            listener,
            self._writer.add_tracks(listener, playlist.id, ids),
            lambda changes, _: changes.with_added(playlist.id, ids),
        )
        return new

    async def _missing(
        self, listener: Listener, playlist: Playlist, tracks: Sequence[Track]
    ) -> list[Track]:
        """Return those tracks, each song once, that the playlist does not have."""
        present = set((await self._changes(listener)).added.get(playlist.id, ()))
        songs: set[str] = set()
        if not present.issuperset(track.id for track in tracks):
            items = await self._library.playlist_items(listener, playlist)
            present |= {item.track.id for item in items.items if item.track.id}
            songs = {song_key(item.track) for item in items.items}
        new: dict[str, Track] = {}
        for track in tracks:
            if track.id not in present and song_key(track) not in songs:
                new.setdefault(song_key(track), track)
        return list(new.values())

    async def own_playlist(
        self, listener: Listener, name: str, description: str
    ) -> DayPlaylist:
        """Return the listener's own playlist of that name; make it if there is none.

        The service is asked once more before one is made, because the last attempt may
        have made it without an answer.
        """
        account = await self._library.account(listener)
        listing = await self._library.playlists(listener)
        found = _own(listing.items, name)
        if found is None and (
            made_id := (await self._changes(listener)).made.get(name)
        ):
            found = Playlist(made_id, name, mine=True)
        if found is None:
            newest = await self._source.first_page_of_playlists(listener)
            found = _own(with_ownership(newest, account).items, name)
        if found is not None:
            return DayPlaylist(found, made=False)
        made = await self._make(
            listener,
            self._writer.create_playlist(listener, name, description),
            lambda changes, playlist: changes.with_made(name, playlist.id),
        )
        return DayPlaylist(made, made=True)

    async def _changes(self, listener: Listener) -> LibraryChanges:
        return (await self._library.changes(listener)).recent(self._now())

    async def _make(
        self,
        listener: Listener,
        change: Awaitable[T],
        noted: Callable[[LibraryChanges, T], LibraryChanges],
    ) -> T:
        """Await a change and note it; where nobody knows, only that there was one."""
        try:
            result = await change
        except Unconfirmed:
            changes = await self._changes(listener)
            await self._library.note_changes(listener, changes.at(self._now()))
            raise
        changes = noted(await self._changes(listener), result)
        await self._library.note_changes(listener, changes.at(self._now()))
        return result


def _own(playlists: Sequence[Playlist], name: str) -> Playlist | None:
    """Return the first playlist of the listener's own with exactly this name."""
    return next((p for p in playlists if p.mine and p.name == name), None)
