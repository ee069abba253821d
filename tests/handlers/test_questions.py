"""Questions: a bare name answers them, one answer that does not fit drops them.

Nothing makes the same question come three times without a pause.
"""

import json
from copy import deepcopy
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from handlers.dialog import ELICITED
from handlers.session import MOST_TIMES, PendingQuestion
from providers.recommender.service import RecommendationService
from tests.handlers.alexa import Alexa, Reply, said
from tests.handlers.collection import Collection, playlist, track

pytestmark = pytest.mark.no_cover

MODEL = Path("skill-package/interactionModels/custom/en-US.json")
INTENTS: dict[str, list[str]] = {
    intent["name"]: [slot["name"] for slot in intent.get("slots", ())]
    for intent in json.loads(MODEL.read_text(encoding="utf-8"))["interactionModel"][
        "languageModel"
    ]["intents"]
}
WORDS = (None, "purple elephants", "99", "the second one", "it", "x" * 500)
QUESTIONS: dict[str, dict[str, Any]] = {
    "which": {"kind": "which", "purpose": "open"},
    "length": {"kind": "which", "purpose": "length"},
    "either": {"kind": "meant", "purpose": "open", "ids": ["id-Gym", "id-Rain"]},
    "one": {"kind": "meant", "purpose": "owner", "ids": ["id-Gym"]},
    "forget": {"kind": "confirm", "purpose": "forget"},
    "offer": {"kind": "confirm", "purpose": "recommend"},
    "demo": {"kind": "confirm", "purpose": "demo"},
    "artist": {"kind": "artist", "purpose": "recommend"},
    "song": {"kind": "song", "purpose": "search"},
    "number": {"kind": "number", "purpose": "select"},
    "to play": {"kind": "number", "purpose": "play"},
    "speaker": {"kind": "speaker", "purpose": "play", "ids": ["ada-phone"]},
    "thanks": {"kind": "confirm", "purpose": "anything-else"},
    "bent": {"kind": "which", "purpose": "sell"},
}


def elicited(reply: Reply) -> tuple[str, str] | None:
    """The intent and slot of the response's `Dialog.ElicitSlot`."""
    found = [d for d in reply.directives if d["type"] == "Dialog.ElicitSlot"]
    assert len(found) <= 1
    if not found:
        return None
    intent, slot = found[0]["updatedIntent"], found[0]["slotToElicit"]
    assert intent["slots"][slot]["name"] == slot
    return intent["name"], slot


def open_question(alexa: Alexa) -> tuple[Any, ...] | None:
    question = alexa.attributes.get("question")
    if question is None:
        return None
    return question["kind"], question["purpose"], tuple(question.get("ids", ()))


@pytest.mark.parametrize(
    ("intent", "slots", "kind"),
    [
        ("OpenPlaylistIntent", {}, "which"),
        ("PlaylistLengthIntent", {}, "which"),
        ("OpenPlaylistIntent", {"playlist": "purple elephants"}, "which"),
        ("WhichPlaylistIntent", {}, "song"),
        ("WhichPlaylistIntent", {"song": "purple elephants"}, "song"),
        ("RecommendIntent", {}, "artist"),
        ("RecommendIntent", {"genre": "purple elephants"}, "artist"),
    ],
)
async def test_a_question_for_a_name_elicits_it(
    alexa: Alexa, intent: str, slots: dict[str, str], kind: str
) -> None:
    reply = await alexa.says(intent, **slots)
    assert reply.open
    assert alexa.attributes["question"]["kind"] == kind
    assert elicited(reply) == ELICITED[kind]


async def test_the_answer_is_understood(alexa: Alexa) -> None:
    await alexa.says("PlaylistLengthIntent")
    reply = await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "15 minutes" in reply.speech
    assert elicited(reply) is None
    await alexa.says("WhichPlaylistIntent")
    assert "Deep Focus" in (await alexa.says("WhichPlaylistIntent", song="says")).speech


async def test_other_questions_elicit_nothing(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("Morning Run"), playlist("Morning Sun"))
    assert elicited(await alexa.opens()) is None
    reply = await alexa.says("OpenPlaylistIntent", playlist="morning fun")
    assert elicited(reply) is None
    assert elicited(await alexa.says("ForgetMeIntent")) is None


