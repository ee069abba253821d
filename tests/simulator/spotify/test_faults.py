"""Which calls a fault strikes, and how often."""

import asyncio
from random import Random

import msgspec
import pytest

from simulator.spotify.faults import KINDS, Fault, Faults, UnknownFault, delay_seconds

CALL = "GET /me/top/artists"


def faults(seed: int = 1) -> Faults:
    return Faults(Random(seed))


@pytest.mark.parametrize(
    "pattern", ["*", CALL, "GET /me/top/*", "/me/top/artists", "/me/*", "GET *"]
)
def test_patterns_that_strike(pattern: str) -> None:
    assert Fault(kind="error", endpoint=pattern).matches(CALL, None, {})


@pytest.mark.parametrize("pattern", ["POST *", "/me/playlists", "/me/top", "", "GET"])
def test_patterns_that_do_not(pattern: str) -> None:
    assert not Fault(kind="error", endpoint=pattern).matches(CALL, "ada", {})


def test_one_account_or_one_page() -> None:
    for_ada = Fault(kind="error", account="ada")
    assert for_ada.matches(CALL, "ada", {})
    assert not for_ada.matches(CALL, "ben", {})
    assert not for_ada.matches(CALL, None, {})
    third_page = Fault(kind="error", query={"offset": "100"})
    assert third_page.matches(CALL, "ada", {"offset": "100", "limit": "50"})
    assert not third_page.matches(CALL, "ada", {"offset": "50"})


def test_the_first_pass_then_so_many_are_struck() -> None:
    several = faults()
    number = several.add("error", after=2, times=3)
    struck = [bool(several.applying_to(CALL, None, {})) for _ in range(8)]
    assert struck == [False, False, True, True, True, False, False, False]
    assert several.applied(number) == 3


def test_probability_is_seeded() -> None:
    def outcomes(seed: int) -> list[bool]:
        several = faults(seed)
        several.add("error", probability=0.3)
        return [bool(several.applying_to(CALL, None, {})) for _ in range(200)]

    assert outcomes(1) == outcomes(1) != outcomes(2)
    assert 30 < sum(outcomes(1)) < 90


def test_faults_are_listed_removed_and_cleared() -> None:
    several = faults()
    first, second = several.add("error"), several.add("html", "/me", times=1)
    several.applying_to("GET /me", None, {})
    as_json = several.as_json()
    assert [(one["id"], one["kind"], one["struck"]) for one in as_json] == [
        (first, "error", 1),
        (second, "html", 1),
    ]
    assert several.remove(first)
    assert not several.remove(first)
    assert several.applied(first) == 0
    several.clear()
    assert several.as_json() == []
    assert several.applying_to(CALL, None, {}) == []


@pytest.mark.parametrize(("kind", "quirk"), [("flood", ""), ("quirk", "x")])
def test_faults_that_are_not_known(kind: str, quirk: str) -> None:
    with pytest.raises(UnknownFault, match="known"):
        Fault(kind=kind, quirk=quirk)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"kind": kind, "quirk": quirk}, Fault)


def test_every_kind_can_be_put_in_force() -> None:
    several = faults()
    for kind in sorted(KINDS):
        several.add(kind, quirk="missing" if kind == "quirk" else "")
    assert len(several.applying_to(CALL, None, {})) == len(KINDS)


async def test_a_release_lets_go_and_holds_no_more() -> None:
    several = faults()
    several.add("hold")
    several.add("error")
    waiting = [asyncio.create_task(several.wait_for_release()) for _ in range(3)]
    await asyncio.sleep(0)
    several.release()
    await asyncio.gather(*waiting)
    assert [fault.kind for fault in several.applying_to(CALL, None, {})] == ["error"]


def test_delays_are_drawn_as_they_are_described() -> None:
    rng = Random(3)
    assert delay_seconds(Fault(kind="delay", seconds=0.3), rng) == 0.3
    assert delay_seconds(Fault(kind="hold"), rng) == 0
    late = sorted(
        delay_seconds(Fault(kind="lognormal", seconds=0.2, sigma=0.5), rng)
        for _ in range(2001)
    )
    assert 0.18 < late[1000] < 0.22
    assert late[1960] / late[1000] > 2
    stragglers = [
        delay_seconds(Fault(kind="straggle", seconds=2, share=0.05), rng)
        for _ in range(2000)
    ]
    assert set(stragglers) == {0, 2}
    assert 60 < stragglers.count(2) < 140
