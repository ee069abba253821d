"""The clock: Amazon's requests carry a time, and more than 150 s off is refused."""

from email.utils import parsedate_to_datetime

import aiohttp
from ask_sdk_webservice_support.verifier_constants import (
    MAX_NORMAL_REQUEST_TOLERANCE_IN_MILLIS,
)

from service.doctor.case import Case
from service.doctor.finding import Finding, error, warning

TOLERANCE = MAX_NORMAL_REQUEST_TOLERANCE_IN_MILLIS / 1000
WORTH_SAYING = 10.0  # seconds
_CURE = "keep it with NTP (timedatectl set-ntp true), or wake the machine anew"


async def clock(case: Case) -> list[Finding]:
    """Against the time that Spotify's servers say it is; who cannot be asked is told by
    another check."""
    try:
        async with (
            case.session() as http,
            http.get(case.settings.spotify_api_url, allow_redirects=False) as reply,
        ):
            theirs = parsedate_to_datetime(reply.headers.get("Date", ""))
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return []
    off = abs((case.now() - theirs).total_seconds())
    said = f"this machine's clock is {off:.0f} s off"
    if off > TOLERANCE:
        return [error("clock", f"{said}: every request is refused", _CURE)]
    return [warning("clock", said, _CURE)] if off > WORTH_SAYING else []
