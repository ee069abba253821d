"""A listener before a screen, with something in every list of theirs."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from handlers.responses.apl import Screen
from providers.music import Album, Artist, Play
from simulator.alexa.requests import ScreenProfile
from tests.handlers.alexa import NOON, Alexa, Reply
from tests.handlers.collection import Collection, track

_TYPOGRAPHY = str.maketrans({"\u00a0": " ", "\u2060": "", "\u2019": "'"})
APL = "Alexa.Presentation.APL.RenderDocument"
PICTURE = "https://pictures.example/1.png"
SCREENS = {
    "round": ScreenProfile(shape="ROUND", width=480, height=480),
    "small": ScreenProfile(width=960, height=480),
    "large": ScreenProfile(width=1280, height=800),
    "tv": ScreenProfile(mode="TV", width=1920, height=1080, dpi=320),
}


def drawn(reply: Reply) -> dict[str, Any] | None:
    """The document's name and data, defaults too; None where nothing is drawn.

    Without typographic apostrophes and what keeps words of a sentence on one line.
    """
    found = [one for one in reply.directives if one["type"] == APL]
    assert len(found) <= 1
    if not found:
        return None
    screen: dict[str, Any] = _as_read(found[0]["datasources"]["screen"])
    defaults = {
        field.name: [] if field.default == () else field.default
        for field in msgspec.structs.fields(Screen)
        if not field.required
    }
    return {"name": found[0]["token"], **defaults, **screen}


def _as_read(value: Any) -> Any:
    if isinstance(value, str):
        return value.translate(_TYPOGRAPHY)
    if isinstance(value, list):
        return [_as_read(one) for one in value]
    if isinstance(value, dict):
        return {key: _as_read(one) for key, one in value.items()}
    return value


def watching(alexa: Alexa, collection: Collection) -> Alexa:
    """The same listener before a screen, who has heard and follows somebody."""
    alexa.device = replace(alexa.device, screen=SCREENS["large"])
    album = Album(
        "album-1", "Ambient 1", image=PICTURE, released=date(2026, 11, 20).isoformat()
    )
    song = track("An Ending", "Brian Eno", album=album)
    eno = Artist("eno", "Brian Eno", genres=("ambient", "drone"), image=PICTURE)
    collection.plays = (Play(song, NOON),)
    collection.artists["months"] = collection.followed = (eno,)
    collection.tracks["months"] = (song, track("Says"))
    collection.albums["eno"] = (album,)
    return alexa
