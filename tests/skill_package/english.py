"""The English of other countries: the American model with their words.

`python -m tests.skill_package.english` writes their files; Amazon wants each whole.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.skill_package.package import FOLDER, Json, read_package

MODELS = "interactionModels/custom"

_OUR = {"favorite": "favourite", "favorites": "favourites"}
_FILM = {"movie": "film"}


class Region(NamedTuple):
    """Words that are others there, and what only people there say, by intent."""

    words: Mapping[str, str]
    more: Mapping[str, tuple[str, ...]]


REGIONS = {
    "en-GB": Region(
        _OUR | _FILM,
        {
            "LikeIntent": ("that's mint",),
            "DislikeIntent": ("that's rubbish",),
        },
    ),
    "en-AU": Region(
        _OUR | _FILM,
        {
            "LikeIntent": ("that's a ripper", "beauty"),
            "DislikeIntent": ("that's rubbish",),
        },
    ),
    "en-CA": Region(_OUR, {"LikeIntent": ("that's a beauty",)}),
    "en-IN": Region(
        _OUR | _FILM,
        {
            "ListPlaylistsIntent": ("what all playlists do I have",),
            "LikeIntent": ("superb", "too good"),
        },
    ),
}


def regional(american: Json, region: Region) -> Json:
    """The model of a region; ids and everything that is not said stay as they are."""
    inner = american["interactionModel"]
    language = inner["languageModel"]
    changed = {
        **language,
        "intents": [_intent(one, region) for one in language["intents"]],
        "types": [_type(one, region) for one in language["types"]],
    }
    return {**american, "interactionModel": {**inner, "languageModel": changed}}


def main(folder: Path = FOLDER) -> None:
    american = read_package(folder).models["en-US"]
    for locale, region in REGIONS.items():
        model = regional(american, region)
        text = json.dumps(model, ensure_ascii=False, indent=0) + "\n"
        (folder / MODELS / f"{locale}.json").write_text(text, encoding="utf-8")


def _intent(intent: Json, region: Region) -> Json:
    samples = [_said(sample, region) for sample in intent["samples"]]
    return {**intent, "samples": samples + list(region.more.get(intent["name"], ()))}


def _type(one: Json, region: Region) -> Json:
    return {**one, "values": [_value(value, region) for value in one["values"]]}


def _value(value: Json, region: Region) -> Json:
    """The value in the region's words; what has become double is said once."""
    name = value["name"]
    said = _said(name["value"], region)
    others = dict.fromkeys(_said(word, region) for word in name["synonyms"])
    synonyms = [word for word in others if word != said]
    return {**value, "name": {**name, "value": said, "synonyms": synonyms}}


def _said(text: str, region: Region) -> str:
    return re.sub(r"\w+", lambda word: region.words.get(word[0], word[0]), text)


if __name__ == "__main__":
    main()
