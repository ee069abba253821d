"""`python -m service doctor`: what is wrong with this installation, and its cure."""

import argparse
import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import msgspec

from service.commands.doctor import (
    amazon_checks,
    local_checks,
    redis_checks,
    spotify_checks,
)
from service.commands.doctor.report import Check, CheckContext, CheckResult, exit_code

# FOLDED All checks, in the order in which they are told.

OFFLINE: tuple[Check, ...] = (
    local_checks.settings,
    local_checks.misspelt,
    local_checks.secrets,
    local_checks.identifiers,
    local_checks.operator,
    local_checks.ports,
    local_checks.trust_store,
    amazon_checks.package,
)

"""What this machine knows by itself."""

ONLINE: tuple[Check, ...] = (
    redis_checks.redis,
    spotify_checks.api,
    spotify_checks.client,
    spotify_checks.redirects,
    amazon_checks.public_url,
    local_checks.clock,
)


async def run_checks(case: CheckContext, *, offline: bool = False) -> list[CheckResult]:
    """Every finding; those that need the network are looked for all at once."""
    checks = OFFLINE if offline else (*OFFLINE, *ONLINE)
    found = await asyncio.gather(*(check(case) for check in checks))
    return [finding for findings in found for finding in findings]


PACKAGE = Path("skill-package")


def main(
    arguments: Sequence[str],
    environ: Mapping[str, str],
    out: TextIO,
    err: TextIO,  # noqa: ARG001 - as every command has it
) -> int:
    """Prints findings; 2 where one is an error, 1 where one is a warning, else 0."""
    options = _parser().parse_args(arguments)
    case = CheckContext.of(environ, options.package, lambda: datetime.now(UTC))
    findings = asyncio.run(run_checks(case, offline=options.offline))
    out.write(_json(findings) if options.json else _text(findings))
    return exit_code(findings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m service doctor", description="Checks this installation."
    )
    parser.add_argument("--json", action="store_true", help="a list for machines")
    parser.add_argument("--offline", action="store_true", help="ask no other machine")
    parser.add_argument(
        "--package", type=Path, default=PACKAGE, help="folder of the skill package"
    )
    return parser


def _json(findings: list[CheckResult]) -> str:
    return msgspec.json.format(msgspec.json.encode(findings)).decode() + "\n"


def _text(findings: list[CheckResult]) -> str:
    if not findings:
        return "All is well.\n"
    lines = [f"{one.severity:<8} {one.check}: {one.message}\n" for one in findings]
    cures = [f"         cure: {one.cure}\n" for one in findings]
    return "".join(map("".join, zip(lines, cures, strict=True)))
