"""Skill Management API (SMAPI): the calls that publishing makes, with plain errors.

https://developer.amazon.com/docs/alexa/smapi/smapi-overview.html; paths, bodies and
statuses are those of Amazon's description (`spec.json` of npm `ask-smapi-model` 1.24).

Amazon's SDK for Python (`ask-smapi-sdk` 1.0.0, of 2019) is not used: its HTTP client
has no time limit, it cannot be given the access token of the `ask` CLI, it sends the
refresh token without URL encoding, and its models refuse a whole answer for one enum
value that they do not know.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import aiohttp
import msgspec

from providers.json_depth import without_depth
from service.commands.publish.credentials import RENEW, SmapiCredentials

NO_ANSWER = 0
"""The status of a call that got no answer, or none that can be read."""

TIME_LIMIT = aiohttp.ClientTimeout(total=60, sock_connect=10)

TRIES = 5
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 60.0
"""Seconds between two tries: doubled each time, and at least `Retry-After`."""

_BUSY = (409, 429)
_PASSING = (*_BUSY, 500, 502, 503, 504, NO_ANSWER)

Json = dict[str, Any]
Pause = Callable[[float], Awaitable[None]]


class SmapiFailure(Exception):
    """Raised for a call that failed: what Amazon said, in plain words.

    `status`: the HTTP status, or `NO_ANSWER`. `cure`: what to do about it.
    """

    def __init__(self, status: int, what: str, cure: str) -> None:
        super().__init__(what)
        self.status = status
        self.cure = cure


FAILURES = {
    401: ("Amazon does not accept the access token (any more)", RENEW),
    403: (
        "this Amazon account may not do that",
        "use the account that owns the skill (--profile)",
    ),
    404: (
        "Amazon knows no such skill in this account",
        "correct SKILL_ID or --skill-id, or leave it out to make a new skill",
    ),
    409: (
        "another change of this skill is under way",
        "wait some minutes, and run this again",
    ),
    413: ("the package is too large", "make the icons smaller"),
    429: (
        "Amazon takes no more calls for now",
        "wait some minutes, and run this again",
    ),
    NO_ANSWER: (
        "Amazon does not answer",
        "look at this machine's network, and run this again: it goes on where it was",
    ),
}
_OTHER = ("Amazon refuses the call", "correct what it names, and run this again")
_BROKEN = ("Amazon's service fails", "run this again later")


@dataclass(frozen=True, slots=True)
class SmapiAnswer:
    """An answer of Amazon's: status, headers and the bytes of the body."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)

    def json(self) -> Json:
        """Return the body's JSON object; an empty one for anything else."""
        try:
            found = msgspec.json.decode(without_depth(self.body))
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return {}
        return found if isinstance(found, dict) else {}

    def failure(self) -> SmapiFailure:
        """Return what a refusal means."""
        known = FAILURES.get(self.status) or (_BROKEN if self.status >= 500 else _OTHER)
        details = self.json()
        said = [*messages([details]), *messages(details.get("violations"))]
        return SmapiFailure(self.status, ": ".join([known[0], *said]), known[1])

    def retry_after(self) -> float:
        """Return the seconds that Amazon asks to wait; 0 if it does not say."""
        seconds = self.headers.get("Retry-After", "")
        is_number = seconds.isascii() and seconds.isdigit()
        return float(seconds[:6]) if is_number else 0.0


