"""Reasons and notices of recommendations, in the listener's language.

A reason says one piece of evidence for a pick. A notice says, before the picks, how
they differ from what was asked for.
"""

from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

import msgspec

from handlers.responses import sanitizing
from handlers.responses.listening_times import Span
from handlers.responses.localization import NOTHING, Argument, Month, Phrase, Text
from handlers.responses.notices import joined, unmet_artist, unmet_name
from handlers.responses.short_reasons import REASON_AND_WISH
from providers.recommender.ranking.domain_types import Evidence, Pick, Signal
from providers.recommender.ranking.eras import bound_of
from providers.recommender.ranking.recommendation_query import (
    Kind,
    Moods,
    Part,
    RecommendationQuery,
)
from providers.recommender.service import RecommendationAnswer

# Where the `about` of a fact is an entry of the moods file, the entry's name is said.
_KINDS: Mapping[Signal, Kind] = {
    "mood": "mood",
    "activity": "activity",
    "asked_genre": "genre",
}

# Exclusions that can be kept only where a song's genre is known.
_GENRE_KINDS = frozenset(("mood", "activity", "genre", "language"))

_GENRES = frozenset(("genre", "style"))

_WISHES = frozenset(("mood", "activity", "asked_genre", "asked_artist", "era"))

# The facts that tell how a pick meets a wish, the most telling one first.
_MET: tuple[Signal, ...] = ("mood", "activity", "asked_genre", "kindred", "era")

# What is told in one breath with the genre that was asked for, or that suits.
_WITH_GENRE: Mapping[Signal, str] = {
    "era": "genre-year",
    "mood": "genre-mood",
    "activity": "genre-for",
}

_FOR_THAT: tuple[Signal, ...] = ("mood", "activity")

_FITS = Phrase("reason-fits", {})
_PLAYLIST = "reason-playlist"

_SPOKEN_REASONS = 2

# The reasons that all say how much the song or its artist is listened to.
_LISTENING = frozenset(
    ("reason-top-track", "reason-top-artist", "reason-top-tracks", "reason-played")
)


class GivenReason(msgspec.Struct, frozen=True):
    """What is said of a pick.

    `fact`: the fingerprint of the fact about the listener. `names_wish`: whether it is
    said how the pick meets the wish.
    """

    fact: int = 0
    names_wish: bool = False


OwnFact = tuple[int, Evidence]
"""A fact about the listener and its fingerprint; see `_fingerprint`."""


def numbers_of(own: Sequence[OwnFact]) -> tuple[int, ...]:
    """Return the fingerprints of the facts that are told first; 0 where there is none.

    That an artist of theirs is on the song, too, is told where nothing else is.
    """
    telling = [number for number, fact in own if fact.signal != "joined"]
    return tuple(telling or [number for number, _ in own]) or (0,)


