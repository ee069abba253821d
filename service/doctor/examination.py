"""All checks, in the order in which they are told."""

import asyncio

from service.doctor import (
    clock,
    environment,
    package,
    ports,
    public_url,
    redis,
    spotify,
    trust,
)
from service.doctor.case import Case, Check
from service.doctor.finding import Finding

OFFLINE: tuple[Check, ...] = (
    environment.settings,
    environment.misspelt,
    environment.secrets,
    environment.identifiers,
    environment.operator,
    ports.ports,
    trust.trust_store,
    package.package,
)
"""What this machine knows by itself."""

ONLINE: tuple[Check, ...] = (
    redis.redis,
    spotify.api,
    spotify.client,
    spotify.redirects,
    public_url.public_url,
    clock.clock,
)


async def examine(case: Case, *, offline: bool = False) -> list[Finding]:
    """Every finding; those that need the network are looked for all at once."""
    checks = OFFLINE if offline else (*OFFLINE, *ONLINE)
    found = await asyncio.gather(*(check(case) for check in checks))
    return [finding for findings in found for finding in findings]
