"""Settings: wrong, misspelt, guessable, or missing though all runs without them."""

import re
import zlib

from rapidfuzz import fuzz

from providers.secret import Secret
from service.cures import CURES, cure_of
from service.doctor.case import Case
from service.doctor.finding import Finding, error, warning
from service.settings import SPOTIFY_ACCOUNTS_URL

SKILL_ID = re.compile(r"amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SPOTIFY_ID = re.compile(r"[0-9a-f]{32}")
ALIKE = 85  # of 100: one letter lost, doubled or swapped
LEAST_ENTROPY = 32  # bytes that are left of a secret when it is compressed

_SECRETS = ("REDIS_URL", "CACHE_SECRET", "CACHE_SECRET_PREVIOUS")
KNOWN = {*CURES, *(f"{n}_FILE" for n in (*_SECRETS, "SPOTIFY_CLIENT_SECRET"))}


async def settings(case: Case) -> list[Finding]:
    """Everything that keeps the service from starting."""
    return [error("settings", problem, cure_of(problem)) for problem in case.problems]


async def misspelt(case: Case) -> list[Finding]:
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


async def secrets(case: Case) -> list[Finding]:
    """Secrets that somebody could guess, or that are one and the same."""
    new = CURES["CACHE_SECRET"]
    held, previous = case.settings.cache_secret, case.settings.cache_secret_previous
    findings = []
    if held and case.sound("CACHE_SECRET") and guessable(held):
        findings.append(error("secrets", "CACHE_SECRET is easy to guess", new))
    if held and held == previous:
        said = "CACHE_SECRET_PREVIOUS is CACHE_SECRET itself"
        findings.append(warning("secrets", said, CURES["CACHE_SECRET_PREVIOUS"]))
    if held and held == case.settings.spotify_client_secret:
        said = "CACHE_SECRET is Spotify's client secret as well"
        findings.append(error("secrets", said, new))
    return findings


def guessable(secret: Secret) -> bool:
    """Long enough, and yet hardly anything is left once repetition is taken away."""
    text = secret.reveal().encode()
    return len(zlib.compress(text, 9)) < LEAST_ENTROPY or len(set(text)) < 10


async def identifiers(case: Case) -> list[Finding]:
    """Ids that are not of the form that their givers give them."""
    findings = []
    told = case.settings
    if case.sound("SKILL_ID") and not all(map(SKILL_ID.fullmatch, told.skill_ids)):
        findings.append(
            warning(
                "skill_id", "SKILL_ID does not look like a skill's", CURES["SKILL_ID"]
            )
        )
    theirs = told.spotify_accounts_url == SPOTIFY_ACCOUNTS_URL
    client_id = told.spotify_client_id
    if theirs and client_id and not SPOTIFY_ID.fullmatch(client_id):
        said = "SPOTIFY_CLIENT_ID does not look like Spotify's"
        findings.append(warning("spotify_client", said, CURES["SPOTIFY_CLIENT_ID"]))
    return findings


async def operator(case: Case) -> list[Finding]:
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
    return [warning("operator", f"{said} {name}", CURES[name]) for name in missing]
