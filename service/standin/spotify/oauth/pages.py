"""The pages of the accounts service: who are you, do you agree, this went wrong.

No script, one style sheet, everything reachable by keyboard and read aloud well.
"""

import base64
import hashlib
from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

from service.standin.spotify.oauth.asking import Ask
from service.standin.spotify.oauth.scopes import SCOPES

STYLE = """
:root { color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 3rem auto; padding: 0 1rem; }
fieldset, ul { margin: 1rem 0; }
label { display: block; padding: .15rem 0; }
button { font: inherit; padding: .5rem 1.5rem; margin: .5rem .5rem 0 0; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
"""
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()


def policy(*targets: str) -> str:
    """The content security policy; a form's answer may lead on to `targets`, which
    browsers hold against `form-action` too.

    https://developer.mozilla.org/docs/Web/HTTP/Headers/Content-Security-Policy/form-action
    """
    led_to = " ".join(("'self'", *targets))
    return (
        f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; "
        f"frame-ancestors 'none'; form-action {led_to}"
    )


def origin(uri: str) -> str:
    parts = urlsplit(uri)
    return f"{parts.scheme}://{parts.netloc}"


def login(ask: Ask, accounts: Mapping[str, str | None], *, missed: bool = False) -> str:
    """Step one: everybody there is, to choose from; `missed` says that the name that
    was given is nobody's."""
    alert = '<p role="alert">Nobody here has that name.</p>' if missed else ""
    choices = "".join(
        _choice(name, shown, first=place == 0)
        for place, (name, shown) in enumerate(accounts.items())
    )
    return _page(
        "Log in to the stand-in",
        "<p>This is not Spotify: every account is invented, and no password is "
        'needed.</p><form action="/authorize" method="get">'
        f"{alert}{_hidden(ask.fields)}<fieldset><legend>Who are you?</legend>{choices}"
        '</fieldset><label>Or another name, such as load-7: <input name="other" '
        'autocomplete="off"></label><button>Continue</button></form>',
    )


def _choice(name: str, shown: str | None, *, first: bool) -> str:
    checked = " checked" if first else ""
    return (
        f'<label><input type="radio" name="account" value="{escape(name)}"{checked}> '
        f"{escape(shown or 'nameless')} <small>({escape(name)})</small></label>"
    )


def consent(ask: Ask, account: str, shown: str | None) -> str:
    """Step two: what is asked for, and yes or no."""
    who = escape(shown or account)
    words = "".join(f"<li>{escape(SCOPES[one])}</li>" for one in sorted(ask.scopes))
    asked = f"<ul>{words}</ul>" if words else "<p>Nothing but your public profile.</p>"
    return _page(
        "Do you agree?",
        f"<p>You are <strong>{who}</strong>. The application "
        f"<strong>{escape(ask.client.id)}</strong> would like to:</p>{asked}"
        '<form action="/authorize" method="post">'
        f"{_hidden({**ask.fields, 'account': account})}"
        '<button name="decision" value="agree">Agree</button>'
        '<button name="decision" value="cancel">Cancel</button></form>',
    )


def wrong(message: str) -> str:
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
