"""What a check found: never more than a name, a fact and a cure; never a secret."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """`error`: listeners get no answer, or nobody starts; `warning`: something works
    worse than it should; `info`: worth knowing, or not checked."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(msgspec.Struct, frozen=True):
    """`check` names what was looked at; `cure` is what to do."""

    check: str
    severity: Severity
    message: str
    cure: str

    def __str__(self) -> str:
        return f"{self.message}. Cure: {self.cure}."


def error(check: str, message: str, cure: str) -> Finding:
    return Finding(check, Severity.ERROR, message, cure)


def warning(check: str, message: str, cure: str) -> Finding:
    return Finding(check, Severity.WARNING, message, cure)


def info(check: str, message: str, cure: str) -> Finding:
    return Finding(check, Severity.INFO, message, cure)


EXIT_CODES = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def exit_code(findings: Iterable[Finding]) -> int:
    """That of the worst; 0 for nothing."""
    return max((EXIT_CODES[one.severity] for one in findings), default=0)
