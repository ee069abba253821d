"""Checks of this machine: settings, secrets, ports, trust store, clock."""

import asyncio
import re
import zlib
from datetime import UTC
from email.utils import parsedate_to_datetime

import aiohttp
from ask_sdk_webservice_support.verifier_constants import (
    MAX_NORMAL_REQUEST_TOLERANCE_IN_MILLIS,
)
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from providers.recommender.neighbours_file import NeighboursUnreadable, read_neighbours
from providers.secret import Secret
from providers.spotify.scopes import scopes_of_switches
from service.commands.doctor.report import (
    CheckContext,
    CheckResult,
    error,
    info,
    warning,
)
from service.otel_variables import OTEL_REMEDIES
from service.remedies import REMEDIES, is_host_to_blame, remedy_for
from service.settings import SPOTIFY_ACCOUNTS_URL
from service.verification.certificate_chain import read_chain
from service.verification.certificate_source import (
    RENEW,
    TEST_CHAIN,
    TrustStoreUnusable,
    load_amazon_roots,
    load_test_root,
)
from service.verification.errors import VerificationError

SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

SPOTIFY_ID = re.compile(r"[0-9a-f]{32}")

SIMILAR = 85  # of 100: one letter lost, doubled or swapped

LEAST_ENTROPY = 32  # bytes that are left of a secret when it is compressed

_SECRETS = ("REDIS_URL", "CACHE_SECRET", "CACHE_SECRET_PREVIOUS")

NEIGHBOURS = "NEIGHBOURS_FILE"

KNOWN = {*REMEDIES, *(f"{n}_FILE" for n in (*_SECRETS, "SPOTIFY_CLIENT_SECRET"))}
"""Names of all environment variables that the service reads."""


async def settings(context: CheckContext) -> list[CheckResult]:
    """Check that all settings are usable.

    Problem: a setting that keeps the service from starting. Remedy: the setting's own.
    """
    return [
        error("settings", problem, remedy_for(problem)) for problem in context.problems
    ]


async def misspelt(context: CheckContext) -> list[CheckResult]:
    """Check that no environment variable is a misspelt setting.

    Problem: a variable that is no setting and is named almost like one. Remedy: the
    name that was probably meant.
    """
    return [
        warning("settings", f"{name} is no setting", f"did you mean {known}? Rename it")
        for name in sorted(context.environ.keys() - KNOWN - OTEL_REMEDIES.keys())
        if (known := _similar(name)) is not None and known not in context.environ
    ]


def _similar(name: str) -> str | None:
    if name.startswith("OTEL_"):  # OpenTelemetry has dozens of others, much alike
        close = (each for each in OTEL_REMEDIES if OSA.distance(name, each) == 1)
        return next(close, None)
    scores = {known: fuzz.ratio(name, known) for known in KNOWN}
    best = max(scores, key=lambda known: scores[known])
    return best if scores[best] >= SIMILAR else None


async def secrets(context: CheckContext) -> list[CheckResult]:
    """Check that CACHE_SECRET cannot be guessed and is used for one purpose only.

    Problem: repetitive, equal to CACHE_SECRET_PREVIOUS, or Spotify's client secret.
    Remedy: make a new one, or leave the previous one out.
    """
    new = REMEDIES["CACHE_SECRET"]
    secret = context.settings.cache_secret
    previous = context.settings.cache_secret_previous
    results = []
    if secret and context.sound("CACHE_SECRET") and guessable(secret):
        results.append(error("secrets", "CACHE_SECRET is easy to guess", new))
    if secret and secret == previous:
        message = "CACHE_SECRET_PREVIOUS is CACHE_SECRET itself"
        results.append(warning("secrets", message, REMEDIES["CACHE_SECRET_PREVIOUS"]))
    if secret and secret == context.settings.spotify_client_secret:
        message = "CACHE_SECRET is Spotify's client secret as well"
        results.append(error("secrets", message, new))
    return results


def guessable(secret: Secret) -> bool:
    """Return whether hardly anything is left of a secret when it is compressed."""
    text = secret.reveal().encode()
    return len(zlib.compress(text, 9)) < LEAST_ENTROPY or len(set(text)) < 10


async def identifiers(context: CheckContext) -> list[CheckResult]:
    """Check that SKILL_ID and SPOTIFY_CLIENT_ID have the form that their issuers use.

    Problem: another form. Remedy: copy the id from the issuer's page.
    """
    results = []
    settings = context.settings
    if context.sound("SKILL_ID") and not all(
        map(SKILL_ID.fullmatch, settings.skill_ids)
    ):
        results.append(
            warning(
                "skill_id",
                "SKILL_ID does not look like a skill's",
                REMEDIES["SKILL_ID"],
            )
        )
    is_spotify = settings.spotify_accounts_url == SPOTIFY_ACCOUNTS_URL
    client_id = settings.spotify_client_id
    if is_spotify and client_id and not SPOTIFY_ID.fullmatch(client_id):
        message = "SPOTIFY_CLIENT_ID does not look like Spotify's"
        results.append(
            warning("spotify_client", message, REMEDIES["SPOTIFY_CLIENT_ID"])
        )
    return results


async def switches(context: CheckContext) -> list[CheckResult]:
    """Tell which scopes PLAYBACK and LIBRARY_WRITES add.

    Listeners who linked before may lack them; nobody but a listener's own token can say
    so. Remedy: upload the new list, and let listeners link again.
    """
    scopes = scopes_of_switches(context.settings.features)
    if not scopes:
        return []
    message = f"your switches need {', '.join(scopes)}; who linked before lacks them"
    cure = (
        "upload what account-linking prints; listeners link again when they ask for it"
    )
    return [info("scopes", message, cure)]


