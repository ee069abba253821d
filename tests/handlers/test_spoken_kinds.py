"""Kinds of music in a name's place: an adjective and a genre, in each language."""

import pytest

from handlers.spoken_kinds import SpokenKind, described_kinds, known_kinds
from providers.recommender.ranking.recommendation_query import Exclusion
from simulator.alexa.requests import SlotMatch, SlotValue
from tests.handlers.intents.test_recommend_text import parsed
from tests.providers.recommender_setup import MOODS

OLD, GERMAN, CALM = ("change", "older"), ("language", "german"), ("mood", "calm")
ROCK, JAZZ, SOUL = ("genre", "rock"), ("genre", "jazz"), ("genre", "soul")
RAP, POP = ("genre", "hip-hop"), ("genre", "pop")


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "good old soul", (OLD, SOUL)),
        ("en", "some quiet Japanese pop", (CALM, ("language", "japanese"), POP)),
        ("en", "some quiet German pop", (CALM, ("genre", "german-pop"))),
        ("de", "guten soul", (SOUL,)),
        ("de", "richtig gutem deutschem Rap", (GERMAN, RAP)),
        ("de", "alten Rock", (OLD, ROCK)),
        ("de", "guten alten Rock and Roll", (OLD, ("genre", "rock-and-roll"))),
        ("de", "ruhigen Jazz", (CALM, JAZZ)),
        ("fr", "un bon vieux rock", (OLD, ROCK)),
        ("es", "buen rock antiguo", (ROCK, OLD)),
        ("it", "del buon vecchio rock", (OLD, ROCK)),
        ("pt", "um bom jazz calmo", (JAZZ, CALM)),
        ("ja", "かっこいいロック", (ROCK,)),
        ("ja", "静かなジャズ", (CALM, JAZZ)),
    ],
)
def test_adjectives_before_a_genre(
    language: str, text: str, kinds: tuple[SpokenKind, ...]
) -> None:
    assert described_kinds(MOODS, text, language) == kinds


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "daft punk"),
        ("en", "crowded house"),
        ("en", "iggy pop"),
        ("en", "good charlotte"),
        ("en", "old"),
        ("de", "die guten"),
        ("ja", "いい"),
    ],
)
def test_a_name_is_no_kind_of_music(language: str, text: str) -> None:
    assert described_kinds(MOODS, text, language) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "really nice"),
        ("de", "was schönes"),
        ("fr", "vraiment sympa"),
        ("es", "algo bueno"),
        ("it", "qualcosa di bello"),
        ("pt", "legal"),
        ("ja", "素敵な"),
    ],
)
def test_praise_alone_is_no_wish(language: str, text: str) -> None:
    query = parsed({"mood": text, "genre": "jazz"}, language=language).query
    assert (query.mood, query.genre) == (None, "jazz")


def test_a_genre_in_an_artists_place() -> None:
    query = parsed({"performer": "anständigen deutschen blues"}, language="de").query
    assert (query.genre, query.language, query.performer) == ("blues", "german", None)


def test_an_adjective_in_a_genres_place() -> None:
    query = parsed({"genre": "good quiet soul"}).query
    assert (query.genre, query.mood) == ("soul", "calm")


def test_an_artist_of_the_listeners_own_stays() -> None:
    own = SlotValue("good soul", (SlotMatch("Good Soul", "a1", dynamic=True),), "A")
    assert parsed({"performer": own}).query.performer == "good soul"


def test_what_is_unwanted_may_be_praised() -> None:
    spoken = parsed({"unwanted": "really good soul"})
    assert spoken.query.unwanted == (Exclusion("genre", "soul"),)


@pytest.mark.parametrize(
    ("language", "clause", "activity"),
    [
        ("en", "do the wedding bouquets", "work"),
        ("en", "writing the party invitations", "work"),
        ("en", "make the kids' lunches", "cooking"),
        ("en", "get ready for the party", "party"),
        ("en", "polish the silver", "cleaning"),
        ("de", "die Zwiebeln schneide", "cooking"),
        ("de", "den Backofen putze", "cleaning"),
        ("fr", "je coupe les oignons", "cooking"),
        ("es", "corto las cebollas", "cooking"),
        ("it", "riparo la bicicletta", "work"),
        ("pt", "descasco as batatas", "cooking"),
        ("ja", "手紙を書く", "work"),
    ],
)
def test_a_clause_is_what_its_verb_says(
    language: str, clause: str, activity: str
) -> None:
    kinds = known_kinds(MOODS, "activity", clause, language)
    assert kinds == (("activity", activity),)


def test_a_clause_of_which_nothing_is_known_asks_for_nothing() -> None:
    query = parsed({"mood": "calm", "activity": "feed the cat"}).query
    assert (query.mood, query.activity, query.genre) == ("calm", None, None)
    query = parsed({"mood": "calm", "activity": "snowboarding"}).query
    assert (query.mood, query.genre) == ("calm", None)
    assert parsed({"activity": "snowboarding"}).query.genre == "snowboarding"
