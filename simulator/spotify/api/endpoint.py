"""API calls and endpoints: what an endpoint is given, and how it is described."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from simulator.json_body import InvalidBody, decode_body
from simulator.spotify.data.accounts import FakeAccount, TokenSession
from simulator.spotify.data.ids import is_base62_id
from simulator.spotify.data.user_library import Element, UserLibrary
from simulator.spotify.errors import ApiError, ApiReply, scope_missing
from simulator.spotify.paging import Bounds, PageSerializer, Window, parse_window
from simulator.spotify.serializers import LibrarySerializer
from simulator.spotify.world import World


@dataclass(frozen=True, slots=True)
class ApiCall:
    """One call of the Web API, as an endpoint gets it.

    world: the fake Spotify's state.
    session: the token's account and permissions.
    path: the path, after the version.
    params: the named parts of the path.
    query: the query parameters.
    body: the request's body.
    endless: whether pages never end (the fault `endless`).
    """

    world: World
    session: TokenSession
    path: str
    params: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes = b""
    endless: bool = False

    @property
    def account(self) -> FakeAccount:
        """The token's account."""
        return self.session.account

    @property
    def library(self) -> UserLibrary:
        """The account's library."""
        return self.session.account.library

    @property
    def serializer(self) -> LibrarySerializer:
        """The serializer for the present regime."""
        return self.world.serializer

    @property
    def pager(self) -> PageSerializer:
        """The maker of this endpoint's page objects."""
        return PageSerializer(self.serializer.links, self.path, self.query)

    def window(self, bounds: Bounds) -> Window:
        """Return the window that the query asks for. Raise `ApiError` 400."""
        return parse_window(self.query, bounds, endless=self.endless)

    def page(self, items: Sequence[Element], bounds: Bounds) -> Any:
        """Return the page of elements that the query asks for."""
        window = self.window(bounds)
        page_items = self.serializer.all(window.slice(items))
        return self.pager.page(window, page_items, len(items))

    def require_scope(self, *scopes: str) -> None:
        """Raise `ApiError` 403 unless the token has one of these permissions."""
        if not self.session.scopes.intersection(scopes):
            raise scope_missing()

    def id(self) -> str:
        """Return the id in the path. Raise `ApiError` 400 where it has no id's form."""
        text = self.params["id"]
        if not is_base62_id(text):
            raise ApiError(400, "Invalid base62 id")
        return text


Answer = Callable[[ApiCall], Any]

"""Returns JSON values for a 200, None for a 204, or a whole `ApiReply`."""


@dataclass(frozen=True, slots=True)
class ApiEndpoint:
    """An endpoint of the Web API.

    method: the HTTP method.
    template: the path after the version, such as `/me/top/{type}`.
    answer: the function that answers calls.
    scope: the permission that is checked first; None: no permission is needed.
    """

    method: str
    template: str
    answer: Answer
    scope: str | None = None

    @property
    def name(self) -> str:
        """Method and template, such as `GET /me/playlists`."""
        return f"{self.method} {self.template}"


__all__ = ["Answer", "ApiCall", "ApiEndpoint", "ApiReply"]


T = TypeVar("T")


def body_as(kind: type[T], body: bytes) -> T:
    """Return the JSON body as `kind`. Raise `ApiError` 400 for any other body."""
    try:
        return decode_body(body, kind)
    except InvalidBody as invalid:
        raise ApiError(400, f"Error parsing JSON: {invalid}") from None
