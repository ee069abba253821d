"""Marks and turns: what is new, what is looked at next, and what is not told twice."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from providers.last_visit import (
    DAY,
    HOUR,
    MOST_ARRIVALS,
    MOST_ARTISTS,
    MOST_PLAYLISTS,
    MOST_RELEASES,
    Arrival,
    LastVisit,
    Looked,
    NewRelease,
    NewSong,
    after_look,
    artists_due,
    coverage_of,
    fingerprint,
    playlists_due,
    visit_at,
)
from providers.music import (
    Account,
    Album,
    Artist,
    Listing,
    Playlist,
    PlaylistItem,
    Track,
)
from providers.whats_new import by_importance

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
AT = int(NOW.timestamp())
ADA = Account("account-1", user="ada")
FIRST = visit_at(None, AT)


def shelf(*names: str, version: str | None = "1", **values: object) -> list[Playlist]:
    given: dict[str, object] = {"mine": True, "size": 9} | values
    return [Playlist(n, n, version=version, **given) for n in names]  # type: ignore[arg-type]


def page(
    *added: tuple[str, float, str], total: int | None = None
) -> Listing[PlaylistItem]:
    """Return songs with the days since they were added, and by whom."""
    items = tuple(
        PlaylistItem(Track(title, title), NOW - timedelta(days=days), by)
        for title, days, by in added
    )
    return Listing(items, len(items) if total is None else total)


def albums(*released: tuple[str, str | None], by: str = "X") -> Listing[Album]:
    found = tuple(Album(n, n, (Artist("x", by),), day) for n, day in released)
    return Listing(found, len(found))


def names(arrivals: Sequence[Arrival]) -> list[str]:
    return [
        each.track.title if isinstance(each, NewSong) else each.album.name
        for each in arrivals
    ]


def test_a_visit_lasts_an_hour() -> None:
    assert (FIRST.first, FIRST.again) == (AT - 7 * DAY, False)
    found = LastVisit(AT, 0, arrivals=(NewRelease(Album("a", "A")),), partly=True)
    assert visit_at(found, AT + HOUR - 1) == found
    for now in (AT + HOUR, AT - 1):  # also by a clock that was put back
        later = visit_at(found, now)
        assert (later.began, later.again, later.arrivals) == (now, True, ())
        assert not later.partly


def test_songs_since_the_mark_are_new_and_the_listeners_own_come_last() -> None:
    both = [*shelf("Own"), *shelf("Ours", collaborative=True)]
    contents = {
        "Own": page(("Old", 8, "ada"), ("Mine", 1, "ada")),
        "Ours": page(("Theirs", 3, "ben"), ("Also mine", 2, "ada"), ("New", 1, "zoe")),
    }
    looked = Looked(both, contents, {"x": albums(("Out", "2026-11-27"))}, ADA)
    visit = after_look(FIRST, looked, AT)
    assert names(visit.arrivals) == ["New", "Out", "Theirs", "Mine", "Also mine"]
    song = visit.arrivals[0]
    assert isinstance(song, NewSong)
    assert (song.playlist, song.number, song.by_others) == ("Ours", 2, True)


def test_a_song_added_between_the_list_and_the_look_is_not_lost() -> None:
    old, new = shelf("P"), shelf("P", version="2")
    visit = after_look(FIRST, Looked(old, {"P": page(("A", 1, ""))}, {}, ADA), AT)
    assert playlists_due(visit, old) == []
    assert playlists_due(visit, new) == new
    next_day = visit_at(visit, AT + DAY)
    contents = {"P": page(("A", 1, ""), ("B", 0.01, ""))}
    assert names(after_look(next_day, Looked(new, contents, {}, ADA), AT).arrivals) == [
        "B"
    ]


def test_what_was_not_looked_at_keeps_its_mark() -> None:
    two = shelf("A", "B")
    visit = after_look(FIRST, Looked(two, {"A": page()}, {}, ADA), AT)
    later = visit_at(visit, AT + 5 * DAY)
    assert playlists_due(later, two) == two[1:]
    looked = Looked(two, {"B": page(("Six days", 6, ""))}, {}, ADA)
    assert names(after_look(later, looked, AT + 5 * DAY).arrivals) == ["Six days"]


def test_which_playlists_come_first() -> None:
    known = shelf("changed", "same")
    visit = after_look(
        FIRST, Looked(known, {each.id: page() for each in known}, {}, ADA), AT
    )
    now = [
        *shelf("same", "unseen"),
        *shelf("ours", collaborative=True),
        *shelf("changed", version="2"),
        *shelf("unknown", version=None),
        *shelf("empty", size=0),
        *shelf("theirs", mine=False),
    ]
    due = [each.id for each in playlists_due(visit, [*now, *now])]
    assert due == ["changed", "ours", "unseen", "unknown"]
    versionless = shelf("unknown", version=None)
    again = after_look(visit, Looked(versionless, {"unknown": page()}, {}, ADA), AT)
    assert playlists_due(again, versionless) == versionless


@pytest.mark.parametrize(
    ("released", "is_new"),
    [
        ("2026-11-29", True),
        ("2026-11-22", True),
        ("2026-11-21", False),
        ("2026-11", False),
        ("2026", False),
        (None, False),
    ],
)
def test_a_release_is_new_in_the_week_before_the_first_visit(
    released: str | None, *, is_new: bool
) -> None:
    visit = after_look(FIRST, Looked((), {}, {"x": albums(("R", released))}, ADA), AT)
    assert names(visit.arrivals) == (["R"] if is_new else [])


def test_a_release_is_told_once_and_never_lost() -> None:
    first = albums(("Out", "2026-11-28"), ("OUT", "2026-11-28"))
    visit = after_look(FIRST, Looked((), {}, {"x": first, "y": first}, ADA), AT)
    assert names(visit.arrivals) == ["OUT"]
    later = visit_at(visit, AT + DAY)
    # The same day's, which the cached list of yesterday did not have yet.
    both = albums(("Out", "2026-11-28"), ("Late", "2026-11-29"))
    visit = after_look(later, Looked((), {}, {"x": both}, ADA), AT + DAY)
    assert names(visit.arrivals) == ["Late"]


def test_singles_behind_a_page_of_albums_are_looked_at_the_next_time() -> None:
    ten = tuple(Album(str(n), str(n), group="album") for n in range(10))
    page = Listing(ten, 40)
    visit = after_look(FIRST, Looked((), {}, {"x": page}, ADA), AT)
    assert (visit.prolific, visit.artists) == (
        frozenset([fingerprint("x")]),
        dict[str, int](),
    )
    assert artists_due(visit, ["x"], AT) == ["x"]
    visit = after_look(visit, Looked((), {}, {"x": page}, ADA), AT)
    assert visit.artists == {fingerprint("x"): AT}
    single = msgspec.structs.replace(ten[9], group="single")
    shown = after_look(FIRST, Looked((), {}, {"x": Listing((single,), 40)}, ADA), AT)
    assert (shown.prolific, len(shown.artists)) == (frozenset(), 1)


def test_a_single_and_its_album_are_two_releases() -> None:
    single = Album("s", "Late", (Artist("x", "X"),), "2026-11-24", 1)
    album = Album("a", "Late", (Artist("x", "X"),), "2026-11-27", 9)
    both = Listing((single, album), 2)
    visit = after_look(FIRST, Looked((), {}, {"x": both}, ADA), AT)
    assert names(visit.arrivals) == ["Late", "Late"]


def test_a_long_absence_makes_no_news_of_last_year() -> None:
    later = visit_at(FIRST, AT + 90 * DAY)
    contents = {"P": page(("Old", -50, ""), ("New", -70, ""))}
    looked = Looked(shelf("P"), contents, {"x": albums(("R", "2026-12-24"))}, ADA)
    assert names(after_look(later, looked, AT + 90 * DAY).arrivals) == ["New"]


def test_artists_take_turns_over_the_days() -> None:
    ids = [str(n) for n in range(40)]
    visit, seen = FIRST, []
    for day in range(8):
        now = AT + day * DAY
        turn = artists_due(visit_at(visit, now), ids, now)[:4]
        seen += turn
        looked = Looked((), {}, dict.fromkeys(turn), ADA)
        visit = after_look(visit_at(visit, now), looked, now)
        assert visit.artists_checked == 4
        assert set(artists_due(visit, ids, now + 60)).isdisjoint(turn)
    assert seen == [*ids[:MOST_ARTISTS], *ids[:2]]


def test_the_artists_that_are_played_most_matter_most() -> None:
    followed = [Artist(i, i) for i in ("a", "b", "c", "b")] + [Artist(None, "local")]
    assert by_importance(followed, [Artist("c", "c"), Artist("z", "z")]) == [
        "c",
        "a",
        "b",
    ]


def test_how_much_is_covered() -> None:
    two = shelf("A", "B")
    whole = Listing(tuple(two), 2)
    none, some = FIRST, after_look(FIRST, Looked(two, {"A": page()}, {}, ADA), AT)
    every = after_look(some, Looked(two, {"B": page()}, {}, ADA), AT)
    nothing = Looked((), {}, {}, ADA)
    refused = after_look(some, Looked(two, {"B": None}, {}, ADA), AT)
    assert playlists_due(refused, two) == []
    table: Sequence[tuple[LastVisit, Listing[Playlist], str]] = (
        (none, whole, "none"),
        (some, whole, "some"),
        (every, whole, "all"),
        (refused, whole, "some"),
        (every, Listing(tuple(two), 60), "some"),
        (every, Listing(tuple(two), 2, stale_for=60.0), "some"),
        (every, Listing(tuple(two), 2, complete=False), "some"),
        (every, Listing((*two, *shelf("theirs", mine=False)), 3), "some"),
        (every, Listing((), 0), "none"),
    )
    for visit, playlists, expected in table:
        assert coverage_of(visit, nothing, playlists) == expected, playlists
    assert coverage_of(every, nothing, None) == "none"
    long = Looked(two, {"B": page(("End", 9, ""), total=300)}, {}, ADA)
    assert coverage_of(after_look(some, long, AT), long, whole) == "some"
    versionless = shelf("A", version=None)
    look = Looked(versionless, {"A": page()}, {}, ADA)
    visit, listing = after_look(FIRST, look, AT), Listing(tuple(versionless), 1)
    assert coverage_of(visit, look, listing) == "all"
    assert coverage_of(visit, nothing, listing) == "none"


def test_a_record_stays_small() -> None:
    many = shelf(*(f"p{n}" for n in range(2 * MOST_PLAYLISTS)))
    contents = {each.id: page((each.id, 1, "")) for each in many}
    out = {
        str(n): albums((str(n), "2026-11-28"), by=str(n))
        for n in range(2 * MOST_RELEASES)
    }
    visit = after_look(FIRST, Looked(many, contents, out, ADA), AT)
    assert len(visit.playlists) == MOST_PLAYLISTS
    assert len(visit.artists) == 2 * MOST_ARTISTS
    assert len(visit.releases) == MOST_RELEASES
    assert len(visit.arrivals) == MOST_ARRIVALS
