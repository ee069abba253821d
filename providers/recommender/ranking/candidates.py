"""Candidate pool: the songs that could be recommended, their scores and evidence.

The second half decides which candidates are eligible: not saved, not just heard,
playable, and not recommended in the last days.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import fsum

import msgspec

from providers.music import Track
from providers.recommender.ranking.affinity import PERIOD_WEIGHT, Affinity, by_strength
from providers.recommender.ranking.domain_types import (
    PERIODS,
    Evidence,
    Familiarity,
    Pick,
    RankedList,
    Signal,
    Taste,
)
from providers.recommender.ranking.eras import release_year
from providers.recommender.ranking.exclusions import Exclusions
from providers.recommender.ranking.facets import Facet, met_facets
from providers.recommender.ranking.history import short_key
from providers.recommender.ranking.new_artists import Lead, name_key
from providers.recommender.ranking.rank_fusion import RRF_K, reciprocal_rank
from providers.recommender.ranking.reranking import ScoredItem
from providers.recommender.ranking.track_identity import (
    Identities,
    credited,
    first_credited,
    script_of,
    song_key,
)

_ARTIST_WEIGHT = 0.8  # the list of artists by affinity, beside the lists of tracks

_LEAD_WEIGHT = 3.0  # how close a new artist is tells more than which song it is

_FACET_WEIGHT = 8.0  # what was asked for outweighs any habit

# Of a wish with several parts: a mood is a matter of degree, a genre is not.
_HARD: frozenset[Signal] = frozenset(
    ("asked_genre", "asked_artist", "kindred", "neighbour")
)

_MOST_FACTS = 3  # kept for each pick beside the evidence of its facets


class Candidate(msgspec.Struct):
    """A song that could be recommended, while the ranking is computed.

    `key`: the song key. `track`: the best entry of the song. `familiar`: the song is in
    the listener's own lists. `known_artist`: the listener knows whose song it is.
    `artists`: artist keys. `genres`: lower case.
    `scores`: the parts of the score, one for each list. `evidence`: from lists and
    artists. `facet_evidence`: how the song meets the query.
    """

    key: str
    track: Track
    familiar: bool = False
    known_artist: bool = False
    artists: tuple[str, ...] = ()
    genres: set[str] = msgspec.field(default_factory=set)
    scores: list[float] = msgspec.field(default_factory=list)
    evidence: list[Evidence] = msgspec.field(default_factory=list)
    facet_evidence: tuple[Evidence, ...] = ()

    @property
    def familiarity(self) -> Familiarity:
        """`familiar`, `habit` or `discovery`."""
        if self.familiar:
            return "familiar"
        return "habit" if self.known_artist else "discovery"

    def scored_item(self) -> "ScoredItem[Candidate]":
        """Return the candidate as an item for re-ranking."""
        return ScoredItem(
            item=self,
            key=self.key,
            score=fsum(self.scores),
            familiarity=self.familiarity,
            main=first_credited(self.track),
            artists=frozenset(self.artists),
            genres=frozenset(self.genres),
        )

    def pick(self) -> Pick:
        """Return the candidate as a pick; evidence of the query comes first.

        Only the year of an asked era comes second: the wish alone is no reason.
        """
        strongest: dict[tuple[str, str | None], Evidence] = {}
        for fact in sorted(self.evidence, key=by_strength):
            strongest.setdefault((fact.signal, fact.about), fact)
        for fact in self.facet_evidence:
            strongest.pop((fact.signal, fact.about), None)
        others = list(strongest.values())[:_MOST_FACTS]
        met = [fact for fact in self.facet_evidence if fact.signal != "era"]
        others[1:1] = [fact for fact in self.facet_evidence if fact.signal == "era"]
        return Pick(
            key=short_key(self.key),
            track=self.track,
            familiarity=self.familiarity,
            score=fsum(self.scores),
            evidence=(*met, *others),
            genres=tuple(sorted(self.genres)),
        )


class People(msgspec.Struct, frozen=True):
    """The artists of a ranking.

    `artists`: those of the listener by key, closest first. `leads`: new ones by
    `name_key`, best first.
    """

    artists: Mapping[str, Affinity]
    leads: Mapping[str, Lead] = msgspec.field(default_factory=dict)


class CandidatePool:
    """Candidates by song key. Lists may be added in any order.

    `excluded`: songs were removed because of exclusions.
    """

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self.candidates: dict[str, Candidate] = {}
        self.excluded = False

    def add(self, ranked_list: RankedList) -> None:
        """Add a list: each song gains its reciprocal rank as score, and the evidence.

        A song that the list holds several times counts at its best rank.
        """
        evidence = ranked_list.evidence
        genres = (ranked_list.genre,) if ranked_list.genre else ()
        keys = dict.fromkeys(self._candidate(track).key for track in ranked_list.tracks)
        for rank, key in enumerate(keys):
            candidate = self.candidates[key]
            score = reciprocal_rank(rank, ranked_list.weight)
            candidate.scores.append(score)
            if evidence is not None:
                fact = msgspec.structs.replace(evidence, strength=score * RRF_K)
                candidate.evidence.append(fact)
            candidate.familiar = candidate.familiar or not ranked_list.found
            candidate.genres.update(genres)

    def _candidate(self, track: Track) -> Candidate:
        key = self._identities.key(track)
        candidate = self.candidates.get(key)
        if candidate is None:
            candidate = self.candidates[key] = Candidate(key, track)
        elif candidate.track is not track:
            candidate.track = min(candidate.track, track, key=_preference)
        return candidate

    def add_artist_scores(
        self, artists: Mapping[str, Affinity], leads: Mapping[str, Lead]
    ) -> None:
        """Add one more list: songs ranked by whose song it is.

        `artists`: those of the listener, closest first. `leads`: new ones, best first.
        Call this once all lists of tracks are added. Each song also gains the genres of
        its artists, and the evidence about the closest one.
        """
        self._add_known(artists)
        new = {
            id(candidate): name_key(candidate.track.artists[0].name)
            for candidate in self.candidates.values()
            if candidate.track.artists and not candidate.known_artist
        }
        found = frozenset(new.values())
        places = {
            key: place for place, key in enumerate(k for k in leads if k in found)
        }
        for candidate in self.candidates.values():
            key = new.get(id(candidate), "")
            if key in places:
                score = reciprocal_rank(places[key], _LEAD_WEIGHT)
                candidate.scores.append(score)
                candidate.evidence[:0] = leads[key].evidence

    def _add_known(self, artists: Mapping[str, Affinity]) -> None:
        ranks = {key: rank for rank, key in enumerate(artists)}
        for candidate in self.candidates.values():
            candidate.artists = credited(candidate.track)
            candidate.known_artist = first_credited(candidate.track) in ranks
            known = [key for key in candidate.artists if key in ranks]
            for key in known:
                candidate.genres.update(artists[key].genres)
            if known:
                closest = min(known, key=ranks.__getitem__)
                if candidate.known_artist:
                    score = reciprocal_rank(ranks[closest], _ARTIST_WEIGHT)
                    candidate.scores.append(score)
                else:  # a reason to tell, and none to put this new artist first
                    joined = Evidence("joined", 1.0, artists[closest].name)
                    candidate.evidence.append(joined)
                candidate.evidence.extend(artists[closest].evidence)

    def remove_unexplained(self) -> None:
        """Remove the songs that nothing speaks for but that a search found them."""
        self.candidates = {
            key: candidate
            for key, candidate in self.candidates.items()
            if candidate.evidence or candidate.familiar
        }

    def mark_known(self, own_keys: Collection[str]) -> None:
        """Mark the songs with these keys as familiar, wherever else they were found."""
        for key, candidate in self.candidates.items():
            candidate.familiar = candidate.familiar or key in own_keys

    def filter_by_facets(self, facets: Sequence[Facet]) -> None:
        """Keep the songs that meet all required facets and one of the others.

        Of a language that was asked for, keep all where none meets another facet.
        Where a genre or an artist was asked for and something else, keep only songs
        that meet that, if there are some: "calm rock" is rock. Of a kind of a wider
        genre, too, keep only its own songs, if there are some. Score how well they do.
        """
        required = [facet for facet in facets if facet.required]
        others = [facet for facet in facets if not facet.required]
        in_language: dict[str, Candidate] = {}
        is_language = bool(required) and all(facet.genres for facet in required)
        for key, candidate in self.candidates.items():
            year = release_year(candidate.track)
            song = candidate.artists, candidate.genres, candidate.track.title, year
            further = [_named(f, candidate.track) for f in met_facets(others, song)]
            facts = [fact for facet in required if (fact := facet.met(*song))]
            is_alone = bool(others and not further)
            if len(facts) == len(required) and (is_language or not is_alone):
                candidate.facet_evidence = (*further, *facts)
                if is_alone:
                    in_language[key] = candidate
            strength = fsum(fact.strength for fact in candidate.facet_evidence)
            candidate.scores.append(strength * _FACET_WEIGHT / RRF_K)
        meeting = {
            key: candidate
            for key, candidate in self.candidates.items()
            if candidate.facet_evidence and key not in in_language
        } or in_language
        signals = {signal for facet in others for signal in _signals(facet)}
        hard = signals & _HARD if signals - _HARD else frozenset()
        of_kind = {
            key: candidate
            for key, candidate in meeting.items()
            if not hard.isdisjoint(fact.signal for fact in candidate.facet_evidence)
        }
        self.candidates = _of_narrower(of_kind or meeting, others)

    def remove_excluded(self, exclusions: Exclusions) -> None:
        """Remove the songs that must not be recommended.

        Call this once the songs have the genres of their artists.
        """
        kept = {
            key: candidate
            for key, candidate in self.candidates.items()
            if not exclusions.excludes(candidate.track, candidate.genres)
        }
        if exclusions.needs_genres:
            known = {
                key: candidate for key, candidate in kept.items() if candidate.genres
            }
            kept = known or kept
        self.excluded = any(
            song_key(candidate.track) not in exclusions.starts
            for key, candidate in self.candidates.items()
            if key not in kept
        )
        self.candidates = kept


def _of_narrower(
    candidates: dict[str, Candidate], facets: Sequence[Facet]
) -> dict[str, Candidate]:
    """Return the songs of the genre that was asked for, not only of a wider one.

    All of them where there are none.
    """
    wider = {facet.about for facet in facets if facet.wider}
    if not wider:
        return candidates
    own = {
        key: candidate
        for key, candidate in candidates.items()
        if any(
            fact.signal == "asked_genre" and fact.about not in wider
            for fact in candidate.facet_evidence
        )
    }
    return own or candidates


def _signals(facet: Facet) -> tuple[Signal, Signal]:
    """Return the signals of the evidence that a song meets a facet."""
    return facet.signal, facet.by_genre


def _named(fact: Evidence, track: Track) -> Evidence:
    """Return the fact with the song's artist where it relates one to another."""
    if fact.signal != "neighbour" or not track.artists:
        return fact
    return msgspec.structs.replace(fact, artist=track.artists[0].name)


