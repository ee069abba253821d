"""The fault proxy does what it says, on a server that echoes."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.fault_proxy import Fault, FaultProxy, close


@pytest.fixture
async def proxy() -> AsyncIterator[FaultProxy]:
    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(1000):
            writer.write(data)
        await close(writer)

    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    async with server, FaultProxy(server.sockets[0].getsockname()[:2]) as proxy:
        yield proxy


async def talk(proxy: FaultProxy, said: bytes = b"0123456789abcdef") -> bytes:
    """What comes back until the connection ends or 16 bytes are there."""
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    try:
        writer.write(said)
        heard = b""
        while len(heard) < len(said) and (piece := await reader.read(100)):
            heard += piece
        return heard
    finally:
        await close(writer)


async def test_without_a_fault_it_is_not_there(proxy: FaultProxy) -> None:
    assert await talk(proxy) == b"0123456789abcdef"
    assert proxy.connections == 1


async def test_refusing_and_listening_again(proxy: FaultProxy) -> None:
    await proxy.inflict(Fault.REFUSE)
    with pytest.raises(ConnectionRefusedError):
        await talk(proxy)
    await proxy.inflict(Fault.NONE)
    assert await talk(proxy) == b"0123456789abcdef"


async def test_a_black_hole_never_answers(proxy: FaultProxy) -> None:
    await proxy.inflict(Fault.BLACK_HOLE)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await talk(proxy)


@pytest.mark.parametrize("fault", [Fault.LATENCY, Fault.DRIP])
async def test_late_answers_are_whole(proxy: FaultProxy, fault: Fault) -> None:
    proxy.seconds = 0.002
    await proxy.inflict(fault)
    began = asyncio.get_running_loop().time()
    assert await talk(proxy) == b"0123456789abcdef"
    assert asyncio.get_running_loop().time() - began >= proxy.seconds


async def test_corrupt_answers_have_their_length(proxy: FaultProxy) -> None:
    await proxy.inflict(Fault.CORRUPT)
    assert await talk(proxy) == b"0123416789abc`ef"


async def test_a_cut_ends_the_answer(proxy: FaultProxy) -> None:
    await proxy.inflict(Fault.CUT)
    assert await talk(proxy) == b"0123456789"


async def test_a_reset_is_no_polite_end(proxy: FaultProxy) -> None:
    await proxy.inflict(Fault.RESET)
    with pytest.raises(ConnectionResetError):
        await talk(proxy)


async def test_open_connections_can_be_reset(proxy: FaultProxy) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    writer.write(b"a")
    assert await reader.read(1) == b"a"
    proxy.reset_all()
    with pytest.raises(ConnectionResetError):
        await reader.read(1)
    await close(writer)
    assert await talk(proxy) == b"0123456789abcdef"


async def test_a_server_that_is_out_ends_the_connection() -> None:
    async with FaultProxy(("127.0.0.1", 1)) as proxy:
        assert await talk(proxy) == b""
