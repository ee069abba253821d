"""The alerts: rules that Prometheus takes, about metrics that there are, and that fire
on what the service tells when Spotify is made to fail."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import generate_latest

from providers.cache.read_through import CacheStatus
from service.observability.health import HealthSnapshot
from service.observability.metrics import Histogram, TurnMetrics
from service.observability.prometheus import TurnCollector
from simulator.spotify.faults import Fault
from simulator.spotify.server import serving
from simulator.spotify.world import World
from tests.deploy.yaml_files import read_yaml, to_yaml
from tests.service.observability.test_prometheus import Sample, Scraper, scraping
from tests.service.running import now

RULES = Path("deploy/alerts.yaml")
RUNBOOK = Path("docs/runbook.md")
PROMTOOL = shutil.which("promtool")
needs_promtool = pytest.mark.skipif(
    PROMTOOL is None, reason="promtool is in Debian's package prometheus"
)


def rules() -> Iterator[dict[str, Any]]:
    for group in read_yaml(RULES)["groups"]:
        yield from group["rules"]


ALERTS = {rule["alert"]: rule for rule in rules() if "alert" in rule}


def promtool(*arguments: str) -> str:
    ran = subprocess.run(  # noqa: S603 - the program is the one found on PATH
        [PROMTOOL or "promtool", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@needs_promtool
def test_prometheus_takes_the_rules() -> None:
    assert "SUCCESS" in promtool("check", "rules", str(RULES))


def test_every_metric_is_one_of_ours() -> None:
    status = CacheStatus("none", 0, 0, 0, 0, 0)
    signs = HealthSnapshot(status, 0, None, None, 0.0, False, 0, 0)
    page = generate_latest(
        TurnCollector(TurnMetrics(), Histogram(), signs, 0.0)
    ).decode()
    ours = set(re.findall(r"^# TYPE (\w+)", page, re.MULTILINE))
    recorded = {rule["record"] for rule in rules() if "record" in rule}
    for rule in rules():
        for name in re.findall(r"record_shelf[\w:]+", rule["expr"]):
            known = re.sub(r"_(bucket|count|sum)$", "", name)
            assert name in recorded or known in ours, name


@pytest.mark.parametrize("name", ALERTS)
def test_every_alert_is_told_how_to_deal_with(name: str) -> None:
    alert = ALERTS[name]
    assert alert["labels"]["severity"] in ("page", "ticket")
    assert alert["annotations"]["summary"]
    assert alert["annotations"]["runbook"] == f"{RUNBOOK}#{name.lower()}"
    assert f"## {name}\n" in RUNBOOK.read_text()


@needs_promtool
async def test_spotifys_failure_raises_the_alarm(tmp_path: Path) -> None:
    async with (
        serving(World(now=now)) as spotify,
        scraping(tmp_path, SPOTIFY_API_URL=spotify.api_url) as scraper,
    ):
        well = await talked(scraper, "well")
        spotify.faults.arm(Fault(kind="answer", status=503))
        ill = await talked(scraper, "ill")
    fired = firing(tmp_path, well, ill, ["SpotifyFails", "ErrorBudgetBurns"])
    assert "SUCCESS" in fired


async def talked(scraper: Scraper, mood: str) -> dict[Sample, float]:
    """What is told after four listeners were answered, or not."""
    line = scraper.line
    for number in range(4):
        line.device = replace(line.device, token=f"load-{number}~{mood}", user_id=mood)
        await line.says("ListPlaylistsIntent")
    return await scraper.scrape()


def firing(
    folder: Path, well: dict[Sample, float], ill: dict[Sample, float], names: list[str]
) -> str:
    """promtool's word on these alerts after an hour in which the first scrape grew into
    the second and on at that pace."""
    series = [
        {"series": _series(sample), "values": f"{well.get(sample, 0)}+{step}x90"}
        for sample, value in ill.items()
        if sample[0].startswith("record_shelf_")
        and (step := max(0.0, value - well.get(sample, 0))) is not None
    ]
    alarms = [
        {
            "eval_time": "75m",
            "alertname": name,
            "exp_alerts": [
                {
                    "exp_labels": ALERTS[name]["labels"],
                    "exp_annotations": ALERTS[name]["annotations"],
                }
            ],
        }
        for name in names
    ]
    plan = {
        "rule_files": [str(RULES.absolute())],
        "evaluation_interval": "1m",
        "tests": [
            {"interval": "1m", "input_series": series, "alert_rule_test": alarms}
        ],
    }
    file = folder / "plan.yaml"
    file.write_text(to_yaml(plan))
    return promtool("test", "rules", str(file))


Series = dict[str, str]
TURNS = "record_shelf_turns_total"
BUCKET = "record_shelf_turn_seconds_bucket"
ANSWERED = f'{TURNS}{{intent="a",outcome="answered",reason=""}}'
FAILED = f'{TURNS}{{intent="b",outcome="failed",reason="unexpected"}}'
ALIVE = 'record_shelf_cold_starts_total{instance="a"}'
UP = 'up{job="record-shelf",instance="a"}'
QUIET: Series = {ANSWERED: "0+60x90", ALIVE: "1x90", UP: "1x90"}


def plan_of(series: Series, minute: int, firing: set[str]) -> dict[str, Any]:
    """promtool's test: these alerts fire in that minute, and no others."""
    tests = []
    for name, alert in ALERTS.items():
        labels = dict(alert["labels"])
        if name == "InstanceIsDown":
            labels |= {"job": "record-shelf", "instance": "a"}
        expected = [{"exp_labels": labels, "exp_annotations": alert["annotations"]}]
        tests.append(
            {
                "eval_time": f"{minute}m",
                "alertname": name,
                "exp_alerts": expected if name in firing else [],
            }
        )
    input_series = [{"series": name, "values": v} for name, v in series.items()]
    return {
        "rule_files": [str(RULES.absolute())],
        "evaluation_interval": "1m",
        "tests": [
            {
                "interval": "1m",
                "input_series": input_series,
                "alert_rule_test": tests,
            }
        ],
    }


