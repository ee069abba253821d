"""The icons in the package are those that are drawn here."""

from pathlib import Path

import pytest

from tests.skill_package import icon
from tests.skill_package.package import FOLDER, Package
from tests.skill_package.rules.listing import ICONS, size

LARGE = 512


def test_drawing_again_gives_the_same_small_icon(package: Package) -> None:
    drawn = icon.pixels(icon.png(ICONS["smallIcon"]))
    assert icon.pixels(package.files["assets/images/en-US_smallIcon.png"]) == drawn


def test_the_large_icon_has_the_same_drawing(package: Package) -> None:
    """Every seventh pixel of every seventh row."""
    kept = icon.pixels(package.files["assets/images/en-US_largeIcon.png"])
    for row in range(0, LARGE, 7):
        for column in range(0, LARGE, 7):
            start = row * (1 + 3 * LARGE) + 1 + 3 * column
            assert tuple(kept[start : start + 3]) == icon.pixel(column, row, LARGE)


def test_every_locale_has_the_same_icons(package: Package) -> None:
    for kind in ICONS:
        names = (f"assets/images/{one}_{kind}.png" for one in package.published())
        assert len({package.files[name] for name in names}) == 1


def test_nothing_is_cut_off_by_a_round_frame() -> None:
    for row in range(0, LARGE, 7):
        for column in range(0, LARGE, 7):
            away = (column - LARGE / 2) ** 2 + (row - LARGE / 2) ** 2
            if away > (LARGE / 2) ** 2:
                assert icon.pixel(column, row, LARGE) == icon.GREEN


def test_edges_are_smooth() -> None:
    colours = {icon.pixel(column, 54, 108) for column in range(108)}
    pure = {shape.colour for shape in icon.SHAPES} | {icon.GREEN}
    assert colours - pure


def test_icons_are_written_for_each_locale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(icon, "ICONS", {"smallIcon": 12, "largeIcon": 16})
    (tmp_path / "skill.json").write_bytes((FOLDER / "skill.json").read_bytes())
    icon.main(tmp_path)
    images = tmp_path / "assets/images"
    assert size((images / "en-US_smallIcon.png").read_bytes()) == (12, 12)
    assert size((images / "en-US_largeIcon.png").read_bytes()) == (16, 16)
