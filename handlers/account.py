"""Whose account this is, how much is on it; reading it anew, and forgetting it."""

from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.base import IntentHandler, listener_of
from handlers.launch import first_name
from handlers.opening import open_only_one
from handlers.session import Question, clear, remember
from handlers.speech import Words
from providers.library import Library
from providers.listener import Listener
from providers.sample_library import SAMPLE_TOKEN
from providers.secret import Secret


class Remembering(Protocol):
    """Whoever keeps what was read of a listener's library."""

    async def refresh(self, listener: Listener) -> bool:
        """Drops the readings; False where that could not be done everywhere."""
        ...

    async def forget(self, key: Secret) -> bool:
        """Forgets the listener with this `Listener.key`; False as above."""
        ...


class NothingKept:
    """For a skill that keeps nothing: there is nothing to drop."""

    async def refresh(self, listener: Listener) -> bool:  # noqa: ARG002 - as above
        return True

    async def forget(self, key: Secret) -> bool:  # noqa: ARG002 - as above
        return True


class CountPlaylists(IntentHandler):
    """ "How many playlists do I have?" """

    intents = frozenset(("CountPlaylistsIntent",))

    def __init__(self, library: Library, words: Words) -> None:
        self._library = library
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        shelf = await self._library.playlists(listener_of(handler_input))
        own = sum(playlist.mine for playlist in shelf.items)
        others = shelf.total - own
        if question := open_only_one(shelf.items, shelf.total):
            remember(handler_input, question)
        return self._words.answer(
            handler_input,
            "playlists-counted",
            count=shelf.total,
            own=own,
            others=others,
        )


class WhoseAccount(IntentHandler):
    """ "Whose account is this?" """

    intents = frozenset(("WhoseAccountIntent",))

    def __init__(self, library: Library, words: Words) -> None:
        self._library = library
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        if listener.token is SAMPLE_TOKEN:
            return self._words.answer(handler_input, "account-sample")
        account = await self._library.account(listener)
        if first_name(account.name) is None:
            return self._words.answer(handler_input, "account-nameless")
        return self._words.answer(handler_input, "account-of", name=str(account.name))


class Refresh(IntentHandler):
    """ "Refresh my library": the next answer is read anew."""

    intents = frozenset(("RefreshIntent",))

    def __init__(self, library: Library, memory: Remembering, words: Words) -> None:
        self._library = library
        self._memory = memory
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        visits = listener.token is SAMPLE_TOKEN  # where there is nothing to renew
        if not visits and not await self._memory.refresh(listener):
            return self._words.answer(handler_input, "refresh-later")
        shelf = await self._library.playlists(listener)
        return self._words.answer(handler_input, "refreshed", count=shelf.total)


class ForgetMe(IntentHandler):
    """ "Forget me": everything that was kept goes, once that is confirmed."""

    intents = frozenset(("ForgetMeIntent",))
    purpose = "forget"

    def __init__(self, memory: Remembering, words: Words) -> None:
        self._memory = memory
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        remember(handler_input, Question("confirm", self.purpose))
        return self._words.answer(handler_input, "forget-me")

    async def confirmed(self, handler_input: HandlerInput) -> Response:
        """They said yes."""
        if await self._memory.forget(listener_of(handler_input).key):
            clear(handler_input)
            return self._words.answer(handler_input, "forgotten")
        return self._words.answer(handler_input, "forget-later")
