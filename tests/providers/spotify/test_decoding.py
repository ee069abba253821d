"""One bad element costs itself; a bad page is unreadable; nothing else happens."""

import json
from typing import Any

import pytest

from providers import music
from providers.cache.records import pack
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
        {"id": "x" * 9, "name": None}, {"id": "x" * 999, "name": "N"},
    ],
)  # fmt: skip
def test_a_bad_element_costs_itself_and_is_counted(bad: object) -> None:
    assert names(page(GOOD, bad, GOOD)) == ["Good", "Good"]
    read = decoding.PLAYLIST.decode_page(page(GOOD, bad, GOOD))
    assert (read.sent, read.broken) == (3, 0 if bad is None else 1)


@pytest.mark.parametrize(
    "odd",
    [
        {"owner": "me"}, {"owner": {"display_name": {}, "id": 5}}, {"images": 1},
        {"images": {}}, {"images": ["u"]}, {"images": [{"url": 5}]}, {"items": []},
        {"items": {"total": "many"}}, {"items": {"total": 10**30}},
        {"public": "perhaps"}, {"description": 5}, {"snapshot_id": ["v"]},
        {"description": {"text": [1, None, {"deep": 10**400}]}}, {"collaborative": 7},
    ],
)  # fmt: skip
def test_an_odd_field_costs_itself(odd: dict[str, object]) -> None:
    read = decoding.PLAYLIST.decode_page(page(GOOD, {"id": "x", "name": "N"} | odd))
    assert read.items[1] == music.Playlist("x", "N")
    assert read.broken == 0


@pytest.mark.parametrize(
    "odd",
    [
        {"duration_ms": {}}, {"duration_ms": 10**30}, {"duration_ms": 2**64},
        {"duration_ms": -5}, {"duration_ms": 1.5}, {"artists": {}}, {"album": []},
        {"album": {"name": ""}}, {"album": {"name": "A" * 9, "images": 5}, "x": 1},
        {"artists": [{"name": ""}, 5, None]}, {"external_ids": {"isrc": 5}},
        {"is_playable": "no idea"}, {"explicit": []}, {"type": 9},
    ],
)  # fmt: skip
def test_an_odd_field_of_a_track_costs_itself(odd: dict[str, object]) -> None:
    read = decoding.TRACK.decode_page(page({"id": "x", "name": "N"} | odd))
    (track,) = read.items
    assert (track.id, track.title, track.artists) == ("x", "N", ())
    assert track.duration_ms is None
    assert pack(track)


@pytest.mark.parametrize("digits", ["9" * 5000, "1e999", "18446744073709551616"])
@pytest.mark.parametrize("field", ["duration_ms", "unknown"])
def test_a_number_above_64_bits_costs_itself(field: str, digits: str) -> None:
    body = f'{{"items":[{{"name":"N","{field}":{digits}}},{{"name":"M"}}]}}'
    read = decoding.TRACK.decode_page(body.encode())
    assert [track.title for track in read.items] == ["N", "M"]
    assert pack(read.items)


@pytest.mark.parametrize(
    "moment",
    [
        "9999-12-31T23:59:59-12:00",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00+14:00",
        "1970-12-31T23:00:00Z",
        "1971-01-01T00:30:00+01:00",
        "2101-01-01T00:00:00Z",
    ],
)
def test_a_date_at_the_edge_of_time_is_unknown(moment: str) -> None:
    saved = {"added_at": moment, "track": {"name": "N"}}
    read = decoding.SAVED_TRACK.decode_page(page(saved, saved))
    assert [item.saved_at for item in read.items] == [None, None]
    play = {"played_at": moment, "track": {"name": "N"}}
    assert decoding.PLAY.decode_page(page(play)).broken == 1


@pytest.mark.slow
def test_long_texts_are_cut() -> None:
    long = {"id": "x", "name": "N" * 100_000, "description": "D" * 100_000}
    (playlist,) = decoding.PLAYLIST.decode_page(page(long)).items
    assert len(playlist.name) == 500
    assert len(playlist.description or "") == 1000
    many = {"name": "T" * 100_000, "artists": [{"name": "A" * 100_000}] * 1000}
    (track,) = decoding.TRACK.decode_page(page(many)).items
    assert len(pack(track)) < 50_000


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
    assert repaired(b'{"a":' + b"9" * 5000 + b"}") == b'{"a": null}'
