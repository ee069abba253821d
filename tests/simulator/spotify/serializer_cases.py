"""Catalogue objects, and the JSON that the serializers must make of them."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from simulator.spotify.data.catalogue import (
    CatalogueAlbum,
    CatalogueArtist,
    CatalogueShow,
    CatalogueTrack,
    Episode,
)
from simulator.spotify.data.user_library import Element, FakePlaylist, FakeUser
from simulator.spotify.images_and_links import Links
from simulator.spotify.serializers import LibrarySerializer, Regime

BASE = "http://here"
PICTURES = "https://here"
MOMENT = datetime(2026, 11, 22, 20, 15, 1, 250_000, tzinfo=UTC)
WEB = "https://open.spotify.com"

ARTIST = CatalogueArtist("ar1", "Glass Union", "jazz", ("jazz", "dinner"), 0, 80)
GUEST = CatalogueArtist("ar2", "Élodie", "chanson", (), 1, 70)
ALBUM = CatalogueAlbum("al1", "Tides", (ARTIST,), "album", "2024-05", 60, [])
TRACK = CatalogueTrack(
    id="tr1",
    title="Night <3",
    artists=(ARTIST, GUEST),
    album=ALBUM,
    number=1,
    duration_ms=200_000,
    isrc="QZSTN2400001",
    explicit=True,
    playable=True,
    popularity=55,
)
ALBUM.tracks.append(TRACK)
SHOW = CatalogueShow("sh1", "Talk", "Radio", "de", [])
EPISODE = Episode("ep1", "1. Hello", SHOW, "2026-11-15", 1_800_000)
OWNER = FakeUser("u1", "Una")
PLAYLIST = FakePlaylist("pl1", "Mix", OWNER, 3, list, description="Daily", public=True)


def shown(element: Element, regime: Regime = "development") -> Any:
    made = LibrarySerializer(Links(BASE), regime).element(element)
    return msgspec.json.decode(msgspec.json.encode(made))


def identified(kind: str, one_id: str) -> dict[str, Any]:
    return {
        "external_urls": {"spotify": f"{WEB}/{kind}/{one_id}"},
        "href": f"{BASE}/v1/{kind}s/{one_id}",
        "id": one_id,
        "type": kind,
        "uri": f"spotify:{kind}:{one_id}",
    }


def pictures(kind: str, one_id: str) -> list[dict[str, Any]]:
    return [
        {"url": f"{PICTURES}/images/{kind}/{one_id}/{n}.png", "height": n, "width": n}
        for n in (640, 300, 64)
    ]


SIMPLE_ARTIST = identified("artist", "ar1") | {"name": "Glass Union"}
SIMPLE_GUEST = identified("artist", "ar2") | {"name": "Élodie"}
SIMPLE_ALBUM = identified("album", "al1") | {
    "album_type": "album",
    "artists": [SIMPLE_ARTIST],
    "images": pictures("album", "al1"),
    "name": "Tides",
    "release_date": "2024-05",
    "release_date_precision": "month",
    "total_tracks": 1,
}
SIMPLE_TRACK = identified("track", "tr1") | {
    "artists": [SIMPLE_ARTIST, SIMPLE_GUEST],
    "disc_number": 1,
    "duration_ms": 200_000,
    "explicit": True,
    "is_local": False,
    "is_playable": True,
    "name": "Night <3",
    "track_number": 1,
}
WHOLE_TRACK = SIMPLE_TRACK | {
    "album": SIMPLE_ALBUM,
    "external_ids": {"isrc": "QZSTN2400001"},
}
OWNED_BY = identified("user", "u1")
