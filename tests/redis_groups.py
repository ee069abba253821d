"""Groups of real Redis servers: a cluster, and a primary that Sentinels watch."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import redis
from redis.crc import key_slot

from tests.conftest import free_port

SLOTS = 16384
NODE_TIMEOUT_MS = 2000
DOWN_AFTER_MS = 1000
PRIMARY = "shelf"
"""The name by which the Sentinels know the primary."""


@dataclass
class Member:
    """One server of a group, which may be killed and started again."""

    folder: Path
    options: tuple[str, ...]
    program: str = "redis-server"
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        self.folder.mkdir(exist_ok=True)
        words = [self.program, *self.options, "--port", str(self.port)]
        words += ["--bind", "127.0.0.1", "--dir", str(self.folder)]
        words += ["--logfile", str(self.folder / "log")]
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
        wait_until(self._answers, "a server that answers")

    def _answers(self) -> bool:
        with suppress(redis.ConnectionError), self.client() as client:
            return bool(client.ping())
        return False

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGCONT)
        self.process.kill()
        self.process.wait(timeout=5)

    def freeze(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGCONT)

    def client(self) -> "redis.Redis":
        return redis.Redis(port=self.port, protocol=2, socket_timeout=5)

    def follows(self) -> bool:
        """Whether it is a replica that follows its primary."""
        return "master_link_status:up" in self.says("INFO", "replication")

    def says(self, *command: str | int | bytes) -> str:
        """The reply to a command, as text."""
        with self.client() as client:
            client.set_response_callback(str(command[0]), lambda reply: reply)
            reply = client.execute_command(*command)
        return reply.decode() if isinstance(reply, bytes) else str(reply)


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 30) -> float:
    """Seconds until the condition holds."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, f"waited in vain for {what}"
        time.sleep(0.02)
    return time.monotonic() - began


@dataclass
class ClusterGroup:
    """Primaries, each with so many replicas; `members` are the primaries first."""

    members: list[Member]
    primaries: int

    @property
    def url(self) -> str:
        hosts = ",".join(f"127.0.0.1:{member.port}" for member in self.members)
        return f"redis+cluster://{hosts}"

    def slots(self, number: int) -> tuple[int, int]:
        """The first and the last slot that the primary of that number begins with."""
        share = SLOTS // self.primaries
        last = SLOTS if number == self.primaries - 1 else (number + 1) * share
        return number * share, last - 1

    def form(self) -> None:
        """Meet, share the slots, follow: in place of `redis-cli --cluster create`."""
        first, *others = self.members
        for number in range(self.primaries):
            member = self.members[number]
            member.says("CLUSTER", "SET-CONFIG-EPOCH", number + 1)
            member.says("CLUSTER", "ADDSLOTSRANGE", *self.slots(number))
        for other in others:
            first.says("CLUSTER", "MEET", "127.0.0.1", other.port, bus_of(other))
        wait_until(lambda: all(self._knows_all(m) for m in self.members), "all to meet")
        for number, replica in enumerate(self.members[self.primaries :]):
            primary = self.members[number % self.primaries]
            replica.says("CLUSTER", "REPLICATE", primary.says("CLUSTER", "MYID"))
        wait_until(self.is_ok, "a cluster that is ok")
        wait_until(self._follows, "replicas that follow")

    def _knows_all(self, member: Member) -> bool:
        nodes = member.says("CLUSTER", "NODES")
        return (
            nodes.count("connected") >= len(self.members) and "handshake" not in nodes
        )

    def _follows(self) -> bool:
        """Whether the replicas follow, and every member knows that they do."""
        replicas = self.members[self.primaries :]
        return all(replica.follows() for replica in replicas) and all(
            m.says("CLUSTER", "NODES").count("slave") == len(replicas)
            for m in self.members
        )

    def is_taken_over(self, lost: Member) -> bool:
        """Whether others have the slots of a lost primary, and say that all is well."""
        others = [member for member in self.members if member is not lost]
        for line in others[0].says("CLUSTER", "NODES").splitlines():
            fields = line.split()
            if f":{lost.port}@" in fields[1] and fields[8:]:
                return False  # it still has slots
        return self.is_ok(others)

    def is_ok(self, members: "list[Member] | None" = None) -> bool:
        """Whether every member that answers says `cluster_state:ok`."""
        states = []
        for member in members or self.members:
            with suppress(redis.RedisError):
                states.append("cluster_state:ok" in member.says("CLUSTER", "INFO"))
        return all(states)

    def owner(self, key: bytes) -> Member:
        """The primary that has this key now."""
        slot = key_slot(key)
        for member in self.members:
            with suppress(redis.RedisError):
                for line in member.says("CLUSTER", "NODES").splitlines():
                    fields = line.split()
                    if "myself,master" in fields[2] and any(
                        _covers(part, slot) for part in fields[8:]
                    ):
                        return member
        raise AssertionError("nobody has that slot")

    def move(self, slot: int, source: Member, target: Member) -> None:
        """Move one slot, as `redis-cli --cluster reshard` does."""
        self.begin_to_move(slot, source, target)
        while keys := self.keys_in(source, slot):
            with source.client() as client:
                client.migrate("127.0.0.1", target.port, keys, 0, 5000)
        self.end_move(slot, target)

    def begin_to_move(self, slot: int, source: Member, target: Member) -> None:
        source_id, target_id = (m.says("CLUSTER", "MYID") for m in (source, target))
        target.says("CLUSTER", "SETSLOT", slot, "IMPORTING", source_id)
        source.says("CLUSTER", "SETSLOT", slot, "MIGRATING", target_id)

    def end_move(self, slot: int, target: Member) -> None:
        target_id = target.says("CLUSTER", "MYID")
        for member in (target, *(m for m in self.members if m is not target)):
            with suppress(redis.RedisError):  # replicas are told by their primaries
                member.says("CLUSTER", "SETSLOT", slot, "NODE", target_id)

    def keys_in(self, member: Member, slot: int) -> list[bytes]:
        """The keys of one slot on one node."""
        with member.client() as client:
            keys: list[bytes] = client.execute_command(
                "CLUSTER", "GETKEYSINSLOT", slot, 99
            )
        return keys

    def all_keys(self) -> list[bytes]:
        """All keys of all primaries."""
        found: list[bytes] = []
        for client in self.clients():
            with client:
                found += client.scan_iter("*")
        return found

    def clients(self) -> "list[redis.Redis]":
        """A client of each primary."""
        roles = ((m, m.says("INFO", "replication")) for m in self.members)
        return [member.client() for member, role in roles if "role:master" in role]

    def flush(self) -> None:
        for client in self.clients():
            with client:
                client.flushall()


