"""Fault proxy as a process before Redis, controlled over standard input.

`python -m tests.load.proxy` listens on the port that PORT names and forwards to
UPSTREAM_PORT. Each line on standard input is the name of a `tests.fault_proxy.Fault`,
`RESET_ALL`, `FAILOVER` (to the server on SECOND_PORT), one of `DELAYS` or one of
`BY_THE_SERVER`.
"""

import asyncio
import os
import sys

from redis import Redis

from tests.fault_proxy import Fault, FaultProxy

# Every answer comes so many seconds late.
DELAYS = {"DISTANT": 0.04, "LATE": 0.3}

# What the server itself does to whoever asks it, as commands for it.
BY_THE_SERVER: dict[str, tuple[tuple[str, ...], ...]] = {
    "FULL": (
        ("CONFIG", "SET", "maxmemory-policy", "noeviction"),
        ("CONFIG", "SET", "maxmemory", "1"),
    ),
    "READ_ONLY": (("REPLICAOF", "127.0.0.1", "9"),),
    "EVICT": (
        ("CONFIG", "SET", "maxmemory-policy", "allkeys-lfu"),
        ("CONFIG", "SET", "maxmemory", "3mb"),
    ),
    "PAUSED": (("CLIENT", "PAUSE", "600000", "WRITE"),),
    "PASSWORD": (("CONFIG", "SET", "requirepass", "another"),),
}


async def obey(proxy: FaultProxy) -> None:
    lines = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(lines), sys.stdin.buffer
    )
    async with proxy:
        while line := (await lines.readline()).decode().strip():
            if line in BY_THE_SERVER:
                tell(proxy.upstream[1], BY_THE_SERVER[line])
                proxy.reset_all()  # who is known already would stay so
            elif line == "RESET_ALL":
                proxy.reset_all()
            elif line == "FAILOVER":
                fail_over(proxy, int(os.environ["SECOND_PORT"]))
            elif line in DELAYS:
                proxy.seconds = DELAYS[line]
                await proxy.inflict(Fault.LATENCY)
            else:
                await proxy.inflict(Fault[line])


def fail_over(proxy: FaultProxy, port: int) -> None:
    """Demote the server; new connections reach the other one, open ones stay."""
    tell(proxy.upstream[1], (("REPLICAOF", "127.0.0.1", str(port)),))
    proxy.upstream = ("127.0.0.1", port)


def tell(port: int, commands: tuple[tuple[str, ...], ...]) -> None:
    with Redis(port=port, protocol=2) as server:
        for command in commands:
            server.execute_command(*command)


if __name__ == "__main__":
    upstream = ("127.0.0.1", int(os.environ["UPSTREAM_PORT"]))
    asyncio.run(obey(FaultProxy(upstream, port=int(os.environ["PORT"]))))
