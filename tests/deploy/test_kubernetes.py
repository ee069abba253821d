"""The base for Kubernetes: its parts name each other, and promise what there is.

`.ci/security` holds each file to the schema of its kind.
"""

from pathlib import Path
from typing import Any

import pytest

from service.commands.doctor.local_checks import KNOWN
from service.server import SHUTDOWN_SECONDS
from service.settings import Settings, load
from tests.deploy.test_cloudrun import paths
from tests.deploy.yaml_files import read_yaml

FOLDER = Path("deploy/kubernetes")
NAME = "record-shelf"


def part(name: str) -> Any:
    return read_yaml(FOLDER / f"{name}.yaml")


def pod() -> Any:
    return part("deployment")["spec"]["template"]["spec"]


def container() -> Any:
    (service,) = pod()["containers"]
    return service


def environ() -> dict[str, str]:
    lines = (FOLDER / "settings.env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and line[0] != "#")


def test_the_base_has_every_file() -> None:
    base = part("kustomization")
    (generated,) = base["configMapGenerator"]
    files = {"kustomization.yaml", *base["resources"], *generated["envs"]}
    assert {file.name for file in FOLDER.iterdir()} == files
    assert container()["envFrom"] == [{"configMapRef": {"name": generated["name"]}}]
    assert [image["name"] for image in base["images"]] == [container()["image"]]


def test_all_parts_mean_the_same_pods() -> None:
    labels = {"app.kubernetes.io/name": NAME}
    spec = part("deployment")["spec"]
    assert spec["template"]["metadata"]["labels"] == labels
    assert spec["selector"]["matchLabels"] == labels
    assert part("service")["spec"]["selector"] == labels
    assert part("disruption-budget")["spec"]["selector"]["matchLabels"] == labels
    assert part("network-policy")["spec"]["podSelector"]["matchLabels"] == labels
    target = part("autoscaler")["spec"]["scaleTargetRef"]
    assert (target["kind"], target["name"]) == ("Deployment", NAME)
    assert part("deployment")["metadata"]["name"] == NAME
    assert "replicas" not in spec  # or each deployment would undo the autoscaler's


def test_settings_are_settings_and_secrets_are_references() -> None:
    assert environ().keys() <= KNOWN
    secret = "y6Zk0Qx1vB7nR3tW9cF5hJ2mL8pD4sGa"
    by_reference = {
        each["name"]: each["valueFrom"]["secretKeyRef"] for each in container()["env"]
    }
    assert by_reference == {
        "REDIS_URL": {"name": NAME, "key": "redis-url"},
        "CACHE_SECRET": {"name": NAME, "key": "cache-secret"},
    }
    loaded = load(
        {**environ(), "REDIS_URL": "rediss://cache:6379/0", "CACHE_SECRET": secret}
    )
    assert loaded.drain_seconds == 5


def test_it_waits_until_the_service_has_ended() -> None:
    drain = int(environ()["DRAIN_SECONDS"])
    assert pod()["terminationGracePeriodSeconds"] > drain + 2 * SHUTDOWN_SECONDS


def test_ports_agree() -> None:
    ports = {each["name"]: each["containerPort"] for each in container()["ports"]}
    assert ports == {
        "http": Settings().port,
        "metrics": int(environ()["METRICS_PORT"]),
    }
    (served,) = part("service")["spec"]["ports"]
    opened = part("network-policy")["spec"]["ingress"]
    assert served["targetPort"] == opened[0]["ports"][0]["port"] == "http"
    assert opened[1]["ports"][0]["port"] == "metrics"
    assert opened[1]["from"]


@pytest.mark.parametrize(
    ("probe", "path"),
    [
        ("startupProbe", "/ready"),
        ("readinessProbe", "/ready"),
        ("livenessProbe", "/live"),
    ],
)
def test_probes_ask_for_what_there_is(probe: str, path: str) -> None:
    assert container()[probe]["httpGet"] == {"path": path, "port": "http"}
    assert path in paths()


def test_it_may_do_little() -> None:
    """What the "restricted" Pod Security Standard asks for, and a read-only root.

    https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
    """
    for_all, own = pod()["securityContext"], container()["securityContext"]
    assert for_all["runAsNonRoot"] is True
    assert for_all["runAsUser"] == 65532
    assert for_all["seccompProfile"] == {"type": "RuntimeDefault"}
    assert own == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert pod()["automountServiceAccountToken"] is False


def test_one_pod_may_leave_and_one_stays() -> None:
    autoscaler = part("autoscaler")["spec"]
    budget = part("disruption-budget")["spec"]["maxUnavailable"]
    assert 0 < budget < autoscaler["minReplicas"] < autoscaler["maxReplicas"]
