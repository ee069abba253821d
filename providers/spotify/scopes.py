"""Which permissions each feature needs: the one list that linking asks for."""

from collections.abc import Iterable, Mapping
from typing import Literal

Feature = Literal[
    "account", "playlists", "taste", "recent", "library", "following", "search",
    "shelving",
]  # fmt: skip

# https://developer.spotify.com/documentation/web-api/concepts/scopes
SCOPES: Mapping[Feature, tuple[str, ...]] = {
    "account": (),
    "playlists": ("playlist-read-private", "playlist-read-collaborative"),
    "taste": ("user-top-read",),
    "recent": ("user-read-recently-played",),
    "library": ("user-library-read",),
    "following": ("user-follow-read",),
    "search": (),
    "shelving": ("playlist-modify-private",),
}

READING: tuple[Feature, ...] = (
    "account", "playlists", "taste", "recent", "library", "following", "search",
)  # fmt: skip
"""What every operator offers; `shelving` is a door of its own."""


def scopes_for(features: Iterable[Feature] = READING) -> tuple[str, ...]:
    """The scopes to ask for, each once, in the order of the features."""
    return tuple(
        dict.fromkeys(scope for feature in features for scope in SCOPES[feature])
    )
