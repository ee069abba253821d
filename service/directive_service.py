"""Posts a word to Alexa while the answer is still being made."""

import asyncio
import logging

import aiohttp

from providers.secret import Secret

# The answer itself is what counts; a word that comes after it is worth nothing.
SECONDS = 1.0

log = logging.getLogger(__name__)


def open_session() -> aiohttp.ClientSession:
    """The client for Alexa's own API; needs a running loop, the caller closes it."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=32, ttl_dns_cache=300),
        cookie_jar=aiohttp.DummyCookieJar(),
    )


class DirectiveServiceClient:
    """`handlers.progressive_response.Sender` over HTTP; a failure is a log line.

    https://developer.amazon.com/docs/alexa/custom-skills/send-the-user-a-progressive-response.html
    """

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def __call__(self, url: str, token: Secret, directive: bytes) -> None:
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
            pass  # `outcome` says so; the error itself would quote the headers
        log.warning("a progressive response was not taken: %s", outcome)
