"""Changes of a listener's library at Spotify: new playlists, and tracks added to them.

Separate from `library`, because not every operator allows changes.
"""

from collections.abc import Sequence

import msgspec

from providers.listener import Listener
from providers.music import Playlist
from providers.spotify import decoding
from providers.spotify.client import SpotifyClient
from providers.spotify.ids import track_uri

# https://developer.spotify.com/documentation/web-api/reference/add-items-to-playlist
MOST_TRACKS = 100
"""How many tracks one call adds at most."""


class SpotifyLibraryWriter:
    """`providers.library.LibraryWriter` at Spotify; a change is never sent twice."""

    def __init__(self, client: SpotifyClient) -> None:
        self._client = client

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
        created = await self._client.post(
            listener, "/me/playlists", decoding.PLAYLIST.decode_one, body=body
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
            await self._client.post(
                listener,
                "/playlists/{id}/items",
                _ignore,
                entity_id=playlist_id,
                body={"uris": uris[start : start + MOST_TRACKS]},
            )


def _ignore(_: bytes) -> None:
    """The answer is a new snapshot id, which the next reading brings anyway."""
