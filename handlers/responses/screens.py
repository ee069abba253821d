"""Screens: what each APL document shows, and whose metadata is named beside it.

Screens are drawn for a page of a list, for the greeting and for a single item. The
arguments of rows and buttons come back in `handlers.intents.touch`.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

import msgspec
from ask_sdk_core.handler_input import HandlerInput

from handlers.request import has_screen
from handlers.responses import phrases, sanitizing, text_widths
from handlers.responses.apl import Row, Screen, Touch, hue, show
from handlers.responses.branding import branding_of, plays_for
from handlers.responses.line_breaks import (
    BROAD_CAPTION,
    CAPTION,
    HEADLINE,
    in_sentence,
    typographic,
    with_breaks,
)
from handlers.responses.localization import (
    DisplayItem,
    Localization,
    Phrase,
    Text,
)
from handlers.responses.responder import source_of
from handlers.responses.sanitizing import usable_url
from handlers.responses.spoken_list import ListPage, SpokenList
from handlers.session import SHELF, Focus
from providers.music import Playlist
from providers.spotify.ids import SERVICE_LINK

LAUNCH = "launch"
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

_KEPT = 256  # texts of places that are remembered
PICKS = "picks"
_PLAYLIST = "playlist"
_DOCUMENTS = dict.fromkeys(("tracks", "news", "album-tracks"), _PLAYLIST)
_DOCUMENTS[PICKS] = "song"
_SHELF = "shelf"  # the document of all other lists

WORDS = "words"
"""The document of a text with a picture."""


class Attribution(NamedTuple):
    """Whose metadata a screen shows: words, where they lead, address of a logo."""

    source: str
    link: str | None = None
    logo: str | None = None


def item_row(
    localization: Localization,
    spoken_list: SpokenList[Any],
    item: object,
    number: int,
    parent_id: str | None,
) -> Row:
    """Return an item of a list as a row; `parent_id` is the cursor's."""
    touch = ("choose", spoken_list.kind, parent_id, number, spoken_list.item_id(item))
    row = _row(localization, spoken_list.display_item(item, number), touch, number)
    has_one_line = _DOCUMENTS.get(spoken_list.kind) == _PLAYLIST
    return msgspec.structs.replace(row, lines="", broad="") if has_one_line else row


def visible_items(handler_input: HandlerInput, spoken: int) -> int:
    """Return how many items of a page the listener can refer to.

    `spoken` is the number of items that were read out; a screen shows up to `ROWS`.
    """
    return max(spoken, ROWS) if has_screen(handler_input) else spoken


def attribution(
    handler_input: HandlerInput, localization: Localization, link: str | None = None
) -> Attribution:
    """Return what is shown beside metadata."""
    source, logo = source_of(handler_input).key, branding_of(handler_input).logo
    named, usable = _attribution(localization, source, logo), usable_url(link)
    return named._replace(link=usable) if usable and named.link else named


@cache
def _attribution(
    localization: Localization, source: str, logo: str | None
) -> Attribution:
    """The sample library belongs to nobody: words only, no link and no logo."""
    if source == "from-sample":
        return Attribution(label(localization, source))
    return Attribution(label(localization, source), SERVICE_LINK, usable_url(logo))


def show_list(
    handler_input: HandlerInput, localization: Localization, page: ListPage
) -> None:
    """Draw the page of a list; do nothing without a screen."""
    if not has_screen(handler_input):
        return
    contents, kind = page.contents, page.spoken_list.kind
    document = _DOCUMENTS.get(kind, _SHELF)
    rows = _rows(localization, page)
    named = attribution(handler_input, localization, contents.link)
    image = usable_url(contents.image)
    caption = [fitting_line(localization, text) for text in contents.caption]
    title = caption[0] if caption else _title(localization, page, len(rows))
    screen = Screen(
        title=title if document == _SHELF else with_breaks(title, HEADLINE),
        hint=" · ".join(caption[1:]),
        source=named.source,
        link=named.link,
        logo=named.logo,
        image=image,
        hue=0 if image or document == _SHELF else hue(title),
        rows=rows,
        buttons=_buttons(handler_input, localization, page),
        places="" if kind == PICKS else _places(localization, page, len(rows)),
        say=pick_hint(handler_input, localization)
        if kind == PICKS
        else words(localization, "say-list"),
    )
    show(handler_input, document, screen)


