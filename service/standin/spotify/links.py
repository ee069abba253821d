"""Addresses in the stand-in's JSON: its own for calls and pictures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from service.standin.spotify.holdings import User

Json = dict[str, Any]
PICTURE_SIZES = (640, 300, 64)


@dataclass(frozen=True, slots=True)
class Links:
    """`base_url` is where the stand-in itself is reached, without a final slash."""

    base_url: str

    def api(self, path: str, query: Mapping[str, object] | None = None) -> str:
        """The address of a call; `path` begins after the version."""
        asked = f"?{urlencode(query)}" if query else ""
        return f"{self.base_url}/v1{path}{asked}"

    def identified(self, kind: str, one_id: str) -> Json:
        """What every object of the Web API says of itself."""
        return {
            "external_urls": {"spotify": f"https://open.spotify.com/{kind}/{one_id}"},
            "href": self.api(f"/{kind}s/{one_id}"),
            "id": one_id,
            "type": kind,
            "uri": f"spotify:{kind}:{one_id}",
        }

    def pictures(self, kind: str, one_id: str) -> list[Json]:
        """Covers in three sizes, largest first; pixels."""
        return [
            {
                "url": f"{self.base_url}/images/{kind}/{one_id}/{size}.png",
                "height": size,
                "width": size,
            }
            for size in PICTURE_SIZES
        ]

    def mosaic(self, playlist_id: str) -> list[Json]:
        """A playlist's one picture, of which the service does not know the size."""
        url = f"{self.base_url}/images/playlist/{playlist_id}/{PICTURE_SIZES[0]}.png"
        return [{"url": url, "height": None, "width": None}]

    def user(self, user_id: str) -> Json:
        return self.identified("user", user_id)

    def owner(self, user: User) -> Json:
        return self.user(user.id) | {"display_name": user.display_name}
