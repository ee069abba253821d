"""What is known of a song or an artist that is named; "the one after"."""

import pytest

from providers.errors import Unavailable
from providers.music import Album, Artist, Found
from tests.handlers.alexa import Alexa, said
from tests.handlers.collection import Collection, items, track

AFTER = {"neighbour": said("the one after", "after")}
BEFORE = {"neighbour": said("the one before", "before")}
SPACES = Album("album-9", "Spaces", released="2013-11-19")
FRAHM = Artist("f1", "Nils Frahm", genres=("classical",))


@pytest.fixture(autouse=True)
def catalogue(collection: Collection) -> Collection:
    """A catalogue with one song and its artist, whom the listener does not have."""
    says = track("Says", "Nils Frahm", album=SPACES, minutes=8)
    collection.found = Found(artists=(FRAHM,), tracks=(says,))
    collection.albums = {"f1": (SPACES,)}
    return collection


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("SongFactsIntent", {"song": "says"}),
        ("SongFactsIntent", {"song": "says by nils frahm"}),
        ("PlaylistLengthIntent", {"playlist": "says"}),
        ("PlaylistOwnerIntent", {"playlist": "says"}),
    ],
)
async def test_a_song_that_the_listener_need_not_have(
    alexa: Alexa, intent: str, slots: dict[str, str]
) -> None:
    reply = await alexa.says(intent, **slots)
    facts = "Says by Nils Frahm, from the album Spaces, released in 2013."
    assert f"{facts} It runs for 8 minutes" in reply.speech


async def test_a_song_of_the_page(alexa: Alexa, catalogue: Collection) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    reply = await alexa.says("SongFactsIntent", song="the second one")
    assert "Avril 14th by Aphex Twin" in reply.speech
    assert "An Ending" in (await alexa.says("SongFactsIntent", song="an ending")).speech
    assert "search" not in catalogue.calls


async def test_the_first_one_is_what_was_named_first(
    alexa: Alexa, catalogue: Collection
) -> None:
    familiar = track("Familiar", "Nils Frahm", album=SPACES)
    catalogue.contents = {**catalogue.contents, "albums": items(familiar)}
    await alexa.says("NewByArtistIntent", performer="nils frahm")
    reply = await alexa.says("PlaylistLengthIntent", playlist="the first one")
    assert "Spaces has one track" in reply.speech
    reply = await alexa.says("PlaylistLengthIntent", playlist="the second one")
    assert reply.speech == "Which playlist do you mean?"


async def test_no_such_song_and_no_song_at_all(alexa: Alexa) -> None:
    assert "Nothing is playing" in (await alexa.says("SongFactsIntent")).speech
    for slots in ({"song": "purple elephants"}, {}):
        reply = await alexa.says("SongFactsIntent", **slots)
        assert "purple elephants" in reply.speech
        assert reply.open


async def test_a_name_is_no_playlist_where_the_search_is_out(
    alexa: Alexa, catalogue: Collection
) -> None:
    catalogue.fails["search"] = Unavailable()
    reply = await alexa.says("PlaylistLengthIntent", playlist="says")
    assert "says" in reply.speech
    assert "Which one?" in reply.speech


async def test_an_artist(alexa: Alexa) -> None:
    reply = await alexa.says("ArtistFactsIntent", performer="nils frahm")
    assert "Nils Frahm, known for" in reply.speech
    assert "Spaces, from 2013" in reply.speech


async def test_the_artist_in_focus_of_whom_no_genre_is_known(
    alexa: Alexa, catalogue: Collection
) -> None:
    catalogue.followed = (Artist("artist-Nils Frahm", "Nils Frahm"),)
    await alexa.says("SongFactsIntent", song="says")
    reply = await alexa.says("ArtistFactsIntent")
    assert "I don't know the genre" in reply.speech


async def test_nobody_is_called_so_but_a_playlist(alexa: Alexa) -> None:
    reply = await alexa.says("ArtistFactsIntent", performer="sunday roast")
    assert "Sunday Roast" in reply.speech
    nobody = await alexa.says("ArtistFactsIntent", performer="purple elephants")
    assert "purple elephants" in nobody.speech
    assert "Whom do you mean?" in (await alexa.says("ArtistFactsIntent")).speech


async def test_the_neighbours_of_an_opened_playlist(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("SelectIntent", position=said("second", "2"))
    assert "90s R&B" in (await alexa.says("SelectIntent", **AFTER)).speech
    assert "Sunday Roast" in (await alexa.says("SelectIntent", **BEFORE)).speech
    assert "Deep Focus" in (await alexa.says("SelectIntent", **BEFORE)).speech
    assert "start" in (await alexa.says("SelectIntent", **BEFORE)).speech


async def test_without_a_focus_a_neighbour_is_the_next_page(alexa: Alexa) -> None:
    assert "list" in (await alexa.says("SelectIntent", **AFTER)).speech
    await alexa.says("ListPlaylistsIntent")
    assert "Gym" in (await alexa.says("SelectIntent", **AFTER)).speech


async def test_the_other_one_of_two_and_of_several(
    alexa: Alexa, catalogue: Collection
) -> None:
    other = {"neighbour": said("the other one", "other")}
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("SelectIntent", number="1")
    assert "Number 2 is" in (await alexa.says("SelectIntent", **other)).speech
    await alexa.says("SelectIntent", number="5")
    assert "Number 4 is" in (await alexa.says("SelectIntent", **other)).speech
    await alexa.says("ListPlaylistsIntent")
    assert "Which" in (await alexa.says("SelectIntent", **other)).speech


@pytest.mark.parametrize(
    ("intent", "told"),
    [
        ("PlaylistOwnerIntent", "Nils Frahm, from the album Spaces"),
        ("PlaylistLengthIntent", "9 minutes"),
        ("SongFactsIntent", "Hammers by Nils Frahm"),
    ],
)
async def test_it_is_the_song_that_was_looked_for(
    alexa: Alexa, catalogue: Collection, intent: str, told: str
) -> None:
    hammers = track("Hammers", "Nils Frahm", album=SPACES, minutes=9)
    catalogue.found = Found(artists=(FRAHM,), tracks=(hammers,))
    catalogue.contents = {**catalogue.contents, "albums": items(hammers)}
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("WhichPlaylistIntent", song="hammers")
    assert told in (await alexa.says(intent)).speech
    catalogue.found = Found()
    await alexa.says("WhichPlaylistIntent", song="yesterday")
    reply = await alexa.says(intent)
    assert "can't find a song called yesterday" in reply.speech


async def test_what_was_looked_for_is_no_song_of_another_list(alexa: Alexa) -> None:
    await alexa.says("WhichPlaylistIntent", song="yesterday")
    await alexa.says("ListPlaylistsIntent")
    reply = await alexa.says("PlaylistOwnerIntent")
    assert "Of which song, or which playlist" in reply.speech


async def test_one_of_a_list_of_artists_by_the_number(
    alexa: Alexa, collection: Collection
) -> None:
    artists = tuple(Artist(f"a{n}", f"Band {n}") for n in range(4))
    collection.artists = {"months": artists}
    await alexa.says("TopArtistsIntent")
    chosen = await alexa.says("SelectIntent", position=said("second", "2"))
    assert "Number 2 is Band 1" in chosen.speech
    for number, word in ((1, "first"), (3, "third")):
        reply = await alexa.says("NewByArtistIntent", performer=f"the {word} one")
        assert f"Band {number - 1}" in reply.speech
