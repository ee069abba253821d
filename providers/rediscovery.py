"""Songs of the listener's own playlists that they have not heard for a while."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from providers.errors import TooSlow
from providers.fan_out import fan_out
from providers.library import OpenedPlaylists, TasteLibrary
from providers.listener import Listener
from providers.music import Listing, Playlist, PlaylistItem, Track
from providers.recommendations import Answer, Recommendations
from providers.recommender import Occasion, rediscover
from providers.recommending.evidence import Evidence, Ranking
from providers.recommending.fusion import chance
from providers.recommending.listening import Finding, Taste
from providers.recommending.record import Record
from providers.recommending.wishes import Wish

READ = 3
"""Own playlists that are read for this; what is known already comes on top."""

_PATIENCE = 2.0
_LONG = 200  # tracks: longer ones cost more calls than they are worth
_EARLIEST = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Rediscovery:
    """Answers from own playlists, in the same way as other recommendations."""

    library: TasteLibrary
    recommendations: Recommendations
    opened: OpenedPlaylists | None = None

    async def answer(self, listener: Listener) -> Answer:
        """The next forgotten songs; `record.searched` counts the playlists searched.

        Raises `ProviderError`s where the shelf, or all that was tried of it, cannot be
        read.
        """
        occasion = await self.recommendations.occasion(listener)
        name = f"{occasion.day}-rediscovery"
        shelf = self.recommendations.shelf
        record = await shelf.record(listener, name)
        if record is None or not record.ranking.picks:
            ranking, searched = await self._ranking(listener, occasion)
            now = occasion.now.timestamp()
            record = Record(name, ranking, Wish(), now, searched)
            await shelf.keep_record(listener, record)
        return await self.recommendations.picked(listener, record, occasion)

    async def _ranking(
        self, listener: Listener, occasion: Occasion
    ) -> tuple[Ranking, int]:
        """The ranking, and how many playlists it was searched for in."""
        shelf = await self.library.playlists(listener)
        own = [one for one in shelf.items if one.mine or one.collaborative]
        known = await self.opened.known_contents(listener, own) if self.opened else {}
        unread = [one for one in own if one.id not in known and one.size != 0]
        unread.sort(key=lambda one: (_long(one), chance(occasion.seed, one.id)))
        read, taste = await self._read(listener, unread[:READ])
        contents = {**known, **read}
        findings = [
            Finding(tuple(contents[one.id]), Evidence("playlist", 1, one.name))
            for one in own
            if one.id in contents
        ]
        return rediscover(findings, taste, occasion), len(findings)

    async def _read(
        self, listener: Listener, playlists: Sequence[Playlist]
    ) -> tuple[Mapping[str, Sequence[Track]], Taste]:
        """The contents by playlist, and what is heard these days."""
        calls: dict[str, Awaitable[Listing[Any]]] = {
            one.id: self.library.playlist_items(listener, one) for one in playlists
        }
        calls["recent_plays"] = self.library.recent_plays(listener)
        calls["top_tracks_weeks"] = self.library.top_tracks(listener, "weeks")
        with listener.turn.phase("rediscovery"):
            outcome = await fan_out(calls, listener.deadline, patience=_PATIENCE)
        found = outcome.results
        contents = {one.id: found[one.id] for one in playlists if one.id in found}
        if playlists and not contents:
            told = (outcome.errors.get(one.id) for one in playlists)
            raise next((error for error in told if error), TooSlow())
        lately = {name: found[name].items for name in calls if name in found}
        taste = Taste(
            plays=lately.get("recent_plays", ()),
            top_tracks={"weeks": lately.get("top_tracks_weeks", ())},
            missing=outcome.missing,
        )
        return {name: _oldest_first(one) for name, one in contents.items()}, taste


def _long(playlist: Playlist) -> bool:
    return (playlist.size or 0) > _LONG


def _oldest_first(contents: Listing[PlaylistItem]) -> list[Track]:
    """What was put there long ago is the most likely to be forgotten."""
    items = sorted(contents.items, key=lambda item: item.added_at or _EARLIEST)
    return [item.track for item in items]
