"""Spotify's accounts service (OAuth server): log-in and consent pages, tokens."""

import base64
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

import msgspec
from aiohttp import web

from simulator.spotify.data.account_roster import roster
from simulator.spotify.oauth.clients import Clients, OAuthClient, credentials
from simulator.spotify.oauth.tokens import Grant, TokenRefused
from simulator.spotify.world import World

# https://developer.spotify.com/documentation/web-api/concepts/scopes
SCOPES: Mapping[str, str] = MappingProxyType(
    {
        "app-remote-control": "Communicate with the app on your device",
        "playlist-modify-private": "Create and change your private playlists",
        "playlist-modify-public": "Create and change your public playlists",
        "playlist-read-collaborative": "See the playlists you share with others",
        "playlist-read-private": "See your private playlists",
        "streaming": "Play content on your other devices",
        "ugc-image-upload": "Upload pictures for your playlists",
        "user-follow-modify": "Follow and unfollow artists for you",
        "user-follow-read": "See which artists you follow",
        "user-library-modify": "Save and remove items in your library",
        "user-library-read": "See what you have saved in your library",
        "user-modify-playback-state": "Start, stop and skip what you play",
        "user-read-currently-playing": "See what you are playing now",
        "user-read-email": "See your email address",
        "user-read-playback-position": "See where you stopped in podcasts",
        "user-read-playback-state": "See what you play and on which device",
        "user-read-private": "See your kind of subscription",
        "user-read-recently-played": "See what you have played recently",
        "user-top-read": "See your top artists and tracks",
    }
)


FIELDS = (
    "client_id", "response_type", "redirect_uri", "scope", "state",
    "code_challenge", "code_challenge_method",
)  # fmt: skip


class UntrustedClient(Exception):
    """The application or its redirect URI is unknown: the page shows the error.

    The browser must not be sent to an address that nobody registered.
    """


class InvalidAuthorizationRequest(Exception):
    """A known application sent a wrong request; the browser goes to `location`.

    location: the redirect URI with the OAuth error in its query.
    """

    def __init__(self, error: str, location: str) -> None:
        super().__init__(error)
        self.location = location


@dataclass(frozen=True, slots=True)
class AuthorizationRequest:
    """A checked authorization request: it may be shown to the listener.

    client: the application.
    redirect_uri: where the answer goes.
    scopes: the permissions that the application asks for.
    state: the application's own value, sent back with the answer; None without one.
    challenge: the PKCE challenge; None without one.
    fields: the request's parameters, for the forms of the next page.
    """

    client: OAuthClient
    redirect_uri: str
    scopes: frozenset[str]
    state: str | None
    challenge: str | None
    fields: Mapping[str, str]

    def redirect_location(self, **answer: str) -> str:
        """Return the redirect URI with the answer and the state in its query."""
        return _with_answer(self.redirect_uri, self.state, answer)


def parse_authorization(
    fields: Mapping[str, str], clients: Clients
) -> AuthorizationRequest:
    """Return the authorization request in these parameters.

    Raise `UntrustedClient` or `InvalidAuthorizationRequest`.
    https://developer.spotify.com/documentation/web-api/tutorials/code-flow
    """
    client = clients.get(fields.get("client_id"))
    if client is None:
        raise UntrustedClient("INVALID_CLIENT: Invalid client")
    redirect_uri = fields.get("redirect_uri", "")
    if not client.may_redirect_to(redirect_uri):
        raise UntrustedClient("INVALID_CLIENT: Invalid redirect URI")
    state, scopes = fields.get("state"), frozenset(fields.get("scope", "").split())
    if error := _error_in(fields, scopes):
        raise InvalidAuthorizationRequest(
            error, _with_answer(redirect_uri, state, {"error": error})
        )
    fields_kept = {name: fields[name] for name in FIELDS if name in fields}
    challenge = fields.get("code_challenge")
    return AuthorizationRequest(
        client, redirect_uri, scopes, state, challenge, fields_kept
    )


