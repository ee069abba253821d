"""What stands in a name's slot and is no name: "next", "it", "the second one"."""

import tomllib
from collections.abc import Mapping
from typing import Any

import msgspec
import pytest

from handlers.slot_words import WORDS_FILE, SlotWords
from providers.music import Artist
from tests.handlers.alexa import Alexa, said
from tests.handlers.collection import Collection, playlist
from tests.handlers.locales.catalogue import locales

WORDS: dict[str, Any] = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
SECOND = {
    "en-US": ("the second one", "second", "The second playlist."),
    "de-DE": ("die zweite", "zweite", "das zweite Lied"),
    "fr-FR": ("la deuxième", "seconde", "la deuxième playlist"),
    "es-ES": ("la segunda", "segundo", "la segunda lista"),
    "it-IT": ("la seconda", "secondo", "la seconda playlist"),
    "pt-BR": ("a segunda", "segundo", "a segunda música"),
    "ja-JP": ("二番目", "二つ目の", "二番目 の プレイリスト", "二番目のほう"),
}
THIS = {
    "en-US": ("it", "that one", "This."),
    "de-DE": ("diese", "die da", "es"),
    "fr-FR": ("celle-là", "ça", "cette playlist"),
    "es-ES": ("esa", "esta playlist", "eso"),
    "it-IT": ("quella", "questa playlist", "questo"),
    "pt-BR": ("essa", "essa playlist", "isso"),
    "ja-JP": ("それ", "このプレイリスト", "あれ"),
}
NEXT = {
    "en-US": ("next", "Go on."),
    "de-DE": ("weiter", "die nächste"),
    "fr-FR": ("la suite", "suivante"),
    "es-ES": ("siguiente", "sigue"),
    "it-IT": ("avanti", "la prossima"),
    "pt-BR": ("próxima", "continuar"),
    "ja-JP": ("次", "続けて"),
}


def cases(table: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(locale, text) for locale, texts in table.items() for text in texts]


@pytest.mark.parametrize("locale", locales())
def test_every_language_has_words(locale: str) -> None:
    words = WORDS[locale[:2]]
    assert len(words["ordinals"]) == 11
    assert set(words["intents"]) == set(WORDS["en"]["intents"])
    everything = [word for said in words["intents"].values() for word in said]
    assert len(everything) == len(set(everything))
    assert set(everything).isdisjoint(words["this"])


@pytest.mark.parametrize(
    ("language", "text", "intent", "words"),
    [
        ("en", "that put it on running", "AddToPlaylistIntent", "running"),
        ("en", "works add it to my sunday dinner playlist", None, "sunday dinner"),
        ("de", "und tu es auf road trip", None, "road trip"),
        ("fr", "mets-la dans running", None, "running"),
        ("es", "métela en running", None, "running"),
        ("it", "e mettila in running", None, "running"),
        ("pt", "põe ela na running", None, "running"),
        ("ja", "いいねそれをrunningに入れて", None, "running"),
        ("fr", "une autre dans le même genre", "MoreLikeThisIntent", None),
        ("es", "guárdala y dame otra", "SaveSongIntent", None),
        ("en", "nah something else", "AnotherIntent", None),
    ],
)
def test_a_request_is_no_name(
    language: str, text: str, intent: str | None, words: str | None
) -> None:
    read = msgspec.convert(WORDS, dict[str, SlotWords])[language]
    slots = {"playlist": words} if words else {}
    assert read.request(text) == (intent or "AddToPlaylistIntent", slots)
    assert read.request("something else entirely" if language == "en" else "x") is None


async def test_a_request_in_a_names_place_is_met(alexa: Alexa) -> None:
    shelf = await alexa.says("ListPlaylistsIntent")
    reply = await alexa.says("OpenPlaylistIntent", playlist=said("okay keep it"))
    assert "okay" not in reply.speech
    assert reply.speech != shelf.speech
    assert reply.open


@pytest.mark.parametrize(("locale", "text"), cases(SECOND))
async def test_an_ordinal_in_a_slot(alexa: Alexa, locale: str, text: str) -> None:
    alexa.speaks(locale)
    await alexa.says("ListPlaylistsIntent")
    for intent in ("PlaylistOwnerIntent", "OpenPlaylistIntent"):
        await alexa.says(intent, playlist=text)
        assert alexa.attributes["focus"]["id"] == "id-Sunday Roast"


@pytest.mark.parametrize(("locale", "text"), cases(THIS))
async def test_a_pronoun_in_a_slot(alexa: Alexa, locale: str, text: str) -> None:
    alexa.speaks(locale)
    await alexa.says("PlaylistOwnerIntent", playlist="deep focus")
    for intent in ("PlaylistLengthIntent", "OpenPlaylistIntent"):
        reply = await alexa.says(intent, playlist=text)
        assert "Deep Focus" in reply.speech
    assert alexa.attributes["list"]["kind"] == "tracks"


