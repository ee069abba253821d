"""Checks of Spotify: the API, the application's credentials, its redirect URLs.

https://developer.spotify.com/documentation/web-api/tutorials/code-flow
"""

import aiohttp
import msgspec

from providers.daily_quota import SHARES
from providers.json_depth import without_depth
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
LONGEST_BODY = 64 * 1024  # bytes of a response that are read


class _Refusal(msgspec.Struct):
    error: str = ""


async def api(context: CheckContext) -> list[CheckResult]:
    """Check that SPOTIFY_API_URL answers a call without a token with 401.

    Problem: no answer, or another status. Remedy: the network, or the setting.
    """
    if not context.sound("SPOTIFY_API_URL"):
        return []
    try:
        status, _ = await _get(context, f"{context.settings.spotify_api_url}/me", {})
    except (aiohttp.ClientError, TimeoutError, OSError):
        return [error("spotify_api", "SPOTIFY_API_URL cannot be reached", _REACH)]
    if status == 401:
        return []
    message = f"SPOTIFY_API_URL answers {status} where Spotify says 401"
    return [error("spotify_api", message, REMEDIES["SPOTIFY_API_URL"])]


async def client(context: CheckContext) -> list[CheckResult]:
    """Check that Spotify's accounts service accepts client id and secret.

    Problem: `invalid_client`, no answer, or no token endpoint. Remedy: copy both anew,
    or correct the network or SPOTIFY_ACCOUNTS_URL.
    """
    settings = context.settings
    if settings.spotify_client_id is None or settings.spotify_client_secret is None:
        message = "linking cannot be checked without SPOTIFY_CLIENT_ID and its secret"
        return [info("spotify_client", message, REMEDIES["SPOTIFY_CLIENT_SECRET"])]
    if not context.sound("SPOTIFY_ACCOUNTS_URL"):
        return []
    try:
        refusal = await _refusal(context)
    except (aiohttp.ClientError, TimeoutError, OSError):
        message = "SPOTIFY_ACCOUNTS_URL cannot be reached"
        return [error("spotify_client", message, _REACH)]
    if refusal is None:
        message = (
            "SPOTIFY_ACCOUNTS_URL does not answer as Spotify's accounts service does"
        )
        return [error("spotify_client", message, REMEDIES["SPOTIFY_ACCOUNTS_URL"])]
    if refusal == "invalid_client":
        message = "Spotify refuses SPOTIFY_CLIENT_ID or SPOTIFY_CLIENT_SECRET"
        return [error("spotify_client", message, REMEDIES["SPOTIFY_CLIENT_SECRET"])]
    return []


async def _refusal(context: CheckContext) -> str | None:
    """Return the OAuth error code of a client credentials grant.

    "" if a token was issued, None if the response is not a token endpoint's. Spotify
    checks the client before the grant, and this grant concerns no listener.
    """
    settings = context.settings
    assert settings.spotify_client_secret is not None  # noqa: S101 - `client` has checked
    auth = aiohttp.encode_basic_auth(
        settings.spotify_client_id or "",
        settings.spotify_client_secret.reveal(),
        "utf-8",
    )
    async with (
        context.session() as http,
        http.post(
            f"{settings.spotify_accounts_url}/api/token",
            data={"grant_type": "client_credentials"},
            headers={"Authorization": auth},
            allow_redirects=False,
        ) as reply,
    ):
        body = await reply.content.read(LONGEST_BODY)
        try:
            refusal = msgspec.json.decode(without_depth(body), type=_Refusal)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return None
        return refusal.error if reply.status in (200, 400, 401) else None


async def redirects(context: CheckContext) -> list[CheckResult]:
    """Check that all three redirect URLs of Amazon are registered at Spotify.

    Problem: a missing one means "unable to link" for that part of the world. Remedy:
    add it in Spotify's dashboard.
    """
    settings = context.settings
    if settings.spotify_client_id is None:
        return []
    if settings.alexa_vendor_id is None:
        message = (
            "the redirect URLs at Spotify cannot be checked without ALEXA_VENDOR_ID"
        )
        return [info("redirect_urls", message, REMEDIES["ALEXA_VENDOR_ID"])]
    results = [
        await _redirect(context, url) for url in redirect_urls(settings.alexa_vendor_id)
    ]
    return [result for result in results if result]


async def _redirect(context: CheckContext, url: str) -> CheckResult | None:
    query = {
        "client_id": context.settings.spotify_client_id or "",
        "response_type": "code",
        "redirect_uri": url,
    }
    page = f"{context.settings.spotify_accounts_url}/authorize"
    try:
        status, text = await _get(context, page, query)
    except (aiohttp.ClientError, TimeoutError, OSError):
        message = "SPOTIFY_ACCOUNTS_URL cannot be reached"
        return warning("redirect_urls", message, _REACH)
    if status == 400 and "redirect" in text.lower():
        message = f"{url} is not registered at Spotify"
        cure = "add it under Redirect URIs in Spotify's dashboard, to the letter"
        return error("redirect_urls", message, cure)
    return None


class _Readiness(msgspec.Struct):
    spotify_calls_left: int | None = None


async def quota(context: CheckContext) -> list[CheckResult]:
    """Tell how many of the day's calls are left, as /ready at PUBLIC_URL says.

    Problem: a fifth or less, so that refreshes yield; or a service that counts against
    no limit. Remedy: more calls or fewer listeners; the setting.
    """
    limit, url = context.settings.spotify_daily_calls, context.settings.public_url
    if limit is None or url is None or not context.sound("PUBLIC_URL"):
        return []
    try:
        _, text = await _get(context, f"{url}/ready", {})
        readiness = msgspec.json.decode(without_depth(text.encode()), type=_Readiness)
    except (aiohttp.ClientError, TimeoutError, OSError, msgspec.MsgspecError):
        message = "how many calls of Spotify are left cannot be read at PUBLIC_URL"
        cure = "let /ready there reach this service, if only from here"
        return [info("spotify_quota", message, cure)]
    left = readiness.spotify_calls_left
    if left is None:
        message = "the service at PUBLIC_URL counts without SPOTIFY_DAILY_CALLS"
        return [warning("spotify_quota", message, "deploy it with that setting")]
    message = f"{left} of {limit} calls of Spotify are left for these 24 hours"
    if limit - left < SHARES["refresh"] * limit:
        return [info("spotify_quota", message, "none is needed")]
    cure = "wait, invite fewer listeners, or ask Spotify for extended quota"
    return [warning("spotify_quota", message, cure)]


async def _get(
    context: CheckContext, url: str, query: dict[str, str]
) -> tuple[int, str]:
    async with (
        context.session() as http,
        http.get(url, params=query, allow_redirects=False) as reply,
    ):
        return reply.status, (await reply.content.read(LONGEST_BODY)).decode(
            errors="replace"
        )
