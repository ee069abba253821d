"""After it, an ordinary request imports nothing more."""

import subprocess
import sys
from pathlib import Path

from service.serialization.warm_up import REQUESTS, warm_up

PROBE = """
import sys
from pathlib import Path

from service import serialization
from service.serialization.warm_up import warm_up

warm_up()
before = set(sys.modules)
warm_up()
read = serialization.decode(Path("tests/service/data/intent_request.json").read_bytes())
read.to_dict()
print(*sorted(set(sys.modules) - before))
"""


def test_an_ordinary_request_imports_nothing_more() -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "error", "-c", PROBE],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout.split() == []
    assert done.stderr == ""


def test_it_may_run_twice_and_knows_every_sample() -> None:
    warm_up()
    warm_up()
    assert len({request["type"] for request in REQUESTS}) == len(REQUESTS)
