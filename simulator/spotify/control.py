"""Control endpoints of the fake Spotify: faults, counters, clock, regime, accounts.

`GET|POST|DELETE /control/faults`, `DELETE /control/faults/{id}`, `POST
/control/release`, `GET|DELETE /control/counters`, `GET|POST|DELETE /control/clock`,
`GET|PUT /control/regime`, `POST /control/playlists/{id}` (adds a track: the snapshot
changes), `GET /control/accounts`, `DELETE /control/accounts/{name}/grants`, `PUT
/control/clients/{id}`.
"""

import hmac
import math
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import msgspec
from aiohttp import web

from providers.secret import Secret
from simulator.cross_site import (
    RequestRefused,
    check_content_type,
    check_host,
    check_site,
)
from simulator.json_body import InvalidBody, decode_body
from simulator.spotify.data.account_roster import roster
from simulator.spotify.faults import Fault
from simulator.spotify.oauth.clients import RedirectRefused
from simulator.spotify.serializers import Regime
from simulator.spotify.world import World

KEY_HEADER = "X-Control-Key"
MAX_AHEAD = timedelta(days=36_525)  # the clock may be a century off
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ClockChange(msgspec.Struct, forbid_unknown_fields=True):
    """A change of the fake Spotify's clock.

    advance_seconds: by how much to move the clock; negative moves it back.
    at: the time to set first; needs an offset from UTC.
    """

    advance_seconds: float | None = None
    at: datetime | None = None


class RegimeChange(msgspec.Struct, forbid_unknown_fields=True):
    """The regime that the Web API follows from now on."""

    regime: Regime


class Registration(msgspec.Struct, forbid_unknown_fields=True):
    """An application to register: its secret and its redirect URIs."""

    secret: str
    redirect_uris: list[str]


class Control:
    """Serve the control endpoints of a world.

    key: only requests with this value in `X-Control-Key` are accepted; None: all that
        name a loopback host are.
    """

    def __init__(self, world: World, key: Secret | None) -> None:
        self._world = world
        self._key = key

    def routes(self) -> list[web.RouteDef]:
        """Return the routes, all below `/control`."""
        table = (
            ("GET", "/control/faults", self._list_faults),
            ("POST", "/control/faults", self._add_fault),
            ("DELETE", "/control/faults", self._clear_faults),
            ("DELETE", "/control/faults/{id:[0-9]{1,18}}", self._remove_fault),
            ("POST", "/control/release", self._release),
            ("GET", "/control/counters", self._counters),
            ("DELETE", "/control/counters", self._reset_counters),
            ("GET", "/control/clock", self._clock),
            ("POST", "/control/clock", self._move_clock),
            ("DELETE", "/control/clock", self._reset_clock),
            ("GET", "/control/regime", self._regime),
            ("PUT", "/control/regime", self._change_regime),
            ("POST", "/control/playlists/{id}", self._edit_playlist),
            ("GET", "/control/accounts", self._accounts),
            ("DELETE", "/control/accounts/{name}/grants", self._revoke),
            ("PUT", "/control/clients/{id}", self._register),
        )
        return [web.route(method, path, self._guarded(h)) for method, path, h in table]

    def _guarded(self, handler: Handler) -> Handler:
        async def guarded(request: web.Request) -> web.StreamResponse:
            try:
                self._check(request)
                return await handler(request)
            except RequestRefused as refused:
                return _json({"error": str(refused)}, refused.status)
            except InvalidBody as invalid:
                return _json({"error": str(invalid)}, 400)

        return guarded

    def _check(self, request: web.Request) -> None:
        """Raise `RequestRefused` for a wrong key, a foreign host or another site.

        With a key the fake Spotify may have a public name, so the host is free: a page
        of another site can neither know the key nor send its header unasked.
        """
        if self._key is None:
            check_host(request)
        else:
            header = request.headers.get(KEY_HEADER, "")
            given = header.encode("utf-8", "surrogateescape")
            if not hmac.compare_digest(given, self._key.reveal().encode()):
                raise RequestRefused(403, "wrong control key")
        check_site(request)
        check_content_type(request)

    async def _list_faults(self, _request: web.Request) -> web.Response:
        return _json(self._world.faults.as_json())

    async def _add_fault(self, request: web.Request) -> web.Response:
        fault = decode_body(await request.read(), Fault)
        return _json({"id": self._world.faults.arm(fault)}, 201)

    async def _clear_faults(self, _request: web.Request) -> web.Response:
        self._world.faults.clear()
        return _json([])

    async def _remove_fault(self, request: web.Request) -> web.Response:
        removed = self._world.faults.remove(int(request.match_info["id"]))
        return _json({"removed": removed}, 200 if removed else 404)

    async def _release(self, _request: web.Request) -> web.Response:
        self._world.faults.release()
        return _json({})

    async def _counters(self, _request: web.Request) -> web.Response:
        return _json(self._world.counters.as_json())

    async def _reset_counters(self, _request: web.Request) -> web.Response:
        self._world.counters.reset()
        return _json({})

    async def _clock(self, _request: web.Request) -> web.Response:
        return _json({"now": self._world.clock().isoformat()})

    async def _move_clock(self, request: web.Request) -> web.Response:
        change = decode_body(await request.read(), ClockChange)
        self._world.clock.ahead = self._ahead_after(change)
        return await self._clock(request)

    def _ahead_after(self, change: ClockChange) -> timedelta:
        """Return how far ahead the clock is after a change. Raise `InvalidBody`.

        The new value is checked before it is set: a clock beyond the calendar would
        fail every later call.
        """
        clock, ahead = self._world.clock, self._world.clock.ahead
        if change.at is not None:
            if change.at.tzinfo is None:
                raise InvalidBody("`at` needs an offset")
            ahead += change.at - clock()
        seconds = ahead.total_seconds() + (change.advance_seconds or 0)
        if not math.fabs(seconds) <= MAX_AHEAD.total_seconds():
            raise InvalidBody("the clock may be at most a century off")
        return timedelta(seconds=seconds)

    async def _reset_clock(self, request: web.Request) -> web.Response:
        self._world.clock.reset()
        return await self._clock(request)

    async def _regime(self, _request: web.Request) -> web.Response:
        return _json({"regime": self._world.regime})

    async def _change_regime(self, request: web.Request) -> web.Response:
        change = decode_body(await request.read(), RegimeChange)
        self._world.regime = change.regime
        return await self._regime(request)

    async def _edit_playlist(self, request: web.Request) -> web.Response:
        playlist = self._world.find_playlist(request.match_info["id"])
        if playlist is None:
            return _json({"error": "nobody has looked at such a playlist"}, 404)
        self._world.add_random_track(playlist)
        return _json({"size": playlist.size})

    async def _revoke(self, request: web.Request) -> web.Response:
        count = self._world.grants.revoke_account(request.match_info["name"])
        return _json({"revoked": count})

    async def _register(self, request: web.Request) -> web.Response:
        registration = decode_body(await request.read(), Registration)
        try:
            self._world.clients.register(
                request.match_info["id"],
                Secret(registration.secret),
                *registration.redirect_uris,
            )
        except RedirectRefused as refused:
            return _json({"error": refused.why}, 400)
        return _json({}, 201)

    async def _accounts(self, _request: web.Request) -> web.Response:
        names = {n: part.display_name for n, part in roster().items()}
        return _json(names)


def _json(value: Any, status: int = 200) -> web.Response:
    return web.Response(
        status=status,
        body=msgspec.json.encode(value),
        content_type="application/json",
    )
