"""Fly's configuration: no field that Fly does not know, no promise too many.

The shapes are those of https://fly.io/docs/reference/configuration/.
"""

import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from service.commands.doctor.local_checks import KNOWN
from service.server import SHUTDOWN_SECONDS
from service.settings import Settings
from tests.deploy.test_cloudrun import paths

CONFIGURATION = Path("deploy/fly.toml")


class Strict(msgspec.Struct, forbid_unknown_fields=True):
    """A shape that takes nothing it does not know."""


class Build(Strict):
    dockerfile: str
    ignorefile: str


class Deploy(Strict):
    strategy: Literal["canary", "rolling", "bluegreen", "immediate"]


class Concurrency(Strict):
    type: Literal["connections", "requests"]
    soft_limit: int
    hard_limit: int


class Check(Strict):
    method: str
    path: str
    grace_period: str
    interval: str
    timeout: str


class HttpService(Strict):
    internal_port: int
    force_https: bool
    auto_stop_machines: Literal["off", "stop", "suspend"]
    auto_start_machines: bool
    min_machines_running: int
    concurrency: Concurrency
    checks: list[Check]


class Metrics(Strict):
    port: int
    path: str


class Machine(Strict):
    size: str
    memory: str


class Fly(Strict):
    app: str
    primary_region: str
    kill_signal: Literal["SIGINT", "SIGTERM", "SIGQUIT", "SIGUSR1", "SIGUSR2"]
    kill_timeout: int
    build: Build
    deploy: Deploy
    env: dict[str, str]
    http_service: HttpService
    metrics: Metrics
    vm: list[Machine]


def fly() -> Fly:
    return msgspec.convert(tomllib.loads(CONFIGURATION.read_text()), Fly)


def test_it_ends_as_the_service_wants_to() -> None:
    assert fly().kill_signal == "SIGTERM"
    drain = int(fly().env.get("DRAIN_SECONDS", Settings().drain_seconds))
    assert fly().kill_timeout > drain + 2 * SHUTDOWN_SECONDS


def test_ports_agree() -> None:
    found = fly()
    assert str(found.http_service.internal_port) == found.env["PORT"]
    assert str(found.metrics.port) == found.env["METRICS_PORT"]
    assert found.metrics.path == "/metrics"


def test_checks_ask_for_what_there_is() -> None:
    assert {check.path for check in fly().http_service.checks} <= paths()


def test_limits_are_in_order() -> None:
    limits = fly().http_service.concurrency
    assert limits.type == "requests"
    assert 0 < limits.soft_limit < limits.hard_limit


def test_every_variable_is_a_setting_and_none_a_secret() -> None:
    names = set(fly().env)
    assert names <= KNOWN
    assert not [name for name in names if "SECRET" in name or "REDIS" in name]


def test_the_files_are_where_it_says() -> None:
    build = fly().build
    for name in (build.dockerfile, build.ignorefile):
        assert CONFIGURATION.parent.joinpath(name).is_file()
