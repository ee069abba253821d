"""The listener's own playlists as recommendations."""

from collections.abc import Sequence

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.playlist_resolution import PlaylistAction, question_to_open
from handlers.request import listener_of
from handlers.responses import phrases
from handlers.responses.localization import Argument, DisplayItem, Phrase, Text
from handlers.responses.recommendation_reasons import Reasons
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import ListContents
from handlers.session import FocusKind
from providers.music import Playlist
from providers.recommender.own_playlists import PlaylistPick, PlaylistRecommender

_OF_THE_DAY = Phrase("reason-of-the-day", {})


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


class PlaylistPicks:
    """The listener's playlists, the one with most evidence for it first."""

    kind = "playlist-picks"
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
        self, handler_input: HandlerInput, _parent_id: str | None = None
    ) -> ListContents[PlaylistPick]:
        ranked = await self._recommender.ranked(listener_of(handler_input))
        picks = _openable(ranked)
        about: dict[str, Argument] = {}
        if picks:
            language = self._responder.localization_of(handler_input).code
            evidence = picks[0].evidence
            about["reason"] = (
                self._reasons.first(evidence, language) if evidence else _OF_THE_DAY
            )
        question = question_to_open([pick.playlist for pick in picks], len(picks))
        return ListContents(
            picks,
            len(picks),
            about=about,
            question=question,
            distinct=_distinct_names,
        )

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
