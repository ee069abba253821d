"""The Cloud Run manifest: no field that Cloud Run does not know, no promise too many.

The shapes are those of https://cloud.google.com/run/docs/reference/yaml/v1.
"""

import json
from pathlib import Path
from typing import Any, Literal

import msgspec

from providers.deadline import REQUEST_SECONDS
from service.app import create_app
from service.commands.doctor.local_checks import KNOWN
from service.settings import Settings
from tests.deploy.prometheus import RULES
from tests.deploy.yaml_files import read_yaml

MANIFEST = Path("deploy/cloudrun.yaml")


class Strict(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    """A shape that takes nothing it does not know."""


class SecretKeyRef(Strict):
    name: str
    key: str


class ValueFrom(Strict):
    secret_key_ref: SecretKeyRef


class Variable(Strict):
    name: str
    value: str | None = None
    value_from: ValueFrom | None = None


class HttpGet(Strict):
    path: str


class Probe(Strict):
    http_get: HttpGet
    period_seconds: int
    timeout_seconds: int
    failure_threshold: int


class Port(Strict):
    name: str
    container_port: int


class Resources(Strict):
    limits: dict[str, str]


class Container(Strict):
    name: str
    image: str
    ports: tuple[Port]
    env: list[Variable]
    resources: Resources
    startup_probe: Probe
    liveness_probe: Probe


class Mount(Strict):
    name: str
    mount_path: str


class Collector(Strict):
    name: str
    image: str
    resources: Resources
    volume_mounts: tuple[Mount]


class Item(Strict):
    key: str
    path: str


class SecretFiles(Strict):
    secret_name: str
    items: tuple[Item]


class Volume(Strict):
    name: str
    secret: SecretFiles


class Revision(Strict):
    service_account_name: str
    container_concurrency: int
    timeout_seconds: int
    containers: tuple[Container, Collector]
    volumes: tuple[Volume]


class Name(Strict):
    name: str


class Metadata(Strict):
    annotations: dict[str, str]
    name: str | None = None


class Template(Strict):
    metadata: Metadata
    spec: Revision


class Spec(Strict):
    template: Template


class Service(Strict):
    api_version: str
    kind: str
    metadata: Metadata
    spec: Spec


def manifest() -> Service:
    return msgspec.convert(read_yaml(MANIFEST), Service)


def container() -> Container:
    return manifest().spec.template.spec.containers[0]


class Endpoint(Strict):
    port: int
    path: str
    interval: str


class Endpoints(Strict):
    endpoints: tuple[Endpoint]


class RunMonitoring(Strict):
    """https://cloud.google.com/run/docs/monitoring-managed-prometheus-sidecar."""

    api_version: Literal["monitoring.googleapis.com/v1beta"]
    kind: Literal["RunMonitoring"]
    metadata: Name
    spec: Endpoints


def paths() -> set[str]:
    routes = create_app(Settings()).router.resources()
    return {resource.canonical for resource in routes}


def test_it_is_a_service_of_cloud_run() -> None:
    found = manifest()
    assert (found.api_version, found.kind) == ("serving.knative.dev/v1", "Service")


def test_probes_ask_for_what_there_is() -> None:
    assert container().startup_probe.http_get.path == "/ready"
    assert container().liveness_probe.http_get.path == "/live"
    assert {"/ready", "/live"} <= paths()


def test_the_collector_scrapes_what_is_served() -> None:
    revision = manifest().spec.template
    service, collector = revision.spec.containers
    settings = {each.name: each.value for each in service.env}
    file = Path("deploy/run-monitoring.yaml")
    monitoring = msgspec.convert(read_yaml(file), RunMonitoring)
    (endpoint,) = monitoring.spec.endpoints
    assert settings["METRICS_HOST"] == "127.0.0.1"
    assert settings["METRICS_PORT"] == str(endpoint.port) != str(Settings().port)
    assert endpoint.path == "/metrics"
    assert f'job="{monitoring.metadata.name}"' in RULES.read_text()
    (volume,) = revision.spec.volumes
    assert collector.volume_mounts == (Mount(volume.name, "/etc/rungmp"),)
    assert f"secrets create {volume.secret.secret_name} --data-file={file}" in (
        file.read_text()
    )
    annotations = revision.metadata.annotations
    order = json.loads(annotations["run.googleapis.com/container-dependencies"])
    assert order == {collector.name: [service.name]}
    assert annotations["run.googleapis.com/cpu-throttling"] == "false"


def test_no_path_may_be_reserved_by_the_platform() -> None:
    assert not [path for path in paths() if path.endswith("z")]


def test_the_platform_waits_longer_than_the_service() -> None:
    spec = manifest().spec.template.spec
    assert REQUEST_SECONDS < spec.timeout_seconds <= 10


def test_the_start_gets_more_cpu_and_one_instance_stays() -> None:
    annotations = manifest().spec.template.metadata.annotations
    assert annotations["run.googleapis.com/startup-cpu-boost"] == "true"
    assert int(annotations["autoscaling.knative.dev/minScale"]) >= 1


def test_every_variable_is_a_setting() -> None:
    assert {variable.name for variable in container().env} <= KNOWN


def test_secrets_are_references() -> None:
    for variable in container().env:
        is_secret = any(w in variable.name for w in ("SECRET", "REDIS_URL"))
        assert (variable.value_from is not None) is is_secret
        assert (variable.value is None) is is_secret


def test_the_port_is_the_default_one() -> None:
    ports: Any = [port.container_port for port in container().ports]
    assert ports == [Settings().port]
