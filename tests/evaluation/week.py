"""A simulated week: a busy and a casual listener ask the whole service, day after day.

The busy one asks fourteen times a day, likes the third song, rejects the sixth, and
asks for a mood in the evening. The casual one asks two or three times on three days.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from providers.recommender.ranking.domain_types import Pick
from simulator.spotify.data.catalogue import CatalogueTrack
from simulator.spotify.data.user_library import (
    FakePlaylist,
    PlaylistEntry,
    UserLibrary,
)
from simulator.spotify.serializers import Regime
from tests.evaluation.conversation import Conversation, Spoken
from tests.evaluation.environment import Environment, start
from tests.evaluation.listeners import Subject
from tests.evaluation.measures import mean
from tests.evaluation.worlds import Trial, WorldName
from tests.progress import Begin, silent

DAYS = 7
ANSWERS = 14
LIKED, DISLIKED = 3, 6  # which answers of a busy day
LATE = slice(6, ANSWERS)  # answers 7 to 14
CASUAL_DAYS: Mapping[int, int] = {0: 3, 2: 2, 5: 3}  # answers by day
MOODS: Sequence[Mapping[str, str]] = (
    {"mood": "calm"},
    {"activity": "workout"},
    {"mood": "happy"},
    {"genre": "jazz"},
)
AFTER_A_LIKE = 9  # songs that are compared

Manner = Literal["busy", "casual"]

MANNERS: tuple[Manner, ...] = ("busy", "casual")


@dataclass
class Week:
    """What happened to listeners of one manner; counts over all of their days.

    answers, dry: all answers, and those that named no song.
    repeats: songs spoken twice on a day.
    late, late_new, late_unheard: songs of the plain answers 7 to 14; those by artists
        never heard; those never played nor saved.
    new, new_on_playlists: songs presented as new; those on the listener's playlists.
    calls: of each listener and day.
    unchanged: after a like, the share of the next songs that would have come anyway;
        one number a listener.
    """

    answers: int = 0
    dry: int = 0
    repeats: int = 0
    late: int = 0
    late_new: int = 0
    late_unheard: int = 0
    new: int = 0
    new_on_playlists: int = 0
    calls: list[int] = field(default_factory=list)
    unchanged: list[float] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return counts, shares, and calls of a day."""
        return {
            "answers": self.answers,
            "dry": self.dry,
            "same-day repeats": self.repeats,
            "new artists in answers 7-14": _share(self.late_new, self.late),
            "unheard songs in answers 7-14": _share(self.late_unheard, self.late),
            "own playlists' songs among new": _share(self.new_on_playlists, self.new),
            "songs unchanged after a like": mean(self.unchanged),
            "calls a day, mean": mean(self.calls),
            "calls a day, most": max(self.calls, default=0),
        }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


@dataclass(frozen=True)
class _Acquaintance:
    """Which music a listener knows.

    artists: names. songs: ids of what is on a list. on_playlists: ids.
    """

    artists: frozenset[str]
    songs: frozenset[str]
    on_playlists: frozenset[str]


async def run_week(
    trial: Trial,
    world: WorldName,
    now: datetime,
    *,
    regime: Regime = "development",
    neighbours: Path | None = None,
    begin: Begin = silent,
) -> Mapping[Manner, Week]:
    """Return the week of every listener of a world, in both manners.

    neighbours: the service's file of similar artists.
    begin: is told of each day before its first question.
    """
    settings = {"NEIGHBOURS_FILE": str(neighbours)} if neighbours else None
    weeks: dict[Manner, Week] = {}
    for manner in MANNERS:
        week = weeks[manner] = Week()
        async with start(
            now, catalogue=trial.catalogue, regime=regime, settings=settings
        ) as environment:
            for subject in trial.subjects[world]:
                environment.spotify.world.add_account(subject.name, subject.library)
            for day in range(DAYS):
                begin(f"{manner}, day {day + 1}")
                for subject in trial.subjects[world]:
                    await _day(environment, subject, manner, day, week)
                environment.clock.pass_by(timedelta(days=1))
    begin("after a like")
    weeks["busy"].unchanged = await _after_likes(trial, world, now, regime, settings)
    return weeks


