"""What is nearest to a sentence that no sample has word for word."""

import pytest

from simulator.alexa.intent_index import IntentIndex
from simulator.alexa.interaction_model import LanguageModel
from simulator.alexa.requests import SlotValue
from simulator.alexa.sample_patterns import SampleFit, SamplePattern
from simulator.alexa.sample_utterances import SampleIndex
from simulator.alexa.sentence_fits import UnsureMatch
from simulator.alexa.speech_recognition import Phrases

PHRASES = Phrases(
    polite=("please",),
    launch=(),
    ask=(),
    exit=(),
    builtins={},
    contractions={"n't": " not", "gimme": "give me"},
    endings=("s",),
    negations=("not",),
)


def _genre(_intent: str, _slot: str) -> str:
    return "Genre"


SAMPLES = {
    "WishIntent": ("what should I listen to", "find me some {genre}", "{genre}"),
    "CountIntent": ("how many playlists do I have", "yes please count them"),
    "ReadIntent": ("read my playlists", "what are my playlists"),
}


@pytest.fixture(scope="module")
def index() -> SampleIndex:
    patterns = [
        SamplePattern.compile(intent, sample)
        for intent, samples in SAMPLES.items()
        for sample in samples
    ]
    return SampleIndex(patterns, _genre, PHRASES)


def is_jazz(words: str, slot_type: str) -> bool:
    return (words, slot_type) == ("smooth jazz", "Genre")


@pytest.mark.parametrize(
    ("said", "intent", "words"),
    [
        ("what do you think I should listen to", "WishIntent", {}),
        ("and how many playlists have I", "CountIntent", {}),
        ("read out all my playlists please", "ReadIntent", {}),
        ("find me a bit of smooth jazz", "WishIntent", {"genre": "smooth jazz"}),
    ],
)
def test_other_words_around_the_same_meaning(
    index: SampleIndex, said: str, intent: str, words: dict[str, str]
) -> None:
    nearest = index.nearest(said.lower(), is_jazz, frozenset())
    assert nearest
    assert (nearest.pattern.intent, nearest.words) == (intent, words)
    assert nearest.similarity < 1


@pytest.mark.parametrize(
    "said",
    [
        "",
        "please",
        "purple elephants dance",
        "find me some purple elephants",  # no known value
        "smooth jazz elephants",  # nothing but a slot of a type that takes any words
        "how many elephants do you see in the room",
    ],
)
def test_nothing_is_near(index: SampleIndex, said: str) -> None:
    assert index.nearest(said, is_jazz, frozenset(("Genre",))) is None


def test_a_slot_alone_is_near_where_its_type_is_closed(index: SampleIndex) -> None:
    nearest = index.nearest("smooth jazz maybe", is_jazz, frozenset())
    assert nearest
    assert nearest.words == {"genre": "smooth jazz"}


def test_a_rare_word_tells_more_than_a_common_one(index: SampleIndex) -> None:
    said = "count all my playlists"
    without_count = index.explained(said, "count", is_open=False)
    assert without_count < index.explained(said, "playlists", is_open=False)
    assert without_count < index.explained(said, "count", is_open=True)


def test_without_spaces_pairs_of_letters_are_compared() -> None:
    sample = SamplePattern.compile("ReadIntent", "プレイリストを見せて")
    index = SampleIndex([sample], _genre, PHRASES)
    nearest = index.nearest("プレイリストを全部見せて", is_jazz, frozenset())
    assert nearest
    assert nearest.pattern is sample


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("I like songs", "LikeIntent"),
        ("I do not like this song", "DislikeIntent"),
        ("I don't like this song", "DislikeIntent"),
        ("gimme the song", "GiveIntent"),
    ],
)
def test_short_forms_endings_and_negation(said: str, intent: str) -> None:
    samples = {
        "LikeIntent": "I do like this song",
        "DislikeIntent": "I don't like this",
        "GiveIntent": "give me a song",
    }
    patterns = [SamplePattern.compile(name, text) for name, text in samples.items()]
    nearest = SampleIndex(patterns, _genre, PHRASES).nearest(
        said.lower(), is_jazz, frozenset()
    )
    assert nearest is not None
    assert nearest.pattern.intent == intent


@pytest.mark.parametrize(
    ("words", "is_clear"),
    [("backwards", True), ("chuck velvet gardens in there and shuffle", False)],
)
def test_many_unknown_words_are_no_new_value_of_a_list(
    words: str, is_clear: bool
) -> None:
    pattern = SamplePattern.compile("PlayIntent", "{order} my songs")
    slots = {"order": SlotValue(words, (), "Order")}
    match = SampleFit(1.0, pattern, slots, sure=False, is_open=False)
    assert UnsureMatch(match, 0.9).is_clear is is_clear


def test_values_of_other_slots_that_samples_have_together() -> None:
    index = IntentIndex(
        [
            SamplePattern.compile("WishIntent", sample)
            for sample in ("i fancy a bit of {genre}", "{mood} {genre}")
        ],
        lambda _intent, slot: slot,
        PHRASES,
        LanguageModel("record shelf"),
    )

    def is_known(words: str, slot_type: str) -> bool:
        return (words, slot_type) in {("jazz", "genre"), ("quiet", "mood")}

    text = "i fancy a bit of quiet jazz"
    nearest = index.nearest(text, is_known, frozenset())
    assert nearest
    assert nearest.words == {"genre": "jazz"}
    filled = index.with_values(nearest, text, is_known, ())
    assert filled.words == {"genre": "jazz", "mood": "quiet"}
    assert index.with_values(nearest, text, is_known, {"mood"}) == nearest
    negated = index.with_values(
        nearest, text.replace("quiet", "not quiet"), is_known, ()
    )
    assert negated == nearest
