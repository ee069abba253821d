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

from service.console.files import renderer
from service.console.interaction_model import ModelMissing, ModelUnreadable
from service.console.listening_port import NoPort, listen
from service.console.real_spotify import RealSpotify, real_spotify
from service.console.scene import Scene
from service.console.server import Page
from service.console.theatre import Theatre, opened

PORT = 8000
UNUSABLE = 2
ALLOWED = ("", "development", "test")


def main(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    environment = environ.get("ENVIRONMENT", "").strip().lower()
    if environment not in ALLOWED:
        print(f"ENVIRONMENT: the console never runs in {environment}", file=sys.stderr)
        return UNUSABLE
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    options = _parser().parse_args(arguments)
    try:
        asyncio.run(_serve(options, real_spotify(environ)))
    except (ModelMissing, ModelUnreadable, NoPort) as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m service.console")
    parser.add_argument("--port", type=int, default=PORT, help="of the page")
    parser.add_argument("--locale", default="en-US")
    parser.add_argument("--account", default="ada", help="of the stand-in Spotify")
    parser.add_argument("--seed", type=int, default=1, help="of the stand-in's music")
    return parser


async def _serve(options: argparse.Namespace, real: RealSpotify | None) -> None:
    theatre = Theatre(lambda: datetime.now(UTC), time.monotonic)
    scene = Scene(
        began=datetime.now(UTC),
        locale=options.locale,
        account=options.account or None,
        seed=options.seed,
    )
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with opened(theatre, scene):
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
