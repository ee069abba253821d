"""Metrics as a scraper reads them, from the real application."""

import asyncio
import platform
import tomllib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from prometheus_client.parser import text_string_to_metric_families

from providers.rate_limit import RateLimitBlock
from service import VERSION
from service.app import HEALTH, METRICS
from service.observability.metrics import Histogram
from service.observability.prometheus import metrics_app, watch_loop
from simulator.alexa.requests import exception_encountered, session_ended
from simulator.spotify.server import serving
from simulator.spotify.world import World
from tests.conftest import RedisServer
from tests.fault_proxy import Fault, FaultProxy
from tests.service.instances import patient_redis
from tests.service.running import Line, now, running

Sample = tuple[str, frozenset[tuple[str, str]]]


@dataclass
class Scraper:
    """A line to the service, and a look at its metrics."""

    line: Line
    page: TestServer

    async def scrape(self) -> dict[Sample, float]:
        async with self.line.http.get(self.page.make_url("/metrics")) as reply:
            assert reply.status == 200
            assert reply.headers["Content-Type"].startswith("text/plain; version=")
            text = await reply.text()
        return {
            (sample.name, frozenset(sample.labels.items())): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
        }

    async def value(self, name: str, **labels: str) -> float | None:
        found = await self.scrape()
        return found.get((f"record_shelf_{name}", frozenset(labels.items())))


@asynccontextmanager
async def scraping(folder: Path, **environ: str) -> AsyncIterator[Scraper]:
    async with running(folder, METRICS_PORT="9090", **environ) as line:
        page = metrics_app(line.app[METRICS], line.app[HEALTH])
        server = TestServer(page)
        async with server:
            yield Scraper(line, server)


@pytest.fixture
async def scraper(tmp_path: Path) -> AsyncIterator[Scraper]:
    async with scraping(tmp_path) as scraper:
        yield scraper


async def test_turns_are_counted_by_what_became_of_them(scraper: Scraper) -> None:
    await scraper.line.says("AMAZON.HelpIntent")
    await scraper.line.post(b"{}", {})
    intent = {"request_type": "IntentRequest", "intent": "AMAZON.HelpIntent"}
    refused = {"outcome": "refused", "reason": "url_missing"}
    assert await scraper.value("turns_total", outcome="answered", reason="") == 1
    assert await scraper.value("turns_total", **refused) == 1
    assert await scraper.value("intents_total", outcome="answered", **intent) == 1
    assert await scraper.value("turn_seconds_count", outcome="answered") == 1
    assert await scraper.value("turn_seconds_bucket", outcome="answered", le="6.5") == 1
    assert await scraper.value("phase_seconds_count", phase="verify") == 1
    assert await scraper.value("cold_starts_total") == 1


async def test_a_first_failure_grows_from_nothing(scraper: Scraper) -> None:
    unexpected = {"outcome": "failed", "reason": "unexpected"}
    assert await scraper.value("turns_total", **unexpected) == 0
    foreign = {"outcome": "refused", "reason": "chain_untrusted"}
    assert await scraper.value("turns_total", **foreign) == 0
    name = "rejected_responses_total"
    assert await scraper.value(name, reason="INVALID_RESPONSE") == 0
    assert await scraper.value("turn_seconds_count", outcome="failed") == 0


async def test_the_version_that_runs_is_told(scraper: Scraper) -> None:
    python = platform.python_version()
    assert await scraper.value("build_info", version=VERSION, python=python) == 1


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
    assert project["version"] == VERSION


async def test_amazons_word_on_our_answers_is_counted(scraper: Scraper) -> None:
    line = scraper.line
    error = ("INVALID_RESPONSE", "…")
    for envelope in (
        session_ended(line.device, line.moment(), line.session, "ERROR", error),
        exception_encountered(
            line.device, line.moment(), line.session, "INVALID_RESPONSE", "r"
        ),
        session_ended(line.device, line.moment(), line.session, "ERROR", ("NEW", "…")),
        session_ended(line.device, line.moment(), line.session),
    ):
        assert (await line.send(envelope)).status == 200
    name = "rejected_responses_total"
    assert await scraper.value(name, reason="INVALID_RESPONSE") == 2
    assert await scraper.value(name, reason="other") == 1


