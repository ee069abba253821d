"""Everything that could be recommended: songs, their ranks, what speaks for them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum

import msgspec

from providers.music import Track
from providers.recommender.ranking.affinity import PERIOD_WEIGHT, Affinity, by_strength
from providers.recommender.ranking.history import short_key
from providers.recommender.ranking.model import (
    PERIODS,
    Evidence,
    Familiarity,
    Pick,
    RankedList,
    Taste,
)
from providers.recommender.ranking.query import Facet
from providers.recommender.ranking.rank_fusion import RRF_K, reciprocal_rank
from providers.recommender.ranking.reranking import ScoredItem
from providers.recommender.ranking.track_identity import Identities, credited

_CLOSENESS = 0.8  # the list of artists by affinity, beside the lists of tracks

_ASKED = 8.0  # what was asked for outweighs any habit

_TOLD = 3  # facts kept for each pick beside what was asked for

_OWN = frozenset({"top_track", "playlist"})


@dataclass(slots=True)
class Candidate:
    """A song with all that speaks for it, while the ranking is made."""

    key: str
    track: Track
    familiar: bool = False
    artists: tuple[str, ...] = ()
    genres: set[str] = field(default_factory=set)
    shares: list[float] = field(default_factory=list)
    facts: list[Evidence] = field(default_factory=list)
    facet_evidence: tuple[Evidence, ...] = ()

    @property
    def familiarity(self) -> Familiarity:
        return "familiar" if self.familiar else "discovery"

    def scored_item(self) -> "ScoredItem[Candidate]":
        """For the order with variety."""
        return ScoredItem(
            item=self,
            key=self.key,
            score=fsum(self.shares),
            familiarity=self.familiarity,
            artists=frozenset(self.artists),
            genres=frozenset(self.genres),
        )

    def pick(self) -> Pick:
        """As a value; the facts of what was asked for come first."""
        strongest: dict[tuple[str, str | None], Evidence] = {}
        for fact in sorted(self.facts, key=by_strength):
            strongest.setdefault((fact.signal, fact.about), fact)
        for fact in self.facet_evidence:
            strongest.pop((fact.signal, fact.about), None)
        return Pick(
            key=short_key(self.key),
            track=self.track,
            familiarity=self.familiarity,
            score=fsum(self.shares),
            evidence=(*self.facet_evidence, *tuple(strongest.values())[:_TOLD]),
            genres=tuple(sorted(self.genres)),
        )


class CandidatePool:
    """Candidates by song, filled list by list, in any order."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self.songs: dict[str, Candidate] = {}

    def add(self, finding: RankedList) -> None:
        """A ranked list; each of its songs gains a share of its weight and the fact."""
        fact = finding.evidence
        genres = (finding.genre,) if finding.genre else ()
        ranked = dict.fromkeys(self._candidate(track).key for track in finding.tracks)
        for rank, key in enumerate(ranked):
            candidate = self.songs[key]
            part = reciprocal_rank(rank, finding.weight)
            told = msgspec.structs.replace(fact, strength=part * RRF_K)
            candidate.shares.append(part)
            candidate.facts.append(told)
            candidate.familiar = candidate.familiar or fact.signal in _OWN
            candidate.genres.update(genres)

    def _candidate(self, track: Track) -> Candidate:
        key = self._identities.key(track)
        held = self.songs.get(key)
        if held is None:
            held = self.songs[key] = Candidate(key, track)
        elif held.track is not track:
            held.track = min(held.track, track, key=_preference)
        return held

    def add_artist_scores(self, artists: Mapping[str, Affinity]) -> None:
        """One more list, once all are in: songs by the closest artist on each."""
        ranks = {key: rank for rank, key in enumerate(artists)}
        for candidate in self.songs.values():
            candidate.artists = credited(candidate.track)
            known = [key for key in candidate.artists if key in ranks]
            for key in known:
                candidate.genres.update(artists[key].genres)
            if known:
                closest = min(known, key=ranks.__getitem__)
                candidate.shares.append(reciprocal_rank(ranks[closest], _CLOSENESS))
                candidate.facts.extend(artists[closest].evidence)

    def mark_known(self, own: Collection[str]) -> None:
        """Marks what the listener has or has heard, wherever else it was found."""
        for key, candidate in self.songs.items():
            candidate.familiar = candidate.familiar or key in own

    def filter_by_facets(self, facets: Sequence[Facet]) -> None:
        """Keeps what meets at least one facet, and ranks by how well it does."""
        for candidate in self.songs.values():
            song = (candidate.artists, candidate.genres, candidate.track.title)
            met = (facet.met(*song) for facet in facets)
            candidate.facet_evidence = tuple(fact for fact in met if fact is not None)
            strength = fsum(fact.strength for fact in candidate.facet_evidence)
            candidate.shares.append(strength * _ASKED / RRF_K)
        self.songs = {key: c for key, c in self.songs.items() if c.facet_evidence}


def _preference(track: Track) -> tuple[bool, bool, str, str]:
    """Of several entries of one song, the playable one that tells most."""
    return (not track.playable, track.album is None, track.id or "~", track.title)


def build_pool(
    identities: Identities,
    taste: Taste,
    findings: Iterable[RankedList],
    artists: Mapping[str, Affinity],
) -> CandidatePool:
    """All lists: the listener's top tracks of each period, and what searches found."""
    pool = CandidatePool(identities)
    for period in PERIODS:
        fact = Evidence("top_track", 0, period=period)
        tracks = taste.top_tracks.get(period, ())
        pool.add(RankedList(tracks, fact, weight=PERIOD_WEIGHT[period]))
    for finding in findings:
        pool.add(finding)
    pool.add_artist_scores(artists)
    return pool


def all_tracks(taste: Taste, findings: Iterable[RankedList]) -> Iterator[Track]:
    """Every track that an answer could name or must not name."""
    yield from taste.tracks()
    for finding in findings:
        yield from finding.tracks


# FOLDED What must not be recommended: owned, just heard, unplayable, or said before.


def playable(track: Track) -> bool:
    """Music that the service can play here; local files and episodes are not."""
    return bool(
        track.id and track.title and track.playable
        and not (track.local or track.spoken)
    )  # fmt: skip


def known_tracks(taste: Taste, identities: Identities) -> frozenset[str]:
    """Songs that are saved, on a known own playlist, or among the last plays."""
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
    candidates: Iterable[Candidate], without: frozenset[str], resting: frozenset[str]
) -> list[Candidate]:
    """The candidates that may be said: playable, not in `without`, not `resting`."""
    return [
        candidate
        for candidate in candidates
        if candidate.key not in without
        and playable(candidate.track)
        and not (resting and short_key(candidate.key) in resting)
    ]
