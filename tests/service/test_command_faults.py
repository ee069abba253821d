"""Every command with every fault: what is said, and that nothing is sent twice.

A short run takes each command with a third of the faults, a run with `--whole` all.
"""

import pytest

from tests.service.command_faults import COMMANDS, FAULTS, Cell, table

SAID = {
    **dict.fromkeys(("unauthorized", "token_missing"), "link_expired"),
    **dict.fromkeys(("permissions_missing", "forbidden_scope"), "scope_missing"),
    **dict.fromkeys(("forbidden", "restricted"), "player_refused"),
    "forbidden_premium": "premium_required",
    "not_registered": "not_admitted",
    "not_found": "not_found",
    **dict.fromkeys(("no_device", "device_gone"), "no_active_device"),
    **dict.fromkeys(("rate_limit", "rate_limit_empty"), "rate_limited"),
    "quota": "quota_exceeded",
    **dict.fromkeys(("html", "not_json", "no_body", "no_content"), "done"),
    **dict.fromkeys(("drip", "short", "truncate"), "done"),
}
"""What is said of each fault; "unconfirmed" of the others."""

STARTS = ("play", "resume", "move", "queue")
CHANGES = ("save", "take off", "add", "make", "make: add")
NO_ANSWER = {"truncate": ("add", "make", "make: add")}
"""Commands of which nobody knows whether they were taken where half an answer comes."""


def expected(command: str, fault: str) -> str:
    said = SAID.get(fault, "unconfirmed")
    if command == "shuffle":  # it plays by then
        return "done" if said == "done" else "not shuffled"
    if said == "done":
        # Of a playlist that was made, the answer is needed.
        is_lost = command in NO_ANSWER.get(fault, ())
        is_unread = command == "make" and fault != "drip"
        return "unconfirmed" if is_lost or is_unread else "done"
    if said == "no_active_device" and command in STARTS:
        return "asks"
    return "refused" if said == "player_refused" and command in CHANGES else said


def few(command: str) -> list[str]:
    """Return faults that a command meets in a short run: a third of them, in turn."""
    return list(FAULTS[list(COMMANDS).index(command) % 3 :: 3])


def test_a_short_run_has_every_fault() -> None:
    assert set(FAULTS) == {fault for command in COMMANDS for fault in few(command)}


@pytest.mark.slow
async def test_every_fault_is_said_and_nothing_is_sent_twice(whole: bool) -> None:
    faults = {name: list(FAULTS) if whole else few(name) for name in COMMANDS}
    assert await table(faults) == {
        command: {fault: Cell(expected(command, fault), 1) for fault in met}
        for command, met in faults.items()
    }
