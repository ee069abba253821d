"""What stands on the screen, beside what is said."""

from dataclasses import replace
from typing import Any

import pytest

from handlers.responses.screens import ROWS
from providers.errors import LinkExpired
from providers.spotify.ids import SERVICE_LINK
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, items, playlist, track
from tests.handlers.screens import PICTURE, SCREENS, drawn, watching

ASKED = {
    "playlists": "ListPlaylistsIntent",
    "recent": "RecentPlaysIntent",
    "top-artists": "TopArtistsIntent",
    "top-tracks": "TopTracksIntent",
    "releases": "NewReleasesIntent",
    "arrivals": "WhatsNewIntent",
}


@pytest.fixture
def seen(alexa: Alexa, collection: Collection) -> Alexa:
    return watching(alexa, collection)


async def shown(alexa: Alexa, intent: str, **slots: str) -> dict[str, Any]:
    screen = drawn(await alexa.says(intent, **slots))
    assert screen is not None
    return screen


async def test_no_screen_no_document(alexa: Alexa) -> None:
    assert drawn(await alexa.opens()) is None
    for intent in ASKED.values():
        assert drawn(await alexa.says(intent)) is None
    alexa.unlinks()
    assert drawn(await alexa.opens()) is None


@pytest.mark.parametrize("size", SCREENS)
async def test_a_list_on_every_viewport(seen: Alexa, size: str) -> None:
    seen.device = replace(seen.device, screen=SCREENS[size])
    reply = await seen.says("ListPlaylistsIntent")
    screen = drawn(reply)
    assert screen is not None
    assert screen["name"] == "shelf"
    assert (screen["title"], screen["places"]) == ("Your playlists", "")
    rows = screen["rows"]
    assert [row["number"] for row in rows] == [1, 2, 3, 4, 5, 6, 7]
    assert rows[2]["title"] == "90s R&B <3"
    assert "subtitle" not in rows[0]  # the card and the playlist tell its length
    assert all(row["title"] in reply.speech for row in rows[:3])


async def test_the_session_is_what_it_is_without_a_screen(
    alexa: Alexa, seen: Alexa
) -> None:
    assert (await seen.says("ListPlaylistsIntent")).open
    seen.unlinks()
    assert (await seen.says("LinkAccountIntent")).closed


async def test_a_screen_follows_the_voice_through_a_long_list(
    seen: Alexa, collection: Collection
) -> None:
    collection.shelf = tuple(playlist(f"List {n}") for n in range(20))
    first = await shown(seen, "ListPlaylistsIntent")
    assert len(first["rows"]) == ROWS
    assert [one["title"] for one in first["buttons"]] == ["Next page"]
    second = await shown(seen, "AMAZON.NextIntent")
    assert (first["places"], second["places"]) == ("1–8 of 20", "4–11 of 20")
    assert second["rows"][0]["title"] == "List 3"
    titles = [one["title"] for one in second["buttons"]]
    assert titles == ["Previous page", "Next page"]


@pytest.mark.parametrize("kind", ASKED)
async def test_every_list_can_be_shown(seen: Alexa, kind: str) -> None:
    screen = await shown(seen, ASKED[kind])
    assert screen["name"] == "shelf"
    assert screen["source"] == "From Spotify"
    assert screen["link"] == SERVICE_LINK
    assert screen["rows"][0]["arguments"][:2] == ["choose", kind]


async def test_pictures_and_second_lines(seen: Alexa) -> None:
    artist = (await shown(seen, "TopArtistsIntent"))["rows"][0]
    assert (artist["subtitle"], artist["image"]) == ("Ambient and drone", PICTURE)
    songs = (await shown(seen, "TopTracksIntent"))["rows"]
    assert (songs[0]["subtitle"], songs[0]["image"]) == ("Brian Eno (3:00)", PICTURE)
    assert songs[1]["title"] == "Says"
    assert "subtitle" not in songs[1]
    release = (await shown(seen, "NewReleasesIntent"))["rows"][0]
    assert (release["title"], release["image"]) == ("Ambient 1", PICTURE)


async def test_a_playlist_has_its_cover_and_its_own_link(
    seen: Alexa, collection: Collection
) -> None:
    covered = playlist("Covered", image=PICTURE)
    link = f"https://open.spotify.com/playlist/{covered.id}"
    collection.shelf = (covered,)
    collection.contents = {covered.id: items(track("One", "Her"))}
    screen = await shown(seen, "OpenPlaylistIntent", playlist="covered")
    assert screen["name"] == "playlist"
    assert (screen["image"], screen["link"]) == (PICTURE, link)
    assert screen["title"] == "Covered"
    assert screen["hint"] == "One track · 3 minutes · By Ada"
    assert screen["rows"][0]["arguments"] == [
        *("choose", "tracks", covered.id, 1, "track-One")
    ]