class Reasons:
    """Turn evidence into phrases; skip facts about names that cannot be spoken."""

    def __init__(self, moods: Moods) -> None:
        self.moods = moods

    def first(self, evidence: Sequence[Evidence], language: str) -> Phrase:
        """Return the strongest fact that can be spoken; "it fits" where none can."""
        return next(self._phrases(evidence, language), _FITS)

    def of_pick(
        self, pick: Pick, reason: GivenReason, own: Sequence[OwnFact], language: str
    ) -> Phrase:
        """Return a fact about the listener, and before it how the pick meets a wish.

        `own`: the pick's `own_facts`. Either alone where there is no other.
        """
        if not own:
            met = self._met("reason", pick, language)
            return met or self.first(pick.evidence, language)
        same = (fact for number, fact in own if number == reason.fact)
        about_them = self._phrase(next(same, own[0][1]), language)
        met = self._met("wish", pick, language) if reason.names_wish else None
        if met is None or about_them.key == f"reason-{met.key.removeprefix('wish-')}":
            return about_them
        return Phrase(REASON_AND_WISH, {"wish": met, "reason": about_them})

    def also(self, pick: Pick, language: str) -> Phrase | None:
        """Return that a pick meets the wish as those before: "Also for driving: ".

        None where it was no wish, and of an artist's kind of music, which is a reason.
        """
        also = self._met("also", pick, language)
        return None if also and also.key == "also-kindred" else also

    def own_facts(self, pick: Pick, language: str) -> tuple[OwnFact, ...]:
        """Return the facts about the listener that can be said, the strongest first.

        That an artist of theirs is on the song, too, comes last.
        """
        own: list[OwnFact] = []
        last: list[OwnFact] = []
        for fact in pick.evidence:
            if fact.signal not in _WISHES and self._can_be_said(fact, language):
                facts = last if fact.signal == "joined" else own
                facts.append((_fingerprint(fact), fact))
        return (*own, *last)

    def _met(self, kind: str, pick: Pick, language: str) -> Phrase | None:
        """Return how a pick meets the wish; None where it was no wish or goes unsaid.

        `kind`: "wish" where a reason follows, "reason" where it is the only one, "also"
        for what is said before the song.
        """
        facts = {
            fact.signal: fact
            for fact in reversed(pick.evidence)
            if self._can_be_said(fact, language)
        }
        if "mood" in facts and "activity" in facts:
            mood, activity = (self._about(facts[s], language) for s in _FOR_THAT)
            both: dict[str, Argument] = {"mood": mood or "", "about": activity or ""}
            return Phrase(f"{kind}-mood-for", both)
        wanted = facts.get("asked_genre")
        combined = (facts[signal] for signal in _WITH_GENRE if signal in facts)
        for fact in combined if kind != "also" else ():
            genre = wanted.about if wanted else self._suiting(fact, pick, language)
            if genre and (name := self.moods.genre_name(genre, language)):
                arguments = _arguments(fact, self._about(fact, language))
                key = f"{kind}-{_WITH_GENRE[fact.signal]}"
                return Phrase(key, {**arguments, "genre": name})
        met = next((facts[signal] for signal in _MET if signal in facts), None)
        if met is None:
            return None
        about = self._about(met, language)
        return Phrase(f"{kind}-{_slug(met.signal)}", _arguments(met, about))

    def _suiting(self, fact: Evidence, pick: Pick, language: str) -> str | None:
        """Return the genre of a pick that suits the mood or the activity of a fact."""
        kind = _KINDS.get(fact.signal)
        entry = self.moods.get(kind, fact.about) if kind else None
        suiting = [g for g in (entry.genres if entry else ()) if g in pick.genres]
        return next((g for g in suiting if self.moods.genre_name(g, language)), None)

    def all(self, evidence: Sequence[Evidence], language: str) -> list[Phrase]:
        """Return the strongest facts, two at most; "it fits" where there is none.

        No two are about the same artist, genre or playlist, and no two are of one kind:
        a second playlist is told with the first. Only one says that something is
        listened to a lot.
        """
        chosen: dict[str, Phrase] = {}
        named: set[str] = set()
        for phrase in self._phrases(evidence, language):
            names = _names(phrase)
            kind = "listening" if phrase.key in _LISTENING else phrase.key
            first = chosen.get(kind)
            is_new = first is None or first.key == _PLAYLIST
            if is_new and named.isdisjoint(names):
                chosen[kind] = _with_another(first, phrase) if first else phrase
                named |= names
        return list(chosen.values())[:_SPOKEN_REASONS] or [_FITS]

    def wish_notice(
        self, answer: RecommendationAnswer, query: RecommendationQuery, language: str
    ) -> Text:
        """Return which parts of the query the picks do not meet, or cannot be known to.

        `language` is the listener's language code ("en", "ja").
        """
        if not (query.has_facets or query.unwanted):
            return NOTHING
        era_unmet = answer.unmet and query.is_era_alone
        dropped: tuple[Part, ...] = ("era",) if era_unmet else answer.dropped
        notices = [self._dropped(part, query, language) for part in dropped]
        if not answer.unmet and "kind" not in answer.dropped:
            notices += self._unmet_kinds(answer, query, language)
            if "artist" not in answer.dropped:
                notices.append(unmet_artist(answer.picks, query, language))
        picks = answer.picks
        by_genre = any(part.kind in _GENRE_KINDS for part in query.unwanted)
        if by_genre and picks and not picks[0].genres and not answer.unmet:
            notices.append(Phrase("notice-genres-unknown", {}))
        return joined(*notices)

    def _unmet_kinds(
        self, answer: RecommendationAnswer, query: RecommendationQuery, language: str
    ) -> Iterator[Text]:
        """Yield which of mood, activity and genre no pick meets."""
        facts = [fact for pick in answer.picks for fact in pick.evidence]
        met = {(fact.signal, fact.about) for fact in facts}
        wider = self.moods.wider(query.genre)
        if wider and ("asked_genre", wider.id) in met:
            met.add(("asked_genre", query.genre))  # what is closest is told by itself
        names = [
            self.moods.name(kind, wanted, language)
            for signal, kind in _KINDS.items()
            if (wanted := getattr(query, kind)) is not None
            and (signal, wanted) not in met
        ]
        if names and answer.picks:
            mood = self.moods.name("mood", query.mood or "", language)
            is_mood = names == [mood]
            yield (
                Phrase("notice-no-mood", {"mood": mood})
                if is_mood
                else Phrase("notice-no-kind", {"heard": names})
            )

    def _dropped(self, part: Part, query: RecommendationQuery, language: str) -> Text:
        if part == "source":
            return Phrase(f"notice-no-{query.source}", {})
        if part == "artist":
            return unmet_name(query.performer or query.artist or "")
        if part == "era":
            era = self._era(query.era or "", language)
            return Phrase("notice-no-era", {"era": era})
        kinds: tuple[Kind, ...] = ("mood", "activity", "genre")
        names = [
            self.moods.name(kind, entry_id, language)
            for kind in kinds
            if (entry_id := getattr(query, kind)) is not None
        ]
        return Phrase("notice-no-kind", {"heard": names})

    def _era(self, era: str, language: str) -> Text:
        if era.isdecimal():
            return Phrase("era-year", {"year": era})
        if (bound := bound_of(era)) is not None:
            direction, year = bound
            return Phrase(f"era-{direction}", {"year": str(year)})
        return self.moods.name("era", era, language)

    def mood_limit(self, mood: str, language: str) -> Text:
        """Return that no mood is further along than the one asked for before."""
        name = self.moods.name("mood", mood, language)
        return Phrase("notice-mood-limit", {"mood": name})

    def _phrases(self, evidence: Sequence[Evidence], language: str) -> Iterator[Phrase]:
        # A reason that only repeats the wish is the last to be said.
        for fact in sorted(evidence, key=lambda fact: fact.signal in _WISHES):
            if self._can_be_said(fact, language):
                yield self._phrase(fact, language)

    def _phrase(self, fact: Evidence, language: str) -> Phrase:
        slug = _slug(fact.signal) + ("-since" if fact.since else "")
        return Phrase(f"reason-{slug}", _arguments(fact, self._about(fact, language)))

    def _can_be_said(self, fact: Evidence, language: str) -> bool:
        speech = sanitizing.for_speech
        if fact.about is not None:
            about = self._about(fact, language)
            if about is None or (about and not speech(about)):
                return False  # a tag that is no genre, or what cannot be spoken
        return not fact.artist or bool(speech(fact.artist))

    def _about(self, fact: Evidence, language: str) -> str | None:
        kind = _KINDS.get(fact.signal)
        if fact.about is None:
            return None
        if fact.signal in _GENRES or kind == "genre":
            return self.moods.genre_name(fact.about, language)
        if kind is None:
            return fact.about
        return self.moods.name(kind, fact.about, language)


