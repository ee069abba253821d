"""Soak: sessions for a long time; check that nothing fails and memory does not grow."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from simulator.alexa.requests import Signer
from tests.load.closed_loop import Reply, ask_all
from tests.load.open_loop import Volley, fire, to_port
from tests.load.scenarios import PLAIN, Load, Pattern
from tests.load.stage import Stage, warm
from tests.load.traffic import Traffic
from tests.load.verdict import Result, together, valid

AHEAD = 30.0  # seconds of requests that are signed while the ones before are sent
SETTLED = 120.0  # seconds after which memory may not grow


def soak(name: str, stage: Stage, load: Load) -> Result:
    """Mixed sessions for long; memory after the second minute may not grow."""
    traffic, service = stage.traffic(load.listeners), stage.services[0]
    warm(stage, traffic)
    # Everybody's first recommendation in one second is another scenario.
    ask_all(service.port, traffic.asked(load.listeners, "RecommendIntent"))
    return _soaked(name, stage, load, Traffic.mixed)


def soak_cold(name: str, stage: Stage, load: Load) -> Result:
    """New listeners alone for long; memory after the second minute may not grow."""
    warm(stage, stage.traffic(1))
    return _soaked(name, stage, load, Traffic.cold)


def _soaked(name: str, stage: Stage, load: Load, pattern: Pattern) -> Result:
    service = stage.services[0]
    stage.outcomes()
    memory = [service.memory_mb()]
    whole, number = [], max(1, int(load.rate * AHEAD))
    ask = partial(_signed, _pem(stage.chain.key), load.listeners, pattern, number)
    with ProcessPoolExecutor(1) as pool:
        ahead = pool.submit(ask, 0)
        for part in range(1, 1 + max(2, int(load.seconds / AHEAD))):
            wires = ahead.result()
            ahead = pool.submit(ask, part)
            whole.append(_slim(fire(to_port(service.port), wires, load.rate)))
            memory.append(service.memory_mb())
    result = PLAIN.judged(name, stage, together(*whole))
    settled = memory[min(int(SETTLED / AHEAD), len(memory) - 2)]
    growth = memory[-1] - settled
    result.promise(growth <= max(2.0, 0.03 * settled), f"grew by {growth:.1f} MB")
    result.notes.append(f"{settled:.0f} MB after two minutes, {growth:+.1f} MB later")
    return result


def _pem(key: RSAPrivateKey) -> bytes:
    """The key as it can be handed to another process."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _signed(
    pem: bytes, listeners: int, pattern: Pattern, number: int, part: int
) -> list[bytes]:
    """Requests of a part of the run, made in a process of their own."""
    key = load_pem_private_key(pem, None)
    if not isinstance(key, RSAPrivateKey):
        raise TypeError("Alexa signs with RSA")
    traffic = Traffic(Signer(key), listeners)
    traffic.skip_new(part * number)
    return list(pattern(traffic, number))


def _slim(volley: Volley) -> Volley:
    """The same with one valid answer for all of them: ten minutes of whole ones would
    fill gigabytes."""
    one = next((reply for reply in volley.replies if valid(reply)), Reply())
    volley.replies = [one if valid(reply) else reply for reply in volley.replies]
    return volley
