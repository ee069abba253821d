"""Whose metadata it is: said in words, with a link back, and a logo where we have one.

https://developer.spotify.com/documentation/design
"""

from typing import NamedTuple

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput

from handlers.base import listener_of
from handlers.language import Language, Phrase
from providers.sample_library import SAMPLE_TOKEN

SERVICE_LINK = "https://open.spotify.com/"
"""Where a screen links back to, unless what it shows has a page of its own."""

_LONGEST_URL = 256
_LOGO = "logo"


class Attribution(NamedTuple):
    """Words, where they lead, and the address of a picture beside them."""

    source: str
    link: str | None = None
    logo: str | None = None


class Branding(AbstractRequestInterceptor):
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
    handler_input: HandlerInput, language: Language, link: str | None = None
) -> Attribution:
    """What goes with metadata; the sample shelf is nobody's and links nowhere."""
    source = source_of(handler_input)
    words = language.shown(source)
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
