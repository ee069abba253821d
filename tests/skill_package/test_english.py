"""English elsewhere: the files are what they are made from, in its spelling."""

import json
from pathlib import Path

import pytest

from tests.skill_package import english
from tests.skill_package.package import FOLDER, Package


@pytest.mark.parametrize("locale", english.REGIONS)
def test_a_region_s_model_is_the_american_one_in_its_words(
    package: Package, locale: str
) -> None:
    """Where not: `python -m tests.skill_package.english` writes it anew."""
    made = english.regional(package.models["en-US"], english.REGIONS[locale])
    assert package.models[locale] == made


@pytest.mark.parametrize("locale", english.REGIONS)
def test_nothing_is_spelled_the_american_way(package: Package, locale: str) -> None:
    assert "favorite" not in json.dumps(package.published()[locale]).lower()
    said = [
        *(one for i in package.language_model(locale).intents for one in i.samples),
        *(
            word
            for kind in package.language_model(locale).types
            for value in kind.values
            for word in value.name.spoken
        ),
    ]
    assert not [one for one in said if "favorite" in one]


def test_ids_stay_and_words_change() -> None:
    american = {
        "interactionModel": {
            "languageModel": {
                "invocationName": "record shelf",
                "intents": [{"name": "LikeIntent", "samples": ["a favorite"]}],
                "types": [
                    {
                        "name": "T",
                        "values": [
                            {
                                "id": "favorites",
                                "name": {
                                    "value": "favorites",
                                    "synonyms": ["film music", "movie music"],
                                },
                            }
                        ],
                    }
                ],
            }
        }
    }
    words = {"favorite": "favourite", "favorites": "favourites", "movie": "film"}
    region = english.Region(words, {"LikeIntent": ("lovely",)})
    made = english.regional(american, region)["interactionModel"]["languageModel"]
    assert made["intents"][0]["samples"] == ["a favourite", "lovely"]
    (value,) = made["types"][0]["values"]
    assert value["id"] == "favorites"
    assert value["name"] == {"value": "favourites", "synonyms": ["film music"]}


def test_the_files_are_written(tmp_path: Path) -> None:
    models = tmp_path / english.MODELS
    models.mkdir(parents=True)
    (tmp_path / "skill.json").write_bytes((FOLDER / "skill.json").read_bytes())
    american = (FOLDER / english.MODELS / "en-US.json").read_bytes()
    (models / "en-US.json").write_bytes(american)
    english.main(tmp_path)
    for locale in english.REGIONS:
        written = (models / f"{locale}.json").read_bytes()
        assert written == (FOLDER / english.MODELS / f"{locale}.json").read_bytes()
