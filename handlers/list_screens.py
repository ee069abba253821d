"""A page of a list as a screen shows it: from where the voice is, some rows more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ask_sdk_core.handler_input import HandlerInput

from handlers import names
from handlers.attribution import address, attribution
from handlers.language import Language, Phrase
from handlers.lists import Contents, SpokenList
from handlers.screens import Row, Screen, has_screen, show
from handlers.session import Cursor
from handlers.touch_words import ANOTHER

ROWS = 8
"""Rows of a screen; three of them are spoken."""

NAME = 60
"""Characters of a line, which is about what fits; the card has more."""

_PICKS = "picks"
_DOCUMENTS = {"tracks": "playlist", "news": "playlist", _PICKS: "picks"}


def visible(handler_input: HandlerInput, spoken: int) -> int:
    """How many items of a page a listener can refer to, `spoken` of them heard."""
    return max(spoken, ROWS) if has_screen(handler_input) else spoken


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list, beginning at the cursor; `step` items further is the next."""

    spoken: SpokenList[Any]
    contents: Contents[Any]
    cursor: Cursor
    step: int


def show_list(handler_input: HandlerInput, language: Language, page: Page) -> None:
    """Draws the page, where there is a screen."""
    if not has_screen(handler_input):
        return
    contents, at, kind = page.contents, page.cursor.at, page.spoken.kind
    rows = list(_rows(language, page))
    whose = attribution(handler_input, language, contents.link)
    places = {"first": at + 1, "last": at + len(rows), "total": contents.total}
    about = {**contents.about, **places}
    screen = Screen(
        title=language.written(kind, about, role="title"),
        source=whose.source,
        link=whose.link,
        logo=whose.logo,
        image=address(contents.image),
        rows=rows,
        buttons=tuple(_buttons(language, page)),
    )
    show(handler_input, _DOCUMENTS.get(kind, "list"), screen)


def _rows(language: Language, page: Page) -> Iterator[Row]:
    spoken, cursor = page.spoken, page.cursor
    # A session may bring anything back, and JSON has no lone surrogates.
    of = cursor.of and cursor.of.encode("utf-8", "replace").decode()
    items = page.contents.items[cursor.at : cursor.at + ROWS]
    for number, item in enumerate(items, cursor.at + 1):
        shown = spoken.shown(item, number)
        yield Row(
            names.shown(language.shown(shown.title), NAME),
            ("choose", spoken.kind, of, number, spoken.mark(item)),
            number,
            below=names.shown(language.shown(shown.below), NAME),
            reason=language.shown(shown.reason) if shown.reason else "",
            image=address(shown.image),
        )


def _buttons(language: Language, page: Page) -> Iterator[Row]:
    at, end = page.cursor.at, len(page.contents.items)
    if at > 0:
        yield Row(language.shown(Phrase("screen-previous", {})), ("turn", -1))
    if at + page.step < end:
        yield Row(language.shown(Phrase("screen-next", {})), ("turn", 1))
    if page.spoken.kind == _PICKS:
        yield Row(language.shown(Phrase("screen-another", {})), ("do", ANOTHER))