@pytest.mark.parametrize(("locale", "text"), cases(NEXT))
async def test_next_while_a_list_is_read(alexa: Alexa, locale: str, text: str) -> None:
    alexa.speaks(locale)
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("OpenPlaylistIntent", playlist=text)
    assert alexa.attributes["list"]["at"] == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [("stop", "closed"), ("help", "next or previous"), ("no", "OK. What would you")],
)
async def test_built_in_words_while_a_list_is_read(
    alexa: Alexa, collection: Collection, text: str, expected: str
) -> None:
    collection.shelf = (*collection.shelf, playlist("Stop"), playlist("Help"))
    await alexa.says("ListPlaylistsIntent")
    named = said(text, f"id-{text.title()}", dynamic=True)
    reply = await alexa.says("OpenPlaylistIntent", playlist=named)
    assert reply.closed if expected == "closed" else expected in reply.speech


async def test_a_playlist_of_that_name_while_nothing_is_read(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("Next"), playlist("It"))
    reply = await alexa.says("OpenPlaylistIntent", playlist="next")
    assert "nothing on Next" in reply.speech
    alexa.attributes = {"entities": {"playlists": True}}
    named = said("it", "id-It", dynamic=True)
    reply = await alexa.says("OpenPlaylistIntent", playlist=named)
    assert "nothing on It" in reply.speech
    alexa.attributes = {"entities": {"playlists": True}}
    stopped = await alexa.says("OpenPlaylistIntent", playlist="stop")
    assert stopped.closed


