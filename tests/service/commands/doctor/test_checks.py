"""The corners of looking at settings, ports and roots."""

import asyncio
import socket
from dataclasses import replace
from datetime import timedelta
from itertools import repeat
from pathlib import Path

import pytest

from providers.secret import Secret
from service.commands.doctor import local_checks
from service.commands.doctor import local_checks as listening
from service.commands.doctor.local_checks import guessable
from service.commands.doctor.report import Severity, exit_code, info, warning
from service.commands.doctor.report import error as mistake
from service.remedies import REMEDIES
from service.verification.certificate_source import load_amazon_roots
from simulator.alexa.certificates import Flaw
from tests.conftest import free_port
from tests.service.commands.doctor.contexts import context
from tests.service.commands.doctor.installation import Installation
from tests.service.running import now
from tests.service.signing import chain


def test_the_exit_code_is_that_of_the_worst() -> None:
    findings = [info("a", "b", "c"), warning("a", "b", "c"), mistake("a", "b", "c")]
    assert [exit_code(findings[:n]) for n in range(4)] == [0, 0, 1, 2]
    assert str(findings[0]) == "b. Cure: c."


@pytest.mark.parametrize(
    ("secret", "weak"),
    [
        ("p" * 40, True),
        ("password" * 5, True),
        ("0123456789" * 4, True),
        ("fk3Jw0Zq8vYt1RxLs6Nb4Pd9Hc2Ge7Um5", False),
        ("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", False),
        ("correct horse battery staple and then some", False),
    ],
)
def test_guessable(secret: str, weak: bool) -> None:
    assert guessable(Secret(secret)) is weak


async def test_names_that_are_nobodys_business(tmp_path: Path) -> None:
    many = {"PATH": "/bin", "PYTHONPATH": "x", "PORTS": "x", "K_SERVICE": "x"}
    found = await local_checks.misspelt(context(tmp_path, **many))
    assert [one.message for one in found] == ["PORTS is no setting"]


async def test_ids_of_another_form_are_doubted(tmp_path: Path) -> None:
    found = await local_checks.identifiers(
        context(tmp_path, SKILL_ID="record-shelf", SPOTIFY_CLIENT_ID="record-shelf")
    )
    assert [one.check for one in found] == ["skill_id", "spotify_client"]


async def test_the_scopes_of_the_switches_are_told(tmp_path: Path) -> None:
    assert await local_checks.switches(context(tmp_path)) == []
    both = context(tmp_path, LIBRARY_WRITES="on", PLAYBACK="spotify-connect")
    (found,) = await local_checks.switches(both)
    assert (found.check, found.severity) == ("scopes", Severity.INFO)
    assert "user-library-modify" in found.message
    assert "user-modify-playback-state" in found.message
    assert "user-top-read" not in found.message


async def test_one_secret_for_two_purposes(tmp_path: Path) -> None:
    secret = "fk3Jw0Zq8vYt1RxLs6Nb4Pd9Hc2Ge7Um5"
    found = await local_checks.secrets(
        context(
            tmp_path,
            CACHE_SECRET=secret,
            SPOTIFY_CLIENT_ID="x",
            SPOTIFY_CLIENT_SECRET=secret,
        )
    )
    assert [one.severity for one in found] == [Severity.ERROR]
    assert secret not in str(found)


async def test_a_host_that_is_not_here(tmp_path: Path) -> None:
    (found,) = await listening.ports(context(tmp_path, HOST="192.0.2.1"))
    assert found.cure == REMEDIES["HOST"]


@pytest.mark.parametrize("host", ["nowhere.invalid", "a..b", "::ffff:x"])
async def test_a_host_that_cannot_be(tmp_path: Path, host: str) -> None:
    (found,) = await listening.ports(context(tmp_path, HOST=host))
    assert found.cure == REMEDIES["HOST"]


async def test_a_host_for_metrics_that_is_not_here(tmp_path: Path) -> None:
    environ = {"HOST": "127.0.0.1", "PORT": str(free_port())}
    environ |= {"METRICS_HOST": "192.0.2.1", "METRICS_PORT": str(free_port())}
    (found,) = await listening.ports(context(tmp_path, **environ))
    assert found.message == "METRICS_HOST is no address of this machine"
    assert found.cure == REMEDIES["METRICS_HOST"]
    environ["METRICS_HOST"] = "127.0.0.1"
    assert await listening.ports(context(tmp_path, **environ)) == []


@pytest.mark.parametrize("host", ["localhost", "0.0.0.0", "::", "::1", "127.0.0.1"])
async def test_every_way_to_name_this_machine(tmp_path: Path, host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as free:
            free.bind((host, 0))
            port = str(free.getsockname()[1])
    except OSError:
        pytest.skip("no IPv6 on this machine")
    assert await listening.ports(context(tmp_path, HOST=host, PORT=port)) == []


async def test_the_service_itself_may_hold_its_port(installation: Installation) -> None:
    port = installation.line.url.rpartition(":")[2]
    installation.environ["PORT"] = port
    assert await installation.findings() == []


async def test_somebody_who_speaks_no_http_holds_the_port(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = str(held.getsockname()[1])

        def hang_up() -> None:
            for _ in range(2):  # the client asks once more
                held.accept()[0].close()

        loop = asyncio.get_running_loop()
        answering = loop.run_in_executor(None, hang_up)
        (found,) = await listening.ports(context(tmp_path, HOST="127.0.0.1", PORT=port))
        await answering
    assert found.message.startswith("PORT is taken")


async def test_roots_that_soon_expire(tmp_path: Path) -> None:
    fine = context(tmp_path)
    assert await local_checks.trust_store(fine) == []
    roots = load_amazon_roots(now())
    for days, severity in ((30, Severity.WARNING), (-1, Severity.ERROR)):
        assert roots.amazon_expires
        then = roots.amazon_expires - timedelta(days=days, hours=-1)
        (found,) = await local_checks.trust_store(
            replace(fine, now=repeat(then).__next__)
        )
        assert found.severity is severity


async def test_a_chain_that_proves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "chain.pem"
    environ = {"ENVIRONMENT": "test", "ALEXA_TEST_CHAIN_FILE": str(file)}
    file.write_bytes(chain(Flaw.EXPIRED, now=now()).pem)
    (found,) = await local_checks.trust_store(context(tmp_path, **environ))
    assert "chain_untrusted" in found.message
    file.unlink()
    assert await local_checks.trust_store(context(tmp_path, **environ)) == []
