"""What checks get and return: `CheckContext` and `CheckResult`.

A result holds a name, a fact and a remedy, and never a secret.
"""

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
    """How bad a result is.

    `error`: listeners get no answer, or the service does not start; `warning`:
    something works worse than it should; `info`: worth knowing, or not checked.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class CheckResult(msgspec.Struct, frozen=True):
    """One problem that a check found.

    `check` names what was checked, `message` says what is wrong, `cure` what to do.
    """

    check: str
    severity: Severity
    message: str
    cure: str

    def __str__(self) -> str:
        return f"{self.message}. Cure: {self.cure}."


def error(check: str, message: str, cure: str) -> CheckResult:
    """Return a result of severity `error`."""
    return CheckResult(check, Severity.ERROR, message, cure)


def warning(check: str, message: str, cure: str) -> CheckResult:
    """Return a result of severity `warning`."""
    return CheckResult(check, Severity.WARNING, message, cure)


def info(check: str, message: str, cure: str) -> CheckResult:
    """Return a result of severity `info`."""
    return CheckResult(check, Severity.INFO, message, cure)


EXIT_CODES = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def exit_code(results: Iterable[CheckResult]) -> int:
    """Return the exit code of the worst result; 0 if there is none."""
    return max((EXIT_CODES[result.severity] for result in results), default=0)


DEFAULT_PACKAGE = Path("skill-package")
"""Folder of the skill package in a checkout and in the image."""

NETWORK_SECONDS = 5.0  # for each request over the network


def _public_trust() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """The installation that is checked.

    environ: the environment variables as they are.
    settings: the settings as far as they can be read.
    problems: what is wrong with the rest, each "NAME: what is wrong".
    package: folder of the skill package.
    now: wall clock, with time zone.
    trust: certificate authorities that the doctor itself trusts over https.
    """

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
        """Return the context for an environment, its settings read from there."""
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
        """Return whether the setting `name` has no problem of its own."""
        return not any(
            problem.startswith((f"{name}:", f"{name}_FILE:"))
            for problem in self.problems
        )

    def session(self) -> aiohttp.ClientSession:
        """Return a new HTTP client; checks share none, so that each stands alone."""
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=self.trust),
            timeout=aiohttp.ClientTimeout(total=NETWORK_SECONDS),
            cookie_jar=aiohttp.DummyCookieJar(),
        )


Check = Callable[[CheckContext], Awaitable[list[CheckResult]]]
"""A check returns one result for each problem; an empty list if all is well."""
