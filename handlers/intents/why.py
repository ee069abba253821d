"""Why: "why this?" of what was recommended, and of something new.

A recommendation has its evidence; something new has the place where it came from.
"""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.lists import Picks, PlaylistPicks
from handlers.playlist_resolution import question_to_open
from handlers.request import IntentHandler
from handlers.responses import phrases
from handlers.responses.cards import subject_extras
from handlers.responses.closings import question_of_pick
from handlers.responses.localization import Argument, Phrase
from handlers.responses.paging import Pager
from handlers.responses.recommendation_reasons import Reasons
from handlers.responses.responder import Responder, wording_seed
from handlers.responses.short_reasons import is_more_than_a_breath
from handlers.responses.spoken_list import FoundItem
from handlers.session import (
    OFFER_RECOMMENDATION,
    Cursor,
    Focus,
    LastPicks,
    focus_on_playlist,
)
from handlers.spoken_picks import resume
from providers.recommender.ranking.domain_types import Pick
from providers.recommender.ranking.history import named_track
from providers.recommender.service import RecommendationService

_UNHEARD = Phrase("reason-unheard", {})


class Why(IntentHandler):
    """ "Why this?": say every piece of evidence for the pick in focus."""

    intents = frozenset(("WhyIntent",))

    def __init__(
        self,
        recommendations: RecommendationService,
        picks: Picks,
        reasons: Reasons,
        pager: Pager,
        responder: Responder,
    ) -> None:
        self._recommendations = recommendations
        self._pager = pager
        self._picks = picks
        self._reasons = reasons
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        if session.get(handler_input, Cursor) is None:
            await resume(handler_input, self._recommendations)
        pick = await self._picks.focused(handler_input)
        if pick is None and (track := await self._pager.find_track(handler_input)):
            # "What's playing?" may have named it since.
            pick = await self._picks.of_song(handler_input, named_track(track).key)
        if pick is None:
            return self._not_recommended(handler_input)
        arguments: dict[str, Argument] = {
            "track": phrases.track_text(pick.track, 1),
            "reasons": self._reasons_of(handler_input, pick),
            "asks": question_of_pick(handler_input),
        }
        extras = subject_extras(handler_input, pick.track)
        return self._responder.respond_with(handler_input, "why", arguments, extras)

    def _reasons_of(self, handler_input: HandlerInput, pick: Pick) -> list[Phrase]:
        """Return the strongest reasons; one where two are more than a breath."""
        localization = self._responder.localization_of(handler_input)
        reasons = _with_news(
            handler_input, pick, self._reasons.all(pick.evidence, localization.code)
        )
        asks = question_of_pick(handler_input)
        about: dict[str, Argument] = {"reasons": reasons, "asks": asks}
        seed = wording_seed(handler_input)
        (text,) = localization.texts("why", about, ("speech",), aloud=False, seed=seed)
        is_long = is_more_than_a_breath(text, localization.code)
        return reasons[:1] if is_long else reasons

    def _not_recommended(self, handler_input: HandlerInput) -> Response:
        """Say that what was told last was no recommendation, or that nothing was."""
        attributes = (Cursor, Focus, LastPicks)
        if any(session.get(handler_input, each) for each in attributes):
            session.ask(handler_input, OFFER_RECOMMENDATION)
            return self._responder.respond(handler_input, "why-other")
        return self._responder.respond(handler_input, "why-nothing")


def _with_news(
    handler_input: HandlerInput, pick: Pick, reasons: list[Phrase]
) -> list[Phrase]:
    """Return the reasons with that a song is new to the listener.

    Where something new was asked for, and where there is no reason but the one that was
    told with the song.
    """
    last = session.get(handler_input, LastPicks)
    if pick.familiarity != "discovery":
        return reasons
    is_asked = last is not None and last.novelty == "new"
    return [_UNHEARD, reasons[0]] if is_asked or len(reasons) == 1 else reasons


class WhyNew(IntentHandler):
    """ "Why this?" of something new, an item of the list `kind`: where it came from."""

    intents = frozenset(("WhyIntent",))

    def __init__(self, kind: str, pager: Pager, responder: Responder) -> None:
        self._kind = kind
        self._pager = pager
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        focus = session.get(handler_input, Focus)
        is_new = focus is not None and focus.list_kind == self._kind
        return super().can_handle(handler_input) and is_new

    async def handle(self, handler_input: HandlerInput) -> Response:
        response = await self._pager.choose_focus(handler_input)
        return response or self._responder.respond(handler_input, "touch-gone")


class WhyPlaylist(IntentHandler):
    """ "Why that one?" after playlists were recommended: of the first one, and open it?

    Only the first one was given a reason. It is in focus then: "open it", "play it".
    """

    intents = frozenset(("WhyIntent",))

    def __init__(self, pager: Pager, responder: Responder) -> None:
        self._pager = pager
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        cursor = session.get(handler_input, Cursor)
        is_read = cursor is not None and cursor.kind == PlaylistPicks.kind
        is_one = session.get(handler_input, Focus) is not None
        return super().can_handle(handler_input) and is_read and not is_one

    async def handle(self, handler_input: HandlerInput) -> Response:
        cursor = session.get(handler_input, Cursor)
        of = cursor.parent_id if cursor else None
        first = Cursor(PlaylistPicks.kind, parent_id=of)
        found = await self._pager.find_numbered(handler_input, first, 1, on_page=False)
        if not isinstance(found, FoundItem):
            return found
        playlist = found.contents.items[found.index].playlist
        if question := question_to_open([playlist], 1):
            session.ask(handler_input, question)
        session.put(handler_input, focus_on_playlist(playlist.id))
        return self._responder.respond(
            handler_input,
            "why-playlist",
            playlist=phrases.playlist_name(playlist, 1),
            reason=found.contents.about["reason"],
        )
