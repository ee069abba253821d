"""From what is known of a listener to picks, each with its reason: pure and seeded."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

import msgspec

from providers.recommender.ranking.affinity import affinities
from providers.recommender.ranking.candidates import (
    Candidate,
    all_tracks,
    build_pool,
    eligible,
    known_tracks,
)
from providers.recommender.ranking.history import History
from providers.recommender.ranking.model import (
    FallbackLevel,
    Pick,
    RankedList,
    Ranking,
    Taste,
)
from providers.recommender.ranking.query import Facet, Novelty
from providers.recommender.ranking.reranking import (
    PER_ARTIST,
    diversify,
    interleave,
    rerank_by_feedback,
)
from providers.recommender.ranking.track_identity import Identities, credited

LENGTH = 45  # picks of a day: fifteen answers of three

AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class RankingContext:
    """When and by whom: `seed` decides among equals, and which day's order it is."""

    now: datetime
    seed: int
    history: History = field(default_factory=History)

    @property
    def day(self) -> int:
        return self.now.toordinal()


def rank(
    taste: Taste,
    findings: Sequence[RankedList],
    facets: Sequence[Facet],
    occasion: RankingContext,
) -> Ranking:
    """The picks of the day, best first; the first rung of the ladder that has any.

    With `facets`, only what meets one of them; a wish that nothing meets has the rung
    `nothing`, because an answer to another question is the caller's decision.
    """
    identities = Identities(all_tracks(taste, findings))
    known = affinities(taste, occasion.now)
    pool = build_pool(identities, taste, findings, known)
    if facets:
        pool.filter_by_facets(facets)
    without = known_tracks(taste, identities)
    resting = occasion.history.cooling_down(occasion.day)
    if fit := eligible(pool.songs.values(), without, resting):
        return _ranking(fit, "full", taste, occasion)
    pool.mark_known(without)
    again = eligible(pool.songs.values(), frozenset(), frozenset())
    return _ranking(again, "heard", taste, occasion)


def rank_own(
    tracks: Iterable[RankedList], taste: Taste, occasion: RankingContext
) -> Ranking:
    """The last rung: what own playlists hold, each finding one playlist's contents."""
    findings = tuple(tracks)
    identities = Identities(all_tracks(taste, findings))
    known = affinities(taste, occasion.now)
    pool = build_pool(identities, taste, findings, known)
    fit = eligible(pool.songs.values(), frozenset(), frozenset())
    return _ranking(fit, "playlists", taste, occasion)


def rediscover(
    contents: Iterable[RankedList], taste: Taste, occasion: RankingContext
) -> Ranking:
    """Songs of these playlists that are not among what is heard these days: the last
    plays, the top tracks of the last weeks."""
    findings = tuple(contents)
    identities = Identities(all_tracks(taste, findings))
    lately = known_tracks(taste, identities) | {
        identities.key(track) for track in taste.top_tracks.get("weeks", ())
    }
    calm = Taste()  # what is heard these days is no reason for what is not
    pool = build_pool(identities, calm, findings, affinities(calm, occasion.now))
    resting = occasion.history.cooling_down(occasion.day)
    fit = eligible(pool.songs.values(), lately, resting)
    ranking = _ranking(fit, "playlists", taste, occasion)
    return msgspec.structs.replace(
        ranking,
        picks=tuple(msgspec.structs.replace(p, checked=True) for p in ranking.picks),
    )


def _ranking(
    fit: Iterable[Candidate],
    rung: FallbackLevel,
    taste: Taste,
    occasion: RankingContext,
) -> Ranking:
    standings = (candidate.scored_item() for candidate in fit)
    chosen = diversify(standings, seed=occasion.seed, count=LENGTH)
    picks = tuple(candidate.pick() for candidate in chosen)
    return Ranking(
        picks=picks,
        fallback=rung if picks else "nothing",
        version=taste.version(),
        missing=tuple(sorted(taste.missing.items())),
        stale=taste.stale,
    )


def choose(
    ranking: Ranking,
    occasion: RankingContext,
    *,
    novelty: Novelty | None = None,
    count: int = AT_ONCE,
) -> tuple[Pick, ...]:
    """The next picks of the day: not said today, and as the listener's words have it.

    Fewer than `count`, or none, when the well is dry.
    """
    heard = occasion.history.shown_on(occasion.day)
    opinions = occasion.history.feedback
    picks = rerank_by_feedback(
        ranking.picks, opinions, seed=occasion.seed, day=occasion.day
    )
    left = [pick for pick in picks if pick.key not in heard]
    if novelty is not None:
        kind = "discovery" if novelty == "new" else "familiar"
        left = [pick for pick in left if pick.familiarity == kind]
    return tuple(islice(interleave(left), count))


def extended(ranking: Ranking, more: Ranking) -> Ranking:
    """With the picks of another ranking behind its own; no artist more than twice."""
    known = {pick.key for pick in ranking.picks}
    credits_ = Counter(name for pick in ranking.picks for name in credited(pick.track))
    picks = list(ranking.picks)
    for pick in more.picks:
        names = credited(pick.track)
        if pick.key not in known and all(credits_[n] < PER_ARTIST for n in names):
            picks.append(pick)
            credits_.update(names)
    return msgspec.structs.replace(ranking, picks=tuple(picks))
