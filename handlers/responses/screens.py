"""Screens: what each APL document shows, and whose metadata is named beside it.

Screens are drawn for a page of a list, for the greeting and for account linking. The
arguments of rows and buttons come back in `handlers.intents.touch`.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple
from unicodedata import east_asian_width

import msgspec
from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_model.ui import LinkAccountCard

from handlers.request import has_screen
from handlers.responses import phrases, sanitizing
from handlers.responses.apl import Code, Row, Screen, qr_code, show
from handlers.responses.localization import (
    DisplayItem,
    Localization,
    Phrase,
    Text,
)
from handlers.responses.responder import Responder, source_of
from handlers.responses.spoken_list import ListContents, SpokenList
from handlers.session import SHELF, Cursor
from providers.music import Playlist
from providers.spotify.ids import SERVICE_LINK

RECOMMEND = "recommend"
ANOTHER = "another"
WHY = "why"
MORE = "more"
SAVE = "save"
HEAR = "hear"
DEMO = "demo"
"""Names of the buttons' actions, sent as `["do", name]` when touched."""

ROWS = 8
"""Rows of a screen; three of them are spoken."""

COVERS = 4
"""Playlists beside the greeting."""

ROW_COLUMNS = 60
"""Columns of a line, which is about what fits; the card has more.

A Chinese, Japanese or Korean character takes two.
"""

_BRANDING = "branding"
_PICKS = "picks"
_DOCUMENTS = dict.fromkeys(("tracks", "news", "album-tracks"), "playlist") | {
    _PICKS: "song"
}
_SHELF = "shelf"  # the document of all other lists


class Attribution(NamedTuple):
    """Whose metadata a screen shows: words, where they lead, address of a logo."""

    source: str
    link: str | None = None
    logo: str | None = None


class Branding(msgspec.Struct, frozen=True):
    """What the operator supplies for screens.

    - `logo`: https address of the music service's logo
    - `code`: QR code of the skill's page
    - `saves`: whether the skill may save songs
    - `plays`: whether the skill may start music
    """

    logo: str | None = None
    code: Code | None = None
    saves: bool = False
    plays: bool = False

    @classmethod
    def of(
        cls, logo: str | None, skill_page: str | None, *, saves: bool, plays: bool
    ) -> "Branding":
        """Return the branding with the QR code of the skill's page."""
        return cls(logo, qr_code(skill_page) if skill_page else None, saves, plays)


class BrandingInterceptor(AbstractRequestInterceptor):
    """Request interceptor: hand what the operator supplies to the screens."""

    def __init__(self, branding: Branding) -> None:
        self._branding = branding

    def process(self, handler_input: HandlerInput) -> None:
        attributes = handler_input.attributes_manager.request_attributes
        attributes[_BRANDING] = self._branding


def _branding(handler_input: HandlerInput) -> Branding:
    attributes = handler_input.attributes_manager.request_attributes
    branding = attributes.get(_BRANDING)
    return branding if isinstance(branding, Branding) else Branding()


class ListPage(msgspec.Struct, frozen=True):
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
    logo = sanitizing.usable_url(_branding(handler_input).logo)
    return Attribution(words, sanitizing.usable_url(link) or SERVICE_LINK, logo)


def show_list(
    handler_input: HandlerInput, localization: Localization, page: ListPage
) -> None:
    """Draw the page of a list; do nothing without a screen."""
    if not has_screen(handler_input):
        return
    contents, kind = page.contents, page.spoken_list.kind
    rows = list(_rows(localization, page))
    named = attribution(handler_input, localization, contents.link)
    caption = [_line(localization, text) for text in contents.caption]
    screen = Screen(
        title=caption[0] if caption else _title(localization, page, len(rows)),
        hint=" · ".join(caption[1:]),
        source=named.source,
        link=named.link,
        logo=named.logo,
        image=sanitizing.usable_url(contents.image),
        rows=_spoken_first(rows, page) if kind == _PICKS else rows,
        buttons=tuple(_buttons(handler_input, localization, page)),
    )
    show(handler_input, _DOCUMENTS.get(kind, _SHELF), screen)


def _title(localization: Localization, page: ListPage, rows: int) -> str:
    """Return the title of the list with the places of its rows."""
    contents, offset = page.contents, page.cursor.offset
    places = {"first": offset + 1, "last": offset + rows, "total": contents.total}
    arguments = {**contents.about, **places}
    return localization.text(page.spoken_list.kind, arguments, role="title")


def _rows(localization: Localization, page: ListPage) -> Iterator[Row]:
    spoken_list, cursor = page.spoken_list, page.cursor
    items = page.contents.items[cursor.offset : cursor.offset + ROWS]
    for number, item in enumerate(items, cursor.offset + 1):
        item_id = spoken_list.item_id(item)
        touch = ("choose", spoken_list.kind, cursor.parent_id, number, item_id)
        yield _row(localization, spoken_list.display_item(item, number), touch, number)


