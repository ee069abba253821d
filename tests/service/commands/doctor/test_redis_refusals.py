"""Each refusal of a real Redis is told by what it means, with the cure for it."""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

import pytest
import redis
from redis.exceptions import RedisError, ResponseError

from providers.cache.redis.access_rights import ALLOW, RULES
from service.commands.doctor import redis_checks
from service.commands.doctor.redis_refusals import JUDGEMENTS, code_of, judge
from service.commands.doctor.report import CheckResult, Severity
from tests.conftest import RedisServer, free_port
from tests.fault_proxy import Fault, FaultProxy
from tests.service.commands.doctor.contexts import context

SECRET = "fk3Jw0Zq8vYt1RxLs6Nb4Pd9Hc2Ge7Um5"


async def examined(folder: Path, url: str) -> list[CheckResult]:
    return await redis_checks.redis(context(folder, REDIS_URL=url, CACHE_SECRET=SECRET))


async def the_error(folder: Path, url: str) -> CheckResult:
    results = await examined(folder, url)
    (result,) = [one for one in results if one.severity is Severity.ERROR]
    return result


@contextmanager
def server(folder: Path, *options: str, mode: str = "") -> Iterator[tuple[str, int]]:
    """A Redis of our own with these options; its URL and its port."""
    port = free_port()
    folder.mkdir(exist_ok=True)
    configuration = folder / "redis.conf"
    configuration.write_text("")
    command = ["redis-server", str(configuration), "--port", str(port)]
    command += ["--bind", "127.0.0.1", "--dir", str(folder), *options]
    process = subprocess.Popen(  # noqa: S603 - the program is the one on PATH
        [*command, *([mode] if mode else [])], stdout=subprocess.DEVNULL
    )
    try:
        with redis.Redis(port=port, protocol=2) as client:
            client.set_retry(redis.retry.Retry(redis.backoff.ConstantBackoff(0.05), 99))
            with suppress(redis.AuthenticationError):
                client.ping()
        yield f"redis://127.0.0.1:{port}", port
    finally:
        process.kill()
        process.wait()


async def until(condition: Callable[[], bool]) -> None:
    """Wait for a server, for 30 s at most."""
    async with asyncio.timeout(30):
        while not condition():  # noqa: ASYNC110 - what it waits for has no event
            await asyncio.sleep(0.05)


def cluster_options(bus: str = "") -> tuple[str, ...]:
    """Options of a node; its bus is else at a port 10,000 above its own."""
    bus = bus or str(free_port())
    return ("--cluster-enabled", "yes", "--cluster-port", bus, "--save", "")


def cluster_info(client: "redis.Redis") -> dict[str, str]:
    told: dict[str, str] = client.execute_command("CLUSTER INFO")  # type: ignore[no-untyped-call]
    return told


async def test_a_node_of_a_cluster(tmp_path: Path) -> None:
    with server(tmp_path, *cluster_options()) as (url, port):
        found = await the_error(tmp_path, url)
        assert "the cluster is down" in found.message
        with redis.Redis(port=port) as client:
            # Half of the slots are here, the others nowhere.
            client.execute_command("CLUSTER", "ADDSLOTSRANGE", 0, 8191)
            client.config_set("cluster-require-full-coverage", "no")
            await until(lambda: cluster_info(client)["cluster_state"] == "ok")
        found = await the_error(tmp_path, url)
        assert "cluster" in found.message
        assert "redis+cluster://" in found.cure


async def test_two_nodes_of_a_cluster(tmp_path: Path) -> None:
    bus = str(free_port())
    with (
        server(tmp_path / "a", *cluster_options()) as (url, port),
        server(tmp_path / "b", *cluster_options(bus)) as (_, other),
        redis.Redis(port=port) as first,
        redis.Redis(port=other) as second,
    ):
        first.execute_command("CLUSTER", "ADDSLOTSRANGE", 0, 8191)
        second.execute_command("CLUSTER", "ADDSLOTSRANGE", 8192, 16383)
        second.execute_command("CLUSTER", "SET-CONFIG-EPOCH", 2)
        first.execute_command("CLUSTER", "MEET", "127.0.0.1", other, bus)
        await until(lambda: cluster_info(first)["cluster_slots_ok"] == "16384")
        await until(lambda: cluster_info(first)["cluster_state"] == "ok")
        found = await the_error(tmp_path, url)
        assert "one node of a cluster" in found.message
        assert "redis+cluster://" in found.cure


