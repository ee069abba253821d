"""What the page is told beside the conversation."""

from typing import Any

import pytest

from simulator.console import steps
from simulator.console.console import Console
from simulator.console.page_state import (
    DELAY_LABELS,
    PAGE_LABELS,
    console_state,
    language,
)
from simulator.console.step_report import without_tokens
from simulator.spotify.data.user_library import Saved
from simulator.spotify.faults import KINDS, Fault
from tests.simulator.conftest import report_after

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("de-DE", "Deutsch (Deutschland)"),
        ("ja-JP", "日本語 (日本)"),
        ("xx-XX", "xx-XX"),
        ("nonsense-", "nonsense-"),
    ],
)
def test_locales_are_named_in_their_own_language(code: str, name: str) -> None:
    assert language(code) == name


async def test_every_fault_that_is_offered_can_be_had(console: Console) -> None:
    offered = {one["kind"] for one in console_state(console, apl=False)["fault_kinds"]}
    assert offered <= KINDS
    assert DELAY_LABELS.keys() | PAGE_LABELS.keys() <= offered


async def test_faults_in_force_are_told(console: Console) -> None:
    console.environment.spotify.faults.arm(Fault(kind="rate_limit", retry_after=7))
    (fault,) = console_state(console, apl=True)["faults"]
    assert (fault["kind"], fault["struck"]) == ("rate_limit", 0)


async def test_the_player_and_the_library_are_shown(console: Console) -> None:
    account = console.environment.spotify.world.account("ada")
    assert account is not None
    await console.perform(steps.Link("ada"))
    before = console_state(console, apl=False)["spotify"]
    assert before["player"]["track"] is None
    first, second, *_ = console.environment.spotify.world.catalogue.tracks
    now = console.environment.clock.now()
    account.player.begin((first, second), 0)
    account.player.run(now)
    account.library.saved_tracks.insert(0, Saved(first, now))
    after = console_state(console, apl=False)["spotify"]
    assert first.title in after["player"]["track"]
    assert second.title in after["player"]["next"][0]
    assert first.title in after["library"]["saved_last"][0]
    assert after["library"]["saved"] == before["library"]["saved"] + 1
    await console.perform(steps.Wait(first.duration_ms // 1000 + 1))
    assert (
        second.title in console_state(console, apl=False)["spotify"]["player"]["track"]
    )
    await console.perform(steps.Link(None))
    assert console_state(console, apl=False)["spotify"] is None


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (steps.Say("help"), "help"),
        (steps.Touch(["open", 3], "list"), "open 3"),
        (steps.Open(), None),
    ],
)
async def test_a_turn_tells_what_was_done(
    console: Console, deed: steps.AnyStep, said: str | None
) -> None:
    view = (await report_after(console, deed)).as_json()
    assert view["said"] == said
    assert view["number"] == 1
    assert view["ms"] >= view["turn"]["ms"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"accessToken": "abcdefghij"}, {"accessToken": "abcdef…"}),
        (
            {"a": [{"apiAccessToken": "abcdefghij"}]},
            {"a": [{"apiAccessToken": "abcdef…"}]},
        ),
        ({"accessToken": None}, {"accessToken": None}),
        ([1, "accessToken"], [1, "accessToken"]),
    ],
)
def test_tokens_are_cut_short_wherever_they_are(value: Any, shown: Any) -> None:
    assert without_tokens(value) == shown
