"""Redis line: one connection that carries the commands of many callers at once.

redis-py opens the connection (TLS, AUTH, SELECT, Sentinel) and reads the replies. It
has no way to send commands while earlier ones wait for their replies, except with a
connection for each caller: taking one from its pool costs more than the command.
https://redis.io/docs/latest/develop/using-commands/pipelining/

Commands are written to redis-py's private `_writer`. The public
`send_packed_command` opens a lost connection anew in the middle of what was sent, and
sets a timer for each write. `test_pipelined_connection.py` fails where redis-py moves
the attribute.
"""

import asyncio
import math
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import TypeAlias

from redis.asyncio.connection import AbstractConnection
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import InvalidResponse, RedisError, ResponseError
from redis.exceptions import TimeoutError as RedisTimeoutError

Command: TypeAlias = tuple[bytes | int | str, ...]
"""Name and arguments of a Redis command."""

LOOKS = 2
"""Turns of the loop that a late reply may still be read in."""

Connect: TypeAlias = Callable[[], Awaitable[AbstractConnection]]
"""Opens a connection; raises what redis-py raises."""


class _SentCommands:
    """The commands of one caller, with the replies that came so far.

    `marker` is what PING after the commands is answered with.
    """

    __slots__ = ("count", "future", "marker", "replies", "sent_at")

    def __init__(
        self, count: int, marker: bytes, loop: asyncio.AbstractEventLoop
    ) -> None:
        self.count = count
        self.marker = marker
        self.replies: list[object] = []
        self.future: asyncio.Future[list[object]] = loop.create_future()
        self.sent_at = loop.time()


class _OpenLine:
    """A connection while it lasts; `ended` once nothing more can be sent.

    Replies have no names: they come in the order of the commands. So a reply too many
    or too few would give all later callers the replies of others. After the commands
    of each caller goes a PING with a number, and a caller gets its replies once that
    number has come back. Whatever else comes in its place ends the connection, and so
    does a reply that does not come in time.
    """

    def __init__(self, connection: AbstractConnection) -> None:
        self.ended = False
        self._error: Exception = RedisConnectionError("retired")
        self._connection = connection
        self._writer: asyncio.StreamWriter = connection._writer  # type: ignore[assignment] # noqa: SLF001 - it is open
        self._loop = asyncio.get_running_loop()
        self._waiting: deque[_SentCommands] = deque()
        self._number = 0
        self._moved_at = 0.0  # when the last reply came
        self._alarm: asyncio.TimerHandle | None = None
        self._reading = asyncio.create_task(self._read())

    def send(self, commands: Sequence[Command]) -> "asyncio.Future[list[object]]":
        """Send the commands; return a future of their replies, errors as values.

        Raises what ended the connection.
        """
        if self.ended:
            raise _again(self._error)
        self._number += 1
        marker = b"%d" % self._number
        batch = _SentCommands(len(commands), marker, self._loop)
        self._waiting.append(batch)
        self._writer.write(packed((*commands, ("PING", marker))))
        if self._alarm is None:
            self._set_alarm(self._limit)
        return batch.future

    def retire(self) -> None:
        """Take no more commands, and close when the last replies have come."""
        self.ended = True
        if not self._waiting:
            self._reading.cancel()

    async def aclose(self) -> None:
        """Close the connection now."""
        self._end(RedisConnectionError("closed"))
        await asyncio.wait([self._reading])

    @property
    def _limit(self) -> float:
        return self._connection.socket_timeout or math.inf

    async def _read(self) -> None:
        connection = self._connection
        error = self._error
        try:
            while not (self.ended and not self._waiting):
                try:
                    reply = await connection.read_response(True, math.inf)  # noqa: FBT003
                except ResponseError as refusal:  # of one command
                    reply = refusal.with_traceback(None)
                self._take(reply)
        except OSError as lost:
            error = RedisConnectionError(type(lost).__name__)
        except RedisError as refused:
            error = refused
        except Exception as broken:  # noqa: BLE001 - a corrupt stream raises almost any
            error = InvalidResponse(type(broken).__name__)
        finally:
            self._end(error)
            del error  # its traceback holds this frame
            self._writer.transport.abort()  # closing waits for the other side of TLS
            await connection.disconnect(nowait=True)

    def _take(self, reply: object) -> None:
        if not self._waiting:
            if isinstance(reply, RedisError):  # the connection is refused
                raise reply
            raise InvalidResponse("a reply that nobody waits for")
        batch = self._waiting[0]
        self._moved_at = self._loop.time()
        if len(batch.replies) < batch.count:
            batch.replies.append(reply)
            return
        if reply != batch.marker:
            raise reply if isinstance(reply, RedisError) else InvalidResponse("shifted")
        self._waiting.popleft()
        if not batch.future.done():
            batch.future.set_result(batch.replies)

    def _set_alarm(self, seconds: float) -> None:
        if seconds < math.inf:
            self._alarm = self._loop.call_later(seconds, self._look, 0)

    def _look(self, looks: int) -> None:
        """End the line if its first reply is late: one timer for all callers.

        What came while this process was busy is read first, within two turns.
        """
        self._alarm = None
        if not self._waiting:
            return
        since = max(self._waiting[0].sent_at, self._moved_at)
        left = since + self._limit - self._loop.time()
        if left > 0:
            self._set_alarm(left)
        elif looks < LOOKS:
            self._loop.call_soon(self._look, looks + 1)
        else:
            self._end(RedisTimeoutError("late"))

    def _end(self, error: Exception) -> None:
        """Tell all callers, each with an error of its own, and stop reading.

        A server that refuses a connection answers with an error, then closes it.
        """
        self.ended, self._error = True, _again(error)
        waiting, self._waiting = self._waiting, deque()
        for batch in waiting:
            if not batch.future.done():
                refusals = (r for r in batch.replies if isinstance(r, RedisError))
                batch.future.set_exception(next(refusals, None) or _again(error))
                batch.future.exception()  # its caller may have left
        if self._alarm is not None:
            self._alarm.cancel()
        if asyncio.current_task() is not self._reading:
            self._reading.cancel()


