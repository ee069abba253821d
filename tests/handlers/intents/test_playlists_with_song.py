""" "Which playlist has …?" """

import pytest

from handlers.intents.playlists_with_song import likeliest_first, next_step
from providers.errors import Forbidden, NotFound, ProviderError, RateLimited
from providers.music import Playlist
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, items, playlist, track


@pytest.fixture
def searchable(collection: Collection) -> Collection:
    song = track("Yesterday", "The Beatles")
    collection.contents["id-Gym"] = items(track("Run"), song)
    collection.contents["id-Rain"] = items(song)
    collection.contents["id-Café"] = items(track("Solo", "Me"))
    return collection


@pytest.mark.parametrize("heard", ["solo", "solo by me"])
async def test_on_one(alexa: Alexa, searchable: Collection, heard: str) -> None:
    reply = await alexa.says("WhichPlaylistIntent", song=heard)
    assert " on Café" in reply.speech
    assert "all 7 playlists you made or edit" in reply.speech
    opened = await alexa.says("AMAZON.YesIntent")
    assert "Solo by Me" in opened.speech


async def test_on_several(alexa: Alexa, searchable: Collection) -> None:
    assert "Gym" in (await alexa.says("WhichPlaylistIntent", song="beatles")).speech
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "Gym and Rain" in reply.speech
    second = await alexa.says("SelectIntent", number="2")
    assert "Here's Rain" in second.speech or "Rain has" in second.speech


@pytest.mark.parametrize(
    ("intent", "slot"), [("OtherArtistIntent", "performer"), ("CorrectIntent", "name")]
)
@pytest.mark.usefixtures("searchable")
async def test_and_another_song(alexa: Alexa, intent: str, slot: str) -> None:
    await alexa.says("WhichPlaylistIntent", song="yesterday")
    reply = await alexa.says(intent, **{slot: "solo"})
    assert " on Café" in reply.speech


async def test_more_than_can_be_said(alexa: Alexa, searchable: Collection) -> None:
    everywhere = items(track("Yesterday", "The Beatles"))
    searchable.contents = {one.id: everywhere for one in searchable.shelf}
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "Deep Focus, Sunday Roast, and 90s R&B <3, and on 4 more" in reply.speech


async def test_on_none(alexa: Alexa, searchable: Collection) -> None:
    reply = await alexa.says("WhichPlaylistIntent", song="tomorrow")
    assert "couldn't find tomorrow" in reply.speech
    assert reply.open


@pytest.mark.parametrize("slot", [None, "", "  "])
async def test_which_song(alexa: Alexa, slot: str | None) -> None:
    reply = await alexa.says("WhichPlaylistIntent", song=slot)
    assert "Which song" in reply.speech
    assert reply.open


def many(count: int, **values: object) -> tuple[Playlist, ...]:
    return tuple(playlist(f"Own {n}", **values) for n in range(count))


async def test_the_search_goes_on_with_yes_to_the_end(
    alexa: Alexa, collection: Collection
) -> None:
    theirs = tuple(playlist(f"Their {n}", mine=False) for n in range(5))
    collection.shelf = (*theirs, *many(182, size=80))
    collection.contents = {"id-Own 181": items(track("Yesterday"))}
    first = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "haven't found yesterday yet" in first.speech
    assert "20 of the 182 you" in first.speech
    assert first.speech.endswith("Shall I keep looking?")
    assert collection.calls.count("playlist_items") == 20  # two calls of Spotify's each
    second = await alexa.says("AMAZON.YesIntent")
    assert "80 of the 182 you" in second.speech
    third = await alexa.says("AMAZON.NextIntent")
    assert "140 of the 182 you" in third.speech
    fourth = await alexa.says("KeepLookingIntent")
    assert "found yesterday on Own 181" in fourth.speech
    assert "all 182 playlists" in fourth.speech
    assert collection.calls.count("playlist_items") == 182


