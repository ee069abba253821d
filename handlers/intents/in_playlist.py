"""What a playlist holds: "which artists are on it?", "the longest song?", "the first?".

About the playlist that is named, else the one that is open or in focus, else the one
that plays.
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
from handlers.responses.localization import Argument, Phrase
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import item_key
from handlers.session import Focus, LastAnswer
from handlers.what_plays import playlist_meant
from providers.errors import Forbidden
from providers.library import Library
from providers.music import Artist, Listing, Playlist, PlaylistItem, Track

ARTISTS = "artists"
"""The purpose of telling which artists are on a playlist."""

PLACES = (*range(1, 11), -1)
"""The places that the slot type knows; -1 is the last one."""

_NAMED = 3  # artists that a response names


def place_purpose(place: int) -> str:
    """Return the purpose of telling which song stands at a place of a playlist."""
    return f"place {place}"


_PLACE_OF = {place_purpose(place): place for place in PLACES}


class PlaylistContent:
    """`PlaylistAction`: tell who is on a playlist, its longest song, or its first.

    `purpose`: `ARTISTS`, the value of an `Extreme`, or a `place_purpose`.
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
        if place := _PLACE_OF.get(self.purpose):
            index = place - 1 if place > 0 else len(tracks) - 1
            if index < len(tracks):
                return self._song(handler_input, playlist, tracks[index])
            songs = Phrase("song-count", {"count": len(tracks)})
            return self._responder.respond(
                handler_input, "playlist-shorter", name=name, songs=songs
            )
        if self.purpose != ARTISTS:
            return self._extreme(handler_input, playlist, tracks)
        return self._responder.respond(
            handler_input, "playlist-artists", name=name, **_artists(listing)
        )

    def _extreme(
        self, handler_input: HandlerInput, playlist: Playlist, tracks: Sequence[Track]
    ) -> Response:
        """Tell the song; say where nothing can be compared."""
        index = Extreme(self.purpose).index(tracks)
        if index is None:
            return self._responder.respond(handler_input, "nothing-to-compare")
        return self._song(handler_input, playlist, tracks[index])

    def _song(
        self, handler_input: HandlerInput, playlist: Playlist, track: Track
    ) -> Response:
        """Tell the song, which is in focus then."""
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

    "What's the first song on Road Trip?", too, and then "and the last one?". `compare`
    answers for other lists than those of one playlist.
    """

    _ARTISTS = "PlaylistArtistsIntent"
    _EXTREME = "PlaylistExtremeIntent"

    _SELECT = "SelectIntent"

    intents = frozenset((_ARTISTS, _EXTREME, _SELECT))

    def __init__(
        self, resolver: PlaylistResolver, library: Library, compare: RequestHandler
    ) -> None:
        self._resolver = resolver
        self._library = library
        self._compare = compare

    def can_handle(self, handler_input: HandlerInput) -> bool:
        if not super().can_handle(handler_input):
            return False
        if intent_of(handler_input) != self._SELECT:
            return True
        last = session.get(handler_input, LastAnswer)
        follows = last == LastAnswer("intent", self._EXTREME)
        is_place = request.chosen_number(handler_input)[0] in PLACES
        on_one = playlist_in_focus(handler_input) is not None
        return follows and is_place and on_one

    async def handle(self, handler_input: HandlerInput) -> Response:
        if intent_of(handler_input) == self._SELECT:
            request.reinterpret(handler_input, self._EXTREME, None)
        purpose: str | None = ARTISTS
        is_named = request.slot_text(handler_input, SLOT) is not None
        default = None
        if not is_named:
            default = await playlist_meant(handler_input, self._library)
        if intent_of(handler_input) == self._EXTREME:
            extreme = Extreme.of(handler_input)
            purpose = extreme.value if extreme else None
            place, _ = request.chosen_number(handler_input)
            if place is not None and place in PLACES and extreme is None:
                purpose = place_purpose(place)
        if purpose is None or not (purpose == ARTISTS or is_named or default):
            compared = self._compare.handle(handler_input)
            assert compared is not None  # noqa: S101 - only the SDK's annotation may
            return await compared
        return await self._resolver.by_slot(handler_input, purpose, default=default)
