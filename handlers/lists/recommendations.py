"""The songs that were recommended last, as a list to repeat and to choose from."""

from collections.abc import Sequence

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.request import listener_of
from handlers.responses import openings, phrases
from handlers.responses.closings import question_of_pick
from handlers.responses.localization import NOTHING, Argument, DisplayItem, Phrase, Text
from handlers.responses.notices import familiarity_notice, joined
from handlers.responses.recommendation_reasons import (
    GivenReason,
    Reasons,
    numbers_of,
)
from handlers.responses.responder import Responder, wording_seed
from handlers.responses.screens import item_row, show_list
from handlers.responses.short_reasons import (
    REASON_AND_WISH,
    Told,
    facts_to_tell,
    shorten,
    without_names,
)
from handlers.responses.spoken_list import (
    ListContents,
    ListPage,
    Remembered,
    item_line,
)
from handlers.session import (
    PICKS,
    Cursor,
    Focus,
    FocusKind,
    LastPicks,
    pending_question,
)
from handlers.spoken_picks import spoken_picks, told_to
from providers.music import Track
from providers.recommender.ranking.domain_types import Pick
from providers.recommender.service import RecommendationAnswer, RecommendationService

_MOST_TOLD = 6  # facts about earlier picks that are not told again at once
_FORMER = 20  # picks of earlier answers that are remembered

_NO_PICKS = LastPicks("")


class ExplainedPick(msgspec.Struct, frozen=True):
    """A pick, the language code in which its reason is said, and what is said."""

    pick: Pick
    language: str
    reason: GivenReason = GivenReason()


class _NewPicks(msgspec.Struct, frozen=True):
    """Picks of this request on their way to `Picks.read`, with a notice before them.

    - `opening`: begins the sentence that the song ends, "Something calm: …"
    - `announced`: the notice, or the question, says enough of what they are
    - `before`: the song that was read out before them
    """

    picks: tuple[Pick, ...]
    notice: Text = NOTHING
    opening: Text = NOTHING
    announced: bool = False
    before: Pick | None = None


