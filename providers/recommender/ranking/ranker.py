"""Ranker: from a listener's taste and ranked lists to the picks of the day.

Stages: candidates, scoring, re-ranking; each pick carries its evidence for the
explanation. All functions are pure, and deterministic for a given seed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain, islice
from operator import itemgetter

import msgspec

from providers.recommender.ranking.affinity import affinities
from providers.recommender.ranking.candidates import (
    Candidate,
    CandidatePool,
    People,
    all_tracks,
    build_pool,
    eligible,
    in_known_scripts,
    known_tracks,
)
from providers.recommender.ranking.domain_types import (
    FallbackLevel,
    Pick,
    RankedList,
    Ranking,
    Signal,
    Taste,
)
from providers.recommender.ranking.exclusions import Exclusions
from providers.recommender.ranking.facets import Facet
from providers.recommender.ranking.history import History
from providers.recommender.ranking.new_artists import Lead, name_key
from providers.recommender.ranking.recommendation_query import (
    Novelty,
)
from providers.recommender.ranking.reranking import (
    MOST_FAMILIAR,
    PER_ARTIST,
    diversify,
    interleave,
    most_per_artist,
    rerank_by_feedback,
)
from providers.recommender.ranking.track_identity import (
    Identities,
    artist_key,
    credited,
    first_credited,
    song_key,
)

LENGTH = 45
"""Picks of a day: fifteen answers of three."""

_NAMED: Signal = "asked_artist"

_PARTS: tuple[Signal, ...] = ("activity", "mood", "asked_genre")
"""The parts of a wish, the one last that says most about the sound."""

_FREE_OF_SCRIPT: frozenset[Signal] = frozenset(("mood", "activity"))

_OF_A_WISH = frozenset((*_PARTS, _NAMED))

AT_ONCE = 3
"""Picks of one answer."""

_FEW_NEW = 2  # with fewer new songs left, more are searched for


class RankingContext(msgspec.Struct, frozen=True):
    """For whom and when a ranking is made.

    `now`: the time, with its zone. `seed`: decides among equals; the same for a
    listener's whole day. `history`: what was recommended before, and feedback on it.
    `exclusions`: what must not be recommended. `avoided`: the `name_key`s of artists
    who are left out because they, or artists near to them, were disliked. `made`:
    hashes of searches that are not made again.
    """

    now: datetime
    seed: int
    history: History = msgspec.field(default_factory=History)
    exclusions: Exclusions = msgspec.field(default_factory=Exclusions)
    avoided: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()

    @property
    def day(self) -> int:
        """The number of the day, as in `date.toordinal()`."""
        return self.now.toordinal()


def rank(
    taste: Taste,
    ranked_lists: Sequence[RankedList],
    facets: Sequence[Facet],
    context: RankingContext,
    leads: Mapping[str, Lead] | None = None,
) -> Ranking:
    """Return the picks of the day, at the first fallback level that has any.

    `leads`: new artists by `name_key`, best first. With `facets`, only songs that meet
    one of them, and all that are required. A query that no song meets gives the level
    `nothing`: to answer another question is the caller's decision.
    """
    identities = Identities(all_tracks(taste, ranked_lists))
    people = People(affinities(taste, context.now), leads or {})
    lists = (*ranked_lists, *_own_lists(taste)) if facets else ranked_lists
    pool = build_pool(identities, taste, lists, people, context.exclusions)
    if facets:
        pool.filter_by_facets(facets)
    else:
        pool.remove_unexplained()
    known = known_tracks(taste, identities)
    cooling_down = context.history.cooling_down(context.day)
    per_artist = _per_artist(facets)
    fresh = eligible(pool.candidates.values(), known, cooling_down)
    if all(facet.signal in _FREE_OF_SCRIPT for facet in facets):
        fresh = in_known_scripts(fresh, taste)
    if fresh:
        ranking = _ranking(fresh, taste, context, per_artist)
        return _at(ranking, "full", pool)
    pool.mark_known(known)
    again = eligible(pool.candidates.values(), frozenset(), frozenset())
    return _at(_ranking(again, taste, context, per_artist), "heard", pool)


def _own_lists(taste: Taste) -> Iterator[RankedList]:
    """Yield what the listener saved and has on playlists: it may meet a query."""
    yield RankedList(tuple(save.track for save in taste.saves), None)
    yield RankedList(taste.known, None)


def _per_artist(facets: Sequence[Facet]) -> int:
    """Return on how many picks one artist may be: on all where only one is wanted."""
    by_one = any(facet.required and facet.artists for facet in facets)
    return LENGTH if by_one else PER_ARTIST


def rank_own(
    own_lists: Iterable[RankedList],
    taste: Taste,
    context: RankingContext,
    facets: Sequence[Facet] = (),
) -> Ranking:
    """Return picks from these own lists alone, of songs that meet `facets`.

    Each of `own_lists` is the contents of one playlist, or the saved songs.
    """
    ranked_lists = tuple(own_lists)
    identities = Identities(all_tracks(taste, ranked_lists))
    people = People(affinities(taste, context.now))
    only = Taste()  # the top tracks are elsewhere
    pool = build_pool(identities, only, ranked_lists, people, context.exclusions)
    if facets:
        pool.filter_by_facets(facets)
    candidates = eligible(pool.candidates.values(), frozenset(), frozenset())
    ranking = _ranking(candidates, taste, context, _per_artist(facets))
    return _at(ranking, "playlists", pool)


def rediscover(
    playlists: Iterable[RankedList], taste: Taste, context: RankingContext
) -> Ranking:
    """Return picks from these playlists that the listener does not hear these days.

    Heard these days: the last plays and the top tracks of the last weeks. Every pick is
    `checked`, because the listener owns it anyway.
    """
    ranked_lists = tuple(playlists)
    identities = Identities(all_tracks(taste, ranked_lists))
    lately = known_tracks(taste, identities) | {
        identities.key(track) for track in taste.top_tracks.get("weeks", ())
    }
    neutral = Taste()  # what is heard these days is no reason for what is not
    people = People(affinities(neutral, context.now))
    pool = build_pool(identities, neutral, ranked_lists, people, context.exclusions)
    cooling_down = context.history.cooling_down(context.day)
    candidates = eligible(pool.candidates.values(), lately, cooling_down)
    ranking = _ranking(candidates, taste, context)
    return msgspec.structs.replace(
        _at(ranking, "playlists", pool),
        picks=tuple(msgspec.structs.replace(p, checked=True) for p in ranking.picks),
    )


def _ranking(
    candidates: Iterable[Candidate],
    taste: Taste,
    context: RankingContext,
    per_artist: int = PER_ARTIST,
) -> Ranking:
    items = (candidate.scored_item() for candidate in candidates)
    share = familiar_share(taste)
    chosen = diversify(
        items,
        seed=context.seed,
        count=LENGTH,
        per_artist=per_artist,
        familiar_share=share,
    )
    return Ranking(
        picks=tuple(candidate.pick() for candidate in chosen),
        fallback="nothing",
        version=taste.version(),
        missing=tuple(sorted(taste.missing.items())),
        stale=taste.stale,
        familiar_share=share,
        whole=taste.whole,
    )


def familiar_share(taste: Taste) -> float:
    """Return how much of the answers is familiar: from 0 to `MOST_FAMILIAR`.

    The more of the last plays are of artists outside the favourites of the last months
    and years, the less. Without plays or favourites it is half of the most.
    """
    favourites = {
        artist_key(artist.name)
        for period in ("months", "years")
        for artist in taste.top_artists.get(period, ())
    }
    if not favourites or not taste.plays:
        return MOST_FAMILIAR / 2
    inside = sum(first_credited(play.track) in favourites for play in taste.plays)
    return MOST_FAMILIAR * inside / len(taste.plays)


def _at(ranking: Ranking, fallback: FallbackLevel, pool: CandidatePool) -> Ranking:
    """Return the ranking with its level, which is `nothing` without picks."""
    level = fallback if ranking.picks else "nothing"
    return msgspec.structs.replace(ranking, fallback=level, excluded=pool.excluded)


def remaining(
    ranking: Ranking, context: RankingContext, shown: frozenset[str]
) -> tuple[Pick, ...]:
    """Return the picks that were not recommended today, re-ranked by the feedback.

    `shown`: the `Pick.key`s of those that were. What has been excluded or disliked
    since the ranking was made is left out. A second song of a new artist comes when one
    of each was recommended, or after a like.
    """
    left = [pick for pick in ranking.picks if pick.key not in shown]
    # Mostly both are empty, and comparing names is dear.
    if context.exclusions:
        excludes = context.exclusions.excludes
        left = [pick for pick in left if not excludes(pick.track, pick.genres)]
    if context.avoided:
        avoids = context.avoided.intersection
        left = [p for p in left if not avoids(map(name_key, credited(p.track)))]
    ranked = rerank_by_feedback(
        left,
        context.history.feedback,
        seed=context.seed,
        day=context.day,
        familiar_share=ranking.familiar_share,
    )
    feedback = context.history.feedback
    if any(opinion.liked and opinion.day == context.day for opinion in feedback):
        return ranked
    heard = _new_artists([pick for pick in ranking.picks if pick.key in shown])
    if not heard:
        return ranked
    second = [
        pick.familiarity == "discovery" and first_credited(pick.track) in heard
        for pick in ranked
    ]
    in_order = sorted(zip(second, ranked, strict=True), key=itemgetter(0))
    return tuple([pick for _, pick in in_order])


def runs_short(ranking: Ranking, context: RankingContext) -> bool:
    """Return whether more music is to be searched for.

    Where fewer than two new songs are left; after the first answer also where a song of
    each new artist was recommended today.
    """
    shown = context.history.shown_on(context.day)
    left = remaining(ranking, context, shown)
    left = tuple([pick for pick in left if pick.familiarity == "discovery"])
    if len(left) < _FEW_NEW or len(shown) <= AT_ONCE:
        return len(left) < _FEW_NEW
    heard = _new_artists([pick for pick in ranking.picks if pick.key in shown])
    return _new_artists(left) <= heard


def _new_artists(picks: Iterable[Pick]) -> frozenset[str | None]:
    """Return the keys of the new artists whose songs these are."""
    new = [pick for pick in picks if pick.familiarity == "discovery"]
    return frozenset([first_credited(pick.track) for pick in new])


def choose(
    ranking: Ranking,
    context: RankingContext,
    *,
    novelty: Novelty | None = None,
    count: int = AT_ONCE,
    by_wish: bool = True,
) -> tuple[Pick, ...]:
    """Return the next picks of `remaining`, new and familiar ones in turn.

    `by_wish`: those first that meet most of the ranking's query; False where it asks
    for nothing, which spares a look at all evidence. Fewer than `count`, or none, where
    the ranking is exhausted.
    """
    shown = context.history.shown_on(context.day)
    left = remaining(ranking, context, shown)
    if novelty is not None:
        is_known = novelty != "new"
        left = tuple([p for p in left if (p.familiarity == "familiar") == is_known])
    turns = (
        interleave(picks, ranking.familiar_share, place=len(shown))
        for picks in (_by_wish(left) if by_wish else (left,))
    )
    return tuple(islice(chain.from_iterable(turns), count))


def _by_wish(picks: tuple[Pick, ...]) -> Iterator[Sequence[Pick]]:
    """Yield the picks in groups, those first that meet most of a wish.

    Somebody who names an artist wants one song of that artist before others like them.
    """
    facts = [fact.signal for pick in picks for fact in pick.evidence]
    if _OF_A_WISH.isdisjoint(facts):
        yield picks
        return
    named = [
        pick
        for pick in picks
        if pick.evidence and pick.evidence[0].signal == _NAMED
        if pick.evidence[0].strength >= 1
    ][:1]
    met = [(pick, _parts_met(pick)) for pick in picks if pick not in named]
    most = max([parts for _, parts in met], default=(0, 0))
    yield named
    yield [pick for pick, parts in met if parts == most]
    yield [pick for pick, parts in met if parts < most]


def _parts_met(pick: Pick) -> tuple[int, int]:
    """Return how many parts of a wish such as "calm jazz for dinner" a song meets.

    One less where the artist that was asked for is a guest on it. Then which parts.
    """
    signals = {fact.signal for fact in pick.evidence}
    places = [place for place, part in enumerate(_PARTS) if part in signals]
    by_guest = any(f.signal == _NAMED and f.strength < 1 for f in pick.evidence)
    return len(places) - by_guest, sum(1 << place for place in places)


def still_new(ranking: Ranking, taste: Taste) -> Ranking:
    """Return the ranking without finds that the listener knows by now.

    Its songs from the listener's own lists stay.
    """
    artists = taste.own_artists()
    songs = {song_key(track) for track in taste.tracks()}
    picks = tuple(
        pick
        for pick in ranking.picks
        if pick.familiarity == "familiar"
        or (
            song_key(pick.track) not in songs
            and (
                pick.familiarity == "habit" or first_credited(pick.track) not in artists
            )
        )
    )
    return msgspec.structs.replace(ranking, picks=picks)


def extended(ranking: Ranking, more: Ranking) -> Ranking:
    """Return the ranking with the new picks of `more` behind its own.

    No artist is credited on more than two picks, or on as many as the ranking has.
    """
    keys = {pick.key for pick in ranking.picks}
    credit_counts = Counter(
        artist for pick in ranking.picks for artist in credited(pick.track)
    )
    per_artist = most_per_artist(ranking.picks)
    picks = list(ranking.picks)
    for pick in more.picks:
        artists = credited(pick.track)
        full = any(credit_counts[artist] >= per_artist for artist in artists)
        if pick.key not in keys and not full:
            picks.append(pick)
            credit_counts.update(artists)
    searched = dict.fromkeys((*ranking.searched, *more.searched))
    return msgspec.structs.replace(
        ranking, picks=tuple(picks), searched=tuple(searched)
    )
