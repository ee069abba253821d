"""Playlist resolution: find the playlist that a listener means, ask where unclear.

What is then done with the playlist is a `PlaylistAction`: open it, tell its length.
"""

import logging
from collections.abc import Awaitable, Iterable, Sequence
from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import misheard, request, session
from handlers.request import listener_of
from handlers.responses import notices, phrases
from handlers.responses.localization import Argument, Lines, Localization
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.session import (
    Focus,
    LastAnswer,
    PendingQuestion,
    focus_on_playlist,
    pending_question,
)
from handlers.shelf_places import noted_index, noted_place
from providers.errors import ProviderError, Unavailable
from providers.library import Library
from providers.music import Listing, Playlist
from providers.name_matching.matcher import Verdict, answer, is_sure
from providers.name_matching.positions import (
    in_order,
    series_of,
    spoken_place,
    spoken_position,
    whole_series,
)

SLOT = "playlist"
"""The slot that names a playlist."""

OPEN = "open"
"""The purpose of reading out a playlist's tracks."""

CHOICES = 5
"""Playlists that a question stores for the answer; a session holds no more."""

_NAMED = 3  # playlists that a question names; the others are on its card

_log = logging.getLogger(__name__)


class PlaylistAction(Protocol):
    """What can be done with a playlist; `purpose` names the action in a question."""

    purpose: str

    def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Awaitable[Response]:
        """Do it and respond; `number` is the playlist's position, from 1."""
        ...


