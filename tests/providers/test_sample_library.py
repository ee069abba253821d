"""The sample shelf: small, whole, and a library like any other."""

import asyncio
from datetime import UTC, datetime

import pytest

from providers.errors import NotFound
from providers.library import Library
from providers.listener import Listener
from providers.music import Playlist
from providers.sample_library import SAMPLE_TOKEN, LibraryRouter, SampleLibrary
from providers.secret import Secret
from providers.timeouts import Deadline
from providers.turn import Turn

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def shelf() -> Library:
    return SampleLibrary(lambda: NOW)


@pytest.fixture
async def visitor() -> Listener:
    return listener(SAMPLE_TOKEN)


def listener(token: Secret) -> Listener:
    clock = asyncio.get_running_loop().time
    return Listener(Secret("v"), token, Deadline.after(6.5, clock), Turn(clock))


async def test_playlists_and_what_is_on_them(shelf: Library, visitor: Listener) -> None:
    playlists = await shelf.playlists(visitor)
    assert playlists.total == len(playlists.items) == 7
    for playlist in playlists.items:
        found = await shelf.playlist_items(visitor, playlist)
        assert found.total == playlist.size
        assert all(item.track.duration_ms for item in found.items)
    with pytest.raises(NotFound):
        await shelf.playlist_items(visitor, Playlist("else", "Else"))


async def test_taste(shelf: Library, visitor: Listener) -> None:
    assert (await shelf.account(visitor)).name is None
    artists = (await shelf.top_artists(visitor, "weeks")).items
    assert artists[0].genres
    tracks = (await shelf.top_tracks(visitor, "years")).items
    plays = (await shelf.recent_plays(visitor)).items
    assert [play.played_at for play in plays] == sorted(
        (play.played_at for play in plays), reverse=True
    )
    assert all(play.played_at < NOW for play in plays)
    saved = (await shelf.saved_tracks(visitor)).items
    ids = [str(one.track.id) for one in saved]
    assert await shelf.saved_among(visitor, [*ids, "else"]) == set(ids)
    assert (await shelf.saved_albums(visitor)).items == ()
    assert {a.id for a in (await shelf.followed_artists(visitor)).items}
    assert await shelf.track(visitor, str(tracks[0].id)) == tracks[0]
    with pytest.raises(NotFound):
        await shelf.track(visitor, "else")


async def test_artists_and_albums(shelf: Library, visitor: Listener) -> None:
    artist = (await shelf.top_artists(visitor, "weeks")).items[0]
    assert await shelf.artist(visitor, str(artist.id)) == artist
    albums = (await shelf.artist_albums(visitor, str(artist.id), ["album"])).items
    assert albums[0].artists == (artist,)
    tracks = (await shelf.album_tracks(visitor, str(albums[0].id))).items
    assert len(tracks) == albums[0].size
    assert (await shelf.artist_albums(visitor, str(artist.id), ["single"])).total == 0
    assert (await shelf.artist_albums(visitor, "else", ["album"])).total == 0


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
    shelf: Library, visitor: Listener, query: str, title: str
) -> None:
    found = await shelf.search(visitor, query, ["track", "artist"], 50)
    assert title in [track.title for track in found.tracks]
    assert found.artists
    assert len((await shelf.search(visitor, query, ["track"], 1)).tracks) == 1
    assert (await shelf.search(visitor, query, ["artist"])).tracks == ()


async def test_nothing_is_found(shelf: Library, visitor: Listener) -> None:
    found = await shelf.search(visitor, "nothing of the kind", ["track", "artist"])
    assert found.tracks == ()
    assert found.artists == ()


async def test_the_door_tells_visitors_from_owners(visitor: Listener) -> None:
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
    linked = listener(Secret("the sample shelf"))
    for name in methods:
        await getattr(door, name)(visitor, *arguments.get(name, ()))
    assert asked == []
    for name in methods:
        assert await getattr(door, name)(linked, *arguments.get(name, ())) == name
    assert asked == methods
