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
from handlers.request import listener_of, type_of
from handlers.session import PICKS, Focus, LastPicks
from providers.fan_out import optional
from providers.music import Track
from providers.recommender.service import RecommendationService


def spoken_picks(last_picks: LastPicks | None) -> tuple[tuple[str, str], ...]:
    """Return ranking and key of each pick that was spoken, the last one last."""
    if last_picks is None:
        return ()
    songs = last_picks.songs[: last_picks.place + 1]
    return (*last_picks.former, *((last_picks.record, song) for song in songs))


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
