"""Queries with unusual text, from the request's bytes to the recommender."""

import json
import re
from collections.abc import Mapping

import pytest
from ask_sdk_core.handler_input import HandlerInput
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.request import HEARD_LIMIT
from handlers.spoken_kinds import without_quantifier
from handlers.spoken_queries import QueryParser, SpokenQuery
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from service.serialization import request
from simulator.alexa import requests
from simulator.alexa.requests import (
    AlexaSession,
    DeviceProfile,
    RequestStamp,
    SlotValue,
)
from tests.handlers.alexa import NOON, said
from tests.providers.recommender_setup import MOODS, RecommenderSetup

HALVES = re.compile("[\ud800-\udfff]")
texts = st.text(max_size=HEARD_LIMIT // 2)
halves = st.sampled_from(["\ud800", "\udbff", "\udc00", "\udfff"])


def parsed(
    slots: Mapping[str, str | SlotValue],
    words: bytes = b"",
    *,
    saves: bool = True,
    language: str = "en",
) -> SpokenQuery:
    """The query of a request; WORDS in its slots travel as `words`."""
    stamp = RequestStamp("request-1", NOON)
    envelope = requests.intent(
        DeviceProfile(skill_id="s", token="ada"),
        stamp,
        AlexaSession(),
        "RecommendIntent",
        slots,
    )
    body = requests.encode(envelope).replace(b"WORDS", words)
    handler_input = HandlerInput(request.decode(body))
    parser = QueryParser(MOODS, lambda: NOON, saves=saves)
    return parser.parse(handler_input, language)


def heard(artist: str) -> RecommendationQuery:
    """The query of a request whose slot travels as these characters, escaped."""
    return parsed({"artist": "WORDS"}, json.dumps(artist)[1:-1].encode()).query


@pytest.mark.parametrize(
    ("slots", "activity", "genre"),
    [
        ({"activity": "unsere silvesterparty"}, "party", None),
        ({"genre": "wüstenblues"}, None, "blues"),
        ({"genre": "krawumm"}, None, "krawumm"),
    ],
)
def test_the_end_of_a_german_compound_tells_what_is_meant(
    slots: dict[str, str], activity: str | None, genre: str | None
) -> None:
    query = parsed(slots, language="de").query
    assert (query.activity, query.genre) == (activity, genre)


@pytest.mark.parametrize(
    ("slots", "mood"),
    [
        ({"feeling": "sad"}, "happy"),
        ({"feeling": "furious with my boss"}, "calm"),
        ({"feeling": "happy"}, "happy"),
        ({"feeling": "so very romantic"}, "romantic"),
        ({"mood": "sad"}, "sad"),
        ({"feeling": "sad", "mood": "energetic"}, "energetic"),
        ({"feeling": "jazz"}, None),
    ],
)
def test_who_feels_bad_wants_to_feel_better(
    slots: dict[str, str], mood: str | None
) -> None:
    assert parsed(slots).query.mood == mood


@pytest.mark.parametrize(
    ("slots", "feeling"),
    [
        ({"feeling": "sad"}, "sad"),
        ({"feeling": "furious with my boss"}, "angry"),
        ({"mood": "sad"}, None),
        ({"feeling": "sad", "mood": "energetic"}, None),
        ({"feeling": "jazz"}, None),
    ],
)
def test_the_feeling_that_chose_the_mood_is_known(
    slots: dict[str, str], feeling: str | None
) -> None:
    assert parsed(slots).feeling == feeling


@pytest.mark.parametrize(
    ("slots", "saves", "declined"),
    [
        ({"count": "5"}, True, ("several",)),
        ({"count": "1"}, True, ()),
        ({"count": "?"}, True, ()),
        ({"form": said("an album", "album")}, True, ("album",)),
        ({"making": "a playlist"}, True, ("ready-playlist",)),
        ({"making": "a playlist"}, False, ("playlist",)),
    ],
)
def test_what_is_no_single_song_is_declined(
    slots: Mapping[str, str | SlotValue], saves: bool, declined: tuple[str, ...]
) -> None:
    assert parsed(slots, saves=saves).declined == declined


@settings(max_examples=100, deadline=None)
@given(before=texts, half=halves, after=texts)
async def test_half_a_surrogate_pair_reaches_the_recommender_mended(
    before: str, half: str, after: str
) -> None:
    query = heard(f"{before}q{half}z{after}")
    assert "q\ufffdz" in (query.artist or "")
    assert not HALVES.search(query.artist or "")
    assert len((await RecommenderSetup().ask(query)).picks) == 3


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("it", "del jazz", "jazz"),
        ("it", "dell'hip hop", "hip hop"),
        ("it", "un po' di rock", "rock"),
        ("fr", "du jazz", "jazz"),
        ("fr", "de la pop", "pop"),
        ("fr", "de l’électro", "électro"),
        ("fr", "un peu d'électro", "électro"),
        ("es", "algo de salsa", "salsa"),
        ("pt", "um pouco de samba", "samba"),
        ("de", "etwas Jazz", "Jazz"),
        ("en", "some jazz", "jazz"),
        ("en", "something", "something"),
        ("it", "delta blues", "delta blues"),
        ("fr", "du", "du"),
        ("ja", "ジャズ", "ジャズ"),
        ("ja", "料理に合う", "料理"),
        ("es", "de", "de"),
    ],
)
def test_some_of_it_is_it(language: str, said: str, meant: str) -> None:
    assert without_quantifier(said, language) == meant
