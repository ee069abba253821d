"""A page of a list as a screen shows it: from where the voice is, some rows more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput

from handlers.request import listener_of
from handlers.responses import sanitizing
from handlers.responses.apl import Row, Screen, has_screen, show
from handlers.responses.lists import ListContents, SpokenList
from handlers.responses.messages import Argument, Localization, Phrase
from handlers.session import Cursor
from providers.sample_library import SAMPLE_TOKEN

# FOLDED Whose metadata it is: said in words, with a link back, and a logo where we have
# one.
#
# https://developer.spotify.com/documentation/design
#

SERVICE_LINK = "https://open.spotify.com/"

"""Where a screen links back to, unless what it shows has a page of its own."""

_LONGEST_URL = 256

_LOGO = "logo"


class Attribution(NamedTuple):
    """Words, where they lead, and the address of a picture beside them."""

    source: str
    link: str | None = None
    logo: str | None = None


class LogoInterceptor(AbstractRequestInterceptor):
    """Hands out the logo that whoever runs the skill has supplied."""

    def __init__(self, logo: str) -> None:
        self._logo = logo

    def process(self, handler_input: HandlerInput) -> None:
        handler_input.attributes_manager.request_attributes[_LOGO] = self._logo


def source_of(handler_input: HandlerInput) -> Phrase:
    """Says whose metadata an answer shows."""
    sample = listener_of(handler_input).token is SAMPLE_TOKEN
    return Phrase("from-sample" if sample else "from-service", {})


def attribution(
    handler_input: HandlerInput, language: Localization, link: str | None = None
) -> Attribution:
    """What goes with metadata; the sample shelf is nobody's and links nowhere."""
    source = source_of(handler_input)
    words = language.display(source)
    if source.key == "from-sample":
        return Attribution(words)
    logo = handler_input.attributes_manager.request_attributes.get(_LOGO)
    picture = logo if isinstance(logo, str) else None
    return Attribution(words, address(link) or SERVICE_LINK, picture)


def address(url: str | None) -> str | None:
    """An address that is fit to be sent; a picture without one is left out."""
    if url is None or len(url) > _LONGEST_URL or not url.isascii():
        return None
    return url


# FOLDED The words that go out with what can be touched, and come back when it is.

RECOMMEND = "recommend"

ANOTHER = "another"

DEMO = "demo"

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
class ListPage:
    """A page of a list, beginning at the cursor; `step` items further is the next."""

    spoken: SpokenList[Any]
    contents: ListContents[Any]
    cursor: Cursor
    step: int


def show_list(
    handler_input: HandlerInput, language: Localization, page: ListPage
) -> None:
    """Draws the page, where there is a screen."""
    if not has_screen(handler_input):
        return
    contents, at, kind = page.contents, page.cursor.offset, page.spoken.kind
    rows = list(_rows(language, page))
    whose = attribution(handler_input, language, contents.link)
    places = {"first": at + 1, "last": at + len(rows), "total": contents.total}
    about = {**contents.about, **places}
    screen = Screen(
        title=language.text(kind, about, role="title"),
        source=whose.source,
        link=whose.link,
        logo=whose.logo,
        image=address(contents.image),
        rows=rows,
        buttons=tuple(_buttons(language, page)),
    )
    show(handler_input, _DOCUMENTS.get(kind, "list"), screen)


def _rows(language: Localization, page: ListPage) -> Iterator[Row]:
    spoken, cursor = page.spoken, page.cursor
    # A session may bring anything back, and JSON has no lone surrogates.
    of = cursor.parent_id and cursor.parent_id.encode("utf-8", "replace").decode()
    items = page.contents.items[cursor.offset : cursor.offset + ROWS]
    for number, item in enumerate(items, cursor.offset + 1):
        shown = spoken.shown(item, number)
        yield Row(
            sanitizing.for_display(language.display(shown.title), NAME),
            ("choose", spoken.kind, of, number, spoken.mark(item)),
            number,
            subtitle=sanitizing.for_display(language.display(shown.subtitle), NAME),
            reason=language.display(shown.reason) if shown.reason else "",
            image=address(shown.image),
        )


def _buttons(language: Localization, page: ListPage) -> Iterator[Row]:
    at, end = page.cursor.offset, len(page.contents.items)
    if at > 0:
        yield Row(language.display(Phrase("screen-previous", {})), ("turn", -1))
    if at + page.step < end:
        yield Row(language.display(Phrase("screen-next", {})), ("turn", 1))
    if page.spoken.kind == _PICKS:
        yield Row(language.display(Phrase("screen-another", {})), ("do", ANOTHER))


# FOLDED The screens that greet: what one can ask for, and how an account is linked.


def show_launch(
    handler_input: HandlerInput,
    language: Localization,
    key: str,
    arguments: Mapping[str, Argument],
) -> None:
    """Draws the greeting `key`, whose card says it in one line and hints in others."""
    if not has_screen(handler_input):
        return
    greeting, _, hint = language.text(key, arguments, role="card").partition("\n")
    whose = attribution(handler_input, language)
    rows = (
        Row(language.display(Phrase("screen-playlists", {})), ("list", "playlists")),
        Row(language.display(Phrase("screen-recommend", {})), ("do", RECOMMEND)),
        Row(language.text("recent", {}, role="title"), ("list", "recent")),
    )
    title = language.text(key, arguments, role="title")
    screen = Screen(title, greeting, hint, *whose, rows=rows)
    show(handler_input, "launch", screen)


def show_linking(handler_input: HandlerInput, language: Localization) -> None:
    """Draws how an account is linked; what can be tried meanwhile, while we listen."""
    if not has_screen(handler_input):
        return
    response = handler_input.response_builder.response
    demo = Row(language.display(Phrase("screen-demo", {})), ("do", DEMO))
    listening = response.should_end_session is False
    screen = Screen(
        language.display(Phrase("screen-link-title", {})),
        language.display(Phrase("screen-link-text", {})),
        buttons=(demo,) if listening else (),
    )
    show(handler_input, "linking", screen)
