"""The corners of looking at other machines over HTTP."""

import ssl
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from service.commands.doctor import (
    amazon_checks,
    local_checks,
    redis_checks,
    spotify_checks,
)
from service.commands.doctor.report import CheckResult, Severity
from tests.service.commands.doctor.contexts import context
from tests.service.https_bucket import Identity, serving


async def test_a_name_beside_the_right_one_is_somebody_elses(tmp_path: Path) -> None:
    both = {"PORTS": "x", "PORT": "80"}
    assert await local_checks.misspelt(context(tmp_path, **both)) == []


async def test_a_missing_skill_package_is_told(tmp_path: Path) -> None:
    (found,) = await amazon_checks.package(
        replace(context(tmp_path), package=tmp_path / "x")
    )
    assert found.severity is Severity.WARNING
    assert "--package" in found.cure


async def test_spotify_without_settings_is_told_as_unchecked(tmp_path: Path) -> None:
    (found,) = await spotify_checks.client(context(tmp_path))
    assert found.severity is Severity.INFO
    (found,) = await spotify_checks.redirects(context(tmp_path, SPOTIFY_CLIENT_ID="x"))
    assert found.severity is Severity.INFO
    assert await spotify_checks.redirects(context(tmp_path)) == []
    (found,) = await amazon_checks.public_url(context(tmp_path))
    assert found.severity is Severity.INFO


async def test_settings_that_are_wrong_are_not_looked_at_twice(tmp_path: Path) -> None:
    broken = context(
        tmp_path,
        REDIS_URL="x",
        CACHE_SECRET="p" * 32,
        PUBLIC_URL="x",
        SPOTIFY_API_URL="x",
        SPOTIFY_ACCOUNTS_URL="x",
        SPOTIFY_CLIENT_ID="x",
        SPOTIFY_CLIENT_SECRET="x",
    )
    for check in (
        redis_checks.redis,
        spotify_checks.api,
        spotify_checks.client,
        amazon_checks.public_url,
    ):
        assert await check(broken) == []


async def test_a_date_without_a_zone_is_no_traceback(tmp_path: Path) -> None:
    async def answer(_: web.Request) -> web.Response:
        date = "Sat, 28 Nov 2009 21:00:00 -0000"
        return web.Response(headers={"Date": date})

    app = web.Application()
    app.router.add_get("/v1", answer)
    async with TestServer(app) as server:
        there = context(
            tmp_path, ENVIRONMENT="test", SPOTIFY_API_URL=str(server.make_url("/v1"))
        )
        (found,) = await local_checks.clock(there)
    assert "every request is refused" in found.message


async def test_nobody_at_the_accounts_address(tmp_path: Path) -> None:
    environ = {
        "ENVIRONMENT": "test",
        "SPOTIFY_API_URL": "http://127.0.0.1:9",
        "SPOTIFY_ACCOUNTS_URL": "http://127.0.0.1:9",
        "SPOTIFY_CLIENT_ID": "x",
        "SPOTIFY_CLIENT_SECRET": "x",
        "ALEXA_VENDOR_ID": "x",
    }
    there = context(tmp_path, **environ)
    found = [
        *await spotify_checks.client(there),
        *await spotify_checks.redirects(there),
    ]
    assert ["cannot be reached" in one.message for one in found] == [True] * 4
    assert await local_checks.clock(there) == []


async def answering(status: int, text: str, tmp_path: Path) -> list[CheckResult]:
    """What the checks of Spotify say of a server that answers everything so."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, text=text)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", answer)
    async with TestServer(app) as server:
        url = str(server.make_url("")).rstrip("/")
        there = context(
            tmp_path,
            ENVIRONMENT="test",
            PUBLIC_URL=url,
            SPOTIFY_API_URL=url,
            SPOTIFY_ACCOUNTS_URL=url,
            SPOTIFY_CLIENT_ID="x",
            SPOTIFY_CLIENT_SECRET="x",
        )
        checks = (spotify_checks.api, spotify_checks.client, amazon_checks.public_url)
        return [one for check in checks for one in await check(there)]


@pytest.mark.parametrize(
    "text", ["<html>", f'{{"error": "x", "y": {"[" * 3000}{"]" * 3000}}}']
)
async def test_somebody_else_at_spotifys_addresses(tmp_path: Path, text: str) -> None:
    found = await answering(200, text, tmp_path)
    assert [one.check for one in found] == [
        *("spotify_api", "spotify_client", "public_url"),
    ]


async def test_a_token_is_as_good_as_a_refused_grant(tmp_path: Path) -> None:
    found = await answering(200, '{"access_token": "hush-hush"}', tmp_path)
    assert [one.check for one in found] == ["spotify_api", "public_url"]
    assert "hush-hush" not in str(found)


async def test_nobody_at_the_public_address(tmp_path: Path) -> None:
    for scheme, said in (("http", "reached"), ("https", "reached")):
        url = f"{scheme}://127.0.0.1:9"
        there = context(tmp_path, ENVIRONMENT="test", PUBLIC_URL=url)
        (found,) = await amazon_checks.public_url(there)
        assert said in found.message


@pytest.mark.parametrize(
    ("name", "kind"), [("localhost", "Trusted"), ("*.localdomain", None)]
)
async def test_the_certificate_of_the_public_address(
    tmp_path: Path, name: str, kind: str | None
) -> None:
    async with serving(tmp_path, Identity(name)) as bucket:
        url = f"https://localhost:{bucket.port}"
        trust = bucket.client_context()
        if kind is not None:
            assert await amazon_checks.certificate_type(url, trust) == kind
            there = replace(context(tmp_path, PUBLIC_URL=url), trust=trust)
            (found,) = await amazon_checks.public_url(there)
            assert "instead of 400" in found.message
        else:
            there = replace(context(tmp_path, PUBLIC_URL=url), trust=trust)
            (found,) = await amazon_checks.public_url(there)
            assert (found.check, found.severity) == ("certificate", Severity.ERROR)
            with pytest.raises(ssl.SSLCertVerificationError):
                await amazon_checks.certificate_type(url, trust)
