"""How the listener's word on earlier picks re-orders those that are left."""

from collections.abc import Sequence

import msgspec

from providers.recommending.diversity import Standing, diversify
from providers.recommending.evidence import ASKED, Evidence, Pick, Signal
from providers.recommending.identity import credited
from providers.recommending.memory import REST_DAYS, Opinion

# The same artist counts more than a genre that many share.
_LIKED_ARTIST, _LIKED_GENRE = 2.0, 1.5
_DISLIKED_ARTIST, _DISLIKED_GENRE = 0.3, 0.6
_LEAST, _MOST = 0.25, 3.0  # many words in one direction still leave some variety


def minded(
    picks: Sequence[Pick], opinions: Sequence[Opinion], *, seed: int, day: int
) -> tuple[Pick, ...]:
    """Without the songs that were disliked, for a week without their artists; those
    like the liked first.

    A pick that a liked one speaks for says so. Without opinions the order stays.
    """
    if not opinions:
        return tuple(picks)
    disliked = [opinion for opinion in opinions if not opinion.liked]
    songs = {opinion.song for opinion in disliked}
    artists = {a for o in disliked if day - o.day < REST_DAYS for a in o.artists}
    allowed = (
        pick
        for pick in picks
        if pick.key not in songs and artists.isdisjoint(credited(pick.track))
    )
    weighed = (_standing(_weighed(pick, opinions)) for pick in allowed)
    return diversify(weighed, seed=seed, count=len(picks))


def _standing(pick: Pick) -> Standing[Pick]:
    return Standing(
        item=pick,
        key=pick.key,
        score=pick.score,
        familiarity=pick.familiarity,
        artists=frozenset(credited(pick.track)),
        genres=frozenset(pick.genres),
    )


def _weighed(pick: Pick, opinions: Sequence[Opinion]) -> Pick:
    factor, facts = 1.0, list[Evidence]()
    for opinion in opinions:
        weight = _weight(pick, opinion)
        factor *= weight
        if weight > 1 and not facts:
            same = weight == _LIKED_ARTIST
            signal: Signal = "liked" if same else "kindred"
            facts.append(Evidence(signal, weight / 2, opinion.name))
    # What was asked for stays the first thing to say.
    asked = [fact for fact in pick.evidence if fact.signal in ASKED]
    others = [fact for fact in pick.evidence if fact.signal not in ASKED]
    return msgspec.structs.replace(
        pick,
        score=pick.score * min(_MOST, max(_LEAST, factor)),
        evidence=(*asked, *facts, *others),
    )


def _weight(pick: Pick, opinion: Opinion) -> float:
    if not set(opinion.artists).isdisjoint(credited(pick.track)):
        return _LIKED_ARTIST if opinion.liked else _DISLIKED_ARTIST
    if set(opinion.genres).isdisjoint(pick.genres):
        return 1.0
    return _LIKED_GENRE if opinion.liked else _DISLIKED_GENRE
