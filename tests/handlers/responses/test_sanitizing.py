"""Names cleaned: what is spoken, what is shown, what is escaped."""

import unicodedata
import xml.etree.ElementTree as ET
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.responses import sanitizing
from handlers.responses.sanitizing import (
    NAME_LIMIT,
    SHOWN_LIMIT,
    SPOKEN_LIMIT,
    escaped,
    for_display,
    for_speech,
)
from simulator.alexa.response_validation import broken_rules


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Deep Focus", "Deep Focus"),
        ("  Deep \t Focus ", "Deep Focus"),
        ("R&B <3", "R&B <3"),
        ("R&amp;B &#39;n&#x27; more", "R&B 'n' more"),
        ("𝓕𝓪𝓷𝓬𝔂 Ⓛⓔⓣⓣⓔⓡⓢ ①", "Fancy Letters 1"),
        ("Ａｕｔｕｍｎ ｱﾆﾒ", "Autumn アニメ"),
        ("Z̷a̸l̵g̶o̷ p̴a̷r̸t̷y̷", "Zalgo party"),
        ("Gym 💪🏽", "Gym"),
        ("👨‍👩‍👧 Family", "Family"),
        ("Keycap 5️⃣", "Keycap 5"),
        ("🇩🇪 Charts", "Charts"),
        ("Ro\x0bck", "Ro ck"),
        ("Half \ud83d here", "Half here"),
        ("zero\u200bwidth", "zerowidth"),
        ("\u202eevil\u202c", "evil"),
        ("pri\ue000vate", "pri vate"),
        ("Café del Mar", "Café del Mar"),
        ("朝の音楽", "朝の音楽"),
        ("हिंदी गाने", "हिंदी गाने"),
        ("Brand™ 20°", "Brand™ 20°"),
        ("100% $$$", "100% $$$"),
        ("🎸🔥", ""),
        ("...", ""),
        ("", ""),
        ("\u2066\u2069", ""),
        ("x" * 200, "x" * SPOKEN_LIMIT),
        ("word " * 40, ("word " * 12).strip()),
    ],
)
def test_spoken(name: str, said: str) -> None:
    assert for_speech(name) == said


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Gym 💪🏽", "Gym 💪🏽"),
        ("👨‍👩‍👧 Family", "👨‍👩‍👧 Family"),
        ("Half \ud83d here", "Half here"),
        ("Ro\x0bck", "Ro ck"),
        ("R&B <3", "R&B <3"),
        ("R&amp;B &lt;3", "R&B <3"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ('<break time="10s"/>Long', '‹break time="10s"/›Long'),
        ("</speak><speak>Hi", "‹/speak›‹speak›Hi"),
        ("&amp;lt;b&gt;", "‹b›"),
        ("<a <A>>", "‹a ‹A››"),
        ("<a" * 3 + ">" * 3, "‹a‹a‹a›››"),
        ("x" * 300, "x" * (SHOWN_LIMIT - 1) + "…"),
        ("夜" * 300, "夜" * 79 + "…"),
        ("夜" * 80, "夜" * 80),
        (" Café\n", "Café"),
    ],
)
def test_shown(name: str, expected: str) -> None:
    assert for_display(name) == expected


@given(st.text(max_size=120))
@settings(max_examples=200)
def test_any_name_is_fit_to_be_spoken(name: str) -> None:
    said = for_speech(name)
    assert len(said) <= SPOKEN_LIMIT
    assert for_speech(said) == said
    unfit = {"Cc", "Cf", "Cs", "Co", "Cn"}
    assert unfit.isdisjoint(unicodedata.category(c) for c in said)
    element = ET.fromstring(f"<speak>{escaped(said)}</speak>")  # noqa: S314 - ours
    assert (element.text or "") == said


MARKUP = st.sampled_from(
    ["<", "</", "speak", "a ", ">", "/>", "&", "amp;", "lt;", " ", "\u200d"]
)


@given(st.text(max_size=200) | st.lists(MARKUP, max_size=16).map("".join))
@settings(max_examples=300)
def test_any_name_is_fit_to_be_shown(name: str) -> None:
    written = for_display(name)
    assert len(written) <= SHOWN_LIMIT
    assert written.encode().decode() == written
    assert "\n" not in written
    assert "\x00" not in written
    card = {"type": "Simple", "title": "x", "content": written}
    assert not [one for one in broken_rules({"card": card}, apl=False) if "card" in one]


HUGE = (
    "<" + " " * 100_000,
    "<a" * 50_000,
    "& " * 50_000,
    "&" + "amp;" * 25_000,
    "🎧" * 100_000,
    "word " * 20_000,
    "\u0301" * 100_000,
    "\u202e" * 100_000 + "end",
)


@pytest.mark.parametrize("name", HUGE, ids=range(len(HUGE)))
def test_a_huge_name_is_cut_before_anything_looks_at_it(name: str) -> None:
    caches = (
        (sanitizing.for_display, sanitizing._for_display),
        (sanitizing.for_speech, sanitizing._for_speech),
        (partial(sanitizing.for_ssml, language="en"), sanitizing._for_ssml),
    )
    for clean, cached in caches:
        beginning = clean(name[:NAME_LIMIT])
        hits = cached.cache_info().hits
        assert clean(name) == beginning
        assert cached.cache_info().hits == hits + 1  # the cache met the same short name


def test_the_expression_for_tags_does_not_backtrack() -> None:
    """Backtracking would take 10**10 steps here, the test would not end."""
    assert sanitizing._TAG.search("<" + " " * 200_000 + "1>") is None
    assert sanitizing._TAG.search("</ " * 100_000 + "1>") is None


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("plain", "plain"),
        ("R&B <3>", "R&amp;B &lt;3&gt;"),
        ('"it\'s"', "&quot;it&apos;s&quot;"),
    ],
)
def test_escaped_once(text: str, inside: str) -> None:
    assert escaped(text) == inside


@pytest.mark.parametrize(
    ("name", "language", "ssml"),
    [
        ("夜カフェ", "en", '<lang xml:lang="ja-JP">夜カフェ</lang>'),
        ("夜カフェ", "ja", "夜カフェ"),
        ("J-Pop 最高 の 曲!", "de",
         'J-Pop <lang xml:lang="ja-JP">最高 の 曲</lang>!'),
        ("हिंदी गाने", "en", '<lang xml:lang="hi-IN">हिंदी गाने</lang>'),
        ("हिंदी गाने", "ja", '<lang xml:lang="hi-IN">हिंदी गाने</lang>'),
        ("Deep Focus", "ja", "Deep Focus"),
        ("Été & Hiver", "en", "Été &amp; Hiver"),
        ("Музыка", "en", "Музыка"),  # no voice for it
    ],
)  # fmt: skip
def test_foreign_scripts_are_read_by_their_own_rules(
    name: str, language: str, ssml: str
) -> None:
    assert sanitizing.for_ssml(name, language) == ssml


def test_names_from_right_to_left_are_isolated() -> None:
    assert sanitizing.for_display("שלום") == "\u2068שלום\u2069"
    assert sanitizing.for_display("Mix مزيكا 2") == "\u2068Mix مزيكا 2\u2069"
    assert sanitizing.for_display("Mix 2") == "Mix 2"


def test_what_can_be_seen() -> None:
    assert sanitizing.is_visible("🎸")
    assert sanitizing.is_visible("a")
    assert not sanitizing.is_visible("\u200b\u200d \ufe0f")
    assert not sanitizing.is_visible("")
