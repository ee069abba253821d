"""Every error has its sentence, and no error is ever read out."""

import pytest

from handlers import Responder
from handlers.exception_handlers import ProviderErrorHandler
from handlers.responses.localization import Argument
from handlers.responses.notices import WaitUnit
from providers import errors
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection


def every_error() -> list[errors.ProviderError]:
    kinds = {
        one
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, errors.ProviderError)
    }
    made: list[errors.ProviderError] = []
    for kind in sorted(kinds, key=lambda k: k.__name__):
        if issubclass(kind, errors.RateLimited):
            made.append(kind(90.0))
        elif issubclass(kind, errors.Rejected):
            made.append(kind(418))
        else:
            made.append(kind())
    return made


@pytest.mark.parametrize("error", every_error(), ids=lambda e: type(e).__name__)
async def test_every_error_is_spoken(
    alexa: Alexa, collection: Collection, error: errors.ProviderError
) -> None:
    collection.fails["playlists"] = error
    reply = await alexa.says("ListPlaylistsIntent")
    assert len(reply.speech) > 20
    assert str(error) not in reply.speech or not str(error)
    assert reply.turn.reason == error.reason
    assert reply.turn.outcome == "apologised"
    assert reply.open == reply.speech.endswith("?")


def test_every_error_has_a_sentence_of_its_own(responder: Responder) -> None:
    language = responder.localization("en-US")
    keys = [f"apology-{e.reason.replace('_', '-')}" for e in every_error()]
    wait: dict[str, Argument] = {"unit": WaitUnit.MINUTES, "count": 1}
    said = [language.ssml(key, wait, role="speech") for key in keys]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize(
    ("error", "words_of_it"),
    [
        (errors.NotLinked(), "card in your Alexa app"),
        (errors.LinkExpired(), "link your account again"),
        (errors.ScopeMissing(), "link Spotify again"),
    ],
)
async def test_linking_has_its_card(
    alexa: Alexa,
    collection: Collection,
    error: errors.ProviderError,
    words_of_it: str,
) -> None:
    collection.fails["playlists"] = error
    reply = await alexa.says("ListPlaylistsIntent")
    assert words_of_it in reply.speech
    assert reply.links
    assert not reply.open


@pytest.mark.parametrize(
    "intent", ["ListPlaylistsIntent", "OpenPlaylistIntent", "SelectIntent"]
)
async def test_personal_intents_without_a_link(alexa: Alexa, intent: str) -> None:
    alexa.unlinks()
    for is_offered in (True, True, False):
        reply = await alexa.says(intent, playlist="gym", number="1")
        assert "card in your Alexa app" in reply.speech
        assert reply.links
        assert reply.open is is_offered
        assert ("try the demo" in reply.speech) is is_offered


async def test_the_demo_is_offered_after_questions_too(alexa: Alexa) -> None:
    alexa.unlinks()
    await alexa.opens()
    for _ in range(3):
        await alexa.says("AMAZON.HelpIntent")
    assert "try the demo" in (await alexa.says("RecommendIntent")).speech


@pytest.mark.parametrize("intent", ["RecommendIntent", "PlayIntent"])
async def test_a_yes_after_a_wish_without_a_link_starts_the_demo(
    alexa: Alexa, intent: str
) -> None:
    alexa.unlinks()
    asked = await alexa.says(intent)
    assert asked.links
    started = await alexa.says("AMAZON.YesIntent")
    assert "old music" in started.speech
    assert started.open


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.0, "in a minute"), (61.0, "a minute"), (600.0, "10 min")]
)
async def test_how_long_to_wait(
    alexa: Alexa, collection: Collection, seconds: float, said: str
) -> None:
    collection.fails["playlists"] = errors.RateLimited(seconds)
    assert said in (await alexa.says("ListPlaylistsIntent")).speech


async def test_anything_else_is_our_own_fault(
    alexa: Alexa, collection: Collection, caplog: pytest.LogCaptureFixture
) -> None:
    collection.fails["playlists"] = KeyError("token-of-ada")  # type: ignore[assignment]
    reply = await alexa.says("ListPlaylistsIntent")
    assert "something went wrong" in reply.speech
    assert "token" not in reply.speech
    assert reply.turn.outcome == "failed"
    assert caplog.records[-1].levelname == "ERROR"


@pytest.mark.parametrize("error", [errors.Unavailable(), KeyError("x")])
async def test_nobody_listens_after_the_session(
    alexa: Alexa,
    collection: Collection,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
) -> None:
    async def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("handlers.intents.builtins.SessionEnded.handle", fail)
    assert (await alexa.hangs_up()).silent


def test_foreign_errors_are_not_for_the_first_apology(responder: Responder) -> None:
    heard = object()
    handler = ProviderErrorHandler(responder, {})
    assert not handler.can_handle(heard, ValueError())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seconds", "spoken"),
    [
        (float("inf"), "later"),
        (float("nan"), "later"),
        (1e300, "later"),
        (-1.0, "in a minute"),
        (1, "in a minute"),
        (90, "in 2 minutes"),
        (600, "in 10 minutes"),
        (800, "in 15 minutes"),
        (3000, "in 50 minutes"),
        (3060, "in about an hour"),
        (3601, "in about an hour"),
        (6000, "in about 2 hours"),
        (48_925, "in about 14 hours"),
        (57_601, "in about 16 hours"),
        (60_000, "tomorrow"),
        (86_400, "tomorrow"),
    ],
)
async def test_a_wait_is_told_as_people_say_it(
    alexa: Alexa, collection: Collection, seconds: float, spoken: str
) -> None:
    collection.fails["playlists"] = errors.RateLimited(seconds)
    reply = await alexa.says("ListPlaylistsIntent")
    assert f"Please try again {spoken}." in reply.speech


@pytest.mark.parametrize(
    ("seconds", "spoken"), [(900, "later"), (7200, "in about 2 hours")]
)
async def test_a_quota_is_waited_for_as_long_as_the_service_says(
    alexa: Alexa, collection: Collection, seconds: float, spoken: str
) -> None:
    collection.fails["playlists"] = errors.QuotaExceeded(seconds)
    reply = await alexa.says("ListPlaylistsIntent")
    assert f"Please try again {spoken}." in reply.speech