def _row(
    localization: Localization,
    display: DisplayItem,
    touch: tuple[str | int | None, ...],
    number: int | None = None,
) -> Row:
    """Return an item as a row; `touch` is what a touch of it sends."""
    reason = Phrase("screen-because", {"reason": display.reason})
    return Row(
        _line(localization, display.title),
        touch,
        number,
        subtitle=_line(localization, display.subtitle),
        reason=localization.row(reason) if display.reason else "",
        image=sanitizing.usable_url(display.image),
    )


def _line(localization: Localization, value: Text | Sequence[Text]) -> str:
    """Return a name, a phrase or a list of them as a line that fits into a row."""
    text = value if isinstance(value, str) else localization.row(value)
    limit = ROW_COLUMNS
    if len(text) > limit // 2 and not text.isascii():
        widths = (1 + (east_asian_width(char) in "FW") for char in text[:limit])
        ends = list(accumulate(widths))
        if ends[-1] > ROW_COLUMNS:
            limit = bisect_right(ends, ROW_COLUMNS)
    return sanitizing.for_display(text, limit)


def _spoken_first(rows: list[Row], page: ListPage) -> list[Row]:
    """Return the row of the item in focus, then those after it, then the others."""
    focus, items = page.contents.focus, page.contents.items
    ids = [page.spoken_list.item_id(item) for item in items[: len(rows)]]
    place = ids.index(focus.id) if focus and focus.id in ids else 0
    return rows[place:] + rows[:place]


def _buttons(
    handler_input: HandlerInput, localization: Localization, page: ListPage
) -> Iterator[Row]:
    offset, end = page.cursor.offset, len(page.contents.items)
    if page.spoken_list.kind == _PICKS:
        yield _button(localization, ANOTHER)
        yield _button(localization, WHY)
        yield _hear_button(localization, plays=_branding(handler_input).plays)
        if _branding(handler_input).saves:
            yield _button(localization, SAVE)
        return
    if offset > 0:
        yield Row(localization.display(Phrase("screen-previous", {})), ("turn", -1))
    if offset + page.step < end:
        yield Row(localization.display(Phrase("screen-next", {})), ("turn", 1))


def _hear_button(localization: Localization, *, plays: bool) -> Row:
    """Return the button that plays a song, or says how Alexa plays it."""
    if plays:
        return _button(localization, HEAR)
    return Row(localization.text("play-elsewhere", {}, role="title"), ("do", HEAR))


def _button(localization: Localization, action: str) -> Row:
    """Return the button of an action, whose words are the message `screen-{action}`."""
    return Row(localization.display(Phrase(f"screen-{action}", {})), ("do", action))


def show_launch(
    handler_input: HandlerInput,
    localization: Localization,
    playlists: Sequence[Playlist],
) -> None:
    """Draw the greeting on the response's card, and the first playlists.

    The card's first line is the greeting, the rest is a hint.
    """
    if not has_screen(handler_input):
        return
    card: Any = handler_input.response_builder.response.card  # a `PlainCard`
    greeting, _, hint = card.content.partition("\n")
    named = attribution(handler_input, localization)
    covers = [
        _row(
            localization,
            phrases.playlist_item(playlist, number),
            ("choose", SHELF, None, number, playlist.id),
        )
        for number, playlist in enumerate(playlists[:COVERS], 1)
    ]
    choices = _launch_choices(localization)
    screen = Screen(card.title, greeting, hint, *named, rows=covers, choices=choices)
    show(handler_input, "launch", screen)


@cache
def _launch_choices(localization: Localization) -> tuple[Row, ...]:
    """Return the choices of the greeting, which are the same for all listeners."""
    return (
        _button(localization, RECOMMEND),
        Row(
            localization.display(Phrase("screen-playlists", {})), ("list", "playlists")
        ),
        Row(localization.text("recent", {}, role="title"), ("list", "recent")),
    )


def show_playing(
    handler_input: HandlerInput,
    localization: Localization,
    display: DisplayItem,
    touch: tuple[str | int | None, ...],
    *,
    paused: bool,
) -> None:
    """Draw the song that plays now; `touch` is what a touch of it sends."""
    if not has_screen(handler_input):
        return
    title = (
        localization.display(Phrase("screen-paused", {}))
        if paused
        else localization.text("playing", {}, role="title")
    )
    named = attribution(handler_input, localization)
    row = _row(localization, display, touch)
    button = _button(localization, MORE)
    screen = Screen(title, "", "", *named, rows=(row,), buttons=(button,))
    show(handler_input, "song", screen)


def show_hand_off(
    handler_input: HandlerInput,
    localization: Localization,
    request: Text,
    address: str | None,
    image: str | None,
) -> None:
    """Draw what to ask Alexa for, its picture, and a button that opens the address.

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
        image,
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
    if not has_screen(handler_input):
        return response
    localization = responder.localization_of(handler_input)
    is_open = response.should_end_session is False
    screen = Screen(
        localization.display(Phrase("screen-link-title", {})),
        localization.display(Phrase("screen-link-text", {})),
        localization.display(Phrase("screen-link-scan", {})),
        code=_branding(handler_input).code,
        buttons=(_button(localization, DEMO),) if is_open else (),
    )
    show(handler_input, "linking", screen)
    return response
