"""Reasons against the account's real data; planted lies are found."""

import json
from datetime import UTC, datetime
from typing import get_args

import pytest

from providers.music import Artist, Track
from providers.recommender.ranking.domain_types import Evidence, Pick, Signal
from simulator.spotify.world import World
from tests.evaluation import __main__ as command
from tests.evaluation.__main__ import main
from tests.evaluation.account_data import AccountData, data_of
from tests.evaluation.reasons import CHECKS, Verdicts, check_reasons

pytestmark = pytest.mark.no_cover

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
# Facts of other answers than those that are checked here: about playlists, and the
# genre where nothing is known of the listener.
OF_OTHER_ANSWERS = {"named", "holds", "style"}


@pytest.fixture(scope="module")
def ada() -> AccountData:
    account = World(now=lambda: NOW).account("ada")
    assert account is not None
    return data_of(account.library, NOW)


def test_every_signal_has_a_check() -> None:
    assert set(CHECKS) == set(get_args(Signal)) - OF_OTHER_ANSWERS


def test_whole_lists_are_read(ada: AccountData) -> None:
    assert len(ada.saved) > 50
    assert len(ada.plays) == 50
    assert all(len(top) <= 50 for top in ada.top_artists.values())


def _untrue(data: AccountData, track: Track, fact: Evidence) -> bool:
    verdicts = Verdicts()
    verdicts.judge(Pick("key", track, "familiar", 1.0, (fact,)), data)
    return verdicts.untrue.total() == 1


def test_truths_and_lies_are_told_apart(ada: AccountData) -> None:
    by = ada.saved[0].artists[0].name
    track = Track("id", "Title", (Artist(None, by),))
    count = sum(by in [a.name for a in t.artists] for t in ada.saved)
    assert not _untrue(ada, track, Evidence("saved", 1.0, by, count=count))
    assert _untrue(ada, track, Evidence("saved", 1.0, by, count=count + 1))
    favourite = ada.top_artists["weeks"][0].name
    assert not _untrue(ada, track, Evidence("top_artist", 1.0, favourite, "weeks"))
    assert _untrue(ada, track, Evidence("top_artist", 1.0, "Nobody", "weeks"))
    assert _untrue(ada, track, Evidence("followed", 1.0, "Nobody"))
    assert _untrue(ada, track, Evidence("top_track", 1.0, None, "weeks"))
    assert _untrue(ada, track, Evidence("playlist", 1.0, "No such list"))
    assert _untrue(ada, track, Evidence("liked", 1.0, favourite))
    assert _untrue(ada, track, Evidence("asked_artist", 1.0, favourite))
    assert _untrue(ada, track, Evidence("mood", 1.0, "calm"))
    assert _untrue(ada, track, Evidence("genre", 1.0, "polka", count=3))


@pytest.mark.slow
@pytest.mark.parametrize("genres", [False, True])
async def test_reasons_are_true(genres: bool) -> None:
    verdicts = await check_reasons(
        NOW,
        accounts=("ada",),
        days=2,
        regime="extended" if genres else "development",
    )
    assert verdicts.unchecked.total() == 0
    assert verdicts.facts.total() > 30
    assert verdicts.spoken > 6
    # Counts are of the lists as far as they are read, not of the whole lists.
    assert verdicts.untrue.keys() <= {"saved", "genre"}


def test_it_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "NAMED_ACCOUNTS", ("single", "ben"))
    options = ["--reasons", "--listeners", "0", "--days", "1", "--json"]
    assert main([*options, "--neighbours", "others"]) == 0
    assert json.loads(capsys.readouterr().out)["answers"] == 42
