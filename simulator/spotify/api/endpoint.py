"""One call of the API, and the description of an endpoint."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from simulator.spotify.data.accounts import FakeAccount, TokenSession
from simulator.spotify.data.ids import is_base62_id
from simulator.spotify.data.user_library import Element, UserLibrary
from simulator.spotify.errors import ApiError, ApiReply, scope_missing
from simulator.spotify.paging import Bounds, PageSerializer, Window, parse_window
from simulator.spotify.serializers import LibrarySerializer
from simulator.spotify.world import World


@dataclass(frozen=True, slots=True)
class ApiCall:
    """`path` begins after the version; `params` are its named parts; `endless` asks
    for pages without an end."""

    world: World
    session: TokenSession
    path: str
    params: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes = b""
    endless: bool = False

    @property
    def account(self) -> FakeAccount:
        return self.session.account

    @property
    def library(self) -> UserLibrary:
        return self.session.account.library

    @property
    def serializer(self) -> LibrarySerializer:
        return self.world.serializer

    @property
    def pager(self) -> PageSerializer:
        return PageSerializer(self.serializer.links, self.path, self.query)

    def window(self, bounds: Bounds) -> Window:
        return parse_window(self.query, bounds, endless=self.endless)

    def page(self, items: Sequence[Element], bounds: Bounds) -> Any:
        """The page of elements that the query asks for."""
        window = self.window(bounds)
        shown = self.serializer.all(window.slice(items))
        return self.pager.page(window, shown, len(items))

    def require_scope(self, *scopes: str) -> None:
        """Refusal 403 unless the token was given one of these permissions."""
        if not self.session.scopes.intersection(scopes):
            raise scope_missing()

    def id(self) -> str:
        """An id from the path; Refusal 400 where it cannot be one."""
        text = self.params["id"]
        if not is_base62_id(text):
            raise ApiError(400, "Invalid base62 id")
        return text


Answer = Callable[[ApiCall], Any]

"""JSON-able for 200, None for 204, or a whole `Reply`."""


@dataclass(frozen=True, slots=True)
class ApiEndpoint:
    """`scope` is asked for before anything else; None where no token lacks it."""

    method: str
    template: str
    answer: Answer
    scope: str | None = None

    @property
    def name(self) -> str:
        return f"{self.method} {self.template}"


__all__ = ["Answer", "ApiCall", "ApiEndpoint", "ApiReply"]

# FOLDED A call's JSON body, read into what the endpoint needs.

T = TypeVar("T")


def body_as(kind: type[T], body: bytes) -> T:
    """The body; Refusal 400 where it is not JSON or not of that shape."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError as wrong:
        raise ApiError(400, f"Error parsing JSON: {wrong}") from wrong
    except msgspec.DecodeError as wrong:
        raise ApiError(400, "Error parsing JSON.") from wrong
