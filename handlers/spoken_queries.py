"""Spoken queries: from an intent's slots to a recommendation query or an exclusion.

A speech recogniser may put a word into the wrong slot ("some calm" as a genre), so each
word is looked up in all tables of the moods file before it is taken for a name.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import cast

import msgspec
from ask_sdk_core.handler_input import HandlerInput

from handlers import request
from handlers.misheard import is_sentence
from handlers.responses.sanitizing import bounded
from handlers.spoken_kinds import (
    KINDS,
    SpokenKind,
    described_kinds,
    is_praise,
    known_kinds,
    mood_in,
    named_kind,
    without_quantifier,
)
from providers.lazy_imports import deferred_pattern
from providers.music import Track
from providers.recommender.ranking.eras import Direction, era_at, era_beside
from providers.recommender.ranking.recommendation_query import (
    MOST_UNWANTED,
    Exclusion,
    ExclusionKind,
    Kind,
    Moods,
    Novelty,
    RecommendationQuery,
)
from providers.recommender.ranking.track_identity import song_key

_FEELING = "feeling"
"""The slot of how the listener feels ("I'm sad"), which is no wish for such music."""


_EXCLUDABLE: tuple[Kind, ...] = ("mood", "activity", "genre", "language", "era")

_UNWANTED = ("unwanted_artist", "unwanted", *(f"unwanted_{k}" for k in _EXCLUDABLE))
"""The slots of what is unwanted; `unwanted` is a genre."""

_YEAR = deferred_pattern(r"(?<!\d)[12]\d{3}(?!\d)")

# What words are that nobody knows, by their slot; else they are a genre.
_UNKNOWN = {"language": "language", "activity": "occasion"}

_FIRST_SHORT_YEAR = 30  # "from 85" is 1985; a smaller number may be anything


def named_song(track: Track) -> Exclusion:
    """Return the exclusion of one song, whichever of its track ids is shown."""
    return Exclusion("song", song_key(track), bounded(track.title))


_COUNT, _FORM, _MAKING = "count", "form", "making"
"""The slots of how many songs, or of what else, how long and for whom (somebody else's
taste is not known), and that a playlist is to be made."""

_FORMS = ("several", "album")
_ARTISTS = ("artist", "performer")

_WORDED = (*KINDS, "novelty", _FEELING, "year", *_ARTISTS, _FORM, _MAKING, *_UNWANTED)
"""The slots whose words are read."""


class SpokenQuery(msgspec.Struct, frozen=True):
    """A query and the words that the listener used for it; None without words.

    `refines`: the words only change an earlier query ("calmer", "not rock"). `change`:
    the id of the mood that "calmer" and the like lead to. `direction`: whether older
    or newer songs are wanted than those before. `declined`: the kinds of wish that
    nobody can meet, such as a language that no genre stands for, or several songs.
    `feeling`: the id of the mood that the listener is in, where that chose the mood.
    """

    query: RecommendationQuery
    words: str | None = None
    refines: bool = False
    change: str | None = None
    direction: Direction | None = None
    declined: tuple[str, ...] = ()
    feeling: str | None = None

    def is_misheard(self, language: str) -> bool:
        """Return whether a name that was heard is a whole sentence."""
        named = (self.query.genre, self.query.artist, self.query.performer)
        return any(name and is_sentence(name, language) for name in named)

    def like(self, song: Track) -> "SpokenQuery":
        """Return the query for music like a song's first artist's, and not the song."""
        query = self.query if self.query.artist else RecommendationQuery()
        unwanted = (*query.unwanted, Exclusion("name", bounded(song.title)))
        artist, unwanted = bounded(song.artists[0].name), unwanted[-MOST_UNWANTED:]
        query = msgspec.structs.replace(query, artist=artist, unwanted=unwanted)
        return msgspec.structs.replace(self, query=query)

    def refining(
        self, earlier: RecommendationQuery, heard: int | None, today: date
    ) -> "SpokenQuery":
        """Return `earlier`, changed by this query.

        `heard`: the year of the song that was recommended last. An exclusion that is
        one too many is declined.
        """
        era = earlier.era
        if self.direction is not None:
            era = era_beside(self.direction, today, heard=heard, era=era or "")
        known = earlier.unwanted
        new = tuple(part for part in self.query.unwanted if part not in known)
        too_many = len(known) + len(new) > MOST_UNWANTED
        query = msgspec.structs.replace(
            earlier,
            mood=self.change or earlier.mood,
            era=era,
            unwanted=(*known, *new)[:MOST_UNWANTED],
        )
        declined = (*self.declined, "unwanted") if too_many else self.declined
        return msgspec.structs.replace(
            self, query=query, words=None, declined=declined, refines=True
        )


class _Heard(msgspec.Struct):
    """What has been found in the slots so far; `texts` are the words of each."""

    texts: dict[str, str]
    facets: dict[str, str] = msgspec.field(default_factory=dict)
    words: list[str] = msgspec.field(default_factory=list)
    change: str | None = None
    direction: Direction | None = None
    declined: list[str] = msgspec.field(default_factory=list)
    feeling: str | None = None

    def add(self, kind: str, value: str) -> None:
        """Note a facet, unless another one of its kind was heard before."""
        self.facets.setdefault(kind, value)

    def among(self, slots: Iterable[str]) -> list[tuple[str, str]]:
        """Return those of the slots that have words, with these."""
        return [(slot, self.texts[slot]) for slot in slots if slot in self.texts]


class QueryParser:
    """Turn an intent's slots into a query, with the help of `moods`.

    `now` returns the time: what "this year" is. `saves`: whether a playlist can be made
    of songs that were recommended.
    """

    def __init__(
        self, moods: Moods, now: Callable[[], datetime], *, saves: bool
    ) -> None:
        self.moods = moods
        self._now = now
        self._saves = saves

    def parse(self, handler_input: HandlerInput, language: str) -> SpokenQuery:
        """Return the query of this request; `language` is "en", "ja", …"""
        heard = _Heard(request.slot_texts(handler_input, _WORDED))
        novelty = _novelty(handler_input)
        slots: tuple[str, ...] = KINDS if novelty else (*KINDS, "novelty")
        for slot, text in heard.among(slots):
            words = without_quantifier(text, language)
            ids = request.resolved_ids(handler_input, slot)
            for facet in self._facets(slot, ids, words, language):
                self._note(heard, facet)
            heard.words.append(words)
        self._note_feeling(handler_input, heard, language)
        _note_year(heard, heard.texts.get("year"))
        for slot, text in heard.among(_ARTISTS):
            for facet in self._artist(handler_input, slot, text, language):
                self._note(heard, facet)
            heard.words.append(text)
        self._note_form(handler_input, heard, language)
        unwanted = tuple(self._unwanted(handler_input, heard, language))
        query = RecommendationQuery(**heard.facets, novelty=novelty, unwanted=unwanted)
        refines = not query.has_facets and novelty is None
        return SpokenQuery(
            self._changed(query, heard),
            " ".join(heard.words) or None,
            refines and bool(heard.change or heard.direction or unwanted),
            heard.change,
            heard.direction,
            tuple(heard.declined),
            heard.feeling,
        )

    def _changed(
        self, query: RecommendationQuery, heard: _Heard
    ) -> RecommendationQuery:
        """Return the query with "calmer" and "older" as wishes of their own."""
        if heard.change is not None and query.mood is None:
            query = msgspec.structs.replace(query, mood=heard.change)
        if heard.direction is not None and query.era is None:
            era = era_beside(heard.direction, self._now().date())
            query = msgspec.structs.replace(query, era=era)
        return query

    def exclusion(self, handler_input: HandlerInput, language: str) -> Exclusion | None:
        """Return what the slots `artist`, `genre` or `mood` exclude, or None."""
        texts = request.slot_texts(handler_input, ("artist", "genre", "mood"))
        exclusions = self._exclusions(handler_input, texts.items(), language)
        return next(filter(self._can_be_known, exclusions), None)

    def _facets(
        self, slot: str, ids: Iterable[str], text: str, language: str
    ) -> Sequence[tuple[str, str]]:
        """Return the kinds that a slot's text belongs to, each with its value."""
        kind = next((kind for kind in KINDS if kind == slot), None)
        for entry_id in ids if kind else ():
            for each in (kind, "genre"):  # "for the kids" is told as a mood
                if each and self.moods.get(each, entry_id):
                    return ((each, entry_id),)
        named = known_kinds(self.moods, kind, text, language)
        if named is not None or is_praise(text, language):
            return named or ()
        if year := _YEAR.search(text) if slot == "era" else None:
            return (("era", year[0]),)
        return ((_UNKNOWN.get(slot, "genre"), text),)

    def _note_feeling(
        self, handler_input: HandlerInput, heard: _Heard, language: str
    ) -> None:
        """Note what who feels so wants to hear, unless a mood was asked for, too.

        "I'm sad" wants to be cheered, "I'm happy" more of it. "Furious with my boss" is
        furious; words of which none is known are a wish that may not be met.
        """
        text = heard.texts.get(_FEELING)
        if text is None:
            return
        ids = request.resolved_ids(handler_input, _FEELING)
        known = [mood for each in ids if (mood := self.moods.get("mood", each))]
        if feeling := known[0] if known else mood_in(self.moods, text, language):
            heard.feeling = None if "mood" in heard.facets else feeling.id
            heard.add("mood", feeling.mood or feeling.id)
        else:
            for facet in self._facets("mood", ids, text, language):
                self._note(heard, facet)
            heard.words.append(text)

    def _forms(self, handler_input: HandlerInput, heard: _Heard) -> Iterator[str]:
        """Yield what was asked for instead of a song: several, an album, a playlist.

        A length counts where it is for nothing: guests come "in an hour".
        """
        count = request.slot_number(handler_input, _COUNT)
        if count is not None and count > 1:
            yield "several"
        forms = request.resolved_ids(handler_input, _FORM)
        known = _FORMS if heard.facets else (*_FORMS, "someone")
        known = known if "activity" in heard.facets else (*known, "length")
        yield from (form for form in forms if form in known)
        if _MAKING in heard.texts:
            yield "ready-playlist" if self._saves else "playlist"

    def _note_form(
        self, handler_input: HandlerInput, heard: _Heard, language: str
    ) -> None:
        """Note the forms that are declined, or what was heard as one: "a nice hymn"."""
        heard.declined += self._forms(handler_input, heard)
        text = heard.texts.get(_FORM)
        if text is None or request.resolved_ids(handler_input, _FORM):
            return
        words = without_quantifier(text, language)
        for facet in self._facets(_FORM, (), words, language):
            self._note(heard, facet)
        heard.words.append(text)

    def _only_kind(self, text: str, language: str) -> SpokenKind | None:
        """Return the one kind that praise and a name of music mean, or None."""
        described = described_kinds(self.moods, text, language)
        return described[0] if len(described) == 1 else None

    def _era(self, era: str) -> str:
        return era_at(era, self._now().date())

    def _note(self, heard: _Heard, facet: tuple[str, str]) -> None:
        kind, value = facet
        if kind == "change":
            change = self.moods.get("change", value)
            heard.change = change.mood if change else None
            heard.direction = change.era if change else None
        elif kind == "occasion":  # "something calm for snowboarding" is only calm
            if len(heard.texts) == 1:
                heard.add("genre", value)
        elif kind == "language":
            entry = self.moods.get("language", value)
            if entry and entry.genres:
                heard.add(kind, value)
            else:
                heard.declined.append(kind)
        else:
            heard.add(kind, self._era(value) if kind == "era" else value)
        genre = self.moods.get("genre", value) if kind == "genre" else None
        if genre and genre.mood:
            heard.add("mood", genre.mood)

    def _artist(
        self, handler_input: HandlerInput, slot: str, text: str, language: str
    ) -> Sequence[tuple[str, str]]:
        """Return the artist of a slot, or the kinds of music that the words mean."""
        if not request.dynamic_entity_ids(handler_input, slot):
            words = without_quantifier(text, language)
            if named := named_kind(self.moods, KINDS, words, language):
                return (named,)
            if described := described_kinds(self.moods, words, language):
                return described
        return ((slot, text),)

    def _unwanted(
        self, handler_input: HandlerInput, heard: _Heard, language: str
    ) -> Iterator[Exclusion]:
        """Yield what is unwanted; decline a language that no genre stands for."""
        unwanted = heard.among(_UNWANTED)
        for exclusion in self._exclusions(handler_input, unwanted, language):
            if self._can_be_known(exclusion):
                yield exclusion
            else:
                heard.declined.append(exclusion.kind)

    def _can_be_known(self, exclusion: Exclusion) -> bool:
        """Return whether songs tell that they are what is excluded."""
        if exclusion.kind != "language":
            return True
        entry = self.moods.get("language", exclusion.value)
        return entry is not None and bool(entry.genres)

    def _exclusions(
        self,
        handler_input: HandlerInput,
        slots: Iterable[tuple[str, str]],
        language: str,
    ) -> Iterator[Exclusion]:
        """Yield the exclusion of each slot, by its words."""
        for slot, text in slots:
            if request.dynamic_entity_ids(handler_input, slot):
                yield Exclusion("artist", text)
                continue
            words = without_quantifier(text, language)
            named = named_kind(self.moods, _EXCLUDABLE, words, language)
            for entry_id in request.resolved_ids(handler_input, slot):
                kind = _kind_of(slot)
                if named is None and self.moods.get(kind, entry_id):
                    named = kind, entry_id
            named = named or self._only_kind(words, language)
            if named is None:
                yield Exclusion("name", words)
            else:
                value = self._era(named[1]) if named[0] == "era" else named[1]
                yield Exclusion(cast("ExclusionKind", named[0]), value)


def _kind_of(slot: str) -> Kind:
    """Return the kind of what a slot excludes: "unwanted_era" is an era."""
    return next((kind for kind in _EXCLUDABLE if slot.endswith(kind)), "genre")


def _note_year(heard: _Heard, text: str | None) -> None:
    """Note a year, or a number that can be none.

    One digit is left out: Alexa hears "un", "uno" and "neuf" as a number.
    """
    if text is None or (text.isdecimal() and len(text) == 1):
        return
    if not text.isdecimal():
        heard.add("genre", text)
    elif len(text) == len("94") and int(text) >= _FIRST_SHORT_YEAR:
        heard.add("era", f"19{text}")
    else:
        heard.add("era" if len(text) == len("1994") else "genre", text)
    heard.words.append(text)


def _novelty(handler_input: HandlerInput) -> Novelty | None:
    for entry_id in request.resolved_ids(handler_input, "novelty"):
        if entry_id in ("new", "familiar"):
            return cast("Novelty", entry_id)
    return None
