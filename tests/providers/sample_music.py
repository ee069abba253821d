"""Made-up listeners' music for the recommender's tests: few words, many tracks."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from providers.music import Artist, Play, Playlist, SavedTrack, Track
from providers.recommender.ranking.domain_types import (
    PERIODS,
    Evidence,
    Pick,
    RankedList,
    Taste,
)

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = NOW.toordinal()
GENRES = ("dream pop", "jazz", "techno", "folk")


def artist(number: int) -> Artist:
    """Every fourth artist shares a genre."""
    genre = GENRES[number % len(GENRES)]
    return Artist(id=f"a{number}", name=f"Artist {number}", genres=(genre,))


def track(number: int, by: int | None = None, **changes: Any) -> Track:
    """Track `number`, by artist `by` or one for every two tracks."""
    values: dict[str, Any] = {
        "id": f"t{number}",
        "title": f"Song {number}",
        "artists": (artist(number // 2 if by is None else by),),
    }
    return Track(**values | changes)


def tracks(*numbers: int) -> tuple[Track, ...]:
    return tuple(track(number) for number in numbers)


def artists(*numbers: int) -> tuple[Artist, ...]:
    return tuple(artist(number) for number in numbers)


def plays(*numbers: int) -> tuple[Play, ...]:
    """The first one an hour ago, the others each an hour before."""
    return tuple(
        Play(track(number), NOW - timedelta(hours=hours))
        for hours, number in enumerate(numbers, 1)
    )


def saves(*numbers: int) -> tuple[SavedTrack, ...]:
    return tuple(
        SavedTrack(track(number), NOW - timedelta(days=days))
        for days, number in enumerate(numbers, 1)
    )


def playlist(number: int, **changes: Any) -> Playlist:
    values: dict[str, Any] = {
        "id": f"p{number}",
        "name": f"Playlist {number}",
        "mine": True,
        "version": f"v{number}",
        "size": 3,
    }
    return Playlist(**values | changes)


def finding(genre: str, *numbers: int) -> RankedList:
    """What a search for a genre brought: these tracks."""
    evidence = Evidence("genre", 1, genre, count=3)
    return RankedList(tracks(*numbers), evidence, genre, found=True)


FINDINGS = (
    finding("dream pop", *range(100, 110)),
    finding("jazz", *range(110, 120)),
)


def ids(picks: Sequence[Pick]) -> list[str | None]:
    return [pick.track.id for pick in picks]


def rich_taste(**changes: Any) -> Taste:
    """Somebody with a history: 60 top tracks, 30 artists, plays, saves, follows."""
    values: dict[str, Any] = {
        "top_artists": {
            "weeks": artists(*range(10)),
            "months": artists(*range(5, 20)),
            "years": artists(*range(10, 30)),
        },
        "top_tracks": {
            "weeks": tracks(*range(20)),
            "months": tracks(*range(10, 40)),
            "years": tracks(*range(30, 60)),
        },
        "plays": plays(0, 2, 4, 60),
        "saves": saves(1, 3, 61),
        "followed": artists(2, 31),
        "playlists": (playlist(1), playlist(2)),
    }
    return Taste(**values | changes)


def reason(pick: Pick) -> Evidence:
    """The fact that is said first."""
    return pick.evidence[0]


def every_source() -> tuple[str, ...]:
    """The ten lists, as a fake library's faults name them."""
    tops = (f"top_{kind} {p}" for kind in ("artists", "tracks") for p in PERIODS)
    rest = ("recent_plays", "latest_saves", "first_followed", "first_playlists")
    return (*tops, *rest)
