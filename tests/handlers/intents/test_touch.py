"""Touches: the same answers as to words, whatever comes back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from providers.music import NowPlaying
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, items, playlist, track
from tests.handlers.screens import drawn, watching

ABSURD: tuple[list[object], ...] = (
    [],
    ["choose"],
    ["choose", "playlists", None, -1, "id-Gym"],
    ["choose", "nothing-of-ours", None, 1, "id-Gym"],
    ["choose", "playlists", None, 1, "x" * 500],
    ["choose", "playlists", None, 10**30, "id-Gym"],
    ["choose", {"kind": "playlists"}, [], {}, None],
    ["turn", 7],
    ["turn", "often"],
    ["list", "nothing-of-ours"],
    ["do", "everything"],
    ["do", {"$ne": None}],
    [None, 1, True],
    [["choose", "playlists", None, 1, "id-Gym"]],
)


@pytest.fixture
def touched(alexa: Alexa, collection: Collection) -> Alexa:
    return watching(alexa, collection)


async def test_a_row_is_opened_as_by_voice(touched: Alexa) -> None:
    listed = drawn(await touched.says("ListPlaylistsIntent"))
    assert listed is not None
    reply = await touched.touches(*listed["rows"][0]["arguments"])
    assert "Deep Focus" in reply.speech
    assert "An Ending by Brian Eno" in reply.speech
    opened = drawn(reply)
    assert opened is not None
    assert opened["name"] == "playlist"


async def test_a_row_beyond_the_spoken_page_can_be_touched(touched: Alexa) -> None:
    listed = drawn(await touched.says("OpenPlaylistIntent", playlist="deep focus"))
    assert listed is not None
    reply = await touched.touches(*listed["rows"][4]["arguments"])
    assert "Number 5 is Strobe by deadmau5" in reply.speech


async def test_what_is_shown_may_be_named_too(touched: Alexa) -> None:
    await touched.says("OpenPlaylistIntent", playlist="deep focus")
    reply = await touched.says("OpenPlaylistIntent", playlist="strobe")
    assert "Number 5 is Strobe" in reply.speech


async def test_numbers_may_come_back_as_text(touched: Alexa) -> None:
    reply = await touched.touches("choose", "playlists", None, "1", "id-Deep Focus")
    assert "Deep Focus" in reply.speech


async def test_an_item_that_moved_is_found(
    touched: Alexa, collection: Collection
) -> None:
    listed = drawn(await touched.says("ListPlaylistsIntent"))
    assert listed is not None
    collection.shelf = (playlist("New"), *collection.shelf)
    reply = await touched.touches(*listed["rows"][0]["arguments"])
    assert "Deep Focus" in reply.speech


async def test_of_two_alike_the_touched_one(
    touched: Alexa, collection: Collection
) -> None:
    again = track("Again", "Her")
    collection.contents["id-Gym"] = items(again, track("Other"), again)
    reply = await touched.touches("choose", "tracks", "id-Gym", 3, "track-Again")
    assert "Number 3 is Again" in reply.speech


@pytest.mark.parametrize("kind", ["playlists", "picks", "playlist-picks", "recent"])
async def test_an_item_that_is_gone_is_explained(touched: Alexa, kind: str) -> None:
    reply = await touched.touches("choose", kind, None, 2, "gone")
    assert "isn't there any more" in reply.speech
    assert reply.open


async def test_an_item_of_a_playlist_that_is_gone_is_explained(touched: Alexa) -> None:
    reply = await touched.touches("choose", "tracks", "gone", 1, "track-Says")
    assert "cannot find that any more" in reply.speech
    assert reply.open


async def test_a_touch_turns_the_page_of_the_screen(
    touched: Alexa, collection: Collection
) -> None:
    """Voice and touch move the same cursor; a page that is read out is shorter."""
    collection.shelf = tuple(playlist(f"List {n:02}") for n in range(1, 21))
    await touched.says("ListPlaylistsIntent")
    assert "List 09" in (await touched.touches("turn", 1)).speech
    assert "List 12" in (await touched.says("AMAZON.NextIntent")).speech
    assert "List 04" in (await touched.touches("turn", -1)).speech
    assert "List 12" in (await touched.touches("turn", 1)).speech
    assert "List 20" in (await touched.touches("turn", 1)).speech
    assert "end of the list" in (await touched.touches("turn", 1)).speech


@pytest.mark.parametrize(
    ("count", "pages"), [(1, []), (8, []), (9, [["turn", 1]]), (20, [["turn", 1]])]
)
async def test_the_next_page_is_offered_where_there_is_one(
    touched: Alexa, collection: Collection, count: int, pages: list[list[object]]
) -> None:
    collection.shelf = tuple(playlist(f"List {n:02}") for n in range(count))
    listed = drawn(await touched.says("ListPlaylistsIntent"))
    assert listed is not None
    assert [row["arguments"] for row in listed["buttons"]] == pages


async def test_turning_without_a_list_explains_itself(touched: Alexa) -> None:
    assert "not reading a list" in (await touched.touches("turn", 1)).speech


async def test_the_greetings_buttons_do_what_they_say(touched: Alexa) -> None:
    greeting = drawn(await touched.opens())
    assert greeting is not None
    recommend, playlists, recent = (row["arguments"] for row in greeting["choices"])
    assert "Sunday Roast" in (await touched.touches(*playlists)).speech
    picks = drawn(await touched.touches(*recommend))
    assert picks is not None
    assert picks["name"] == "song"
    assert (await touched.touches(*recent)).open


async def test_a_pick_is_told_about(touched: Alexa) -> None:
    picks = drawn(await touched.says("RecommendIntent"))
    assert picks is not None
    reply = await touched.touches(*picks["rows"][0]["arguments"])
    assert "Number 1 is" in reply.speech
    assert picks["rows"][0]["reason"].removesuffix(".").lower() in reply.speech.lower()


async def test_another_pick_at_a_touch(touched: Alexa, collection: Collection) -> None:
    songs = [track(f"Song {n}", f"Artist {n}") for n in range(9)]
    collection.tracks["months"] = tuple(songs)
    first = drawn(await touched.says("RecommendIntent"))
    assert first is not None
    for place in (1, 2):  # the other two of the same screen are spoken first
        same = drawn(await touched.touches(*first["buttons"][1]["arguments"]))
        assert same is not None
        assert same["rows"] == first["rows"][place:] + first["rows"][:place]
    second = drawn(await touched.touches(*first["buttons"][1]["arguments"]))
    assert second is not None
    assert second["name"] == "song"
    titles = {row["title"] for row in first["rows"]}
    assert titles.isdisjoint(row["title"] for row in second["rows"])


async def test_the_pick_that_was_touched_is_large(
    touched: Alexa, collection: Collection
) -> None:
    collection.tracks["months"] = tuple(track(f"Song {n}", f"By {n}") for n in range(9))
    first = drawn(await touched.says("RecommendIntent"))
    assert first is not None
    chosen = first["rows"][1]
    reply = await touched.touches(*chosen["arguments"])
    screen = drawn(reply)
    assert screen is not None
    assert "Number 2 is" in reply.speech
    assert screen["rows"][0] == chosen


async def test_why_at_a_touch_is_why_in_words(
    touched: Alexa, collection: Collection
) -> None:
    collection.tracks["months"] = tuple(track(f"Song {n}", f"By {n}") for n in range(9))
    picks = drawn(await touched.says("RecommendIntent"))
    assert picks is not None
    reply = await touched.touches("do", "why")
    assert "because" in reply.speech.lower()
    liked = await touched.says("AMAZON.YesIntent")
    assert picks["rows"][1]["title"] in liked.speech


async def test_more_like_what_plays(touched: Alexa, collection: Collection) -> None:
    collection.plays_now = NowPlaying("track", track("Says", "Nils Frahm"))
    playing = drawn(await touched.says("NowPlayingIntent"))
    assert playing is not None
    assert playing["name"] == "playing"
    assert playing["title"] == "Now playing"
    details = await touched.touches(*playing["rows"][0]["arguments"])
    assert "Says" in details.speech
    reply = await touched.touches(*playing["buttons"][0]["arguments"])
    assert reply.open


async def test_the_demo_begins_at_a_touch(touched: Alexa) -> None:
    touched.unlinks()
    linking = drawn(await touched.opens())
    assert linking is not None
    reply = await touched.touches(*linking["buttons"][0]["arguments"])
    assert reply.open
    assert drawn(await touched.says("ListPlaylistsIntent")) is not None


async def test_a_touch_without_a_link_is_sent_to_link(touched: Alexa) -> None:
    touched.unlinks()
    assert (await touched.touches("list", "playlists")).links


@pytest.mark.parametrize("arguments", ABSURD)
async def test_absurd_arguments_are_answered(
    touched: Alexa, arguments: list[object]
) -> None:
    reply = await touched.touches(*arguments)
    assert reply.open
    assert reply.turn.outcome == "answered"


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
_words = st.sampled_from(["choose", "turn", "list", "do", "tracks", "top-artists"])


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(arguments=st.lists(_words | _json, max_size=6))
async def test_nothing_that_comes_back_fails(
    touched: Alexa, arguments: list[object]
) -> None:
    reply = await touched.touches(*arguments)
    assert reply.speech
    assert reply.turn.outcome != "failed"
