"""Spoken picks: what this conversation recommended aloud, the first song first.

A conversation goes on where the session before ended a short while ago: a song that is
started ends the session, and "why this one?" comes when it is heard.
"""

from collections.abc import Callable
from typing import Any

from ask_sdk_core.dispatch_components import AbstractResponseInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.request import has_screen, is_own, listener_of, type_of
from handlers.session import (
    PICKS,
    Cursor,
    Focus,
    LastAnswer,
    LastPicks,
)
from providers.fan_out import optional
from providers.music import Track
from providers.recommender.ranking.domain_types import Pick, impersonal
from providers.recommender.service import RecommendationService

SPOKEN_PICKS = "picks-so-far"
"""The kind of the list of them."""

CHANGES_OF_A_SONG = frozenset(
    ("SaveSongIntent", "UnsaveSongIntent", "AddToPlaylistIntent")
)
"""Intents that change the library, and whose answers name the song in focus."""

_TELL_OF_THE_FOCUS = frozenset(
    (
        *("WhyIntent", "PlaylistOwnerIntent", "PlaylistLengthIntent"),
        *("NowPlayingIntent", "WhichPlaylistIntent", "WhichPlaylistHasItIntent"),
        *("SaveSongIntent", "UnsaveSongIntent", "AddToPlaylistIntent"),
        *("ChooseIntent", "SongFactsIntent", "CompareIntent", "IsSavedIntent"),
    )
)
"""The intents whose answers, other than pages and items, name what is in focus."""


def speaks_of_songs(handler_input: HandlerInput) -> bool:
    """Return whether "the song before" is one of the list that was read.

    Also where a recommendation was saved or told of after it was read.
    """
    cursor = session.get(handler_input, Cursor)
    last = session.get(handler_input, LastAnswer)
    name = last.name if last else ""
    is_of_song = name in CHANGES_OF_A_SONG or name == "SongFactsIntent"
    is_pick = cursor is not None and cursor.kind == PICKS
    return session.speaks_of_list(handler_input) or (is_pick and is_of_song)


def told_of_something_else(handler_input: HandlerInput) -> bool:
    """Return whether the last response named something that is not in focus."""
    last = session.get(handler_input, LastAnswer)
    if last is None or last.kind != "intent":
        return False
    return last.name not in _TELL_OF_THE_FOCUS


def spoken_picks(last_picks: LastPicks | None) -> tuple[tuple[str, str], ...]:
    """Return ranking and key of each pick that was spoken, the last one last."""
    if last_picks is None:
        return ()
    songs = last_picks.songs[: last_picks.place + 1]
    return (*last_picks.former, *((last_picks.record, song) for song in songs))


def told_to(handler_input: HandlerInput, picks: tuple[Pick, ...]) -> tuple[Pick, ...]:
    """Return the picks with what can be told: in the demo nothing of the listener."""
    return picks if is_own(handler_input) else tuple([impersonal(p) for p in picks])


def as_heard(
    handler_input: HandlerInput, cursor: Cursor, number: int, *, on_page: bool
) -> tuple[Cursor, int, bool]:
    """Return where a number counts, as `Pager.find_numbered` takes it.

    Recommendations are said one by one, so there the second is the second that was
    heard; one that was not said has no number. A screen shows all of the last answer:
    there these are counted, unless more were heard and the one shown was not.
    """
    last = session.get(handler_input, LastPicks)
    if cursor.kind != PICKS or last is None:
        return cursor, number, on_page
    heard = len(spoken_picks(last))
    if has_screen(handler_input) and not last.place + 1 < number <= heard:
        return cursor, number, on_page
    place = heard if number < 0 else number
    earlier = len(last.former)
    if earlier < place <= heard:
        return cursor, place - earlier, False
    return Cursor(SPOKEN_PICKS), place, False


async def spoken_songs(
    handler_input: HandlerInput, recommendations: RecommendationService
) -> tuple[Track, ...]:
    """Return the songs that were recommended aloud and not disliked."""
    await resume(handler_input, recommendations)
    spoken = spoken_picks(session.get(handler_input, LastPicks))
    picks = await recommendations.accepted(listener_of(handler_input), spoken)
    return tuple(pick.track for pick in picks)


async def resume(
    handler_input: HandlerInput, recommendations: RecommendationService
) -> None:
    """Take up what the session before recommended, where this one has nothing yet.

    "This" then means the last one, unless something was named since.
    """
    if session.get(handler_input, LastPicks) is not None:
        return
    *former, last = await recommendations.parted(listener_of(handler_input)) or (None,)
    if last is None:
        return
    record, song = last
    session.put(handler_input, LastPicks(record, (song,), former=tuple(former)))
    if session.get(handler_input, Focus) is None:
        session.put(handler_input, Focus("pick", song, PICKS))


class KeepSpokenPicks(AbstractResponseInterceptor):
    """Response interceptor: store what was recommended when the session ends."""

    def __init__(self, recommendations: RecommendationService) -> None:
        self._recommendations = recommendations

    async def _keep(
        self, handler_input: HandlerInput, response: Response | None
    ) -> None:
        is_over = type_of(handler_input) == "SessionEndedRequest"
        is_over = is_over or bool(response and response.should_end_session)
        last = session.get(handler_input, LastPicks) if is_over else None
        if last is None or listener_of(handler_input).token is None:
            return
        spoken = _as_left(spoken_picks(last), session.get(handler_input, Focus))
        part = self._recommendations.part(listener_of(handler_input), spoken)
        await optional(part, None)

    # The SDK annotates it as synchronous; our dispatcher awaits it.
    process: Callable[..., Any] = _keep


def _as_left(
    spoken: tuple[tuple[str, str], ...], focus: Focus | None
) -> tuple[tuple[str, str], ...]:
    """Return the spoken picks, with the one in focus last."""
    in_focus = [pick for pick in spoken if focus and focus.id == pick[1]]
    others = [pick for pick in spoken if pick not in in_focus]
    return (*others, *in_focus)