async def test_a_song_may_be_called_help(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    reply = await alexa.says("WhichPlaylistIntent", song="help")
    assert "couldn't find help" in reply.speech
    alexa.attributes = {}
    await alexa.says("WhichPlaylistIntent")
    assert "title" in (await alexa.says("WhichPlaylistIntent", song="help")).speech
    assert alexa.attributes["question"]["kind"] == "song"


async def test_which_playlist_has_it(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    await alexa.says("SelectIntent", position=said("second", "2"))
    reply = await alexa.says("WhichPlaylistIntent", song="it")
    assert "Avril 14th on Deep Focus" in reply.speech


async def test_something_like_this(alexa: Alexa, collection: Collection) -> None:
    collection.artists = {"months": (Artist("a1", "Eno"), Artist("a2", "Frahm"))}
    await alexa.says("TopArtistsIntent")
    await alexa.says("SelectIntent", position=said("second", "2"))
    reply = await alexa.says("RecommendIntent", artist="this")
    assert "Frahm" in reply.speech


async def test_a_candidate_by_its_ordinal(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = (playlist("Morning Run"), playlist("Morning Sun"))
    for text, name in (
        ("the second one", "Sun"),
        ("first", "Run"),
        ("last one", "Sun"),
    ):
        await alexa.says("PlaylistOwnerIntent", playlist="morning fun")
        reply = await alexa.says("OpenPlaylistIntent", playlist=text)
        assert f"You made Morning {name}" in reply.speech
    await alexa.says("OpenPlaylistIntent", playlist="morning fun")
    reply = await alexa.says("OpenPlaylistIntent", playlist="the ninth one")
    assert reply.speech in ("Which playlist?", "Which playlist do you mean?")


async def test_an_ordinal_of_nothing(alexa: Alexa) -> None:
    reply = await alexa.says("OpenPlaylistIntent", playlist="the second one")
    assert reply.speech in ("Which playlist?", "Which playlist do you mean?")


CORRECTED = {
    "en-US": "machines no wait on deep focus",
    "de-DE": "maschinen nee auf deep focus",
    "fr-FR": "machines non pardon deep focus",
    "es-ES": "máquinas no perdón en deep focus",
    "it-IT": "macchine anzi deep focus",
    "pt-BR": "máquinas quer dizer deep focus",
    "ja-JP": "マシン じゃなくて deep focus",
}


@pytest.mark.parametrize(("locale", "text"), CORRECTED.items())
async def test_a_corrected_name(alexa: Alexa, locale: str, text: str) -> None:
    alexa.speaks(locale)
    await alexa.says("OpenPlaylistIntent", playlist=text)
    assert alexa.attributes["focus"]["id"] == "id-Deep Focus"


async def test_an_artist_who_is_excepted(alexa: Alexa) -> None:
    reply = await alexa.says("RecommendIntent", artist="abba but you know not abba")
    assert "abba but" not in reply.speech


async def test_a_playlist_that_was_sent_by_that_name(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("Kid nein danke"), playlist("Danke"))
    alexa.speaks("de-DE")
    name = said("kid nein danke", "id-Kid nein danke", dynamic=True)
    await alexa.says("OpenPlaylistIntent", playlist=name)
    assert alexa.attributes["focus"]["id"] == "id-Kid nein danke"


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de-DE", "eigentlich avril 14th"),
        ("de-DE", "avril 14th irgendwo drin"),
        ("de-DE", "noch gleich avril 14th"),
    ],
)
async def test_what_is_said_around_a_song(alexa: Alexa, locale: str, text: str) -> None:
    alexa.speaks(locale)
    reply = await alexa.says("WhichPlaylistIntent", song=text)
    assert "Ich habe avril 14th auf Deep Focus gefunden" in reply.speech


@pytest.mark.parametrize(
    ("locale", "text"),
    [("de-DE", "das mal"), ("de-DE", "das bitte"), ("en-US", "it please")],
)
async def test_what_is_said_around_it(alexa: Alexa, locale: str, text: str) -> None:
    alexa.speaks(locale)
    await alexa.says("RecommendIntent")
    spoken = await alexa.says("AddToPlaylistIntent", song=text, playlist="Deep Focus")
    plain = await alexa.says("AddToPlaylistIntent", playlist="Deep Focus")
    assert spoken.speech == plain.speech


@pytest.mark.parametrize(
    ("language", "slot", "text", "name"),
    [
        ("en", "playlist", "the running list", "running"),
        ("de", "playlist", "der running playlist", "running"),
        ("de", "playlist", "die zweite playlist", "zweite"),
        ("de", "playlist", "die playlist 3", "die playlist 3"),
        ("fr", "playlist", "la playlist running", "running"),
        ("en", "song", "moon river saved anywhere", "moon river"),
        ("de", "song", "moon river irgendwo abgespeichert", "moon river"),
        ("de", "song", "moon river bei mir drin", "moon river"),
        ("fr", "song", "imagine dans mes playlists", "imagine"),
        ("es", "song", "imagine guardada en algún sitio", "imagine"),
        ("it", "song", "imagine nelle mie playlist", "imagine"),
        ("pt", "song", "imagine em alguma playlist", "imagine"),
        ("de", "performer", "den driftwood hounds", "driftwood hounds"),
        ("de", "performer", "die toten hosen", "die toten hosen"),
        ("de", "performer", "abba dabei", "abba"),
        ("en", "artist", "the band abba", "abba"),
        ("fr", "performer", "des beatles", "beatles"),
        ("it", "performer", "dei beatles", "beatles"),
    ],
)
def test_what_is_said_around_a_name(
    language: str, slot: str, text: str, name: str
) -> None:
    words = msgspec.convert(WORDS, dict[str, SlotWords])[language]
    assert words.name(text, slot) == name


@pytest.mark.parametrize("heard", ["kitchen alles", "der kitchen", "meine kitchen"])
async def test_an_unknown_name_is_told_without_what_surrounds_it(
    alexa: Alexa, heard: str
) -> None:
    alexa.speaks("de-DE")
    reply = await alexa.says("OpenPlaylistIntent", playlist=heard)
    assert "kein kitchen." in reply.speech


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "this singer"),
        ("de", "diesen sänger"),
        ("fr", "la chanteuse"),
        ("es", "este cantante"),
        ("it", "il cantante"),
        ("pt", "esse cantor"),
    ],
)
def test_a_singer_without_a_name_is_the_one_in_focus(language: str, text: str) -> None:
    assert text in WORDS[language]["this"]


async def test_deleting_one_song_is_declined(alexa: Alexa) -> None:
    second = said("second", "2")
    reply = await alexa.says("UnsupportedIntent", position=second)
    assert "playlists" in reply.speech


@pytest.mark.parametrize(
    ("intent", "words", "told"),
    [
        ("OpenPlaylistIntent", "second", "Sunday Roast"),
        ("PlaylistLengthIntent", "my first playlist", "Gym"),
        ("PlaylistOwnerIntent", "the last of my playlists", "Second Helpings"),
    ],
)
async def test_a_place_among_all_playlists(
    alexa: Alexa, collection: Collection, intent: str, words: str, told: str
) -> None:
    names = ("Gym", "Sunday Roast", "Running", "Second Helpings")
    collection.shelf = tuple(map(playlist, names))
    for spoken in ((), ("NowPlayingIntent",), ("TopTracksIntent",)):
        for each in spoken:
            await alexa.says(each)
        reply = await alexa.says(intent, playlist=words)
        assert told in reply.speech


async def test_no_such_place_among_all_playlists(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("Gym"), playlist("Running"))
    reply = await alexa.says("OpenPlaylistIntent", playlist="my ninth playlist")
    assert "2" in reply.speech
