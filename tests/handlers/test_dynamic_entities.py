"""Dynamic entities: which names, how many, when, and when they go."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.dynamic_entities import ENTITIES, PLAYLISTS, ROOM, directive
from providers.music import Artist, Playlist
from providers.player import PlaybackDevice
from tests.handlers.alexa import Alexa, Reply, said
from tests.handlers.collection import Collection, playlist


def taught(reply: Reply) -> dict[str, list[str]]:
    """The names that a reply teaches, by type."""
    for one in reply.directives:
        if one["type"] == "Dialog.UpdateDynamicEntities" and "types" in one:
            return {
                listed["name"]: [value["name"]["value"] for value in listed["values"]]
                for listed in one["types"]
            }
    return {}


async def test_names_travel_with_the_first_answer_only(alexa: Alexa) -> None:
    first = taught(await alexa.opens())
    assert first["UserPlaylist"][:3] == ["Deep Focus", "Sunday Roast", "90s R&B <3"]
    assert taught(await alexa.says("ListPlaylistsIntent")) == {}


async def test_artists_come_along_when_they_are_known(
    alexa: Alexa, collection: Collection
) -> None:
    collection.artists["months"] = (Artist("1", "Eno"), Artist(None, "Local"))
    await alexa.says("TopArtistsIntent")
    assert "entities" not in alexa.attributes
    assert taught(await alexa.opens())


async def test_they_go_with_the_end(alexa: Alexa) -> None:
    await alexa.opens()
    reply = await alexa.says("AMAZON.StopIntent")
    assert reply.directives == [
        {"type": "Dialog.UpdateDynamicEntities", "updateBehavior": "CLEAR"}
    ]
    assert (await alexa.says("AMAZON.StopIntent")).directives == []


async def test_nothing_to_teach(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = ()
    assert (await alexa.opens()).directives == []


async def test_other_listeners_have_other_names(
    alexa: Alexa, collection: Collection
) -> None:
    for number in range(200):
        collection.shelf = (playlist(f"Only {number}"),)
        assert taught(await alexa.opens()) == {"UserPlaylist": [f"Only {number}"]}


def parsed(
    playlists: list[str], artists: list[str]
) -> tuple[dict[str, list[str]], int]:
    made = directive(
        [Playlist(f"p{n}", name) for n, name in enumerate(playlists)],
        [Artist(f"a{n}", name) for n, name in enumerate(artists)],
        "en",
    )
    wire = json.loads(bytes(made))
    assert wire["updateBehavior"] == "REPLACE"
    types = {
        one["name"]: [value["name"]["value"] for value in one["values"]]
        for one in wire["types"]
    }
    names = [value["name"] for one in wire["types"] for value in one["values"]]
    assert sum(1 + len(name.get("synonyms", ())) for name in names) <= ENTITIES
    return types, len(bytes(made))


def test_a_hundred_at_most() -> None:
    playlists = [f"Playlist {n}" for n in range(240)]
    types, _ = parsed(playlists, [])
    assert types == {"UserPlaylist": playlists[:ENTITIES]}
    types, _ = parsed(playlists, [f"Artist {n}" for n in range(50)])
    assert len(types["UserPlaylist"]) == PLAYLISTS
    assert len(types["UserArtist"]) == ENTITIES - PLAYLISTS


def test_names_are_said_once_and_cleaned() -> None:
    types, _ = parsed(["Gym 💪", "gym", "🎸", "Rain"], ["Eno"])
    assert types == {"UserPlaylist": ["Gym", "Rain"], "UserArtist": ["Eno"]}


async def test_how_a_name_is_said_goes_along_as_a_synonym(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("Hits Vol. II"), playlist("Rain"))
    (entities,) = (await alexa.opens()).directives
    names = [value["name"] for value in entities["types"][0]["values"]]
    assert names == [
        {"value": "Hits Vol. II", "synonyms": ["hits volume 2"]},
        {"value": "Rain"},
    ]


def test_a_synonym_is_in_the_language_of_the_listener() -> None:
    hits = [Playlist("hits", "Hits Vol. II")]
    said = {"en": "volume", "es": "volumen", "de": "volume"}
    for language, word in said.items():
        assert f"hits {word} 2".encode() in bytes(directive(hits, [], language))


def test_a_synonym_has_the_letters_that_are_heard() -> None:
    made = bytes(directive([Playlist("p", "Süß & Salzig")], [], "de"))
    assert "süß und salzig".encode() in made


def test_synonyms_take_the_room_of_names() -> None:
    types, _ = parsed([f"{n} & Co" for n in range(240)], [])
    assert len(types["UserPlaylist"]) == ENTITIES // 2


async def test_an_entity_with_namesakes_is_asked_about(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (
        playlist("Summer", id="one", size=3),
        playlist("Summer", id="two", size=9),
        playlist("Mix 3"),
    )
    summer = said("summer", "one", dynamic=True)
    reply = await alexa.says("OpenPlaylistIntent", playlist=summer)
    assert "Summer with 9 tracks" in reply.speech
    mix = said("mix seven", "id-Mix 3", dynamic=True)
    reply = await alexa.says("OpenPlaylistIntent", playlist=mix)
    assert "list my playlists" in reply.speech


def test_speakers_go_along() -> None:
    playlists = [Playlist(f"p{n}", f"Playlist {n}") for n in range(200)]
    artists = [Artist(f"a{n}", f"Artist {n}") for n in range(30)]
    devices = [PlaybackDevice(None, "Radio"), PlaybackDevice("d", "JBL Flip 5")]
    wire = json.loads(bytes(directive(playlists, artists, "en", devices)))
    sizes = {one["name"]: len(one["values"]) for one in wire["types"]}
    assert sizes == {"UserPlaylist": 79, "UserArtist": 20, "Speaker": 1}


names = st.lists(st.text(min_size=1, max_size=90), max_size=150)


@given(names, names)
@settings(max_examples=60)
def test_they_fit(playlists: list[str], artists: list[str]) -> None:
    types, size = parsed(playlists, artists)
    assert sum(map(len, types.values())) <= ENTITIES
    assert size <= ROOM * 2  # quotes and backslashes are escaped in JSON


@pytest.mark.parametrize("name", ["ディープ" * 20, "a" * 500, '"' * 60])
def test_long_names_leave_room(name: str) -> None:
    _, size = parsed([f"{n} {name}" for n in range(100)], [])
    assert size <= 2 * ROOM
