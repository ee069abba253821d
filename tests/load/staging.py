"""Load on a deployment that trusts a test chain and uses a fake Spotify.

A production deployment is refused: it does not trust the chain, so that the first
request is answered 400.
"""

import socket
import ssl
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

from simulator.alexa.certificates import SigningChain
from simulator.alexa.requests import Signer
from tests.load.closed_loop import Reply
from tests.load.open_loop import LARGEST_LAG, PATIENCE, Connect, fire, to_port
from tests.load.run import Outputs
from tests.load.scenarios import PLAIN, Load
from tests.load.servers import Unusable
from tests.load.timeline import Troubles, timeline
from tests.load.traffic import Traffic
from tests.load.verdict import Result, table
from tests.progress import progress

FARTHEST = 60.0  # seconds between the clocks: requests are believed for 150


@dataclass(frozen=True, slots=True)
class Target:
    """Where to, signed with what; raises `Unusable` for what cannot be measured."""

    url: str
    chain: Path
    key: Path
    skill: str

    def run(self, load: Load, outputs: Outputs) -> int:
        """Print the table, write the figures; return 1 where a promise was broken."""
        connect = self._connect()
        signer = Signer(SigningChain.load(self.chain, self.key).key)
        traffic = Traffic(signer, load.listeners, skill_id=self.skill, host=self._host)
        look_first(self._one(connect, traffic))
        with progress("staging", load.seconds) as steps:
            steps.begin(self._host, load.seconds)
            volley = fire(connect, traffic.mixed(load.requests), load.rate)
        result = Result.of("staging", volley, Counter())
        if result.lag > LARGEST_LAG:
            raise Unusable(f"the generator cannot hold {load.rate:g} requests a second")
        PLAIN.judge(result)
        result.timeline = timeline(result.answers, [], [], Troubles())
        print(table([result]))
        outputs.write([result.as_json()])
        return int(bool(result.broken))

    @property
    def _host(self) -> str:
        return urlsplit(self.url).hostname or ""

    def _connect(self) -> Connect:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Unusable(f"{self.url} is no address of a deployment")
        host, tls = parts.hostname, parts.scheme == "https"
        port = parts.port or (443 if tls else 80)
        if not tls:
            return to_port(port, host)
        context = ssl.create_default_context()

        def connect() -> socket.socket:
            plain = socket.create_connection((host, port), timeout=PATIENCE)
            return context.wrap_socket(plain, server_hostname=host)

        return connect

    def _one(self, connect: Connect, traffic: Traffic) -> Reply:
        try:
            connect().close()
        except OSError as error:
            raise Unusable(f"{self.url} cannot be reached: {error}") from None
        volley = fire(connect, [traffic.one(0)], 1.0)
        if volley.replies[0] is None:
            raise Unusable(f"{self.url} cannot be reached: no answer")
        return volley.replies[0]


def look_first(reply: Reply) -> None:
    """Raises `Unusable` where the answer to one good request says: not here."""
    head = reply.buffer.partition(b"\r\n\r\n")[0].decode("latin-1")
    dates = [
        line[5:] for line in head.split("\r\n") if line.lower().startswith("date:")
    ]
    if dates:
        apart = parsedate_to_datetime(dates[0].strip()) - datetime.now(UTC)
        if abs(apart.total_seconds()) > FARTHEST:
            seconds = apart.total_seconds()
            raise Unusable(f"its clock is {seconds:+.0f} s from this machine's")
    if reply.status == 400:
        word = reply.body.decode("utf-8", "replace").strip()
        raise Unusable(
            f"it refuses the test chain ({word}): a production service is not for load"
        )
    if reply.status != 200:
        raise Unusable(f"it answers a good request with {reply.status}")
