"""`python -m service doctor`, as a person and as a script see it."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from service.commands.doctor import command
from service.commands.doctor.command import main
from service.commands.doctor.report import CheckContext, CheckResult

Doctor = Callable[..., tuple[int, str]]


@pytest.fixture
def err() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def doctor(tmp_path: Path, err: io.StringIO) -> Doctor:
    environ = {
        "SKILL_ID": "amzn1.ask.skill.11111111-2222-4333-8444-555555555555",
        "OPERATOR_NAME": "Shelf",
        "OPERATOR_CONTACT": "shelf@example.org",
        "PORT": "0",
    }

    def run(*arguments: str, **changes: str) -> tuple[int, str]:
        out = io.StringIO()
        package = ("--package", str(tmp_path))
        code = main(["--offline", *package, *arguments], environ | changes, out, err)
        return code, out.getvalue()

    (tmp_path / "skill.json").write_text(
        '{"manifest": {"apis": {"custom": {"endpoint": {"uri": "x"}}},'
        ' "publishingInformation": {"locales": {}}}}'
    )
    environ["PORT"] = "18999"
    return run


def test_all_is_well(doctor: Doctor) -> None:
    assert doctor() == (0, "All is well.\n")
    assert doctor("--json") == (0, "[]\n")


def test_every_check_that_ends_is_told(doctor: Doctor, err: io.StringIO) -> None:
    doctor("--json")
    assert err.getvalue() == ""
    doctor()
    lines = err.getvalue().splitlines()
    number = len(command.OFFLINE)
    assert {line.split()[0] for line in lines} >= {"settings", "neighbours", "package"}
    assert [line.partition(" ")[2] for line in lines] == [
        f"({n} of {number} checks)" for n in range(1, number + 1)
    ]


def test_a_terminal_has_a_bar_that_goes(
    doctor: Doctor, err: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(err, "isatty", lambda: True)
    doctor()
    number = len(command.OFFLINE)
    _, first, *_, last = err.getvalue().split("\r\x1b[K")
    assert first.startswith("[#")
    assert first.endswith(f"(1 of {number} checks)")
    assert last == ""


def test_a_finding_is_told_with_its_cure(doctor: Doctor) -> None:
    code, told = doctor(OPERATOR_NAME="")
    assert code == 1
    assert told == (
        "warning  operator: the pages on privacy and terms cannot say it without"
        " OPERATOR_NAME\n         cure: say who runs the skill\n"
    )


def test_a_check_that_breaks_off_ends_no_other(
    doctor: Doctor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_: CheckContext) -> list[CheckResult]:
        raise TypeError("hush-hush")

    monkeypatch.setattr(command, "OFFLINE", (broken, *command.OFFLINE))
    code, told = doctor(PORT="none")
    assert code == 2
    assert "broken: this check broke off (TypeError)" in told
    assert "PORT: takes a whole number" in told
    assert "hush-hush" not in told


def test_machines_get_a_list(doctor: Doctor) -> None:
    code, told = doctor("--json", PORT="none", CACHE_SECRET="hush-hush")
    assert code == 2
    found = json.loads(told)
    assert [one["message"].split(":")[0] for one in found] == ["PORT", "CACHE_SECRET"]
    assert all(set(one) == {"check", "severity", "message", "cure"} for one in found)
    assert {one["severity"] for one in found} == {"error"}
    assert "hush-hush" not in told
