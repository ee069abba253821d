"""Searching the catalogue."""

from collections.abc import Sequence
from typing import Any

from service.standin.spotify.api.call import Call, Endpoint
from service.standin.spotify.holdings import NULL, Element
from service.standin.spotify.paging import Bounds
from service.standin.spotify.query import Query, plain
from service.standin.spotify.refusal import Refusal, malformed

# https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
BOUNDS = Bounds(default=5, most=10, furthest=1000)
LONGEST_QUERY = 250
PLURALS = {
    "artist": "artists",
    "track": "tracks",
    "album": "albums",
    "playlist": "playlists",
    "show": "shows",
    "episode": "episodes",
    "audiobook": "audiobooks",
}


def search(call: Call) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/search"""
    asked = call.query.get("q", "")
    if not asked.strip():
        raise Refusal(400, "No search query")
    if len(asked) > LONGEST_QUERY:
        raise Refusal(
            400, f"Query exceeds maximum length of {LONGEST_QUERY} characters"
        )
    kinds = [kind for kind in call.query.get("type", "").split(",") if kind]
    if not kinds:
        raise Refusal(400, "Missing parameter type")
    if not set(kinds) <= PLURALS.keys():
        raise malformed("type")
    return {
        PLURALS[kind]: call.page(_found(call, asked, kind), BOUNDS) for kind in kinds
    }


def _found(call: Call, asked: str, kind: str) -> Sequence[Element]:
    if kind == "playlist":
        return _playlists(call, asked)
    return call.world.index.find(asked, kind)


def _playlists(call: Call, asked: str) -> Sequence[Element]:
    """Public ones only; those withdrawn since leave a null where they stood."""
    words = Query.parsed(asked).words
    found: list[Element] = [
        playlist
        for playlist in call.world.public_playlists
        if words and all(word in plain(playlist.name) for word in words)
    ]
    return [*found[:1], NULL, *found[1:]] if found else []


ENDPOINTS = (Endpoint("GET", "/search", search),)
