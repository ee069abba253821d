"""The authorize page and the token endpoint, asked rightly and wrongly."""

import base64
import hashlib
import re
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from service.standin.spotify.oauth.clients import DEMO_ID, DEMO_SECRET
from service.standin.spotify.oauth.pages import STYLE
from service.standin.spotify.oauth.scopes import SCOPES
from service.standin.spotify.server import RunningStandin
from service.standin.spotify.world import World
from tests.service.standin.spotify.conftest import Asking, Heard

REDIRECT = "http://127.0.0.1:5000/callback"
ASK = {
    "client_id": DEMO_ID,
    "response_type": "code",
    "redirect_uri": REDIRECT,
    "scope": "user-top-read playlist-read-private",
    "state": 'x"><&y=z',
}
BASIC = base64.b64encode(f"{DEMO_ID}:{DEMO_SECRET.reveal()}".encode()).decode()
VERIFIER = "v" * 64
CHALLENGE = (
    base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest())
    .rstrip(b"=")
    .decode()
)


class Browser:
    """Somebody at the accounts service; follows no redirect."""

    def __init__(self, ask: Asking, standin: RunningStandin) -> None:
        self._session = ask.session
        self._base = standin.base_url

    async def page(self, **fields: str) -> Heard:
        return await self._send("GET", f"/authorize?{urlencode(fields)}")

    async def decide(self, **fields: str) -> Heard:
        return await self._send("POST", "/authorize", data=fields)

    async def code(self, **more: str) -> str:
        sent = await self.decide(**ASK, account="ada", decision="agree", **more)
        (code,) = parse_qs(urlsplit(sent.headers["Location"]).query)["code"]
        return code

    async def token(self, basic: str | None = BASIC, **form: str) -> Heard:
        headers = {"Authorization": f"Basic {basic}"} if basic else {}
        return await self._send("POST", "/api/token", data=form, headers=headers)

    async def _send(self, method: str, path: str, **more: Any) -> Heard:
        async with self._session.request(
            method, self._base + path, allow_redirects=False, **more
        ) as answer:
            text = await answer.text()
            kind = answer.content_type
            json = await answer.json() if kind == "application/json" else None
            return Heard(answer.status, text, json, kind, dict(answer.headers))


@pytest.fixture
def browser(ask: Asking, standin: RunningStandin) -> Browser:
    return Browser(ask, standin)


async def test_everybody_is_there_to_choose_from(browser: Browser) -> None:
    page = await browser.page(**ASK)
    assert page.status == 200
    assert page.content_type == "text/html"
    assert "Ada Winter" in page.text
    assert "白川ゆき" in page.text
    assert page.text.count(" checked") == 1
    assert 'x"><&y' not in page.text
    assert "x&quot;&gt;&lt;&amp;y=z" in page.text


async def test_consent_names_the_permissions_in_words(browser: Browser) -> None:
    page = await browser.page(**ASK, account="ada")
    for scope, words in SCOPES.items():
        assert (words in page.text) is (scope in ASK["scope"])
    assert "<strong>Ada Winter</strong>" in page.text
    nothing = await browser.page(**{**ASK, "scope": ""}, account="shy")
    assert "Nothing but your public profile" in nothing.text
    assert "<strong>shy</strong>" in nothing.text


async def test_another_name_may_be_typed(browser: Browser) -> None:
    page = await browser.page(**ASK, account="ada", other="load-7")
    assert "Do you agree?" in page.text
    assert 'value="load-7"' in page.text
    missed = await browser.page(**ASK, account="ada", other="<stranger>")
    assert 'role="alert"' in missed.text
    assert "stranger" not in missed.text


async def test_pages_are_accessible_and_run_no_script(browser: Browser) -> None:
    for fields in (ASK, ASK | {"account": "ada"}, {}):
        page = await browser.page(**fields)
        policy = page.headers["Content-Security-Policy"]
        digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
        assert f"style-src 'sha256-{digest}'" in policy
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert page.headers["Cache-Control"] == "no-store"
        assert page.text.startswith('<!doctype html><html lang="en">')
        assert f"<style>{STYLE}</style>" in page.text
        assert page.text.count("<h1>") == page.text.count("<main>") == 1
        assert "<script" not in page.text
        assert not re.search(r" on\w+=", page.text)
        assert "style=" not in page.text
    consent = await browser.page(**ASK, account="ada")
    target = "form-action 'self' http://127.0.0.1:5000"
    assert target in consent.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        ASK | {"client_id": "stranger"},
        ASK | {"redirect_uri": "https://elsewhere.example/"},
        ASK | {"redirect_uri": "http://localhost:5000/callback"},
        ASK | {"redirect_uri": ""},
    ],
)
async def test_nobody_is_sent_to_a_stranger(
    browser: Browser, fields: dict[str, str]
) -> None:
    for heard in (await browser.page(**fields), await browser.decide(**fields)):
        assert heard.status == 400
        assert "Location" not in heard.headers
        assert "INVALID_CLIENT" in heard.text


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"scope": "everything"}, "invalid_scope"),
        ({"code_challenge": "x"}, "invalid_request"),
        ({"code_challenge": "x", "code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge_method": "S256"}, "invalid_request"),
    ],
)
async def test_a_known_application_is_told_what_is_wrong(
    browser: Browser, changed: dict[str, str], error: str
) -> None:
    heard = await browser.page(**{**ASK, **changed})
    assert heard.status == 303
    answer = parse_qs(urlsplit(heard.headers["Location"]).query)
    assert answer == {"error": [error], "state": [ASK["state"]]}


