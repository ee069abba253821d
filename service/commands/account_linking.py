"""`python -m service account-linking`: print Amazon's account linking request."""

import argparse
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from providers.spotify.scopes import scopes_for, scopes_of_switches
from service.remedies import with_remedy
from service.settings import Settings, SettingsError, load

SECRET_BY_NAME = "${SPOTIFY_CLIENT_SECRET}"  # noqa: S105 - a reference to it
UNUSABLE = 2
FILE = Path("account-linking.json")

# One for each part of the world; all three have to be registered at Spotify.
# https://developer.amazon.com/docs/account-linking/configure-authorization-code-grant.html
REDIRECTS = (
    "https://pitangui.amazon.com/api/skill/link/{}",
    "https://layla.amazon.com/api/skill/link/{}",
    "https://alexa.amazon.co.jp/api/skill/link/{}",
)


def redirect_urls(vendor_id: str) -> tuple[str, ...]:
    """Return the URLs to which Amazon sends a listener back after linking."""
    return tuple(pattern.format(vendor_id) for pattern in REDIRECTS)


def linking_request(settings: Settings, *, client_secret: str) -> dict[str, Any]:
    """Return the SMAPI request body that links this skill to Spotify.

    Raise `SettingsError` if SPOTIFY_CLIENT_ID is unset.

    https://developer.amazon.com/docs/alexa/smapi/account-linking-schemas.html
    """
    if settings.spotify_client_id is None:
        raise SettingsError(["SPOTIFY_CLIENT_ID: is required for account linking"])
    return {
        "accountLinkingRequest": {
            "type": "AUTH_CODE",
            "authorizationUrl": f"{settings.spotify_accounts_url}/authorize",
            "accessTokenUrl": f"{settings.spotify_accounts_url}/api/token",
            "accessTokenScheme": "HTTP_BASIC",
            "clientId": settings.spotify_client_id,
            "clientSecret": client_secret,
            "scopes": list(scopes_for(settings.features)),
            "domains": [],
            "defaultTokenExpirationInSeconds": 3600,
            "skipOnEnablement": True,
        }
    }


def relinking(settings: Settings) -> str:
    """Return what the switches add to the scopes, and for whom; empty for nothing."""
    added = scopes_of_switches(settings.features)
    if not added:
        return ""
    return (
        f"\nYour switches ask for {', '.join(added)}.\n"
        "Who linked before this list was uploaded lacks them: what needs them answers\n"
        "with the card that links again, and nothing else changes.\n"
    )


def main(
    arguments: Sequence[str], environ: Mapping[str, str], out: TextIO, err: TextIO
) -> int:
    """Print the request on `out`, and what to do with it on `err`.

    Return 0, or 2 for settings that cannot be used.
    """
    options = _parser().parse_args(arguments)
    try:
        settings = load(environ)
        request = _request(settings, reveal=options.reveal_secret or options.write)
    except SettingsError as error:
        err.writelines(f"{with_remedy(problem)}\n" for problem in error.problems)
        return UNUSABLE
    if options.write:
        _write(options.write, request)
    else:
        out.write(request)
    if not options.json:
        err.write(_instructions(settings, options.write or FILE))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m service account-linking",
        description="Prints the account linking request for these settings.",
    )
    parser.add_argument("--json", action="store_true", help="nothing but the request")
    parser.add_argument(
        "--reveal-secret", action="store_true", help="print the client secret, too"
    )
    parser.add_argument(
        "--write",
        type=Path,
        metavar="FILE",
        help="secret and all, for you alone (0600)",
    )
    return parser


def _request(settings: Settings, *, reveal: object) -> str:
    secret = SECRET_BY_NAME
    if reveal:
        if settings.spotify_client_secret is None:
            raise SettingsError(["SPOTIFY_CLIENT_SECRET: is required to be shown"])
        secret = settings.spotify_client_secret.reveal()
    request = linking_request(settings, client_secret=secret)
    return json.dumps(request, indent=2) + "\n"


def _write(file: Path, text: str) -> None:
    """Write a file that other users can never read, not even for a moment."""
    mode = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    with os.fdopen(os.open(file, mode, 0o600), "w", encoding="utf-8") as stream:
        os.fchmod(stream.fileno(), 0o600)
        stream.write(text)


def _instructions(settings: Settings, file: Path) -> str:
    vendor = settings.alexa_vendor_id or "<VENDOR>"
    uploads = [
        f"  ask smapi update-account-linking-info -s {skill_id} -g development"
        f" --account-linking-request file:{file}\n"
        for skill_id in sorted(settings.skill_ids)
    ]
    registered = [f"  {url}\n" for url in redirect_urls(vendor)]
    return "".join(
        [
            relinking(settings),
            "\nUpload it with the secret (--write FILE), then remove the file:\n",
            *uploads,
            "\nRegister each of these as a redirect URI at Spotify:\n",
            *registered,
        ]
    )
