"""New albums and singles of the artists that a listener follows."""

from collections.abc import Sequence
from datetime import date, timedelta

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import phrases
from handlers.base import asked_at, listener_of
from handlers.language import Argument, Phrase, Text
from handlers.paging import Contents, fingerprint
from handlers.shown import Shown
from handlers.speech import Words
from providers.errors import ProviderError
from providers.fan_out import HOPELESS, fan_out, raise_first
from providers.library import TasteLibrary
from providers.listener import Listener
from providers.music import Album, AlbumGroup

ARTISTS = 6
"""Artists that are asked about: one call each, and calls are scarce."""

NEW = timedelta(days=90)
GROUPS: tuple[AlbumGroup, ...] = ("album", "single")
PATIENCE = 4.0
"""Seconds that the calls may take together."""


class NewReleases:
    """The newest first, from the followed artists that are heard most."""

    kind = "releases"

    def __init__(self, library: TasteLibrary, words: Words) -> None:
        self._library = library
        self._words = words

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - there is one such list only
    ) -> Contents[Album]:
        listener = listener_of(handler_input)
        asked = await self._artists(listener)
        calls = {
            artist: self._library.artist_albums(listener, artist, GROUPS)
            for artist in asked
        }
        read = await fan_out(calls, listener.deadline, patience=PATIENCE)
        if not read.results:
            raise_first(read.errors)
        since = asked_at(handler_input).date() - NEW
        albums = [album for found in read.results.values() for album in found.items]
        new = _newest([album for album in albums if _is_new(album, since)])
        about: dict[str, Argument] = {"artists": len(read.results)}
        missing = len(read.errors)
        partial = Phrase("releases-partial", {"count": missing}) if missing else ""
        return Contents(new, len(new), partial, about)

    def said(self, item: Album, number: int) -> Text:
        title = phrases.named(item.name, "track-number", number)
        return phrases.credited(title, item.artists)

    def line(self, item: Album, number: int) -> Text:
        said = self.said(item, number)
        return Phrase("release-line", {"album": said, "date": _dated(item.released)})

    def shown(self, item: Album, number: int) -> Shown:
        title = phrases.named(item.name, "track-number", number)
        return Shown(title, phrases.artists(item.artists), item.image)

    def mark(self, item: Album) -> str:
        return item.id or fingerprint(item.name)

    async def choose(
        self, handler_input: HandlerInput, contents: Contents[Album], index: int
    ) -> Response:
        album = contents.items[index]
        return self._words.answer(
            handler_input,
            "album-details",
            number=index + 1,
            album=self.said(album, index + 1),
            day=_release(album.released),
            total=album.size or 0,
        )

    async def _artists(self, listener: Listener) -> list[str]:
        """Ids of the followed artists: those heard most first, then the others."""
        followed = await self._library.first_followed(listener)
        try:
            top = await self._library.top_artists(listener, "months")
            rank = {artist.id: place for place, artist in enumerate(top.items)}
        except HOPELESS:
            raise
        except ProviderError:
            rank = {}
        known = dict.fromkeys(artist.id for artist in followed.items if artist.id)
        return sorted(known, key=lambda one: rank.get(one, len(rank)))[:ARTISTS]


def _is_new(album: Album, since: date) -> bool:
    """Only a release that is dated to the month or the day can be called new."""
    released = album.released or ""
    return len(released) >= 7 and released >= since.isoformat()[: len(released)]


def _newest(albums: Sequence[Album]) -> list[Album]:
    """Each once (an album of two artists comes twice), the newest first."""
    once = {album.id or fingerprint(album.name): album for album in albums}
    return sorted(once.values(), key=lambda a: a.released or "", reverse=True)


def _dated(released: str | None) -> Text:
    """The day in the listener's own way, or what is known of it."""
    try:
        return date.fromisoformat(released or "")
    except ValueError:
        return released or ""


def _release(released: str | None) -> Text:
    """When it came out, as far as that is known: a day, a year, nothing."""
    try:
        return Phrase("released-on", {"date": date.fromisoformat(released or "")})
    except ValueError:
        year = (released or "")[:4]
    return Phrase("released-in", {"date": year}) if year.isdecimal() else ""
