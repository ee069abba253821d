"""What the skill asks in words can be answered: by yes, by a name, by a number.

Every message that ends with a question is met in some conversation here, unless it is
left open what comes next, and every such question is followed by its plain answer.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import product
from typing import Any

import pytest
from ask_sdk_core.handler_input import HandlerInput

from handlers.responses.localization import Argument
from handlers.responses.responder import CardExtras, Responder
from providers.music import Artist
from tests.handlers.alexa import Alexa, Reply, said
from tests.handlers.collection import Collection, items, track
from tests.handlers.locales.catalogue import catalogue
from tests.handlers.test_questions import INTENTS, QUESTIONS

pytestmark = pytest.mark.no_cover

Answer = tuple[str, Reply, Any, Any]
"""A message's key, its answer, the session after it, and how it came about."""

# What leaves it open what comes next: any request answers it.
OPEN = re.compile(
    r"(What next|What (else )?(would|do) you like.*|Anything else|What would you like.*"
    r"|Anything else, or shall I stop|Next, or a number|Another, or why)\?$"
)
NAMES = re.compile(
    r"(Which|Whom|Who|What shall I|.*[Ww]hich one|.*, or|.*first or)\b.*\?$"
)
KINDS = {"which", "artist", "song", "number", "meant", "speaker"}
NO_ANSWER = {
    "yes-to-nothing", "no-then-what", "question-dropped", "fallback", "nothing-to-page",
}  # fmt: skip

# Questions that only wait for a name which opens a playlist, as it does at any time.
OPENS = {
    "tracks-none", "news-none", "playlist-theirs", "playlist-gone", "playlists",
    "playlist-picks", "song-where", "namesakes", "apology-not-found",
}  # fmt: skip


# Asked in conversations that need more than this library; the tests of these intents
# answer them. A name opens a playlist at any time.
ELSEWHERE = {
    "able-to", "add-theirs", "make-nothing", "save-which", "namesakes",
    "playlist-lacks", "song-not-yet", *OPENS, "song-where-none", "launch",
}  # fmt: skip


# Said before an account is linked.
UNLINKED = ("AMAZON.FallbackIntent", "ListPlaylistsIntent")


def last_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?:])\s+", text.strip())[-1]


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the messages that were spoken, in order."""
    keys: list[str] = []
    respond = Responder.respond_with

    def noted(
        responder: Responder,
        handler_input: HandlerInput,
        key: str,
        arguments: dict[str, Argument],
        extras: CardExtras,
    ) -> Any:
        keys.append(key)
        return respond(responder, handler_input, key, arguments, extras)

    monkeypatch.setattr(Responder, "respond_with", noted)
    return keys


@pytest.fixture
def alexa(alexa: Alexa, collection: Collection) -> Alexa:
    collection.tracks = {"months": tuple(track(f"Song {n}", f"By {n}") for n in "1234")}
    collection.artists = {"months": (Artist("a1", "Eno"), Artist("a2", "Frahm"))}
    collection.contents["id-Rain"] = items(track("Rain", "Eno"))
    return alexa


BEGINNINGS: tuple[tuple[tuple[str, dict[str, Any]], ...], ...] = (
    (),
    (("ListPlaylistsIntent", {}),),
    (("OpenPlaylistIntent", {"playlist": "deep focus"}),),
    (("OpenPlaylistIntent", {"playlist": "rain"}),),
    (("RecommendIntent", {}),),
    (("RecommendPlaylistIntent", {}),),
    (("TopArtistsIntent", {}),),
    (("PlaylistOwnerIntent", {"playlist": "deep focus"}),),
)


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every intent without words, with some, and with a place where it takes one."""
    for intent, slots in INTENTS.items():
        yield intent, {}
        if slots:
            yield intent, dict.fromkeys(slots, "purple elephants")
        if "position" in slots:
            yield intent, {"position": said("ninth", "9")}


async def conversations(alexa: Alexa, spoken: list[str]) -> list[Answer]:
    """Return each answer with a question: its message, its words, the session, how."""
    found: list[Answer] = []
    for beginning in BEGINNINGS:
        alexa.attributes, alexa.turns = {}, 0
        for intent, slots in beginning:
            await alexa.says(intent, **slots)
        begun, turns = deepcopy(alexa.attributes), alexa.turns
        for intent, slots in steps():
            alexa.attributes, alexa.turns = deepcopy(begun), turns
            reply = await alexa.says(intent, **slots)
            how = (beginning, intent, slots)
            if reply.open and reply.speech.endswith("?"):
                found.append((spoken[-1], reply, deepcopy(alexa.attributes), how))
    return found


async def questioned(alexa: Alexa, spoken: list[str]) -> list[Answer]:
    """Return what is asked while a question is open, and at the beginning."""
    found: list[Answer] = []
    built_in = ("Help", "Fallback", "Repeat", "No", "Yes")
    for question, name in product(QUESTIONS.values(), built_in):
        alexa.attributes, alexa.turns = {"question": question}, 1
        reply = await alexa.says(f"AMAZON.{name}Intent")
        found.append((spoken[-1], reply, deepcopy(alexa.attributes), (question, name)))
    for linked in (True, False):
        for intent in (None, *UNLINKED):
            alexa.attributes = {}
            reply = await (alexa.says(intent) if intent else alexa.opens())
            found.append((spoken[-1], reply, deepcopy(alexa.attributes), linked))
        alexa.unlinks()
    alexa.attributes = {}
    reply = await alexa.says("DemoIntent")
    return [*found, (spoken[-1], reply, deepcopy(alexa.attributes), "demo")]