async def test_a_sentinel(tmp_path: Path) -> None:
    with server(tmp_path, mode="--sentinel") as (url, _):
        for address in (url, f"{url}/1"):
            found = await the_error(tmp_path, address)
            assert "Sentinel" in found.message
            assert "primary" in found.cure


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "said", "cure"),
    [
        (("--min-replicas-to-write", "1"), "too few replicas", "min-replicas-to-write"),
        (("--maxmemory", "1", "--maxmemory-policy", "noeviction"), "full", "lfu"),
        (("--rename-command", "EVAL", "hidden"), "know EVAL", "rename-command"),
        (("--rename-command", "UNLINK", ""), "know UNLINK", "rename-command"),
        (("--rename-command", "SET", ""), "know SET", "rename-command"),
        (("--requirepass", "another"), "refuses the user", "correct them"),
    ],
)
async def test_a_server_that_takes_no_writes(
    tmp_path: Path, options: tuple[str, ...], said: str, cure: str
) -> None:
    with server(tmp_path, "--save", "", *options) as (url, _):
        found = await the_error(tmp_path, url)
    assert said in found.message
    assert cure in found.cure


@pytest.mark.parametrize(
    ("command", "database", "said"),
    [("SELECT", "/1", "know SELECT"), ("CLIENT", "?client_name=x", "know CLIENT")],
)
async def test_a_command_that_the_client_sends_first(
    tmp_path: Path, command: str, database: str, said: str
) -> None:
    options = ("--save", "", "--rename-command", command, "")
    with server(tmp_path, *options) as (url, _):
        found = await the_error(tmp_path, f"{url}{database}")
    assert found.message.endswith(said)


async def test_a_sentinel_that_tells_nothing_of_itself(tmp_path: Path) -> None:
    with server(tmp_path, mode="--sentinel") as (url, port):
        with redis.Redis(port=port) as client:
            client.execute_command(
                *("ACL", "SETUSER", "default", "on", "nopass", "+@all", "-info")
            )
        found = await the_error(tmp_path, url)
    assert "Sentinel" in found.message


async def test_a_server_that_cannot_save(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    with server(folder, "--save", "900 1") as (url, port):
        with redis.Redis(port=port) as client:
            (folder / "redis.conf").unlink()
            folder.rmdir()
            client.set("x", "y")
            client.bgsave()
            await until(
                lambda: client.info("persistence")["rdb_last_bgsave_status"] == "err"
            )
        found = await the_error(tmp_path, url)
    assert "cannot save to its disk" in found.message
    assert "CONFIG SET save" in found.cure


async def test_a_server_that_is_busy_with_a_script(tmp_path: Path) -> None:
    with (
        server(tmp_path, "--save", "", "--lua-time-limit", "1") as (url, port),
        redis.Redis(port=port, socket_timeout=60) as client,
    ):

        def occupy() -> None:
            with suppress(RedisError):
                client.eval("while true do end", 0)

        running = asyncio.get_running_loop().run_in_executor(None, occupy)
        with redis.Redis(port=port) as other:
            await until(lambda: is_busy(other))
            found = await the_error(tmp_path, url)
            other.script_kill()
        await running
    assert "busy with a script" in found.message
    assert "SCRIPT KILL" in found.cure


def is_busy(client: "redis.Redis") -> bool:
    try:
        client.ping()
    except ResponseError as refusal:
        return "BUSY" in str(refusal)
    return False


async def test_a_server_with_too_many_clients(tmp_path: Path) -> None:
    with server(tmp_path, "--save", "", "--maxclients", "1") as (url, port):
        async with asyncio.timeout(30):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            found = await the_error(tmp_path, url)
            writer.close()
    assert "as many clients as it takes" in found.message
    assert "maxclients" in found.cure


@pytest.mark.parametrize(
    ("credentials", "said", "cure"),
    [
        (":hush-hush@", "has no password", "leave the password out"),
        ("shelf:hush-hush@", "refuses the user", "percent-encoding"),
    ],
)
async def test_a_password_that_is_none(
    tmp_path: Path, redis_server: RedisServer, credentials: str, said: str, cure: str
) -> None:
    url = f"redis://{credentials}127.0.0.1:{redis_server.port}"
    found = await the_error(tmp_path, url)
    assert said in found.message
    assert cure in found.cure
    assert "hush" not in str(found)


@pytest.mark.slow
@pytest.mark.parametrize(("seconds", "severity"), [(0.25, "error"), (0.06, "warning")])
async def test_a_slow_server(
    tmp_path: Path, redis_server: RedisServer, seconds: float, severity: str
) -> None:
    upstream = ("127.0.0.1", redis_server.port)
    with redis_server.client() as client:
        client.config_set("maxmemory-policy", "allkeys-lfu")
    async with FaultProxy(upstream, Fault.LATENCY, seconds) as proxy:
        (found,) = await examined(tmp_path, f"redis://127.0.0.1:{proxy.port}")
    with redis_server.client() as client:
        client.config_set("maxmemory-policy", "noeviction")
    assert found.severity == severity
    assert "ms for an answer" in found.message
    assert "nearer" in found.cure


Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], object]


