"""The simulator's commands beside its page: `talk`, `spotify` and `chain`."""

import argparse
import asyncio
import gc
import ipaddress
import secrets
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TextIO

from cryptography import x509

from providers.secret import Secret
from simulator.alexa.certificates import SigningChain, make_chain
from simulator.console.console import Sessions, opened
from simulator.console.step_report import StepReport
from simulator.console.steps import InitialState, Say
from simulator.spotify.oauth.clients import RedirectRefused
from simulator.spotify.server import serving
from simulator.spotify.world import World

CONTROL_KEY = "STANDIN_CONTROL_KEY"
CLIENT_SECRET = "STANDIN_CLIENT_SECRET"  # noqa: S105 - the name of a setting
UNUSABLE = 2


def sentences(stream: TextIO) -> Iterable[str]:
    """One a line; empty lines and those that begin with # say nothing."""
    for line in stream:
        if line.strip() and not line.startswith("#"):
            yield line.strip()


async def talk(
    theatre: Sessions,
    scene: InitialState,
    said: Iterable[str],
    tell: Callable[[str], None],
) -> None:
    """Says every sentence to the skill, over signed HTTP, and tells what it answers."""
    async with opened(theatre, scene) as console:
        for text in said:
            tell(f"> {text}")
            seen = await console.perform(Say(text))
            if seen is not None:
                tell(_told(seen))


def _told(seen: StepReport) -> str:
    lines = [f"~ {early.speech}" for early in seen.progressive]
    lines.append(f"< {seen.reply.problem or seen.reply.speech or '(no words)'}")
    card = seen.reply.card
    if card:
        lines.append(f"  [{card.get('title') or card.get('type')}]")
    if not seen.open:
        lines.append("  (the session is over)")
    return "\n".join(lines)


def serve_spotify(options: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Serve the fake Spotify until SIGINT or SIGTERM; return the exit code."""
    world = World(
        seed=options.seed,
        now=lambda: datetime.now(UTC),
        mint=lambda: secrets.token_urlsafe(48),
    )
    world.regime = options.regime
    try:
        _register(world, options, environ)
        asyncio.run(_until_told(world, options, environ.get(CONTROL_KEY)))
    except (RedirectRefused, OSError) as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    return 0


def _register(
    world: World, options: argparse.Namespace, environ: Mapping[str, str]
) -> None:
    if options.client_id:
        secret = Secret(environ.get(CLIENT_SECRET) or secrets.token_urlsafe())
        world.clients.register(options.client_id, secret, *options.redirect_uri)


async def _until_told(
    world: World, options: argparse.Namespace, key: str | None
) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await serve(world, options, key, stop)


async def serve(
    world: World, options: argparse.Namespace, key: str | None, stop: asyncio.Event
) -> None:
    """Until it is told to stop. Away from the loopback interface there are no control
    endpoints unless a key guards them."""
    guard = Secret(key) if key else None
    if guard is None and not _loopback(options.host):
        guard = Secret(secrets.token_urlsafe())
        print(f"control endpoints are closed: {CONTROL_KEY} is not set")
    async with serving(
        world,
        host=options.host,
        port=options.port,
        control_key=guard,
        public_url=options.public_url,
    ) as running:
        world.index.find("warm", "track")
        gc.freeze()  # what is made by now lasts; no collection need look at it again
        print(f"SPOTIFY_API_URL={running.api_url}")
        print(f"SPOTIFY_ACCOUNTS_URL={running.accounts_url}", flush=True)
        await stop.wait()


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def keep_chain(folder: Path, now: datetime, lifetime: timedelta) -> int:
    """Makes `chain.pem` and `key.pem`, or leaves them while they are valid; a chain
    that has run out is renewed for the same key."""
    folder.mkdir(parents=True, exist_ok=True)
    files = folder / "chain.pem", folder / "key.pem"
    known = SigningChain.load(*files) if all(f.exists() for f in files) else None
    if known is None or _ends(known) <= now:
        key = known.key if known else None
        make_chain(now, key=key, lifetime=lifetime).save(*files)
    print(f"ALEXA_TEST_CHAIN_FILE={files[0]}")
    return 0


def _ends(chain: SigningChain) -> datetime:
    certificates = x509.load_pem_x509_certificates(chain.pem)
    return min(one.not_valid_after_utc for one in certificates)
