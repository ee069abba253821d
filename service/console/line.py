"""The line to the skill: requests over HTTP, signed, or wrong on purpose."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from aiohttp import ClientSession

from service.console.reply import Exchange
from service.standin.alexa import Json, Signer, encode


class Tampering(StrEnum):
    """What is wrong with a request that is not Alexa's."""

    UNSIGNED = "unsigned"
    FORGED = "forged"
    ALTERED = "altered"


SIGNATURE = "Signature-256"


@dataclass(slots=True)
class Line:
    """`impostor` signs what is forged: a sound key that nobody vouches for.

    `url` is the skill's endpoint; it may move while the line stays.
    """

    session: ClientSession
    signer: Signer
    impostor: Signer
    clock: Callable[[], float]
    url: str = ""

    async def post(
        self, envelope: Json, tampering: Tampering | None = None
    ) -> Exchange:
        """Sends an envelope; raises aiohttp's `ClientError` when nobody answers."""
        body = encode(envelope)
        signer = self.impostor if tampering is Tampering.FORGED else self.signer
        headers = signer.headers(body)
        if tampering is Tampering.UNSIGNED:
            del headers[SIGNATURE]
        if tampering is Tampering.ALTERED:
            body += b" "
        began = self.clock()
        async with self.session.post(self.url, data=body, headers=headers) as response:
            received = await response.read()
        seconds = self.clock() - began
        return Exchange(body, headers, response.status, received, seconds)