def _error_in(fields: Mapping[str, str], scopes: frozenset[str]) -> str | None:
    if fields.get("response_type") != "code":
        return "unsupported_response_type"
    if not scopes <= SCOPES.keys():
        return "invalid_scope"
    method = fields.get("code_challenge_method")
    if ("code_challenge" in fields) != (method == "S256"):
        return "invalid_request"
    return None


def _with_answer(
    redirect_uri: str, state: str | None, answer: Mapping[str, str]
) -> str:
    parameters = dict(answer) | ({} if state is None else {"state": state})
    parts = urlsplit(redirect_uri)
    query = "&".join(filter(None, (parts.query, urlencode(parameters))))
    return urlunsplit(parts._replace(query=query))


# The pages have no script and one style sheet; a keyboard reaches everything, and a
# screen reader reads them well.

STYLE = """
:root { color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 3rem auto; padding: 0 1rem; }
fieldset, ul { margin: 1rem 0; }
label { display: block; padding: .15rem 0; }
button { font: inherit; padding: .5rem 1.5rem; margin: .5rem .5rem 0 0; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
"""

_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()


def page_policy(*targets: str) -> str:
    """Return the content security policy of a page.

    targets: origins that a form's answer may redirect to; browsers check redirects
        against `form-action` too.
    https://developer.mozilla.org/docs/Web/HTTP/Headers/Content-Security-Policy/form-action
    """
    form_targets = " ".join(("'self'", *targets))
    return (
        f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; "
        f"frame-ancestors 'none'; form-action {form_targets}"
    )


def origin(uri: str) -> str:
    """Return the scheme and host of an address."""
    parts = urlsplit(uri)
    return f"{parts.scheme}://{parts.netloc}"


def login_page(
    authorization: AuthorizationRequest,
    accounts: Mapping[str, str | None],
    *,
    unknown_name: bool = False,
) -> str:
    """Return the log-in page: a choice of all accounts.

    unknown_name: whether to say that the name that was entered has no account.
    """
    alert = '<p role="alert">Nobody here has that name.</p>' if unknown_name else ""
    choices = "".join(
        _choice(name, display_name, first=place == 0)
        for place, (name, display_name) in enumerate(accounts.items())
    )
    return _page(
        "Log in to the fake Spotify",
        "<p>This is not Spotify: every account is invented, and no password is "
        'needed.</p><form action="/authorize" method="get">'
        f"{alert}{_hidden(authorization.fields)}"
        f"<fieldset><legend>Who are you?</legend>{choices}"
        '</fieldset><label>Or another name, such as load-7: <input name="other" '
        'autocomplete="off"></label><button>Continue</button></form>',
    )


def _choice(name: str, display_name: str | None, *, first: bool) -> str:
    checked = " checked" if first else ""
    return (
        f'<label><input type="radio" name="account" value="{escape(name)}"{checked}> '
        f"{escape(display_name or 'nameless')} <small>({escape(name)})</small></label>"
    )


def consent_page(
    authorization: AuthorizationRequest, account: str, display_name: str | None
) -> str:
    """Return the consent page: the permissions, and the buttons Agree and Cancel."""
    shown_name = escape(display_name or account)
    words = "".join(
        f"<li>{escape(SCOPES[scope])}</li>" for scope in sorted(authorization.scopes)
    )
    scope_list = (
        f"<ul>{words}</ul>" if words else "<p>Nothing but your public profile.</p>"
    )
    return _page(
        "Do you agree?",
        f"<p>You are <strong>{shown_name}</strong>. The application "
        f"<strong>{escape(authorization.client.id)}</strong> would like to:</p>"
        f"{scope_list}"
        '<form action="/authorize" method="post">'
        f"{_hidden({**authorization.fields, 'account': account})}"
        '<button name="decision" value="agree">Agree</button>'
        '<button name="decision" value="cancel">Cancel</button></form>',
    )


def error_page(message: str) -> str:
    """Return the page that shows an error."""
    return _page("This cannot go on", f'<p role="alert">{escape(message)}</p>')


