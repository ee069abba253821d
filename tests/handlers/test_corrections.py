"""Corrections: another request, or the same one for another kind, instead of a name."""

import pytest

from handlers.slot_words import words_of
from providers.music import Artist, Found
from tests.handlers.alexa import Alexa, said
from tests.handlers.collection import Collection, playlist, track
from tests.handlers.locales.catalogue import locales

INSTEAD = {
    "en-US": ("no let it be", "{} instead", "no i mean", "the song {}"),
    "de-DE": ("nein lass mal", "{} stattdessen", "nein ich meine", "das lied {}"),
    "fr-FR": ("non laisse tomber", "{} plutôt", "non je voulais dire", "la chanson {}"),
    "es-ES": ("no déjalo", "{} mejor", "no quería decir", "la canción {}"),
    "it-IT": ("no lascia stare", "{} invece", "no intendevo", "la canzone {}"),
    "pt-BR": ("não deixa pra lá", "{}", "não eu quis dizer", "a música {}"),
    "ja-JP": ("いやもういい", "{}", "そうじゃなくて", "曲の{}のこと"),
}
OPEN = {
    "en-US": "open {}",
    "de-DE": "öffne {}",
    "fr-FR": "ouvre {}",
    "es-ES": "abre {}",
    "it-IT": "apri {}",
    "pt-BR": "abre {}",
    "ja-JP": "{}を開いて",
}
QUESTIONS = ("OpenPlaylistIntent", "PlaylistLengthIntent", "PlaylistOwnerIntent")


@pytest.fixture
def alexa(alexa: Alexa, collection: Collection) -> Alexa:
    says = track("Says", "Nils Frahm")
    collection.contents["id-Gym"] = collection.contents["id-Deep Focus"]
    collection.found = Found(
        tracks=(says,), artists=(Artist("a1", "Nils Frahm", ("ambient",)),)
    )
    return alexa


def after(refusal: str, request: str, locale: str) -> str:
    return refusal + ("" if locale == "ja-JP" else " ") + request


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("question", QUESTIONS)
async def test_another_request_instead_of_a_name(
    alexa: Alexa, locale: str, question: str
) -> None:
    alexa.speaks(locale)
    await alexa.says(question)
    refusal, instead, _, _ = INSTEAD[locale]
    text = after(refusal, OPEN[locale].format(instead.format("gym")), locale)
    await alexa.says("OpenPlaylistIntent", playlist=text)
    assert alexa.attributes["focus"]["id"] == "id-Gym"
    assert alexa.attributes["list"]["kind"] == "tracks"


@pytest.mark.parametrize("locale", locales())
async def test_something_to_play_instead_of_a_song(
    alexa: Alexa, locale: str, collection: Collection
) -> None:
    """What is played is no playlist, no song of the library: Alexa is asked for it."""
    alexa.speaks(locale)
    await alexa.says("WhichPlaylistIntent")
    request = words_of(locale[:2]).instead.requests["PlayIntent"][0]
    text = after(INSTEAD[locale][0], request.format(title="qwertz"), locale)
    reply = await alexa.says("WhichPlaylistIntent", song=text)
    assert "qwertz" in reply.speech
    assert "Alexa" in reply.speech or "アレクサ" in reply.speech


@pytest.mark.parametrize("locale", locales())
async def test_a_refusal_alone_leaves_the_question(alexa: Alexa, locale: str) -> None:
    alexa.speaks(locale)
    await alexa.says("OpenPlaylistIntent")
    reply = await alexa.says("OpenPlaylistIntent", playlist=INSTEAD[locale][0])
    assert reply.open
    assert INSTEAD[locale][0] not in reply.speech.casefold()
    assert "question" not in alexa.attributes


@pytest.mark.parametrize("locale", locales())
async def test_a_song_where_a_playlist_was_asked_for(alexa: Alexa, locale: str) -> None:
    alexa.speaks(locale)
    await alexa.says("OpenPlaylistIntent", playlist="purple elephants")
    _, _, corrects, song = INSTEAD[locale]
    text = after(corrects, song.format("says"), locale)
    reply = await alexa.says("OpenPlaylistIntent", playlist=text)
    assert "Nils Frahm" in reply.speech