def _title(localization: Localization, page: ListPage, rows: int) -> str:
    """Return the title of the list, which may tell the places of its rows."""
    contents, kind = page.contents, page.spoken_list.kind
    first = page.cursor.offset + 1
    places = {"first": first, "last": first + rows - 1, "total": contents.total}
    role = "screen" if localization.has(kind, "screen") else "title"
    title = localization.text(kind, {**contents.about, **places}, role=role)
    return typographic(title)


def _places(localization: Localization, page: ListPage, rows: int) -> str:
    """Return which items of how many are shown; nothing where these are all."""
    offset, total = page.cursor.offset, page.contents.total
    if total <= rows:
        return ""
    return _places_text(localization, offset + 1, offset + rows, total)


@lru_cache(_KEPT)
def _places_text(localization: Localization, first: int, last: int, total: int) -> str:
    """Return which items of how many are shown, in words."""
    places = {"first": first, "last": last, "total": total}
    return localization.display(Phrase("screen-places", places))


def _rows(localization: Localization, page: ListPage) -> list[Row]:
    spoken_list, row_of = page.spoken_list, page.row_of
    offset, parent_id = page.cursor.offset, page.cursor.parent_id
    items = enumerate(page.contents.items[offset : offset + ROWS], offset + 1)
    rows = [row_of(localization, spoken_list, item, n, parent_id) for n, item in items]
    return _spoken_first(rows, page) if spoken_list.kind == PICKS else rows


def _row(
    localization: Localization,
    display: DisplayItem,
    touch: Touch,
    number: int | None = None,
) -> Row:
    """Return an item as a row; `touch` is what a touch of it sends."""
    reason = Phrase("screen-because", {"reason": display.reason})
    title, image = fitting_line(localization, display.title), usable_url(display.image)
    because = localization.row(reason) if display.reason else ""
    lines, broad = with_breaks(title, CAPTION), with_breaks(title, BROAD_CAPTION)
    return Row(
        title,
        touch,
        number,
        subtitle=fitting_line(localization, display.subtitle),
        reason=in_sentence(because),
        image=image,
        hue=0 if image else hue(title),
        lines="" if lines == title else lines,
        broad="" if broad == lines else broad,
    )


def fitting_line(localization: Localization, value: Text | Sequence[Text]) -> str:
    """Return a name, a phrase or a list of them as a line that fits into a row."""
    text = value if isinstance(value, str) else localization.row(value)
    limit = text_widths.characters_within(text, ROW_COLUMNS)
    return typographic(sanitizing.for_display(text, limit))


def _spoken_first(rows: list[Row], page: ListPage) -> list[Row]:
    """Return the row of the item in focus, then those after it, then the others."""
    focus, items = page.contents.focus, page.contents.items
    ids = [page.spoken_list.item_id(item) for item in items[: len(rows)]]
    place = ids.index(focus.id) if focus and focus.id in ids else 0
    return rows[place:] + rows[:place]


def _buttons(
    handler_input: HandlerInput, localization: Localization, page: ListPage
) -> tuple[Row, ...]:
    if page.spoken_list.kind == PICKS:
        saves, plays = branding_of(handler_input).saves, plays_for(handler_input)
        return pick_buttons(localization, saves=saves, plays=plays)
    offset, end = page.cursor.offset, len(page.contents.items)
    first, last = offset == 0, offset + ROWS >= end
    return turn_buttons(localization, first=first, last=last)