async def operator(context: CheckContext) -> list[CheckResult]:
    """Check that OPERATOR_NAME and OPERATOR_CONTACT are set.

    Problem: the pages on privacy and terms do not name who is responsible, which
    Amazon's reviewers look for. Remedy: set both.
    """
    missing = [
        name
        for name, value in (
            ("OPERATOR_NAME", context.settings.operator_name),
            ("OPERATOR_CONTACT", context.settings.operator_contact),
        )
        if value is None and context.sound(name)
    ]
    message = "the pages on privacy and terms cannot say it without"
    return [
        warning("operator", f"{message} {name}", REMEDIES[name]) for name in missing
    ]


# Amazon's requests carry a time; one more than 150 s off is refused.
TOLERANCE = MAX_NORMAL_REQUEST_TOLERANCE_IN_MILLIS / 1000

WORTH_SAYING = 10.0  # seconds

_CURE = "keep it with NTP (timedatectl set-ntp true), or wake the machine anew"


async def clock(context: CheckContext) -> list[CheckResult]:
    """Check this machine's clock against the Date header of Spotify's servers.

    Problem: more than 10 s off (warning) or so far off that every request is refused
    (error). Remedy: NTP. No result if Spotify cannot be reached: another check says so.
    """
    try:
        async with (
            context.session() as http,
            http.get(context.settings.spotify_api_url, allow_redirects=False) as reply,
        ):
            server_time = parsedate_to_datetime(reply.headers.get("Date", ""))
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return []
    if server_time.tzinfo is None:  # "-0000", which is UTC as well
        server_time = server_time.replace(tzinfo=UTC)
    difference = abs((context.now() - server_time).total_seconds())
    message = f"this machine's clock is {difference:.0f} s off"
    if difference > TOLERANCE:
        return [error("clock", f"{message}: every request is refused", _CURE)]
    return [warning("clock", message, _CURE)] if difference > WORTH_SAYING else []


async def ports(context: CheckContext) -> list[CheckResult]:
    """Check that the service can listen on HOST with PORT, METRICS_HOST with its own.

    Problem: a host is no address of this machine, or a port is taken by another program
    or not allowed. Remedy: that setting's own. The service itself may hold its ports.
    """
    settings, results = context.settings, []
    addresses = [("HOST", settings.host, "PORT", settings.port)]
    if settings.metrics_port:
        host_name = "METRICS_HOST" if settings.metrics_host else "HOST"
        host = settings.metrics_host or settings.host
        addresses.append((host_name, host, "METRICS_PORT", settings.metrics_port))
    for host_name, host, name, port in addresses:
        trouble = await _listening_error(host, port)
        if trouble and is_host_to_blame(trouble):
            message = f"{host_name} is no address of this machine"
            return [error("ports", message, REMEDIES[host_name])]
        if trouble and not await _is_ours(context):
            results.append(
                error("ports", f"{name} is taken or not allowed", REMEDIES[name])
            )
    return results


async def _listening_error(host: str, port: int) -> OSError | UnicodeError | None:
    """Return the error of listening there as the service does, or None."""
    loop = asyncio.get_running_loop()
    try:
        server = await loop.create_server(asyncio.Protocol, host, port)
    except (OSError, UnicodeError) as listening_error:
        return listening_error
    server.close()
    await server.wait_closed()
    return None


async def _is_ours(context: CheckContext) -> bool:
    """Return whether the program that listens on PORT answers like this service."""
    host = context.settings.host
    local = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    local = f"[{local}]" if ":" in local else local
    try:
        async with (
            context.session() as http,
            http.get(f"http://{local}:{context.settings.port}/live") as reply,
        ):
            return (await reply.content.read(64)).strip() == b'{"status": "live"}'
    except (aiohttp.ClientError, TimeoutError, OSError):
        return False


async def neighbours(context: CheckContext) -> list[CheckResult]:
    """Check that NEIGHBOURS_FILE, where it is set, can be read.

    Problem: a file that is missing, damaged, of another version or no such file at all;
    recommendations go on without it. Remedy: make it anew.
    """
    file = context.settings.neighbours_file
    if file is None or not context.sound(NEIGHBOURS):
        return []
    try:
        read_neighbours(file)
    except NeighboursUnreadable as unreadable:
        return [
            warning("neighbours", f"{NEIGHBOURS}: {unreadable}", REMEDIES[NEIGHBOURS])
        ]
    return []


CHECK = "trust_store"

SOON = 60  # days; packages are renewed about monthly


async def trust_store(context: CheckContext) -> list[CheckResult]:
    """Check that Amazon's roots are present and last, or that the test chain validates.

    Problem: roots missing or expiring within 60 days, or a test chain that leads to no
    root. Remedy: build the image anew, or make a new test chain.
    """
    file = context.settings.alexa_test_chain_file
    if file is not None and not context.sound(TEST_CHAIN):
        return []
    now = context.now()
    try:
        if file is not None:
            read_chain(file.read_bytes(), load_test_root(file, now).store, now)
            return []
        days = load_amazon_roots(now).days_left(now)
    except TrustStoreUnusable as unusable:
        return [error(CHECK, unusable.what, unusable.cure)]
    except VerificationError as refused:
        message = f"{TEST_CHAIN}: its chain proves nothing ({refused.reason})"
        return [error(CHECK, message, REMEDIES[TEST_CHAIN])]
    if days >= SOON:
        return []
    return [warning(CHECK, f"Amazon's roots expire in {days} days", RENEW)]