async def test_the_same_request_for_another_name(alexa: Alexa) -> None:
    await alexa.says("SongFactsIntent", song="dreams")
    assert "Nils Frahm" in (await alexa.says("CorrectIntent", name="says")).speech
    await alexa.says("PlaylistLengthIntent", playlist="gym")
    reply = await alexa.says("CorrectIntent", name="deep focus")
    assert "15 minutes" in reply.speech


@pytest.mark.parametrize(
    ("first", "correction", "expected"),
    [
        ({}, {"song": "says"}, "That's Says by Nils Frahm"),
        ({"playlist": "x y z"}, {"performer": "nils frahm"}, "ambient"),
        ({"playlist": "x y z"}, {"playlist": "deep focus"}, "Deep Focus"),
        ({"playlist": "x y z"}, {"name": "deep focus"}, "Deep Focus"),
        ({}, {}, "I didn't catch the name."),
    ],
)
async def test_a_correction_of_a_playlist(
    alexa: Alexa, first: dict[str, str], correction: dict[str, str], expected: str
) -> None:
    await alexa.says("OpenPlaylistIntent", **first)
    reply = await alexa.says("CorrectIntent", **correction)
    assert expected in reply.speech


async def test_a_correction_keeps_what_was_to_be_done(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("Morning Run"), playlist("Morning Sun"))
    await alexa.says("PlayIntent", playlist="morning fun")
    assert alexa.attributes["question"]["purpose"] == "play"
    reply = await alexa.says("CorrectIntent", song="morning run")
    assert "the playlist" not in reply.speech
    assert "morning run" in reply.speech


async def test_the_song_of_a_playlists_name_is_played(alexa: Alexa) -> None:
    reply = await alexa.says("PlayIntent", title="the song rain")
    assert "play rain on" in reply.speech
    assert (
        "play the playlist Rain"
        in (await alexa.says("PlayIntent", title="rain")).speech
    )


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("WhichPlaylistIntent", {"song": "no surprises"}),
        ("WhichPlaylistIntent", {"song": "wait for me"}),
        ("WhichPlaylistIntent", {"song": "hold on we're going home"}),
        ("OpenPlaylistIntent", {"playlist": said("no rain", "id-Rain", dynamic=True)}),
    ],
)
async def test_a_name_that_begins_like_a_refusal(
    alexa: Alexa, intent: str, slots: dict[str, str]
) -> None:
    await alexa.says("WhichPlaylistIntent")
    reply = await alexa.says(intent, **slots)
    heard = next(iter(slots.values()))
    assert (
        "Rain" in reply.speech
        if intent == "OpenPlaylistIntent"
        else heard in reply.speech
    )


async def test_what_is_no_artist_but_a_request(alexa: Alexa) -> None:
    """ "No {artist}" takes any words after "no"."""
    reply = await alexa.says(
        "RecommendIntent", unwanted_artist="let it be open deep focus"
    )
    assert alexa.attributes["focus"]["id"] == "id-Deep Focus"
    assert reply.open


@pytest.mark.parametrize(
    ("intent", "slot", "heard", "answer"),
    [
        (
            "ArtistFactsIntent",
            "performer",
            "the playlist called deep focus",
            "5 tracks",
        ),
        ("OpenPlaylistIntent", "playlist", "the song called says", "Says by Nils"),
        ("SongFactsIntent", "song", "that band nils frahm", "Nils Frahm"),
    ],
)
async def test_the_kind_that_is_said_is_asked_about(
    alexa: Alexa, intent: str, slot: str, heard: str, answer: str
) -> None:
    assert answer in (await alexa.says(intent, **{slot: heard})).speech


async def test_the_same_question_about_the_next_playlist(alexa: Alexa) -> None:
    """ "How long is Gym?" "And Deep Focus?" """
    await alexa.says("PlaylistLengthIntent", playlist="gym")
    reply = await alexa.says("CorrectIntent", name="deep focus")
    assert reply.speech.startswith("Deep Focus has 5 tracks")
