"""Public pages: privacy policy, terms of use, and the logo for screens.

The skill's listing links to the two texts; they exist in each language.
"""

import base64
import hashlib
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Literal

from aiohttp import web

from providers.cache import ttl
from providers.cache.records import DAY, LONGEST, RecordType
from service.settings import Settings

Subject = Literal["privacy", "terms"]

# Operator and contact where the settings name none.
UNNAMED = {
    "en": ("Its operator", "the skill's page in the Alexa app"),
    "de": ("Sein Betreiber", "die Seite des Skills in der Alexa-App"),
    "es": ("Su operador", "la página de la skill en la aplicación Alexa"),
    "fr": ("Son exploitant", "la page de la skill dans l'application Alexa"),
    "it": ("Il suo gestore", "la pagina della skill nell'app Alexa"),
    "pt-BR": ("Seu operador", "a página da skill no aplicativo Alexa"),
    "ja": ("スキルの運営者", "Alexaアプリのスキルのページ"),
}

LANGUAGES = tuple(UNNAMED)

READ_SECONDS = max(
    kind.keep_for
    for kind in vars(ttl).values()
    if isinstance(kind, RecordType) and kind is not ttl.LAST_ACCOUNT
)

_TEXTS = Path(__file__).with_name("legal_texts")

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:42rem;margin:2rem auto;"
    "padding:0 1rem}"
)

_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

_HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_DIGEST}'",
    "Cache-Control": "public, max-age=3600",
    "Vary": "Accept-Language",
}


def add_pages(app: web.Application, settings: Settings) -> None:
    """Add GET /privacy and GET /terms, in the language of `?lang=` or the browser."""

    async def privacy(request: web.Request) -> web.Response:
        return _answer(request, "privacy", settings)

    async def terms(request: web.Request) -> web.Response:
        return _answer(request, "terms", settings)

    app.router.add_get("/privacy", privacy)
    app.router.add_get("/terms", terms)


def _answer(request: web.Request, subject: Subject, settings: Settings) -> web.Response:
    tags = request.query.get("lang") or request.headers.get("Accept-Language")
    language = negotiate_language(tags or "")
    return web.Response(
        text=page(subject, language, settings),
        content_type="text/html",
        headers=_HEADERS | {"Content-Language": language},
    )


def negotiate_language(tags: str) -> str:
    """Return the first of `tags` that has pages, else `en`.

    tags: language tags, separated by commas, as in `Accept-Language`.
    Only the language counts: `de-AT` gives `de`. Weights are ignored, since browsers
    send the list in order.
    """
    by_language = {tag.partition("-")[0]: tag for tag in LANGUAGES}
    for tag in tags.split(","):
        language = tag.partition(";")[0].replace("_", "-").partition("-")[0]
        if supported := by_language.get(language.strip().lower()):
            return supported
    return LANGUAGES[0]


@cache
def page(subject: Subject, language: str, settings: Settings) -> str:
    """Return a whole page as HTML, for `settings`' operator and contact.

    How long data is kept is filled in from the cache's own limits.
    """
    operator, contact = UNNAMED[language]
    text = Template(_TEXTS.joinpath(f"{subject}.{language}.md").read_text("utf-8"))
    substituted = text.substitute(
        operator=escape(settings.operator_name or operator),
        contact=_linked(settings.operator_contact) or contact,
        hours=round(READ_SECONDS / 3600),
        days=round(LONGEST / DAY),
    )
    title, *rest = substituted.splitlines()
    title = title.removeprefix("# ")
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{title}</h1>{_body(rest)}</main></body></html>\n"
    )


def _body(lines: list[str]) -> str:
    """Return headings, list items and paragraphs as HTML; each line is one of them."""
    parts: list[str] = []
    for line in filter(None, lines):
        if line.startswith("## "):
            parts.append(f"<h2>{line[3:]}</h2>")
        elif line.startswith("- "):
            parts.append(f"<ul><li>{line[2:]}</li></ul>")
        else:
            parts.append(f"<p>{line}</p>")
    return "".join(parts).replace("</ul><ul>", "")


def _linked(contact: str | None) -> str | None:
    if contact is None:
        return None
    shown = escape(contact)
    target = contact if contact.startswith("https://") else f"mailto:{contact}"
    return f'<a href="{escape(target)}">{shown}</a>'


# The logo that screens show beside the words "Metadata from Spotify".
# https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-image.html

PATH = "/spotify-logo.png"

_LOGO_HEADERS = {
    "Cache-Control": "public, max-age=86400",
    "Access-Control-Allow-Origin": "*",  # devices draw it from pages of Amazon's
}


def logo_url(settings: Settings) -> str | None:
    """Return the logo's address for devices; None where the operator supplies none."""
    if settings.spotify_logo_file is None or settings.public_url is None:
        return None
    return settings.public_url + PATH


def add_logo(app: web.Application, settings: Settings) -> None:
    """Add GET /spotify-logo.png, where the operator supplies a logo."""
    file = settings.spotify_logo_file
    if file is None:
        return
    picture = file.read_bytes()

    async def logo(_request: web.Request) -> web.Response:
        return web.Response(
            body=picture, content_type="image/png", headers=_LOGO_HEADERS
        )

    app.router.add_get(PATH, logo)
