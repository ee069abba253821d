"""One bad element costs itself; a bad page is unreadable; nothing else happens."""

import json
from typing import Any

import pytest

from providers.errors import Unreadable
from providers.spotify import decoding
from providers.spotify.decoding import repaired

GOOD = {"id": "p1", "name": "Good"}


def page(*elements: Any, **fields: Any) -> bytes:
    return json.dumps({"items": elements, **fields}).encode()


def names(body: bytes) -> list[str]:
    return [it.name for it in decoding.PLAYLIST.decode_page(body).items]


@pytest.mark.parametrize(
    "bad",
    [
        None, 7, "text", [], True, {}, {"id": 5, "name": "N"}, {"id": "x", "name": 5},
        {"id": "x", "name": "N", "owner": "me"}, {"id": "x", "name": "N", "images": 1},
        {"id": "x", "name": "N", "images": ["u"]},
        {"id": "x", "name": "N", "items": []},
        {"id": "x", "name": "N", "items": {"total": "many"}},
        {"id": "x", "name": "N", "public": "perhaps"}, {"id": "x" * 9, "name": None},
    ],
)  # fmt: skip
def test_a_bad_element_costs_itself(bad: object) -> None:
    assert names(page(GOOD, bad, GOOD)) == ["Good", "Good"]
    assert decoding.PLAYLIST.decode_page(page(GOOD, bad, GOOD)).sent == 3


def test_numbers_in_quotes_are_numbers() -> None:
    body = page({**GOOD, "items": {"total": "12"}}, total="240", limit="50")
    read = decoding.PLAYLIST.decode_page(body)
    assert read.items[0].size == 12
    assert (read.total, read.limit) == (240, 50)


@pytest.mark.parametrize("total", [None, "many", [], {}, 1.5])
def test_a_total_that_is_none_is_unknown(total: object) -> None:
    read = decoding.PLAYLIST.decode_page(page(GOOD, total=total))
    assert read.total is None
    assert len(read.items) == 1


@pytest.mark.parametrize("cursors", [None, 5, [], {"after": 5}, {"after": None}, {}])
def test_cursors_that_are_none(cursors: object) -> None:
    read = decoding.PLAYLIST.decode_page(page(GOOD, cursors=cursors))
    assert read.after is None
    assert len(read.items) == 1


def test_a_page_knows_whether_more_follows() -> None:
    assert decoding.PLAYLIST.decode_page(page(next="https://x")).more
    assert not decoding.PLAYLIST.decode_page(page(next=None)).more
    assert not decoding.PLAYLIST.decode_page(page(next=5)).more
    assert decoding.PLAYLIST.decode_page(page(7, next="https://x")).more


@pytest.mark.parametrize("more", [b"", b',"total":"3"', b',"total":[]'])
def test_null_instead_of_items_is_a_blank_page(more: bytes) -> None:
    read = decoding.PLAYLIST.decode_page(b'{"items":null' + more + b"}")
    assert read.null_items
    assert read.items == ()


@pytest.mark.parametrize(
    "body",
    [
        b"", b"null", b"[]", b"7", b"{}", b'"text"', b"<html></html>", b'{"items":5}',
        b'{"items":{}}', b'{"items":"x"}', b'{"error":{"status":404}}', b'{"items":[',
        b'{"items":[{"id":"a","name":"b"}', b"[" * 100_000,
        b'{"items":' + b"[" * 100_000, b"\x00\x01", b"\xff\xfe{\x00}\x00",
        b'{"total":3}',
    ],
)  # fmt: skip
def test_what_is_no_page_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        decoding.PLAYLIST.decode_page(body)


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b"7", b"{}", b"<html>", b'{"name":5}', b"[" * 100_000,
     b'{"name":null}', b'{"name":"T"', b"\xff"],
)  # fmt: skip
def test_what_is_no_track_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        decoding.TRACK.decode_one(body)


@pytest.mark.parametrize(
    ("start", "name", "expected"),
    [
        (b"{", rb"Half \ud83d", "Half \ufffd"),
        (b"{", b"Stray \xff", "Stray \ufffd"),
        (b"\xef\xbb\xbf{", b"Mark", "Mark"),
        (b'{"x":NaN,', b"Number", "Number"),
    ],
)
def test_half_a_character_costs_half_a_character(
    start: bytes, name: bytes, expected: str
) -> None:
    elements = b'"items":[{"id":"a","name":"' + name + b'"},{"id":"b","name":"B"}]}'
    assert names(start + elements) == [expected, "B"]


def test_a_single_thing_is_mended_too() -> None:
    assert decoding.TRACK.decode_one(rb'{"name":"Half \ud83d"}').title == "Half \ufffd"


def test_nothing_is_mended_where_nothing_can_be() -> None:
    assert repaired(b"<html>") == b""
    assert repaired(b"[" * 100_000) == b""
    assert repaired(b'{"a":' + b"9" * 5000 + b"}") == b""
