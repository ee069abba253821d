"""Contents of a playlist: read them, or say that the service does not give them.

The service gives the contents of own and of collaborative playlists only. A playlist of
somebody else can be listed, named and handed to Alexa's own music skill, not read.
https://developer.spotify.com/documentation/web-api/reference/get-playlists-items
"""

import asyncio
from collections.abc import AsyncIterator, Sequence

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.request import listener_of
from handlers.responses import phrases
from handlers.responses.localization import Localization
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.session import LONGEST_SONG, Cursor, Focus, SongSearch
from providers.errors import Forbidden, NotFound
from providers.library import Library
from providers.listener import Listener
from providers.music import Listing, Playlist, PlaylistItem, Track
from providers.name_matching.normalization import normal_form
from providers.name_matching.similarity import SURE, similarities

_OF_ONE_PLAYLIST = ("tracks", "news")  # kinds of the lists of one playlist

_AT_ONCE = 100  # tracks that are compared before other requests get their turn


async def read_items(
    library: Library, listener: Listener, playlist: Playlist
) -> Listing[PlaylistItem]:
    """Return the contents of a listed playlist.

    Raise `Forbidden` where the service does not give them. For the playlists that it
    makes itself (editorial and algorithmic ones) the service answers "not found".
    https://developer.spotify.com/blog/2024-11-27-changes-to-the-web-api
    """
    try:
        return await library.playlist_items(listener, playlist)
    except NotFound:
        if playlist.mine:
            raise
        raise Forbidden from None


def respond_not_readable(
    responder: Responder,
    handler_input: HandlerInput,
    playlist_and_number: tuple[Playlist, int],
    refusal: Forbidden,
) -> Response:
    """Return the message that the playlist cannot be read, and why as far as known.

    The service gives one's own and one's collaborative playlists only. The list that
    was read before is forgotten, so that "next" does not go on in it, and the turn's
    record tells the reason.
    """
    session.delete(handler_input, Cursor)
    listener_of(handler_input).turn.conclude("apologised", refusal.reason)
    playlist, number = playlist_and_number
    return responder.respond(
        handler_input,
        "playlist-theirs",
        name=phrases.playlist_name(playlist, number),
        owner=phrases.owner(playlist),
        maker=phrases.Maker.of(playlist),
    )


def playlist_in_focus(handler_input: HandlerInput) -> str | None:
    """Return the id of the playlist in focus, or of the focused song; None for none."""
    focus = session.get(handler_input, Focus)
    if focus is None:
        return None
    if focus.kind == "playlist":
        return focus.id
    return focus.parent_id if focus.list_kind in _OF_ONE_PLAYLIST else None


async def tracks_meant(
    items: Sequence[PlaylistItem], search: SongSearch, localization: Localization
) -> AsyncIterator[Track]:
    """Yield the tracks that were heard: a title, with or without its artists.

    Or an artist of them: "have I got any Fleetwood Mac". A track may come twice. Of a
    song that was in focus, only those by its artist: others may have the same title.
    """
    spoken = normal_form(search.heard, localization.code)
    if search.artist is not None:
        items = [item for item in items if _is_by(item.track, search.artist)]
    for start in range(0, len(items), _AT_ONCE):
        await asyncio.sleep(0)  # other requests get their turn
        names: list[str] = []
        tracks: list[Track] = []
        for item in items[start : start + _AT_ONCE]:
            title, artists = bounded(item.track.title), item.track.artists
            credited = {artists[:1], artists} - {()}
            names += [title, *(bounded(artist.name) for artist in artists)]
            names.extend(
                localization.display(phrases.title_with_artists(title, each))
                for each in credited
            )
            tracks.extend([item.track] * (1 + len(artists) + len(credited)))
        forms = [normal_form(name, localization.code) for name in names]
        for track, score in zip(tracks, similarities(spoken, forms), strict=True):
            if score >= SURE:
                yield track


def search_for(track: Track) -> SongSearch:
    """Return the search for a song that was in focus."""
    artist = bounded(track.artists[0].name)[:LONGEST_SONG] if track.artists else None
    return SongSearch(bounded(track.title)[:LONGEST_SONG], artist=artist)


def _is_by(track: Track, artist: str) -> bool:
    return any(bounded(each.name)[:LONGEST_SONG] == artist for each in track.artists)
