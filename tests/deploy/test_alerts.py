"""The alerts: rules that Prometheus takes, about metrics that there are, and that fire
on what the service tells when Spotify is made to fail."""

from pathlib import Path
from typing import Any

import pytest

from tests.deploy.prometheus import (
    RULES,
    TwoScrapes,
    needs_promtool,
    promtool,
    rules,
    two_scrapes,
)
from tests.deploy.yaml_files import to_yaml

pytestmark = pytest.mark.no_cover

RUNBOOK = Path("docs/runbook.md")
ALERTS = {rule["alert"]: rule for rule in rules() if "alert" in rule}


@needs_promtool
def test_prometheus_takes_the_rules() -> None:
    assert "SUCCESS" in promtool("check", "rules", str(RULES))


@pytest.mark.parametrize("name", ALERTS)
def test_every_alert_is_told_how_to_deal_with(name: str) -> None:
    alert = ALERTS[name]
    assert alert["labels"]["severity"] in ("page", "ticket")
    assert alert["annotations"]["summary"]
    url = f"https://example.com/record-shelf/{RUNBOOK}#{name.lower()}"
    assert alert["annotations"]["runbook_url"] == url
    assert f"## {name}\n" in RUNBOOK.read_text()


@needs_promtool
async def test_spotifys_failure_raises_the_alarm(tmp_path: Path) -> None:
    fired = firing(
        tmp_path, await two_scrapes(tmp_path), ["SpotifyFails", "ErrorBudgetBurns"]
    )
    assert "SUCCESS" in fired


def firing(folder: Path, scrapes: TwoScrapes, names: list[str]) -> str:
    """promtool's word on these alerts after an hour of what was scraped."""
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
            {
                "interval": "1m",
                "input_series": scrapes.series(),
                "alert_rule_test": alarms,
            }
        ],
    }
    file = folder / "plan.yaml"
    file.write_text(to_yaml(plan))
    return promtool("test", "rules", str(file))


Series = dict[str, str]
TURNS = "record_shelf_turns_total"
BUCKET = "record_shelf_turn_seconds_bucket"
LAG = "record_shelf_event_loop_lag_seconds_bucket"
ANSWERED = f'{TURNS}{{intent="a",outcome="answered",reason=""}}'
FAILED = f'{TURNS}{{intent="b",outcome="failed",reason="unexpected"}}'
ALIVE = 'record_shelf_build_info{instance="a"}'
UP = 'up{job="record-shelf",instance="a"}'
QUIET: Series = {ANSWERED: "0+60x90", ALIVE: "1x90", UP: "1x90"}


def case_of(name: str, series: Series, minute: int, firing: set[str]) -> dict[str, Any]:
    """promtool's test: these alerts fire in that minute, and no others."""
    tests = []
    for alarm, alert in ALERTS.items():
        labels = dict(alert["labels"])
        if alarm == "InstanceIsDown":
            labels |= {"job": "record-shelf", "instance": "a"}
        expected = [{"exp_labels": labels, "exp_annotations": alert["annotations"]}]
        tests.append(
            {
                "eval_time": f"{minute}m",
                "alertname": alarm,
                "exp_alerts": expected if alarm in firing else [],
            }
        )
    input_series = [{"series": name, "values": v} for name, v in series.items()]
    return {
        "name": name,
        "interval": "1m",
        "input_series": input_series,
        "alert_rule_test": tests,
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
    "four fifths of the day's calls are made": (
        {
            **QUIET,
            'record_shelf_spotify_day_calls{instance="a"}': "3190+1x90",
            "record_shelf_spotify_day_calls_limit": "4000x90",
        },
        40,
        {"SpotifyCallsRunOut"},
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
    "Spotify takes no calls for an hour": (
        {**QUIET, "record_shelf_spotify_blocked_until_timestamp_seconds": "8000x90"},
        75,
        {"SpotifyBlocksUs"},
    ),
    "Redis refuses writes": (
        {
            **QUIET,
            'record_shelf_redis_state{state="read_only"}': "0x60 1x30",
            'record_shelf_redis_state{state="up"}': "1x60 0x30",
        },
        75,
        {"RedisIsOut"},
    ),
    "Redis is back": (
        {**QUIET, 'record_shelf_redis_state{state="down"}': "0x60 1x8 0x30"},
        75,
        set(),
    ),
    "the roots expire in 59 days": (
        {**QUIET, "record_shelf_trust_store_expiry_timestamp_seconds": "5100000x90"},
        75,
        {"TrustStoreExpires"},
    ),
    "timers are late": (
        {
            **QUIET,
            f'{LAG}{{le="0.1"}}': "0+90x90",
            f'{LAG}{{le="0.25"}}': "0+100x90",
            f'{LAG}{{le="+Inf"}}': "0+100x90",
        },
        75,
        {"EventLoopIsLate"},
    ),
    "nobody reads the log": (
        {**QUIET, "record_shelf_log_lines_dropped_total": "0x70 7x20"},
        75,
        {"LogLinesAreLost"},
    ),
    "a new instance had lost lines before it was looked at": (
        {**QUIET, "record_shelf_log_lines_dropped_total": "_x70 7x20"},
        75,
        {"LogLinesAreLost"},
    ),
    "lines were lost long ago": (
        {**QUIET, "record_shelf_log_lines_dropped_total": "7x90"},
        75,
        set(),
    ),
    "Prometheus was away for a while": (
        {ANSWERED: "0+60x20 _x30 3000+60x40", FAILED: "3x20 _x30 3x40", ALIVE: "1x90"},
        55,
        set(),
    ),
}


@needs_promtool
def test_what_fires_and_what_does_not(tmp_path: Path) -> None:
    """All cases in one run of promtool, which names those that fail."""
    plan = {
        "rule_files": [str(RULES.absolute())],
        "evaluation_interval": "1m",
        "tests": [case_of(name, *case) for name, case in ALERT_CASES.items()],
    }
    file = tmp_path / "plan.yaml"
    file.write_text(to_yaml(plan))
    assert "SUCCESS" in promtool("test", "rules", str(file))


def test_every_alert_is_seen_to_fire() -> None:
    fired = [names for _, _, names in ALERT_CASES.values()]
    assert set().union(*fired) == ALERTS.keys()
