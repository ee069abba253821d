"""Account: owner, size, linking, refresh, forget me; and the skill events."""

from collections import OrderedDict
from datetime import UTC, datetime
from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from msgspec.structs import replace

from handlers import session
from handlers.playlist_resolution import question_to_open
from handlers.request import (
    IntentHandler,
    TypeHandler,
    intent_of,
    is_reference,
    listener_of,
    request_time,
)
from handlers.responses import notices, phrases
from handlers.responses.phrases import first_name
from handlers.responses.responder import Responder, no_speech
from handlers.responses.text_screens import respond_with_linking
from handlers.session import OFFER_DEMO, LastAnswer, PendingQuestion
from providers.library import Library
from providers.listener import Listener
from providers.sample_library import SAMPLE_TOKEN
from providers.secret import Secret

ACKNOWLEDGED_EVENTS = (
    "SkillEnabled",
    "SkillPermissionAccepted",
    "SkillPermissionChanged",
)
"""Skill events for which nothing is to be done."""

_WHAT_IS_KEPT = "what-i-keep"
_REMEMBERED = 1_000  # people who disabled the skill and are remembered


class PersonalDataStore(Protocol):
    """Where the data read from a listener's library is stored."""

    async def refresh(self, listener: Listener) -> bool:
        """Drop the listener's data; False where that could not be done everywhere."""
        ...

    async def forget(self, key: Secret) -> bool:
        """Erase the person with this `Listener.key`; False as in `refresh`."""
        ...


class CountPlaylists(IntentHandler):
    """ "How many playlists do I have?" """

    intents = frozenset(("CountPlaylistsIntent", "CountItemsIntent"))

    def __init__(self, library: Library, responder: Responder) -> None:
        self._library = library
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        playlists = await self._library.playlists(listener_of(handler_input))
        own = sum(playlist.mine is True for playlist in playlists.items)
        others = sum(playlist.mine is False for playlist in playlists.items)
        total = phrases.spoken_total(playlists)
        if question := question_to_open(playlists.items, playlists.total):
            session.ask(handler_input, question)
        return self._responder.respond(
            handler_input,
            "playlists-counted",
            partial=notices.completeness_notice(playlists),
            count=total,
            own=own,
            others=others,
            unknown=total - own - others,
        )


class WhoseAccount(IntentHandler):
    """ "Whose account is this?" """

    intents = frozenset(("WhoseAccountIntent",))

    def __init__(self, library: Library, responder: Responder) -> None:
        self._library = library
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        if listener.token is SAMPLE_TOKEN:
            return self._responder.respond(handler_input, "account-sample")
        account = await self._library.account(listener)
        if first_name(account.name) is None:
            return self._responder.respond(handler_input, "account-nameless")
        name = str(account.name)
        return self._responder.respond(handler_input, "account-of", name=name)


class LinkAccount(IntentHandler):
    """ "How do I link my account?": send the card that links it.

    Also for a no where the skill offered the demo: then that ends the session.
    """

    _NO = "AMAZON.NoIntent"

    intents = frozenset(("LinkAccountIntent", _NO))

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        declines = session.is_open(handler_input, OFFER_DEMO)
        is_no = intent_of(handler_input) == self._NO
        return super().can_handle(handler_input) and (declines or not is_no)

    async def handle(self, handler_input: HandlerInput) -> Response:
        if intent_of(handler_input) == self._NO:
            return respond_with_linking(self._responder, handler_input, "demo-declined")
        if listener_of(handler_input).token in (None, SAMPLE_TOKEN):
            return respond_with_linking(self._responder, handler_input, "link-account")
        return self._responder.respond(handler_input, "link-account-done")


class Refresh(IntentHandler):
    """ "Refresh my library": drop what is cached and read the playlists anew."""

    intents = frozenset(("RefreshIntent",))

    def __init__(
        self, library: Library, store: PersonalDataStore, responder: Responder
    ) -> None:
        self._library = library
        self._store = store
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        is_sample = listener.token is SAMPLE_TOKEN  # which is never read anew
        if not is_sample and not await self._store.refresh(listener):
            return self._responder.respond(handler_input, "refresh-later")
        playlists = await self._library.playlists(listener)
        if playlists.stale_for is not None:
            return self._responder.respond(handler_input, "refresh-later")
        return self._responder.respond(
            handler_input, "refreshed", count=phrases.spoken_total(playlists)
        )


class WhatIKeep(IntentHandler):
    """ "What do you know about me?": say what is kept, for how long, how it goes."""

    intents = frozenset(("WhatIKeepIntent",))

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        return self._responder.respond(handler_input, _WHAT_IS_KEPT)


