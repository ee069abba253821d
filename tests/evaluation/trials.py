"""A trial: listeners ask the whole service; its songs are held against what they like.

An answer's songs are the spoken one and the two on the screen.
"""

from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from providers.music import Track
from providers.secret import Secret
from simulator.spotify.serializers import Regime
from tests.evaluation.baselines import BASELINES, Asking, Baseline
from tests.evaluation.conversation import Conversation
from tests.evaluation.environment import (
    Environment,
    run_in_virtual_time,
    start,
)
from tests.evaluation.listeners import Subject
from tests.evaluation.listens import SimilarArtists, popularity, similar_artists
from tests.evaluation.measures import (
    DEPTH,
    Estimate,
    diversity,
    hit,
    mean,
    ndcg,
    new_ones,
    share,
)
from tests.evaluation.worlds import Trial, WorldName
from tests.progress import Begin, silent

OURS = "Record Shelf"
MOST_TURNS = 45  # after so many answers nobody goes on asking
CALLS_OF_AN_ANSWER, CALLS_OF_A_DAY = 16, 25


@dataclass(frozen=True, slots=True)
class Told:
    """What one listener was told: songs in order, and when they came.

    first: how many songs came with the first answer; three for a baseline, which gives
        all its songs at once.
    calls: calls of the first answer; all calls of a baseline.
    made: for each song the calls made until it came.
    """

    songs: Sequence[Track]
    first: int
    calls: int
    made: Sequence[int]

    def within(self, calls: int) -> Sequence[Track]:
        """Return the songs that came within so many calls."""
        pairs = zip(self.songs, self.made, strict=True)
        return [song for song, made in pairs if made <= calls]


@dataclass
class Figures:
    """What was measured for one way of recommending, one number a listener.

    ndcg_new, hit_new: over artists never heard, with the songs that came within 16
        calls, whoever made them; ndcg_day: within 25 calls, which are all of a
        baseline's.
    ndcg_all, hit_all: over liked songs never played nor saved, of all artists.
    diversity: different artists among ten songs, as a share.
    new_first: the share of the first answer's songs that are by artists never heard.
    calls: calls of the first answer; calls_ten: until ten songs had come.
    """

    ndcg_new: list[float] = field(default_factory=list)
    hit_new: list[float] = field(default_factory=list)
    ndcg_day: list[float] = field(default_factory=list)
    ndcg_all: list[float] = field(default_factory=list)
    hit_all: list[float] = field(default_factory=list)
    diversity: list[float] = field(default_factory=list)
    new_first: list[float] = field(default_factory=list)
    calls: list[float] = field(default_factory=list)
    calls_ten: list[float] = field(default_factory=list)

    def add(self, told: Told, subject: Subject) -> None:
        """Measure what one listener was told."""
        new = new_ones(_artists(told.within(CALLS_OF_AN_ANSWER)), subject.heard)
        new_of_day = new_ones(_artists(told.within(CALLS_OF_A_DAY)), subject.heard)
        songs = [track.id for track in told.songs]
        artists = _artists(told.songs)
        self.ndcg_new.append(ndcg(new, subject.unheard))
        self.hit_new.append(hit(new, subject.unheard))
        self.ndcg_day.append(ndcg(new_of_day, subject.unheard))
        self.ndcg_all.append(ndcg(songs, subject.unheard_songs))
        self.hit_all.append(hit(songs, subject.unheard_songs))
        self.diversity.append(diversity(artists))
        first = artists[: told.first]
        self.new_first.append(1 - share(first, subject.heard) if first else 0.0)
        self.calls.append(told.calls)
        self.calls_ten.append(max(told.made[:DEPTH], default=told.calls))

    def means(self) -> dict[str, float]:
        """Return the mean of every measure over the listeners."""
        return {name: mean(values) for name, values in vars(self).items()}


MEASURES = tuple(one.name for one in fields(Figures))

Results = Mapping[WorldName, Mapping[str, Figures]]
"""Figures by world and way of recommending."""

Table = Mapping[WorldName, Mapping[str, Mapping[str, Estimate]]]
"""Estimates by world, way of recommending and measure."""


async def run(
    trial: Trial,
    now: datetime,
    *,
    regime: Regime = "development",
    neighbours: Path | None = None,
    begin: Begin = silent,
) -> Results:
    """Return the figures of the service and of every baseline in every world.

    neighbours: the service's file of similar artists.
    begin: is told of each listener before the first question.
    """
    settings = {"NEIGHBOURS_FILE": str(neighbours)} if neighbours else None
    similar, popular = similar_artists(trial.others), popularity(trial.others)
    results: dict[WorldName, dict[str, Figures]] = {}
    async with start(
        now, catalogue=trial.catalogue, regime=regime, settings=settings
    ) as environment:
        for world, subjects in trial.subjects.items():
            figures = {name: Figures() for name in (OURS, *BASELINES)}
            for subject in subjects:
                begin(f"{world}, {subject.name}")
                environment.spotify.world.add_account(subject.name, subject.library)
                figures[OURS].add(await ours(environment, subject.name), subject)
                for name, baseline in BASELINES.items():
                    told = await told_by_baseline(
                        environment, subject.name, baseline, (popular, similar)
                    )
                    figures[name].add(told, subject)
            results[world] = figures
    return results


async def ours(environment: Environment, token: str) -> Told:
    """Ask, then ask for another until the songs end or the calls of a day are made.

    Ten artists never heard may take more than ten songs, so the listener goes on.
    """
    conversation = Conversation(environment, token)
    spoken = await conversation.recommend()
    songs: dict[str, Track] = {}
    made: list[int] = []
    calls = spoken.calls
    first, cold = len(spoken.picks), spoken.calls
    for _ in range(MOST_TURNS):
        for pick in spoken.picks if spoken.fresh else ():
            if pick.key not in songs:
                songs[pick.key] = pick.track
                made.append(calls)
        if not spoken.picks or calls > CALLS_OF_A_DAY:
            break
        spoken = await conversation.another()
        calls += spoken.calls
    return Told(list(songs.values()), first, cold, made)


async def told_by_baseline(
    environment: Environment,
    token: str,
    baseline: Baseline,
    others: tuple[Sequence[str], SimilarArtists],
) -> Told:
    """Return what a baseline recommends to a listener.

    others: all artists' names, those with most listeners first; and similar artists.
    """
    popular, similar = others
    # What another way has read must not make this one's calls fewer.
    await environment.library.forget(Secret(token))
    listener = environment.listener(token)
    asking = Asking(environment.library, listener, popular, similar)
    found = await baseline(asking)
    songs, made = [one.song for one in found], [one.calls for one in found]
    return Told(songs, min(3, len(songs)), len(listener.turn.calls), made)


def _artists(songs: Iterable[Track]) -> list[str]:
    return [song.artists[0].name for song in songs if song.artists]


def run_seeds(
    make: Callable[[int], Trial],
    seeds: Sequence[int],
    measure: Callable[[Trial], Coroutine[Any, Any, Results]],
) -> Table:
    """Return the estimates over the seeds; `make` makes the trial of a seed."""
    values: defaultdict[tuple[WorldName, str], list[Mapping[str, float]]]
    values = defaultdict(list)
    for seed in seeds:
        results = run_in_virtual_time(measure(make(seed)))
        for world, by_way in results.items():
            for way, figures in by_way.items():
                values[world, way].append(figures.means())
    table: dict[WorldName, dict[str, dict[str, Estimate]]] = {}
    for (world, way), means in values.items():
        table.setdefault(world, {})[way] = {
            name: Estimate.of([one[name] for one in means]) for name in MEASURES
        }
    return table
