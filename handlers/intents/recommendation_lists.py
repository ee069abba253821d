"""Recommendations read out: what was picked, why, and what to be honest about."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from msgspec import Meta

from handlers.intents import recommendation_reasons
from handlers.intents.playlist_resolution import PlaylistAction
from handlers.intents.playlists import open_only_one
from handlers.intents.recommendation_reasons import Reasons
from handlers.request import IntentHandler, listener_of
from handlers.responses import lists, phrases
from handlers.responses.lists import DisplayItem
from handlers.responses.messages import Argument, Phrase, Text
from handlers.responses.paging import ListContents, Pager
from handlers.responses.responder import Responder
from handlers.session import Cursor, Id, Place, SessionAttribute, get, set_attribute
from providers.recommender.own_playlists import (
    PlaylistPick,
    PlaylistRecommender,
    Rediscovery,
)
from providers.recommender.ranking.model import Pick
from providers.recommender.service import RecommendationAnswer, RecommendationService


class LastPicks(SessionAttribute, frozen=True, omit_defaults=True):
    """The picks that were said last; `focus` is the one that "this" means."""

    key: ClassVar[str] = "suggested"

    record: Id
    songs: Annotated[tuple[Id, ...], Meta(max_length=6)] = ()
    novelty: Literal["new", "familiar"] | None = None
    focus: Place = 0


@dataclass(frozen=True, slots=True)
class _Handed:
    """Picks on their way to the pager, so that they are not looked up again."""

    picks: tuple[Pick, ...]
    notice: Text = phrases.NOTHING


@dataclass(frozen=True, slots=True)
class ExplainedPick:
    """A pick, and its reason in the listener's language."""

    pick: Pick
    reason: Phrase


class Picks:
    """The picks that were said last, as a list to repeat and to choose from."""

    kind = "picks"

    def __init__(
        self, recommendations: RecommendationService, reasons: Reasons, words: Responder
    ) -> None:
        self._recommendations = recommendations
        self._reasons = reasons
        self._words = words

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - the session knows which
    ) -> ListContents[ExplainedPick]:
        handed = handler_input.attributes_manager.request_attributes.get(self.kind)
        if not isinstance(handed, _Handed):
            handed = _Handed(await self._recalled(handler_input))
        language = self._words.localization_of(handler_input).code
        told = tuple(
            ExplainedPick(pick, self._reasons.first(pick.evidence, language))
            for pick in handed.picks
        )
        about: dict[str, Argument] = {"notice": handed.notice, "count": len(told)}
        if told:
            about["reason"] = told[0].reason
        return ListContents(told, len(told), about=about)

    def said(self, item: ExplainedPick, number: int) -> Text:
        return phrases.track(item.pick.track, number)

    def line(self, item: ExplainedPick, number: int) -> Text:
        track = phrases.track_line(item.pick.track, number)
        return Phrase("pick-line", {"track": track, "reason": item.reason})

    def shown(self, item: ExplainedPick, number: int) -> DisplayItem:
        track = lists.track(item.pick.track, number)
        return track._replace(reason=item.reason)

    def mark(self, item: ExplainedPick) -> str:
        return item.pick.key

    async def choose(
        self,
        handler_input: HandlerInput,
        contents: ListContents[ExplainedPick],
        index: int,
    ) -> Response:
        suggested = get(handler_input, LastPicks)
        if suggested is not None:
            set_attribute(
                handler_input, msgspec.structs.replace(suggested, focus=index)
            )
        told, number = contents.items[index], index + 1
        return self._words.respond(
            handler_input,
            "pick-details",
            number=number,
            track=phrases.track(told.pick.track, number),
            album=phrases.album_of(told.pick.track),
            length=phrases.track_length(told.pick.track),
            reason=told.reason,
        )

    async def _recalled(self, handler_input: HandlerInput) -> tuple[Pick, ...]:
        suggested = get(handler_input, LastPicks)
        if suggested is None:
            return ()
        return await self._recommendations.recalled(
            listener_of(handler_input), suggested.record, suggested.songs
        )

    async def focused(self, handler_input: HandlerInput) -> Pick | None:
        """The pick that "this" means, as far as it is still known."""
        suggested = get(handler_input, LastPicks)
        if suggested is None or suggested.focus >= len(suggested.songs):
            return None
        song = suggested.songs[suggested.focus]
        found = await self._recommendations.recalled(
            listener_of(handler_input), suggested.record, (song,)
        )
        return found[0] if found else None


