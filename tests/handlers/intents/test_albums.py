""" "What's on this album?": the album of the song that "it" means, page by page."""

import pytest

from providers.errors import NotFound, Unavailable
from providers.music import Album, Artist, NowPlaying
from tests.handlers.alexa import Alexa, said
from tests.handlers.collection import Collection, items, track

FIRST = {"position": said("first", "1")}
JONI = Artist("artist-Joni", "Joni")
CLOUDS = Album(
    "clouds", "Clouds", (JONI,), released="1969-05-01", image="https://i.scdn.co/c"
)
SONGS = (
    *(
        track(title, "Joni", album=CLOUDS)
        for title in ("Tin Angel", "Chelsea", "Roses")
    ),
    track("The Gallery", "Joni", "Judy", album=CLOUDS),
)


@pytest.fixture
def on_the_song(alexa: Alexa, collection: Collection) -> Alexa:
    """Deep Focus holds the album's songs."""
    collection.contents["id-Deep Focus"] = items(*SONGS)
    return alexa


async def opened(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("SelectIntent", **FIRST)


async def test_the_songs_album_is_read_in_pages(on_the_song: Alexa) -> None:
    alexa = on_the_song
    await opened(alexa)
    first = await alexa.says("AlbumTracksIntent")
    assert "Clouds has 4 tracks, 12 minutes" in first.speech
    assert "Tin Angel, Chelsea, and Roses." in first.speech
    assert "The Gallery by Joni with Judy" in first.card  # more lines than are spoken
    last = await alexa.says("AMAZON.NextIntent")
    assert "The Gallery by Joni with Judy" in last.speech
    chosen = await alexa.says("SelectIntent", **FIRST)
    assert "The Gallery" in chosen.speech
    assert "from the album Clouds" in chosen.speech


async def test_it_is_the_album_then(on_the_song: Alexa) -> None:
    alexa = on_the_song
    await opened(alexa)
    await alexa.says("AlbumTracksIntent")
    assert alexa.attributes["focus"]["kind"] == "album"
    assert "Joni, released in 1969" in (await alexa.says("PlaylistOwnerIntent")).speech
    long = await alexa.says("PlaylistLengthIntent")
    assert "Clouds has 4 tracks, 12 minutes" in long.speech
    assert "album Clouds by Joni" in (await alexa.says("PlayIntent")).speech
    again = await alexa.says("OpenPlaylistIntent", playlist=None)
    assert "Clouds has 4 tracks" in again.speech
    back = await alexa.says("AMAZON.PreviousIntent")
    assert "Deep Focus" in back.speech or "Tin Angel by Joni" in back.speech


async def test_the_album_of_what_plays(
    on_the_song: Alexa, collection: Collection
) -> None:
    collection.plays_now = NowPlaying("track", SONGS[0])
    reply = await on_the_song.says("AlbumTracksIntent")
    assert "Clouds has 4 tracks, 12 minutes" in reply.speech


async def test_no_album_is_known(alexa: Alexa, collection: Collection) -> None:
    collection.plays_now = NowPlaying("ad")
    assert "which album" in (await alexa.says("AlbumTracksIntent")).speech
    collection.contents["id-Deep Focus"] = items(track("A file", "Ada", local=True))
    await opened(alexa)
    assert "which album" in (await alexa.says("AlbumTracksIntent")).speech


async def test_an_album_of_which_nothing_is_listed(
    on_the_song: Alexa, collection: Collection
) -> None:
    alexa = on_the_song
    await opened(alexa)
    collection.contents["id-Deep Focus"] = items(
        track("Tin Angel", "Joni", album=Album("other", "Clouds"))
    )
    await alexa.says("AlbumTracksIntent")
    collection.contents["id-Deep Focus"] = items(track("Other"))
    assert "songs on that album" in (await alexa.says("AMAZON.RepeatIntent")).speech


@pytest.mark.parametrize("error", [NotFound(), Unavailable()])
async def test_an_album_that_cannot_be_read(
    on_the_song: Alexa, collection: Collection, error: Exception
) -> None:
    await opened(on_the_song)
    collection.fails["album_tracks"] = error  # type: ignore[assignment]
    reply = await on_the_song.says("AlbumTracksIntent")
    assert reply.speech
    assert "Clouds" not in reply.speech
    assert "songs on that album" not in reply.speech
