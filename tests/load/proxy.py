"""The fault proxy as a process: before Redis, told over standard input what to do.

`python -m tests.load.proxy`, on the port that PORT names, before UPSTREAM_PORT; each
line is the name of a `tests.fault_proxy.Fault`, or `RESET_ALL`.
"""

import asyncio
import os
import sys

from tests.fault_proxy import Fault, FaultProxy


async def obey(proxy: FaultProxy) -> None:
    lines = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(lines), sys.stdin.buffer
    )
    async with proxy:
        while line := (await lines.readline()).decode().strip():
            if line == "RESET_ALL":
                proxy.reset_all()
            else:
                await proxy.inflict(Fault[line])


if __name__ == "__main__":
    upstream = ("127.0.0.1", int(os.environ["UPSTREAM_PORT"]))
    asyncio.run(obey(FaultProxy(upstream, port=int(os.environ["PORT"]))))
