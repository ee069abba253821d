"""Who is asked whether it can: a declaration narrows, and never changes the order."""

from typing import Any

import pytest

from service.dispatcher import Dispatcher
from tests.service.dispatcher_diary import HELLO, Diary, built, intent, launch


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        ("A", ["A?", "all?", "A, B?"]),
        ("B", ["all?", "A, B?"]),
        ("C", ["all?"]),
        (None, ["all?"]),
    ],
)
async def test_only_those_are_asked_that_declare_it_in_their_order(
    name: str | None, notes: list[str]
) -> None:
    diary = Diary()
    kind = "IntentRequest"
    declared: list[tuple[str, dict[str, Any]]] = [
        ("A", {"request_type": kind, "intents": frozenset({"A"})}),
        ("launch", {"request_type": "LaunchRequest"}),
        ("all", {"request_type": kind}),
        ("A, B", {"request_type": kind, "intents": {"A", "B"}}),
        ("D", {"request_type": "LaunchRequest", "intents": frozenset({"A"})}),
    ]
    handlers = [diary.handler(name, can=False, **has) for name, has in declared]
    assert await Dispatcher(built(*handlers)).dispatch(intent(name)) is None
    assert diary.notes == notes


async def test_those_without_a_declaration_are_always_asked() -> None:
    diary = Diary()
    configuration = built(
        diary.handler("any", can=False),
        diary.handler("launch", request_type="LaunchRequest"),
        diary.handler("late"),
    )
    assert await Dispatcher(configuration).dispatch(launch()) is HELLO
    assert await Dispatcher(configuration).dispatch(intent("A")) is HELLO
    assert diary.notes == [
        *("any?", "launch?", "launch"),
        *("any?", "late?", "late"),
    ]


async def test_a_declaration_is_no_answer_yet() -> None:
    diary = Diary()
    configuration = built(
        diary.handler("not now", can=False, request_type="LaunchRequest"),
        diary.handler("now", request_type="LaunchRequest"),
    )
    await Dispatcher(configuration).dispatch(launch())
    assert diary.notes == ["not now?", "now?", "now"]