async def test_a_touch_elicits_nothing(alexa: Alexa) -> None:
    """Alexa takes the directive in the response to an intent alone."""
    alexa.attributes = {"question": QUESTIONS["which"]}
    assert elicited(await alexa.touches("do", "nothing")) is None


async def test_one_name_that_does_not_fit_drops_the_question(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent")
    reply = await alexa.says("OpenPlaylistIntent", playlist="purple elephants")
    assert "purple elephants" in reply.speech
    assert open_question(alexa) is None
    assert elicited(reply) is None


@pytest.mark.parametrize("question", sorted(QUESTIONS))
async def test_any_other_intent_drops_the_question(alexa: Alexa, question: str) -> None:
    alexa.attributes = {"question": QUESTIONS[question]}
    await alexa.says("RecentPlaysIntent")
    assert open_question(alexa) is None


@pytest.mark.parametrize("question", sorted(QUESTIONS))
async def test_an_aside_leaves_the_question_open(alexa: Alexa, question: str) -> None:
    """It is asked once more, and then not again; a change has to be asked for anew."""
    dropped = ("forget", "thanks", "length", "one")  # "one" and "length" ask facts
    alexa.attributes = {"question": QUESTIONS[question]}
    reply = await alexa.says("CountPlaylistsIntent")
    assert (open_question(alexa) is None) is (question in dropped)
    assert reply.speech.endswith("What would you like?") is (question in dropped)
    await alexa.says("CountPlaylistsIntent")
    assert open_question(alexa) is None


async def test_only_asides_about_the_skill_offer_again(alexa: Alexa) -> None:
    await alexa.opens()
    counted = await alexa.says("CountPlaylistsIntent")
    assert counted.speech.endswith("Shall I pick something?")
    await alexa.opens()
    told = await alexa.says("SongFactsIntent", song="dreams")
    assert open_question(alexa) is None, told.speech


def _steps() -> list[tuple[str, dict[str, str | None]]]:
    """Every intent with its slots empty, and with each of the words in all of them."""
    steps: list[tuple[str, dict[str, str | None]]] = []
    for intent, slots in INTENTS.items():
        words = WORDS if slots else (None,)
        steps += [(intent, dict.fromkeys(slots, word)) for word in words]
    return steps


@pytest.mark.slow
@pytest.mark.parametrize("question", sorted(QUESTIONS))
async def test_no_question_comes_three_times(
    alexa: Alexa, collection: Collection, question: str
) -> None:
    """Every question, and after it every intent said over and over."""
    collection.saved = ()
    for intent, slots in _steps():
        alexa.attributes, alexa.turns = {"question": QUESTIONS[question]}, 0
        asked = [open_question(alexa)]
        for _ in range(4):
            reply = await alexa.says(intent, **slots)
            assert reply.turn.outcome in {"answered", "apologised"}
            if not reply.open:
                break
            asked.append(open_question(alexa))
        for first, second, third in zip(asked, asked[1:], asked[2:], strict=False):
            assert first is None or not first == second == third, (intent, slots)


@pytest.mark.slow
async def test_no_question_comes_three_times_in_turns(
    alexa: Alexa, collection: Collection
) -> None:
    """Every question, and after it any two answers by turns."""
    collection.shelf = (playlist("Morning Run"), playlist("Morning Sun"))
    answers: list[tuple[str, dict[str, Any]]] = [
        ("AMAZON.HelpIntent", {}),
        ("AMAZON.FallbackIntent", {}),
        ("AMAZON.YesIntent", {}),
        ("AMAZON.NoIntent", {}),
        ("AMAZON.RepeatIntent", {}),
        ("OpenPlaylistIntent", {}),
        ("OpenPlaylistIntent", {"playlist": "morning fun"}),
        ("OpenPlaylistIntent", {"playlist": "purple elephants"}),
        ("SelectIntent", {}),
        ("SelectIntent", {"number": "99"}),
        ("SelectIntent", {"position": said("ninth", "9")}),
        ("WhichPlaylistIntent", {}),
        ("RecommendIntent", {"artist": "purple elephants"}),
        ("ForgetMeIntent", {}),
    ]
    every = list(product(QUESTIONS, answers, answers))
    for question, *pair in every[::11]:  # each answer with each question and place
        alexa.attributes, alexa.turns = {"question": QUESTIONS[question]}, 0
        asked = [open_question(alexa)]
        for intent, slots in (*pair, *pair, *pair):
            reply = await alexa.says(intent, **slots)
            if not reply.open:
                break
            asked.append(open_question(alexa))
            unpaused = (
                asked[len(asked) - asked[::-1].index(None) :]
                if None in asked
                else asked
            )
            for each in set(unpaused):
                assert unpaused.count(each) <= MOST_TIMES, (question, pair)


@pytest.mark.parametrize("answer", ["AMAZON.YesIntent", "AMAZON.NoIntent"])
async def test_a_yes_stores_a_taste_only_where_that_was_asked(
    alexa: Alexa, collection: Collection, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    """A pick, after it every intent, and a yes or a no to what that asked."""
    stored: list[object] = []

    async def give_feedback(*pick: object, **_opinion: object) -> None:
        stored.append(pick)

    monkeypatch.setattr(RecommendationService, "give_feedback", give_feedback)
    collection.tracks = {"months": tuple(track(f"Song {n}", f"By {n}") for n in "123")}
    assert "ike it" in (await alexa.says("RecommendIntent")).speech
    picked = deepcopy(alexa.attributes)
    stored_after = set()
    for intent, slots in _steps():
        alexa.attributes = deepcopy(picked)
        reply = await alexa.says(intent, **slots)
        stored.clear()
        if reply.open:
            await alexa.says(answer)
        asked = "ike it?" in reply.reprompt
        assert len(stored) <= (asked and answer == "AMAZON.YesIntent"), (intent, slots)
        if stored:
            stored_after.add(intent)
    assert ("AnotherIntent" in stored_after) == (answer == "AMAZON.YesIntent")


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("WhichPlaylistIntent", {"song": "purple elephants"}),
        ("OpenPlaylistIntent", {"playlist": "purple elephants"}),
        ("PlaylistLengthIntent", {"playlist": "purple elephants"}),
        ("PlaylistOwnerIntent", {"playlist": "deep focus"}),
        ("TopArtistsIntent", {}),
    ],
)
async def test_no_opinion_of_a_pick_after_something_else_was_named(
    alexa: Alexa, collection: Collection, intent: str, slots: dict[str, str]
) -> None:
    collection.tracks = {"months": tuple(track(f"Song {n}", f"By {n}") for n in "123")}
    await alexa.says("RecommendIntent")
    await alexa.says(intent, **slots)
    named = deepcopy(alexa.attributes)
    for opinion in ("LikeIntent", "DislikeIntent"):
        alexa.attributes = deepcopy(named)
        assert "Which song" in (await alexa.says(opinion)).speech


