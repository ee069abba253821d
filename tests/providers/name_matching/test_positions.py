"""Numbers that stand for a name: a place in a list, or what tells a series apart."""

import pytest

from providers.name_matching.positions import (
    Position,
    Series,
    in_order,
    series_of,
    series_stem,
    spoken_place,
    spoken_position,
    whole_series,
)


@pytest.mark.parametrize(
    ("language", "spoken", "position"),
    [
        ("en", "playlist number sixteen", Position(16, "playlist", labelled=True)),
        ("en", "the playlist number 16", Position(16, "playlist", labelled=True)),
        ("en", "track number three", Position(3, "track", labelled=True)),
        ("en", "number five", Position(5, None, labelled=True)),
        ("en", "the third track", Position(3, "track", labelled=True)),
        ("en", "seven", Position(7, None, labelled=False)),
        ("de", "playlist nummer sechzehn", Position(16, "playlist", labelled=True)),
        ("de", "titel nummer drei", Position(3, "track", labelled=True)),
        ("fr", "playlist numéro seize", Position(16, "playlist", labelled=True)),
        ("fr", "titre numéro trois", Position(3, "track", labelled=True)),
        ("es", "la playlist número dieciséis", Position(16, "playlist", labelled=True)),
        ("es", "la canción número tres", Position(3, "track", labelled=True)),
        ("it", "playlist numero sedici", Position(16, "playlist", labelled=True)),
        ("it", "brano numero tre", Position(3, "track", labelled=True)),
        ("pt", "playlist número dezesseis", Position(16, "playlist", labelled=True)),
        ("pt", "música número três", Position(3, "track", labelled=True)),
        ("ja", "プレイリスト16番", Position(16, "playlist", labelled=True)),
        ("ja", "3曲目", Position(3, "track", labelled=True)),
        ("ja", "5番", Position(5, None, labelled=True)),
        ("en", "daily mix number five", None),
        ("en", "number one hits", None),
        ("en", "playlist", None),
        ("en", "", None),
    ],
)
def test_places(language: str, spoken: str, position: Position | None) -> None:
    assert spoken_position(spoken, language) == position


def test_a_number_that_no_name_of_a_series_has_is_no_place() -> None:
    names = ["Rain", "My Playlist #7", "1977"]
    assert spoken_place("my playlist number three", names, "en") is None
    assert spoken_place("playlist number three", names, "en") == 2
    assert spoken_place("three", names, "en") == 2
    assert spoken_place("playlist number four", names, "en") is None
    assert spoken_place("第二巻", names, "ja") is None


@pytest.mark.parametrize(
    ("names", "series"),
    [
        (["Daily Mix 1", "Daily Mix 3"], Series("Daily Mix", (1, 3))),
        (["Hits Vol. 1", "Hits Vol. 2"], Series("Hits", (1, 2))),
        (["Rocky II", "Rocky III", "Rocky IV"], Series("Rocky", (2, 3, 4))),
        (["Best of 2023", "Best of 2024"], Series("Best of", (2023, 2024))),
        (["Daily Mix 1", "Daily Mix 11"], Series("Daily Mix", (1, 11))),
        (["1 Hit", "2 Hit"], Series("hit", (1, 2))),
        (["Mix 1", "Mix 1"], None),
        (["Mix 1", "Fix 2"], None),
        (["Mix", "Mix 2"], None),
        (["80s Rock", "90s Rock"], None),
        ([], None),
    ],
)
def test_series(names: list[str], series: Series | None) -> None:
    assert series_of(names, "en") == series


def test_years_are_told_from_other_numbers() -> None:
    years, numbers = (
        series_of([f"{beginning} 1", f"{beginning} 2"], "en")
        for beginning in ("Best of 202", "Daily Mix")
    )
    assert years is None  # two numbers in each name
    assert numbers is not None
    assert not numbers.of_years
    best_of = series_of(["Best of 2023", "Best of 2024"], "en")
    assert best_of is not None
    assert best_of.of_years


def test_a_decade_makes_no_series() -> None:
    assert series_stem("90s Rock", "en") is None
    assert series_stem("Rock 90", "en") == "rock #"


def test_a_series_is_put_in_order_and_completed() -> None:
    names = ["Mix 3", "Rain", "Mix 1", "Mix 2"]
    assert in_order(names, [0, 2], "en") == [2, 0]
    assert in_order(names, [1, 0], "en") == [1, 0]
    assert whole_series(names, [0, 2], "en") == [0, 2, 3]
    assert whole_series(names, [0, 1], "en") == [0, 1]
    assert whole_series(names, [], "en") == []
