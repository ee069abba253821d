"""What is made of sentences, as people say them and as they should not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alexa.interaction_model import (
    Entity,
    Intent,
    LanguageModel,
    Name,
    SlotSpec,
    SlotType,
    parse_model,
)
from simulator.alexa.language_understanding import (
    FALLBACK_INTENT,
    LanguageUnderstanding,
)
from simulator.alexa.requests import Interpretation, SlotMatch
from simulator.alexa.sample_patterns import ALWAYS_UNDERSTOOD
from simulator.alexa.speech_recognition import phrases_of
from tests.simulator.conftest import ENGLISH, JAPANESE

LANGUAGES = ("en-US", "de-DE", "es-ES", "fr-FR", "it-IT", "pt-BR", "ja-JP")
DEEP_FOCUS = Entity(Name("Deep Focus", ("deep concentration",)), "p1")


@pytest.fixture(scope="module")
def listening() -> LanguageUnderstanding:
    return LanguageUnderstanding(parse_model(ENGLISH, "en-US"), "en-US")


@pytest.fixture(scope="module")
def listening_in_japan() -> LanguageUnderstanding:
    return LanguageUnderstanding(parse_model(JAPANESE, "ja-JP"), "ja-JP")


def values(heard: Interpretation) -> dict[str, str]:
    return {name: slot.value for name, slot in heard.slots.items() if slot.value}


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        ("what are my playlists", "ListPlaylistsIntent", {}),
        ("What are my playlists?", "ListPlaylistsIntent", {}),
        ("Alexa, what are my playlists", "ListPlaylistsIntent", {}),
        ("please list my playlists, thanks", "ListPlaylistsIntent", {}),
        ("what are my playlist", "ListPlaylistsIntent", {}),
        ("open Morning Coffee", "OpenPlaylistIntent", {"playlist": "morning coffee"}),
        ("open nobody's album", "OpenPlaylistIntent", {"playlist": "nobody's album"}),
        ("what’s on 90s hits", "OpenPlaylistIntent", {"playlist": "90s hits"}),
        ("coffee music", "OpenPlaylistIntent", {"playlist": "coffee music"}),
        ("morning coffees", "OpenPlaylistIntent", {"playlist": "morning coffees"}),
        ("open number five", "SelectIntent", {"number": "5"}),
        ("number 12", "SelectIntent", {"number": "12"}),
        ("open number plates", "OpenPlaylistIntent", {"playlist": "number plates"}),
        ("the second one", "SelectIntent", {"position": "second"}),
        ("the other one", "SelectIntent", {"position": "other"}),
        ("play something quiet", "RecommendIntent", {"mood": "quiet"}),
        ("open a calm one", "RecommendIntent", {"mood": "calm"}),
        ("Zola's neighbours", "RecommendIntent", {"artist": "zola"}),
        ("I don't like this one", "DislikeIntent", {}),
        ("second one", "SelectIntent", {"position": "second"}),
        ("yes", "AMAZON.YesIntent", {}),
        ("that is the one", "AMAZON.YesIntent", {}),
        ("stop", "AMAZON.StopIntent", {}),
        ("help", "AMAZON.HelpIntent", {}),
        ("next", "AMAZON.NextIntent", {}),
        ("please", FALLBACK_INTENT, {}),
        ("previous", FALLBACK_INTENT, {}),  # not declared by this model
        ("colourless green ideas sleep furiously", FALLBACK_INTENT, {}),
        ("", FALLBACK_INTENT, {}),
        ("!?…", FALLBACK_INTENT, {}),
        ("x" * 5000, FALLBACK_INTENT, {}),
    ],
)
def test_sentences(
    listening: LanguageUnderstanding, said: str, intent: str, slots: dict[str, str]
) -> None:
    heard = listening.interpret(said)
    assert (heard.kind, heard.intent, values(heard)) == ("intent", intent, slots)
    assert not heard.invoked


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("ask record shelf what are my playlists", "ListPlaylistsIntent"),
        ("ask record shelf for my playlists", "ListPlaylistsIntent"),
        ("Alexa, open record shelf and list my playlists", "ListPlaylistsIntent"),
        ("open morning coffee from record shelf", "OpenPlaylistIntent"),
        ("ask record shelf to sleep furiously", FALLBACK_INTENT),
    ],
)
def test_one_shot(listening: LanguageUnderstanding, said: str, intent: str) -> None:
    heard = listening.interpret(said)
    assert (heard.intent, heard.invoked) == (intent, True)


@pytest.mark.parametrize(
    "said",
    [
        "open record shelf",
        "Alexa, open Record Shelf skill",
        "Alexa, start Record Shelf!",
        "record shelf",
    ],
)
def test_the_name_alone_launches(listening: LanguageUnderstanding, said: str) -> None:
    heard = listening.interpret(said)
    assert (heard.kind, heard.invoked) == ("launch", True)


def test_exit_leaves_without_a_word_of_the_skill(
    listening: LanguageUnderstanding,
) -> None:
    assert listening.interpret("exit") == Interpretation("exit")


def test_every_slot_of_an_intent_arrives(listening: LanguageUnderstanding) -> None:
    heard = listening.interpret("what should i listen to")
    assert {name: slot.value for name, slot in heard.slots.items()} == {
        "mood": None,
        "artist": None,
    }


def test_synonyms_resolve_to_their_value(listening: LanguageUnderstanding) -> None:
    mood = listening.interpret("play something relaxing").slots["mood"]
    assert mood.matches == (SlotMatch("calm", "calm"),)


def test_unknown_values_resolve_to_nothing(listening: LanguageUnderstanding) -> None:
    assert listening.interpret("play something purple").slots["mood"].matches == ()


def test_numbers_and_free_text_have_no_resolutions(
    listening: LanguageUnderstanding,
) -> None:
    assert listening.interpret("number 3").slots["number"].matches is None
    assert listening.interpret("something like zola").slots["artist"].matches is None


def test_dynamic_entities_are_known_by_name_and_synonym(
    listening: LanguageUnderstanding,
) -> None:
    sent = {"UserPlaylist": (DEEP_FOCUS,)}
    for said in ("Deep Focus", "open deep-focus", "open deep concentration"):
        slot = listening.interpret(said, sent).slots["playlist"]
        assert slot.matches == (SlotMatch("Deep Focus", "p1", dynamic=True),)


def test_a_built_in_intent_comes_before_a_name(
    listening: LanguageUnderstanding,
) -> None:
    sent = {"UserPlaylist": (Entity(Name("Next"), "p1"), Entity(Name("Stop"), "p2"))}
    assert listening.interpret("next please", sent).intent == "AMAZON.NextIntent"
    assert listening.interpret("stop", sent).intent == "AMAZON.StopIntent"
    named = listening.interpret("open next", sent).slots["playlist"]
    assert named.matches == (SlotMatch("Next", "p1", dynamic=True),)


def test_a_bare_name_has_to_be_like_one_that_is_known(
    listening: LanguageUnderstanding,
) -> None:
    sent = {"UserPlaylist": (DEEP_FOCUS,)}
    assert listening.interpret("deep focuss", sent).intent == "OpenPlaylistIntent"
    assert listening.interpret("deep focuss").intent == FALLBACK_INTENT


def test_an_elicited_slot_takes_any_words(listening: LanguageUnderstanding) -> None:
    heard = listening.interpret(
        "Purple Rain!", elicited_slot=("OpenPlaylistIntent", "playlist")
    )
    assert (heard.intent, values(heard)) == (
        "OpenPlaylistIntent",
        {"playlist": "purple rain"},
    )
    asked = listening.interpret("purple rain", elicited_slot=("SelectIntent", "number"))
    assert values(asked) == {"number": "?"}
    calm = listening.interpret(
        "play something calm", elicited_slot=("OpenPlaylistIntent", "playlist")
    )
    assert calm.intent == "RecommendIntent"


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        ("プレイリストを見せて", "ListPlaylistsIntent", {}),
        ("プレイリスト を 見せて。", "ListPlaylistsIntent", {}),
        ("朝のコーヒーを開いて", "OpenPlaylistIntent", {"playlist": "朝のコーヒー"}),
        ("Deep Focus を開いて", "OpenPlaylistIntent", {"playlist": "deep focus"}),
        ("三番", "SelectIntent", {"number": "3"}),
        ("２番目", "SelectIntent", {"number": "2"}),
        ("次", "AMAZON.NextIntent", {}),
        ("プレイリストを見せてください", "ListPlaylistsIntent", {}),
    ],
)
def test_japanese(
    listening_in_japan: LanguageUnderstanding,
    said: str,
    intent: str,
    slots: dict[str, str],
) -> None:
    heard = listening_in_japan.interpret(said)
    assert (heard.intent, values(heard)) == (intent, slots)


def test_japanese_invocations(listening_in_japan: LanguageUnderstanding) -> None:
    assert listening_in_japan.interpret("レコード棚を開いて").kind == "launch"
    heard = listening_in_japan.interpret("レコード棚でプレイリストを見せて")
    assert (heard.intent, heard.invoked) == ("ListPlaylistsIntent", True)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_built_in_phrases_are_understood_in_every_language(
    english: LanguageModel, locale: str
) -> None:
    listening = LanguageUnderstanding(english, locale)
    spoken = phrases_of(locale).builtins
    assert spoken.keys() >= ALWAYS_UNDERSTOOD
    for intent in (*ALWAYS_UNDERSTOOD, "AMAZON.YesIntent", "AMAZON.NextIntent"):
        for phrase in spoken[intent]:
            assert listening.interpret(phrase).intent == intent, phrase


def test_a_language_that_is_not_in_the_book_is_called_in_english(
    english: LanguageModel,
) -> None:
    assert (
        LanguageUnderstanding(english, "xx-XX").interpret("open record shelf").kind
        == "launch"
    )


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_is_understood_as_something(text: str) -> None:
    heard = _ENGLISH.interpret(text)
    assert heard.kind in ("launch", "intent", "exit")
    assert (heard.intent is None) == (heard.kind != "intent")


_ENGLISH = LanguageUnderstanding(parse_model(ENGLISH, "en-US"), "en-US")


def test_a_known_value_is_found_among_other_words(
    listening: LanguageUnderstanding,
) -> None:
    heard = listening.interpret("so maybe something calm for me to play")
    assert (heard.intent, values(heard)) == ("RecommendIntent", {"mood": "calm"})


def test_an_answer_may_sound_like_another_intent_with_unknown_words(
    listening: LanguageUnderstanding,
) -> None:
    question = ("OpenPlaylistIntent", "playlist")
    heard = listening.interpret(
        "something like this old thing of my granny", elicited_slot=question
    )
    assert (heard.intent, values(heard)) == (
        "OpenPlaylistIntent",
        {"playlist": "something like this old thing of my granny"},
    )


def _model(**samples: tuple[str, ...]) -> LanguageModel:
    """A model with these samples; each slot takes any words."""
    intents = []
    for intent, said in samples.items():
        names = dict.fromkeys(re.findall(r"{(\w+)}", " ".join(said)))
        slots = tuple(SlotSpec(name, f"User{name.title()}") for name in names)
        intents.append(Intent(intent, slots, said))
    return LanguageModel("record shelf", tuple(intents))


_AROUND_NAMES = _model(
    SongsByArtist=("play something by {artist}", "what do I have by {artist}"),
    TellAbout=("tell me a bit about {artist}", "tell me about {artist}"),
    Tour=("when is {artist} on tour", "is {artist} touring", "any tour of {artist}"),
    Add=("add {song} to {playlist}", "add it to {playlist}"),
    Open=("open {playlist}", "open my {playlist} playlist"),
)


_VOTES = _model(
    Add=("put {song} on {playlist}", "throw {song} into {playlist}", "put it onto it"),
    Owner=("tell me who made it", "who made {playlist}", "who made this one"),
    Open=("open {playlist}", "open my {playlist} playlist", "what is on it"),
    Kept=("do you listen to me", "do you keep what I say", "do you listen in"),
    Heard=("when did I hear it", "when's the last time I listened to {song}"),
    Genres=("what kind of music am I into", "what kind of music is mine"),
)


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        ("do you listen in on my conversations", "Kept", ""),
        ("throw midnight alibi onto running now", "Add", "midnight alibi, running"),
        ("purple elephants dance at noon", "AMAZON.FallbackIntent", ""),
        ("do you keep salt season in there", "AMAZON.FallbackIntent", ""),
        ("open the long way home", "Open", "the long way home"),
    ],
)
def test_most_of_the_words_tell_the_intent_where_no_sample_is_near(
    said: str, intent: str, slots: str
) -> None:
    library = {"UserPlaylist": (Entity(Name("Running"), "p1"),)}
    heard = LanguageUnderstanding(_VOTES, "en-US").interpret(said, library)
    assert heard.intent == intent
    assert ", ".join(values(heard).values()) == slots


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        ("put on something by vesper choir", "SongsByArtist", "vesper choir"),
        ("is vesper choir touring this year", "Tour", "vesper choir"),
        ("tell me about salt and the season", "TellAbout", "salt and the season"),
        ("add golden alibi to running", "Add", "golden alibi, running"),
        ("open the sailor is on it", "Open", "the sailor is on it"),
        ("my brother likes trains", "AMAZON.FallbackIntent", ""),
    ],
)
def test_an_unknown_name_is_found_by_the_words_around_it(
    said: str, intent: str, slots: str
) -> None:
    heard = LanguageUnderstanding(_AROUND_NAMES, "en-US").interpret(said)
    assert heard.intent == intent
    assert ", ".join(values(heard).values()) == slots


_OCCASIONS = SlotType(
    "Occasion", (Entity(Name("a wedding", ("the wedding",)), "wedding"),)
)
_CLAUSES = LanguageModel(
    "record shelf",
    (
        Intent(
            "Recommend",
            (SlotSpec("occasion", "Occasion"), SlotSpec("novelty", "Novelty")),
            (
                "anything nice while I {occasion}",
                "anything nice for {occasion} {novelty}",
                "anything nice for {occasion}",
            ),
        ),
    ),
    (_OCCASIONS, SlotType("Novelty", (Entity(Name("never heard"), "new"),))),
)


@pytest.mark.parametrize(
    ("said", "occasion"),
    [
        ("anything nice while I do the wedding bouquets", "do the wedding bouquets"),
        ("anything nice while I rip out the old bathroom", "rip out the old bathroom"),
        ("anything nice for the wedding", "the wedding"),
        ("anything nice for the wedding later", "the wedding"),
    ],
)
def test_a_clause_is_heard_whole(said: str, occasion: str) -> None:
    heard = LanguageUnderstanding(_CLAUSES, "en-US").interpret(said)
    assert values(heard) == {"occasion": occasion}


_MOMENTS = _model(
    Called=("what's this called", "is it called anything"),
    Livelier=("more upbeat than that", "is there more of it"),
    Keep=("keep that for later", "is that kept"),
    Enough=("that'll do for now", "is that it for now"),
    Length=("how long is it", "is it a long one"),
    People=("my sister and me", "more for my sister"),
)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("wait what's this called it's so good", "Called"),
        ("more upbeat than that i'm really falling asleep here", "Livelier"),
        ("my tea is ready now keep that for later would you", "Keep"),
        ("that'll do for now it's bath time for the little ones", "Enough"),
        ("we've a long drive so how long is it then", "Length"),
        ("yesterday she went to the market with my sister", FALLBACK_INTENT),
    ],
)
def test_a_clause_tells_what_a_sentence_wants(said: str, intent: str) -> None:
    heard = LanguageUnderstanding(_MOMENTS, "en-US").interpret(said)
    assert heard.intent == intent


_LENGTH = _model(Length=("how long is the playlist", "how long is {playlist}"))


def test_what_is_nearly_a_sample_may_have_a_name() -> None:
    listening = LanguageUnderstanding(_LENGTH, "en-US")
    heard = listening.interpret("how long is the jog playlist")
    assert values(heard) == {"playlist": "the jog playlist"}
    assert values(listening.interpret("how long is the playlst")) == {}


def test_a_value_that_is_nearly_said_is_meant() -> None:
    tour = Entity(Name("do they play in Berlin soon"), "concerts")
    question = Intent("Question", (SlotSpec("topic", "Topic"),), ("{topic}",))
    model = LanguageModel("record shelf", (question,), (SlotType("Topic", (tour,)),))
    listening = LanguageUnderstanding(model, "en-US")
    heard = listening.interpret("do they play in Bern soon")
    assert heard.slots["topic"].matches == (
        SlotMatch("do they play in Berlin soon", "concerts"),
    )


_WISHES = _model(
    Recommend=(
        "some {genre}",
        "something {mood}",
        "something like {performer}",
        "nothing too {unwanted}",
        "without {unwanted}",
    ),
    Open=("open {playlist}",),
)


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("some jazz but nothing too loud", "jazz, loud"),
        ("some jazz but nothing too loud the baby is asleep", "jazz, loud"),
        ("something like vesper choir but without drums", "vesper choir, drums"),
        ("open jazz but nothing too loud", "jazz but nothing too loud"),
    ],
)
def test_a_wish_has_two_parts(said: str, slots: str) -> None:
    known = {
        "UserGenre": (Entity(Name("jazz"), "jazz"),),
        "UserMood": (Entity(Name("quiet"), "quiet"),),
        "UserUnwanted": (Entity(Name("loud"), "loud"),),
    }
    heard = LanguageUnderstanding(_WISHES, "en-US").interpret(said, known)
    assert ", ".join(values(heard).values()) == slots


def test_a_wish_has_a_reason() -> None:
    quiet = Entity(Name("quiet"), "quiet")
    wish = Intent("Wish", (SlotSpec("mood", "Mood"),), ("something {mood}",))
    model = LanguageModel("record shelf", (wish,), (SlotType("Mood", (quiet,)),))
    listening = LanguageUnderstanding(model, "en-US")
    heard = listening.interpret("something quiet i have to write three essays")
    assert values(heard) == {"mood": "quiet"}


def test_a_wish_is_the_end_of_a_sentence_without_spaces() -> None:
    quiet = Entity(Name("静か"), "quiet")
    wish = Intent("Wish", (SlotSpec("mood", "Mood"),), ("{mood} な曲ある",))
    model = LanguageModel("レコード", (wish,), (SlotType("Mood", (quiet,)),))
    listening = LanguageUnderstanding(model, "ja-JP")
    assert values(listening.interpret("頭が痛いんだよね、静かな曲ある")) == {
        "mood": "静か"
    }
    assert listening.interpret("頭が痛いんだよね").intent == "AMAZON.FallbackIntent"


@pytest.mark.parametrize(("said", "number"), [("due", {"number": "2"}), ("una", {})])
def test_an_article_is_no_number(said: str, number: dict[str, str]) -> None:
    verbs = ("metti", "trova", "salva", "togli", "cerca", "suona", "leggi", "copia")
    intents = [
        Intent(f"Other{n}", (), (f"{verb} una canzone",))
        for n, verb in enumerate(verbs)
    ]
    choose = ("apri quella canzone numero {number}",)
    spec = (SlotSpec("number", "AMAZON.NUMBER"),)
    intents.append(Intent("Choose", spec, choose))
    model = LanguageModel("dischi", tuple(intents), ())
    listening = LanguageUnderstanding(model, "it-IT")
    assert values(listening.interpret(f"{said} apri quella canzone numero")) == number


_MOODS = SlotType(
    "Mood", tuple(Entity(Name(name), name) for name in ("sad", "loud", "calm"))
)
_PARTS = LanguageModel(
    "record shelf",
    (
        Intent(
            "Recommend",
            (
                SlotSpec("mood", "Mood"),
                SlotSpec("unwanted", "Mood"),
                SlotSpec("artist", "UserArtist"),
            ),
            (
                "something {mood}",
                "something by {artist}",
                "music like {artist}",
                "for a {mood} day",
                "not too {unwanted}",
                "show me a song",
            ),
        ),
        Intent(
            "Open",
            (SlotSpec("playlist", "UserPlaylist"),),
            ("show me {playlist}", "find {playlist}"),
        ),
    ),
    (_MOODS,),
)


@pytest.mark.parametrize(
    ("said", "intent", "slots"),
    [
        ("something calm but not too sad", "Recommend", "mood=calm unwanted=sad"),
        (
            "something by abba but not too loud",
            "Recommend",
            "artist=abba unwanted=loud",
        ),
        ("something by abba for a sad day", "Recommend", "artist=abba mood=sad"),
        ("something calm and music like abba", "Recommend", "artist=abba mood=calm"),
        ("show me something calm", "Recommend", "mood=calm"),
        ("find something calm", "Open", "playlist=something calm"),
        ("show me calm", "Open", "playlist=calm"),
    ],
)
def test_two_parts_of_a_sentence_are_one_wish(
    said: str, intent: str, slots: str
) -> None:
    heard = LanguageUnderstanding(_PARTS, "en-US").interpret(said)
    filled = sorted(values(heard).items())
    assert heard.intent == intent
    assert " ".join(f"{name}={words}" for name, words in filled) == slots
