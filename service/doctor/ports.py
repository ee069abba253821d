"""Whether the service can listen where it is told to."""

import errno
import socket

import aiohttp

from service.cures import CURES
from service.doctor.case import Case
from service.doctor.finding import Finding, error

NO_ADDRESS = (errno.EADDRNOTAVAIL, socket.EAI_NONAME, socket.EAI_AGAIN)


async def ports(case: Case) -> list[Finding]:
    """Both ports, unless it is the service itself that listens there."""
    findings = []
    for name, port in (
        ("PORT", case.settings.port),
        ("METRICS_PORT", case.settings.metrics_port),
    ):
        trouble = _trouble(case.settings.host, port) if port else None
        if trouble in NO_ADDRESS:
            said = "HOST is no address of this machine"
            return [error("ports", said, CURES["HOST"])]
        if trouble and not await _is_ours(case):
            findings.append(
                error("ports", f"{name} is taken or not allowed", CURES[name])
            )
    return findings


def _trouble(host: str, port: int) -> int | None:
    """Why it cannot be listened on; None where it can."""
    try:
        with socket.create_server((host, port), reuse_port=False):
            return None
    except OSError as trouble:
        return trouble.errno


async def _is_ours(case: Case) -> bool:
    """Whether whoever listens on PORT answers like this service."""
    host = case.settings.host
    here = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - compared
    try:
        async with (
            case.session() as http,
            http.get(f"http://{here}:{case.settings.port}/live") as reply,
        ):
            return (await reply.content.read(64)).strip() == b'{"status": "live"}'
    except (aiohttp.ClientError, TimeoutError, OSError):
        return False
