"""List of new albums and singles by the artists that a listener follows."""

from collections.abc import Sequence
from datetime import date, timedelta

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.lists.albums import AlbumList
from handlers.request import listener_of, request_time
from handlers.responses.localization import NOTHING, Argument, Phrase, Text
from handlers.responses.spoken_list import ListContents, item_key
from providers.fan_out import fan_out, optional, raise_first
from providers.listener import Listener
from providers.music import Album, AlbumGroup, Listing

ARTISTS = 6
"""Artists whose albums are fetched: one call each, and calls are scarce."""

NEW = timedelta(days=90)
"""A release of this age or less is new."""

GROUPS: tuple[AlbumGroup, ...] = ("album", "single")

PATIENCE = 4.0
"""Seconds that the calls may take together."""


class NewReleases(AlbumList):
    """The newest release first, by the followed artists that are played most."""

    kind = "releases"

    async def read(
        self, handler_input: HandlerInput, _parent_id: str | None = None
    ) -> ListContents[Album]:
        listener = listener_of(handler_input)
        calls = {
            artist_id: self._library.artist_albums(listener, artist_id, GROUPS)
            for artist_id in await self._artist_ids(listener)
        }
        outcome = await fan_out(calls, listener.deadline, seconds=PATIENCE)
        if not outcome.results:
            raise_first(outcome.errors)
        since = request_time(handler_input).date() - NEW
        albums = [
            album for listing in outcome.results.values() for album in listing.items
        ]
        new = _newest([album for album in albums if _is_new(album, since)])
        about: dict[str, Argument] = {"artists": len(outcome.results)}
        failed = len(outcome.errors)
        notice = Phrase("releases-partial", {"count": failed}) if failed else NOTHING
        return ListContents(new, len(new), notice, about)

    def card_line(self, item: Album, number: int) -> Text:
        album = self.spoken_text(item, number)
        return Phrase("release-line", {"album": album, "date": _date(item.released)})

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Album], index: int
    ) -> Response:
        album = contents.items[index]
        return self._responder.respond(
            handler_input,
            "album-details",
            number=index + 1,
            album=self.spoken_text(album, index + 1),
            day=_release(album.released),
            total=album.size or 0,
        )

    async def _artist_ids(self, listener: Listener) -> list[str]:
        """Return ids of followed artists: those played most first, six at most."""
        followed = await self._library.first_page_of_followed(listener)
        top = await optional(
            self._library.top_artists(listener, "months"), Listing((), 0)
        )
        rank = {artist.id: place for place, artist in enumerate(top.items)}
        ids = dict.fromkeys(artist.id for artist in followed.items if artist.id)
        ranked = sorted(ids, key=lambda artist_id: rank.get(artist_id, len(rank)))
        return ranked[:ARTISTS]


def _is_new(album: Album, since: date) -> bool:
    """Only a release that is dated to the month or the day can be called new."""
    released = album.released or ""
    return len(released) >= 7 and released >= since.isoformat()[: len(released)]


def _newest(albums: Sequence[Album]) -> list[Album]:
    """Return each album once, the newest first: one by two artists comes twice."""
    distinct = {item_key(album.id, album.name): album for album in albums}
    return sorted(distinct.values(), key=lambda a: a.released or "", reverse=True)


def _date(released: str | None) -> Text:
    """Return the day for the listener's own notation, or what is known of it."""
    try:
        return date.fromisoformat(released or "")
    except ValueError:
        return released or NOTHING


def _release(released: str | None) -> Text:
    """Return when it came out, as far as that is known: a day, a year, nothing."""
    try:
        return Phrase("released-on", {"date": date.fromisoformat(released or "")})
    except ValueError:
        year = (released or "")[:4]
    return Phrase("released-in", {"date": year}) if year.isdecimal() else NOTHING
