"""The listener's own playlists as recommendations."""

from collections.abc import Sequence

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.playlist_resolution import PlaylistAction, question_to_open
from handlers.request import is_own, listener_of
from handlers.responses import phrases
from handlers.responses.localization import (
    NOTHING,
    Argument,
    DisplayItem,
    Phrase,
    Text,
)
from handlers.responses.recommendation_reasons import Reasons
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import ListContents
from handlers.session import PLAYLIST_PICKS, FocusKind
from providers.music import Playlist
from providers.recommender.own_playlists import (
    PlaylistPick,
    PlaylistRecommender,
    is_named_for,
)
from providers.recommender.ranking.recommendation_query import (
    Kind,
    Mood,
    RecommendationQuery,
)

_OF_THE_DAY = Phrase("reason-of-the-day", {})
_OF_THE_DEMO = Phrase("reason-of-the-demo", {})
_NAMED_FOR_IT = Phrase("reason-name-fits", {})

_WISHES: tuple[Kind, ...] = ("activity", "mood", "genre")


def wish_id(query: RecommendationQuery) -> str | None:
    """Return what a playlist is to be for, as the list's parent id; None for nothing.

    >>> wish_id(RecommendationQuery(activity="dinner"))
    'activity.dinner'
    """
    wished = ((kind, getattr(query, kind)) for kind in _WISHES)
    return next((f"{kind}.{value}" for kind, value in wished if value), None)


def _openable(picks: Sequence[PlaylistPick]) -> Sequence[PlaylistPick]:
    """Return the picks that the service lets the listener's token read.

    Playlists whose owner is not known stand in where no other playlist is left. The
    recommender has left out those that were refused lately.
    """
    readable = [pick for pick in picks if pick.playlist.readable]
    certain = [pick for pick in readable if pick.playlist.surely_readable]
    return certain or readable


def _distinct_names(numbered: Sequence[tuple[PlaylistPick, int]]) -> Sequence[Text]:
    return phrases.distinct_names([(pick.playlist, n) for pick, n in numbered])


def _is_for(pick: PlaylistPick, wish: Mood | None, language: str) -> bool:
    return wish is not None and is_named_for(pick.playlist.name, wish, language)


class PlaylistPicks:
    """The listener's playlists, the one with most evidence for it first.

    With a `wish_id` as parent id: those alone whose names fit it; where none does, all
    of them, after a word of that.
    """

    kind = PLAYLIST_PICKS
    names: FocusKind = "playlist"

    def __init__(
        self,
        recommender: PlaylistRecommender,
        reasons: Reasons,
        responder: Responder,
        opening: PlaylistAction,
    ) -> None:
        self._recommender = recommender
        self._reasons = reasons
        self._responder = responder
        self._opening = opening

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None = None
    ) -> ListContents[PlaylistPick]:
        ranked = await self._recommender.ranked(listener_of(handler_input))
        picks = _openable(ranked)
        language = self._responder.localization_of(handler_input).code
        wish = self._wish(parent_id)
        fitting = [p for p in picks if _is_for(p, wish, language)]
        about: dict[str, Argument] = {"wish": NOTHING}
        if fitting:
            picks, about["reason"] = fitting, _NAMED_FOR_IT
        elif picks:
            evidence, is_theirs = picks[0].evidence, is_own(handler_input)
            about["reason"] = (
                self._reasons.first(evidence, language)
                if evidence and is_theirs
                else _OF_THE_DAY
                if is_theirs
                else _OF_THE_DEMO
            )
            if parent_id is not None:
                about["wish"] = Phrase("notice-none-named-so", {})
        question = question_to_open([pick.playlist for pick in picks], len(picks))
        return ListContents(
            picks,
            len(picks),
            about=about,
            question=question,
            distinct=_distinct_names,
        )

    def _wish(self, parent_id: str | None) -> Mood | None:
        """Return the entry of the moods file; None for words that it does not have."""
        kind, _, value = (parent_id or "").partition(".")
        named = next((each for each in _WISHES if each == kind), None)
        return self._reasons.moods.get(named, value) if named else None

    def spoken_text(self, item: PlaylistPick, number: int) -> Text:
        return phrases.playlist_name(item.playlist, number)

    def card_line(self, item: PlaylistPick, number: int) -> Text:
        return phrases.playlist_line(item.playlist, number)

    def display_item(self, item: PlaylistPick, number: int) -> DisplayItem:
        return phrases.playlist_item(item.playlist, number)

    def item_id(self, item: PlaylistPick) -> str:
        return item.playlist.id

    def subject(self, item: PlaylistPick) -> Playlist:
        return item.playlist

    async def choose(
        self,
        handler_input: HandlerInput,
        contents: ListContents[PlaylistPick],
        index: int,
    ) -> Response:
        playlist = contents.items[index].playlist
        return await self._opening.perform(handler_input, playlist, index + 1)
