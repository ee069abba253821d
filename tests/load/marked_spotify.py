"""A fake Spotify whose every name says whose it is, and since when.

A listener's playlists, artists and songs are called `own17x3y …`: listener 17, third
edition. An answer of the skill with another listener's number is a leak. An answer with
an edition from before a listener was forgotten is an erasure that did not hold.
"""

import asyncio
import re
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

from aiohttp import web

MARK = re.compile(r"own(\d+)x(\d+)y")
PLAYLISTS = 12
TRACKS = 20
STATUSES = (*(500, 502, 503, 504) * 5, 429)  # 429 stops all calls for a second
DAY = "2026-11-20T08:00:00Z"
SLOW_SECONDS = 0.4  # some answers take longer than this, none longer than four times it

Json = dict[str, Any]


@dataclass(slots=True)
class MarkedSpotify:
    """The listeners' editions, the tokens in use, and how often calls fail.

    `failing` is the share of calls (0 to 1) that are answered with an error or late.
    """

    rng: Random
    failing: float = 0.0
    editions: Counter[int] = field(default_factory=Counter)
    owners: dict[str, int] = field(default_factory=dict)
    calls: int = 0

    def token(self, listener: int) -> str:
        """Return a new access token for a listener."""
        token = f"storm-{listener}-{self.rng.getrandbits(64):016x}"
        self.owners[token] = listener
        return token

    def application(self) -> web.Application:
        """Return the API below `/v1` as a web application."""
        app = web.Application()
        app.router.add_get("/v1/{path:.*}", self._answer)
        return app

    async def _answer(self, request: web.Request) -> web.Response:
        self.calls += 1
        authorization = request.headers.get("Authorization", "")
        owner = self.owners.get(authorization.removeprefix("Bearer "))
        if owner is None:
            return _error(401, "The access token expired")
        mark = f"own{owner}x{self.editions[owner]}y"
        if self.rng.random() < self.failing:
            if self.rng.random() < 0.5:
                return _error(self.rng.choice(STATUSES), "fault")
            await asyncio.sleep(SLOW_SECONDS * self.rng.uniform(0.1, 4))
        body = _body(request.match_info["path"], request.query, owner, mark)
        return _error(404, "Not found") if body is None else web.json_response(body)


def _error(status: int, message: str) -> web.Response:
    body = {"error": {"status": status, "message": message}}
    headers = {"Retry-After": "1"} if status == 429 else {}
    return web.json_response(body, status=status, headers=headers)


def _body(path: str, query: Any, owner: int, mark: str) -> Json | None:
    """Return the JSON of a path below `/v1`; None where the path is unknown."""
    if path == "me":
        name = f"user{owner}"
        return {"id": name, "account_id": f"account{owner}", "display_name": mark}
    if path == "me/following":
        return {"artists": _page([_artist(mark, n) for n in range(5)], query)}
    if path == "search":
        tracks = [_track(mark, 100 + n) for n in range(10)]
        return {"tracks": _page(tracks, query), "artists": _page([], query)}
    items = _items(re.sub(r"playlists/\w+/", "playlists/", path), owner, mark)
    return None if items is None else _page(items, query)


def _items(path: str, owner: int, mark: str) -> list[Json] | None:
    tracks = [_track(mark, n) for n in range(TRACKS)]
    lists = {
        "me/playlists": [_playlist(owner, mark, n) for n in range(PLAYLISTS)],
        "playlists/items": [{"item": track, "added_at": None} for track in tracks],
        "me/top/artists": [_artist(mark, n) for n in range(10)],
        "me/top/tracks": tracks,
        "me/player/recently-played": [{"track": t, "played_at": DAY} for t in tracks],
        "me/tracks": [{"track": track, "added_at": DAY} for track in tracks],
    }
    return lists.get(path)


def _page(items: list[Json], query: Any) -> Json:
    limit, offset = int(query.get("limit", 20)), int(query.get("offset", 0))
    shown = items[offset : offset + limit]
    return {"items": shown, "total": len(items), "limit": limit, "next": None}


def _id(mark: str, kind: str, number: int) -> str:
    return f"{mark}{kind}{number}".ljust(22, "0")[:22]


def _playlist(owner: int, mark: str, number: int) -> Json:
    return {
        "id": _id(mark, "p", number),
        "name": f"{mark} list {number}",
        "owner": {"id": f"user{owner}", "display_name": mark},
        "collaborative": False,
        "public": False,
        "items": {"total": TRACKS},
        "snapshot_id": f"{mark}{number}",
        "images": None,
    }


def _artist(mark: str, number: int) -> Json:
    return {"id": _id(mark, "a", number), "name": f"{mark} singer {number}"}


def _track(mark: str, number: int) -> Json:
    return {
        "id": _id(mark, "t", number),
        "name": f"{mark} song {number}",
        "artists": [_artist(mark, number % 7)],
        "duration_ms": 180_000,
        "is_playable": True,
    }