async def test_a_decision_for_nobody_is_a_refusal(browser: Browser) -> None:
    for fields in ({"account": "stranger", "decision": "agree"}, {"account": "ada"}):
        heard = await browser.decide(**ASK, **fields)
        assert "error=access_denied" in heard.headers["Location"]


async def test_the_state_may_be_missing(browser: Browser, world: World) -> None:
    world.clients.register("plain", DEMO_SECRET, "https://app.example/back?kept=1")
    asked = {**ASK, "client_id": "plain"} | {
        "redirect_uri": "https://app.example/back?kept=1"
    }
    del asked["state"]
    heard = await browser.decide(**asked, account="ada", decision="agree")
    answer = parse_qs(urlsplit(heard.headers["Location"]).query)
    assert answer.keys() == {"kept", "code"}


async def _first(browser: Browser, code: str, **more: str) -> Heard:
    form = {"code": code, "redirect_uri": REDIRECT} | more
    return await browser.token(grant_type="authorization_code", **form)


async def test_tokens_for_a_code(browser: Browser) -> None:
    heard = await _first(browser, await browser.code())
    assert heard.status == 200
    assert heard.headers["Cache-Control"] == "no-store"
    assert heard.json["token_type"] == "Bearer"
    assert heard.json["scope"] == "playlist-read-private user-top-read"
    form = {"grant_type": "refresh_token", "refresh_token": heard.json["refresh_token"]}
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
    heard = await browser.token(basic, **form)
    assert heard.status == 400
    assert heard.json.keys() == {"error", "error_description"}
    assert heard.json["error"] == error


async def test_the_redirect_uri_must_be_the_same_again(browser: Browser) -> None:
    heard = await _first(browser, await browser.code(), redirect_uri=f"{REDIRECT}/")
    assert heard.json["error_description"] == "Invalid redirect URI"


async def test_a_code_belongs_to_one_application(
    browser: Browser, world: World
) -> None:
    world.clients.register("other", DEMO_SECRET, "https://other.example/")
    other = base64.b64encode(f"other:{DEMO_SECRET.reveal()}".encode()).decode()
    code = await browser.code()
    heard = await browser.token(
        other, grant_type="authorization_code", code=code, redirect_uri=REDIRECT
    )
    assert heard.json["error"] == "invalid_grant"


PKCE = {"code_challenge": CHALLENGE, "code_challenge_method": "S256"}


async def test_pkce_is_held_to(browser: Browser) -> None:
    for verifier, status in ((VERIFIER, 200), ("x" * 64, 400), ("", 400)):
        heard = await _first(
            browser, await browser.code(**PKCE), code_verifier=verifier
        )
        assert heard.status == status
    assert heard.json["error_description"] == "code_verifier was incorrect"


async def test_a_verifier_is_no_proof_without_a_challenge(browser: Browser) -> None:
    form = {"code": await browser.code(), "redirect_uri": REDIRECT}
    heard = await browser.token(
        None,
        grant_type="authorization_code",
        client_id=DEMO_ID,
        code_verifier=VERIFIER,
        **form,
    )
    assert heard.json["error"] == "invalid_client"


async def test_a_secret_grant_is_not_refreshed_without_it(browser: Browser) -> None:
    tokens = (await _first(browser, await browser.code())).json
    heard = await browser.token(
        None,
        grant_type="refresh_token",
        client_id=DEMO_ID,
        refresh_token=tokens["refresh_token"],
    )
    assert heard.json["error"] == "invalid_client"


async def test_uploads_are_no_form_fields(browser: Browser) -> None:
    import aiohttp

    form = aiohttp.FormData()
    form.add_field("grant_type", b"x", filename="f")
    heard = await browser._send("POST", "/api/token", data=form)
    assert heard.json["error"] == "invalid_client"


async def test_codes_and_tokens_follow_from_the_seed_unless_told(
    browser: Browser, world: World
) -> None:
    assert (await browser.code()).startswith("AQ")
    own = World(now=world.clock, mint=lambda: "fixed")
    assert own.tokens is not world.tokens
