"""LaunchRequest: greet the listener, say how many playlists there are, offer help."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.dynamic_entities import offer_playlists
from handlers.request import TypeHandler, listener_of
from handlers.responses import phrases
from handlers.responses.phrases import first_name
from handlers.responses.responder import Responder
from handlers.responses.screens import playlist_cover, show_launch
from handlers.responses.spoken_list import Remembered
from handlers.responses.text_screens import respond_with_linking
from handlers.session import OFFER_DEMO, OFFER_RECOMMENDATION
from providers.errors import (
    Forbidden,
    LinkExpired,
    NotAdmitted,
    NotFound,
    NotLinked,
    ProviderError,
    QuotaExceeded,
    RateLimited,
    Rejected,
    TooSlow,
    Unavailable,
)
from providers.library import Library
from providers.listener import Listener

PLAYLISTS_OUT = (Unavailable, RateLimited, Forbidden, NotFound, Rejected)
"""Errors of the list of playlists alone."""


class Launch(TypeHandler):
    """ "Open record shelf." """

    request_type = "LaunchRequest"

    def __init__(self, library: Library, responder: Responder) -> None:
        self._library = library
        self._responder = responder
        self._covers = Remembered(playlist_cover)

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        if listener.token is None:
            listener.turn.conclude("answered", NotLinked.reason)
            session.ask(handler_input, OFFER_DEMO)
            return respond_with_linking(
                self._responder, handler_input, "launch-unlinked"
            )
        # The account has to be known before anything is read from its library, so the
        # name costs no second wait.
        try:
            playlists = await self._library.playlists(listener)
        except PLAYLISTS_OUT as error:
            return await self._without_playlists(handler_input, error)
        name = first_name(await self._account_name(listener))
        offer_playlists(handler_input, playlists.items)
        session.ask(handler_input, OFFER_RECOMMENDATION)
        key = "launch" if name is None else "launch-named"
        count = phrases.spoken_total(playlists)
        response = self._responder.respond(
            handler_input, key, count=count, name=name or ""
        )
        localization = self._responder.localization_of(handler_input)
        show_launch(
            handler_input, localization, playlists.items, self._covers.at(handler_input)
        )
        return response

    async def _without_playlists(
        self, handler_input: HandlerInput, error: ProviderError
    ) -> Response:
        """Tell what can be asked all the same; raise `error` if all of Spotify is out.

        Whoever answers for the account answers for other lists as well.
        """
        listener = listener_of(handler_input)
        if isinstance(error, (TooSlow, QuotaExceeded)):
            raise error
        try:
            await self._library.account(listener)
        except ProviderError:
            raise error from None
        listener.turn.conclude("answered", error.reason)
        return self._responder.respond(handler_input, "launch-without-playlists")

    async def _account_name(self, listener: Listener) -> str | None:
        """Return the account's name; None where it cannot be read just now."""
        try:
            return (await self._library.account(listener)).name
        except (NotLinked, LinkExpired, NotAdmitted):
            raise
        except ProviderError:
            return None