@asynccontextmanager
async def answering(answer: bytes) -> AsyncIterator[str]:
    """Whatever says only this, and then ends the connection."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(answer)
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1")
    async with listening:
        yield f"redis://127.0.0.1:{listening.sockets[0].getsockname()[1]}"


@pytest.mark.parametrize(
    ("answer", "said", "cure"),
    [
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "is no Redis", "host and port"),
        (b"ERROR\r\n", "is no Redis", "host and port"),
        (b"+\r\n", "is no Redis", "host and port"),
        (b":5\r\n", "is no Redis", "host and port"),
        (b"$5\r\nhello\r\n", "is no Redis", "host and port"),
        (b"", "the connection is closed at once", "TLS"),
        (b"\x15\x03\x01\x00\x02\x02\x16\r\n", "is no Redis", "rediss://"),
        (b"-DENIED Redis is running in protected mode\r\n", "protected", "requirepass"),
        (b"-LOADING Redis is loading the dataset in memory\r\n", "loading", "wait"),
        (b"-MASTERDOWN Link with MASTER is down\r\n", "lost its primary", "primary"),
        (b"-NEWCODE something: hush-hush\r\n", "refuses PING (NEWCODE)", "NEWCODE"),
        (b"-ERR something: hush-hush\r\n", "refuses PING", "rediss://"),
    ],
)
async def test_what_else_may_answer(
    tmp_path: Path, answer: bytes, said: str, cure: str
) -> None:
    async with answering(answer) as url:
        found = await the_error(tmp_path, url)
    assert said in found.message
    assert cure in found.cure
    assert "hush" not in str(found)


async def test_nobody_at_a_unix_socket(tmp_path: Path) -> None:
    found = await the_error(tmp_path, f"unix://{tmp_path}/none.sock")
    assert "nobody listens" in found.message


def documented() -> list[str]:
    """The rules in docs/cache.md, after the password."""
    text = Path("docs/cache.md").read_text()
    (line,) = [x for x in text.splitlines() if x.startswith("ACL SETUSER")]
    return line.partition(">PASSWORD ")[2].split()


def test_the_documented_user_has_the_rights_of_the_one_list() -> None:
    assert documented() == RULES.split()
    assert ALLOW.endswith(RULES)


@pytest.mark.parametrize("database", ["", "/1", "?client_name=shelf"])
async def test_the_documented_user_is_taken(
    tmp_path: Path, redis_server: RedisServer, database: str
) -> None:
    with redis_server.client() as client:
        client.config_set("maxmemory-policy", "allkeys-lfu")
        client.script_flush()
        client.execute_command(
            *("ACL", "SETUSER", "documented", "reset", "on", ">w", *documented())
        )
    url = f"redis://documented:w@127.0.0.1:{redis_server.port}{database}"
    assert await examined(tmp_path, url) == []
    with redis_server.client() as client:
        client.config_set("maxmemory-policy", "noeviction")


@pytest.mark.parametrize(
    ("without", "database", "said"),
    [
        *((f"+{name}", "", name.upper()) for name in ("get", "set", "eval", "unlink")),
        ("+select", "/1", "SELECT"),
        ("+client|setname", "?client_name=shelf", "CLIENT SETNAME"),
        ("~shelf:*", "", "keys that begin with shelf:"),
    ],
)
async def test_the_right_that_is_missing_is_named(
    tmp_path: Path, redis_server: RedisServer, without: str, database: str, said: str
) -> None:
    rules = [rule for rule in RULES.split() if rule != without]
    with redis_server.client() as client:
        client.execute_command("ACL", "SETUSER", "poor", "reset", "on", ">w", *rules)
    url = f"redis://poor:w@127.0.0.1:{redis_server.port}{database}"
    found = await the_error(tmp_path, url)
    assert found.message == f"the ACL forbids {said}"
    assert found.cure == ALLOW


def test_every_judgement_has_a_cure() -> None:
    for code, (message, cure) in JUDGEMENTS.items():
        assert message
        assert cure
        assert judge(ResponseError(f"{code} hush-hush"), "GET") == (message, cure)


def test_a_code_is_found_below_another_error() -> None:
    error = redis.ConnectionError("hush-hush")
    error.__cause__ = ResponseError("MISCONF hush-hush")
    assert code_of(error) == "MISCONF"
    assert code_of(ResponseError("hush-hush")) is None
    assert code_of(OSError()) is None
