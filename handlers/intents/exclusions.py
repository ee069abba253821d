"""Exclusions: "never recommend X", "what don't you recommend?", "recommend X again"."""

from collections.abc import Sequence

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.dialog import ALLOW, NEVER
from handlers.misheard import is_sentence, respond_misheard
from handlers.request import IntentHandler, listener_of
from handlers.responses.localization import Argument, Phrase
from handlers.responses.notices import NextPick
from handlers.responses.paging import Pager
from handlers.responses.phrases import Ask
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.session import OFFER_RECOMMENDATION, LastPicks, PendingQuestion
from handlers.slot_words import folded, words_of
from handlers.spoken_queries import QueryParser, named_song
from providers.recommender.exclusion_list import ExclusionList, nearest_name
from providers.recommender.ranking.recommendation_query import Exclusion

_SPOKEN = 5  # exclusions that are read out; the card has all of them


def _offer(handler_input: HandlerInput) -> Ask:
    """Offer a recommendation, unless that was offered again and again."""
    return Ask.OFFER if session.ask(handler_input, OFFER_RECOMMENDATION) else Ask.NEXT


class NeverRecommend(IntentHandler):
    """ "Never recommend X", "no Christmas songs", "never recommend this artist again".

    While recommendations are read, the next one follows.
    """

    intents = frozenset(("NeverRecommendIntent",))

    def __init__(
        self,
        exclusions: ExclusionList,
        parser: QueryParser,
        pager: Pager,
        flow: NextPick,
        responder: Responder,
    ) -> None:
        self._exclusions = exclusions
        self._parser = parser
        self._pager = pager
        self._flow = flow
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        language = self._responder.localization_of(handler_input).code
        exclusion = await self._meant(handler_input, language)
        if exclusion is None:
            question = PendingQuestion("artist", NEVER)
            return self._responder.ask(handler_input, question, "never-which")
        listener = listener_of(handler_input)
        if exclusion.kind == "name":
            exclusion = await self._exclusions.named(
                listener, exclusion.value, language
            )
        if exclusion.kind == "name" and is_sentence(exclusion.value, language):
            return respond_misheard(self._responder, handler_input)
        picks = session.get(handler_input, LastPicks)
        unspoken = picks.songs[picks.place + 1 :] if picks else ()
        addition = await self._exclusions.add(listener, exclusion, unspoken=unspoken)
        if addition in ("full", "lost"):
            return self._responder.respond(handler_input, f"never-{addition}")
        name = self._parser.moods.exclusion_name(exclusion, language)
        if picks is not None:
            notice = Phrase("notice-never", {"name": name})
            return await self._flow.next(handler_input, notice)
        ask = _offer(handler_input)
        return self._responder.respond(handler_input, "never-noted", name=name, ask=ask)

    async def _meant(
        self, handler_input: HandlerInput, language: str
    ) -> Exclusion | None:
        """Return what is to be excluded: the thing in focus, or what was named."""
        things = request.resolved_ids(handler_input, "thing")
        is_place = _note_place(handler_input, language)
        if is_place:
            await self._pager.focus_by_ordinal(handler_input)
        if is_place or "song" in things:
            return await self._song(handler_input)
        if "artist" in things:
            found = await self._pager.find(handler_input)
            artists = await self._pager.artists(handler_input, found) if found else ()
            return Exclusion("artist", bounded(artists[0].name)) if artists else None
        if _is_pronoun(handler_input, language):
            return None
        named = self._parser.exclusion(handler_input, language)
        return named or await self._song(handler_input)

    async def _song(self, handler_input: HandlerInput) -> Exclusion | None:
        """Return the song in focus, "never play it again"; None where there is none."""
        track = await self._pager.find_track(handler_input)
        return named_song(track) if track else None


def _note_place(handler_input: HandlerInput, language: str) -> bool:
    """Note the place on the page where the artist's slot holds "the second one"."""
    heard = request.slot_text(handler_input, "artist")
    place = words_of(language).ordinal(folded(heard, language)) if heard else None
    if place is not None:
        request.note_ordinal(handler_input, place)
    return place is not None


def _is_pronoun(handler_input: HandlerInput, language: str) -> bool:
    """Return whether the artist's slot holds "that band", which is no name."""
    heard = request.slot_text(handler_input, "artist")
    return heard is not None and folded(heard, language) in words_of(language).this


class ListExclusions(IntentHandler):
    """ "What don't you recommend?": say the newest exclusions, show all of them."""

    intents = frozenset(("ListExclusionsIntent",))

    def __init__(
        self, exclusions: ExclusionList, parser: QueryParser, responder: Responder
    ) -> None:
        self._exclusions = exclusions
        self._parser = parser
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        language = self._responder.localization_of(handler_input).code
        entries = await self._exclusions.entries(listener_of(handler_input))
        ask = _offer(handler_input)
        if not entries:
            return self._responder.respond(handler_input, "exclusions-none", ask=ask)
        moods = self._parser.moods
        names = [moods.exclusion_name(entry, language) for entry in reversed(entries)]
        arguments: dict[str, Argument] = {
            "names": names[:_SPOKEN],
            "more": max(0, len(names) - _SPOKEN),
            "all": names,
            "ask": ask,
        }
        return self._responder.respond(handler_input, "exclusions", **arguments)


class AllowAgain(IntentHandler):
    """ "You may recommend X again": take an exclusion back."""

    intents = frozenset(("AllowAgainIntent",))

    def __init__(
        self, exclusions: ExclusionList, parser: QueryParser, responder: Responder
    ) -> None:
        self._exclusions = exclusions
        self._parser = parser
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        language = self._responder.localization_of(handler_input).code
        meant = self._parser.exclusion(handler_input, language)
        if meant is None:
            question = PendingQuestion("artist", ALLOW)
            return self._responder.ask(handler_input, question, "allow-which")
        listener = listener_of(handler_input)
        entries = await self._exclusions.entries(listener)
        found = meant if meant in entries else self._nearest(entries, meant, language)
        if not found and meant.kind == "name" and is_sentence(meant.value, language):
            return respond_misheard(self._responder, handler_input)
        name = self._parser.moods.exclusion_name(found or meant, language)
        if found and not await self._exclusions.remove(listener, found):
            return self._responder.respond(handler_input, "never-lost")
        key = "allowed" if found else "allow-unknown"
        ask = _offer(handler_input)
        return self._responder.respond(handler_input, key, name=name, ask=ask)

    def _nearest(
        self, entries: Sequence[Exclusion], meant: Exclusion, language: str
    ) -> Exclusion | None:
        """Return the entry whose spoken name is nearest to what was said, or None."""
        moods = self._parser.moods
        names = [moods.exclusion_name(entry, language) for entry in entries]
        spoken = moods.exclusion_name(meant, language)
        place = nearest_name(spoken, names, language)
        return None if place is None else entries[place]