class Picks:
    """The picks that were read out last, as a list to repeat and to choose from."""

    kind = PICKS
    names: FocusKind = "pick"

    def __init__(
        self,
        recommendations: RecommendationService,
        reasons: Reasons,
        responder: Responder,
    ) -> None:
        self._recommendations = recommendations
        self._reasons = reasons
        self._responder = responder
        self._own_facts = Remembered(reasons.own_facts)
        self._reason_of = Remembered(self._reason)

    async def remember(
        self,
        handler_input: HandlerInput,
        answer: RecommendationAnswer,
        notice: Text,
        opening: Text = NOTHING,
    ) -> None:
        """Store the answer's picks in the session, and for this request's `read`.

        `notice` is read out before them; it ends with a space unless it is empty. Then
        nothing else is announced. `opening`, which ends with a space, too, begins the
        sentence that the song ends; without one a pick tells how it meets the wish.
        """
        before = await self.spoken(handler_input)
        picks = told_to(handler_input, answer.picks)
        answer = msgspec.structs.replace(answer, picks=picks)
        last_picks = self._last_picks_of(handler_input, answer)
        session.put(handler_input, last_picks)
        attributes = handler_input.attributes_manager.request_attributes
        stored = answer.stored
        is_known = stored.ranking.fallback != "full" or stored.playlists_searched > 0
        announced = notice != NOTHING or answer.novelty is not None or is_known
        attributes[self.kind] = _NewPicks(
            answer.picks, notice, opening, announced, before
        )

    def _last_picks_of(
        self, handler_input: HandlerInput, answer: RecommendationAnswer
    ) -> LastPicks:
        """Return what the session keeps of an answer that is read out now."""
        last = session.get(handler_input, LastPicks)
        facts, count = (last.facts, len(last.songs)) if last else ((), 0)
        spoken = facts[: last.place + 1 if last else 0]
        before = (*spoken, *facts[count:])[:_MOST_TOLD]
        language = self._responder.localization_of(handler_input).code
        name, keys = answer.stored.name, tuple(pick.key for pick in answer.picks)
        facts_of = self._own_facts.at(handler_input)
        of_picks = [numbers_of(facts_of(pick, language)) for pick in answer.picks]
        given = facts_to_tell(of_picks, before)
        return LastPicks(
            name,
            keys,
            answer.novelty,
            facts=(*given, *before),
            former=spoken_picks(last)[-_FORMER:],
        )

    async def read(
        self, handler_input: HandlerInput, _parent_id: str | None = None
    ) -> ListContents[ExplainedPick]:
        attributes = handler_input.attributes_manager.request_attributes
        new, last = attributes.get(self.kind), session.get(handler_input, LastPicks)
        last = last or _NO_PICKS
        if not isinstance(new, _NewPicks):
            # It is said again, not for the first time.
            picks = await self._recalled(handler_input, last.songs)
            new = _NewPicks(picks, announced=not last.place)
        place = min(last.place, len(new.picks) - 1)
        language = self._responder.localization_of(handler_input).code
        opening = self._opening(new, last, place, language)
        items = _explained(new.picks, last, language, opened=opening != NOTHING)
        about: dict[str, Argument] = {"notice": new.notice}
        if not items:
            return ListContents(items, 0, about=about)
        # One song is spoken; the others are on card and screen, and come next.
        item, reason_of = items[place], self._reason_of.at(handler_input)
        if opening != NOTHING:
            about["notice"] = joined(new.notice, opening)
        elif not new.announced and reason_of(item).key != REASON_AND_WISH:
            before = new.picks[place - 1] if place else new.before
            about["notice"] = familiarity_notice(item.pick, before)
        about |= {"items": NOTHING, "asks": question_of_pick(handler_input)}
        about |= self._song(handler_input, item, place + 1, opening, about["notice"])
        self._shorten(handler_input, about)
        return ListContents(items, len(items), about=about, focus=_focus_on(item))

    def _song(
        self,
        handler_input: HandlerInput,
        item: ExplainedPick,
        number: int,
        opening: Text,
        notice: Argument,
    ) -> dict[str, Argument]:
        """Return what is said of the song that is spoken, as arguments."""
        track, reason = item.pick.track, self._reason_of.at(handler_input)(item)
        named, is_opened = _named_with(item), opening != NOTHING
        own = self._own_facts.at(handler_input)(item.pick, item.language)
        further = reason if own or not is_opened else None
        return {
            "track": phrases.track_text(track, number)
            if notice == NOTHING
            else phrases.track_beside(track, number, reason),
            "reason": without_names(reason, named),
            "told": Told.of(further, named, opened=is_opened),
        }

    def _opening(
        self, new: _NewPicks, last: LastPicks, place: int, language: str
    ) -> Text:
        """Return what begins the sentence that the song at a place ends."""
        if new.opening != NOTHING or not last.songs or not new.picks:
            return new.opening
        number = sum(record == last.record for record, _ in last.former) + place
        also = self._reasons.also(new.picks[place], language)
        return openings.of_further(also, number)

    def _shorten(self, handler_input: HandlerInput, about: dict[str, Argument]) -> None:
        localization = self._responder.localization_of(handler_input)
        seed, roles = wording_seed(handler_input), ("speech",)

        def spoken() -> str:
            return localization.texts(self.kind, about, roles, aloud=False, seed=seed)[
                0
            ]

        shorten(about, spoken, localization.code)

    async def move(self, handler_input: HandlerInput, steps: int) -> bool:
        """Move on to the next pick, or back (-1); return whether there is one.

        Before the first one is the pick that an earlier answer spoke last.
        """
        last_picks = session.get(handler_input, LastPicks)
        place = last_picks.place + steps if last_picks else -1
        if last_picks is not None and place == -1 and last_picks.former:
            *former, (record, key) = last_picks.former
            last_picks = LastPicks(record, (key,), former=tuple(former))
            place = 0
        if last_picks is None or not 0 <= place < len(last_picks.songs):
            return False
        key = last_picks.songs[place]
        moved = msgspec.structs.replace(last_picks, place=place)
        session.put(handler_input, moved)
        return bool(await self._recalled(handler_input, (key,)))

    def is_met(self, handler_input: HandlerInput) -> bool:
        """Return whether there is nothing to be said before this request's picks."""
        new = handler_input.attributes_manager.request_attributes.get(self.kind)
        return isinstance(new, _NewPicks) and new.notice == NOTHING and bool(new.picks)

    def opening(self, handler_input: HandlerInput) -> Text:
        """Return what begins the sentence of this request's first pick."""
        new = handler_input.attributes_manager.request_attributes.get(self.kind)
        return new.opening if isinstance(new, _NewPicks) else NOTHING

    def not_spoken(self, handler_input: HandlerInput) -> tuple[str, ...]:
        """Return the keys of the picks that were shown but not spoken yet."""
        return _not_spoken(session.get(handler_input, LastPicks))

    def spoken_text(self, item: ExplainedPick, number: int) -> Text:
        return phrases.track_text(item.pick.track, number)

    def card_line(self, item: ExplainedPick, number: int) -> Text:
        track = phrases.track_line(item.pick.track, number)
        return Phrase("pick-line", {"track": track, "reason": self._reason_of(item)})

    def display_item(self, item: ExplainedPick, number: int) -> DisplayItem:
        track = item.pick.track
        return DisplayItem(
            phrases.track_title(track, number),
            phrases.artist_names(track.artists),
            track.album.image if track.album else None,
            self._reason_of(item),
        )

    def item_id(self, item: ExplainedPick) -> str:
        return item.pick.key

    def subject(self, item: ExplainedPick) -> Track:
        return item.pick.track

    async def choose(
        self,
        handler_input: HandlerInput,
        contents: ListContents[ExplainedPick],
        index: int,
    ) -> Response:
        last_picks = session.get(handler_input, LastPicks)
        if last_picks is not None:
            spoken = msgspec.structs.replace(last_picks, place=index)
            session.put(handler_input, spoken)
        item, number = contents.items[index], index + 1
        response = self._responder.respond(
            handler_input,
            "pick-details",
            number=number,
            track=phrases.track_text(item.pick.track, number),
            album=phrases.album_of(item.pick.track),
            length=phrases.track_length(item.pick.track),
            reason=without_names(self._reason_of(item), _named_with(item)),
            asks=question_of_pick(handler_input),
        )
        chosen = msgspec.structs.replace(contents, focus=_focus_on(item))
        whole = Cursor(self.kind), len(contents.items)
        page = ListPage(self, chosen, *whole, item_row, item_line)
        show_list(handler_input, self._responder.localization_of(handler_input), page)
        return response

    def _reason(self, item: ExplainedPick) -> Phrase:
        own = self._own_facts(item.pick, item.language)
        return self._reasons.of_pick(item.pick, item.reason, own, item.language)

    async def spoken(self, handler_input: HandlerInput) -> Pick | None:
        """Return the pick that was spoken last; None where there is none."""
        last = session.get(handler_input, LastPicks)
        keys = last.songs[last.place : last.place + 1] if last else ()
        picks = await self._recalled(handler_input, keys)
        return picks[0] if picks else None

    async def focused(self, handler_input: HandlerInput) -> Pick | None:
        """Return the pick that "this" means; None where "this" is no pick."""
        focus = session.get(handler_input, Focus)
        if focus is None or focus.kind != "pick":
            return None
        return await self.of_song(handler_input, focus.id)

    async def of_song(self, handler_input: HandlerInput, key: str) -> Pick | None:
        """Return this conversation's pick with a `Pick.key`; None for none."""
        last = session.get(handler_input, LastPicks)
        if last is None:
            return None
        records = {song: record for record, song in spoken_picks(last)}
        picks = await self._recommendations.recalled(
            listener_of(handler_input), records.get(key, last.record), (key,)
        )
        return next(iter(told_to(handler_input, picks)), None)

    async def _recalled(
        self, handler_input: HandlerInput, keys: tuple[str, ...]
    ) -> tuple[Pick, ...]:
        """Return those of the last picks with these keys that are still stored."""
        last_picks = session.get(handler_input, LastPicks)
        if last_picks is None:
            return ()
        picks = await self._recommendations.recalled(
            listener_of(handler_input), last_picks.record, keys
        )
        return told_to(handler_input, picks)


