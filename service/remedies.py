"""Remedies: what to do about each setting that is missing or wrong."""

import errno
import re
import socket

from service.otel_variables import OTEL_REMEDIES

_MAKE = "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"

REMEDIES = {
    "SKILL_ID": "copy the id (amzn1.ask.skill.…) from the list of skills in Amazon's"
    " developer console",
    "HOST": "leave it out to listen everywhere, or give an address of this machine",
    "PORT": "give a free port from 1 to 65535, or leave it out for 8080",
    "ENVIRONMENT": "leave it out for production",
    "REDIS_URL": "write it as rediss://user:password@host:6379/0 (docs/cache.md has the"
    " forms for a cluster and for Sentinels), special characters in the password"
    " percent-encoded and no options but those in docs/deploy.md, or leave it out to"
    " cache in the process",
    "CACHE_SECRET": f"make one with {_MAKE} and keep it",
    "CACHE_SECRET_PREVIOUS": "leave it out unless you are rotating CACHE_SECRET",
    "CACHE_MEMORY_MB": "leave it out for 64",
    "PUBLIC_URL": "give the https address that Amazon reaches, without /alexa",
    "SPOTIFY_API_URL": "leave it out: only a stand-in is elsewhere",
    "SPOTIFY_ACCOUNTS_URL": "leave it out: only a stand-in is elsewhere",
    "SPOTIFY_CLIENT_ID": "copy it from the application's page in Spotify's dashboard",
    "SPOTIFY_CLIENT_SECRET": "copy it, and the id beside it, from the application's"
    " page in Spotify's dashboard",
    "SPOTIFY_DAILY_CALLS": "give how many calls Spotify allows your account in 24 hours"
    " (docs/spotify.md tells what is known), or leave it out for no limit of our own",
    "KEEPALIVE_SECONDS": "give more seconds than what stands in front of the service"
    " keeps an idle connection, or leave it out for 620",
    "DRAIN_SECONDS": "give the seconds for which the front end still sends requests"
    " after SIGTERM, or leave it out for 0",
    "METRICS_PORT": "give a free port other than PORT, or leave it out for no metrics",
    "METRICS_HOST": "give an address of this machine, such as 127.0.0.1, and"
    " METRICS_PORT beside it; or leave it out to use HOST",
    "OPERATOR_NAME": "say who runs the skill",
    "OPERATOR_CONTACT": "give an e-mail address or an https page for questions",
    "SPOTIFY_LOGO_FILE": "leave it out, or give Spotify's icon as a PNG, and PUBLIC_URL"
    " beside it",
    "SKILL_PAGE_URL": "leave it out, or copy the address of the skill's page at Amazon,"
    " without what follows a question mark",
    "NEIGHBOURS_FILE": "make the file anew with .venv/bin/python -m service neighbours"
    " build (docs/recommendations.md), or leave it out",
    "RECOMMENDATION_CALLS_A_DAY": "give at least the 16 calls of one answer, or leave"
    " it out for 100",
    "LIBRARY_WRITES": "leave it out for off, or write on to let listeners save songs"
    " (docs/policy.md)",
    "PLAYBACK": "leave it out for off, or give spotify-connect after reading"
    " docs/policy.md",
    "TRACES_BEFORE_ANSWER": "leave it out for off, or write on, and"
    " OTEL_EXPORTER_OTLP_ENDPOINT beside it, where there is no CPU after the response",
    "ALEXA_VENDOR_ID": "copy it from the redirect URLs that the developer console shows"
    " under Account Linking",
    "GOOGLE_CLOUD_PROJECT": "give the project's id, or leave it out",
    "ALEXA_TEST_CHAIN_FILE": "leave it out in production; for a test, make one with"
    " .venv/bin/python -m simulator chain DIR",
    "ALEXA_API_URL": "leave it out, or give ALEXA_TEST_CHAIN_FILE beside it",
    "LOG_LEVEL": "leave it out for info",
    "LOG_FORMAT": "leave it out for json",
}
"""Remedy by variable name; its keys are the list of our own settings."""

# The host is none of this machine's, none at all, or of a family it does not have.
_HOST_ERRORS = frozenset(
    {
        errno.EADDRNOTAVAIL,
        errno.EAFNOSUPPORT,
        errno.EINVAL,
        errno.ENETUNREACH,
        errno.ENODEV,
    }
)

_NAME = re.compile(r"([A-Z][A-Z_]*[A-Z])\b")


def is_host_to_blame(error: Exception) -> bool:
    """Return whether HOST, and not the port, is why an address cannot be listened on.

    `error` is an OSError of binding or of resolving the host, or a UnicodeError of a
    name that cannot be. Since Python 3.13 asyncio raises an OSError without a number
    where no address of the host is this machine's.
    """
    if isinstance(error, socket.gaierror | UnicodeError):
        return True
    return isinstance(error, OSError) and (
        error.errno is None or error.errno in _HOST_ERRORS
    )


def remedy_for(problem: str) -> str:
    """Return the remedy for a problem, which begins with NAME or NAME_FILE."""
    match = _NAME.match(problem)
    name = match[1] if match else ""
    if name.endswith("_FILE") and name not in REMEDIES:
        return (
            "let the file hold the secret alone, as UTF-8, readable by the service;"
            f" or {REMEDIES[name.removesuffix('_FILE')]}"
        )
    return REMEDIES.get(name) or OTEL_REMEDIES[name]


def with_remedy(problem: str) -> str:
    """Return a problem and its remedy as one line."""
    return f"{problem}. Cure: {remedy_for(problem)}."
