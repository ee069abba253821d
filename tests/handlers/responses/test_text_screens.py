"""An answer without a screen of its own shows its words, and what can be said next."""

import pytest

from providers.errors import (
    NotAdmitted,
    PremiumRequired,
    RateLimited,
    TooSlow,
    Unavailable,
)
from simulator.alexa.requests import DeviceProfile, ScreenProfile
from tests.browser.music import ENGLISH, answers, editing
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection
from tests.handlers.screens import drawn, watching

pytestmark = pytest.mark.no_cover


@pytest.fixture
def seen(alexa: Alexa, collection: Collection) -> Alexa:
    return watching(alexa, collection)


@pytest.mark.parametrize(
    ("intent", "text", "say", "buttons"),
    [
        ("AMAZON.HelpIntent", "You can say:", "", ["recommend", "playlists"]),
        (
            "AMAZON.FallbackIntent",
            "Sorry, I didn't",
            "Say:",
            ["recommend", "playlists"],
        ),
        ("SaveSongIntent", "I can't save songs", "Say:", ["recommend", "playlists"]),
        ("ForgetMeIntent", "I'll forget what", "", []),
    ],
)
async def test_words_are_drawn(
    seen: Alexa, intent: str, text: str, say: str, buttons: list[str]
) -> None:
    screen = drawn(await seen.says(intent))
    assert screen is not None
    assert screen["name"] == "words"
    assert screen["text"].startswith(text)
    assert screen["say"].startswith(say)
    assert bool(screen["say"]) == bool(say)
    assert [each["arguments"][1] for each in screen["buttons"]] == buttons


async def test_help_is_a_list_of_what_can_be_said(seen: Alexa) -> None:
    screen = drawn(await seen.says("AMAZON.HelpIntent"))
    assert screen is not None
    assert screen["text"] == "You can say:"
    assert screen["steps"][0] == "“What should I listen to?”"
    assert screen["steps"][-1] == "“What else?”"


async def test_an_apology_waits_for_a_touch_without_the_microphone(
    seen: Alexa, collection: Collection
) -> None:
    collection.fails["playlists"] = Unavailable()
    reply = await seen.says("ListPlaylistsIntent")
    screen = drawn(reply)
    assert "shouldEndSession" not in reply.response
    assert screen is not None
    assert reply.speech == " ".join((screen["text"], *screen["steps"]))
    assert (screen["say"], screen["source"]) == ("", "")
    again, elsewhere = screen["buttons"]
    assert again["title"] == "Try again"
    assert elsewhere["arguments"] == ["do", "recommend"]
    del collection.fails["playlists"]
    assert "Deep Focus" in (await seen.touches(*again["arguments"])).speech


@pytest.mark.parametrize(
    ("locale", "fault", "advice"),
    [
        ("en-US", "I can't reach Spotify right now.", "Please try again in"),
        ("de-DE", "Ich erreiche Spotify gerade nicht.", "Versuch es bitte"),
        ("fr-FR", "Je n'arrive pas à joindre Spotify.", "Réessayez dans"),
        ("es-ES", "Ahora no llego a Spotify.", "Inténtalo dentro"),
        ("it-IT", "Adesso non raggiungo Spotify.", "Riprova tra"),
        ("pt-BR", "Agora não consigo falar com o Spotify.", "Tente daqui"),
        ("ja-JP", "今はSpotifyにつながりません。", "少ししてから、もう一度"),
    ],
)
async def test_the_advice_of_an_apology_is_a_line_of_its_own(
    seen: Alexa, collection: Collection, locale: str, fault: str, advice: str
) -> None:
    seen.speaks(locale)
    collection.fails["playlists"] = Unavailable()
    screen = drawn(await seen.says("ListPlaylistsIntent"))
    assert screen is not None
    (step,) = screen["steps"]
    assert screen["text"] == fault
    assert step.startswith(advice)


async def test_an_apology_with_long_advice_is_one_text(
    seen: Alexa, collection: Collection
) -> None:
    collection.fails["playlists"] = NotAdmitted()
    screen = drawn(await seen.says("ListPlaylistsIntent"))
    assert screen is not None
    assert screen["text"].endswith("Please ask them.")
    assert screen["steps"] == []


async def test_what_has_failed_is_tried_again(
    seen: Alexa, collection: Collection
) -> None:
    """A greeting, a touch and a list are; of any other request nothing is kept."""
    for reading in ("account", "playlists", "playlist_items"):
        collection.fails[reading] = Unavailable()
    first = ["choose", "playlists", None, 1, "id-Deep Focus"]
    found = []
    for reply in (
        await seen.opens(),
        await seen.touches(*first),
        await seen.touches("do", "launch"),
        await seen.says("OpenPlaylistIntent", playlist="deep focus"),
    ):
        screen = drawn(reply)
        assert screen is not None
        found.append(screen["buttons"][0]["arguments"])
    assert found == [["do", "launch"], first, ["do", "launch"], ["do", "recommend"]]
    collection.fails.clear()
    assert "7 playlists" in (await seen.touches("do", "launch")).speech
    assert "Deep Focus" in (await seen.touches(*first)).speech


