"""Affinity: how close each artist and genre is to a listener, and by which evidence."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from math import fsum

import msgspec

from providers.music import Artist, Period, SavedTrack, Track
from providers.recommender.ranking.domain_types import PERIODS, Evidence, Signal, Taste
from providers.recommender.ranking.rank_fusion import RRF_K, decay, reciprocal_rank
from providers.recommender.ranking.track_identity import artist_key, known_artists

# What a listener turned to lately tells more than what they used to like.
PERIOD_WEIGHT: Mapping[Period, float] = {"weeks": 1.0, "months": 0.8, "years": 0.5}
PLAY_HALF_LIFE = 14.0  # days: a fortnight of listening is a phase
SAVE_HALF_LIFE = 180.0  # days: saving is meant to last
_TOP_TRACKS, _PLAYS, _SAVES, _FOLLOWED, _LISTED = 0.5, 0.8, 0.6, 0.4, 0.4
# Follows come in no order: each stands where the tenth of a list would.
_UNRANKED = 9

ArtistFact = tuple[str, float, Evidence]
"""An artist key, the part of the artist's score, and the evidence for this part."""


class Affinity(msgspec.Struct, frozen=True):
    """How close an artist is to a listener.

    `name`: the artist's name. `score`: above 0, higher is closer. `genres`: lower case,
    sorted. `evidence`: strongest first, never empty. `spotify_id`: None where unknown.
    """

    name: str
    score: float
    genres: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    spotify_id: str | None = None


class GenreAffinity(msgspec.Struct, frozen=True):
    """How close a genre is to a listener.

    `score`: the sum of the scores of its artists. `artists`: how many these are.
    """

    score: float
    artists: int


def affinities(taste: Taste, now: datetime) -> dict[str, Affinity]:
    """Return each artist of the taste by `artist_key`, closest first.

    Who is only a guest on other artists' songs is not an artist of the taste.
    """
    own = taste.own_artists()
    facts: defaultdict[str, list[tuple[float, Evidence]]] = defaultdict(list)
    for key, part, evidence in _facts(taste, now):
        if key in own:
            facts[key].append((part, evidence))
    artists = known_artists(taste.artists())
    by_key = {key: _affinity(artists[key], parts) for key, parts in facts.items()}
    return dict(sorted(by_key.items(), key=lambda item: (-item[1].score, item[0])))


def genre_affinities(artists: Mapping[str, Affinity]) -> dict[str, GenreAffinity]:
    """Return each genre of these artists, closest first.

    Who is followed and on no other list is not somebody the listener listens to.
    """
    parts: defaultdict[str, list[float]] = defaultdict(list)
    for affinity in artists.values():
        if all(fact.signal == "followed" for fact in affinity.evidence):
            continue
        for genre in affinity.genres:
            parts[genre].append(affinity.score)
    genres = {name: GenreAffinity(fsum(p), len(p)) for name, p in parts.items()}
    return dict(sorted(genres.items(), key=lambda item: (-item[1].score, item[0])))


def by_strength(evidence: Evidence) -> tuple[float, str, str, str]:
    """Return the sort key of evidence: strongest first, equals by their names."""
    return (
        -evidence.strength,
        evidence.signal,
        evidence.about or "",
        evidence.period or "",
    )


def _affinity(artist: Artist, facts: Sequence[tuple[float, Evidence]]) -> Affinity:
    genres = tuple(sorted({genre.casefold() for genre in artist.genres}))
    evidence = tuple(sorted((fact for _, fact in facts), key=by_strength))
    score = fsum(part for part, _ in facts)
    return Affinity(artist.name, score, genres, evidence, artist.id)


def _facts(taste: Taste, now: datetime) -> Iterator[ArtistFact]:
    for period in PERIODS:
        weight = PERIOD_WEIGHT[period]
        yield from _of_top_artists(taste.top_artists.get(period, ()), period)
        tracks = enumerate(taste.top_tracks.get(period, ()))
        amounts = [(track, reciprocal_rank(rank, weight)) for rank, track in tracks]
        yield from _of_amounts("top_tracks", amounts, _TOP_TRACKS * weight, period)
    plays = [(p.track, _decayed(p.played_at, now, PLAY_HALF_LIFE)) for p in taste.plays]
    yield from _of_amounts("played", plays, _PLAYS)
    saves = [(save.track, _save_amount(save, now)) for save in taste.saves]
    yield from _of_saves(taste, saves)
    listed = [(track, 1.0) for track in taste.known]
    for key, part, evidence in _of_amounts("listed", listed, _LISTED):
        yield key, part, msgspec.structs.replace(evidence, count=None)
    for key, artist in known_artists(taste.followed).items():
        evidence = Evidence("followed", _strength(_UNRANKED, _FOLLOWED), artist.name)
        yield key, reciprocal_rank(_UNRANKED, _FOLLOWED), evidence


def _of_saves(
    taste: Taste, amounts: Sequence[tuple[Track, float]]
) -> Iterator[ArtistFact]:
    """Yield facts about saved songs, with their number if all saves are known."""
    for key, part, evidence in _of_amounts("saved", amounts, _SAVES):
        count = evidence.count if taste.saves_complete else None
        yield key, part, msgspec.structs.replace(evidence, count=count)


def _of_top_artists(artists: Sequence[Artist], period: Period) -> Iterator[ArtistFact]:
    weight = PERIOD_WEIGHT[period]
    names: dict[str, str] = {}
    for artist in artists:
        names.setdefault(artist_key(artist.name), artist.name)
    for rank, (key, name) in enumerate(names.items()):
        strength = _strength(rank, weight)
        yield (
            key,
            reciprocal_rank(rank, weight),
            Evidence("top_artist", strength, name, period),
        )


def _of_amounts(
    signal: Signal,
    amounts: Sequence[tuple[Track, float]],
    weight: float,
    period: Period | None = None,
) -> Iterator[ArtistFact]:
    """Yield facts about the artists of tracks, ranked by the sum of their amounts."""
    parts: defaultdict[str, list[float]] = defaultdict(list)
    for track, amount in amounts:
        for artist in track.artists:
            parts[artist_key(artist.name)].append(amount)
    artists = known_artists(a for track, _ in amounts for a in track.artists)
    ranked = sorted(parts, key=lambda key: (-fsum(parts[key]), key))
    for rank, key in enumerate(ranked):
        evidence = Evidence(
            signal, _strength(rank, weight), artists[key].name, period, len(parts[key])
        )
        yield key, reciprocal_rank(rank, weight), evidence


def _strength(rank: int, weight: float) -> float:
    """Return the reciprocal rank, scaled so that rank 0 with weight 1 is nearly 1."""
    return reciprocal_rank(rank, weight) * RRF_K


def _decayed(moment: datetime, now: datetime, half_life: float) -> float:
    return decay((now - moment).total_seconds() / 86_400, half_life)


def _save_amount(save: SavedTrack, now: datetime) -> float:
    """Return the decayed amount; a save without a date is one half-life old."""
    if save.saved_at is None:
        return 0.5
    return _decayed(save.saved_at, now, SAVE_HALF_LIFE)
