"""Spotify: the API is there, the application is known, Amazon may send listeners back.

https://developer.spotify.com/documentation/web-api/tutorials/code-flow
"""

import aiohttp
import msgspec

from service.commands.account_linking import redirect_urls
from service.commands.doctor.report import (
    CheckContext,
    CheckResult,
    error,
    info,
    warning,
)
from service.remedies import REMEDIES

_REACH = "let this machine reach it over https (DNS, firewall, proxy)"
LONGEST = 64 * 1024  # bytes of an answer that are looked at


class _Refusal(msgspec.Struct):
    error: str = ""


async def api(case: CheckContext) -> list[CheckResult]:
    """A call without a token is refused politely, by whom we mean to call."""
    if not case.sound("SPOTIFY_API_URL"):
        return []
    try:
        status, _ = await _get(case, f"{case.settings.spotify_api_url}/me", {})
    except (aiohttp.ClientError, TimeoutError, OSError):
        return [error("spotify_api", "SPOTIFY_API_URL cannot be reached", _REACH)]
    if status == 401:
        return []
    said = f"SPOTIFY_API_URL answers {status} where Spotify says 401"
    return [error("spotify_api", said, REMEDIES["SPOTIFY_API_URL"])]


async def client(case: CheckContext) -> list[CheckResult]:
    """The accounts service knows the id and takes the secret."""
    told = case.settings
    if told.spotify_client_id is None or told.spotify_client_secret is None:
        said = "linking cannot be checked without SPOTIFY_CLIENT_ID and its secret"
        return [info("spotify_client", said, REMEDIES["SPOTIFY_CLIENT_SECRET"])]
    if not case.sound("SPOTIFY_ACCOUNTS_URL"):
        return []
    try:
        refusal = await _refusal(case)
    except (aiohttp.ClientError, TimeoutError, OSError):
        said = "SPOTIFY_ACCOUNTS_URL cannot be reached"
        return [error("spotify_client", said, _REACH)]
    if refusal is None:
        said = "SPOTIFY_ACCOUNTS_URL does not answer as Spotify's accounts service does"
        return [error("spotify_client", said, REMEDIES["SPOTIFY_ACCOUNTS_URL"])]
    if refusal == "invalid_client":
        said = "Spotify refuses SPOTIFY_CLIENT_ID or SPOTIFY_CLIENT_SECRET"
        return [error("spotify_client", said, REMEDIES["SPOTIFY_CLIENT_SECRET"])]
    return []


async def _refusal(case: CheckContext) -> str | None:
    """The token endpoint's word about a grant that concerns no listener: empty where
    it gave one, None where it is no token endpoint.

    Whoever is not known is told so before the grant is looked at.
    """
    told = case.settings
    assert told.spotify_client_secret is not None  # noqa: S101 - `client` has looked
    auth = aiohttp.encode_basic_auth(
        told.spotify_client_id or "", told.spotify_client_secret.reveal(), "utf-8"
    )
    async with (
        case.session() as http,
        http.post(
            f"{told.spotify_accounts_url}/api/token",
            data={"grant_type": "client_credentials"},
            headers={"Authorization": auth},
            allow_redirects=False,
        ) as reply,
    ):
        body = await reply.content.read(LONGEST)
        try:
            found = msgspec.json.decode(body, type=_Refusal)
        except msgspec.MsgspecError:
            return None
        return found.error if reply.status in (200, 400, 401) else None


async def redirects(case: CheckContext) -> list[CheckResult]:
    """Amazon sends listeners back to three addresses; one that is not registered means
    "unable to link" for that part of the world."""
    told = case.settings
    if told.spotify_client_id is None:
        return []
    if told.alexa_vendor_id is None:
        said = "the redirect URLs at Spotify cannot be checked without ALEXA_VENDOR_ID"
        return [info("redirect_urls", said, REMEDIES["ALEXA_VENDOR_ID"])]
    found = [await _redirect(case, url) for url in redirect_urls(told.alexa_vendor_id)]
    return [finding for finding in found if finding]


async def _redirect(case: CheckContext, url: str) -> CheckResult | None:
    asked = {
        "client_id": case.settings.spotify_client_id or "",
        "response_type": "code",
        "redirect_uri": url,
    }
    page = f"{case.settings.spotify_accounts_url}/authorize"
    try:
        status, text = await _get(case, page, asked)
    except (aiohttp.ClientError, TimeoutError, OSError):
        said = "SPOTIFY_ACCOUNTS_URL cannot be reached"
        return warning("redirect_urls", said, _REACH)
    if status == 400 and "redirect" in text.lower():
        said = f"{url} is not registered at Spotify"
        cure = "add it under Redirect URIs in Spotify's dashboard, to the letter"
        return error("redirect_urls", said, cure)
    return None


async def _get(case: CheckContext, url: str, query: dict[str, str]) -> tuple[int, str]:
    async with (
        case.session() as http,
        http.get(url, params=query, allow_redirects=False) as reply,
    ):
        return reply.status, (await reply.content.read(LONGEST)).decode(
            errors="replace"
        )