def _preference(track: Track) -> tuple[bool, bool, str, str]:
    """Sort the entries of one song: playable ones first, then those with an album."""
    return (not track.playable, track.album is None, track.id or "~", track.title)


def build_pool(
    identities: Identities,
    taste: Taste,
    ranked_lists: Iterable[RankedList],
    people: People,
    exclusions: Exclusions,
) -> CandidatePool:
    """Return the pool of the listener's top tracks and of `ranked_lists`.

    Without what is excluded.
    """
    pool = CandidatePool(identities)
    for period in PERIODS:
        evidence = Evidence("top_track", 0, period=period)
        tracks = taste.top_tracks.get(period, ())
        pool.add(RankedList(tracks, evidence, weight=PERIOD_WEIGHT[period]))
    for ranked_list in ranked_lists:
        pool.add(ranked_list)
    pool.add_artist_scores(people.artists, people.leads)
    if exclusions:
        pool.remove_excluded(exclusions)
    return pool


def all_tracks(taste: Taste, ranked_lists: Iterable[RankedList]) -> Iterator[Track]:
    """Yield every track that an answer could name or must not name."""
    yield from taste.tracks()
    for ranked_list in ranked_lists:
        yield from ranked_list.tracks


def playable(track: Track) -> bool:
    """Return whether Spotify can play the track here, and it is music.

    Local files and podcast episodes are not.
    """
    return bool(
        track.id and track.title and track.playable
        and not (track.local or track.spoken)
    )  # fmt: skip


def known_tracks(taste: Taste, identities: Identities) -> frozenset[str]:
    """Return the keys of songs that are saved, just heard, or in an own playlist."""
    return frozenset(
        identities.key(track)
        for tracks in (
            (save.track for save in taste.saves),
            (play.track for play in taste.plays),
            taste.known,
        )
        for track in tracks
    )


def eligible(
    candidates: Iterable[Candidate],
    excluded: frozenset[str],
    cooling_down: frozenset[str],
) -> list[Candidate]:
    """Return the playable candidates that are in neither set.

    `excluded`: song keys. `cooling_down`: `Pick.key`s (see `History.cooling_down`).
    """
    return [
        candidate
        for candidate in candidates
        if candidate.key not in excluded
        and playable(candidate.track)
        and not (cooling_down and short_key(candidate.key) in cooling_down)
    ]


def in_known_scripts(candidates: list[Candidate], taste: Taste) -> list[Candidate]:
    """Return the songs in Latin script or in one of the listener's music; else all."""
    own = {"LATIN", *(script_of(track.title) for track in taste.tracks())}
    kept = [each for each in candidates if script_of(each.track.title) in own]
    return kept or candidates
