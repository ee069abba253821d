"""Four listeners' playlists against how they say the names: the rates that must hold.

Printed with `-s`: every form that is not right at once, and each kind's counts.
"""

import tomllib
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from providers.name_matching.matcher import Verdict, decide
from providers.name_matching.positions import spoken_place

LISTENERS = ("english", "german", "romance", "japanese")
_ASKED_ABOUT = 5  # playlists that a question stores for the answer


class Shelf(msgspec.Struct):
    """Playlists, what is heard for them by locale and kind, and what means none."""

    playlists: list[str]
    forms: dict[str, dict[str, dict[str, str | list[str]]]]
    nothing: dict[str, list[str]]


class Outcome(msgspec.Struct):
    """What one spoken form means, and the playlist opened, or those asked about."""

    kind: str
    heard: str
    meant: str | list[str] | None
    opened: str | None
    asked: list[str]

    @property
    def at_once(self) -> bool:
        if isinstance(self.meant, str):
            return self.opened == self.meant
        return self.found

    @property
    def found(self) -> bool:
        """Opened, or among the playlists that the listener is asked about."""
        meant = [self.meant] if isinstance(self.meant, str) else self.meant or []
        return self.opened == self.meant or set(meant) <= set(self.asked)

    @property
    def wrong(self) -> bool:
        return self.opened is not None and self.opened != self.meant


def _outcome(
    kind: str, heard: str, meant: str | list[str] | None, place: tuple[list[str], str]
) -> Outcome:
    """Return what the skill does for the words: by name, then by place in the list."""
    names, language = place
    decision = decide(heard, names, language=language)
    found = [names[match.index] for match in decision.matches]
    if decision.verdict is Verdict.ACT:
        return Outcome(kind, heard, meant, found[0], [])
    index = spoken_place(heard, names, language)
    if index is not None:
        return Outcome(kind, heard, meant, names[index], [])
    return Outcome(kind, heard, meant, None, found[:_ASKED_ABOUT])


@pytest.fixture(scope="module")
def outcomes() -> dict[str, list[Outcome]]:
    """Each listener's outcomes; forms that mean nothing have no `meant`."""
    path = Path(__file__).with_name("listeners.toml")
    shelves = msgspec.convert(
        tomllib.loads(path.read_text(encoding="utf-8")), dict[str, Shelf]
    )
    found: dict[str, list[Outcome]] = {}
    for listener, shelf in shelves.items():
        rows = found[listener] = []
        for locale, kinds in shelf.forms.items():
            place = (shelf.playlists, locale[:2])
            for kind, forms in kinds.items():
                rows += [_outcome(kind, *form, place) for form in forms.items()]
        for locale, nothing in shelf.nothing.items():
            place = (shelf.playlists, locale[:2])
            rows += [_outcome("nothing", heard, None, place) for heard in nothing]
    return found


@pytest.mark.parametrize("listener", LISTENERS)
def test_names_are_right_at_once_and_nearly_all_after_asking(
    outcomes: dict[str, list[Outcome]], listener: str
) -> None:
    named = [row for row in outcomes[listener] if row.meant]
    late = [row for row in named if not row.at_once]
    for row in late:
        print(f"{row.kind}: {row.heard!r} is {row.meant!r}: {row.opened} {row.asked}")
    print(listener, Counter(r.kind for r in late), "of", Counter(r.kind for r in named))
    assert len(named) >= 100
    assert sum(row.at_once for row in named) / len(named) >= 0.9
    assert sum(row.found for row in named) / len(named) >= 0.97


@pytest.mark.parametrize("listener", LISTENERS)
def test_no_other_playlist_is_opened(
    outcomes: dict[str, list[Outcome]], listener: str
) -> None:
    assert [row.heard for row in outcomes[listener] if row.wrong] == []


@pytest.mark.parametrize("listener", LISTENERS)
def test_hardly_anything_is_offered_for_other_names(
    outcomes: dict[str, list[Outcome]], listener: str
) -> None:
    nothing = [row for row in outcomes[listener] if row.meant is None]
    offered = [row.heard for row in nothing if row.opened or row.asked]
    assert len(nothing) >= 15
    assert len(offered) / len(nothing) <= 0.1, offered
