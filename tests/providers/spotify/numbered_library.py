"""A library of numbered things behind canned answers."""

import asyncio
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from aioresponses import CallbackResult, aioresponses

from providers import music

API = "https://api.spotify.com/v1"
ID = "0OdUWJ0sBjDrqHygGUXeCF"
PLAYLIST = music.Playlist(ID, "Mine")
ANY = re.compile(rf"{re.escape(API)}/.*")


class Numbered:
    """A library of numbered things behind canned answers; counts what it is asked."""

    def __init__(self, canned: aioresponses, total: int | None = 0) -> None:
        self.canned = canned
        self.total = total
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.failing: dict[int, int] = {}
        self.fields: dict[str, Any] = {}
        self.open = self.peak = 0

    def element(self, number: int) -> dict[str, Any]:
        return {"id": f"n{number}", "name": f"Number {number}"}

    def start(self) -> None:
        self.canned.get(ANY, callback=self.answer, repeat=True)

    async def answer(self, url: object, **_: object) -> CallbackResult:
        parts = urlsplit(str(url))
        query = {name: it[0] for name, it in parse_qs(parts.query).items()}
        self.asked.append((parts.path.removeprefix("/v1"), query))
        self.open += 1
        self.peak = max(self.peak, self.open)
        await asyncio.sleep(0)
        self.open -= 1
        offset, limit = int(query.get("offset", 0)), int(query["limit"])
        if status := self.failing.get(offset):
            return CallbackResult(status=status)
        return CallbackResult(payload=self.page(offset, limit))

    def page(self, offset: int, limit: int) -> dict[str, Any]:
        end = 10**6 if self.total is None else self.total
        numbers = range(offset, min(offset + limit, end))
        elements = [self.element(number) for number in numbers]
        more = f"{API}/x" if offset + limit < end else None
        return {"items": elements, "total": self.total, "next": more, **self.fields}
