"""Help, stop, cancel, home, fallback, and the requests that want no words."""

import pytest

from providers.sample_library import LibraryRouter
from simulator.alexa.requests import SlotMatch, SlotValue
from tests.handlers.alexa import Alexa, said
from tests.handlers.collection import Collection
from tests.handlers.conftest import SAMPLE
from tests.handlers.locales.catalogue import locales
from tests.handlers.skill import configuration
from tests.skill_package.conversing import NoDevices


async def test_help_gives_examples_and_stays_open(alexa: Alexa) -> None:
    reply = await alexa.says("AMAZON.HelpIntent")
    assert "list my playlists" in reply.speech
    assert reply.open
    assert reply.speech.endswith("?")


async def test_help_is_for_this_moment(alexa: Alexa) -> None:
    alone = (await alexa.says("AMAZON.HelpIntent")).speech
    await alexa.says("ListPlaylistsIntent")
    listing = (await alexa.says("AMAZON.HelpIntent")).speech
    await alexa.says("OpenPlaylistIntent")
    naming = (await alexa.says("AMAZON.HelpIntent")).speech
    alexa.unlinks()
    alexa.attributes = {}
    unlinked = (await alexa.says("AMAZON.HelpIntent")).speech
    assert len({alone, listing, naming, unlinked}) == 4


@pytest.mark.parametrize("intent", ["AMAZON.HelpIntent", "AMAZON.FallbackIntent"])
@pytest.mark.parametrize(
    "aside", ["WhoseAccountIntent", "RefreshIntent", "WhatIKeepIntent", "DemoIntent"]
)
async def test_a_list_that_was_left_is_not_helped_with(
    alexa: Alexa, intent: str, aside: str
) -> None:
    await alexa.says("ListPlaylistsIntent")
    reading = (await alexa.says(intent)).speech
    assert "ext" in reading
    await alexa.says(aside)
    for _ in range(2):
        left = (await alexa.says(intent)).speech
        assert "next" not in left.lower()
        assert any(
            part in left
            for part in ("list my playlists", "should I listen to", "who sings")
        )
    await alexa.says("AMAZON.NextIntent")
    if intent == "AMAZON.HelpIntent":  # the help went on
        await alexa.says("ListPlaylistsIntent")
    assert "ext" in (await alexa.says(intent)).speech