class PlaylistResolver:
    """Find the playlist that a slot names and perform an action on it.

    Every method that responds raises the `ProviderError`s of `Library.playlists` and of
    the action.
    """

    def __init__(self, responder: Responder, library: Library) -> None:
        self._responder = responder
        self._library = library
        self._actions: dict[str, PlaylistAction] = {}

    def add(self, *actions: PlaylistAction) -> None:
        """Add actions, by their purpose."""
        self._actions |= {action.purpose: action for action in actions}

    def knows(self, purpose: str) -> bool:
        """Return whether a purpose that a session brought back is one of ours."""
        return purpose in self._actions

    async def by_slot(
        self, handler_input: HandlerInput, purpose: str, *, default: str | None = None
    ) -> Response:
        """Act on the playlist that the slot `playlist` names; ask where unclear.

        Where the slot is empty: on the playlist with the id `default`, or ask for one.
        """
        heard = request.slot_text(handler_input, SLOT)
        if heard is None and default is not None:
            return await self.by_id(handler_input, purpose, default)
        if heard is None:
            return self.ask_which(handler_input, purpose)
        listing = await self._library.playlists(listener_of(handler_input))
        if not listing.items:
            key = "list-unreadable" if listing.unreadable else "playlists-none"
            return self._responder.respond(handler_input, key)
        response = await self._by_words(handler_input, purpose, heard, listing.items)
        return response or self._unknown(handler_input, purpose, heard, listing)

    async def by_words(
        self,
        handler_input: HandlerInput,
        purpose: str,
        heard: str,
        *,
        sure: bool = False,
    ) -> Response | None:
        """Act on the playlist that is meant; None for none, or where none is read.

        With `sure` also where it is unclear.
        """
        try:
            listing = await self._library.playlists(listener_of(handler_input))
        except ProviderError:
            return None
        return await self._by_words(
            handler_input, purpose, heard, listing.items, sure=sure
        )

    async def by_id(
        self, handler_input: HandlerInput, purpose: str, playlist_id: str
    ) -> Response:
        """Act on the playlist with this id; tell the listener if it is gone.

        Raise `Unavailable` where the playlist may be on a page that did not come.
        """
        listing = await self._library.playlists(listener_of(handler_input))
        for index, playlist in enumerate(listing.items):
            if playlist.id == playlist_id:
                return await self._perform(handler_input, purpose, listing.items, index)
        if not listing.complete:
            raise Unavailable
        return self._responder.respond(handler_input, "playlist-gone")

    def ask_which(self, handler_input: HandlerInput, purpose: str) -> Response:
        """Ask which playlist is meant; not a third time."""
        question = PendingQuestion("which", purpose)
        return self._responder.ask(handler_input, question, "which-playlist")

    async def ask(
        self, handler_input: HandlerInput, purpose: str, ids: Sequence[str]
    ) -> Response:
        """Ask which of the playlists with these ids is meant."""
        playlists = await self._playlists(handler_input)
        indices = _indices(ids, playlists)
        if not indices:
            return self._responder.respond(handler_input, "playlist-gone")
        if len(indices) == CHOICES:
            language = self._responder.localization_of(handler_input).code
            indices = whole_series(_names(playlists), indices, language)
        return self._did_you_mean(handler_input, purpose, playlists, indices)

    async def by_choice(
        self,
        handler_input: HandlerInput,
        question: PendingQuestion,
        number: int,
        *,
        on_page: bool,
    ) -> Response:
        """Act on a candidate; ask again where there is none of that number.

        "The second" (`on_page`, -1 for the last) is its place, "number two" may be in
        the name.
        """
        if not on_page:
            return await self.by_number(handler_input, question, number)
        ids, purpose = question.ids, question.purpose
        place = len(ids) if number < 0 else number
        if self.knows(purpose) and 0 < place <= len(ids):
            return await self.by_id(handler_input, purpose, ids[place - 1])
        return await self.ask(handler_input, purpose, ids)

    async def by_number(
        self, handler_input: HandlerInput, question: PendingQuestion, number: int
    ) -> Response:
        """Act on the candidate of the question that has this number; else ask again.

        The number is that in the name ("Daily Mix 3"), the place among the candidates,
        or the position among all playlists, whichever the question was about.
        """
        playlists = await self._playlists(handler_input)
        language = self._responder.localization_of(handler_input).code
        ids, purpose = question.ids, question.purpose
        index = _numbered(playlists, ids, number, language)
        if index is not None and self.knows(purpose):
            return await self._perform(handler_input, purpose, playlists, index)
        named = ids[number - 1 : number] if number > 0 else ()
        if named and not _indices(named, playlists) and self.knows(purpose):
            return await self.by_id(handler_input, purpose, named[0])  # it is gone
        return await self.ask(handler_input, purpose, ids)

    async def _playlists(self, handler_input: HandlerInput) -> Sequence[Playlist]:
        return (await self._library.playlists(listener_of(handler_input))).items

    async def _perform(
        self,
        handler_input: HandlerInput,
        purpose: str,
        playlists: Sequence[Playlist],
        index: int,
    ) -> Response:
        playlist = playlists[index]
        session.put(handler_input, focus_on_playlist(playlist.id))
        return await self._actions[purpose].perform(handler_input, playlist, index + 1)

    async def _by_words(
        self,
        handler_input: HandlerInput,
        purpose: str,
        heard: str,
        playlists: Sequence[Playlist],
        *,
        sure: bool = False,
    ) -> Response | None:
        language = self._responder.localization_of(handler_input).code
        index = self._certain(handler_input, playlists, heard)
        if index is not None:
            return await self._perform(handler_input, purpose, playlists, index)
        own = frozenset(i for i, playlist in enumerate(playlists) if playlist.mine)
        decision = misheard.decide_between(heard, _names(playlists), language, own)
        fields = {"verdict": decision.verdict.value, "score": decision.bucket}
        _log.info("name matched", extra={"fields": fields})
        indices = [match.index for match in decision.matches]
        if decision.verdict is Verdict.ACT:
            return await self._perform(handler_input, purpose, playlists, indices[0])
        index = spoken_place(heard, _names(playlists), language)
        if index is not None:
            return await self._perform(handler_input, purpose, playlists, index)
        if decision.verdict is Verdict.ASK and not sure:
            return self._did_you_mean(handler_input, purpose, playlists, indices)
        return None

    def _certain(
        self, handler_input: HandlerInput, playlists: Sequence[Playlist], heard: str
    ) -> int | None:
        """Return the index that Alexa resolved, the answer chose, or a place means."""
        language = self._responder.localization_of(handler_input).code
        index = _only_index(request.dynamic_entity_ids(handler_input, SLOT), playlists)
        if index is not None and is_sure(heard, _names(playlists), index, language):
            return index
        index = self._answered(handler_input, playlists, heard)
        return noted_index(handler_input, len(playlists)) if index is None else index

    def _unknown(
        self,
        handler_input: HandlerInput,
        purpose: str,
        heard: str,
        listing: Listing[Playlist],
    ) -> Response:
        """Tell that there is no such name, or no such place among the playlists."""
        language = self._responder.localization_of(handler_input).code
        position = spoken_position(heard, language)
        is_place = noted_place(handler_input) is not None
        if position is None and not is_place and misheard.is_sentence(heard, language):
            return misheard.respond_misheard(self._responder, handler_input)
        which = PendingQuestion("which", purpose)
        asks = session.ask(handler_input, which, after=("which", "meant"))
        if is_place or (position and position.labelled):
            total, key = len(listing.items), "question-dropped"
            key = "list-no-such" if asks else key
            return self._responder.respond(handler_input, key, total=total)
        misheard.forget_focus(handler_input, purpose)
        heard = misheard.without_surroundings(heard, language)
        partial = notices.completeness_notice(listing)
        key = "no-such-playlist-partial" if partial else "no-such-playlist"
        about: dict[str, Argument] = {"heard": heard, "partial": partial}
        about["ask"] = phrases.Ask.NAME if asks else phrases.Ask.SHELF
        response = self._responder.respond(handler_input, key, **about)
        again = "which-playlist" if asks else "question-dropped"
        session.put(handler_input, LastAnswer("message", again))
        return response

    def _answered(
        self, handler_input: HandlerInput, playlists: Sequence[Playlist], heard: str
    ) -> int | None:
        """Return the index of the candidate that was chosen; None for none of them."""
        question = pending_question(handler_input)
        offered = _offered(handler_input, playlists)
        if question is None or not offered:
            return None
        localization = self._responder.localization_of(handler_input)
        named = [(playlists[i], i + 1) for i in offered]
        names = [localization.display(t) for t in phrases.distinct_names(named)]
        chosen = answer(heard, names, language=localization.code)
        if chosen is not None:
            return offered[chosen]
        position = spoken_position(heard, localization.code)
        if position is None or position.noun == "track":
            return None
        return _numbered(playlists, question.ids, position.number, localization.code)

    def _did_you_mean(
        self,
        handler_input: HandlerInput,
        purpose: str,
        playlists: Sequence[Playlist],
        indices: Sequence[int],
    ) -> Response:
        """Ask which of these playlists is meant; count those that are not named."""
        localization = self._responder.localization_of(handler_input)
        indices = in_order(_names(playlists), indices, localization.code)
        ids = tuple(playlists[index].id for index in indices[:CHOICES])
        if not session.ask(handler_input, PendingQuestion("meant", purpose, ids)):
            return self._responder.respond(handler_input, "question-dropped")
        session.delete(handler_input, Focus)
        if len(indices) == 1:
            session.put(handler_input, focus_on_playlist(ids[0]))
        named = [(playlists[index], index + 1) for index in indices]
        return self._ask_which(handler_input, localization, named)

    def _ask_which(
        self,
        handler_input: HandlerInput,
        localization: Localization,
        named: Sequence[tuple[Playlist, int]],
    ) -> Response:
        """Ask for one of the playlists, each with its position from 1."""
        respond, total = self._responder.respond, len(named)
        names = phrases.distinct_names(named)
        if total == 1:
            return respond(handler_input, "did-you-mean", name=names[0])
        if total == 2:
            first, second = names
            return respond(
                handler_input, "did-you-mean-which", first=first, second=second
            )
        written = [bounded(playlist.name) for playlist, _ in named]
        about: dict[str, Argument] = {
            "total": total,
            "lines": Lines([localization.line(name) for name in names[:CHOICES]], 1),
        }
        if series := series_of(written, localization.code):
            counted = phrases.Counted.of(years=series.of_years)
            key, about = "did-you-mean-number", about | {"counted": counted}
            return respond(handler_input, key, name=series.name, **about)
        items, more = names[:_NAMED], total - _NAMED
        key, about = "did-you-mean-some", about | {"more": more}
        return respond(handler_input, key, items=items, **about)