async def test_the_end_of_the_search_is_told(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = many(60, size=3)
    await alexa.says("WhichPlaylistIntent", song="yesterday")
    last = await alexa.says("AMAZON.YesIntent")
    assert "couldn't find yesterday. I looked through all 60 playlists" in last.speech
    assert "go on" not in last.speech


async def test_the_others_are_read_and_then_looked_for(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = many(70, size=50)
    places = (*range(7), 65)
    collection.contents = {f"id-Own {n}": items(track("Yesterday")) for n in places}
    first = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "Own 0, Own 1, and Own 2, and so far on 4 more" in first.speech
    assert "Own 3, Own 4, and Own 5" in (await alexa.says("AMAZON.NextIntent")).speech
    assert "Own 6" in (await alexa.says("AMAZON.MoreIntent")).speech
    assert collection.calls.count("playlist_items") == 20
    also = await alexa.says("AMAZON.NextIntent")
    assert "yesterday is also on Own 65" in also.speech
    assert "all 70 playlists" in also.speech
    last = await alexa.says("KeepLookingIntent")
    assert "everywhere I found yesterday" in last.speech


async def test_one_of_those_that_were_found_is_opened(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = many(9, size=50)
    collection.contents = {f"id-Own {n}": items(track("Me")) for n in range(5)}
    await alexa.says("WhichPlaylistIntent", song="me")
    assert "Own 4" in (await alexa.says("SelectIntent", number="5")).speech
    assert "Own 0, Own 1" in (await alexa.says("AMAZON.PreviousIntent")).speech
    collection.shelf = many(0)
    gone = await alexa.says("AMAZON.RepeatIntent")
    assert "can't find those playlists any more" in gone.speech


async def test_another_song_may_be_searched_on_for(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = many(50, size=3)
    for song in ("yesterday", "tomorrow", "solo"):
        reply = await alexa.says("WhichPlaylistIntent", song=song)
        assert reply.speech.startswith(f"I haven't found {song} yet")
        assert reply.speech.endswith("Shall I keep looking?")


async def test_the_song_at_a_place_of_the_list(
    alexa: Alexa, searchable: Collection
) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    reply = await alexa.says("WhichPlaylistIntent", song="the second one")
    assert reply.speech.startswith("I found Yesterday on Gym and Rain")
    alexa.attributes = {}
    reply = await alexa.says("WhichPlaylistIntent", song="the second one")
    assert "the second one" in reply.speech


async def test_of_a_song_in_focus_no_other_with_its_title(
    alexa: Alexa, searchable: Collection
) -> None:
    searchable.contents["id-Café"] = items(track("Yesterday", "Somebody Else"))
    await alexa.says("OpenPlaylistIntent", playlist="gym")
    reply = await alexa.says("WhichPlaylistIntent", song="the second one")
    assert reply.speech.startswith("I found Yesterday on Gym and Rain")
    reply = await alexa.says("OnPlaylistIntent", song="it", playlist="café")
    assert "Somebody Else" not in reply.speech
    alexa.attributes = {}
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "Café" in reply.speech


async def test_no_ends_the_search(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = many(30, size=80)
    await alexa.says("WhichPlaylistIntent", song="yesterday")
    await alexa.says("AMAZON.NoIntent")
    await alexa.says("AMAZON.YesIntent")
    assert collection.calls.count("playlist_items") == 20


async def test_long_playlists_take_more_calls_each(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = many(12, size=480)
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert collection.calls.count("playlist_items") == 4
    assert "4 of the 12 you" in reply.speech


async def test_a_playlist_that_is_read_in_part_is_not_searched(
    alexa: Alexa, searchable: Collection
) -> None:
    searchable.missing["playlist_items"] = 600
    reply = await alexa.says("WhichPlaylistIntent", song="tomorrow")
    assert "I looked through 0 of the 7 you" in reply.speech
    found = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "Gym and Rain" in found.speech


async def test_a_list_of_playlists_that_is_read_in_part_is_told(
    alexa: Alexa, searchable: Collection
) -> None:
    searchable.missing["playlists"] = 3
    reply = await alexa.says("WhichPlaylistIntent", song="tomorrow")
    assert "7 of the 10 you" in reply.speech


async def test_a_library_that_changes_between_two_answers(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = many(30, size=80)
    await alexa.says("WhichPlaylistIntent", song="yesterday")
    collection.shelf = (playlist("Brand New", size=3), *collection.shelf)
    await alexa.says("AMAZON.YesIntent")
    assert collection.calls.count("playlist_items") == 30
    collection.shelf = many(30, size=80)
    await alexa.says("WhichPlaylistIntent", song="yesterday")
    collection.shelf = many(10, size=80)  # the place is gone
    reply = await alexa.says("AMAZON.YesIntent")
    assert "couldn't find yesterday" in reply.speech


@pytest.mark.parametrize(
    "bent",
    [
        None,
        {"heard": 7},
        {"heard": "x" * 500},
        {"heard": "yesterday", "at": 99_999, "searched": 99_999, "refused": 99_999},
        {"heard": "yesterday", "last": "nobody", "at": 3},
    ],
)
async def test_a_search_that_was_bent_by_hand(
    alexa: Alexa, searchable: Collection, bent: object
) -> None:
    question = {"kind": "confirm", "purpose": "search", "ids": ["nobody"]}
    alexa.attributes = {"question": question, "search": bent}
    reply = await alexa.says("AMAZON.YesIntent")
    assert reply.speech
    assert reply.turn.outcome == "answered"


def test_likeliest_first() -> None:
    shelf = (
        playlist("Chill", mine=False, collaborative=True),
        playlist("Theirs", mine=False),
        playlist("Rock"),
        playlist("Unknown", mine=None),
        playlist("Best of the Beatles", mine=False, collaborative=True),
        playlist("Gym"),
    )
    ordered = likeliest_first(shelf, "Yesterday by The Beatles", "en")
    names = ["Best of the Beatles", "Rock", "Gym", "Chill", "Unknown"]
    assert [one.name for _, one in ordered] == names
    assert [number for number, _ in ordered] == [5, 3, 6, 1, 4]


@pytest.mark.parametrize(
    ("sizes", "count"),
    [
        *(((), 0), ((0,) * 30, 20), ((50,) * 30, 20), ((51,) * 30, 20)),
        *(((101,) * 30, 13), ((9_999,) * 9, 4), ((None,) * 9, 4)),
        ((500, 500, 500, 500, 1), 4),
    ],
)
def test_a_step_is_bounded(sizes: tuple[int | None, ...], count: int) -> None:
    shelf = [(n, playlist(f"Own {n}", size=size)) for n, size in enumerate(sizes, 1)]
    assert len(next_step(shelf, 40)) == count


async def test_none_of_ones_own(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = (playlist("Theirs", mine=False),)
    reply = await alexa.says("WhichPlaylistIntent", song="solo")
    assert "no playlists, because none are yours" in reply.speech


async def test_playlists_of_unknown_owners_are_searched(
    alexa: Alexa, collection: Collection
) -> None:
    shelf = tuple(playlist(f"List {n}", mine=None, owner=None) for n in range(3))
    collection.shelf = shelf
    collection.contents = {shelf[1].id: items(track("Yesterday"))}
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert " on List 1" in reply.speech
    assert "all 3 playlists" in reply.speech


@pytest.mark.parametrize("error", [Forbidden(), NotFound()])
async def test_an_unknown_owners_that_is_refused_is_somebody_elses(
    alexa: Alexa, collection: Collection, error: ProviderError
) -> None:
    collection.shelf = (playlist("A", mine=None), playlist("B", mine=None))
    collection.fails["playlist_items"] = error
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "none are yours" in reply.speech
    assert reply.open


async def test_one_that_fails_is_not_counted(
    alexa: Alexa, searchable: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = searchable.playlist_items

    async def some(listener: object, one: object) -> object:
        if getattr(one, "name", "") == "Gym":
            raise Forbidden
        return await whole(listener, one)  # type: ignore[arg-type]

    monkeypatch.setattr(searchable, "playlist_items", some)
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert " on Rain" in reply.speech
    assert "6 of the 7" in reply.speech


async def test_all_of_them_failing(alexa: Alexa, searchable: Collection) -> None:
    searchable.fails["playlist_items"] = RateLimited(60)
    reply = await alexa.says("WhichPlaylistIntent", song="yesterday")
    assert "slow down" in reply.speech


async def test_words_that_name_no_song_leave_the_one_that_was_named(
    alexa: Alexa,
) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="Gym")
    focus = alexa.attributes["focus"]
    reply = await alexa.says("WhichPlaylistIntent", song="can you tell me if i have it")
    assert "couldn't find" not in reply.speech
    assert alexa.attributes["focus"] == focus
