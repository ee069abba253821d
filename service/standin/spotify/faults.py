"""What is to go wrong, where, how often: a list that every call is held against."""

import asyncio
import itertools
from collections.abc import Mapping
from fnmatch import fnmatchcase
from random import Random
from typing import Any

import msgspec

from service.standin.spotify.canned import CANNED
from service.standin.spotify.spoiling import SPOILERS

DELAYS = frozenset({"delay", "lognormal", "straggle", "hold"})
BREAKAGES = frozenset({"hang", "reset"})
MANGLES = frozenset({"truncate", "short", "drip"})
KINDS = (
    DELAYS | BREAKAGES | MANGLES | CANNED.keys() | {"answer", "endless", "quirk"}
)  # fmt: skip


class UnknownFault(ValueError):
    """No fault is called that."""


class Fault(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to fail, and which calls it strikes.

    `kind`: a name of `canned.CANNED`; or `answer` (`status`, `body`, `content_type`);
    `delay` (`seconds`), `lognormal` (median `seconds`, `sigma`), `straggle` (`share`
    of the calls takes `seconds` more), `hold` (until released); `hang`, `reset`,
    `truncate`, `short`, `drip` (a few bytes every `seconds`); `endless` pages; or
    `quirk`, a name of `spoiling.SPOILERS`.

    `endpoint` is a pattern over `GET /me/top/{type}` with or without its method;
    `account` and `query` narrow it to calls of that account, with these parameters.
    The first `after` such calls pass, then `times` of them (None: all) are struck,
    each with `probability`.
    """

    kind: str
    endpoint: str = "*"
    account: str | None = None
    query: dict[str, str] = {}
    times: int | None = None
    after: int = 0
    probability: float = 1.0
    seconds: float = 0.1
    sigma: float = 0.5
    share: float = 0.05
    retry_after: int | None = None
    quirk: str = ""
    status: int = 200
    body: str = ""
    content_type: str = "application/json"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise UnknownFault(f"no fault of this kind; known: {sorted(KINDS)}")
        if self.kind == "quirk" and self.quirk not in SPOILERS:
            raise UnknownFault(f"no such quirk; known: {sorted(SPOILERS)}")

    def strikes(
        self, endpoint: str, account: str | None, query: Mapping[str, str]
    ) -> bool:
        _method, _space, path = endpoint.partition(" ")
        return (
            (fnmatchcase(endpoint, self.endpoint) or fnmatchcase(path, self.endpoint))
            and self.account in {None, account}
            and all(query.get(name) == value for name, value in self.query.items())
        )


class Armed:
    """A fault in force, with what it has done so far."""

    __slots__ = ("fault", "seen", "struck")

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.seen = 0
        self.struck = 0

    def draw(self, rng: Random) -> bool:
        """Whether this matching call is struck."""
        self.seen += 1
        fault = self.fault
        if self.seen <= fault.after or self.spent:
            return False
        if fault.probability < 1.0 and rng.random() >= fault.probability:
            return False
        self.struck += 1
        return True

    @property
    def spent(self) -> bool:
        return self.fault.times is not None and self.struck >= self.fault.times


class Faults:
    """Every fault in force; `rng` decides those that are a matter of chance."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._numbers = itertools.count(1)
        self._armed: dict[int, Armed] = {}
        self._open = asyncio.Event()

    def add(self, kind: str, endpoint: str = "*", **options: Any) -> int:
        """Puts `Fault(kind=…, endpoint=…, **options)` in force; its number."""
        return self.arm(Fault(kind=kind, endpoint=endpoint, **options))

    def arm(self, fault: Fault) -> int:
        number = next(self._numbers)
        self._armed[number] = Armed(fault)
        return number

    def remove(self, number: int) -> bool:
        """Whether it was in force until now."""
        return self._armed.pop(number, None) is not None

    def clear(self) -> None:
        """Takes every fault out of force and lets held calls go on."""
        self._armed.clear()
        self.release()

    def release(self) -> None:
        """Lets every held call go on, and holds no more."""
        self._armed = {n: a for n, a in self._armed.items() if a.fault.kind != "hold"}
        self._open.set()
        self._open = asyncio.Event()

    async def released(self) -> None:
        """Waits for the next release."""
        await self._open.wait()

    def struck(self, number: int) -> int:
        """How many calls a fault has struck so far; 0 for one that is gone."""
        armed = self._armed.get(number)
        return armed.struck if armed else 0

    def listed(self) -> list[dict[str, Any]]:
        """Each with its `id` and how many calls it has `struck`, JSON-able."""
        return [
            {"id": number, "struck": a.struck, **msgspec.structs.asdict(a.fault)}
            for number, a in self._armed.items()
        ]

    def drawn(
        self, endpoint: str, account: str | None, query: Mapping[str, str]
    ) -> list[Fault]:
        """The faults that strike this call, oldest first."""
        if not self._armed:
            return []
        return [
            armed.fault
            for armed in self._armed.values()
            if armed.fault.strikes(endpoint, account, query) and armed.draw(self.rng)
        ]
