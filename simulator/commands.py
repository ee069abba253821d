"""Simulator commands beside the page: `talk`, `spotify` and `chain`."""

import argparse
import asyncio
import gc
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
from simulator.console.console import Sessions, open_session
from simulator.console.step_report import StepReport
from simulator.console.steps import InitialState, Say
from simulator.cross_site import is_loopback
from simulator.spotify.data.other_listeners import neighbours_content
from simulator.spotify.oauth.clients import RedirectRefused
from simulator.spotify.server import serving
from simulator.spotify.world import World

CONTROL_KEY = "STANDIN_CONTROL_KEY"
CLIENT_SECRET = "STANDIN_CLIENT_SECRET"  # noqa: S105 - the name of a setting
UNUSABLE = 2


def sentences(stream: TextIO) -> Iterable[str]:
    """Yield one sentence a line; skip empty lines and lines that begin with #."""
    for line in stream:
        if line.strip() and not line.startswith("#"):
            yield line.strip()


async def talk(
    sessions: Sessions,
    initial_state: InitialState,
    sentences: Iterable[str],
    write_line: Callable[[str], None],
) -> None:
    """Say every sentence to the skill over signed HTTP; write each answer."""
    async with open_session(sessions, initial_state) as console:
        for text in sentences:
            write_line(f"> {text}")
            report = await console.perform(Say(text))
            if report is not None:
                write_line(_report_text(report))


def _report_text(report: StepReport) -> str:
    lines = [f"~ {early.speech}" for early in report.captured.progressive]
    lines.append(f"< {report.reply.problem or report.reply.speech or '(no words)'}")
    card = report.reply.card
    if card:
        lines.append(f"  [{card.get('title') or card.get('type')}]")
    if not report.session_open:
        lines.append("  (the session is over)")
    return "\n".join(lines)


def serve_spotify(options: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Serve the fake Spotify until SIGINT or SIGTERM; return the exit code."""
    world = World(
        seed=options.seed,
        now=lambda: datetime.now(UTC),
        new_token=lambda: secrets.token_urlsafe(48),
    )
    world.regime = options.regime
    try:
        _register(world, options, environ)
        if options.neighbours:
            options.neighbours.write_bytes(neighbours_content(world.catalogue))
            print(f"NEIGHBOURS_FILE={options.neighbours}")
        asyncio.run(_serve_until_signal(world, options, environ.get(CONTROL_KEY)))
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


async def _serve_until_signal(
    world: World, options: argparse.Namespace, key: str | None
) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await serve(world, options, key, stop)


async def serve(
    world: World, options: argparse.Namespace, key: str | None, stop: asyncio.Event
) -> None:
    """Serve the fake Spotify until `stop` is set.

    The control endpoints need a key on other interfaces than loopback, and with a
    public address, to which a proxy may lead; without a key they are closed then.
    """
    control_key = Secret(key) if key else None
    if control_key is None and (options.public_url or not is_loopback(options.host)):
        control_key = Secret(secrets.token_urlsafe())
        print(f"control endpoints are closed: {CONTROL_KEY} is not set")
    async with serving(
        world,
        host=options.host,
        port=options.port,
        control_key=control_key,
        public_url=options.public_url,
    ) as running:
        world.index.find("warm", "track")
        gc.freeze()  # these objects live to the end; no collection need visit them
        print(f"SPOTIFY_API_URL={running.api_url}")
        print(f"SPOTIFY_ACCOUNTS_URL={running.accounts_url}", flush=True)
        await stop.wait()


def keep_chain(folder: Path, now: datetime, lifetime: timedelta) -> int:
    """Make `chain.pem` and `key.pem` in a folder, unless they are still valid.

    An expired chain is renewed for the same key. Return the exit code.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = folder / "chain.pem", folder / "key.pem"
    chain = SigningChain.load(*files) if all(f.exists() for f in files) else None
    if chain is None or _expires_at(chain) <= now:
        key = chain.key if chain else None
        make_chain(now, key=key, lifetime=lifetime).save(*files)
    print(f"ALEXA_TEST_CHAIN_FILE={files[0]}")
    return 0


def _expires_at(chain: SigningChain) -> datetime:
    certificates = x509.load_pem_x509_certificates(chain.pem)
    return min(certificate.not_valid_after_utc for certificate in certificates)