def _focus_on(item: ExplainedPick) -> Focus:
    return Focus("pick", item.pick.key, Picks.kind)


def _not_spoken(last_picks: LastPicks | None) -> tuple[str, ...]:
    return last_picks.songs[last_picks.place + 1 :] if last_picks else ()


def _named_with(item: ExplainedPick) -> tuple[str, ...]:
    """Return the artists of the song, whom a reason after it does not name again."""
    return tuple([artist.name for artist in item.pick.track.artists])


def _explained(
    picks: Sequence[Pick], last: LastPicks, language: str, *, opened: bool
) -> tuple[ExplainedPick, ...]:
    """Return the picks with what is said of them, as the session remembers it.

    `opened`: how the spoken one meets the wish is said before its reason.
    """
    facts = dict(zip(last.songs, last.facts, strict=False))
    spoken = () if opened else last.songs[last.place : last.place + 1]
    given = [GivenReason(facts.get(p.key, 0), p.key in spoken) for p in picks]
    explained = zip(picks, given, strict=True)
    return tuple([ExplainedPick(pick, language, each) for pick, each in explained])


def picks_are_read(handler_input: HandlerInput) -> bool:
    """Return whether the list that was read out last is `Picks`."""
    cursor = session.get(handler_input, Cursor)
    return cursor is not None and cursor.kind == Picks.kind


def speaks_to_picks(handler_input: HandlerInput) -> bool:
    """Return whether picks are read out and no question of ours is open."""
    return picks_are_read(handler_input) and pending_question(handler_input) is None


def are_offered_after(handler_input: HandlerInput) -> bool:
    """Return whether picks are read, and another was offered after an aside."""
    is_offered = session.is_open(handler_input, session.OFFER_RECOMMENDATION)
    return is_offered and picks_are_read(handler_input)