async def test_spotify_is_counted_by_endpoint_and_outcome(tmp_path: Path) -> None:
    async with (
        serving(World(now=now)) as spotify,
        scraping(tmp_path, SPOTIFY_API_URL=spotify.api_url) as scraper,
    ):
        line = scraper.line
        line.device = replace(line.device, token="ada")
        await line.says("ListPlaylistsIntent")
        calls = await scraper.value(
            "spotify_calls_total", endpoint="/me/playlists", outcome="ok"
        )
        assert calls is not None
        assert calls >= 1
        assert await scraper.value("cache_uses_total", kind="playlists", role="fetch")
        assert await scraper.value("cache_entries")
        slow = {"endpoint": "/me/playlists", "outcome": "too_slow"}
        assert await scraper.value("spotify_calls_total", **slow) == 0
        blocked = "spotify_blocked_until_timestamp_seconds"
        assert await scraper.value(blocked) == 0
        await line.app[HEALTH].rate_limit.block(RateLimitBlock(120.0, quota=True))
        until = await scraper.value(blocked)
        assert until == pytest.approx(now().timestamp() + 120, abs=5)
        assert await scraper.value("spotify_quota_used_up") == 1


async def test_the_door_tells_its_days_and_its_crowd(scraper: Scraper) -> None:
    assert await scraper.value("certificate_expiry_timestamp_seconds") is None
    await scraper.line.says("AMAZON.HelpIntent")
    scraper.line.app[HEALTH].admission.verified.taken = 7
    expires = await scraper.value("certificate_expiry_timestamp_seconds")
    assert expires is not None
    assert 0 < expires - now().timestamp() < 400 * 86_400
    assert await scraper.value("trust_store_expiry_timestamp_seconds")
    assert await scraper.value("signing_keys") == 1
    assert await scraper.value("in_flight", stage="verified") == 7
    assert await scraper.value("in_flight", stage="unverified") == 0


async def test_a_trust_store_that_is_gone_is_no_number(
    scraper: Scraper, tmp_path: Path
) -> None:
    (tmp_path / "chain.pem").unlink()
    assert await scraper.value("trust_store_expiry_timestamp_seconds") is None
    _, ready = await scraper.line.get("/ready")
    assert ready == {
        "status": "ready",
        "redis": "none",
        "signing_keys": 0,
        "trust_store_days_left": None,
        "spotify_calls_left": None,
    }


async def test_redis_is_told_by_its_state(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    environ = {"REDIS_URL": redis_server.url, "CACHE_SECRET": "p" * 32}
    async with scraping(tmp_path, **environ) as scraper:
        assert await scraper.value("redis_state", state="up") == 1
        assert await scraper.value("redis_state", state="down") == 0


@pytest.fixture
def patient() -> Iterator[None]:
    """Redis refuses in these tests; that this machine is busy must not count."""
    with patient_redis():
        yield


@pytest.mark.slow
@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("state", ["read_only", "down"])
async def test_an_idle_instance_tells_that_redis_is_back(
    tmp_path: Path, redis_server: RedisServer, state: str
) -> None:
    async with (
        serving(World(now=now)) as spotify,
        FaultProxy(("127.0.0.1", redis_server.port)) as proxy,
        scraping(
            tmp_path,
            SPOTIFY_API_URL=spotify.api_url,
            REDIS_URL=f"redis://127.0.0.1:{proxy.port}",
            CACHE_SECRET="p" * 32,
        ) as scraper,
    ):
        with redis_server.client() as client:
            if state == "down":
                await proxy.inflict(Fault.REFUSE)
            else:
                client.config_set("maxmemory", "1")
            try:
                await new_listeners(scraper.line, 6)
                assert scraper.line.app[HEALTH].cache.status().redis == state
                assert await scraper.value("redis_state", state=state) == 1
            finally:
                client.config_set("maxmemory", "0")
        await proxy.inflict(Fault.NONE)
        # Nobody asks any more: only scrapes let the instance look.
        async with asyncio.timeout(60):
            while not await scraper.value("redis_state", state="up"):  # noqa: ASYNC110
                await asyncio.sleep(0.2)  # of no event


async def new_listeners(line: Line, count: int) -> None:
    for number in range(count):
        line.device = replace(
            line.device, token=f"load-{number}~new", user_id=f"user-{number}"
        )
        await line.says("ListPlaylistsIntent")


async def test_the_loop_is_watched() -> None:
    lag = Histogram()
    times = iter([0.0, 0.75, 0.75, 1.0])

    def clock() -> float:
        try:
            return next(times)
        except StopIteration:
            raise asyncio.CancelledError from None

    with pytest.raises(asyncio.CancelledError):
        await watch_loop(lag, clock, 0.0)
    assert lag.total == pytest.approx(0.75 + 0.25)
    assert sum(lag.counts) == 2


async def test_the_page_belongs_to_scrapers_alone(scraper: Scraper) -> None:
    async with scraper.line.http.get(f"{scraper.line.url}/metrics") as reply:
        assert reply.status == 404
    assert await scraper.value("event_loop_lag_seconds_count") is not None


async def test_without_a_port_nothing_is_counted(tmp_path: Path) -> None:
    async with running(tmp_path) as line:
        assert METRICS not in line.app
        assert isinstance(line.app, web.Application)