@cache
def pick_buttons(
    localization: Localization, *, saves: bool, plays: bool
) -> tuple[Row, ...]:
    """Return what can be done with a recommendation, the most wanted first.

    With `plays` one of them plays the song, else it says how Alexa plays it.
    """
    hear = Row(
        label(localization, "screen-hear" if plays else "screen-how"), ("do", HEAR)
    )
    buttons = (hear, button(localization, ANOTHER), button(localization, WHY))
    return (*buttons, button(localization, SAVE)) if saves else buttons


def pick_hint(handler_input: HandlerInput, localization: Localization) -> str:
    """Return what can be said of a recommendation, as a line of text."""
    plays = plays_for(handler_input)
    return words(localization, "say-picks-play" if plays else "say-picks")


@cache
def turn_buttons(
    localization: Localization, *, first: bool, last: bool
) -> tuple[Row, ...]:
    """Return the buttons that lead to the pages before and after this one."""
    back = Row(label(localization, "screen-previous"), ("turn", -1))
    on = Row(label(localization, "screen-next"), ("turn", 1))
    return (*(() if first else (back,)), *(() if last else (on,)))


def button(localization: Localization, action: str) -> Row:
    """Return the button of an action, whose words are the message `screen-{action}`."""
    return Row(label(localization, f"screen-{action}"), ("do", action))


@cache
def words(localization: Localization, key: str) -> str:
    """Return a phrase that needs no arguments, as a line of text."""
    return in_sentence(localization.display(Phrase(key, {})))


@cache
def label(localization: Localization, key: str) -> str:
    """Return a phrase that needs no arguments, as the words on a button."""
    return typographic(with_breaks(localization.display(Phrase(key, {})), HEADLINE))


def show_launch(
    handler_input: HandlerInput,
    localization: Localization,
    playlists: Sequence[Playlist],
    cover_of: Callable[..., Row],
) -> None:
    """Draw the greeting on the response's card, and the first playlists.

    `cover_of`: `playlist_cover`, or what remembers its results. The card's first line
    is the greeting.
    """
    if not has_screen(handler_input):
        return
    card: Any = handler_input.response_builder.response.card  # a `PlainCard`
    greeting, _, _ = card.content.partition("\n")
    named = attribution(handler_input, localization)
    first = enumerate(playlists[:COVERS], 1)
    covers = [cover_of(localization, playlist, number) for number, playlist in first]
    screen = Screen(
        card.title,
        in_sentence(greeting),
        "",
        *named,
        rows=covers,
        choices=launch_choices(localization),
        say=words(localization, "say-anything"),
    )
    show(handler_input, "launch", screen)


def playlist_cover(localization: Localization, playlist: Playlist, number: int) -> Row:
    """Return a playlist beside the greeting."""
    touch = ("choose", SHELF, None, number, playlist.id)
    return _row(localization, phrases.playlist_item(playlist, number), touch)


@cache
def launch_choices(localization: Localization) -> tuple[Row, ...]:
    """Return the choices of the greeting, which are the same for all listeners."""
    for_you, recent = (
        typographic(localization.text(key, {}, role="title"))
        for key in (PICKS, "recent")
    )
    return (
        Row(for_you, ("do", RECOMMEND)),
        Row(label(localization, "screen-playlists"), ("list", "playlists")),
        Row(recent, ("list", "recent")),
    )


def show_item(
    handler_input: HandlerInput,
    localization: Localization,
    title: Phrase,
    display: DisplayItem,
    focus: Focus,
) -> None:
    """Draw a song or a playlist, and `title` above its name: "Now playing", "Saved".

    A touch of the item chooses what `focus` is on.
    """
    if not has_screen(handler_input):
        return
    touch = ("choose", focus.list_kind, focus.parent_id, 1, focus.id)
    row = _row(localization, display, touch)
    named = attribution(handler_input, localization)
    more, say = button(localization, MORE), words(localization, "say-playing")
    line = fitting_line(localization, title)
    screen = Screen(line, "", "", *named, rows=(row,), buttons=(more,), say=say)
    show(handler_input, "playing", screen)
