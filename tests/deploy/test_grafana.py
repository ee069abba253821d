"""Dashboard and alerts: every expression asks for what the service really tells."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.prometheus import (
    RULES,
    TARGET,
    TwoScrapes,
    needs_promtool,
    promtool,
    rules,
    run_promtool,
    two_scrapes,
)
from tests.deploy.yaml_files import to_yaml
from tests.service.observability.test_prometheus import Sample, scraping

pytestmark = pytest.mark.no_cover

BOARD = json.loads(Path("deploy/grafana.json").read_text(encoding="utf-8"))
SELECTOR = re.compile(
    r"\b(?P<name>(?:record_shelf|process)[\w:]+|up)\b(?:{(?P<in>.*?)})?"
)
MATCHER = re.compile(r'(\w+)(=~|!~|!=|=)"([^"]*)"')
GROUPING = re.compile(r"\b(?:by|without|on) \(([^)]*)\)")

Labels = dict[str, set[str]]


def expressions() -> list[str]:
    """The dashboard's, with a span of time in place of Grafana's own variable."""
    return [
        target["expr"].replace("$__rate_interval", "5m")
        for panel in BOARD["panels"]
        for target in panel["targets"]
    ]


def labels_of(scrape: dict[Sample, float]) -> dict[str, Labels]:
    """Each metric with its labels and their values, and those that Prometheus adds."""
    found: dict[str, Labels] = defaultdict(lambda: defaultdict(set))
    for name, labels in scrape:
        for label, value in (*labels, *TARGET.items()):
            found[name][label].add(value)
    found["up"] = {label: {value} for label, value in TARGET.items()}
    for rule in rules():
        if "record" in rule:
            inner = [found[m["name"]] for m in SELECTOR.finditer(rule["expr"])]
            found[rule["record"]] = {
                label: set().union(*(labels.get(label, set()) for labels in inner))
                for labels in inner
                for label in labels
            }
    return found


def matched(operator: str, value: str, values: set[str]) -> bool:
    """Whether the matcher names a value that there is, each of its alternatives."""
    if operator in ("=", "!="):
        return value in values
    return all(
        any(re.fullmatch(each, known) for known in values) for each in value.split("|")
    )


def faults(expression: str, known: dict[str, Labels]) -> Iterator[str]:
    named: set[str] = set()
    for selector in SELECTOR.finditer(expression):
        labels = known.get(selector["name"], {})
        named |= labels.keys()
        if not labels:
            yield f"no metric {selector['name']}"
        for label, operator, value in MATCHER.findall(selector["in"] or ""):
            if not matched(operator, value, labels.get(label, set())):
                yield f"{selector['name']}: no {label}{operator}{value}"
    for group in GROUPING.findall(expression):
        yield from (f"no label {each}" for each in set(group.split(", ")) - named)


async def test_every_metric_label_and_value_is_scraped(tmp_path: Path) -> None:
    known = labels_of((await two_scrapes(tmp_path)).ill)
    asked = [*expressions(), *(rule["expr"] for rule in rules())]
    assert [fault for each in asked for fault in faults(each, known)] == []
    assert list(faults('sum by (x) (record_shelf_in_flight{stage="y"})', known)) == [
        "record_shelf_in_flight: no stage=y",
        "no label x",
    ]


@needs_promtool
async def test_every_expression_yields_something(tmp_path: Path) -> None:
    """promtool compares each result with none, and so names each that there is."""
    ran = run_promtool(
        "test", "rules", str(plan(tmp_path, await two_scrapes(tmp_path)))
    )
    results = set(re.findall(r'expr: "(.*?)", time: ', ran.stdout + ran.stderr))
    assert {json.dumps(each)[1:-1] for each in expressions()} - results == set()
    assert "parse error" not in ran.stderr + ran.stdout


def plan(folder: Path, scrapes: TwoScrapes) -> Path:
    cases = [
        {"expr": each, "eval_time": "80m", "exp_samples": []} for each in expressions()
    ]
    test = {
        "interval": "1m",
        "input_series": scrapes.series(),
        "promql_expr_test": cases,
    }
    file = folder / "plan.yaml"
    file.write_text(
        to_yaml(
            {
                "rule_files": [str(RULES.absolute())],
                "evaluation_interval": "1m",
                "tests": [test],
            }
        )
    )
    return file


@needs_promtool
async def test_promtool_finds_nothing_to_say_of_the_metrics(tmp_path: Path) -> None:
    async with scraping(tmp_path) as scraper:
        await scraper.line.opens()
        async with scraper.line.http.get(scraper.page.make_url("/metrics")) as reply:
            page = await reply.text()
    assert promtool("check", "metrics", given=page) == ""


def test_panels_have_a_place_of_their_own() -> None:
    places: set[tuple[int, int]] = set()
    for panel in BOARD["panels"]:
        grid = panel["gridPos"]
        own = {
            (x, y)
            for x in range(grid["x"], grid["x"] + grid["w"])
            for y in range(grid["y"], grid["y"] + grid["h"])
        }
        assert not own & places, panel["title"]
        assert max(x for x, _ in own) < 24
        places |= own
