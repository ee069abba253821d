"""What a recommendation has to beat: three ways that need no thought."""

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from random import Random

from providers.library import Library
from providers.listener import Listener
from providers.music import Track
from providers.recommender.ranking.domain_types import PERIODS

Baseline = Callable[[Library, Listener, Random], Awaitable[Sequence[Track]]]


async def most_popular(
    library: Library, listener: Listener, _rng: Random
) -> Sequence[Track]:
    """Popularity in one's own history: what is high in the top lists, and often among
    the last plays."""
    scores: Counter[str] = Counter()
    tracks: dict[str, Track] = {}
    for period in PERIODS:
        top = await library.top_tracks(listener, period)
        for place, track in enumerate(top.items):
            scores[track.id or ""] += len(top.items) - place
            tracks[track.id or ""] = track
    plays = await library.recent_plays(listener)
    for play in plays.items:
        scores[play.track.id or ""] += 10
        tracks.setdefault(play.track.id or "", play.track)
    return [tracks[key] for key, _ in scores.most_common()]


async def at_random(
    library: Library, listener: Listener, rng: Random
) -> Sequence[Track]:
    """Anything from the library: what is saved or among the top."""
    saved = await library.saved_tracks(listener)
    tracks = {save.track.id: save.track for save in saved.items}
    for period in PERIODS:
        top = await library.top_tracks(listener, period)
        tracks |= {track.id: track for track in top.items}
    found = [tracks[key] for key in sorted(tracks, key=str)]
    rng.shuffle(found)
    return found


async def most_recent(
    library: Library, listener: Listener, _rng: Random
) -> Sequence[Track]:
    """What was heard last, each track once."""
    plays = await library.recent_plays(listener)
    return list({play.track.id: play.track for play in plays.items}.values())


BASELINES: dict[str, Baseline] = {
    "popular in own history": most_popular,
    "random from library": at_random,
    "most recent": most_recent,
}
