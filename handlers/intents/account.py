"""Whose account this is, how much is on it; reading it anew, and forgetting it."""

from collections import OrderedDict
from datetime import datetime
from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from msgspec.structs import replace

from handlers.intents.launch import first_name
from handlers.intents.playlists import open_only_one
from handlers.request import IntentHandler, TypeHandler, listener_of, request_time
from handlers.responses.responder import Responder
from handlers.session import PendingQuestion, clear, set_attribute
from providers.library import Library
from providers.listener import Listener
from providers.sample_library import SAMPLE_TOKEN
from providers.secret import Secret


class PersonalDataStore(Protocol):
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

    def __init__(self, library: Library, words: Responder) -> None:
        self._library = library
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        shelf = await self._library.playlists(listener_of(handler_input))
        own = sum(playlist.mine for playlist in shelf.items)
        others = shelf.total - own
        if question := open_only_one(shelf.items, shelf.total):
            set_attribute(handler_input, question)
        return self._words.respond(
            handler_input,
            "playlists-counted",
            count=shelf.total,
            own=own,
            others=others,
        )


class WhoseAccount(IntentHandler):
    """ "Whose account is this?" """

    intents = frozenset(("WhoseAccountIntent",))

    def __init__(self, library: Library, words: Responder) -> None:
        self._library = library
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        if listener.token is SAMPLE_TOKEN:
            return self._words.respond(handler_input, "account-sample")
        account = await self._library.account(listener)
        if first_name(account.name) is None:
            return self._words.respond(handler_input, "account-nameless")
        return self._words.respond(handler_input, "account-of", name=str(account.name))


class Refresh(IntentHandler):
    """ "Refresh my library": the next answer is read anew."""

    intents = frozenset(("RefreshIntent",))

    def __init__(
        self, library: Library, memory: PersonalDataStore, words: Responder
    ) -> None:
        self._library = library
        self._memory = memory
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        visits = listener.token is SAMPLE_TOKEN  # where there is nothing to renew
        if not visits and not await self._memory.refresh(listener):
            return self._words.respond(handler_input, "refresh-later")
        shelf = await self._library.playlists(listener)
        return self._words.respond(handler_input, "refreshed", count=shelf.total)


class ForgetMe(IntentHandler):
    """ "Forget me": everything that was kept goes, once that is confirmed."""

    intents = frozenset(("ForgetMeIntent",))
    purpose = "forget"

    def __init__(self, memory: PersonalDataStore, words: Responder) -> None:
        self._memory = memory
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        set_attribute(handler_input, PendingQuestion("confirm", self.purpose))
        return self._words.respond(handler_input, "forget-me")

    async def confirmed(self, handler_input: HandlerInput) -> Response:
        """They said yes."""
        if await self._memory.forget(listener_of(handler_input).key):
            clear(handler_input)
            return self._words.respond(handler_input, "forgotten")
        return self._words.respond(handler_input, "forget-later")


# FOLDED What happens to the skill without anybody speaking: enabled, linked, disabled.
#
# Delivered until answered, in any order:
# https://developer.amazon.com/docs/smapi/skill-events-in-alexa-skills.html
#

_REMEMBERED = 1_000


class DisabledUsers:
    """Who disabled the skill and when, so that a late "linked" warms nothing again.

    One process knows only what it was told itself; what another warms after all runs
    out by itself within its lifetimes.
    """

    def __init__(self) -> None:
        self._left: OrderedDict[Secret, datetime] = OrderedDict()

    def note(self, key: Secret, moment: datetime) -> None:
        self._left[key] = max(moment, self._left.get(key, moment))
        self._left.move_to_end(key)
        if len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)

    def followed(self, key: Secret, moment: datetime) -> bool:
        """Whether they left at that moment or later."""
        left = self._left.get(key)
        return left is not None and left >= moment


class AccountLinked(TypeHandler):
    """Reads what the first launch will ask for, with the token that comes along."""

    request_type = "AlexaSkillEvent.SkillAccountLinked"

    def __init__(self, library: Library, departures: DisabledUsers) -> None:
        self._library = library
        self._departures = departures

    async def handle(self, handler_input: HandlerInput) -> Response:
        body = getattr(handler_input.request_envelope.request, "body", None)
        token = getattr(body, "access_token", None)
        listener = listener_of(handler_input)
        late = self._departures.followed(listener.key, _created(handler_input))
        if isinstance(token, str) and token and not late:
            linked = replace(listener, token=Secret(token))
            await self._library.account(linked)
            await self._library.playlists(linked)
        return _nothing(handler_input)


class SkillDisabled(TypeHandler):
    """Forgets the listener."""

    request_type = "AlexaSkillEvent.SkillDisabled"

    def __init__(self, memory: PersonalDataStore, departures: DisabledUsers) -> None:
        self._memory = memory
        self._departures = departures

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        self._departures.note(listener.key, _created(handler_input))
        if not await self._memory.forget(listener.key):
            listener.turn.conclude("answered", "memory_unreachable")
        return _nothing(handler_input)


class AcknowledgedEvent(TypeHandler):
    """Nothing is to be done; an answer ends Amazon's retries."""

    def __init__(self, name: str) -> None:
        self.request_type = f"AlexaSkillEvent.{name}"

    async def handle(self, handler_input: HandlerInput) -> Response:
        return _nothing(handler_input)


NOTED = ("SkillEnabled", "SkillPermissionAccepted", "SkillPermissionChanged")


def _created(handler_input: HandlerInput) -> datetime:
    """When it happened, which deliveries that were repeated or overtaken still say."""
    request = handler_input.request_envelope.request
    created = getattr(request, "event_creation_time", None)
    return created if isinstance(created, datetime) else request_time(handler_input)


def _nothing(handler_input: HandlerInput) -> Response:
    response: Response = handler_input.response_builder.response
    return response
