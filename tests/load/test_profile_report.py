"""Samples in, two tables out."""

from pathlib import Path

from tests.load import profile_report
from tests.load.sampling import Sampler

STACKS = {
    ("service.http_endpoints:alexa", "service.serialization.request:decode"): 6,
    ("service.http_endpoints:alexa", "service.http_endpoints:alexa", "json:loads"): 3,
    ("asyncio.events:run",): 1,
}


def test_alone_and_together() -> None:
    assert profile_report.alone(STACKS)["json:loads"] == 3
    assert profile_report.alone(STACKS)["service.http_endpoints:alexa"] == 0
    assert profile_report.together(STACKS)["service.http_endpoints:alexa"] == 9


def test_a_report() -> None:
    rows = profile_report.report(STACKS, 200.0).splitlines()
    assert rows[0] == "10 samples, 200 µs of CPU a request"
    assert rows[3] == "  60.0%   120.0 µs  service.serialization.request:decode"
    assert rows[rows.index("our own functions with all that they call:") + 1] == (
        "  90.0%   180.0 µs  service.http_endpoints:alexa"
    )
    assert "asyncio" not in rows[-1]


def test_nothing_was_sampled() -> None:
    assert profile_report.report({}, 200.0) == "no samples"


def test_samples_survive_their_file(tmp_path: Path) -> None:
    sampler = Sampler()
    sampler.stacks.update(STACKS)
    sampler.save(tmp_path / "samples")
    assert profile_report.read(tmp_path / "samples") == STACKS
