"""Years: of an era, and of a song."""

from datetime import date

import pytest

from providers.music import Album, Track
from providers.recommender.ranking.eras import (
    Direction,
    era_at,
    era_beside,
    release_year,
    years_of,
)
from tests.providers.recommender_setup import MOODS

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("era", "years"),
    [
        ("1990s", (1990, 1999)),
        ("2000s", (2000, 2009)),
        ("1994", (1994, 1994)),
        ("3024", (3024, 3024)),
        ("", None),
        ("90s", None),
        ("0000", None),
        ("long ago", None),
        ("1994 OR artist:x", None),
        ("１９９４", None),
        ("9" * 500, None),
    ],
)
def test_years_of_an_era(era: str, years: tuple[int, int] | None) -> None:
    assert years_of(era) == years


def test_every_era_of_the_moods_file_has_years() -> None:
    for era in MOODS.entries["era"]:
        assert years_of(era_at(era, TODAY))


def test_this_year_and_last_year_are_years() -> None:
    assert era_at("this-year", TODAY) == "2026"
    assert era_at("last-year", TODAY) == "2025"
    assert era_at("1990s", TODAY) == "1990s"


def song(title: str, released: str | None) -> Track:
    return Track("t", title, album=Album("a", "Album", released=released))


@pytest.mark.parametrize(
    ("title", "released", "year"),
    [
        ("Hurt", "1994-03-01", 1994),
        ("Hurt", "1994", 1994),
        ("Hurt", "0000", None),
        ("Hurt", "", None),
        ("Hurt", None, None),
        ("Hurt", "soon", None),
        # An album of its time, whose sound was worked on later.
        ("Something - Remastered 2009", "1969-09-26", 1969),
        ("Blue (Remastered)", "1971", 1971),
        ("Creep - 2023 Remaster", "1993", 1993),
        # An album of old recordings: its year is not theirs.
        ("Something - Remastered 2009", "2009", None),
        ("Heroes (Remastered)", "2017", None),
    ],
)
def test_release_year(title: str, released: str | None, year: int | None) -> None:
    assert release_year(song(title, released)) == year


def test_a_song_without_an_album_has_no_year() -> None:
    assert release_year(Track("t", "Hurt")) is None


def test_years_beside_what_was_heard() -> None:
    """`heard` is the last song's year, `era` what was asked for before."""
    expected: dict[tuple[Direction, int | None, str], str] = {
        ("earlier", 2015, ""): "1900-2010",
        ("earlier", 1997, "1990s"): "1900-1989",
        ("later", 1997, "1990s"): "2002-2026",
        ("later", 1990, "1990s"): "2000-2026",
        ("earlier", 1970, "1900-1989"): "1900-1965",
        ("earlier", None, "1900-1989"): "1900-1984",
        ("later", 2024, ""): "2026-2026",
        ("later", None, ""): "2024-2026",
        ("earlier", None, ""): "1900-2011",
        ("earlier", 1901, ""): "1900-1900",
        ("later", None, "soon"): "2024-2026",
    }
    found = {
        (direction, heard, era): era_beside(direction, TODAY, heard=heard, era=era)
        for direction, heard, era in expected
    }
    assert found == expected