async def test_yes_means_no_list_that_was_left(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    cursor = alexa.attributes["list"]
    await alexa.says("WhoseAccountIntent")
    assert "What would you like" in (await alexa.says("AMAZON.YesIntent")).speech
    assert alexa.attributes["list"] == cursor


@pytest.mark.parametrize(
    "more", ["AMAZON.HelpIntent", "AMAZON.NextIntent", "AnotherIntent"]
)
async def test_help_goes_on(alexa: Alexa, more: str) -> None:
    parts = [(await alexa.says("AMAZON.HelpIntent")).speech]
    parts += [(await alexa.says(more)).speech for _ in range(2)]
    assert len(set(parts)) == 3
    parts = [part.rpartition(". ")[0] for part in parts]
    assert "who sings" in parts[1]
    alexa.attributes["answer"] = {"kind": "message", "name": "help"}
    await alexa.says("AMAZON.HelpIntent")
    assert (await alexa.says("AMAZON.RepeatIntent")).speech.startswith(parts[1])
    await alexa.says("AMAZON.HelpIntent")
    assert "never recommend" in parts[2]
    assert (await alexa.says("AMAZON.HelpIntent")).speech.startswith(parts[0])


@pytest.mark.parametrize("more", ["AMAZON.NextIntent", "AnotherIntent"])
async def test_help_goes_on_after_recommendations(alexa: Alexa, more: str) -> None:
    await alexa.says("RecommendIntent")
    for _ in range(2):  # of the recommendation, then of everything
        await alexa.says("AMAZON.HelpIntent")
    assert "who sings" in (await alexa.says(more)).speech
    assert "never recommend" in (await alexa.says(more)).speech


@pytest.mark.parametrize("more", ["AMAZON.NextIntent", "AnotherIntent"])
async def test_help_with_a_question_goes_on(alexa: Alexa, more: str) -> None:
    await alexa.says("OpenPlaylistIntent")
    await alexa.says("AMAZON.HelpIntent")
    assert "what's new" in (await alexa.says(more)).speech


async def test_help_with_a_list_is_followed_by_help_with_the_rest(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    assert "next or previous" in (await alexa.says("AMAZON.HelpIntent")).speech
    assert "what's new" in (await alexa.says("AMAZON.HelpIntent")).speech


@pytest.mark.parametrize(
    ("ability", "said"),
    [
        ("save", "can't save songs"),
        ("make", "can't save songs"),
        ("play", "worth"),
    ],
)
async def test_what_is_switched_off_is_not_promised(
    alexa: Alexa, ability: str, said: str
) -> None:
    match = SlotMatch(ability, f"can-{ability}")
    heard = SlotValue(ability, (match,), "Capability")
    reply = await alexa.says("UnsupportedIntent", capability=heard)
    assert said in reply.speech
    assert reply.speech.endswith("?")
    await alexa.says("AMAZON.HelpIntent")
    parts = [(await alexa.says("AMAZON.NextIntent")).speech for _ in range(2)]
    assert not any(word in "".join(parts) for word in ("save it", "play it"))


async def test_the_charts_are_not_known(alexa: Alexa) -> None:
    match = SlotMatch("the charts", "charts")
    heard = SlotValue("the charts", (match,), "Capability")
    reply = await alexa.says("UnsupportedIntent", capability=heard)
    assert "charts" in reply.speech


async def test_help_keeps_the_question(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent")
    await alexa.says("AMAZON.HelpIntent")
    assert alexa.attributes["question"]["kind"] == "which"


@pytest.mark.parametrize("intent", ["AMAZON.HelpIntent", "AMAZON.FallbackIntent"])
async def test_an_offer_is_not_insisted_on(alexa: Alexa, intent: str) -> None:
    assert "pick something" in (await alexa.opens()).speech
    reply = await alexa.says(intent)
    assert "list my playlists" in reply.speech or "should I listen to" in reply.speech
    assert "question" not in alexa.attributes


@pytest.mark.parametrize("intent", ["AMAZON.HelpIntent", "AMAZON.FallbackIntent"])
async def test_without_a_link_yes_starts_the_demo(alexa: Alexa, intent: str) -> None:
    alexa.unlinks()
    assert "demo" in (await alexa.says(intent)).speech
    await alexa.says("AMAZON.YesIntent")
    assert alexa.attributes["demo"] == {"on": True}


async def test_fallback_says_what_can_be_said(alexa: Alexa) -> None:
    reply = await alexa.says("AMAZON.FallbackIntent")
    assert "list my playlists" in reply.speech
    assert reply.open


@pytest.mark.parametrize(
    "intent", ["AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"]
)
async def test_the_end_is_always_the_end(alexa: Alexa, intent: str) -> None:
    await alexa.says("OpenPlaylistIntent")
    reply = await alexa.says(intent)
    assert reply.closed
    assert "?" not in reply.speech
    assert reply.speech


async def test_an_intent_of_a_newer_model_is_not_met_with_silence(
    alexa: Alexa,
) -> None:
    reply = await alexa.says("BrandNewIntent")
    assert "list my playlists" in reply.speech
    assert reply.open


async def test_thanks_asks_for_more_and_takes_the_answer(alexa: Alexa) -> None:
    thanked = await alexa.says("ThanksIntent")
    assert thanked.speech.endswith("nything else?")
    assert thanked.open
    assert (await alexa.says("AMAZON.NoIntent")).closed
    alexa.attributes = {}
    await alexa.says("ThanksIntent")
    more = await alexa.says("AMAZON.YesIntent")
    assert more.open
    assert "What would you like" in more.speech


async def test_thanks_leaves_the_list_where_it_is(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    cursor = alexa.attributes["list"]
    await alexa.says("ThanksIntent")
    assert alexa.attributes["list"] == cursor
    assert (await alexa.says("AMAZON.NoIntent")).closed


async def test_who_asks_to_wait_changes_nothing(alexa: Alexa) -> None:
    shelf = await alexa.says("ListPlaylistsIntent")
    cursor = alexa.attributes["list"]
    assert (await alexa.says("WaitIntent")).open
    assert alexa.attributes["list"] == cursor
    assert (await alexa.says("AMAZON.RepeatIntent")).speech == shelf.speech


async def test_a_question_waits_and_an_offer_does_not(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent")
    await alexa.says("WaitIntent")
    assert alexa.attributes["question"]["kind"] == "which"
    alexa.attributes = {}
    await alexa.says("ForgetMeIntent")
    await alexa.says("WaitIntent")
    await alexa.says("AMAZON.YesIntent")
    assert "question" not in alexa.attributes


async def test_no_without_thanks_is_no_goodbye(alexa: Alexa) -> None:
    assert (await alexa.says("AMAZON.NoIntent")).open


@pytest.mark.parametrize(
    ("capability", "said"),
    [
        ("playback", "worth"),
        ("louder", "Alexa, louder"),
        ("quieter", "Alexa, quieter"),
        ("mute", "Alexa, mute"),
        ("volume", "Alexa, volume five"),
        ("lyrics", ("lyrics", "words to songs")),
        ("ads", ("can't skip ads", "Ads are")),
        ("pace", "up to Alexa"),
        ("edit", ("Deleting, renaming, sharing", "can't change or share playlists")),
        ("timer", ("timers or alarms", "no timer")),
        ("weather", "then ask Alexa"),
        ("juggling", "then ask Alexa"),
    ],
)
async def test_what_cannot_be_done_is_said(
    alexa: Alexa, capability: str, said: str | tuple[str, ...]
) -> None:
    match = SlotMatch(capability, capability)
    heard = SlotValue("that", (match,), "Capability")
    reply = await alexa.says("UnsupportedIntent", capability=heard)
    wordings = (said,) if isinstance(said, str) else said
    assert any(words in reply.speech for words in wordings)
    assert reply.speech.endswith(("something to hear?", "a song to hear instead?"))
    assert alexa.attributes["question"]["purpose"] == "recommend"


async def test_a_playlist_cannot_be_changed_like_that(alexa: Alexa) -> None:
    reply = await alexa.says("UnsupportedIntent", playlist="road trip")
    assert "can't" in reply.speech
    assert "playlist" in reply.speech


@pytest.mark.parametrize(
    "intent",
    [
        *("AMAZON.PauseIntent", "AMAZON.ResumeIntent", "NextSongIntent"),
        *("PreviousSongIntent", "SpeakersIntent"),
    ],
)
async def test_without_a_player_nothing_is_commanded(alexa: Alexa, intent: str) -> None:
    reply = await alexa.says(intent)
    assert "worth" in reply.speech
    assert alexa.attributes["question"]["purpose"] == "recommend"


async def test_no_words_after_the_session(alexa: Alexa) -> None:
    assert (await alexa.hangs_up()).silent


async def test_no_words_to_an_exception(alexa: Alexa) -> None:
    reply = await alexa.refuses()
    assert reply.silent
    assert reply.turn.outcome == "failed"


async def test_an_offer_is_made_again(alexa: Alexa) -> None:
    await alexa.says("UnsupportedIntent", topic="radio")
    again = await alexa.says("AMAZON.RepeatIntent")
    assert again.speech == "Shall I find you something to hear?"


DEMO = {
    **dict.fromkeys(locales(), "demo"),
    "fr-FR": "démo",
    "pt-BR": "demonstração",
    "ja-JP": "デモ",
}
ABOUT = {
    "en-US": ("cost nothing", "never see a password", "sell nothing", "nowhere else"),
    "de-DE": ("koste nichts", "sehe ich nie", "verkaufe nichts", "nur deine Musik bei"),
    "fr-FR": ("gratuit", "ne vois jamais", "ne vends rien", "que votre musique sur"),
    "es-ES": (
        "Es gratis",
        "nunca la veo",
        "No vendo nada",
        "tu música de Spotify",
    ),
    "it-IT": (
        "È gratis",
        "non la vedo mai",
        "Non vendo niente",
        "solo la tua musica su",
    ),
    "pt-BR": ("É de graça", "eu nunca vejo", "Não vendo nada", "música no Spotify"),
    "ja-JP": ("無料です", "見ることはありません", "売ったり", "の音楽だけ"),
}
TOPICS = ("cost", "password", "sharing", "maker")


@pytest.mark.parametrize("locale", locales())
async def test_what_people_ask_about_the_skill_itself(
    alexa: Alexa, locale: str
) -> None:
    alexa.speaks(locale)
    for topic, expected in zip(TOPICS, ABOUT[locale], strict=True):
        reply = await alexa.says("UnsupportedIntent", capability=said("x", topic))
        assert expected in reply.speech
        assert reply.open
        assert not reply.links


@pytest.mark.parametrize("locale", locales())
async def test_who_can_use_it_and_who_hears_is_told(alexa: Alexa, locale: str) -> None:
    alexa.speaks(locale)
    seen = set()
    for topic in ("premium", "family", "listening", *TOPICS):
        reply = await alexa.says("UnsupportedIntent", capability=said("x", topic))
        assert reply.open
        assert ("Alexa" in reply.speech) >= (topic in ("family", "listening"))
        seen.add(reply.speech)
    assert len(seen) == len(TOPICS) + 3


@pytest.mark.parametrize("locale", locales())
async def test_help_before_linking_advises_nothing_that_needs_it(
    alexa: Alexa, locale: str
) -> None:
    alexa.unlinks()
    alexa.speaks(locale)
    opening = (await alexa.opens()).speech
    helps = [(await alexa.says("AMAZON.HelpIntent")).speech for _ in range(4)]
    assert helps[0] != helps[1]
    assert helps[0] == helps[2]
    demo = DEMO[locale]
    assert all(demo in text.casefold() for text in (opening, *helps))


@pytest.mark.parametrize("locale", locales())
async def test_who_asks_for_the_password_is_sent_the_card(
    alexa: Alexa, locale: str
) -> None:
    alexa.unlinks()
    alexa.speaks(locale)
    reply = await alexa.says("UnsupportedIntent", capability=said("x", "password"))
    assert ABOUT[locale][1] in reply.speech
    assert reply.links
    assert reply.open


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("player", [None, NoDevices()])
async def test_premium_is_named_only_where_something_is_played(
    collection: Collection, locale: str, player: NoDevices | None
) -> None:
    alexa = Alexa(configuration(LibraryRouter(collection, SAMPLE), player=player))
    alexa.speaks(locale)
    reply = await alexa.says("UnsupportedIntent", capability=said("x", "cost"))
    is_named = "Premium" in reply.speech or "プレミアム" in reply.speech
    assert is_named == (player is not None)


async def test_who_has_not_linked_hears_nothing_of_a_permission_they_gave(
    alexa: Alexa,
) -> None:
    alexa.unlinks()
    maker = await alexa.says("UnsupportedIntent", capability=said("x", "maker"))
    assert "at Spotify and nowhere else, and only if you allow it." in maker.speech
    cost = await alexa.says("UnsupportedIntent", capability=said("x", "cost"))
    assert "All I need is a Spotify account" in cost.speech


async def test_a_playlist_gets_no_name(alexa: Alexa) -> None:
    reply = await alexa.says("UnsupportedIntent", name="saturday dinner")
    assert "name" in reply.speech
    assert "Spotify" in reply.speech
