""" "Did you mean A or B?", and everything that answers it."""

import pytest

from simulator.alexa.requests import SlotValue
from tests.handlers.alexa import Alexa, said
from tests.handlers.collection import Collection, playlist
from tests.handlers.locales.catalogue import locales

pytestmark = pytest.mark.no_cover


@pytest.fixture
def doubtful(collection: Collection) -> None:
    names = ("Morning Run", "Morning Sun", "Evening")
    collection.shelf = tuple(playlist(name) for name in names)


async def asked(alexa: Alexa) -> None:
    reply = await alexa.says("OpenPlaylistIntent", playlist="morning fun")
    assert "Morning Run" in reply.speech
    assert "Morning Sun" in reply.speech
    assert reply.open


async def test_two_near_names_are_asked_about(alexa: Alexa, doubtful: None) -> None:
    await asked(alexa)
    assert alexa.attributes["question"]["ids"] == ["id-Morning Run", "id-Morning Sun"]


@pytest.mark.parametrize(
    ("intent", "slots", "expected"),
    [
        ("SelectIntent", {"position": said("second", "2")}, "Morning Sun"),
        ("SelectIntent", {"number": "1"}, "Morning Run"),
        ("SelectIntent", {"position": said("last", "-1")}, "Morning Sun"),
        ("OpenPlaylistIntent", {"playlist": "sun"}, "Morning Sun"),
        ("OpenPlaylistIntent", {"playlist": "morning run"}, "Morning Run"),
        ("OpenPlaylistIntent", {"playlist": "evening"}, "Evening"),
    ],
)
async def test_answers(
    alexa: Alexa,
    doubtful: None,
    intent: str,
    slots: dict[str, SlotValue | str | None],
    expected: str,
) -> None:
    await asked(alexa)
    reply = await alexa.says(intent, **slots)
    assert f"nothing on {expected} yet" in reply.speech


@pytest.mark.parametrize("number", ["7", "0"])
async def test_no_such_number_asks_again(
    alexa: Alexa, doubtful: None, number: str
) -> None:
    await asked(alexa)
    reply = await alexa.says("SelectIntent", number=number)
    assert "Morning Run" in reply.speech
    assert "question" in alexa.attributes


async def test_yes_to_two_asks_again(alexa: Alexa, doubtful: None) -> None:
    await asked(alexa)
    reply = await alexa.says("AMAZON.YesIntent")
    assert "Morning Run" in reply.speech
    assert "Morning Sun" in reply.speech


async def test_no_offers_another_try(alexa: Alexa, doubtful: None) -> None:
    await asked(alexa)
    reply = await alexa.says("AMAZON.NoIntent")
    assert "list my playlists" in reply.speech
    again = await alexa.says("OpenPlaylistIntent", playlist="evening")
    assert "nothing on Evening" in again.speech


async def test_one_near_name_is_confirmed(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = (playlist("Deep Focus Classical"), playlist("Rain"))
    reply = await alexa.says("OpenPlaylistIntent", playlist="focus classic")
    assert "Deep Focus Classical" in reply.speech
    yes = await alexa.says("AMAZON.YesIntent")
    assert "nothing on Deep Focus Classical" in yes.speech


async def test_the_candidates_may_be_gone(
    alexa: Alexa, collection: Collection, doubtful: None
) -> None:
    await asked(alexa)
    collection.shelf = collection.shelf[2:]
    reply = await alexa.says("SelectIntent", number="1")
    assert "isn't there any more" in reply.speech
    await alexa.says("OpenPlaylistIntent", playlist="evening")
    alexa.attributes = {
        "question": {"kind": "meant", "purpose": "open", "ids": ["gone-1", "gone-2"]}
    }
    assert "isn't there any more" in (await alexa.says("AMAZON.YesIntent")).speech


@pytest.mark.parametrize("intent", ["AMAZON.YesIntent", "AMAZON.NoIntent"])
async def test_yes_and_no_to_nothing(alexa: Alexa, intent: str) -> None:
    reply = await alexa.says(intent)
    assert reply.open
    assert reply.speech.endswith("?")


async def test_yes_to_which(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent")
    assert (await alexa.says("AMAZON.YesIntent")).open
    reply = await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "An Ending" in reply.speech


async def test_repeat_asks_again(alexa: Alexa, doubtful: None) -> None:
    await asked(alexa)
    again = await alexa.says("AMAZON.RepeatIntent")
    assert "Morning Run" in again.speech
    assert alexa.attributes["question"]["kind"] == "meant"
    await alexa.says("OpenPlaylistIntent")
    assert (await alexa.says("AMAZON.RepeatIntent")).open
    assert alexa.attributes["question"]["kind"] == "which"
    await alexa.says("ForgetMeIntent")
    assert "forget" in (await alexa.says("AMAZON.RepeatIntent")).speech
    assert alexa.attributes["question"]["kind"] == "confirm"
    alexa.attributes = {"question": {"kind": "meant", "purpose": "sell"}}
    assert "nothing I could" in (await alexa.says("AMAZON.RepeatIntent")).speech


async def test_a_question_waits_one_turn_only(alexa: Alexa, doubtful: None) -> None:
    await asked(alexa)
    await alexa.says("ListPlaylistsIntent")
    assert "question" not in alexa.attributes


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("intent", ["ListPlaylistsIntent", "CountPlaylistsIntent"])
async def test_the_only_playlist_is_opened_by_a_yes(
    alexa: Alexa, collection: Collection, locale: str, intent: str
) -> None:
    collection.shelf = (playlist("Solo"),)
    alexa.speaks(locale)
    assert (await alexa.says(intent)).open
    await alexa.says("AMAZON.YesIntent")
    assert collection.calls[-1] == "playlist_items"


async def test_the_only_playlist_is_asked_about_as_one(
    alexa: Alexa, collection: Collection
) -> None:
    collection.shelf = (playlist("Solo"),)
    reply = await alexa.says("ListPlaylistsIntent")
    assert "Solo. Shall I open it?" in reply.speech


async def test_yes_while_a_list_is_read_goes_on(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    assert "Gym, Café, and Rain" in (await alexa.says("AMAZON.YesIntent")).speech
    assert "Zzz" in (await alexa.says("AMAZON.YesIntent")).speech
    assert "Which" in (await alexa.says("AMAZON.YesIntent")).speech
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert "Strobe" in (await alexa.says("AMAZON.YesIntent")).speech
    assert "Sure." in (await alexa.says("AMAZON.YesIntent")).speech


async def test_a_number_of_an_empty_shelf(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = ()
    reply = await alexa.says("SelectIntent", number="5")
    assert "You don't have any playlists yet" in reply.speech
    assert reply.open


@pytest.mark.parametrize("locale", locales())
async def test_no_to_what_next_is_goodbye(alexa: Alexa, locale: str) -> None:
    alexa.speaks(locale)
    await alexa.says("PlaylistLengthIntent", playlist="deep focus")
    assert (await alexa.says("AMAZON.NoIntent")).closed


async def test_no_to_a_next_page_leaves_the_session_open(alexa: Alexa) -> None:
    await alexa.says("OpenPlaylistIntent", playlist="deep focus")
    assert (await alexa.says("AMAZON.NoIntent")).open
    await alexa.says("AMAZON.NextIntent")
    assert (await alexa.says("AMAZON.NoIntent")).closed


async def test_a_place_that_is_none_is_not_understood(alexa: Alexa) -> None:
    await alexa.says("ListPlaylistsIntent")
    reply = await alexa.says("SelectIntent", position="whatever my brother has")
    assert "Which number" not in reply.speech
    assert reply.open
