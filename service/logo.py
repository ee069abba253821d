"""The logo beside the words about whose metadata a screen shows.

https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-image.html
"""

from aiohttp import web

from service.settings import Settings

PATH = "/spotify-logo.png"
_HEADERS = {
    "Cache-Control": "public, max-age=86400",
    "Access-Control-Allow-Origin": "*",  # devices draw it from pages of Amazon's
}


def address_of(settings: Settings) -> str | None:
    """Where devices find it; None where whoever runs the skill has supplied none."""
    if settings.spotify_logo_file is None or settings.public_url is None:
        return None
    return settings.public_url + PATH


def add_logo(app: web.Application, settings: Settings) -> None:
    """`GET /spotify-logo.png`, read once, where there is one."""
    file = settings.spotify_logo_file
    if file is None:
        return
    picture = file.read_bytes()

    async def logo(_request: web.Request) -> web.Response:
        return web.Response(body=picture, content_type="image/png", headers=_HEADERS)

    app.router.add_get(PATH, logo)