async def test_picks_come_with_their_reasons(seen: Alexa) -> None:
    reply = await seen.says("RecommendIntent")
    screen = drawn(reply)
    assert screen is not None
    assert screen["name"] == "song"
    assert screen["title"] == "For you"
    reasons = [row["reason"] for row in screen["rows"]]
    assert reasons[0].removesuffix(".").lower() in reply.speech.lower()
    assert all(reason[:1].isupper() and reason.endswith(".") for reason in reasons)
    buttons = {one["title"]: one["arguments"][1] for one in screen["buttons"]}
    assert buttons == {"Another": "another", "How to hear it": "hear", "Why?": "why"}
    assert "Say: Alexa, play" in (await seen.touches("do", "hear")).speech


async def test_the_greeting_offers_three_ways_on(seen: Alexa) -> None:
    screen = drawn(await seen.opens())
    assert screen is not None
    assert screen["name"] == "launch"
    assert screen["text"] == "Hello, Ada. You have 7 playlists on Spotify."
    assert screen["say"].startswith("Say: “What should I listen to?”")
    assert [row["arguments"] for row in screen["choices"]] == [
        ["do", "recommend"],
        ["list", "playlists"],
        ["list", "recent"],
    ]
    first = screen["rows"][0]
    assert (first["title"], first["arguments"][:2]) == (
        *("Deep Focus", ["choose", "playlists"]),
    )


async def test_linking_is_explained_and_the_demo_offered_while_listening(
    seen: Alexa,
) -> None:
    seen.unlinks()
    reply = await seen.opens()
    screen = drawn(reply)
    assert reply.links
    assert screen is not None
    assert screen["name"] == "linking"
    assert "Alexa app" in screen["steps"][0]
    assert "Alexa, open record shelf" in screen["steps"][-1]
    assert (screen["page"], screen["link"]) == ([], None)
    assert [one["arguments"] for one in screen["buttons"]] == [["do", "demo"]]
    after = drawn(await seen.says("LinkAccountIntent"))
    assert after is not None
    assert after["buttons"] == []


async def test_linking_again_is_shown_with_the_apology(
    seen: Alexa, collection: Collection
) -> None:
    collection.fails["playlists"] = LinkExpired()
    reply = await seen.says("ListPlaylistsIntent")
    screen = drawn(reply)
    assert reply.links
    assert screen is not None
    assert screen["name"] == "linking"


async def test_the_sample_shelf_is_not_called_spotifys(seen: Alexa) -> None:
    seen.unlinks()
    await seen.says("DemoIntent")
    screen = await shown(seen, "ListPlaylistsIntent")
    assert screen["source"] == "From the built-in sample shelf"
    assert screen["link"] is None


async def test_names_are_shown_without_what_cannot_be_shown(
    seen: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("a\u202eb\x00c\nd🎉"), playlist("\u200b"))
    rows = (await shown(seen, "ListPlaylistsIntent"))["rows"]
    assert rows[0]["title"] == "a b c d🎉"
    assert rows[1]["title"] == "Playlist number 2"


async def test_an_emoji_is_spoken_by_its_number_and_shown(
    seen: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("Rain"), playlist("🎸🔥", size=3))
    reply = await seen.says("ListPlaylistsIntent")
    assert "playlist number 2" in reply.speech
    assert "2. 🎸🔥 – 3 tracks" in reply.card
    screen = drawn(reply)
    assert screen is not None
    assert screen["rows"][1]["title"] == "🎸🔥"


async def test_a_name_from_right_to_left_is_isolated(
    seen: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("مزيكا", size=3), playlist("deadmau5", size=2))
    reply = await seen.says("ListPlaylistsIntent")
    assert "1. \u2068مزيكا\u2069 – 3 tracks" in reply.card
    assert "2. deadmau5 – 2 tracks" in reply.card
    screen = drawn(reply)
    assert screen is not None
    assert [row["title"] for row in screen["rows"]] == [
        "\u2068مزيكا\u2069",
        "deadmau5",
    ]


@pytest.mark.parametrize(
    "locale", ["de-DE", "fr-FR", "es-ES", "it-IT", "pt-BR", "ja-JP"]
)
async def test_every_language_has_words_for_the_screen(
    seen: Alexa, collection: Collection, locale: str
) -> None:
    collection.shelf = tuple(playlist(f"List {n}") for n in range(20))
    english = await shown(seen, "ListPlaylistsIntent")
    seen.speaks(locale)
    screen = await shown(seen, "ListPlaylistsIntent")
    assert screen["title"] != english["title"]
    assert screen["buttons"][0]["title"] != english["buttons"][0]["title"]
    assert "Spotify" in screen["source"]
    seen.unlinks()
    linking = drawn(await seen.opens())
    assert linking is not None
    assert "Alexa" in linking["steps"][0]
