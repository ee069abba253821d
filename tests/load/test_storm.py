"""The storm: a short one for real, and what its callers must notice."""

import asyncio
import os
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from simulator.alexa.certificates import make_chain
from simulator.alexa.requests import Signer
from tests.load.__main__ import main
from tests.load.marked_spotify import MarkedSpotify
from tests.load.storm import MEMORY_SECONDS, Findings, Storm
from tests.service.running import now


@pytest.mark.load
@pytest.mark.skipif(
    len(os.sched_getaffinity(0)) < 2, reason="one core: nothing to compare on"
)
def test_a_short_storm_breaks_no_promise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "storm.html"
    options = ["--seconds", "6", "--callers", "20", "--seed", "3"]
    code = main(["storm", *options, "--report", str(page)])
    told = capsys.readouterr().out
    assert code == 0, told
    assert "foreign: 0" in told
    assert "forgotten: 0" in told
    assert not told.startswith("0 answers")
    assert "Redis: " in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "findings",
    [
        Findings(foreign=["listener 1: own2x0y"]),
        Findings(forgotten=["listener 1: own1x0y"]),
        Findings(lost=Counter(TimeoutError=1)),
        Findings(outcomes=Counter({"failed (KeyError)": 1})),
    ],
)
def test_what_breaks_a_promise(findings: Findings) -> None:
    assert findings.broken


async def test_an_erasure_counts_at_once_where_it_was_said() -> None:
    rng = Random(1)
    signer = Signer(make_chain(now()).key)
    storm = Storm(MarkedSpotify(rng), signer, [], rng)
    storm.erased(7, 8001, edition=3)
    later = asyncio.get_running_loop().time() + 1
    assert storm.least_edition(7, 8001, later) == 3
    assert storm.least_edition(7, 8002, later) == 0
    assert storm.least_edition(7, 8002, later + MEMORY_SECONDS) == 3
    assert storm.least_edition(8, 8001, later) == 0


def test_calm_answers_break_nothing() -> None:
    outcomes = Counter({"answered": 9, "apologised (unavailable)": 2})
    assert not Findings(answers=11, outcomes=outcomes).broken
