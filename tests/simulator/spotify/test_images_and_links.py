"""Covers that are real pictures."""

import struct
import zlib

import pytest

from simulator.spotify.images_and_links import PICTURE_SIZES, SIGNATURE, cover
from tests.simulator.spotify.conftest import ApiCaller


def _chunks(png: bytes) -> dict[bytes, bytes]:
    assert png.startswith(SIGNATURE)
    place, found = len(SIGNATURE), {}
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        data = png[place + 8 : place + 8 + length]
        (check,) = struct.unpack(">I", png[place + 8 + length : place + 12 + length])
        assert check == zlib.crc32(kind + data)
        found[kind] = data
        place += 12 + length
    return found


@pytest.mark.parametrize("size", PICTURE_SIZES)
def test_every_size_is_whole_and_mirrored(size: int) -> None:
    chunks = _chunks(cover("album x", size))
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (width, height, depth, colour) == (size, size, 1, 3)
    lines = zlib.decompress(chunks[b"IDAT"])
    stride = 1 + -(-size // 8)
    assert len(lines) == size * stride
    for y in range(0, size, size // 8):
        line = lines[y * stride : (y + 1) * stride]
        assert line[0] == 0
        bits = "".join(f"{byte:08b}" for byte in line[1:])[:size]
        cells = [bits[(2 * cell + 1) * size // 16] for cell in range(8)]
        assert cells == cells[::-1]


def test_pictures_follow_from_names() -> None:
    assert cover("album x", 64) == cover("album x", 64) != cover("album y", 64)


async def test_they_are_served_where_the_json_says(ask: ApiCaller) -> None:
    (one,) = (await ask("/me/albums", limit=1)).json["items"]
    for image in one["album"]["images"]:
        assert image["url"].startswith("https://")
        url = image["url"].replace("https://", "http://", 1)  # the fake has no TLS
        async with ask.session.get(url) as answer:
            assert answer.status == 200
            assert answer.content_type == "image/png"
            header = _chunks(await answer.read())[b"IHDR"]
        assert struct.unpack(">II", header[:8]) == (image["width"], image["height"])
    assert (await ask("/images/album/x/65.png", None)).status == 404
