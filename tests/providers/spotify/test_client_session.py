"""The session of production."""

import aiohttp

from providers.spotify.client import open_session


async def test_the_session_of_production() -> None:
    async with open_session("record-shelf/1", limit=3) as session:
        assert session.headers["User-Agent"] == "record-shelf/1"
        assert isinstance(session.cookie_jar, aiohttp.DummyCookieJar)
        assert session.trust_env is False
        assert session.timeout.total is None
        assert session.connector is not None
        assert session.connector.limit == 3
