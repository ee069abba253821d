"""Locust users for a deployment: `locust -f tests/load/locustfile.py --host https://…`.

LOAD_CHAIN, LOAD_KEY (PEM files) and LOAD_SKILL_ID name what the deployment trusts.

A warning: Locust's users wait for their answers before they ask again. While the
service stalls they ask less, so that their percentiles leave out the very requests that
would have waited. Believe `python -m tests.load staging` where the two disagree.
"""

import os
from pathlib import Path

from locust import HttpUser, between, task

from simulator.alexa.certificates import SigningChain
from simulator.alexa.requests import Signer
from tests.load.traffic import TURNS, Traffic


def traffic() -> Traffic:
    chain, key = Path(os.environ["LOAD_CHAIN"]), Path(os.environ["LOAD_KEY"])
    signer = Signer(SigningChain.load(chain, key).key)
    return Traffic(signer, listeners=1000, skill_id=os.environ["LOAD_SKILL_ID"])


class Listener(HttpUser):  # type: ignore[misc] # Locust is no dependency of ours
    """Opens the skill and goes on for some turns, a few seconds apart."""

    wait_time = between(2, 6)

    def on_start(self) -> None:
        self.traffic = traffic()
        self.who = self.traffic.chance.randrange(self.traffic.listeners)

    @task  # type: ignore[untyped-decorator] # as above
    def session(self) -> None:
        self.ask(None, "LaunchRequest")
        for turn in self.traffic.chance.sample(TURNS, 3):
            self.wait()
            self.ask(turn, turn[0])

    def ask(self, turn: "tuple[str, dict[str, object]] | None", name: str) -> None:
        wire = self.traffic.one(self.who, turn)
        head, _, body = wire.partition(b"\r\n\r\n")
        lines = (line.split(": ", 1) for line in head.decode().split("\r\n")[2:])
        self.client.post("/alexa", data=body, headers=dict(lines), name=name)
