"""Ids, URIs and links: checked before they enter a path, a query or a card."""

import re

from providers.errors import NotFound

# https://developer.spotify.com/documentation/web-api/concepts/spotify-uris-ids
# says base 62; the two signs more are harmless in a path, everything else is not.
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


def is_id(text: str) -> bool:
    """Whether this could name anything at Spotify."""
    # Every real id passes the first line, which costs a fifth of the second.
    if len(text) == 22 and text.isalnum() and text.isascii():
        return True
    return _ID.fullmatch(text) is not None


def require_id(text: str) -> str:
    """The same id; `NotFound` when nothing can be there under such an id."""
    if not is_id(text):
        raise NotFound
    return text


def track_uri(track_id: str) -> str:
    """`spotify:track:…`; `NotFound` for an impossible id."""
    return f"spotify:track:{require_id(track_id)}"


def link_to(kind: str, text: str | None) -> str | None:
    """The public page, made from the id: no address from the wire reaches a card."""
    if text and is_id(text):
        return f"https://open.spotify.com/{kind}/{text}"
    return None