def _with_another(first: Phrase, second: Phrase) -> Phrase:
    """Return that the song is on both playlists."""
    names = {"about": first.arguments["about"], "other": second.arguments["about"]}
    return Phrase("reason-playlists", names)


def _slug(signal: Signal) -> str:
    return signal.replace("_", "-")


def _fingerprint(fact: Evidence) -> int:
    """Return a number that facts about the same artist, genre or playlist share."""
    return crc32((fact.about or fact.signal).casefold().encode())


def _names(phrase: Phrase) -> set[str]:
    """Return the names in a reason, in lower case."""
    names = (phrase.arguments.get(key) for key in ("about", "artist"))
    return {name.casefold() for name in names if isinstance(name, str)}


def _arguments(fact: Evidence, about: str | None) -> dict[str, Argument]:
    arguments: dict[str, Argument] = {}
    if fact.signal == "era":
        return {"year": str(fact.count)}
    if about is not None:
        arguments["about"] = about
    if fact.artist is not None:
        arguments["artist"] = fact.artist
    if fact.period is not None:
        arguments["span"] = Span(fact.period)
    if fact.count is not None:
        arguments["count"] = fact.count
    if fact.since is not None:
        arguments["since"] = Month.fromordinal(fact.since)
    return arguments


def answer_notice(
    answer: RecommendationAnswer, unmet: Text = NOTHING, before: Text = NOTHING
) -> Text:
    """Return what these picks are, where they are not just what was asked for.

    `unmet` is said where nothing met the query, unless it is `NOTHING`; `before` is
    what is said of the wish already. Where that is something, it is not said, too,
    where the picks come from: the answer would be longer than a breath.
    """
    source = fallback_notice(answer) if before == NOTHING else NOTHING
    return joined(before, *_query_notices(answer, unmet, before), source)


def next_notice(answer: RecommendationAnswer) -> Text:
    """Return `answer_notice` for picks that continue a list."""
    return joined(*_query_notices(answer))


def fallback_notice(answer: RecommendationAnswer) -> Text:
    """Return where the picks come from, if not from the usual sources."""
    if answer.stored.query.source is not None or answer.stored.playlists_searched:
        return NOTHING  # it is what was asked for
    if answer.stored.ranking.fallback == "heard":
        return Phrase("notice-heard", {})
    if answer.stored.ranking.fallback == "playlists":
        return Phrase("notice-playlists", {})
    return NOTHING


def _query_notices(
    answer: RecommendationAnswer, unmet: Text = NOTHING, before: Text = NOTHING
) -> Iterator[Text]:
    if answer.unmet and unmet != NOTHING:
        yield unmet
    elif answer.unmet and answer.novelty is not None:
        yield Phrase(f"notice-nothing-{answer.novelty}", {})
    elif answer.restarted and before == NOTHING:
        yield Phrase("notice-again", {})
