"""New playlists, and tracks put on them: the door that not every operator opens."""

from collections.abc import Sequence

import msgspec

from providers.listener import Listener
from providers.music import Playlist
from providers.spotify import shapes
from providers.spotify.client import SpotifyClient
from providers.spotify.identifiers import track_uri

# https://developer.spotify.com/documentation/web-api/reference/add-items-to-playlist
MOST_TRACKS = 100


class SpotifyShelving:
    """`providers.music.Shelving`. A change is never sent twice."""

    def __init__(self, client: SpotifyClient) -> None:
        self._client = client

    async def create_playlist(
        self, listener: Listener, name: str, description: str = ""
    ) -> Playlist:
        """A private one; Spotify takes no line breaks and no empty description."""
        body: dict[str, object] = {"name": name, "public": False}
        if told := " ".join(description.split()):
            body["description"] = told
        made = await self._client.post(
            listener, "/me/playlists", shapes.PLAYLIST.one, body=body
        )
        return msgspec.structs.replace(made, mine=True)

    async def add_tracks(
        self, listener: Listener, playlist_id: str, track_ids: Sequence[str]
    ) -> None:
        """At the end, in this order; hundreds go one after the other to keep it."""
        uris = [track_uri(one) for one in track_ids]
        for at in range(0, len(uris), MOST_TRACKS):
            await self._client.post(
                listener,
                "/playlists/{id}/items",
                _nothing,
                of=playlist_id,
                body={"uris": uris[at : at + MOST_TRACKS]},
            )


def _nothing(_: bytes) -> None:
    """The answer is a new snapshot id, which the next reading brings anyway."""
