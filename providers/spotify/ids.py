"""Spotify ids, URIs and links, checked before they enter a path, a query or a card.

https://developer.spotify.com/documentation/web-api/concepts/spotify-uris-ids
"""

import re
from typing import Literal

from providers.errors import NotFound

# The page above says base 62; the two extra characters are harmless in a path, every
# other character is not.
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


# https://developer.spotify.com/documentation/design
SERVICE_LINK = "https://open.spotify.com/"
"""Where cards and screens link back to, unless what they show has its own page."""

LinkKind = Literal["album", "artist", "episode", "playlist", "track"]
"""What has a public page."""


def is_id(text: str) -> bool:
    """Return whether `text` has the form of a Spotify id."""
    # Every real id passes the first line, which costs a fifth of the second.
    if len(text) == 22 and text.isalnum() and text.isascii():
        return True
    return _ID.fullmatch(text) is not None


def require_id(text: str) -> str:
    """Return `text` if it is an id; raise `NotFound` if nothing can have this id."""
    if not is_id(text):
        raise NotFound
    return text


def track_uri(track_id: str) -> str:
    """Return `spotify:track:…`; raise `NotFound` for an impossible id."""
    return f"spotify:track:{require_id(track_id)}"


def context_uri(kind: Literal["album", "artist", "playlist"], text: str) -> str:
    """Return the URI of a list that can be played; raise `NotFound` as `track_uri`."""
    return f"spotify:{kind}:{require_id(text)}"


def playlist_of(uri: str) -> str | None:
    """Return the id in a playlist's URI; None for any other URI.

    An old URI names the owner as well: `spotify:user:…:playlist:…`.
    """
    *_, kind, text = ("", "", *uri.split(":"))
    return text if kind == "playlist" and is_id(text) else None


def link_to(kind: LinkKind, text: str | None) -> str | None:
    """Return the URL of the public page of `text` (an id); None for an impossible id.

    The URL is made from the id, so no address from an answer reaches a card.
    """
    if text and is_id(text):
        return f"{SERVICE_LINK}{kind}/{text}"
    return None
