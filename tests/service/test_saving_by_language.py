"""Saving in each language, with the switch on: what the fake Spotify has after a line.

`data/saving.toml` has a table for each locale: `recommend`, how a song is asked for;
then two ways to say each change, the second of which has nothing left to change.
"""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from simulator.console.console import Console
from simulator.spotify.data.user_library import FakePlaylist, ids_in, without_changes
from tests.service.talking import listening, says

LOCALES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "data" / "saving.toml").read_text(encoding="utf-8")
)
CHANGES = {
    "save": "PUT /me/library",
    "take_off": "DELETE /me/library",
    "add": "POST /playlists/{id}/items",
    "make": "POST /me/playlists",
}


class Kept(NamedTuple):
    """What a listener has: saved songs, songs on Deep Focus, playlists."""

    saved: int
    on_deep_focus: int
    playlists: int

    @classmethod
    def by(cls, console: Console) -> "Kept":
        account = console.environment.spotify.world.account("ada")
        assert account
        shelf = [without_changes(one) for one in account.library.playlists]
        playlists = [one for one in shelf if isinstance(one, FakePlaylist)]
        (deep_focus,) = (one.size for one in playlists if one.name == "Deep Focus")
        return cls(len(ids_in(account.library.saved_tracks)), deep_focus, len(shelf))


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
async def test_what_is_said_is_done_once(locale: str) -> None:
    table = LOCALES[locale]
    async with listening(locale=locale) as console:
        counters = console.environment.spotify.world.counters
        before = Kept.by(console)
        await says(console, table["recommend"])
        for change, more in {
            "save": (1, 0, 0), "take_off": (0, 0, 0), "add": (0, 1, 0),
            "make": (0, 1, 1),
        }.items():  # fmt: skip
            heard = [await says(console, said) for said in table[change]]
            assert heard[0] != heard[1], (change, heard)
            kept = Kept.by(console)
            assert tuple(map(int.__sub__, kept, before)) == more, (change, heard)
            assert counters.calls(CHANGES[change]) == 1, change
            if change == "add":
                assert all("Deep Focus" in speech for speech in heard), heard


def test_every_language_is_there() -> None:
    assert len(LOCALES) == 7
    keys = {tuple(table) for table in LOCALES.values()}
    assert keys == {("recommend", *CHANGES)}
