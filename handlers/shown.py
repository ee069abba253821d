"""Items as a screen shows them: a name, a line below it, a picture."""

from collections.abc import Sequence
from typing import NamedTuple

from handlers import phrases
from handlers.language import Argument, Phrase, Text
from providers.music import Playlist, Track


class Shown(NamedTuple):
    """An item on a screen; `image` is a picture's address, `reason` why it is there."""

    title: Text
    below: Text | Sequence[Text] = phrases.NOTHING
    image: str | None = None
    reason: Text = phrases.NOTHING


def playlist(item: Playlist, number: int) -> Shown:
    """Name and size; `number` is its place on the shelf, from 1."""
    size = Phrase("track-total", {"total": item.size}) if item.size is not None else ""
    return Shown(phrases.playlist_name(item, number), size, item.image)


def track(item: Track, number: int) -> Shown:
    """Title, artists and length; `number` is its place in its list, from 1."""
    below: Text | Sequence[Text] = phrases.artists(item.artists)
    if item.artists and item.duration_ms:
        arguments: dict[str, Argument] = {
            "track": below,
            "time": phrases.clock(item.duration_ms),
        }
        below = Phrase("track-line", arguments)
    title = phrases.named(item.title, "track-number", number)
    return Shown(title, below, item.album.image if item.album else None)
