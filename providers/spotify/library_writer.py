"""Changes of a listener's library at Spotify: saved tracks, playlists, their items.

Separate from `library`, because not every operator allows changes.
"""

from collections.abc import Sequence
from typing import Literal

import msgspec

from providers.listener import Listener
from providers.music import Playlist
from providers.spotify import decoding
from providers.spotify.client import Change, SpotifyClient
from providers.spotify.ids import track_uri

# https://developer.spotify.com/documentation/web-api/reference/add-items-to-playlist
MOST_TRACKS = 100
"""How many tracks one call adds at most."""


class SpotifyLibraryWriter:
    """`providers.library.LibraryWriter` at Spotify; a change is never sent twice."""

    def __init__(self, client: SpotifyClient) -> None:
        self._client = client

    async def save(self, listener: Listener, track_id: str) -> None:
        """Save a track; one that is saved already stays as it is.

        https://developer.spotify.com/documentation/web-api/reference/save-library-items
        """
        await self._change_saved(listener, "PUT", track_id)

    async def remove_saved(self, listener: Listener, track_id: str) -> None:
        """Take a track off the saved ones; one that is not saved stays so.

        https://developer.spotify.com/documentation/web-api/reference/remove-library-items
        """
        await self._change_saved(listener, "DELETE", track_id)

    async def _change_saved(
        self, listener: Listener, method: Literal["PUT", "DELETE"], track_id: str
    ) -> None:
        query = {"uris": track_uri(track_id)}
        change = Change(method=method, endpoint="/me/library", query=query)
        await self._client.change(listener, change, _ignore)

    async def create_playlist(
        self, listener: Listener, name: str, description: str = ""
    ) -> Playlist:
        """Create a private playlist and return it.

        Spotify takes no line breaks and no empty description.
        https://developer.spotify.com/documentation/web-api/reference/create-playlist
        """
        body: dict[str, object] = {"name": name, "public": False}
        if single_line := " ".join(description.split()):
            body["description"] = single_line
        change = Change(method="POST", endpoint="/me/playlists", body=body)
        created = await self._client.change(
            listener, change, decoding.PLAYLIST.decode_one
        )
        return msgspec.structs.replace(created, mine=True)

    async def add_tracks(
        self, listener: Listener, playlist_id: str, track_ids: Sequence[str]
    ) -> None:
        """Add the tracks at the end, in this order.

        Batches of 100 go one after another, which keeps the order.
        https://developer.spotify.com/documentation/web-api/reference/add-items-to-playlist
        """
        uris = [track_uri(track_id) for track_id in track_ids]
        for start in range(0, len(uris), MOST_TRACKS):
            change = Change(
                method="POST",
                endpoint="/playlists/{id}/items",
                entity_id=playlist_id,
                body={"uris": uris[start : start + MOST_TRACKS]},
            )
            await self._client.change(listener, change, _ignore)


def _ignore(_: bytes) -> None:
    """The answer is empty, or a new snapshot id, which the next reading brings."""
