"""Screens: what each APL document shows, and whose metadata is named beside it.

Screens are drawn for a page of a list, for the greeting and for account linking. The
arguments of rows and buttons come back in `handlers.intents.touch`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_model.ui import LinkAccountCard

from handlers.request import has_screen
from handlers.responses import sanitizing
from handlers.responses.apl import Row, Screen, show
from handlers.responses.localization import Localization, Phrase, Text
from handlers.responses.responder import Responder, source_of
from handlers.responses.spoken_list import ListContents, SpokenList
from handlers.session import Cursor

# https://developer.spotify.com/documentation/design
SERVICE_LINK = "https://open.spotify.com/"
"""Where a screen links back to, unless what it shows has a page of its own."""

RECOMMEND = "recommend"
ANOTHER = "another"
DEMO = "demo"
"""Names of the buttons' actions, sent as `["do", name]` when touched."""

ROWS = 8
"""Rows of a screen; three of them are spoken."""

ROW_LENGTH = 60
"""Characters of a line, which is about what fits; the card has more."""

_LONGEST_URL = 256
_URL = re.compile(
    r"https://[a-z0-9.-]++(?::[0-9]{1,5})?(?:[/?#][!#-;=?-~]*+)?",
    re.ASCII | re.IGNORECASE,
)
_LOGO = "logo"
_PICKS = "picks"
_DOCUMENTS = {"tracks": "playlist", "news": "playlist", _PICKS: "picks"}


class Attribution(NamedTuple):
    """Whose metadata a screen shows: words, where they lead, address of a logo."""

    source: str
    link: str | None = None
    logo: str | None = None


class LogoInterceptor(AbstractRequestInterceptor):
    """Request interceptor: hand the operator's logo address to the screens."""

    def __init__(self, logo: str) -> None:
        self._logo = logo

    def process(self, handler_input: HandlerInput) -> None:
        handler_input.attributes_manager.request_attributes[_LOGO] = self._logo


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list.

    - `spoken_list`, `contents`: the list and its items
    - `cursor`: where the page begins
    - `step`: how many items further the next page begins
    """

    spoken_list: SpokenList[Any]
    contents: ListContents[Any]
    cursor: Cursor
    step: int


def visible_items(handler_input: HandlerInput, spoken: int) -> int:
    """Return how many items of a page the listener can refer to.

    `spoken` is the number of items that were read out; a screen shows up to `ROWS`.
    """
    return max(spoken, ROWS) if has_screen(handler_input) else spoken


def attribution(
    handler_input: HandlerInput, localization: Localization, link: str | None = None
) -> Attribution:
    """Return what is shown beside metadata.

    The sample library belongs to nobody: words only, no link and no logo.
    """
    source = source_of(handler_input)
    words = localization.display(source)
    if source.key == "from-sample":
        return Attribution(words)
    logo = handler_input.attributes_manager.request_attributes.get(_LOGO)
    picture = usable_url(logo) if isinstance(logo, str) else None
    return Attribution(words, usable_url(link) or SERVICE_LINK, picture)


def usable_url(url: str | None) -> str | None:
    """Return the address if it may be sent to a device; None if it may not.

    https only, ASCII without blanks and quotes, no user name, at most 256 characters.
    """
    if url is None or len(url) > _LONGEST_URL or not _URL.fullmatch(url):
        return None
    return url


def show_list(
    handler_input: HandlerInput, localization: Localization, page: ListPage
) -> None:
    """Draw the page of a list; do nothing without a screen."""
    if not has_screen(handler_input):
        return
    contents, kind = page.contents, page.spoken_list.kind
    offset = page.cursor.offset
    rows = list(_rows(localization, page))
    named = attribution(handler_input, localization, contents.link)
    places = {
        "first": offset + 1,
        "last": offset + len(rows),
        "total": contents.total,
    }
    screen = Screen(
        title=localization.text(kind, {**contents.about, **places}, role="title"),
        source=named.source,
        link=named.link,
        logo=named.logo,
        image=usable_url(contents.image),
        rows=rows,
        buttons=tuple(_buttons(localization, page)),
    )
    show(handler_input, _DOCUMENTS.get(kind, "list"), screen)


def _rows(localization: Localization, page: ListPage) -> Iterator[Row]:
    spoken_list, cursor = page.spoken_list, page.cursor
    items = page.contents.items[cursor.offset : cursor.offset + ROWS]
    for number, item in enumerate(items, cursor.offset + 1):
        display = spoken_list.display_item(item, number)
        title = localization.row(display.title)
        subtitle = localization.row(display.subtitle)
        yield Row(
            sanitizing.for_display(title, ROW_LENGTH),
            (
                "choose",
                spoken_list.kind,
                cursor.parent_id,
                number,
                spoken_list.item_id(item),
            ),
            number,
            subtitle=sanitizing.for_display(subtitle, ROW_LENGTH),
            reason=localization.row(display.reason) if display.reason else "",
            image=usable_url(display.image),
        )


def _buttons(localization: Localization, page: ListPage) -> Iterator[Row]:
    offset, end = page.cursor.offset, len(page.contents.items)
    if offset > 0:
        yield Row(localization.display(Phrase("screen-previous", {})), ("turn", -1))
    if offset + page.step < end:
        yield Row(localization.display(Phrase("screen-next", {})), ("turn", 1))
    if page.spoken_list.kind == _PICKS:
        yield Row(localization.display(Phrase("screen-another", {})), ("do", ANOTHER))


def show_launch(handler_input: HandlerInput, localization: Localization) -> None:
    """Draw the greeting on the response's card: its first line; the rest is a hint."""
    if not has_screen(handler_input):
        return
    card: Any = handler_input.response_builder.response.card  # a `PlainCard`
    greeting, _, hint = card.content.partition("\n")
    named = attribution(handler_input, localization)
    rows = _launch_rows(localization)
    show(handler_input, "launch", Screen(card.title, greeting, hint, *named, rows=rows))


@cache
def _launch_rows(localization: Localization) -> tuple[Row, ...]:
    """Return the rows of the greeting, which are the same for all listeners."""
    return (
        Row(
            localization.display(Phrase("screen-playlists", {})), ("list", "playlists")
        ),
        Row(localization.display(Phrase("screen-recommend", {})), ("do", RECOMMEND)),
        Row(localization.text("recent", {}, role="title"), ("list", "recent")),
    )


def show_hand_off(
    handler_input: HandlerInput,
    localization: Localization,
    request: Text,
    address: str | None,
) -> None:
    """Draw what to ask Alexa for, and a button that opens the address.

    The document shows the button only on a device that says that it can open one.
    """
    if not has_screen(handler_input):
        return
    named = attribution(handler_input, localization, address)
    screen = Screen(
        localization.text("play-elsewhere", {}, role="title"),
        localization.display(request),
        localization.display(Phrase("screen-open", {})),
        named.source,
        address,
        named.logo,
    )
    show(handler_input, "play", screen)


def respond_with_linking(
    responder: Responder, handler_input: HandlerInput, key: str
) -> Response:
    """Return the message `key` with the card that links an account, and its screen.

    While the session stays open, the screen offers the demo as well.
    """
    response = responder.respond(handler_input, key)
    response.card = LinkAccountCard()
    localization = responder.localization_of(handler_input)
    demo = Row(localization.display(Phrase("screen-demo", {})), ("do", DEMO))
    is_open = response.should_end_session is False
    screen = Screen(
        localization.display(Phrase("screen-link-title", {})),
        localization.display(Phrase("screen-link-text", {})),
        buttons=(demo,) if is_open else (),
    )
    show(handler_input, "linking", screen)
    return response
