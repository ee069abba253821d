"""What a playlist holds as a whole: "which artists are on it?", "the longest song?".

About the playlist that is named, else the one that is open or in focus.
"""

from collections import Counter
from collections.abc import Sequence

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.extremes import Extreme
from handlers.lists import PlaylistTracks
from handlers.named_songs import tell_facts
from handlers.playlist_contents import (
    playlist_in_focus,
    read_items,
    respond_not_readable,
)
from handlers.playlist_resolution import SLOT, PlaylistResolver
from handlers.request import IntentHandler, RequestHandler, intent_of, listener_of
from handlers.responses import notices, phrases
from handlers.responses.localization import Argument
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import item_key
from handlers.session import Focus
from providers.errors import Forbidden
from providers.library import Library
from providers.music import Artist, Listing, Playlist, PlaylistItem, Track

ARTISTS = "artists"
"""The purpose of telling which artists are on a playlist."""

_NAMED = 3  # artists that a response names


class PlaylistContent:
    """`PlaylistAction`: tell who is on a playlist, or its longest song.

    `purpose`: `ARTISTS`, or the value of an `Extreme`.
    """

    def __init__(self, purpose: str, library: Library, responder: Responder) -> None:
        self.purpose = purpose
        self._library = library
        self._responder = responder

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        """Respond from the contents, or say that they cannot be read."""
        listener = listener_of(handler_input)
        try:
            listing = await read_items(self._library, listener, playlist)
        except Forbidden as refusal:
            return respond_not_readable(
                self._responder, handler_input, (playlist, number), refusal
            )
        name = phrases.playlist_name(playlist, number)
        tracks = [item.track for item in listing.items]
        if not tracks:
            return self._responder.respond(handler_input, "tracks-none", name=name)
        if self.purpose != ARTISTS:
            return self._extreme(handler_input, playlist, tracks)
        return self._responder.respond(
            handler_input, "playlist-artists", name=name, **_artists(listing)
        )

    def _extreme(
        self, handler_input: HandlerInput, playlist: Playlist, tracks: Sequence[Track]
    ) -> Response:
        """Tell the song, which is in focus then; say where nothing can be compared."""
        index = Extreme(self.purpose).index(tracks)
        if index is None:
            return self._responder.respond(handler_input, "nothing-to-compare")
        track = tracks[index]
        song = item_key(track.id, track.title)
        focus = Focus("track", song, PlaylistTracks.kind, playlist.id)
        session.put(handler_input, focus)
        return tell_facts(handler_input, self._responder, track)


def _artists(listing: Listing[PlaylistItem]) -> dict[str, Argument]:
    """Return who is on a playlist, those with most songs first, and how many more."""
    first = [item.track.artists[0] for item in listing.items if item.track.artists]
    songs = Counter(artist.name for artist in first)
    names = [name for name, _ in songs.most_common()]
    return {
        "items": [phrases.artist_name(Artist(None, name)) for name in names[:_NAMED]],
        "more": max(0, len(names) - _NAMED),
        "songs": songs[names[0]] if names else 0,
        "partial": notices.completeness_notice(listing),
    }


class AskPlaylist(IntentHandler):
    """ "Which artists are on it?", "who is on there most?", "what's the longest one?".

    `compare` answers for other lists than those of one playlist.
    """

    _ARTISTS = "PlaylistArtistsIntent"
    _EXTREME = "PlaylistExtremeIntent"

    intents = frozenset((_ARTISTS, _EXTREME))

    def __init__(self, resolver: PlaylistResolver, compare: RequestHandler) -> None:
        self._resolver = resolver
        self._compare = compare

    async def handle(self, handler_input: HandlerInput) -> Response:
        purpose: str | None = ARTISTS
        default = playlist_in_focus(handler_input)
        if intent_of(handler_input) == self._EXTREME:
            extreme = Extreme.of(handler_input)
            purpose = extreme.value if extreme else None
        is_named = request.slot_text(handler_input, SLOT) is not None
        if purpose is None or not (purpose == ARTISTS or is_named or default):
            compared = self._compare.handle(handler_input)
            assert compared is not None  # noqa: S101 - only the SDK's annotation may
            return await compared
        return await self._resolver.by_slot(handler_input, purpose, default=default)
