"""`python -m service doctor`: run all checks and print each problem with its remedy."""

import argparse
import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TextIO

import msgspec

from service.commands.doctor import (
    amazon_checks,
    local_checks,
    redis_checks,
    spotify_checks,
    trace_checks,
)
from service.commands.doctor.report import (
    DEFAULT_PACKAGE,
    Check,
    CheckContext,
    CheckResult,
    error,
    exit_code,
)

_BAR = 24  # characters

# Checks run and are reported in this order.

OFFLINE: tuple[Check, ...] = (
    local_checks.settings,
    local_checks.misspelt,
    local_checks.secrets,
    local_checks.identifiers,
    local_checks.switches,
    local_checks.operator,
    local_checks.ports,
    local_checks.trust_store,
    local_checks.neighbours,
    amazon_checks.package,
)
"""Checks that ask no other machine."""

ONLINE: tuple[Check, ...] = (
    redis_checks.redis,
    spotify_checks.api,
    spotify_checks.client,
    spotify_checks.redirects,
    spotify_checks.quota,
    amazon_checks.public_url,
    local_checks.clock,
    trace_checks.collector,
)
"""Checks that need the network."""


async def run_checks(
    context: CheckContext,
    *,
    offline: bool = False,
    ended: Callable[[str, int, int], object] = lambda _name, _number, _total: None,
) -> list[CheckResult]:
    """Run the checks concurrently and return all results; an empty list is good.

    offline: run only the checks that ask no other machine.
    ended: takes the name of a check that ends, how many have ended, and how many
    there are.
    """
    checks = OFFLINE if offline else (*OFFLINE, *ONLINE)
    number = count(1)

    async def run(check: Check) -> list[CheckResult]:
        results = await _guarded(check, context)
        ended(_name(check), next(number), len(checks))
        return results

    results = await asyncio.gather(*map(run, checks))
    return [result for of_one_check in results for result in of_one_check]


async def _guarded(check: Check, context: CheckContext) -> list[CheckResult]:
    """Run one check; its failure is a result and ends no other check."""
    try:
        return await check(context)
    except Exception as failure:  # noqa: BLE001 - told by its type alone
        message = f"this check broke off ({type(failure).__name__})"
        remedy = "report it to whoever maintains the service"
        return [error(_name(check), message, remedy)]


def _name(check: Check) -> str:
    return getattr(check, "__name__", "check")


def main(
    arguments: Sequence[str],
    environ: Mapping[str, str],
    out: TextIO,
    err: TextIO,
) -> int:
    """Print the results; return 2 if one is an error, 1 if one is a warning, else 0.

    Checks that end meanwhile are told on `err`, unless a list for machines is wanted:
    as a bar on a terminal, as lines elsewhere. The bar has no time left, because all
    checks run at once.
    """
    options = _parser().parse_args(arguments)
    context = CheckContext.of(environ, options.package, lambda: datetime.now(UTC))

    def ended(name: str, number: int, total: int) -> None:
        if not options.json:
            print(_progress(name, number, total, bar=err.isatty()), end="", file=err)
            err.flush()

    results = asyncio.run(run_checks(context, offline=options.offline, ended=ended))
    out.write(_json(results) if options.json else _text(results))
    return exit_code(results)


def _progress(name: str, number: int, total: int, *, bar: bool) -> str:
    """Return a line for a log, or a bar that writes over the one before it.

    The last bar leaves an empty line behind it.
    """
    fact = f"{name} ({number} of {total} checks)"
    if not bar:
        return f"{fact}\n"
    if number == total:
        return "\r\x1b[K"
    done = _BAR * number // total
    return f"\r\x1b[K[{'#' * done}{'.' * (_BAR - done)}] {fact}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m service doctor", description="Checks this installation."
    )
    parser.add_argument("--json", action="store_true", help="a list for machines")
    parser.add_argument("--offline", action="store_true", help="ask no other machine")
    parser.add_argument(
        "--package",
        type=Path,
        default=DEFAULT_PACKAGE,
        help="folder of the skill package",
    )
    return parser


def _json(results: list[CheckResult]) -> str:
    return msgspec.json.format(msgspec.json.encode(results)).decode() + "\n"


def _text(results: list[CheckResult]) -> str:
    if not results:
        return "All is well.\n"
    return "".join(
        f"{result.severity:<8} {result.check}: {result.message}\n"
        f"         cure: {result.cure}\n"
        for result in results
    )