async def _day(
    environment: Environment, subject: Subject, manner: Manner, day: int, week: Week
) -> None:
    count = ANSWERS if manner == "busy" else CASUAL_DAYS.get(day, 0)
    if not count:
        return
    conversation = Conversation(environment, subject.name)
    plain = await _plain_answers(conversation, count)
    answers = [*plain]
    if manner == "busy":
        answers += await _moody_answers(conversation, MOODS[day % len(MOODS)])
    known = _acquaintance(subject, environment.clock())
    spoken = [answer.pick for answer in answers if answer.pick]
    week.answers += len(answers)
    week.dry += len(answers) - len(spoken)
    week.repeats += len(spoken) - len({pick.key for pick in spoken})
    week.calls.append(sum(answer.calls for answer in answers))
    _count_late([answer.pick for answer in plain[LATE] if answer.pick], known, week)
    called_new = [
        pick
        for answer in answers
        for pick in (answer.picks if answer.fresh else ())
        if pick.familiarity == "discovery"
    ]
    week.new += len(called_new)
    week.new_on_playlists += _among(called_new, known.on_playlists)


def _count_late(late: Sequence[Pick], known: _Acquaintance, week: Week) -> None:
    week.late += len(late)
    week.late_new += sum(
        not {artist.name for artist in pick.track.artists[:1]} & known.artists
        for pick in late
    )
    week.late_unheard += len(late) - _among(late, known.songs)


def _among(picks: Sequence[Pick], ids: Collection[str]) -> int:
    return sum(pick.track.id in ids for pick in picks)


async def _plain_answers(conversation: Conversation, count: int) -> list[Spoken]:
    answers = [await conversation.recommend()]
    while len(answers) < count:
        opinion = {LIKED: "LikeIntent", DISLIKED: "DislikeIntent"}.get(len(answers))
        answers.append(await conversation.says(opinion or "AnotherIntent"))
    return answers


async def _moody_answers(
    conversation: Conversation, wish: Mapping[str, str]
) -> list[Spoken]:
    first = await conversation.recommend(**wish)
    return [first, await conversation.another(), await conversation.another()]


async def _after_likes(
    trial: Trial,
    world: WorldName,
    now: datetime,
    regime: Regime,
    settings: Mapping[str, str] | None,
) -> list[float]:
    """Return, for each listener, the share of songs that a like leaves as they were.

    The same listener asks twice on the same day, in two environments.
    """
    shares = []
    spoken: dict[tuple[str, str], list[str]] = {}
    for opinion in ("AnotherIntent", "LikeIntent"):
        async with start(
            now, catalogue=trial.catalogue, regime=regime, settings=settings
        ) as environment:
            for subject in trial.subjects[world]:
                environment.spotify.world.add_account(subject.name, subject.library)
                conversation = Conversation(environment, subject.name)
                await conversation.recommend()
                answers = [await conversation.says(opinion)]
                while len(answers) < AFTER_A_LIKE:
                    answers.append(await conversation.another())
                keys = [answer.pick.key for answer in answers if answer.pick]
                spoken[subject.name, opinion] = keys
    for subject in trial.subjects[world]:
        anyway = set(spoken[subject.name, "AnotherIntent"])
        after = spoken[subject.name, "LikeIntent"]
        if after:
            shares.append(_share(sum(key in anyway for key in after), len(after)))
    return shares


def _acquaintance(subject: Subject, now: datetime) -> _Acquaintance:
    library = subject.library
    on_playlists = frozenset(_on_playlists(library))
    listed = [
        *(track for top in library.top_tracks.values() for track in top),
        *(getattr(play, "track", None) for play in library.plays(now)),
        *(getattr(save, "item", None) for save in library.saved_tracks),
    ]
    ids = {track.id for track in listed if isinstance(track, CatalogueTrack)}
    return _Acquaintance(subject.heard, on_playlists | ids, on_playlists)


def _on_playlists(library: UserLibrary) -> set[str]:
    return {
        entry.item.id
        for playlist in library.playlists
        if isinstance(playlist, FakePlaylist)
        for entry in playlist.items
        if isinstance(entry, PlaylistEntry) and isinstance(entry.item, CatalogueTrack)
    }
