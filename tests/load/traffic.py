"""Traffic: listeners with tokens, sessions with turns, requests signed in chunks."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from random import Random

from simulator.alexa.requests import (
    AlexaSession,
    Json,
    RequestStamp,
    Signer,
    encode,
    intent,
    launch,
)
from tests.load.prepared import SKILL_ID, listener, on_the_wire

FRESH = 1_000_000  # numbers from here on were never asked for before
ZIPF = 1.1  # how much more often the most loyal listener comes than the next one
# What a session goes on with; a cursor as an earlier answer would have left it.
TURNS: tuple[tuple[str, Json], ...] = (
    ("ListPlaylistsIntent", {}),
    ("AMAZON.NextIntent", {"list": {"kind": "playlists"}}),
    ("RecommendIntent", {}),
    ("CountPlaylistsIntent", {}),
    ("AMAZON.HelpIntent", {}),
)


@dataclass(slots=True)
class Traffic:
    """Makes requests of `listeners` people; every request has an id of its own."""

    signer: Signer
    listeners: int = 64
    skill_id: str = SKILL_ID
    host: str = "skill.test"
    chance: Random = field(default_factory=lambda: Random(9))
    _ids: Iterator[int] = field(default_factory=count)
    _fresh: Iterator[int] = field(default_factory=lambda: count(FRESH))
    _run: str = field(default_factory=lambda: secrets.token_hex(4))
    _under_way: list[tuple[int, int]] = field(default_factory=list)

    def skip_new(self, number: int) -> None:
        """Leave out so many new listeners, who come in other traffic."""
        self._fresh = count(FRESH + number)

    def launches(self, number: int) -> list[bytes]:
        """The people who are known, one after the other."""
        return [self.one(n % self.listeners) for n in range(number)]

    def cold(self, number: int) -> list[bytes]:
        """Somebody new every time."""
        return [self.one(next(self._fresh)) for _ in range(number)]

    def cold_on_speakers(self, number: int) -> list[bytes]:
        """Somebody new every time, at a device without a screen."""
        return [self.one(next(self._fresh), screen=False) for _ in range(number)]

    def cold_twice(self, number: int) -> tuple[list[bytes], list[bytes]]:
        """Somebody new every time, and the next question of each of them."""
        people = [next(self._fresh) for _ in range(number)]
        return [self.one(n) for n in people], [self.one(n) for n in people]

    def cold_asking(self, number: int, name: str) -> list[bytes]:
        """Somebody new every time, who asks for one intent."""
        return [self.one(next(self._fresh), (name, {})) for _ in range(number)]

    def rotated(self, number: int) -> list[bytes]:
        """People who are known, with a token that is not."""
        return [
            self.one(n % self.listeners, token=f"~{self._run}{next(self._ids)}")
            for n in range(number)
        ]

    def asked(self, number: int, name: str) -> list[bytes]:
        """One intent, by the people who are known."""
        return [self.one(n % self.listeners, (name, {})) for n in range(number)]

    def mixed(self, number: int) -> list[bytes]:
        """Sessions of two to six turns, many at a time, of loyal and of rare people."""
        return [self._next_turn() for _ in range(number)]

    def forged(self) -> bytes:
        """What anybody may send: the headers of a request, and no valid signature."""
        signed = self.signer.headers(b"something else")
        return on_the_wire(self._body(0), signed, self.host)

    def bare(self) -> bytes:
        """The same without anything of Alexa's in its headers."""
        plain = {"Content-Type": "application/json"}
        return on_the_wire(self._body(0), plain, self.host)

    def one(
        self,
        who: int,
        turn: tuple[str, Json] | None = None,
        token: str = "",
        *,
        screen: bool = True,
    ) -> bytes:
        """One request, signed and stamped now."""
        body = self._body(who, turn, token, screen=screen)
        return on_the_wire(body, self.signer.headers(body), self.host)

    def _body(
        self,
        who: int,
        turn: tuple[str, Json] | None = None,
        token: str = "",
        *,
        screen: bool = True,
    ) -> bytes:
        device = listener(who, screen=screen)
        token = f"{device.token}{token}"
        device = replace(device, token=token, skill_id=self.skill_id)
        number = f"amzn1.echo-api.request.{self._run}.{next(self._ids)}"
        moment = RequestStamp(number, datetime.now(UTC))
        if turn is None:
            envelope = launch(device, moment, AlexaSession())
        else:
            session = AlexaSession(new=False, attributes=turn[1])
            envelope = intent(device, moment, session, turn[0])
        return encode(envelope)

    def _next_turn(self) -> bytes:
        if len(self._under_way) < 8 or self.chance.random() < 0.25:
            who = int(self.chance.paretovariate(ZIPF)) % self.listeners
            self._under_way.append((who, self.chance.randint(1, 5)))
            return self.one(who)
        place = self.chance.randrange(len(self._under_way))
        who, left = self._under_way.pop(place)
        if left > 1:
            self._under_way.append((who, left - 1))
        return self.one(who, self.chance.choice(TURNS))