def _covers(part: str, slot: int) -> bool:
    first, _, last = part.partition("-")
    return first.isdigit() and int(first) <= slot <= int(last or first)


def bus_of(member: Member) -> str:
    return member.options[member.options.index("--cluster-port") + 1]


@contextmanager
def cluster_group(
    folder: Path, primaries: int = 3, replicas: int = 1, *options: str
) -> Iterator[ClusterGroup]:
    """Run a cluster of Debian's `redis-server`."""
    with ExitStack() as stack:
        members = []
        for number in range(primaries * (1 + replicas)):
            words = (
                *("--cluster-enabled", "yes", "--cluster-port", str(free_port())),
                *("--cluster-node-timeout", str(NODE_TIMEOUT_MS), "--save", ""),
                *("--repl-diskless-sync-delay", "0", *options),
            )
            member = Member(folder / str(number), words)
            member.start()
            stack.callback(member.kill)
            members.append(member)
        group = ClusterGroup(members, primaries)
        group.form()
        yield group


@dataclass
class SentinelGroup:
    """A primary, a replica, and the Sentinels that watch them."""

    servers: list[Member]
    sentinels: list[Member]

    @property
    def url(self) -> str:
        hosts = ",".join(f"127.0.0.1:{sentinel.port}" for sentinel in self.sentinels)
        return f"redis+sentinel://{hosts}/{PRIMARY}/0"

    def clients(self) -> "list[redis.Redis]":
        return [self.primary().client()]

    def primary(self) -> Member:
        """The server that the first Sentinel names."""
        with self.sentinels[0].client() as client:
            address = client.execute_command(
                "SENTINEL", "GET-MASTER-ADDR-BY-NAME", PRIMARY
            )
        port = int(address[1])
        return next(server for server in self.servers if server.port == port)

    def is_ready(self) -> bool:
        """Whether all Sentinels know the replica and each other."""
        for sentinel in self.sentinels:
            told = sentinel.says("INFO", "sentinel")
            if "status=ok" not in told or "slaves=1" not in told:
                return False
            if f"sentinels={len(self.sentinels)}" not in told:
                return False
        return self.replica().follows()

    def replica(self) -> Member:
        return next(server for server in self.servers if server is not self.primary())


@contextmanager
def sentinel_group(folder: Path, sentinels: int = 3) -> Iterator[SentinelGroup]:
    """Run two servers and so many Sentinels."""
    with ExitStack() as stack:
        plain = ("--save", "", "--repl-diskless-sync-delay", "0")
        first = Member(folder / "0", plain)
        second = Member(
            folder / "1", (*plain, "--replicaof", f"127.0.0.1 {first.port}")
        )
        watchers = []
        majority = sentinels // 2 + 1
        for number in range(sentinels):
            (home := folder / f"sentinel{number}").mkdir(parents=True)
            configuration = home / "sentinel.conf"
            configuration.write_text(
                f"sentinel monitor {PRIMARY} 127.0.0.1 {first.port} {majority}\n"
                f"sentinel down-after-milliseconds {PRIMARY} {DOWN_AFTER_MS}\n"
                f"sentinel failover-timeout {PRIMARY} 4000\n"
            )
            watchers.append(Member(home, (str(configuration), "--sentinel")))
        for member in (first, second, *watchers):
            member.start()
            stack.callback(member.kill)
        group = SentinelGroup([first, second], watchers)
        wait_until(group.is_ready, "Sentinels that know each other")
        yield group
