"""Library changes: what this skill changed in a listener's library lately.

The record lets a second saying do nothing twice, and gives the library its edition.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Self, TypeVar

import msgspec

from providers.cache.records import DAY
from providers.cache.ttl import record_type
from providers.music import Value

T = TypeVar("T")

REMEMBERED = timedelta(minutes=10)
"""How long what was changed is known without asking the music service.

As long as a list of saved songs is fresh; who changes the library elsewhere meanwhile
is heard after that.
"""

_MOST = 100  # saved tracks, playlists and new playlists, each


class LibraryChanges(Value, frozen=True):
    """What this skill changed in a listener's library.

    - `edition`: grows with every change, certain or not: milliseconds since 1970, or
      more where two changes come at once; 0 for none.
    - `saved`: by track id, whether the track was saved (True) or taken off.
    - `added`: by playlist id, the ids of the tracks that were added.
    - `made`: by name, the ids of new playlists.
    """

    edition: int = 0
    saved: dict[str, bool] = msgspec.field(default_factory=dict)
    added: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    made: dict[str, str] = msgspec.field(default_factory=dict)

    def recent(self, now: datetime) -> "LibraryChanges":
        """Return what is remembered of the changes at `now`; see `REMEMBERED`."""
        oldest = _milliseconds(now - REMEMBERED)
        return self if self.edition > oldest else LibraryChanges(self.edition)

    def with_saved(self, track_id: str, *, saved: bool) -> Self:
        """Return the changes with a track that was saved, or taken off."""
        return msgspec.structs.replace(self, saved=_with(self.saved, track_id, saved))

    def with_added(self, playlist_id: str, track_ids: Sequence[str]) -> Self:
        """Return the changes with tracks that were added to a playlist."""
        ids = (*self.added.get(playlist_id, ()), *track_ids)
        return msgspec.structs.replace(self, added=_with(self.added, playlist_id, ids))

    def with_made(self, name: str, playlist_id: str) -> Self:
        """Return the changes with a playlist that was made."""
        return msgspec.structs.replace(self, made=_with(self.made, name, playlist_id))

    def at(self, now: datetime) -> Self:
        """Return the changes as the edition of `now`, or the next one."""
        edition = max(_milliseconds(now), self.edition + 1)
        return msgspec.structs.replace(self, edition=edition)


# As long as the copies that must not be served any more.
LIBRARY_CHANGES = record_type("library_changes", LibraryChanges, DAY)


def _with(known: dict[str, T], key: str, value: T) -> dict[str, T]:
    """Return the dictionary with another entry; of too many, the oldest one goes."""
    others = {name: kept for name, kept in known.items() if name != key}
    return dict([*others.items(), (key, value)][-_MOST:])


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