class ForgetMe(IntentHandler):
    """ "Forget me": ask for confirmation, then erase everything about the person.

    While the confirmation is open, also "yes" (erase). Right after the answer what is
    kept, also "how do I delete that?".
    """

    _CONFIRMATION = PendingQuestion("confirm", "forget")
    _ASK = "ForgetMeIntent"
    _YES = "AMAZON.YesIntent"
    _DELETE, _EDIT = "UnsaveSongIntent", "UnsupportedIntent"

    intents = frozenset((_ASK, _YES, _DELETE, _EDIT))

    def __init__(self, store: PersonalDataStore, responder: Responder) -> None:
        self._store = store
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        if not super().can_handle(handler_input):
            return False
        intent = intent_of(handler_input)
        if intent == self._YES:
            return session.is_open(handler_input, self._CONFIRMATION)
        if intent == self._ASK:
            return True
        last = session.get(handler_input, LastAnswer)
        means_it = intent == self._DELETE or is_reference(handler_input)
        return last is not None and last.name == _WHAT_IS_KEPT and means_it

    async def handle(self, handler_input: HandlerInput) -> Response:
        if intent_of(handler_input) == self._YES:
            return await self._erase(handler_input)
        return self._responder.ask(handler_input, self._CONFIRMATION, "forget-me")

    async def _erase(self, handler_input: HandlerInput) -> Response:
        if await self._store.forget(listener_of(handler_input).key):
            session.clear(handler_input)
            return self._responder.respond(handler_input, "forgotten")
        return self._responder.respond(handler_input, "forget-later")


class DisabledUsers:
    """Remember who disabled the skill and when, so that a late event warms no cache.

    Skill events are delivered until answered, in any order:
    https://developer.amazon.com/docs/smapi/skill-events-in-alexa-skills.html
    One process knows only the events that it got itself; what another process warms
    after all expires by itself within its lifetimes.
    """

    def __init__(self) -> None:
        self._disabled_at: OrderedDict[Secret, datetime] = OrderedDict()

    def add(self, key: Secret, moment: datetime) -> None:
        """Note that the person with this `Listener.key` disabled the skill then."""
        latest = self._disabled_at.get(key, moment)
        self._disabled_at[key] = max(moment, latest)
        self._disabled_at.move_to_end(key)
        if len(self._disabled_at) > _REMEMBERED:
            self._disabled_at.popitem(last=False)

    def disabled_since(self, key: Secret, moment: datetime) -> bool:
        """Return whether the person disabled the skill at that moment or later."""
        disabled_at = self._disabled_at.get(key)
        return disabled_at is not None and disabled_at >= moment


class AccountLinked(TypeHandler):
    """SkillAccountLinked: read what the first launch needs, with the event's token."""

    request_type = "AlexaSkillEvent.SkillAccountLinked"

    def __init__(self, library: Library, disabled_users: DisabledUsers) -> None:
        self._library = library
        self._disabled_users = disabled_users

    async def handle(self, handler_input: HandlerInput) -> Response:
        body = getattr(handler_input.request_envelope.request, "body", None)
        token = getattr(body, "access_token", None)
        listener = listener_of(handler_input)
        is_late = self._disabled_users.disabled_since(
            listener.key, _event_time(handler_input)
        )
        if isinstance(token, str) and token and not is_late:
            linked = replace(listener, token=Secret(token))
            await self._library.account(linked)
            await self._library.playlists(linked)
        return no_speech(handler_input)


class SkillDisabled(TypeHandler):
    """SkillDisabled: erase everything about the person."""

    request_type = "AlexaSkillEvent.SkillDisabled"

    def __init__(self, store: PersonalDataStore, disabled_users: DisabledUsers) -> None:
        self._store = store
        self._disabled_users = disabled_users

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        self._disabled_users.add(listener.key, _event_time(handler_input))
        if not await self._store.forget(listener.key):
            listener.turn.conclude("answered", "memory_unreachable")
        return no_speech(handler_input)


class AcknowledgedEvent(TypeHandler):
    """Any other skill event: do nothing; a response ends Amazon's retries."""

    def __init__(self, name: str) -> None:
        self.request_type = f"AlexaSkillEvent.{name}"

    async def handle(self, handler_input: HandlerInput) -> Response:
        return no_speech(handler_input)


def _event_time(handler_input: HandlerInput) -> datetime:
    """Return when the event happened, also for a repeated or overtaken delivery.

    A time without a zone counts as UTC, which is what Amazon sends.
    """
    request = handler_input.request_envelope.request
    created = getattr(request, "event_creation_time", None)
    if not isinstance(created, datetime):
        return request_time(handler_input)
    return created if created.tzinfo else created.replace(tzinfo=UTC)
