"""Log-based metrics: they count what the log line has, under the names it has."""

import re
from pathlib import Path
from typing import Any

import pytest

from providers.turn_telemetry import Turn
from service.observability.logs import turn_fields
from service.observability.metrics import BOUNDS
from tests.deploy.yaml_files import read_yaml

FILES = sorted(Path("deploy/log-metrics").glob("*.yaml"))
TURN = turn_fields(Turn(lambda: 0.0).finish(1.0))
# https://cloud.google.com/logging/docs/reference/v2/rest/v2/projects.metrics#LogMetric
KNOWN = {
    *("description", "filter", "metricDescriptor", "labelExtractors"),
    *("valueExtractor", "bucketOptions"),
}


def metric(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = read_yaml(file)
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_metric_reads_fields_that_there_are(file: Path) -> None:
    found = metric(file)
    assert found.keys() <= KNOWN
    used = set(re.findall(r"jsonPayload\.(\w+)", str(found)))
    assert used <= TURN.keys() | {"logger"}
    assert 'jsonPayload.logger="service.turn"' in found["filter"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_label_is_extracted(file: Path) -> None:
    found = metric(file)
    labels = {label["key"] for label in found["metricDescriptor"].get("labels", ())}
    assert labels == found.get("labelExtractors", {}).keys()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_command_above_it_names_the_file(file: Path) -> None:
    first = file.read_text().splitlines()[0]
    assert first == (
        f"# gcloud logging metrics create record_shelf_{file.stem}"
        f" --config-from-file={file}"
    )


def test_the_buckets_are_prometheuss() -> None:
    options = metric(Path("deploy/log-metrics/turn_ms.yaml"))["bucketOptions"]
    assert options["explicitBuckets"]["bounds"] == [s * 1000 for s in BOUNDS]
