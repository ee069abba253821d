"""Whatever is said, touched or brought back, in any order: an answer, never a failure.

Each answer is checked against the rules of every response by `Alexa.sends`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from providers.errors import (
    Forbidden,
    LinkExpired,
    NotFound,
    ProviderError,
    RateLimited,
    Unavailable,
    Unreadable,
)
from providers.music import Artist, Play, SavedTrack
from simulator.alexa.requests import ScreenProfile, SlotMatch, SlotValue
from tests.handlers.alexa import NOON, Alexa
from tests.handlers.collection import Collection, track

MODEL = Path("skill-package/interactionModels/custom/en-US.json")
INTENTS: dict[str, list[str]] = {
    intent["name"]: [slot["name"] for slot in intent.get("slots", ())]
    for intent in json.loads(MODEL.read_text(encoding="utf-8"))["interactionModel"][
        "languageModel"
    ]["intents"]
} | {"NobodysIntent": ["playlist", "nobodys"]}
LOCALES = (
    *("en-US", "en-GB", "de-DE", "es-ES", "fr-FR", "it-IT", "pt-BR", "ja-JP"),
    *("nl-NL", "fr-CA", "es-MX", "hi-IN", "xx-XX", "", "en", "de-DE-1996"),
)
ERRORS = (
    *(Forbidden(), LinkExpired(), NotFound(), RateLimited(30.0), Unavailable()),
    Unreadable(),
)
CALLS = ("playlists", "playlist_items", "top_artists", "recent_plays", "search")


@dataclass(frozen=True)
class Said:
    """An intent with its slots."""

    intent: str
    slots: tuple[tuple[str, SlotValue], ...] = ()


@dataclass(frozen=True)
class Touched:
    """Arguments that a screen sends back."""

    arguments: tuple[object, ...]


@dataclass(frozen=True)
class Forged:
    """Session attributes that are not what was sent."""

    attributes: dict[str, object]


Step = Said | Touched | Forged

_heard = st.one_of(
    st.none(),
    st.text(max_size=40),
    st.sampled_from(
        ["", " ", "?", "<speak>", "x" * 500, "🎧", "\u0000\u202e", "the second one"]
    ),
    st.sampled_from(["deep focus", "jazz", "calm", "brian eno", "5", "-1", "99999999"]),
)
_ids = st.sampled_from(
    [
        *("id-Deep Focus", "id-Gym", "gone", "deep-focus", "calm", "jazz", "new"),
        *("months", "1", "2", "-1", "0", "x" * 200, ""),
    ]
)
_matches = st.none() | st.lists(
    st.builds(SlotMatch, name=st.just("n"), id=_ids, dynamic=st.booleans()), max_size=3
).map(tuple)
_slot = st.builds(SlotValue, value=_heard, matches=_matches)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["kind", "at", "of", "ids"]), inner)
    ),
    max_leaves=4,
)


@st.composite
def _said(draw: st.DrawFn) -> Said:
    intent = draw(st.sampled_from(sorted(INTENTS)))
    names = INTENTS[intent]
    filled = draw(st.lists(st.sampled_from(names), unique=True)) if names else []
    return Said(intent, tuple((name, draw(_slot)) for name in filled))


_words = st.sampled_from(["choose", "turn", "list", "do", "tracks", "playlists", 1, 3])
_keys = st.sampled_from(["list", "question", "demo", "entities", "suggested", "x"])
_step: st.SearchStrategy[Step] = st.one_of(
    _said(),
    _said(),
    _said(),
    st.builds(Touched, st.lists(_words | _json, max_size=5).map(tuple)),
    st.builds(Forged, st.dictionaries(_keys, _json, max_size=3)),
)


@pytest.fixture
def rich(collection: Collection) -> Collection:
    """A library that has something of everything."""
    songs = [track(f"Song {n}", f"Artist {n % 3}", "Guest") for n in range(8)]
    collection.tracks = {"months": tuple(songs), "years": (songs[0],)}
    collection.artists = {"months": tuple(Artist(f"a{n}", f"A {n}") for n in range(5))}
    collection.plays = tuple(Play(song, NOON) for song in songs)
    collection.saved = tuple(SavedTrack(song, NOON) for song in songs)
    collection.followed = (Artist("a1", "A 1"),)
    return collection


@pytest.mark.slow
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    steps=st.lists(_step, min_size=1, max_size=8),
    locale=st.sampled_from(LOCALES),
    device=st.tuples(st.booleans(), st.booleans()),
    fails=st.dictionaries(st.sampled_from(CALLS), st.sampled_from(ERRORS), max_size=1),
)
@example(
    steps=[Said(name) for name in sorted(INTENTS)],
    locale="nl-NL",
    device=(True, True),
    fails={},
)
async def test_anything_is_answered(  # noqa: PLR0917 - fixtures, and what is drawn
    alexa: Alexa,
    rich: Collection,
    steps: Sequence[Step],
    locale: str,
    device: tuple[bool, bool],
    fails: dict[str, ProviderError],
) -> None:
    linked, screen = device
    rich.fails = fails
    alexa.attributes, alexa.turns = {}, 0
    alexa.device = replace(
        alexa.device,
        locale=locale,
        token="ada" if linked else None,
        screen=ScreenProfile() if screen else None,
    )
    for step in steps:
        reply = await _done(alexa, step)
        if reply is not None:
            assert reply.speech
            assert reply.turn.outcome in ("answered", "apologised")


async def _done(alexa: Alexa, step: Step) -> Any:
    match step:
        case Said(intent, slots):
            return await alexa.says(intent, **dict(slots))
        case Touched(arguments):
            # Without a screen nothing is touched.
            return await alexa.touches(*arguments) if alexa.device.screen else None
        case Forged(attributes):
            alexa.attributes = attributes
    return None