def _hidden(fields: Mapping[str, str]) -> str:
    return "".join(_field(name, value) for name, value in fields.items())


def _field(name: str, value: str) -> str:
    return f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{STYLE}</style></head>"
        f"<body><main><h1>{title}</h1>{body}</main></body></html>"
    )


class AccountsEndpoints:
    """Serve `GET|POST /authorize`, `POST /api/token` and `POST /api/revoke`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """Return the routes."""
        return [
            web.get("/authorize", self._get_authorize),
            web.post("/authorize", self._post_authorize),
            web.post("/api/token", self._token),
            web.post("/api/revoke", self._revoke),
        ]

    async def _get_authorize(self, request: web.Request) -> web.Response:
        """Show the log-in page, then the consent page."""
        return self._authorize(request.query, self._page_for)

    async def _post_authorize(self, request: web.Request) -> web.Response:
        return self._authorize(await _form(request), self._decision)

    def _authorize(
        self,
        fields: Mapping[str, str],
        answer: Callable[[AuthorizationRequest, Mapping[str, str]], web.Response],
    ) -> web.Response:
        try:
            authorization = parse_authorization(fields, self._world.clients)
        except UntrustedClient as refused:
            return _html(error_page(str(refused)), page_policy(), 400)
        except InvalidAuthorizationRequest as refused:
            return _redirect(refused.location)
        return answer(authorization, fields)

    def _page_for(
        self, authorization: AuthorizationRequest, fields: Mapping[str, str]
    ) -> web.Response:
        name = fields.get("other") or fields.get("account") or ""
        account = self._world.account(name)
        if account is None:
            display_name = {n: part.display_name for n, part in roster().items()}
            return _html(
                login_page(authorization, display_name, unknown_name=name != ""),
                page_policy(),
            )
        page = consent_page(authorization, name, account.profile.display_name)
        return _html(page, page_policy(origin(authorization.redirect_uri)))

    def _decision(
        self, authorization: AuthorizationRequest, fields: Mapping[str, str]
    ) -> web.Response:
        name = fields.get("account", "")
        if fields.get("decision") != "agree" or self._world.account(name) is None:
            return _redirect(authorization.redirect_location(error="access_denied"))
        grant = Grant(
            client_id=authorization.client.id,
            account=name,
            scopes=authorization.scopes,
            redirect_uri=authorization.redirect_uri,
            challenge=authorization.challenge,
            consented_at=self._world.clock(),
        )
        return _redirect(
            authorization.redirect_location(code=self._world.grants.issue_code(grant))
        )

    async def _token(self, request: web.Request) -> web.Response:
        form = await _form(request)
        shown_name = credentials(request.headers.get("Authorization"), form)
        try:
            return _json(self._world.tokens.answer(form, shown_name))
        except TokenRefused as refused:
            return _json(refused.body, refused.status)

    async def _revoke(self, request: web.Request) -> web.Response:
        """Revoke a token; always answer 200, so that nothing shows which tokens exist.

        https://www.rfc-editor.org/rfc/rfc7009#section-2.2
        """
        form = await _form(request)
        self._world.grants.revoke(form.get("token", ""))
        return web.Response()


async def _form(request: web.Request) -> Mapping[str, str]:
    """Return the text fields of a form. Raise 400 for a body that is no form."""
    try:
        fields = await request.post()
    except (ValueError, LookupError, AssertionError) as error:
        # Bad UTF-8, an unknown charset, a multipart body without a boundary …
        raise web.HTTPBadRequest(text=f"not a form: {error}\n") from None
    return {name: text for name, text in fields.items() if isinstance(text, str)}


def _html(page: str, page_policy: str, status: int = 200) -> web.Response:
    headers = {
        "Content-Security-Policy": page_policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return web.Response(
        status=status, text=page, content_type="text/html", headers=headers
    )


def _redirect(location: str) -> web.Response:
    return web.Response(status=303, headers={"Location": location})


def _json(value: Any, status: int = 200) -> web.Response:
    return web.Response(
        status=status,
        body=msgspec.json.encode(value),
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )
