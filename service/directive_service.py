"""Client of Alexa's Directive Service: posts progressive responses over HTTP."""

import asyncio
import logging

import aiohttp

from providers.secret import Secret

# For one post. A progressive response that arrives after the answer is worth nothing.
SECONDS = 1.0

POSTS_AT_ONCE = 32
"""Posts on their way; where more answers are slow, the machine is, and posts cost it
what the answers need. One that waited for the others would come too late, too."""

log = logging.getLogger(__name__)


def open_session() -> aiohttp.ClientSession:
    """Return the HTTP client for Alexa's API, without cookies.

    Needs a running event loop; the caller closes the client.
    """
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=POSTS_AT_ONCE, ttl_dns_cache=300),
        cookie_jar=aiohttp.DummyCookieJar(),
    )


class DirectiveServiceClient:
    """Post directives; a failure becomes a log line and no error.

    Implements `handlers.progressive_response.Sender`.

    https://developer.amazon.com/docs/alexa/custom-skills/send-the-user-a-progressive-response.html
    """

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self._places = asyncio.Semaphore(POSTS_AT_ONCE)

    async def __call__(self, url: str, token: Secret, directive: bytes) -> None:
        """Post `directive` (JSON) to `url` within `SECONDS`.

        token: the request's `apiAccessToken`.
        """
        outcome: str | None = "too many at once"
        if not self._places.locked():
            async with self._places:
                outcome = await self._post(url, token, directive)
        if outcome is not None:
            log.warning("a progressive response was not taken: %s", outcome)

    async def _post(self, url: str, token: Secret, directive: bytes) -> str | None:
        """Post once; return None where it was taken, else a word for the log."""
        headers = {
            "Authorization": f"Bearer {token.reveal()}",
            "Content-Type": "application/json",
        }
        try:
            async with (
                asyncio.timeout(SECONDS),
                self._session.post(
                    url, data=directive, headers=headers, allow_redirects=False
                ) as reply,
            ):
                return None if reply.status < 300 else f"status {reply.status}"
        except TimeoutError:
            return "too slow"
        except (aiohttp.ClientError, OSError, ValueError):
            return "unreachable"  # the error's text would quote the headers
