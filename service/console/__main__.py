"""`python -m service.console`: the whole skill in a page, without any account."""

import argparse
import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from service.console.files import renderer
from service.console.interaction_model import ModelMissing, ModelUnreadable
from service.console.linking import LinkRefused
from service.console.listening_port import NoPort, listen
from service.console.phrasebook import language_of
from service.console.real_spotify import RealSpotify, real_spotify
from service.console.replay_file import replay_file
from service.console.scene import Scene
from service.console.server import Page
from service.console.talk import sentences, talk
from service.console.theatre import Theatre, opened

PORT = 8000
UNUSABLE = 2
ACCOUNTS = {"de": "jonas", "ja": "yuki"}
ALLOWED = ("", "development", "test")


def main(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    environment = environ.get("ENVIRONMENT", "").strip().lower()
    if environment not in ALLOWED:
        print(f"ENVIRONMENT: the console never runs in {environment}", file=sys.stderr)
        return UNUSABLE
    shown = logging.StreamHandler()
    shown.setLevel(logging.ERROR)  # the rest is on the page
    logging.basicConfig(handlers=[shown], format="%(levelname)s %(message)s")
    options = _parser().parse_args(arguments)
    if options.command == "replay":
        return replay_file(options.file, _theatre(), print)
    try:
        if options.command == "talk":
            asyncio.run(talk(_theatre(), _scene(options), sentences(sys.stdin), print))
        else:
            asyncio.run(_serve(options, real_spotify(environ)))
    except (ModelMissing, ModelUnreadable, NoPort, LinkRefused) as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m service.console")
    parser.set_defaults(command="serve")
    commands = parser.add_subparsers(title="instead of the page")
    again = commands.add_parser("replay", help="do a saved conversation again")
    again.add_argument("file", type=Path)
    again.set_defaults(command="replay")
    commands.add_parser("talk", help="say the lines of standard input").set_defaults(
        command="talk"
    )
    parser.add_argument("--port", type=_port, default=PORT, help="of the page")
    parser.add_argument("--locale", default="en-US")
    parser.add_argument("--account", help="of the stand-in Spotify; '' for none")
    parser.add_argument("--seed", type=int, default=1, help="of the stand-in's music")
    return parser


def _port(text: str) -> int:
    port = int(text)
    if not 0 < port < 65536:
        raise ValueError
    return port


def _account(wish: str | None, locale: str) -> str | None:
    """Somebody whose music is in the language, unless somebody else is wished for."""
    if wish is None:
        return ACCOUNTS.get(language_of(locale), "ada")
    return wish or None


def _theatre() -> Theatre:
    return Theatre(lambda: datetime.now(UTC), time.monotonic)


def _scene(options: argparse.Namespace) -> Scene:
    return Scene(
        began=datetime.now(UTC),
        locale=options.locale,
        account=_account(options.account, options.locale),
        seed=options.seed,
    )


async def _serve(options: argparse.Namespace, real: RealSpotify | None) -> None:
    theatre = _theatre()
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with opened(theatre, _scene(options)):
        page = await listen(Page(theatre, renderer(), real).application(), options.port)
        try:
            for port in page.taken:
                print(f"port {port} is taken")
            print(f"the console is at {page.url}/ (Ctrl-C ends it)", flush=True)
            await stop.wait()
        finally:
            await page.runner.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
