"""What the service no longer gives to new applications, nor the stand-in to any.

https://developer.spotify.com/blog/2024-11-27-changes-to-the-web-api
https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
"""

from typing import Any

from service.standin.spotify.api.call import Call, Endpoint
from service.standin.spotify.refusal import Refusal

PATHS = (
    "/recommendations",
    "/recommendations/available-genre-seeds",
    "/artists",
    "/artists/{id}/related-artists",
    "/artists/{id}/top-tracks",
    "/albums",
    "/tracks",
    "/audio-features",
    "/audio-features/{id}",
    "/audio-analysis/{id}",
    "/browse/categories",
    "/browse/categories/{id}/playlists",
    "/browse/featured-playlists",
    "/browse/new-releases",
    "/markets",
    "/me/tracks/contains",
    "/me/albums/contains",
    "/me/following/contains",
    "/users/{id}",
    "/users/{id}/playlists",
)


def gone(_call: Call) -> Any:
    raise Refusal(403, "Forbidden")


ENDPOINTS = tuple(Endpoint("GET", path, gone) for path in PATHS)
