"""OAuth scopes that each feature needs; account linking asks for this list.

https://developer.spotify.com/documentation/web-api/concepts/scopes
"""

from collections.abc import Iterable, Mapping
from typing import Literal

Feature = Literal[
    "account", "playlists", "taste", "recent", "library", "following", "search",
    "playing", "writing", "playback",
]  # fmt: skip
"""A group of endpoints that needs the same scopes; `writing` changes a library,
`playback` commands the listener's devices."""

SCOPES: Mapping[Feature, tuple[str, ...]] = {
    "account": (),
    "playlists": ("playlist-read-private", "playlist-read-collaborative"),
    "taste": ("user-top-read",),
    "recent": ("user-read-recently-played",),
    "library": ("user-library-read",),
    "following": ("user-follow-read",),
    "search": (),
    "playing": ("user-read-currently-playing",),
    "writing": (
        "user-library-modify", "playlist-modify-private", "playlist-modify-public",
    ),
    "playback": ("user-read-playback-state", "user-modify-playback-state"),
}  # fmt: skip

READING: tuple[Feature, ...] = (
    "account", "playlists", "taste", "recent", "library", "following", "search",
    "playing",
)  # fmt: skip
"""The features that every operator offers; the others have a switch in the settings."""


def scopes_for(features: Iterable[Feature] = READING) -> tuple[str, ...]:
    """Return the scopes of `features`, each once, in the order of the features."""
    return tuple(
        dict.fromkeys(scope for feature in features for scope in SCOPES[feature])
    )


def scopes_of_switches(features: Iterable[Feature]) -> tuple[str, ...]:
    """Return the scopes of `features` that reading does not need."""
    usual = scopes_for()
    return tuple(scope for scope in scopes_for(features) if scope not in usual)