class Line:
    """Sends commands over one connection, which it opens when it is needed.

    Commands that meet a closed connection are sent once more, because hosts that
    suspend processes leave dead sockets behind. Nothing else is repeated.
    """

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._line: _OpenLine | None = None
        self._opening: asyncio.Task[_OpenLine] | None = None

    async def execute(self, commands: Sequence[Command]) -> list[object]:
        """Return the reply of each command, an error reply as an exception.

        Raises what redis-py raises where no connection is to be had, where it breaks
        or where a reply is late.
        """
        line = self._line
        if line is None or line.ended:
            line = await self.open()
        with suppress(RedisConnectionError):
            return await line.send(commands)
        line = await self.open()
        return await line.send(commands)

    async def open(self) -> _OpenLine:
        """Return the open connection; one attempt for all callers, beside them."""
        if self._line is not None and not self._line.ended:
            return self._line
        if self._opening is None:
            self._opening = asyncio.create_task(self._open())
            self._opening.add_done_callback(self._opened)
        return await asyncio.shield(self._opening)

    def retire(self) -> None:
        """Use another connection from now on; this one ends with its last reply."""
        if self._line is not None:
            self._line.retire()

    async def aclose(self) -> None:
        """Close the connection."""
        if self._opening is not None:
            self._opening.cancel()
            await asyncio.wait([self._opening])
        if self._line is not None:
            await self._line.aclose()

    async def _open(self) -> _OpenLine:
        self._line = _OpenLine(await self._connect())
        return self._line

    def _opened(self, opening: "asyncio.Task[_OpenLine]") -> None:
        self._opening = None
        if not opening.cancelled():
            opening.exception()  # whoever waits has it; nobody may wait


def _again(error: Exception) -> Exception:
    """Return the error without the frames that it came through."""
    return type(error)(*error.args)


def packed(commands: Sequence[Command]) -> bytes:
    """Return the commands as arrays of bulk strings (RESP).

    https://redis.io/docs/latest/develop/reference/protocol-spec/#sending-commands-to-a-redis-server
    """
    parts: list[bytes] = []
    for command in commands:
        parts.append(b"*%d\r\n" % len(command))
        texts = [
            argument if isinstance(argument, bytes) else str(argument).encode()
            for argument in command
        ]
        parts += [b"$%d\r\n%b\r\n" % (len(text), text) for text in texts]
    return b"".join(parts)
