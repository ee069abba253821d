"""Cards: picture and address of what a response is about, and the lines of a list.

https://developer.amazon.com/docs/alexa/custom-skills/include-a-card-in-your-skills-response.html
"""

from ask_sdk_core.handler_input import HandlerInput

from handlers.responses.localization import Lines, Localization
from handlers.responses.responder import CardExtras, source_of
from handlers.responses.sanitizing import usable_url
from handlers.responses.spoken_list import ListPage, Subject
from handlers.session import LastAnswer
from providers.music import Album, Artist, Playlist, Track
from providers.spotify.ids import SERVICE_LINK, link_to

LINES = 6
"""Items of a list on a card; three of them are spoken."""

_PAGE = LastAnswer("page")


def subject_extras(handler_input: HandlerInput, subject: Subject) -> CardExtras:
    """Return picture and address of what a response is about."""
    return _extras(handler_input, picture_of(subject), page_of(subject))


def list_extras(
    handler_input: HandlerInput, localization: Localization, page: ListPage
) -> CardExtras:
    """Return the card of a page: more lines than are spoken.

    Its picture and address are those of the playlist that the list belongs to, else of
    the item in focus, else the picture of the first item.
    """
    spoken_list, contents, offset = page.spoken_list, page.contents, page.cursor.offset
    items = contents.items[offset : offset + LINES]
    numbered = enumerate(items, offset + 1)
    line_of = page.line_of
    lines = [line_of(localization, spoken_list, item, n) for n, item in numbered]
    arguments: dict[str, int | Lines] = {
        "last": offset + len(items),
        "lines": Lines(lines, offset + 1),
    }
    focus, shown, in_focus = contents.focus, items[0], False
    if focus is not None:
        ids = [spoken_list.item_id(item) for item in items]
        in_focus = focus.id in ids
        shown = items[ids.index(focus.id)] if in_focus else shown
    subject = spoken_list.subject(shown)
    image = contents.image or picture_of(subject)
    link = contents.link or (page_of(subject) if in_focus else None)
    return _extras(handler_input, image, link, arguments, _PAGE)


def picture_of(subject: Subject) -> str | None:
    """Return the address of the subject's picture; a track has its album's."""
    if isinstance(subject, Track):
        return subject.album.image if subject.album else None
    return subject.image


def page_of(subject: Subject) -> str | None:
    """Return the address of the subject's public page; None where it has none."""
    match subject:
        case Playlist():
            return link_to("playlist", subject.id)
        case Track():
            return link_to("episode" if subject.spoken else "track", subject.id)
        case Album():
            return link_to("album", subject.id)
        case Artist():
            return link_to("artist", subject.id)


def _extras(
    handler_input: HandlerInput,
    image: str | None,
    link: str | None,
    arguments: dict[str, int | Lines] | None = None,
    answer: LastAnswer | None = None,
) -> CardExtras:
    """Return the extras; the sample library has neither pictures nor pages."""
    if source_of(handler_input).key == "from-sample":
        return CardExtras(arguments=arguments or {}, answer=answer)
    address = usable_url(link) or SERVICE_LINK
    return CardExtras(usable_url(image), address, arguments or {}, answer)
