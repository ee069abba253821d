"""Rows and lines are made once, follow their items, and are dropped after a while."""

from datetime import UTC, datetime

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import LaunchRequest, RequestEnvelope
from msgspec.structs import replace

from handlers.responses.list_page import ShownItems
from handlers.responses.responder import Responder
from providers.music import Playlist

ENGLISH = Responder.read().localization("en-US")
FOCUS = Playlist("1", "Deep Focus", size=52)


def request(minute: int) -> HandlerInput:
    moment = datetime(2026, 5, 1, 8, minute, tzinfo=UTC)
    return HandlerInput(RequestEnvelope(request=LaunchRequest(timestamp=moment)))


def test_an_equal_item_is_shown_by_the_same_row() -> None:
    shown = ShownItems().at(request(0))
    row = shown.cover(ENGLISH, FOCUS, 1)
    assert (row.title, row.subtitle) == ("Deep Focus", "52 tracks")
    assert shown.at(request(9)).cover(ENGLISH, replace(FOCUS), 1) is row


def test_an_item_that_changed_is_shown_as_it_is_now() -> None:
    shown = ShownItems().at(request(0))
    shown.cover(ENGLISH, FOCUS, 1)
    assert shown.cover(ENGLISH, replace(FOCUS, name="Focus"), 1).title == "Focus"
    assert shown.cover(ENGLISH, FOCUS, 2).arguments != (
        shown.cover(ENGLISH, FOCUS, 1).arguments
    )


def test_nothing_is_kept_for_longer_than_ten_minutes() -> None:
    shown = ShownItems().at(request(9))
    row = shown.cover(ENGLISH, FOCUS, 1)
    assert shown.at(request(10)).cover(ENGLISH, FOCUS, 1) is not row
