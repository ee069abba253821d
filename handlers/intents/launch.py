"""Opening the skill: a greeting, what is there, and what one can ask."""

import re
from functools import lru_cache

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.dynamic_entities import offer_playlists
from handlers.request import TypeHandler, listener_of
from handlers.responses.messages import Argument
from handlers.responses.responder import Responder
from handlers.responses.screens import show_launch
from providers.errors import LinkExpired, NotAdmitted, NotLinked, ProviderError
from providers.library import Library
from providers.listener import Listener

# What a display name looks like when nobody chose it: digits, no vowel, an address.
_LIKE_AN_ID = re.compile(r"[\d_@.:/\\#]|^.{21,}$")
_LATIN_WITHOUT_VOWEL = re.compile(r"[b-df-hj-np-tv-xz]{3,}", re.IGNORECASE)


_KEPT = 1024  # names that stay looked at


class Launch(TypeHandler):
    """ "Open record shelf." """

    request_type = "LaunchRequest"

    def __init__(self, library: Library, words: Responder) -> None:
        self._library = library
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        if listener.token is None:
            listener.turn.conclude("answered", NotLinked.reason)
            return self._words.link_account(handler_input, "launch-unlinked")
        # Whose library it is has to be known before anything is read from it, so that
        # the name costs no second wait.
        shelf = await self._library.playlists(listener)
        greeted = first_name(await self._name(listener))
        offer_playlists(handler_input, shelf.items)
        key = "launch" if greeted is None else "launch-named"
        arguments: dict[str, Argument] = {"count": shelf.total, "name": greeted or ""}
        response = self._words.respond(handler_input, key, **arguments)
        language = self._words.localization_of(handler_input)
        show_launch(handler_input, language, key, arguments)
        return response

    async def _name(self, listener: Listener) -> str | None:
        """The account's name; a greeting goes without where it cannot be had."""
        try:
            return (await self._library.account(listener)).name
        except (NotLinked, LinkExpired, NotAdmitted):
            raise
        except ProviderError:
            return None


@lru_cache(_KEPT)
def first_name(name: str | None) -> str | None:
    """What to greet by; None for no name and for one that looks like an id.

    >>> first_name("Ada Lovelace")
    'Ada'
    >>> first_name("31xkdj3kd5ql2") is None
    True
    """
    first = (name or "").split(maxsplit=1)[:1]
    if not first or _LIKE_AN_ID.search(first[0]) or len(first[0]) < 2:
        return None
    if not any(c.isalpha() for c in first[0]):
        return None
    return None if _LATIN_WITHOUT_VOWEL.fullmatch(first[0]) else first[0]
