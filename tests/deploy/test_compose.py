"""Docker Compose's file: it starts what is there, with settings that are right.

`.ci/security` holds it to Compose's own schema.
"""

import os
import re
from pathlib import Path
from typing import Any

import pytest

from service.commands.doctor.local_checks import KNOWN
from service.server import SHUTDOWN_SECONDS
from service.settings import Settings, SettingsError, load
from simulator.__main__ import PORT
from tests.deploy.test_cloudrun import paths
from tests.deploy.yaml_files import read_yaml

FILE = Path("deploy/compose.yaml")
EXAMPLE = Path("deploy/compose.env.example")


def services() -> dict[str, Any]:
    found: dict[str, Any] = read_yaml(FILE)["services"]
    return found


def example() -> dict[str, str]:
    lines = EXAMPLE.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and line[0] != "#")


def settings(**filled_in: str) -> Settings:
    """Load the service's settings from the example and the file."""
    return load({**example(), **filled_in, **services()["service"]["environment"]})


def test_a_secret_is_all_that_is_missing() -> None:
    with pytest.raises(SettingsError) as refused:
        settings()
    assert [problem.partition(":")[0] for problem in refused.value.problems] == [
        "CACHE_SECRET"
    ]
    loaded = settings(CACHE_SECRET="y6Zk0Qx1vB7nR3tW9cF5hJ2mL8pD4sGa")
    assert loaded.redis_url
    assert "//cache:6379" in loaded.redis_url.reveal()
    assert "cache" in services()


def test_the_file_with_the_secret_is_not_committed() -> None:
    (file,) = services()["service"]["env_file"]
    name = str(FILE.parent / file["path"])
    assert name in Path(".gitignore").read_text().splitlines()
    assert f"cp {EXAMPLE} {name}" in Path("docs/deploy.md").read_text()
    assert example().keys() <= KNOWN


def test_without_profiles_nothing_of_the_demo_starts() -> None:
    started = {name for name, each in services().items() if "profiles" not in each}
    assert started == {"service", "cache"}
    assert services()["console"]["build"]["target"] == "console"
    assert f"FROM build AS {services()['console']['build']['target']}" in (
        Path("Dockerfile").read_text()
    )


def test_only_this_machine_reaches_them() -> None:
    ports = {name: each.get("ports") for name, each in services().items()}
    assert ports == {
        "service": [f"127.0.0.1:{Settings().port}:{Settings().port}"],
        "cache": None,
        "console": [f"127.0.0.1:{PORT}:{PORT}"],
    }


def test_everybody_runs_with_little() -> None:
    for each in services().values():
        assert each["read_only"] is True
        assert each["cap_drop"] == ["ALL"]
        assert each["security_opt"] == ["no-new-privileges:true"]


def test_it_waits_until_the_service_has_ended() -> None:
    grace = int(services()["service"]["stop_grace_period"].removesuffix("s"))
    assert grace > Settings().drain_seconds + 2 * SHUTDOWN_SECONDS


def test_the_health_check_asks_with_the_images_python() -> None:
    _, python, _, program = services()["service"]["healthcheck"]["test"]
    assert f'ENTRYPOINT ["{python}"' in Path("Dockerfile").read_text()
    (path,) = re.findall(rf":{Settings().port}(/\w+)'", program)
    assert path in paths()
    compile(program, os.devnull, "exec")
