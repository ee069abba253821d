"""The token endpoint, asked rightly and wrongly."""

import base64

import aiohttp
import pytest

from simulator.spotify.oauth.clients import DEMO_ID, DEMO_SECRET
from simulator.spotify.world import World
from tests.simulator.spotify.accounts_pages import (
    BASIC,
    CHALLENGE,
    REDIRECT,
    VERIFIER,
    Browser,
    browser,
)
from tests.simulator.spotify.conftest import ApiAnswer

__all__ = ["browser"]


async def _first(browser: Browser, code: str, **more: str) -> ApiAnswer:
    form = {"code": code, "redirect_uri": REDIRECT} | more
    return await browser.token(grant_type="authorization_code", **form)


async def test_tokens_for_a_code(browser: Browser) -> None:
    answer = await _first(browser, await browser.code())
    assert answer.status == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json["token_type"] == "Bearer"
    assert answer.json["scope"] == "playlist-read-private user-top-read"
    form = {
        "grant_type": "refresh_token",
        "refresh_token": answer.json["refresh_token"],
    }
    again = await browser.token(**form)
    assert again.json.keys() == {"access_token", "token_type", "expires_in", "scope"}
    in_form = {"client_id": DEMO_ID, "client_secret": DEMO_SECRET.reveal()}
    assert (await browser.token(None, **form, **in_form)).status == 200


@pytest.mark.parametrize(
    ("basic", "form", "error"),
    [
        (None, {}, "invalid_client"),
        ("not base64!", {}, "invalid_client"),
        (base64.b64encode(b"\xff:x").decode(), {}, "invalid_client"),
        (base64.b64encode(b"stranger:x").decode(), {}, "invalid_client"),
        (base64.b64encode(b"record-shelf:wrong").decode(), {}, "invalid_client"),
        (BASIC, {}, "unsupported_grant_type"),
        (BASIC, {"grant_type": "client_credentials"}, "unsupported_grant_type"),
        (BASIC, {"grant_type": "authorization_code"}, "invalid_grant"),
        (BASIC, {"grant_type": "refresh_token"}, "invalid_grant"),
        (
            None,
            {"grant_type": "authorization_code", "client_id": DEMO_ID},
            "invalid_request",
        ),
    ],
)
async def test_the_token_endpoint_has_its_own_errors(
    browser: Browser, basic: str | None, form: dict[str, str], error: str
) -> None:
    answer = await browser.token(basic, **form)
    assert answer.status == 400
    assert answer.json.keys() == {"error", "error_description"}
    assert answer.json["error"] == error


async def test_the_redirect_uri_must_be_the_same_again(browser: Browser) -> None:
    answer = await _first(browser, await browser.code(), redirect_uri=f"{REDIRECT}/")
    assert answer.json["error_description"] == "Invalid redirect URI"


async def test_a_code_belongs_to_one_application(
    browser: Browser, world: World
) -> None:
    world.clients.register("other", DEMO_SECRET, "https://other.example/")
    other = base64.b64encode(f"other:{DEMO_SECRET.reveal()}".encode()).decode()
    code = await browser.code()
    answer = await browser.token(
        other, grant_type="authorization_code", code=code, redirect_uri=REDIRECT
    )
    assert answer.json["error"] == "invalid_grant"


PKCE = {"code_challenge": CHALLENGE, "code_challenge_method": "S256"}


async def test_pkce_is_held_to(browser: Browser) -> None:
    for verifier, status in ((VERIFIER, 200), ("x" * 64, 400), ("", 400)):
        answer = await _first(
            browser, await browser.code(**PKCE), code_verifier=verifier
        )
        assert answer.status == status
    assert answer.json["error_description"] == "code_verifier was incorrect"


async def test_a_verifier_is_no_proof_without_a_challenge(browser: Browser) -> None:
    form = {"code": await browser.code(), "redirect_uri": REDIRECT}
    answer = await browser.token(
        None,
        grant_type="authorization_code",
        client_id=DEMO_ID,
        code_verifier=VERIFIER,
        **form,
    )
    assert answer.json["error"] == "invalid_client"


async def test_a_secret_grant_is_not_refreshed_without_it(browser: Browser) -> None:
    tokens = (await _first(browser, await browser.code())).json
    answer = await browser.token(
        None,
        grant_type="refresh_token",
        client_id=DEMO_ID,
        refresh_token=tokens["refresh_token"],
    )
    assert answer.json["error"] == "invalid_client"


async def test_uploads_are_no_form_fields(browser: Browser) -> None:
    form = aiohttp.FormData()
    form.add_field("grant_type", b"x", filename="f")
    answer = await browser._send("POST", "/api/token", data=form)
    assert answer.json["error"] == "invalid_client"


async def test_codes_and_tokens_follow_from_the_seed_unless_told(
    browser: Browser, world: World
) -> None:
    assert (await browser.code()).startswith("AQ")
    own = World(now=world.clock, new_token=lambda: "fixed")
    assert own.tokens is not world.tokens
