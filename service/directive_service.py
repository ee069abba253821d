"""Client of Alexa's Directive Service: posts progressive responses over HTTP."""

import asyncio
import logging

import aiohttp

from providers.secret import Secret

# For one post. A progressive response that arrives after the answer is worth nothing.
SECONDS = 1.0

log = logging.getLogger(__name__)


def open_session() -> aiohttp.ClientSession:
    """Return the HTTP client for Alexa's API, without cookies.

    Needs a running event loop; the caller closes the client.
    """
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=32, ttl_dns_cache=300),
        cookie_jar=aiohttp.DummyCookieJar(),
    )


class DirectiveServiceClient:
    """Post directives; a failure becomes a log line and no error.

    Implements `handlers.progressive_response.Sender`.

    https://developer.amazon.com/docs/alexa/custom-skills/send-the-user-a-progressive-response.html
    """

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def __call__(self, url: str, token: Secret, directive: bytes) -> None:
        """Post `directive` (JSON) to `url` within `SECONDS`.

        token: the request's `apiAccessToken`.
        """
        headers = {
            "Authorization": f"Bearer {token.reveal()}",
            "Content-Type": "application/json",
        }
        outcome = "unreachable"
        try:
            async with (
                asyncio.timeout(SECONDS),
                self._session.post(
                    url, data=directive, headers=headers, allow_redirects=False
                ) as reply,
            ):
                outcome = f"status {reply.status}"
                if reply.status < 300:
                    return
        except TimeoutError:
            outcome = "too slow"
        except (aiohttp.ClientError, OSError, ValueError):
            pass  # `outcome` tells it; the error's text would quote the headers
        log.warning("a progressive response was not taken: %s", outcome)
