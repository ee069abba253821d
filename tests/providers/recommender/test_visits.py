"""What has come since the last visit: which lists are read, and what counts as new."""

from datetime import UTC, datetime, timedelta

import pytest

from providers.music import Album, Artist, Playlist, PlaylistItem, Track
from providers.recommender.ranking.visits import (
    DAY,
    MOST_ARTISTS,
    Arrival,
    SeenPlaylist,
    Visit,
    albums_since,
    artists_to_read,
    in_turns,
    next_visit,
    playlists_to_read,
    songs_since,
    unread_names,
    versions,
    with_arrivals,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
AT = NOW.timestamp()


def playlist(name: str, version: str | None = "v1", **values: object) -> Playlist:
    given: dict[str, object] = {"mine": True, "size": 50, "version": version}
    return Playlist(name, name, **(given | values))  # type: ignore[arg-type]


SHELF = (
    playlist("same"),
    playlist("changed", "v2"),
    playlist("unknown"),
    playlist("theirs", "v2", mine=False),
    playlist("together", "v2", mine=False, collaborative=True),
    playlist("empty", "v2", size=0),
    playlist("unversioned", None),
)
SEEN = {
    name: SeenPlaylist(version, AT - DAY)
    for name, version in versions(
        playlist(each.name, each.version and "v1", collaborative=True) for each in SHELF
    ).items()
    if name != "unknown"
}
VISIT = Visit(AT - DAY, playlists=SEEN)


def test_what_changed_is_read_first_and_then_what_was_never_read() -> None:
    names = [each.name for each in playlists_to_read(SHELF, VISIT)]
    assert names == ["changed", "together", "unknown", "unversioned"]


@pytest.mark.parametrize(
    ("sizes", "read"),
    [((500, 50), 1), ((11_000,), 1), ((50,) * 12, 10), ((501, 500), 1), ((None, 1), 2)],
)
def test_no_more_calls_than_allowed(sizes: tuple[int | None, ...], read: int) -> None:
    shelf = [playlist(str(n), size=size) for n, size in enumerate(sizes)]
    assert len(playlists_to_read(shelf, Visit())) == read


def test_artists_take_turns_over_the_days() -> None:
    artists = [Artist(f"a{number}", "") for number in range(20)]
    visit, looked = Visit(), list[str]()
    for day in range(3):
        now = AT + day * DAY
        ids = artists_to_read(artists, visit)
        assert len(ids) == MOST_ARTISTS
        looked += ids
        visit = next_visit(visit, {}, dict.fromkeys(ids, now), now)
        left = len(list(unread_names(visit, artists)))
        assert left == max(0, 20 - len(looked))
    assert looked[:20] == [artist.id for artist in artists]
    assert looked[20:] == ["a0", "a1", "a2", "a3"]


@pytest.mark.parametrize(
    ("released", "is_new"),
    [
        ("2026-11-22", True),
        ("2026-11-21", True),
        ("2026-11-20", False),
        ("2026-11-23", False),  # yet to come
        ("2026-11", False),
        ("2026", False),
        ("2026-13-40", False),
        (None, False),
    ],
)
def test_which_albums_are_new(released: str | None, is_new: bool) -> None:
    album = Album("id", "Name", released=released)
    assert bool(albums_since([album], AT - DAY, AT, ())) == is_new
    assert albums_since([album], AT - DAY, AT, ("id",)) == []


def test_songs_that_were_added_since() -> None:
    items = [
        PlaylistItem(Track("old", "Old"), NOW - timedelta(days=2)),
        PlaylistItem(Track("new", "New"), NOW - timedelta(hours=2)),
        PlaylistItem(Track("newest", "Newest"), NOW),
        PlaylistItem(Track("unknown", "Unknown")),
    ]
    new = songs_since(SHELF[0], items, AT - DAY)
    assert [arrival.track and arrival.track.id for arrival in new] == ["newest", "new"]
    assert {arrival.playlist for arrival in new} == {"same"}


def test_what_was_not_read_stays_to_be_read() -> None:
    now = AT + DAY
    after = next_visit(VISIT, versions(SHELF), {"changed": now}, now)
    assert after.since == VISIT.at
    assert not after.playlists["changed"].pending
    assert after.playlists["together"].pending
    assert after.playlists["together"].at == AT - DAY
    assert after.playlists["unknown"].at == now - 7 * DAY
    again = [each.name for each in playlists_to_read(SHELF, after)]
    assert again == ["together", "unknown", "unversioned"]


def test_sources_take_turns_and_nothing_comes_twice() -> None:
    first, second = (Arrival(AT, Track(name, name)) for name in "ab")
    album = Arrival(AT, album=Album("c", "c"))
    assert in_turns([[first, second], [album, first]]) == (first, album, second)
    assert in_turns([]) == ()


def test_within_the_hour_the_earlier_news_are_told_again() -> None:
    news = (Arrival(AT, Track("a", "a")),)
    first = with_arrivals(next_visit(Visit(), {}, {}, AT), Visit(), news)
    soon = with_arrivals(next_visit(first, {}, {}, AT + 60), first, ())
    later = with_arrivals(next_visit(first, {}, {}, AT + 7200), first, ())
    assert (soon.arrivals, soon.since) == (news, 0)
    assert (later.arrivals, later.since) == ((), AT)
