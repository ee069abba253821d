""" "Recommend a playlist", "help me rediscover something": from one's own shelf."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import notices, phrases, shown
from handlers.base import IntentHandler, listener_of
from handlers.choosing import PlaylistAct
from handlers.language import Argument, Phrase, Text
from handlers.opening import open_only_one
from handlers.paging import Contents, Pager
from handlers.reasons import Reasons
from handlers.shown import Shown
from handlers.speech import Words
from handlers.suggesting import Suggesting
from providers.recommender.own_playlists import (
    PlaylistPick,
    PlaylistRecommending,
    Rediscovery,
)


class PlaylistPicks:
    """Playlists to listen to, those that most speaks for first."""

    kind = "playlist-picks"

    def __init__(
        self,
        recommending: PlaylistRecommending,
        reasons: Reasons,
        words: Words,
        opening: PlaylistAct,
    ) -> None:
        self._recommending = recommending
        self._reasons = reasons
        self._words = words
        self._opening = opening

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - there is one such list only
    ) -> Contents[PlaylistPick]:
        ranked = await self._recommending.ranked(listener_of(handler_input))
        about: dict[str, Argument] = {}
        if ranked:
            language = self._words.language_of(handler_input).code
            facts = ranked[0].evidence
            about["reason"] = (
                self._reasons.first(facts, language) if facts else _OF_THE_DAY
            )
        question = open_only_one([pick.playlist for pick in ranked], len(ranked))
        return Contents(ranked, len(ranked), about=about, question=question)

    def said(self, item: PlaylistPick, number: int) -> Text:
        return phrases.playlist_name(item.playlist, number)

    def line(self, item: PlaylistPick, number: int) -> Text:
        name = phrases.playlist_name(item.playlist, number)
        if item.playlist.size is None:
            return name
        return Phrase("playlist-line", {"name": name, "count": item.playlist.size})

    def shown(self, item: PlaylistPick, number: int) -> Shown:
        return shown.playlist(item.playlist, number)

    def mark(self, item: PlaylistPick) -> str:
        return item.playlist.id

    async def choose(
        self, handler_input: HandlerInput, contents: Contents[PlaylistPick], index: int
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
        self, rediscovery: Rediscovery, suggesting: Suggesting, words: Words
    ) -> None:
        self._rediscovery = rediscovery
        self._suggesting = suggesting
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        answer = await self._rediscovery.answer(listener_of(handler_input))
        if not answer.picks and not answer.dry:
            searched = answer.record.searched
            return self._words.answer(handler_input, "rediscover-none", count=searched)
        notice = notices.of_answer(answer, None)
        return await self._suggesting.say(handler_input, answer, notice)