ALERT_CASES: dict[str, tuple[Series, int, set[str]]] = {
    "all is well": (QUIET, 75, set()),
    "nothing was ever scraped": ({}, 5, {"NobodyIsThere"}),
    "all instances are gone": (
        {ANSWERED: "0+60x20 stale", ALIVE: "1x20 stale", UP: "1x20 stale"},
        24,
        {"NobodyIsThere"},
    ),
    "the last one hangs": (
        {ANSWERED: "0+60x20 stale", ALIVE: "1x20 stale", UP: "1x20 0x20"},
        30,
        {"NobodyIsThere", "InstanceIsDown"},
    ),
    # 100 of 1,500 requests in an hour fail, all at once, in a series that is new.
    "a failure that is new": (
        {**QUIET, ANSWERED: "0+20x90", FAILED: "_x70 100x20"},
        73,
        {"ErrorBudgetBurns"},
    ),
    "a failure that is old": ({**QUIET, FAILED: "100x90"}, 75, set()),
    "Amazon rejects four answers": (
        {**QUIET, 'record_shelf_rejected_responses_total{reason="x"}': "_x70 4x20"},
        73,
        {"AmazonRejectsAnswers"},
    ),
    "one request is turned away": (
        {**QUIET, f'{TURNS}{{outcome="refused",reason="busy"}}': "_x70 1x20"},
        73,
        {"RequestsAreTurnedAway"},
    ),
    "Spotify fails at once": (
        {**QUIET, 'record_shelf_spotify_calls_total{outcome="too_slow"}': "_x70 9x20"},
        73,
        {"SpotifyFails"},
    ),
    "certificates cannot be read at once": (
        {
            **QUIET,
            ANSWERED: "0x90",
            f'{TURNS}{{outcome="refused",reason="chain_untrusted"}}': "_x60 9+9x30",
        },
        75,
        {"CertificatesCannotBeRead"},
    ),
    "a new instance has answered slowly": (
        {
            **QUIET,
            f'{BUCKET}{{outcome="answered",le="1.0"}}': "_x60 0x30",
            f'{BUCKET}{{outcome="answered",le="+Inf"}}': "_x60 50+9x30",
        },
        75,
        {"AnswersAreSlow"},
    ),
    "Prometheus was away for a while": (
        {ANSWERED: "0+60x20 _x30 3000+60x40", FAILED: "3x20 _x30 3x40", ALIVE: "1x90"},
        55,
        set(),
    ),
}


@needs_promtool
@pytest.mark.parametrize("name", ALERT_CASES)
def test_what_fires_and_what_does_not(tmp_path: Path, name: str) -> None:
    series, minute, expected = ALERT_CASES[name]
    file = tmp_path / "plan.yaml"
    file.write_text(to_yaml(plan_of(series, minute, expected)))
    assert "SUCCESS" in promtool("test", "rules", str(file))


def _series(sample: Sample) -> str:
    name, labels = sample
    inside = ",".join(f'{key}="{value}"' for key, value in sorted(labels))
    return f"{name}{{{inside}}}"
