"""`python -m service.standin spotify` serves it; `… chain DIR` keeps a chain."""

import argparse
import asyncio
import gc
import ipaddress
import os
import secrets
import signal
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

from cryptography import x509

from providers.secret import Secret
from service.standin.chain import SigningChain, make_chain
from service.standin.spotify.oauth.redirects import RedirectRefused
from service.standin.spotify.server import serving
from service.standin.spotify.songbook import Regime
from service.standin.spotify.world import World

CONTROL_KEY = "STANDIN_CONTROL_KEY"
CLIENT_SECRET = "STANDIN_CLIENT_SECRET"  # noqa: S105 - the name of a setting
UNUSABLE = 2


def main(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    options = parser().parse_args(arguments)
    if options.command == "chain":
        return keep_chain(options.folder, datetime.now(UTC), timedelta(options.days))
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


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m service.standin")
    commands = made.add_subparsers(dest="command", required=True)
    chain = commands.add_parser("chain", help="make or keep chain.pem and key.pem")
    chain.add_argument("folder", type=Path)
    chain.add_argument("--days", type=int, default=365, help="how long it is valid")
    spotify = commands.add_parser("spotify", help="serve the stand-in Spotify")
    spotify.add_argument("--host", default="127.0.0.1")
    spotify.add_argument("--port", type=int, default=8090)
    spotify.add_argument("--public-url", help="its address from outside")
    spotify.add_argument("--seed", type=int, default=1, help="of its music")
    spotify.add_argument("--regime", choices=get_args(Regime), default="development")
    spotify.add_argument("--client-id", help=f"of an application; see {CLIENT_SECRET}")
    spotify.add_argument("--redirect-uri", action="append", default=[])
    return made


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
