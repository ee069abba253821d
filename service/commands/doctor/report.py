"""What a check found: never more than a name, a fact and a cure; never a secret."""

import ssl
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import aiohttp
import certifi
import msgspec

from service.settings import Settings, read


class Severity(StrEnum):
    """`error`: listeners get no answer, or nobody starts; `warning`: something works
    worse than it should; `info`: worth knowing, or not checked."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class CheckResult(msgspec.Struct, frozen=True):
    """`check` names what was looked at; `cure` is what to do."""

    check: str
    severity: Severity
    message: str
    cure: str

    def __str__(self) -> str:
        return f"{self.message}. Cure: {self.cure}."


def error(check: str, message: str, cure: str) -> CheckResult:
    return CheckResult(check, Severity.ERROR, message, cure)


def warning(check: str, message: str, cure: str) -> CheckResult:
    return CheckResult(check, Severity.WARNING, message, cure)


def info(check: str, message: str, cure: str) -> CheckResult:
    return CheckResult(check, Severity.INFO, message, cure)


EXIT_CODES = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def exit_code(findings: Iterable[CheckResult]) -> int:
    """That of the worst; 0 for nothing."""
    return max((EXIT_CODES[one.severity] for one in findings), default=0)


# FOLDED What the checks look at.

PATIENCE = 5.0  # seconds for whatever answers over a network


def _public_trust() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """An installation: its environment, its settings as far as they can be read, the
    folder of its skill package; `now` is the wall clock (aware), `trust` whom the
    doctor itself believes over https."""

    environ: Mapping[str, str] = field(repr=False)
    settings: Settings
    problems: tuple[str, ...]
    package: Path
    now: Callable[[], datetime]
    trust: ssl.SSLContext = field(default_factory=_public_trust, repr=False)

    @classmethod
    def of(
        cls,
        environ: Mapping[str, str],
        package: Path,
        now: Callable[[], datetime],
        trust: ssl.SSLContext | None = None,
    ) -> "CheckContext":
        settings, problems = read(environ)
        return cls(
            environ=environ,
            settings=settings,
            problems=tuple(problems),
            package=package,
            now=now,
            trust=trust or _public_trust(),
        )

    def sound(self, name: str) -> bool:
        """Whether that setting has no problem of its own."""
        return not any(
            problem.startswith((f"{name}:", f"{name}_FILE:"))
            for problem in self.problems
        )

    def session(self) -> aiohttp.ClientSession:
        """A client of its own for each check: none depends on what another met."""
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=self.trust),
            timeout=aiohttp.ClientTimeout(total=PATIENCE),
            cookie_jar=aiohttp.DummyCookieJar(),
        )


Check = Callable[[CheckContext], Awaitable[list[CheckResult]]]
