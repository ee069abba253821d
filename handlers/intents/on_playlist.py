"""What of somebody is on a playlist: "is there any Abba on Road Trip?", "is it on it?".

About the playlist that is named, else the one in focus, else the one that plays. Where
none is known, all playlists are searched.
"""

from collections.abc import Mapping, Sequence
from itertools import product
from zlib import crc32

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.catalogue_search import CatalogueSearch
from handlers.dialog import ask_which_song
from handlers.lists import PlaylistTracks
from handlers.misheard import respond_misheard
from handlers.playlist_contents import (
    read_items,
    respond_not_readable,
    search_for,
    tracks_meant,
)
from handlers.playlist_resolution import SLOT, PlaylistResolver
from handlers.request import IntentHandler, RequestHandler, listener_of
from handlers.responses import notices, phrases
from handlers.responses.localization import Argument
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import item_key
from handlers.session import (
    LONGEST_SONG,
    Focus,
    PendingQuestion,
    SongSearch,
    focus_on_playlist,
)
from handlers.spoken_kinds import inflected, without_quantifier
from handlers.what_plays import playlist_meant
from providers.errors import Forbidden
from providers.fan_out import fan_out
from providers.library import Library
from providers.music import Listing, Playlist, PlaylistItem, Track
from providers.recommender.ranking.recommendation_query import Kind, Mood, Moods
from providers.recommender.ranking.track_identity import artist_key, song_key

_KINDS: tuple[Kind, ...] = ("genre", "mood", "activity")
_GENRE_SECONDS = 1.6  # for the artists whose genres are known

_NAMED = 3  # songs that a response names
_SLOTS = ("song", "performer")


class SongsOnPlaylist:
    """`PlaylistAction`: tell which songs that were asked for are on a playlist.

    What was asked for is the session's `SongSearch`: it outlasts the question which
    playlist is meant.
    """

    purpose = "holds"

    def __init__(self, library: Library, moods: Moods, responder: Responder) -> None:
        self._library = library
        self._moods = moods
        self._responder = responder
        self._catalogue = CatalogueSearch(library, responder)

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        """Name three of the songs; where there is none, offer to search elsewhere."""
        search = session.get(handler_input, SongSearch)
        if search is None:
            return self._responder.respond(handler_input, "which-song")
        listener = listener_of(handler_input)
        try:
            listing = await read_items(self._library, listener, playlist)
        except Forbidden as refusal:
            return respond_not_readable(
                self._responder, handler_input, (playlist, number), refusal
            )
        localization = self._responder.localization_of(handler_input)
        meant = tracks_meant(listing.items, search, localization)
        by_song = {song_key(track): track async for track in meant}
        about: dict[str, Argument] = {
            "name": phrases.playlist_name(playlist, number),
            "partial": notices.completeness_notice(listing),
        }
        wish = None if by_song else self._wish(search.heard, localization.code)
        if wish is not None:
            of_kind = await self._of_kind(handler_input, listing, wish)
            by_song = {song_key(track): track for track in of_kind}
        if by_song:
            tracks = tuple(by_song.values())
            return self._has(handler_input, playlist, tracks, about)
        if wish is not None:
            return self._kind_unknown(handler_input, wish, about)
        return await self._lacks(handler_input, playlist, search.heard, about)

    def _has(
        self,
        handler_input: HandlerInput,
        playlist: Playlist,
        tracks: Sequence[Track],
        about: Mapping[str, Argument],
    ) -> Response:
        """Tell the songs; a single one is in focus then."""
        song = item_key(tracks[0].id, tracks[0].title)
        alone = Focus("track", song, PlaylistTracks.kind, playlist.id)
        several = focus_on_playlist(playlist.id, song)
        session.put(handler_input, alone if len(tracks) == 1 else several)
        return self._responder.respond(
            handler_input, "playlist-has", **about, **_named(tracks)
        )

    def _wish(self, heard: str, language: str) -> tuple[Kind, Mood] | None:
        """Return the genre, the mood or the activity that is named; None for none.

        It is named by the last words, also with another ending: "was ruhiges", "calma".
        """
        words = (
            without_quantifier(heard, language)
            .removesuffix("曲")
            .removesuffix("な")
            .split()
        )
        for start, kind in product(range(len(words)), _KINDS):
            name = " ".join(words[start:])
            for each in inflected(name):
                if entry := self._moods.find(kind, each, language):
                    return kind, entry
        return None

    async def _of_kind(
        self,
        handler_input: HandlerInput,
        listing: Listing[PlaylistItem],
        wish: tuple[Kind, Mood],
    ) -> list[Track]:
        """Return the songs that meet the wish, as far as their artists are known.

        A playlist names no genres: they are those of the listener's favourites.
        """
        listener = listener_of(handler_input)
        calls = {
            "top": self._library.top_artists(listener, "months"),
            "followed": self._library.followed_artists(listener),
        }
        outcome = await fan_out(calls, listener.deadline, seconds=_GENRE_SECONDS)
        genres = {
            artist_key(artist.name): artist.genres
            for artists in outcome.results.values()
            for artist in artists.items
        }
        facet = wish[1].facet("asked_genre")
        found = []
        for item in listing.items:
            keys = [artist_key(artist.name) for artist in item.track.artists]
            known = {genre.casefold() for k in keys[:1] for genre in genres.get(k, ())}
            if facet.met(keys, known, item.track.title.casefold()):
                found.append(item.track)
        return found

    def _kind_unknown(
        self,
        handler_input: HandlerInput,
        wish: tuple[Kind, Mood],
        about: Mapping[str, Argument],
    ) -> Response:
        """Tell that no song is known to be of that kind: many genres are not known."""
        kind, entry = wish
        language = self._responder.localization_of(handler_input).code
        name = self._moods.name(kind, entry.id, language)
        return self._responder.respond(
            handler_input, "playlist-genre-unknown", genre=name, **about
        )

    async def _lacks(
        self,
        handler_input: HandlerInput,
        playlist: Playlist,
        heard: str,
        about: Mapping[str, Argument],
    ) -> Response:
        """Tell that the playlist has no such song; offer to search the others."""
        if await self._catalogue.is_misheard(handler_input, heard):
            session.delete(handler_input, SongSearch)
            return respond_misheard(self._responder, handler_input)
        ids = (
            playlist.id,
            str(crc32(heard.encode())),
        )  # another song, another question
        asks = session.ask(handler_input, PendingQuestion("confirm", "search", ids))
        key = "playlist-lacks" if asks else "question-dropped"
        return self._responder.respond(handler_input, key, heard=heard, **about)


