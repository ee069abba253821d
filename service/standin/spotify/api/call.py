"""One call of the API, and the description of an endpoint."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.standin.spotify.account import Account, Session
from service.standin.spotify.canned import Reply
from service.standin.spotify.holdings import Element, Holdings
from service.standin.spotify.identity import is_base62_id
from service.standin.spotify.paging import Bounds, Pager, Window, window_of
from service.standin.spotify.refusal import Refusal, scope_missing
from service.standin.spotify.rendering import Rendering
from service.standin.spotify.world import World


@dataclass(frozen=True, slots=True)
class Call:
    """`path` begins after the version; `params` are its named parts; `endless` asks
    for pages without an end."""

    world: World
    session: Session
    path: str
    params: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes = b""
    endless: bool = False

    @property
    def account(self) -> Account:
        return self.session.account

    @property
    def holdings(self) -> Holdings:
        return self.session.account.holdings

    @property
    def rendering(self) -> Rendering:
        return self.world.rendering

    @property
    def pager(self) -> Pager:
        return Pager(self.rendering.links, self.path, self.query)

    def window(self, bounds: Bounds) -> Window:
        return window_of(self.query, bounds, endless=self.endless)

    def page(self, items: Sequence[Element], bounds: Bounds) -> Any:
        """The page of elements that the query asks for."""
        window = self.window(bounds)
        shown = self.rendering.all(window.of(items))
        return self.pager.page(window, shown, len(items))

    def need(self, *scopes: str) -> None:
        """Refusal 403 unless the token was given one of these permissions."""
        if not self.session.scopes.intersection(scopes):
            raise scope_missing()

    def id(self) -> str:
        """An id from the path; Refusal 400 where it cannot be one."""
        text = self.params["id"]
        if not is_base62_id(text):
            raise Refusal(400, "Invalid base62 id")
        return text


Answer = Callable[[Call], Any]
"""JSON-able for 200, None for 204, or a whole `Reply`."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`scope` is asked for before anything else; None where no token lacks it."""

    method: str
    template: str
    answer: Answer
    scope: str | None = None

    @property
    def name(self) -> str:
        return f"{self.method} {self.template}"


__all__ = ["Answer", "Call", "Endpoint", "Reply"]
