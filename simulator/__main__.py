"""`python -m simulator`: try the skill in a browser page, without any account."""

import argparse
import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

from simulator.alexa.account_linking import LinkRefused
from simulator.alexa.interaction_model import ModelMissing, ModelUnreadable
from simulator.alexa.speech_recognition import language_of
from simulator.commands import (
    CLIENT_SECRET,
    UNUSABLE,
    keep_chain,
    sentences,
    serve_spotify,
    talk,
)
from simulator.console.console import RealSpotify, Sessions, open_session, real_spotify
from simulator.console.recording import replay_file
from simulator.console.server import ConsoleServer, renderer
from simulator.console.simulated_environment import LOOPBACK, NoFreePort, listen
from simulator.console.steps import InitialState, Playback
from simulator.spotify.serializers import Regime

PORT = 8000
ACCOUNTS = {"de": "jonas", "ja": "yuki"}
ALLOWED_ENVIRONMENTS = ("", "development", "test")


def main(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run a command of the simulator; return the exit code."""
    options = parser().parse_args(arguments)
    if options.command == "chain":
        return keep_chain(options.folder, datetime.now(UTC), timedelta(options.days))
    if options.command == "spotify":
        return serve_spotify(options, environ)
    environment = environ.get("ENVIRONMENT", "").strip().lower()
    if environment not in ALLOWED_ENVIRONMENTS:
        print(f"ENVIRONMENT: the console never runs in {environment}", file=sys.stderr)
        return UNUSABLE
    log_handler = logging.StreamHandler()
    log_handler.setLevel(logging.ERROR)  # the page shows the other lines
    logging.basicConfig(handlers=[log_handler], format="%(levelname)s %(message)s")
    return _converse(options, environ)


def _converse(options: argparse.Namespace, environ: Mapping[str, str]) -> int:
    if options.command == "replay":
        return replay_file(options.file, _sessions(), print)
    try:
        if options.command == "talk":
            asyncio.run(
                talk(_sessions(), _initial_state(options), sentences(sys.stdin), print)
            )
        else:
            asyncio.run(_serve(options, real_spotify(environ)))
    except (ModelMissing, ModelUnreadable, NoFreePort, LinkRefused) as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the command line's parser: the page's options, and subcommands."""
    arguments_parser = argparse.ArgumentParser(prog="python -m simulator")
    arguments_parser.set_defaults(command="serve")
    commands = arguments_parser.add_subparsers(title="instead of the page")
    replay = commands.add_parser("replay", help="do a saved conversation again")
    replay.add_argument("file", type=Path)
    replay.set_defaults(command="replay")
    commands.add_parser("talk", help="say the lines of standard input").set_defaults(
        command="talk"
    )
    chain = commands.add_parser("chain", help="make or keep chain.pem and key.pem")
    chain.add_argument("folder", type=Path)
    chain.add_argument("--days", type=int, default=365, help="how long it is valid")
    chain.set_defaults(command="chain")
    _add_spotify(commands.add_parser("spotify", help="serve the fake Spotify"))
    _add_address(arguments_parser)
    arguments_parser.add_argument("--locale", default="en-US")
    arguments_parser.add_argument("--account", help="of the fake Spotify; '' for none")
    arguments_parser.add_argument(
        "--seed", type=int, default=1, help="of the fake Spotify's music"
    )
    arguments_parser.add_argument(
        "--playback", choices=get_args(Playback), default="off", help="what plays music"
    )
    return arguments_parser


def _add_address(page: argparse.ArgumentParser) -> None:
    page.add_argument("--port", type=_port, default=PORT, help="of the page")
    page.add_argument(
        "--host",
        default=LOOPBACK,
        help="address of the page; 0.0.0.0 in a container that nobody else reaches",
    )


def _add_spotify(spotify: argparse.ArgumentParser) -> None:
    spotify.set_defaults(command="spotify")
    spotify.add_argument("--host", default="127.0.0.1")
    spotify.add_argument("--port", type=int, default=8090)
    spotify.add_argument("--public-url", help="its address from outside")
    spotify.add_argument("--seed", type=int, default=1, help="of its music")
    spotify.add_argument("--regime", choices=get_args(Regime), default="development")
    spotify.add_argument(
        "--neighbours", type=Path, metavar="FILE", help="write similar artists there"
    )
    spotify.add_argument("--client-id", help=f"of an application; see {CLIENT_SECRET}")
    spotify.add_argument("--redirect-uri", action="append", default=[])


def _port(text: str) -> int:
    port = int(text)
    if not 0 < port < 65536:
        raise ValueError
    return port


def _account(name: str | None, locale: str) -> str | None:
    """Return the account to link: by default one with music in the language."""
    if name is None:
        return ACCOUNTS.get(language_of(locale), "ada")
    return name or None


def _sessions() -> Sessions:
    return Sessions(lambda: datetime.now(UTC), time.monotonic)


def _initial_state(options: argparse.Namespace) -> InitialState:
    return InitialState(
        began=datetime.now(UTC),
        locale=options.locale,
        account=_account(options.account, options.locale),
        seed=options.seed,
        playback=options.playback,
    )


async def _serve(
    options: argparse.Namespace, real_spotify_app: RealSpotify | None
) -> None:
    sessions = _sessions()
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with open_session(sessions, _initial_state(options)):
        page = await listen(
            ConsoleServer(sessions, renderer(), real_spotify_app).application(),
            options.port,
            options.host,
        )
        try:
            for port in page.occupied:
                print(f"port {port} is taken")
            print(f"the console is at {page.url}/ (Ctrl-C ends it)", flush=True)
            await stop.wait()
        finally:
            await page.runner.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
