"""Settings: wrong, misspelt, guessable, or missing though all runs without them."""

import errno
import re
import socket
import zlib
from email.utils import parsedate_to_datetime

import aiohttp
from ask_sdk_webservice_support.verifier_constants import (
    MAX_NORMAL_REQUEST_TOLERANCE_IN_MILLIS,
)
from rapidfuzz import fuzz

from providers.secret import Secret
from service.commands.doctor.report import CheckContext, CheckResult, error, warning
from service.remedies import REMEDIES, remedy_for
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

ALIKE = 85  # of 100: one letter lost, doubled or swapped

LEAST_ENTROPY = 32  # bytes that are left of a secret when it is compressed

_SECRETS = ("REDIS_URL", "CACHE_SECRET", "CACHE_SECRET_PREVIOUS")

KNOWN = {*REMEDIES, *(f"{n}_FILE" for n in (*_SECRETS, "SPOTIFY_CLIENT_SECRET"))}


async def settings(case: CheckContext) -> list[CheckResult]:
    """Everything that keeps the service from starting."""
    return [
        error("settings", problem, remedy_for(problem)) for problem in case.problems
    ]


async def misspelt(case: CheckContext) -> list[CheckResult]:
    """Variables that nobody reads, named almost like one that is read."""
    return [
        warning("settings", f"{name} is no setting", f"did you mean {meant}? Rename it")
        for name in sorted(case.environ.keys() - KNOWN)
        if (meant := _meant(name)) is not None and meant not in case.environ
    ]


def _meant(name: str) -> str | None:
    scores = {known: fuzz.ratio(name, known) for known in KNOWN}
    best = max(scores, key=lambda known: scores[known])
    return best if scores[best] >= ALIKE else None


async def secrets(case: CheckContext) -> list[CheckResult]:
    """Secrets that somebody could guess, or that are one and the same."""
    new = REMEDIES["CACHE_SECRET"]
    held, previous = case.settings.cache_secret, case.settings.cache_secret_previous
    findings = []
    if held and case.sound("CACHE_SECRET") and guessable(held):
        findings.append(error("secrets", "CACHE_SECRET is easy to guess", new))
    if held and held == previous:
        said = "CACHE_SECRET_PREVIOUS is CACHE_SECRET itself"
        findings.append(warning("secrets", said, REMEDIES["CACHE_SECRET_PREVIOUS"]))
    if held and held == case.settings.spotify_client_secret:
        said = "CACHE_SECRET is Spotify's client secret as well"
        findings.append(error("secrets", said, new))
    return findings


def guessable(secret: Secret) -> bool:
    """Long enough, and yet hardly anything is left once repetition is taken away."""
    text = secret.reveal().encode()
    return len(zlib.compress(text, 9)) < LEAST_ENTROPY or len(set(text)) < 10


async def identifiers(case: CheckContext) -> list[CheckResult]:
    """Ids that are not of the form that their givers give them."""
    findings = []
    told = case.settings
    if case.sound("SKILL_ID") and not all(map(SKILL_ID.fullmatch, told.skill_ids)):
        findings.append(
            warning(
                "skill_id",
                "SKILL_ID does not look like a skill's",
                REMEDIES["SKILL_ID"],
            )
        )
    theirs = told.spotify_accounts_url == SPOTIFY_ACCOUNTS_URL
    client_id = told.spotify_client_id
    if theirs and client_id and not SPOTIFY_ID.fullmatch(client_id):
        said = "SPOTIFY_CLIENT_ID does not look like Spotify's"
        findings.append(warning("spotify_client", said, REMEDIES["SPOTIFY_CLIENT_ID"]))
    return findings


async def operator(case: CheckContext) -> list[CheckResult]:
    """Amazon's reviewers open both pages and look for who is responsible."""
    missing = [
        name
        for name, value in (
            ("OPERATOR_NAME", case.settings.operator_name),
            ("OPERATOR_CONTACT", case.settings.operator_contact),
        )
        if value is None and case.sound(name)
    ]
    said = "the pages on privacy and terms cannot say it without"
    return [warning("operator", f"{said} {name}", REMEDIES[name]) for name in missing]


# FOLDED The clock: Amazon's requests carry a time, and more than 150 s off is refused.

TOLERANCE = MAX_NORMAL_REQUEST_TOLERANCE_IN_MILLIS / 1000

WORTH_SAYING = 10.0  # seconds

_CURE = "keep it with NTP (timedatectl set-ntp true), or wake the machine anew"


async def clock(case: CheckContext) -> list[CheckResult]:
    """Against the time that Spotify's servers say it is; who cannot be asked is told by
    another check."""
    try:
        async with (
            case.session() as http,
            http.get(case.settings.spotify_api_url, allow_redirects=False) as reply,
        ):
            theirs = parsedate_to_datetime(reply.headers.get("Date", ""))
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return []
    off = abs((case.now() - theirs).total_seconds())
    said = f"this machine's clock is {off:.0f} s off"
    if off > TOLERANCE:
        return [error("clock", f"{said}: every request is refused", _CURE)]
    return [warning("clock", said, _CURE)] if off > WORTH_SAYING else []


# FOLDED Whether the service can listen where it is told to.

NO_ADDRESS = (errno.EADDRNOTAVAIL, socket.EAI_NONAME, socket.EAI_AGAIN)


async def ports(case: CheckContext) -> list[CheckResult]:
    """Both ports, unless it is the service itself that listens there."""
    findings = []
    for name, port in (
        ("PORT", case.settings.port),
        ("METRICS_PORT", case.settings.metrics_port),
    ):
        trouble = _trouble(case.settings.host, port) if port else None
        if trouble in NO_ADDRESS:
            said = "HOST is no address of this machine"
            return [error("ports", said, REMEDIES["HOST"])]
        if trouble and not await _is_ours(case):
            findings.append(
                error("ports", f"{name} is taken or not allowed", REMEDIES[name])
            )
    return findings


def _trouble(host: str, port: int) -> int | None:
    """Why it cannot be listened on; None where it can."""
    try:
        with socket.create_server((host, port), reuse_port=False):
            return None
    except OSError as trouble:
        return trouble.errno


async def _is_ours(case: CheckContext) -> bool:
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


# FOLDED Whom the service believes when a request says that it is Alexa's.

CHECK = "trust_store"

SOON = 60  # days; packages are renewed about monthly


async def trust_store(case: CheckContext) -> list[CheckResult]:
    """The roots, how long they last, and whether a test chain leads to its own."""
    file = case.settings.alexa_test_chain_file
    if file is not None and not case.sound(TEST_CHAIN):
        return []
    now = case.now()
    try:
        if file is not None:
            read_chain(file.read_bytes(), load_test_root(file, now).store, now)
            return []
        days = load_amazon_roots(now).days_left(now)
    except TrustStoreUnusable as unusable:
        return [error(CHECK, unusable.what, unusable.cure)]
    except VerificationError as refused:
        said = f"{TEST_CHAIN}: its chain proves nothing ({refused.reason})"
        return [error(CHECK, said, REMEDIES[TEST_CHAIN])]
    if days >= SOON:
        return []
    return [warning(CHECK, f"Amazon's roots expire in {days} days", RENEW)]