class Smapi:
    """The calls of SMAPI for one account; every method raises `SmapiFailure` only.

    A call is tried again after 409, 429, 5xx and no answer; `pause` waits that many
    seconds before. A new access token is fetched once a call, where that is possible.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        credentials: SmapiCredentials,
        pause: Pause,
    ) -> None:
        self._session = session
        self._credentials = credentials
        self._pause = pause
        token = credentials.access_token
        self._token = None if token is None else token.reveal()

    async def vendors(self) -> list[Json]:
        """Return the vendors of the account: mostly one."""
        return objects((await self._call("GET", "/v1/vendors")).json(), "vendors")

    async def skills(self, vendor_id: str) -> list[Json]:
        """Return the vendor's skills, each stage of a skill by itself."""
        found: list[Json] = []
        query = {"vendorId": vendor_id, "maxResults": "50"}
        while True:
            page = (await self._call("GET", "/v1/skills", query=query)).json()
            found += objects(page, "skills")
            following = page.get("nextToken")
            if not page.get("isTruncated") or not isinstance(following, str):
                return found
            query |= {"nextToken": following}

    async def upload(self, package: bytes) -> str:
        """Upload a package; return the address that names it to Amazon."""
        url = (await self._call("POST", "/v1/skills/uploads")).json().get("uploadUrl")
        if not isinstance(url, str) or not url.startswith(("https:", "http://127.")):
            raise SmapiFailure(NO_ANSWER, "Amazon named no place to upload", _BROKEN[1])
        # The address is a right of its own: the token does not go there.
        answer = await self._patiently(
            lambda: self._send("PUT", url, {}, package), _PASSING
        )
        if not 200 <= answer.status < 300:
            cure = "run this again; if it stays, look at this machine's network"
            what = "the package could not be uploaded"
            raise SmapiFailure(answer.status, what, cure)
        return url

    async def create(self, vendor_id: str, location: str) -> str:
        """Begin to make a skill of an uploaded package; return the import's id.

        Not repeated without an answer: two skills could be the result.
        """
        body = {"vendorId": vendor_id, "location": location}
        path = "/v1/skills/imports"
        return _import_id(await self._call("POST", path, body=body, again=_BUSY))

    async def update(self, skill_id: str, location: str) -> str:
        """Begin to replace a skill's package; return the import's id."""
        path, body = f"/v1/skills/{skill_id}/imports", {"location": location}
        return _import_id(await self._call("POST", path, body=body))

    async def imported(self, import_id: str) -> Json:
        """Return the state of an import."""
        return (await self._call("GET", f"/v1/skills/imports/{import_id}")).json()

    async def link_accounts(self, skill_id: str, request: Json) -> None:
        """Set account linking of the skill in development."""
        path = f"/v1/skills/{skill_id}/stages/development/accountLinkingClient"
        await self._call("PUT", path, body=request)

    async def status(self, skill_id: str) -> Json:
        """Return the state of the manifest and of each locale's model."""
        return (await self._call("GET", f"/v1/skills/{skill_id}/status")).json()

    async def enable(self, skill_id: str) -> None:
        """Let the account's own devices use the skill in development."""
        path = f"/v1/skills/{skill_id}/stages/development/enablement"
        await self._call("PUT", path)

    async def simulate(self, skill_id: str, locale: str, text: str) -> Json:
        """Begin to say `text` to the skill; return the simulation."""
        body = {
            "input": {"content": text},
            "device": {"locale": locale},
            "session": {"mode": "FORCE_NEW_SESSION"},
        }
        return (await self._call("POST", _simulations(skill_id), body=body)).json()

    async def simulated(self, skill_id: str, simulation_id: str) -> Json:
        """Return the state of a simulation."""
        path = f"{_simulations(skill_id)}/{simulation_id}"
        return (await self._call("GET", path)).json()

    async def _call(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        body: Json | None = None,
        again: tuple[int, ...] = _PASSING,
    ) -> SmapiAnswer:
        """Return a good answer of SMAPI; `again`: after which statuses to try again."""
        url = self._credentials.smapi_url + path
        data = None if body is None else msgspec.json.encode(body)

        async def send() -> SmapiAnswer:
            token = self._token or await self._renewed_token()
            headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
            if data is not None:
                headers["Content-Type"] = "application/json"
            return await self._send(method, url, headers, data, query)

        answer = await self._patiently(send, again)
        if answer.status == 401 and self._credentials.renews:
            self._token = None
            answer = await self._patiently(send, again)
        if not 200 <= answer.status < 300:
            raise answer.failure()
        return answer

    async def _patiently(
        self, send: Callable[[], Awaitable[SmapiAnswer]], again: tuple[int, ...]
    ) -> SmapiAnswer:
        """Return the answer of `send`; try again after the statuses in `again`."""
        pause = FIRST_PAUSE
        for _ in range(TRIES - 1):
            answer = await send()
            if answer.status not in again:
                return answer
            await self._pause(min(max(pause, answer.retry_after()), LONGEST_PAUSE))
            pause *= 2
        return await send()

    async def _renewed_token(self) -> str:
        """Fetch an access token, which is good for an hour.

        https://developer.amazon.com/docs/login-with-amazon/refresh-token.html
        """
        url, form = self._credentials.renewal()
        answer = await self._patiently(
            lambda: self._send("POST", url, {}, form), _PASSING
        )
        token = answer.json().get("access_token")
        if answer.status == 200 and isinstance(token, str) and token:
            self._token = token
            return token
        if 400 <= answer.status < 500 and answer.status != 429:
            what = "Login with Amazon does not accept the refresh token or its client"
            cure = "make a new one with `ask util generate-lwa-tokens`"
            raise SmapiFailure(answer.status, what, cure)
        raise answer.failure()

    async def _send(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        data: bytes | Mapping[str, str] | None,
        query: Mapping[str, str] | None = None,
    ) -> SmapiAnswer:
        try:
            async with self._session.request(
                method,
                url,
                params=query,
                headers=headers,
                data=BytesIO(data) if isinstance(data, bytes) else data,
                # A header that was not signed could make the upload's address invalid.
                skip_auto_headers=("Content-Type",) if isinstance(data, bytes) else (),
                allow_redirects=False,
                timeout=TIME_LIMIT,
            ) as answer:
                return SmapiAnswer(answer.status, answer.headers, await answer.read())
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            return SmapiAnswer(NO_ANSWER)


def messages(errors: object) -> list[str]:
    """Return Amazon's own words in a list of errors; other shapes give fewer."""
    found = errors if isinstance(errors, list) else []
    texts = [each.get("message") for each in found if isinstance(each, dict)]
    return [text for text in texts if isinstance(text, str) and text]


def objects(answer: Json, name: str) -> list[Json]:
    """Return the objects in the list `name`; other shapes give fewer."""
    found = answer.get(name)
    items = found if isinstance(found, list) else []
    return [item for item in items if isinstance(item, dict)]


def _simulations(skill_id: str) -> str:
    return f"/v2/skills/{skill_id}/stages/development/simulations"


def _import_id(answer: SmapiAnswer) -> str:
    """Return the id at the end of the header Location."""
    name = answer.headers.get("Location", "").rstrip("/").rpartition("/")[2]
    if not name:
        raise SmapiFailure(NO_ANSWER, "Amazon named no import to wait for", _BROKEN[1])
    return name