async def test_a_change_that_was_made_looks_like_what_plays() -> None:
    replies = await answers(ENGLISH, ScreenProfile(), ["playing", "saved"])
    playing, saved = (drawn(reply) for reply in replies.values())
    assert playing is not None
    assert saved is not None
    assert (playing["title"], saved["title"]) == ("Now playing", "Saved")
    assert {**saved, "title": "Now playing"} == playing


async def test_what_was_done_stands_above_the_song_or_the_playlist() -> None:
    device = DeviceProfile(skill_id="s", token="ada", screen=ScreenProfile())
    alexa = editing(ENGLISH, device)
    await alexa.says("NowPlayingIntent")
    shown = []
    for intent, slots in (
        ("UnsaveSongIntent", {}),
        ("SaveSongIntent", {}),
        ("AddToPlaylistIntent", {"playlist": "Deep Focus"}),
        ("MakePlaylistIntent", {}),
    ):
        screen = drawn(await alexa.says(intent, **slots))
        assert screen is not None
        assert screen["name"] == "playing"
        shown.append((screen["title"], screen["rows"][0]["title"]))
    *songs, (title, name) = shown
    assert songs == [
        ("Not saved", "Salt Highway"),
        ("Saved", "Salt Highway"),
        ("Added to Deep Focus", "Salt Highway"),
    ]
    assert title == "New playlist"
    assert name != "Salt Highway"


async def test_a_fault_of_ours_waits_for_a_touch_too(
    seen: Alexa, collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def playlists(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(collection, "playlists", playlists)
    reply = await seen.says("ListPlaylistsIntent")
    screen = drawn(reply)
    assert "shouldEndSession" not in reply.response
    assert screen is not None
    assert len(screen["buttons"]) == 2


async def test_nothing_is_offered_where_another_try_would_not_help(
    seen: Alexa, collection: Collection
) -> None:
    for error in (NotAdmitted(), RateLimited(60), PremiumRequired()):
        collection.fails["playlists"] = error
        reply = await seen.says("ListPlaylistsIntent")
        screen = drawn(reply)
        assert reply.closed
        assert screen is not None
        assert (screen["say"], screen["buttons"]) == ("", [])


async def test_an_apology_ends_the_session_without_a_screen(
    alexa: Alexa, collection: Collection
) -> None:
    collection.fails["playlists"] = Unavailable()
    assert (await alexa.says("ListPlaylistsIntent")).closed


async def test_an_apology_takes_the_place_of_a_list(
    seen: Alexa, collection: Collection
) -> None:
    await seen.says("ListPlaylistsIntent")
    collection.fails["playlists"] = TooSlow()
    screen = drawn(await seen.says("AMAZON.NextIntent"))
    assert screen is not None
    assert screen["name"] == "words"


async def test_a_list_stays_where_its_items_are_spoken_of(seen: Alexa) -> None:
    await seen.says("TopTracksIntent")
    assert drawn(await seen.says("SelectIntent", number="1")) is None
    screen = drawn(await seen.says("AMAZON.HelpIntent"))
    assert screen is not None
    assert [each["arguments"] for each in screen["buttons"]] == [["turn", 1]]


async def test_help_beside_a_recommendation_offers_what_can_be_done_with_it(
    seen: Alexa,
) -> None:
    await seen.says("RecommendIntent")
    screen = drawn(await seen.says("AMAZON.HelpIntent"))
    assert screen is not None
    actions = [each["arguments"][1] for each in screen["buttons"]]
    assert actions == ["hear", "another", "why"]


async def test_reasons_come_with_the_cover_and_its_source(seen: Alexa) -> None:
    picks = drawn(await seen.says("RecommendIntent"))
    screen = drawn(await seen.says("WhyIntent"))
    assert picks is not None
    assert screen is not None
    assert screen["text"].lower().startswith(("because", "i picked it because"))
    assert screen["image"] == picks["rows"][0].get("image")
    assert screen["source"] == "From Spotify"


async def test_what_was_saved_is_shown_with_its_cover() -> None:
    replies = await answers(ENGLISH, ScreenProfile(), ["playing", "saved"])
    playing, saved = (drawn(reply) for reply in replies.values())
    assert playing is not None
    assert saved is not None
    assert saved["rows"][0]["image"] == playing["rows"][0]["image"]
    assert saved["source"] == "From Spotify"


async def test_a_farewell_and_a_device_without_a_screen_draw_nothing(
    alexa: Alexa, collection: Collection
) -> None:
    assert drawn(await alexa.says("AMAZON.HelpIntent")) is None
    collection.fails["playlists"] = Unavailable()
    assert drawn(await alexa.says("ListPlaylistsIntent")) is None
    seen = watching(alexa, collection)
    assert drawn(await seen.says("AMAZON.StopIntent")) is None


async def test_who_has_not_linked_is_offered_the_demo(seen: Alexa) -> None:
    seen.unlinks()
    screen = drawn(await seen.says("AMAZON.HelpIntent"))
    assert screen is not None
    assert "Try the demo" in screen["text"]
    assert [each["arguments"] for each in screen["buttons"]] == [["do", "demo"]]
