"""The documents obey the rules; and the rules find what breaks them."""

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from handlers.responses.apl import documents, read
from tests.handlers.apl_rules import Json, broken, components

pytestmark = pytest.mark.no_cover

NAMES = ("launch", "linking", "playing", "playlist", "shelf", "song", "words")


def first(document: Json, kind: str) -> Json:
    return next(one for one in components(document) if one["type"] == kind)


def layout_of(document: Json, name: str) -> Json:
    found: Json = document["layouts"][name]["items"][0]
    return found


def _rename(document: Json) -> None:
    first(document, "GridSequence")["type"] = "AlexaTextList"


def _uncredit(document: Json) -> None:
    del document["layouts"]["Attribution"]


def _unlink(document: Json) -> None:
    document["layouts"]["Attribution"]["items"][0]["onPress"] = []


PLANTED: dict[str, Callable[[Json], object]] = {
    "version": lambda d: d.update(version="2024.3"),
    "import": lambda d: d.update({"import": [{"name": "alexa-layouts"}]}),
    "component": _rename,
    "parameters": lambda d: d["mainTemplate"].update(parameters=[]),
    "attribution": _uncredit,
    "link": _unlink,
    "cropped": lambda d: first(d, "Image").update(scale="best-fill"),
    "altered": lambda d: first(d, "Image").update(borderRadius=8),
    "label": lambda d: first(d, "TouchWrapper").pop("accessibilityLabel"),
    "press": lambda d: first(d, "TouchWrapper").pop("onPress"),
    "viewport": lambda d: d["resources"].pop(7),
    "small text": lambda d: d["resources"][2]["numbers"].update(small=12),
    "ghost": lambda d: layout_of(d, "Buttons").pop("when"),
    "font": lambda d: first(d, "Text").update(fontSize="30dp"),
}


def test_there_is_a_document_for_every_kind_of_screen() -> None:
    assert tuple(sorted(documents())) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_document_obeys_the_rules(name: str) -> None:
    assert list(broken(read()[name])) == []


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_error_is_found(rule: str) -> None:
    document = json.loads(json.dumps(read()["shelf"]))
    PLANTED[rule](document)
    assert rule in set(broken(document))


@pytest.mark.parametrize("name", NAMES)
def test_what_travels_is_what_was_read_and_light(name: str) -> None:
    """Only the spaces in expressions stay at home."""
    raw = bytes(documents()[name])
    sent, kept = (json.dumps(one) for one in (msgspec.json.decode(raw), read()[name]))
    assert sent.replace(" ", "") == kept.replace(" ", "")
    assert len(raw) < 11_700


def test_texts_keep_their_spaces() -> None:
    document = documents()["shelf"]
    assert b"${row.title} ${row.subtitle}" in bytes(document)
    assert b"?' \xe2\x86\x93':' \xe2\x86\x92'" in bytes(document)


def test_the_frame_of_a_touched_cover_cuts_no_corner_off() -> None:
    """The cover fills the frame, whose inner corners are round beyond its border."""
    frame = read()["song"]["styles"]["touchable"]["values"][0]
    assert frame["borderRadius"] <= frame["borderWidth"]


def test_only_the_parts_that_are_used_travel() -> None:
    song, shelf = read()["song"], read()["shelf"]
    assert "Song" in song["layouts"]
    assert "big" in song["styles"]
    assert "hero" in json.dumps(song["resources"])
    assert "Song" not in shelf["layouts"]
    assert "big" not in shelf["styles"]
    assert "code" not in shelf["graphics"]
    assert "hero" not in json.dumps(shelf["resources"])


def test_a_part_brings_the_parts_that_it_uses(tmp_path: Path) -> None:
    def layout(*types: str) -> Json:
        return {"items": [{"type": name} for name in types]}

    layouts = {"A": layout("B", "Text"), "B": layout("A"), "C": layout()}
    shared = {"type": "APL", "version": "1.4", "layouts": layouts}
    (tmp_path / "parts.json").write_text(json.dumps(shared))
    own = {"mainTemplate": {"items": [{"type": "A"}]}}
    (tmp_path / "one.json").write_text(json.dumps(own))
    whole = read(tmp_path)["one"]
    assert set(whole["layouts"]) == {"A", "B"}
    assert whole["mainTemplate"] == own["mainTemplate"]


@pytest.mark.parametrize("name", NAMES)
def test_only_sentences_have_letters_that_follow_from_their_length(name: str) -> None:
    """Covers and letters have one size in every language, however long a name is."""
    assert ("screen.columns" in json.dumps(read()[name])) == (name == "words")
