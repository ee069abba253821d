"""Middleware of every API call: counters, faults, token, permission, response."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Collection, Sequence

import msgspec
from aiohttp import web

from simulator.spotify import faults
from simulator.spotify.api.endpoint import ApiCall, ApiEndpoint
from simulator.spotify.broken_responses import QUIRKS
from simulator.spotify.data.accounts import TokenSession, bearer_token
from simulator.spotify.errors import (
    PREPARED_REPLIES,
    ApiError,
    ApiReply,
    error_reply,
    invalid_parameter,
    scope_missing,
)
from simulator.spotify.faults import BODY_FAULTS, PARAMETER_FAULTS, Fault
from simulator.spotify.world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
VERSION = "/v1"
_MARKET = re.compile(r"[A-Z]{2}|from_token")


class ApiMiddleware:
    """Wrap endpoints into web handlers; `sleep` is how faults let time pass."""

    def __init__(self, world: World, sleep: faults.Sleep = asyncio.sleep) -> None:
        self._world = world
        self._sleep = sleep

    def handler_for(self, endpoint: ApiEndpoint) -> Handler:
        """Return the web handler of an endpoint."""

        async def handle(request: web.Request) -> web.StreamResponse:
            return await self._handle(endpoint, request)

        return handle

    async def _handle(
        self, endpoint: ApiEndpoint, request: web.Request
    ) -> web.StreamResponse:
        caller = self._caller(request)
        name = caller.account.profile.name if isinstance(caller, TokenSession) else None
        counters, armed = self._world.counters, self._world.faults
        with counters.count_call(endpoint.name, request.query_string, name) as recorded:
            applied = armed.applying_to(endpoint.name, name, request.query)
            call = _ReceivedCall(self._world, endpoint, request, caller)
            if applied:
                response = await self._apply_faults(applied, call)
            else:
                response = faults.web_response(await call.reply())
            transport = request.transport
            if transport is not None and not transport.is_closing():
                recorded.status = response.status
            return response

    def _caller(self, request: web.Request) -> TokenSession | ApiError:
        try:
            token = bearer_token(request.headers.get("Authorization"))
        except ApiError as refusal:
            return refusal
        return self._world.session(token) or self._world.token_error(token)

    async def _apply_faults(
        self, applied: Sequence[Fault], call: "_ReceivedCall"
    ) -> web.StreamResponse:
        kinds = {fault.kind: fault for fault in applied}
        await faults.delay(applied, self._world.faults.rng, self._sleep)
        if kinds.keys() & {"hold", "hang"}:
            await self._world.faults.wait_for_release()
        if "reset" in kinds:
            return faults.reset_connection(call.request)
        reply = next(filter(None, map(faults.prepared_reply, applied)), None)
        if reply is None:
            ignored = frozenset(
                name for kind, name in PARAMETER_FAULTS.items() if kind in kinds
            )
            refused = kinds.get("limit_refused")
            if refused is not None and call.limit > refused.largest:
                return faults.web_response(error_reply(invalid_parameter("limit")))
            reply = await call.reply(endless="endless" in kinds, ignored=ignored)
            reply = _with_quirks(reply, applied)
        for kind in BODY_FAULTS & kinds.keys():
            return await faults.send_damaged(
                kinds[kind], reply, call.request, self._sleep
            )
        return faults.web_response(reply)


class _ReceivedCall:
    """A received API call, and the reply to it."""

    __slots__ = ("_caller", "_endpoint", "_ignored", "_world", "request")

    def __init__(
        self,
        world: World,
        endpoint: ApiEndpoint,
        request: web.Request,
        caller: TokenSession | ApiError,
    ) -> None:
        self._world = world
        self._endpoint = endpoint
        self._caller = caller
        self._ignored: Collection[str] = ()
        self.request = request

    @property
    def limit(self) -> int:
        """The `limit` that the call asks for; 0 where the call names none."""
        text = self.request.query.get("limit", "")
        return int(text) if text.isascii() and text.isdigit() else 0

    async def reply(
        self, *, endless: bool = False, ignored: Collection[str] = ()
    ) -> ApiReply:
        """Return the endpoint's reply, or the error's.

        `ignored` names query parameters that the endpoint does not see.
        """
        self._ignored = ignored
        body = await self.request.read() if self.request.body_exists else b""
        try:
            return self._answered(body, endless=endless)
        except ApiError as refusal:
            return error_reply(refusal)

    def _answered(self, body: bytes, *, endless: bool) -> ApiReply:
        caller = self._caller
        if isinstance(caller, ApiError):
            raise caller
        if not caller.account.profile.registered:
            return PREPARED_REPLIES["not_registered"]
        if caller.account.profile.lapsed:
            return PREPARED_REPLIES["forbidden_premium"]
        if self._has_no_length():
            raise ApiError(411, "Length Required")
        if not _MARKET.fullmatch(self.request.query.get("market", "US")):
            raise ApiError(400, "Invalid market code")
        if self._endpoint.scope not in {None, *caller.scopes}:
            raise scope_missing()
        return _to_reply(
            self._endpoint.answer(self._call(caller, body, endless=endless))
        )

    def _call(self, caller: TokenSession, body: bytes, *, endless: bool) -> ApiCall:
        return ApiCall(
            self._world,
            caller,
            self.request.path.removeprefix(VERSION),
            self.request.match_info,
            {
                name: text
                for name, text in self.request.query.items()
                if name not in self._ignored
            },
            body,
            endless,
        )

    def _has_no_length(self) -> bool:
        """Return whether a PUT or POST lacks a length, which Spotify refuses."""
        headers = self.request.headers
        has_length = "Content-Length" in headers or "Transfer-Encoding" in headers
        return self.request.method in {"PUT", "POST"} and not has_length


def _to_reply(answer: object) -> ApiReply:
    if isinstance(answer, ApiReply):
        return answer
    if answer is None:
        return PREPARED_REPLIES["no_content"]
    return ApiReply(200, msgspec.json.encode(answer))


def _with_quirks(reply: ApiReply, applied: Sequence[Fault]) -> ApiReply:
    if reply.status >= 300 or not reply.body:
        return reply
    value = msgspec.json.decode(reply.body)
    for fault in applied:
        if fault.kind == "quirk":
            value = QUIRKS[fault.quirk](value)
    return ApiReply(reply.status, msgspec.json.encode(value), reply.content_type)
