"""The page's files, their security policies, and the renderer that npm brings."""

import re
from pathlib import Path

from aiohttp import web

STATIC = Path(__file__).with_name("static")
INSTALLED = Path(__file__).parents[2] / ".console" / "node_modules"
RENDERER = Path("apl-viewhost-web") / "index.js"

# The renderer would fetch its fonts from a host of Amazon's; this machine's do.
_FONT = re.compile(rb"url\('https://[a-z0-9]+\.cloudfront\.net/[\w-]+\.ttf'\)")
_LOCAL_FONT = b"local('Amazon Ember'), local('DejaVu Sans'), local('Arial')"


def renderer(folder: Path = INSTALLED) -> bytes | None:
    """The APL renderer, fetching nothing; None where npm did not install it."""
    file = folder / RENDERER
    if not file.is_file():
        return None
    return _FONT.sub(_LOCAL_FONT, file.read_bytes())


def page_policy(*pictures: str) -> str:
    """What the page may do: talk to its own server, show pictures from these hosts."""
    shown = " ".join(("'self'", *pictures))
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        f"img-src {shown}; frame-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


def screen_policy(*pictures: str) -> str:
    """What the renderer may do: it compiles code and styles, and reaches nobody."""
    shown = " ".join(("data:", "blob:", *pictures))
    return (
        "sandbox allow-scripts; default-src 'none'; connect-src data:; "
        "script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'; "
        f"style-src 'self' 'unsafe-inline'; img-src {shown}; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'self'"
    )


def document(name: str, policy: str) -> web.Response:
    """A page of ours with its policy."""
    return document_of((STATIC / name).read_text(encoding="utf-8"), policy)


def document_of(page: str, policy: str, status: int = 200) -> web.Response:
    return web.Response(
        status=status,
        text=page,
        content_type="text/html",
        headers={
            "Content-Security-Policy": policy,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )
