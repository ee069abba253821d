"""Links and cover images of the fake Spotify."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from simulator.spotify.data.ids import number
from simulator.spotify.data.user_library import FakeUser

Json = dict[str, Any]

PICTURE_SIZES = (640, 300, 64)


@dataclass(frozen=True, slots=True)
class Links:
    """Make the addresses in the Web API's JSON.

    base_url: where the fake Spotify is reached, without a final slash.
    """

    base_url: str

    @property
    def _picture_host(self) -> str:
        """Spotify's pictures are https, and the skill shows no others.

        Ours are served without TLS: whoever fetches them writes `http` instead, as
        `simulator/console/static/screen-frame.js` does.
        """
        return self.base_url.replace("http://", "https://", 1)

    def api(self, path: str, query: Mapping[str, object] | None = None) -> str:
        """Return the address of an API call; `path` begins after the version."""
        query_text = f"?{urlencode(query)}" if query else ""
        return f"{self.base_url}/v1{path}{query_text}"

    def identified(self, kind: str, item_id: str) -> Json:
        """Return the fields that every object of the Web API has."""
        return {
            "external_urls": {"spotify": f"https://open.spotify.com/{kind}/{item_id}"},
            "href": self.api(f"/{kind}s/{item_id}"),
            "id": item_id,
            "type": kind,
            "uri": f"spotify:{kind}:{item_id}",
        }

    def pictures(self, kind: str, item_id: str) -> list[Json]:
        """Return the images in three sizes (pixels), largest first."""
        return [
            {
                "url": f"{self._picture_host}/images/{kind}/{item_id}/{size}.png",
                "height": size,
                "width": size,
            }
            for size in PICTURE_SIZES
        ]

    def mosaic(self, playlist_id: str) -> list[Json]:
        """Return a playlist's only image, whose size the service does not know."""
        path = f"/images/playlist/{playlist_id}/{PICTURE_SIZES[0]}.png"
        return [{"url": self._picture_host + path, "height": None, "width": None}]

    def user(self, user_id: str) -> Json:
        """Return a user as entries and profiles name them."""
        return self.identified("user", user_id)

    def owner(self, user: FakeUser) -> Json:
        """Return a user as a playlist names its owner."""
        return self.user(user.id) | {"display_name": user.display_name}


CELLS = 8

PALETTES = (
    *("1f2a44e9b44c", "7a2e3af2d0a9", "0f4c4aa7d8c0", "3b2a55e08e79"),
    *("e4572ef7e1c5", "2d3142bfc0c0", "f2b8a23d405b", "355c7df8b195"),
    *("dcd6f7424874", "2b59c3f5d6ba", "6b2737f4a261", "e8e4c9386641"),
)
"""Ground and figure of the covers, red, green and blue of each in hexadecimal."""

A_DAY = "public, max-age=86400"

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def routes() -> list[web.RouteDef]:
    """Return the routes of the images."""
    sizes = "|".join(map(str, PICTURE_SIZES))
    return [web.get(f"/images/{{kind}}/{{id}}/{{size:{sizes}}}.png", _picture)]


async def _picture(request: web.Request) -> web.Response:
    kind, item_id = request.match_info["kind"], request.match_info["id"]
    return web.Response(
        body=cover(f"{kind} {item_id}", int(request.match_info["size"])),
        content_type="image/png",
        headers={"Cache-Control": A_DAY},
    )


@lru_cache(maxsize=256)
def cover(name: str, size: int) -> bytes:
    """Return a PNG, `size` pixels square: a pattern in two colours.

    The pattern follows from the name alone.
    https://www.w3.org/TR/png-3/
    """
    header = struct.pack(">IIBBBBB", size, size, 1, 3, 0, 0, 0)
    palette = bytes.fromhex(PALETTES[number(name, "palette", below=len(PALETTES))])
    rows = [b"\0" + _line(_cells(name, row), size) for row in range(CELLS)]
    lines = zlib.compress(b"".join(rows[y * CELLS // size] for y in range(size)))
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", lines), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks)


def _cells(name: str, row: int) -> list[bool]:
    """Return one row of the pattern; its right half mirrors its left half."""
    left = [number(name, row, column, below=2) == 1 for column in range(CELLS // 2)]
    return [*left, *reversed(left)]


def _line(cells: list[bool], size: int) -> bytes:
    """Return a line of the image: one bit a pixel, filled up to whole bytes."""
    bits = "".join("01"[cells[x * CELLS // size]] for x in range(size))
    whole = -(-size // 8)
    return int(bits.ljust(whole * 8, "0"), 2).to_bytes(whole)


def _chunk(kind: bytes, data: bytes) -> bytes:
    content = kind + data
    length, checksum = (
        struct.pack(">I", len(data)),
        struct.pack(">I", zlib.crc32(content)),
    )
    return length + content + checksum