class Suggesting:
    """Says answers, and remembers what was said."""

    def __init__(self, pager: Pager, words: Responder) -> None:
        self._pager = pager
        self._words = words

    async def say(
        self, handler_input: HandlerInput, answer: RecommendationAnswer, notice: Text
    ) -> Response:
        """`notice` comes before the picks; it ends with a space where it is not empty.

        Without picks: that today's are all said.
        """
        if not answer.picks:
            return self._words.respond(handler_input, "picks-dry")
        songs = tuple(pick.key for pick in answer.picks)
        novelty = answer.novelty
        set_attribute(handler_input, LastPicks(answer.stored.name, songs, novelty))
        attributes = handler_input.attributes_manager.request_attributes
        attributes[Picks.kind] = _Handed(answer.picks, notice)
        return await self._pager.show(handler_input, Picks.kind)


def suggesting_now(handler_input: HandlerInput) -> bool:
    """Whether the list that was read last is one of recommendations."""
    cursor = get(handler_input, Cursor)
    return cursor is not None and cursor.kind == Picks.kind


# FOLDED  "Recommend a playlist", "help me rediscover something": from one's own shelf.


class PlaylistPicks:
    """Playlists to listen to, those that most speaks for first."""

    kind = "playlist-picks"

    def __init__(
        self,
        recommending: PlaylistRecommender,
        reasons: Reasons,
        words: Responder,
        opening: PlaylistAction,
    ) -> None:
        self._recommending = recommending
        self._reasons = reasons
        self._words = words
        self._opening = opening

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - there is one such list only
    ) -> ListContents[PlaylistPick]:
        ranked = await self._recommending.ranked(listener_of(handler_input))
        about: dict[str, Argument] = {}
        if ranked:
            language = self._words.localization_of(handler_input).code
            facts = ranked[0].evidence
            about["reason"] = (
                self._reasons.first(facts, language) if facts else _OF_THE_DAY
            )
        question = open_only_one([pick.playlist for pick in ranked], len(ranked))
        return ListContents(ranked, len(ranked), about=about, question=question)

    def said(self, item: PlaylistPick, number: int) -> Text:
        return phrases.playlist_name(item.playlist, number)

    def line(self, item: PlaylistPick, number: int) -> Text:
        name = phrases.playlist_name(item.playlist, number)
        if item.playlist.size is None:
            return name
        return Phrase("playlist-line", {"name": name, "count": item.playlist.size})

    def shown(self, item: PlaylistPick, number: int) -> DisplayItem:
        return lists.playlist(item.playlist, number)

    def mark(self, item: PlaylistPick) -> str:
        return item.playlist.id

    async def choose(
        self,
        handler_input: HandlerInput,
        contents: ListContents[PlaylistPick],
        index: int,
    ) -> Response:
        playlist = contents.items[index].playlist
        return await self._opening.perform(handler_input, playlist, index + 1)


_OF_THE_DAY = Phrase("reason-of-the-day", {})


class RecommendPlaylist(IntentHandler):
    """ "Recommend a playlist." """

    intents = frozenset(("RecommendPlaylistIntent",))

    def __init__(self, pager: Pager) -> None:
        self._pager = pager

    async def handle(self, handler_input: HandlerInput) -> Response:
        return await self._pager.show(handler_input, PlaylistPicks.kind)


class Rediscover(IntentHandler):
    """ "Something I have not heard for a while." """

    intents = frozenset(("RediscoverIntent",))

    def __init__(
        self, rediscovery: Rediscovery, suggesting: Suggesting, words: Responder
    ) -> None:
        self._rediscovery = rediscovery
        self._suggesting = suggesting
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        answer = await self._rediscovery.answer(listener_of(handler_input))
        if not answer.picks and not answer.exhausted:
            searched = answer.stored.playlists_searched
            return self._words.respond(handler_input, "rediscover-none", count=searched)
        notice = recommendation_reasons.answer_notice(answer, None)
        return await self._suggesting.say(handler_input, answer, notice)