async def test_what_is_asked_can_be_answered(alexa: Alexa, spoken: list[str]) -> None:
    met, wrong = set(), set()
    linked, token = await conversations(alexa, spoken), alexa.device
    for key, reply, attributes, how in [*linked, *await questioned(alexa, spoken)]:
        if not reply.open or not reply.speech.endswith("?"):
            continue
        alexa.device = token
        question = last_sentence(reply.speech)
        met.add(key)
        if OPEN.search(question) or key in OPENS:
            continue
        pending = attributes.get("question")
        if pending and pending["purpose"] == "anything-else":
            continue  # a yes to it is asked what that is
        if NAMES.match(question):
            if pending is None or pending["kind"] not in KINDS:
                wrong.add(f"{key}: {question} {how}")
            continue
        alexa.attributes = deepcopy(attributes)
        await alexa.says("AMAZON.YesIntent")
        if spoken[-1] in NO_ANSWER:
            wrong.add(f"{key}: {question} yes: {spoken[-1]} {how}")
    assert "\n".join(sorted(wrong)) == ""
    assert questions() - met - ELSEWHERE == set()


def questions() -> set[str]:
    """The messages of which a wording ends with a question that is not open."""
    told = catalogue("en-US")
    found = set()
    for key, message in told.messages.items():
        for pattern in message.wordings.get("speech", ()):
            texts = [str(e.value) for e in pattern.elements if hasattr(e, "value")]
            end = last_sentence("".join(texts))
            if end.endswith("?") and not OPEN.search(end):
                found.add(key)
    return found


async def test_the_only_item_is_heard_again(alexa: Alexa, spoken: list[str]) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="rain")
    reply = await alexa.says("SelectIntent", position=said("ninth", "9"))
    assert "hear it again" in reply.speech
    reply = await alexa.says("AMAZON.YesIntent")
    assert "Rain by Eno" in reply.speech
    assert spoken[-1] == "tracks"


@pytest.mark.parametrize(
    "intent", ["ArtistFactsIntent", "NewByArtistIntent", "SongsByArtistIntent"]
)
async def test_whom_is_answered_with_a_name(
    alexa: Alexa, spoken: list[str], intent: str
) -> None:
    alexa.attributes = {"list": {"kind": "playlists"}}
    assert "Whom do you mean?" in (await alexa.says(intent)).speech
    reply = await alexa.says("RecommendIntent", artist="purple elephants")
    assert "purple elephants" in reply.speech
    assert spoken[-1] in ("no-such-artist", "songs-by-artist")


@pytest.mark.parametrize(
    ("intent", "slot", "expected"),
    [
        ("NeverRecommendIntent", "artist", "never-noted"),
        ("NeverRecommendIntent", "genre", "never-noted"),
        ("AllowAgainIntent", "artist", "allow-unknown"),
    ],
)
async def test_what_is_left_out_is_answered_with_a_name(
    alexa: Alexa, spoken: list[str], intent: str, slot: str, expected: str
) -> None:
    await alexa.says(intent)
    await alexa.says("RecommendIntent", **{slot: "polka"})
    assert spoken[-1] == expected


@pytest.mark.parametrize(
    "answer",
    [
        ("SelectIntent", {"position": said("second", "2")}),
        ("OpenPlaylistIntent", {"playlist": "avril 14th"}),
    ],
)
async def test_which_song_is_liked(
    alexa: Alexa, answer: tuple[str, dict[str, Any]]
) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "Which song" in (await alexa.says("LikeIntent")).speech
    reply = await alexa.says(answer[0], **answer[1])
    assert "you like Avril 14th" in reply.speech


async def test_which_song_was_meant(alexa: Alexa, spoken: list[str]) -> None:
    for intent in ("SongFactsIntent", "LastHeardIntent", "OnPlaylistIntent"):
        alexa.attributes = {"list": {"kind": "playlists"}}
        assert "Which song" in (await alexa.says(intent)).speech
        reply = await alexa.says("WhichPlaylistIntent", song="avril 14th")
        assert spoken[-1] in ("no-such-song", "last-heard-unknown", "song-where")
        assert reply.open


@pytest.mark.parametrize("intent", sorted(INTENTS))
async def test_anything_may_be_said_while_a_song_is_asked_for(
    alexa: Alexa, intent: str
) -> None:
    alexa.attributes = {"question": {"kind": "number", "purpose": "save-named"}}
    assert (await alexa.says(intent)).turn.outcome in ("answered", "apologised")


async def test_whose_it_is_may_be_asked_of_a_song_or_a_playlist(alexa: Alexa) -> None:
    reply = await alexa.says("PlaylistOwnerIntent")
    assert "Nothing is playing" in reply.speech
    await alexa.says("ListPlaylistsIntent")
    reply = await alexa.says("PlaylistOwnerIntent")
    assert reply.speech == "Of which song, or which playlist?"
    reply = await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "Deep Focus" in reply.speech
    assert "made" in reply.speech or "yours" in reply.speech