def _named(tracks: Sequence[Track]) -> dict[str, Argument]:
    """Return the first songs and how many more there are, two or none.

    Songs of one artist are told without the artist, who was asked for.
    """
    count = len(tracks) if len(tracks) <= _NAMED + 1 else _NAMED
    artists = {track.artists[:1] for track in tracks}
    is_one = len(tracks) > 1 and len(artists) == 1
    text = phrases.track_title if is_one else phrases.track_in_list
    texts = [text(track, number) for number, track in enumerate(tracks[:count], 1)]
    return {"items": texts, "more": len(tracks) - count}


class OnPlaylist(IntentHandler):
    """ "Is there any Abba on Road Trip?", "is Dreams on it?".

    `search` looks through all playlists for the session's `SongSearch`.
    """

    intents = frozenset(("OnPlaylistIntent",))

    def __init__(
        self,
        resolver: PlaylistResolver,
        library: Library,
        pager: Pager,
        search: RequestHandler,
        responder: Responder,
    ) -> None:
        self._library = library
        self._resolver = resolver
        self._pager = pager
        self._search = search
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        texts = request.slot_texts(handler_input, _SLOTS)
        heard = next(iter(texts.values()), None)
        search = None if heard is None else SongSearch(heard[:LONGEST_SONG])
        if search is None and (track := await self._pager.find_track(handler_input)):
            search = search_for(track)
        if search is None:
            return ask_which_song(handler_input, self._responder)
        session.put(handler_input, search)
        is_named = request.slot_text(handler_input, SLOT) is not None
        default = None
        if not is_named:
            default = await playlist_meant(handler_input, self._library)
        if not is_named and default is None:
            response = self._search.handle(handler_input)
            assert response is not None  # noqa: S101 - only the SDK's annotation may
            return await response
        return await self._resolver.by_slot(
            handler_input, SongsOnPlaylist.purpose, default=default
        )
