"""Rows and lines are made once, follow their items, and are dropped after a while."""

from datetime import UTC, datetime

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import LaunchRequest, RequestEnvelope
from msgspec.structs import replace

from handlers.responses.responder import Responder
from handlers.responses.screens import playlist_cover
from handlers.responses.spoken_list import Remembered
from providers.music import Playlist

ENGLISH = Responder.read().localization("en-US")
FOCUS = Playlist("1", "Deep Focus", size=52)


def request(minute: int) -> HandlerInput:
    moment = datetime(2026, 5, 1, 8, minute, tzinfo=UTC)
    return HandlerInput(RequestEnvelope(request=LaunchRequest(timestamp=moment)))


def test_an_equal_item_is_shown_by_the_same_row() -> None:
    covers = Remembered(playlist_cover)
    row = covers.at(request(0))(ENGLISH, FOCUS, 1)
    assert (row.title, row.arguments[-1]) == ("Deep Focus", "1")
    assert covers.at(request(9))(ENGLISH, replace(FOCUS), 1) is row


def test_an_item_that_changed_is_shown_as_it_is_now() -> None:
    cover_of = Remembered(playlist_cover).at(request(0))
    row = cover_of(ENGLISH, FOCUS, 1)
    assert cover_of(ENGLISH, replace(FOCUS, name="Focus"), 1).title == "Focus"
    assert cover_of(ENGLISH, FOCUS, 2).arguments != row.arguments


def test_nothing_is_kept_for_longer_than_ten_minutes() -> None:
    covers = Remembered(playlist_cover)
    row = covers.at(request(9))(ENGLISH, FOCUS, 1)
    assert covers.at(request(10))(ENGLISH, FOCUS, 1) is not row
