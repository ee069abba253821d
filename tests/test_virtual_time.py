"""The event loop with virtual time."""

import asyncio
import time
from collections.abc import Coroutine

import pytest

from tests.virtual_time import VirtualTimeLoop


def run(coroutine: Coroutine[None, None, float]) -> float:
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        return runner.run(coroutine)


def test_a_long_wait_takes_no_time() -> None:
    async def wait() -> float:
        began = asyncio.get_running_loop().time()
        await asyncio.sleep(3600)
        return asyncio.get_running_loop().time() - began

    assert run(wait()) == pytest.approx(3600)


def test_work_takes_no_virtual_time() -> None:
    async def work() -> float:
        began = asyncio.get_running_loop().time()
        async with asyncio.timeout(0.001):
            for _ in range(5):
                time.sleep(0.002)  # noqa: ASYNC251 - as a busy machine does
                await asyncio.sleep(0)
        return asyncio.get_running_loop().time() - began

    assert run(work()) == 0


def test_timers_go_off_in_their_order() -> None:
    async def race() -> float:
        order: list[float] = []

        async def note(seconds: float) -> None:
            await asyncio.sleep(seconds)
            order.append(seconds)

        await asyncio.gather(*(note(seconds) for seconds in (30, 0.1, 2, 0.2)))
        assert order == [0.1, 0.2, 2, 30]
        return 0

    run(race())


def test_what_a_socket_brings_comes_before_the_next_timer() -> None:
    async def talk() -> float:
        async def answer(
            reader: asyncio.StreamReader, writer: asyncio.StreamWriter
        ) -> None:
            writer.write(await reader.readline())
            writer.close()

        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        async with server, asyncio.timeout(0.5):
            for _ in range(50):
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(b"hello\n")
                assert await reader.read() == b"hello\n"
                writer.close()
                await writer.wait_closed()
        return 0

    run(talk())


def test_a_limit_is_met_where_nothing_comes() -> None:
    async def wait() -> float:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(1.5):
                await asyncio.Event().wait()
        return 0

    run(wait())
