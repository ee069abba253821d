"""The authorize page, asked rightly and wrongly."""

import base64
import hashlib
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from simulator.spotify.accounts_service import SCOPES, STYLE
from simulator.spotify.oauth.clients import DEMO_SECRET
from simulator.spotify.world import World
from tests.simulator.spotify.accounts_pages import ASK, Browser, browser

__all__ = ["browser"]


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
    for answer in (await browser.page(**fields), await browser.decide(**fields)):
        assert answer.status == 400
        assert "Location" not in answer.headers
        assert "INVALID_CLIENT" in answer.text


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
    answer = await browser.page(**{**ASK, **changed})
    assert answer.status == 303
    query = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert query == {"error": [error], "state": [ASK["state"]]}


async def test_a_decision_for_nobody_is_a_refusal(browser: Browser) -> None:
    for fields in ({"account": "stranger", "decision": "agree"}, {"account": "ada"}):
        answer = await browser.decide(**ASK, **fields)
        assert "error=access_denied" in answer.headers["Location"]


async def test_the_state_may_be_missing(browser: Browser, world: World) -> None:
    world.clients.register("plain", DEMO_SECRET, "https://app.example/back?kept=1")
    asked = {**ASK, "client_id": "plain"} | {
        "redirect_uri": "https://app.example/back?kept=1"
    }
    del asked["state"]
    answer = await browser.decide(**asked, account="ada", decision="agree")
    query = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert query.keys() == {"kept", "code"}
