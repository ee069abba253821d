"""The pages that a skill's listing links to."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from providers.cache.records import LONGEST
from service.public_pages import (
    LANGUAGES,
    READ_SECONDS,
    Subject,
    negotiate_language,
    page,
)
from service.settings import Settings, load
from tests.service.running import running

NAMED = load(
    {
        "SKILL_ID": "s",
        "OPERATOR_NAME": "Shelf & <Daughters>",
        "OPERATOR_CONTACT": "shelf@example.org",
    }
)
_VIEWPORT = '<meta name="viewport" content="width=device-width">'
BOTH: list[Subject] = ["privacy", "terms"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", BOTH)
def test_every_page_names_the_operator(subject: Subject, language: str) -> None:
    told = page(subject, language, NAMED)
    for void in ('<meta charset="utf-8">', _VIEWPORT):
        told = told.replace(void, "")
    tree = ET.fromstring(told.removeprefix("<!doctype html>"))  # noqa: S314 - our own
    assert tree.get("lang") == language
    assert tree.findtext("head/title") == tree.findtext("body/main/h1")
    assert "Shelf & <Daughters>" in "".join(tree.itertext())
    links = [a.get("href") for a in tree.iter("a")]
    assert links == ["mailto:shelf@example.org"]
    assert "$" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_is_said_in_every_language(language: str) -> None:
    for subject in BOTH:
        ours, english = (page(subject, one, NAMED) for one in (language, "en"))
        for part in ("<h2>", "<li>", "<p>"):
            assert ours.count(part) == english.count(part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_kept_is_what_the_code_keeps(language: str) -> None:
    told = page("privacy", language, NAMED)
    hours, days = round(READ_SECONDS / 3600), round(LONGEST / 86_400)
    assert (hours, days) == (24, 14)
    assert re.findall(r"\d\d+", told.partition("<h1>")[2])[:2] == ["24", "14"]


def test_without_an_operator_the_page_says_where_to_turn() -> None:
    told = page("terms", "de", Settings())
    assert "Sein Betreiber" in told
    assert "<a " not in told


def test_a_page_may_be_the_contact() -> None:
    settings = Settings(operator_contact="https://shelf.example/help")
    assert '<a href="https://shelf.example/help">' in page("terms", "en", settings)


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        *(("de", "de"), ("de-AT", "de"), ("pt-BR", "pt-BR"), ("pt-PT", "pt-BR")),
        *(("JA_jp", "ja"), ("", "en"), ("nl", "en"), ("../../etc/passwd", "en")),
        ("nl-NL,fr;q=0.8,en;q=0.5", "fr"),
    ],
)
def test_the_language_is_the_first_there_is(wish: str, language: str) -> None:
    assert negotiate_language(wish) == language


@pytest.mark.parametrize("subject", BOTH)
async def test_pages_over_http(tmp_path: Path, subject: str) -> None:
    async with running(tmp_path) as line:
        url = f"{line.url}/{subject}"
        async with line.http.get(url, params={"lang": "ja"}) as reply:
            assert reply.headers["Content-Language"] == "ja"
            assert reply.headers["Content-Type"] == "text/html; charset=utf-8"
            policy = reply.headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'none'; style-src 'sha256-")
            assert reply.headers["Cache-Control"] == "public, max-age=3600"
        async with line.http.get(url, headers={"Accept-Language": "it"}) as reply:
            assert reply.headers["Content-Language"] == "it"
        async with line.http.get(url) as reply:
            assert reply.headers["Content-Language"] == "en"
