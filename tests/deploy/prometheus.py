"""promtool, the rules of deploy/, and what the service tells a scraper as it works."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from simulator.spotify.faults import Fault
from simulator.spotify.server import serving
from simulator.spotify.world import World
from tests.deploy.yaml_files import read_yaml
from tests.service.observability.test_prometheus import Sample, Scraper, scraping
from tests.service.running import now

RULES = Path("deploy/alerts.yaml")
PROMTOOL = shutil.which("promtool")
needs_promtool = pytest.mark.skipif(
    PROMTOOL is None, reason="promtool is in Debian's package prometheus"
)
TARGET = {"job": "record-shelf", "instance": "a"}  # labels that Prometheus adds


def rules() -> Iterator[dict[str, Any]]:
    for group in read_yaml(RULES)["groups"]:
        yield from group["rules"]


def run_promtool(
    *arguments: str, given: str = ""
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - the program is the one found on PATH
        [PROMTOOL or "promtool", *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def promtool(*arguments: str, given: str = "") -> str:
    """What promtool prints; it must be content."""
    ran = run_promtool(*arguments, given=given)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@dataclass(frozen=True)
class TwoScrapes:
    """What the service told a scraper while Spotify was well, and when it was ill."""

    well: dict[Sample, float]
    ill: dict[Sample, float]

    def series(self) -> list[dict[str, str]]:
        """Series for promtool: the first scrape grows into the second, and goes on so
        for an hour and a half."""
        return [
            {
                "series": as_text(sample),
                "values": f"{self.well.get(sample, 0)}+{step}x90",
            }
            for sample, value in self.ill.items()
            for step in [max(0.0, value - self.well.get(sample, 0))]
        ]


async def two_scrapes(folder: Path) -> TwoScrapes:
    async with (
        serving(World(now=now)) as spotify,
        scraping(
            folder, SPOTIFY_API_URL=spotify.api_url, SPOTIFY_DAILY_CALLS="100000"
        ) as scraper,
    ):
        well = await _scrape_after_talk(scraper, "well")
        spotify.faults.arm(Fault(kind="answer", status=503))
        ill = await _scrape_after_talk(scraper, "ill")
    return TwoScrapes(well, ill)


async def _scrape_after_talk(scraper: Scraper, mood: str) -> dict[Sample, float]:
    line = scraper.line
    for number in range(4):
        line.device = replace(line.device, token=f"load-{number}~{mood}", user_id=mood)
        await line.says("ListPlaylistsIntent")
    return await scraper.scrape()


def as_text(sample: Sample) -> str:
    name, labels = sample
    inside = ",".join(
        f'{key}="{value}"' for key, value in sorted({*labels, *TARGET.items()})
    )
    return f"{name}{{{inside}}}"
