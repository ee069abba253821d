"""The sample library: small, whole, and a library like any other."""

import asyncio
from datetime import UTC, datetime

import pytest

from providers.deadline import Deadline
from providers.errors import NotFound
from providers.library import Library
from providers.listener import Listener
from providers.music import Playlist
from providers.sample_library import SAMPLE_TOKEN, LibraryRouter, SampleLibrary
from providers.secret import Secret
from providers.turn_telemetry import Turn

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def library() -> Library:
    return SampleLibrary(lambda: NOW)


@pytest.fixture
async def listener() -> Listener:
    return listener_with(SAMPLE_TOKEN)


def listener_with(token: Secret) -> Listener:
    clock = asyncio.get_running_loop().time
    return Listener(Secret("v"), token, Deadline.after(6.5, clock), Turn(clock))


async def test_playlists_and_their_items(library: Library, listener: Listener) -> None:
    playlists = await library.playlists(listener)
    assert playlists.total == len(playlists.items) == 7
    for playlist in playlists.items:
        found = await library.playlist_items(listener, playlist)
        assert found.total == playlist.size
        assert all(item.track.duration_ms for item in found.items)
    with pytest.raises(NotFound):
        await library.playlist_items(listener, Playlist("else", "Else"))


async def test_taste(library: Library, listener: Listener) -> None:
    assert (await library.account(listener)).name is None
    artists = (await library.top_artists(listener, "weeks")).items
    assert artists[0].genres
    tracks = (await library.top_tracks(listener, "years")).items
    plays = (await library.recent_plays(listener)).items
    assert [play.played_at for play in plays] == sorted(
        (play.played_at for play in plays), reverse=True
    )
    assert all(play.played_at < NOW for play in plays)
    saved = (await library.saved_tracks(listener)).items
    ids = [str(one.track.id) for one in saved]
    assert await library.saved_among(listener, [*ids, "else"]) == set(ids)
    assert (await library.saved_albums(listener)).items == ()
    assert {a.id for a in (await library.followed_artists(listener)).items}
    assert await library.track(listener, str(tracks[0].id)) == tracks[0]
    with pytest.raises(NotFound):
        await library.track(listener, "else")


async def test_artists_and_albums(library: Library, listener: Listener) -> None:
    artist = (await library.top_artists(listener, "weeks")).items[0]
    assert await library.artist(listener, str(artist.id)) == artist
    albums = (await library.artist_albums(listener, str(artist.id), ["album"])).items
    assert albums[0].artists == (artist,)
    tracks = (await library.album_tracks(listener, str(albums[0].id))).items
    assert len(tracks) == albums[0].size
    assert (
        await library.artist_albums(listener, str(artist.id), ["single"])
    ).total == 0
    assert (await library.artist_albums(listener, "else", ["album"])).total == 0


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ('artist:"Scott Joplin"', "The Entertainer"),
        ('genre:"ragtime"', "The Entertainer"),
        ('track:"Winter Wind"', "Winter Wind"),
        ('genre:"ballet" year:1800-1900', "Trepak"),
        ('album:"Carmen"', "Habanera"),
        ("clair de lune", "Clair de lune"),
    ],
)
async def test_search(
    library: Library, listener: Listener, query: str, title: str
) -> None:
    found = await library.search(listener, query, ["track", "artist"], 50)
    assert title in [track.title for track in found.tracks]
    assert found.artists
    assert len((await library.search(listener, query, ["track"], 1)).tracks) == 1
    assert (await library.search(listener, query, ["artist"])).tracks == ()


async def test_nothing_is_found(library: Library, listener: Listener) -> None:
    found = await library.search(listener, "nothing of the kind", ["track", "artist"])
    assert found.tracks == ()
    assert found.artists == ()


async def test_the_door_tells_visitors_from_owners(listener: Listener) -> None:
    asked: list[str] = []

    class Own:
        def __getattr__(self, name: str) -> object:
            async def answer(*_: object) -> str:
                asked.append(name)
                return name

            return answer

    own: object = Own()
    door = LibraryRouter(own, SampleLibrary(lambda: NOW))  # type: ignore[arg-type]
    methods = [name for name in vars(Library) if not name.startswith("_")]
    arguments: dict[str, tuple[object, ...]] = {
        "playlist_items": (Playlist("sample-workout", "Workout"),),
        "page_of_items": (Playlist("sample-workout", "Workout"), "last"),
        "top_artists": ("weeks",),
        "top_tracks": ("weeks",),
        "artist": ("sample-erik-satie",),
        "artist_albums": ("sample-erik-satie", ["album"]),
        "album_tracks": ("sample-carmen",),
        "track": ("sample-habanera",),
        "search": ("jazz", ["track"]),
        "saved_among": (["x"],),
        "known_contents": ([],),
    }
    linked = listener_with(Secret("the sample shelf"))
    for name in methods:
        await getattr(door, name)(listener, *arguments.get(name, ()))
    assert asked == []
    for name in methods:
        assert await getattr(door, name)(linked, *arguments.get(name, ())) == name
    assert asked == methods
