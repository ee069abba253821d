"""`python -m service doctor`: what is wrong with this installation, and its cure."""

import argparse
import asyncio
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import msgspec

from service.doctor.case import Case
from service.doctor.examination import examine
from service.doctor.finding import Finding, exit_code

PACKAGE = Path("skill-package")


def main(
    arguments: Sequence[str],
    environ: Mapping[str, str],
    out: TextIO,
    err: TextIO,  # noqa: ARG001 - as every command has it
) -> int:
    """Prints findings; 2 where one is an error, 1 where one is a warning, else 0."""
    options = _parser().parse_args(arguments)
    case = Case.of(environ, options.package, lambda: datetime.now(UTC))
    findings = asyncio.run(examine(case, offline=options.offline))
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


def _json(findings: list[Finding]) -> str:
    return msgspec.json.format(msgspec.json.encode(findings)).decode() + "\n"


def _text(findings: list[Finding]) -> str:
    if not findings:
        return "All is well.\n"
    lines = [f"{one.severity:<8} {one.check}: {one.message}\n" for one in findings]
    cures = [f"         cure: {one.cure}\n" for one in findings]
    return "".join(map("".join, zip(lines, cures, strict=True)))
