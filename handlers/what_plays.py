"""What plays: the song in the player, and the playlist of the listener's it is from.

Who asks about music that this skill started is in a new session, in which nothing was
named: "it" is the playlist that plays, or its song.
"""

from ask_sdk_core.handler_input import HandlerInput
from msgspec.structs import replace

from handlers import session
from handlers.lists import PlayingTrack
from handlers.playlist_contents import playlist_in_focus
from handlers.request import is_own, listener_of
from handlers.session import Cursor, Focus, LastPicks
from providers.fan_out import optional
from providers.library import Library
from providers.music import NOTHING_PLAYS, NowPlaying


def names_nothing(handler_input: HandlerInput) -> bool:
    """Return whether nothing was named in this session."""
    named = (Focus, Cursor, LastPicks)
    return not any(session.get(handler_input, each) for each in named)


async def what_plays(handler_input: HandlerInput, library: Library) -> NowPlaying:
    """Return what plays; its `playlist` is None where the listener does not have it.

    Nothing plays where the service does not tell, and in the demo.
    """
    if not is_own(handler_input):
        return NOTHING_PLAYS
    listener = listener_of(handler_input)
    playing = await optional(library.now_playing(listener), NOTHING_PLAYS)
    if playing.playlist is None:
        return playing
    listing = await optional(library.playlists(listener), None)
    listed = listing.items if listing else ()
    is_listed = any(each.id == playing.playlist for each in listed)
    return playing if is_listed else replace(playing, playlist=None)


async def playlist_meant(handler_input: HandlerInput, library: Library) -> str | None:
    """Return the id of the playlist in focus, else of the one that plays, or None.

    The one that plays is meant where nothing was named but its song.
    """
    if playlist_id := playlist_in_focus(handler_input):
        return playlist_id
    focus = session.get(handler_input, Focus)
    is_playing = focus is not None and focus.list_kind == PlayingTrack.kind
    if not is_playing and not names_nothing(handler_input):
        return None
    playing = await what_plays(handler_input, library)
    return None if focus and not may_be(focus, playing) else playing.playlist


def may_be(focus: Focus, playing: NowPlaying) -> bool:
    """Return whether the song in focus may be what plays, not only what was named."""
    if playing.track is None:
        return playing != NOTHING_PLAYS
    return PlayingTrack.id_of(playing.track) == focus.id
