"""One deadline for the whole dispatch; `seconds=0`: up as soon as anybody waits."""

import asyncio

import pytest

from providers.errors import DeadlineExceeded
from service import dispatcher
from service.dispatcher import Dispatcher
from tests.service.dispatcher_diary import HELLO, SORRY, Diary, built, launch


async def test_a_handler_that_waits_too_long() -> None:
    diary = Diary()
    forever = asyncio.Event()
    configuration = built(
        diary.handler("slow", answer=forever.wait), diary.rescuer("rescuer")
    )
    assert await Dispatcher(configuration).dispatch(launch(seconds=0)) is SORRY
    assert diary.notes == [
        *("slow?", "slow", "rescuer? DeadlineExceeded", "rescuer"),
    ]


@pytest.mark.parametrize("where", ["before", "after"])
async def test_an_interceptor_that_waits_too_long(where: str) -> None:
    diary = Diary()
    forever = asyncio.Event()
    slow = {"before": diary.before, "after": diary.after}[where]
    configuration = built(
        *(slow("slow", forever.wait), diary.handler("one")),
        diary.rescuer("rescuer"),
    )
    assert await Dispatcher(configuration).dispatch(launch(seconds=0)) is SORRY
    assert "rescuer? DeadlineExceeded" in diary.notes


async def test_nobody_to_say_sorry() -> None:
    handler = Diary().handler("slow", answer=asyncio.Event().wait)
    with pytest.raises(DeadlineExceeded):
        await Dispatcher(built(handler)).dispatch(launch(seconds=0))


async def test_an_answer_without_waiting_is_in_time() -> None:
    handler = Diary().handler("quick")
    assert await Dispatcher(built(handler)).dispatch(launch(seconds=0)) is HELLO


async def test_an_apology_may_wait_a_moment() -> None:
    diary = Diary(asleep=True)
    configuration = built(
        diary.handler("slow", answer=asyncio.Event().wait), diary.rescuer("rescuer")
    )
    assert await Dispatcher(configuration).dispatch(launch(seconds=0)) is SORRY


async def test_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dispatcher, "APOLOGY_SECONDS", 0.0)
    diary = Diary()
    configuration = built(
        diary.handler("slow", answer=asyncio.Event().wait),
        diary.rescuer("slow, too", answer=asyncio.Event().wait),
    )
    with pytest.raises(DeadlineExceeded):
        await Dispatcher(configuration).dispatch(launch(seconds=0))


async def test_a_time_out_of_the_handlers_own_is_just_an_exception() -> None:
    async def impatient() -> None:
        async with asyncio.timeout(0):
            await asyncio.Event().wait()

    diary = Diary()
    configuration = built(
        diary.handler("one", answer=impatient), diary.rescuer("rescuer")
    )
    assert await Dispatcher(configuration).dispatch(launch()) is SORRY
    assert "rescuer? TimeoutError" in diary.notes


async def test_a_caller_who_goes_away() -> None:
    diary = Diary()
    waiting, forever = asyncio.Event(), asyncio.Event()

    async def wait() -> None:
        waiting.set()
        await forever.wait()

    configuration = built(diary.handler("one", answer=wait), diary.rescuer("rescuer"))
    dispatching = asyncio.ensure_future(Dispatcher(configuration).dispatch(launch()))
    await waiting.wait()
    dispatching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await dispatching
    assert diary.notes == ["one?", "one"]