def question_to_open(
    playlists: Sequence[Playlist], total: int
) -> PendingQuestion | None:
    """Return the question "Shall I open it?"; None unless there is one playlist."""
    if len(playlists) == total == 1:
        return PendingQuestion("meant", OPEN, (playlists[0].id,))
    return None


def _only_index(ids: Iterable[str], playlists: Sequence[Playlist]) -> int | None:
    """Return the index of the one playlist among `ids`; None for none or several."""
    wanted = set(ids)
    indices = [i for i, playlist in enumerate(playlists) if playlist.id in wanted]
    return indices[0] if len(indices) == 1 else None


def _offered(handler_input: HandlerInput, playlists: Sequence[Playlist]) -> list[int]:
    """Return the indices of the playlists of the question that is being answered."""
    question = pending_question(handler_input)
    ids = question.ids if question and question.kind == "meant" else ()
    return _indices(ids, playlists)


def _indices(ids: Iterable[str], playlists: Sequence[Playlist]) -> list[int]:
    """Return the indices of the playlists with these ids, in the ids' order."""
    places = {playlist.id: index for index, playlist in enumerate(playlists)}
    return [places[playlist_id] for playlist_id in ids if playlist_id in places]


def _names(playlists: Sequence[Playlist]) -> list[str]:
    return [bounded(playlist.name) for playlist in playlists]


def _numbered(
    playlists: Sequence[Playlist], ids: Sequence[str], number: int, language: str
) -> int | None:
    """Return the index of the candidate that the number means; None for no such.

    `ids` are those of the candidates, in the order in which they were named.
    """
    indices = _indices(ids, playlists)
    names = _names(playlists)
    whole = whole_series(names, indices, language)
    if series := series_of([names[index] for index in whole], language):
        return dict(zip(series.numbers, whole, strict=True)).get(number)
    if number - 1 in indices and phrases.told_by_position(
        [(playlists[index], index + 1) for index in indices]
    ):
        return number - 1
    if place := _indices(ids[number - 1 : number], playlists) if number > 0 else []:
        return place[0]
    # "Eight", after "Summer with 7 tracks, or Summer with 8 tracks?".
    of_size = [index for index in indices if playlists[index].size == number]
    return of_size[0] if len(of_size) == 1 and number > len(ids) else None