async def test_no_opinion_of_a_pick_after_a_page_was_read(
    alexa: Alexa, collection: Collection
) -> None:
    collection.tracks = {"months": tuple(track(f"Song {n}", f"By {n}") for n in "123")}
    await alexa.says("RecommendIntent")
    await alexa.says("ListPlaylistsIntent")
    read = deepcopy(alexa.attributes)
    assert "Which song" in (await alexa.says("LikeIntent")).speech
    alexa.attributes = read
    assert "instead" in (await alexa.says("DislikeIntent")).speech


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    [
        {"kind": "which", "purpose": "open", "earlier": ["x"]},
        {"kind": "which", "purpose": "open", "earlier": [-1, 2**40]},
        {"kind": "which", "purpose": "open", "earlier": list(range(99))},
        {"kind": "guess", "purpose": "open"},
        {"kind": "which", "purpose": "x" * 5_000},
        [{"kind": "which"}],
    ],
)
@pytest.mark.parametrize("intent", sorted(INTENTS))
async def test_a_question_that_was_bent(
    alexa: Alexa, question: Any, intent: str
) -> None:
    alexa.attributes = {"question": question}
    reply = await alexa.says(intent)
    assert reply.turn.outcome == "answered"
    assert len(str(alexa.attributes)) < 2_000


def test_every_question_is_one_that_can_be_kept() -> None:
    kinds = {str(question["kind"]) for question in QUESTIONS.values()}
    assert set(ELICITED) <= kinds
    assert PendingQuestion("which", "open").fingerprint < 2**32
