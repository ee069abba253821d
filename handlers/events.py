"""What happens to the skill without anybody speaking: enabled, linked, disabled.

Delivered until answered, in any order:
https://developer.amazon.com/docs/smapi/skill-events-in-alexa-skills.html
"""

from collections import OrderedDict
from datetime import datetime

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from msgspec.structs import replace

from handlers.account import Remembering
from handlers.base import TypeHandler, asked_at, listener_of
from providers.library import Library
from providers.secret import Secret

_REMEMBERED = 1_000


class Departures:
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

    def __init__(self, library: Library, departures: Departures) -> None:
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


class Disabled(TypeHandler):
    """Forgets the listener."""

    request_type = "AlexaSkillEvent.SkillDisabled"

    def __init__(self, memory: Remembering, departures: Departures) -> None:
        self._memory = memory
        self._departures = departures

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        self._departures.note(listener.key, _created(handler_input))
        if not await self._memory.forget(listener.key):
            listener.turn.conclude("answered", "memory_unreachable")
        return _nothing(handler_input)


class Noted(TypeHandler):
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
    return created if isinstance(created, datetime) else asked_at(handler_input)


def _nothing(handler_input: HandlerInput) -> Response:
    response: Response = handler_input.response_builder.response
    return response
