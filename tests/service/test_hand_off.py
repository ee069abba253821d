"""The hand-off in signed conversations, with every switch off, in each language.

`data/hand_off.toml` has a table for each locale:

- `open`, `recommend`, `list`: how the skill is opened, asked for a song, for the list
- `samples`: requests that Alexa's own music skill understands, by kind, with `{}` for
  each name; `source`: the page where such a request was found
- `said`: what a listener says, and the kind of request that the answer must contain
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.service.talking import answer, listening

LOCALES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "data" / "hand_off.toml").read_text(encoding="utf-8")
)
NAME = r"([^.,」]+?)"


def pattern(samples: list[str]) -> re.Pattern[str]:
    """A pattern for the sentence, which ends where the speech or the quote ends."""
    forms = [re.escape(sample).replace(r"\{\}", NAME) for sample in samples]
    return re.compile(rf"(?:{'|'.join(forms)})(?=[.」]|$)")


def before(table: dict[str, Any], place: int) -> list[str]:
    """What is said first: "play it" needs a song, "the second one" a list."""
    if place < 3:
        return [table["open"], table["recommend"]]
    return [table["open"], table["list"]] if place == 3 else [table["open"]]


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
async def test_every_phrase_is_answered_with_a_request_for_alexa(locale: str) -> None:
    table = LOCALES[locale]
    async with listening(locale=locale, library_writes="off") as console:
        for place, (said, kind) in enumerate(table["said"].items()):
            reply = await answer(console, *before(table, place), said)
            sentence = pattern(table["samples"][kind]).search(reply.speech)
            assert sentence, (said, reply.speech)
            assert reply.ends, said
            text = str(reply.card)
            assert sentence[0] in text, (said, text)
            assert "https://open.spotify.com/" in text, said
        calls = console.environment.spotify.world.counters.calls
        assert calls("PUT /me/player/play") == 0


def test_every_form_has_a_source() -> None:
    for locale, table in LOCALES.items():
        assert table["source"].keys() == table["samples"].keys(), locale
    sources = [s for table in LOCALES.values() for s in table["source"].values()]
    assert len(sources) == 28
    assert [s for s in sources if not s.startswith("https://")] == []
