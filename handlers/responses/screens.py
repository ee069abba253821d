"""Screens: what each APL document shows, and whose metadata is named beside it.

Screens are drawn for a page of a list, for the greeting and for account linking. The
arguments of rows and buttons come back in `handlers.intents.touch`.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
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
from handlers.responses.spoken_list import ListPage, SpokenList
from handlers.session import SHELF
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


def item_row(
    localization: Localization,
    spoken_list: SpokenList[Any],
    item: object,
    number: int,
    parent_id: str | None,
) -> Row:
    """Return an item of a list as a row; `parent_id` is the cursor's."""
    touch = ("choose", spoken_list.kind, parent_id, number, spoken_list.item_id(item))
    return _row(localization, spoken_list.display_item(item, number), touch, number)


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
    words = _words(localization, source.key)
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
    rows = _rows(localization, page)
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
        buttons=_buttons(handler_input, localization, page),
    )
    show(handler_input, _DOCUMENTS.get(kind, _SHELF), screen)


def _title(localization: Localization, page: ListPage, rows: int) -> str:
    """Return the title of the list with the places of its rows."""
    contents, offset = page.contents, page.cursor.offset
    places = {"first": offset + 1, "last": offset + rows, "total": contents.total}
    arguments = {**contents.about, **places}
    return localization.text(page.spoken_list.kind, arguments, role="title")


def _rows(localization: Localization, page: ListPage) -> list[Row]:
    spoken_list, offset, parent_id = (
        page.spoken_list,
        page.cursor.offset,
        page.cursor.parent_id,
    )
    items = enumerate(page.contents.items[offset : offset + ROWS], offset + 1)
    row_of = page.row_of
    return [row_of(localization, spoken_list, item, n, parent_id) for n, item in items]


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
) -> tuple[Row, ...]:
    if page.spoken_list.kind == _PICKS:
        branding = _branding(handler_input)
        saves, plays = branding.saves, branding.plays
        return _pick_buttons(localization, saves=saves, plays=plays)
    offset, end = page.cursor.offset, len(page.contents.items)
    first, last = offset == 0, offset + page.step >= end
    return _turn_buttons(localization, first=first, last=last)


@cache
def _pick_buttons(
    localization: Localization, *, saves: bool, plays: bool
) -> tuple[Row, ...]:
    """Return the buttons below a recommendation.

    With `plays` one of them plays the song, else it says how Alexa plays it.
    """
    hear = _button(localization, HEAR)
    if not plays:
        hear = Row(localization.text("play-elsewhere", {}, role="title"), ("do", HEAR))
    buttons = (_button(localization, ANOTHER), _button(localization, WHY), hear)
    return (*buttons, _button(localization, SAVE)) if saves else buttons


@cache
def _turn_buttons(
    localization: Localization, *, first: bool, last: bool
) -> tuple[Row, ...]:
    """Return the buttons that lead to the pages before and after this one."""
    back = Row(_words(localization, "screen-previous"), ("turn", -1))
    on = Row(_words(localization, "screen-next"), ("turn", 1))
    return (*(() if first else (back,)), *(() if last else (on,)))


def _button(localization: Localization, action: str) -> Row:
    """Return the button of an action, whose words are the message `screen-{action}`."""
    return Row(_words(localization, f"screen-{action}"), ("do", action))


@cache
def _words(localization: Localization, key: str) -> str:
    """Return a phrase that needs no arguments."""
    return localization.display(Phrase(key, {}))


def show_launch(
    handler_input: HandlerInput,
    localization: Localization,
    playlists: Sequence[Playlist],
    cover_of: Callable[..., Row],
) -> None:
    """Draw the greeting on the response's card, and the first playlists.

    `cover_of`: `playlist_cover`, or what remembers its results.

    The card's first line is the greeting, the rest is a hint.
    """
    if not has_screen(handler_input):
        return
    card: Any = handler_input.response_builder.response.card  # a `PlainCard`
    greeting, _, hint = card.content.partition("\n")
    named = attribution(handler_input, localization)
    first = enumerate(playlists[:COVERS], 1)
    covers = [cover_of(localization, playlist, number) for number, playlist in first]
    choices = _launch_choices(localization)
    screen = Screen(card.title, greeting, hint, *named, rows=covers, choices=choices)
    show(handler_input, "launch", screen)


def playlist_cover(localization: Localization, playlist: Playlist, number: int) -> Row:
    """Return a playlist beside the greeting; who comes again sees the same ones."""
    display = phrases.playlist_item(playlist, number)
    return _row(localization, display, ("choose", SHELF, None, number, playlist.id))


@cache
def _launch_choices(localization: Localization) -> tuple[Row, ...]:
    """Return the choices of the greeting, which are the same for all listeners."""
    return (
        _button(localization, RECOMMEND),
        Row(_words(localization, "screen-playlists"), ("list", "playlists")),
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
        _words(localization, "screen-paused")
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
        _words(localization, "screen-open"),
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
        _words(localization, "screen-link-title"),
        _words(localization, "screen-link-text"),
        _words(localization, "screen-link-scan"),
        code=_branding(handler_input).code,
        buttons=(_button(localization, DEMO),) if is_open else (),
    )
    show(handler_input, "linking", screen)
    return response
