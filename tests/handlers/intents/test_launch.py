"""Opening the skill, linked and not."""

import pytest

from handlers.responses.phrases import first_name
from providers.errors import LinkExpired, TooSlow
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, playlist


async def test_greets_by_first_name_and_counts_the_shelf(alexa: Alexa) -> None:
    reply = await alexa.opens()
    assert "Ada" in reply.speech
    assert "Lovelace" not in reply.speech
    assert "7 playlists" in reply.speech
    assert "list my playlists" in (await alexa.opens()).speech.lower() + reply.reprompt
    assert reply.open
    assert "7 playlists" in reply.card


@pytest.mark.parametrize("name", ["31xkdj3kd5ql2", None, "", "🎸", "ada_l", "xkcd"])
async def test_nobody_is_greeted_by_an_id(
    alexa: Alexa, collection: Collection, name: str | None
) -> None:
    collection.name = name
    reply = await alexa.opens()
    assert "Hello" not in reply.speech
    assert "Welcome back" not in reply.speech
    assert "7 playlists" in reply.speech


async def test_one_playlist_is_one(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = (playlist("Only"),)
    assert "one playlist" in (await alexa.opens()).speech


async def test_an_empty_shelf_is_said(alexa: Alexa, collection: Collection) -> None:
    collection.shelf = ()
    assert "no playlists yet" in (await alexa.opens()).speech


async def test_without_a_link_it_explains_itself(alexa: Alexa) -> None:
    alexa.unlinks()
    reply = await alexa.opens()
    assert "link Spotify" in reply.speech
    assert "try a demo" in reply.speech
    assert reply.links
    assert reply.open
    assert reply.turn.reason == "not_linked"


async def test_a_name_that_cannot_be_had_is_left_out(
    alexa: Alexa, collection: Collection
) -> None:
    collection.fails["account"] = TooSlow()
    reply = await alexa.opens()
    assert "7 playlists" in reply.speech
    assert "Ada" not in reply.speech


@pytest.mark.parametrize("source", ["account", "playlists"])
async def test_an_expired_link_asks_to_link_again(
    alexa: Alexa, collection: Collection, source: str
) -> None:
    collection.fails[source] = LinkExpired()
    reply = await alexa.opens()
    assert "link your account again" in reply.speech
    assert reply.links
    assert not reply.open
    assert (reply.turn.outcome, reply.turn.reason) == ("apologised", "link_expired")


async def test_the_wording_varies_with_the_request(alexa: Alexa) -> None:
    said = {(await alexa.opens()).speech for _ in range(12)}
    assert len(said) > 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Lovelace", "Ada"),
        ("  Jürgen  ", "Jürgen"),
        ("O'Neil", "O'Neil"),
        ("太郎", "太郎"),
        ("Lynn", "Lynn"),
        ("A", None),
        ("a.b@example.org", None),
        ("1234567890", None),
        ("thisnamehasnoendwhatsoever", None),
        ("!!", None),
    ],
)
def test_first_names(name: str, expected: str | None) -> None:
    assert first_name(name) == expected
