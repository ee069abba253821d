"""`python -m service [COMMAND]`: the skill, or a command about its settings."""

import asyncio
import os
import sys
from collections.abc import Sequence

from service.app import create_app
from service.cures import told
from service.late import late
from service.observability import set_up_logging
from service.serving import PortTaken, serve
from service.settings import SettingsError, load
from service.trust_store import TrustStoreUnusable
from service.turn_lines import turn_lines

UNUSABLE = 2  # the exit code for settings that cannot be used
COMMANDS = ("account-linking", "doctor", "skill-package")
USAGE = f"python -m service [{' | '.join(COMMANDS)}] [--help]"


def main(arguments: Sequence[str]) -> int:
    if not arguments:
        return serve_skill()
    command, *rest = arguments
    if command in COMMANDS:
        code: int = late(command).main(rest, os.environ, sys.stdout, sys.stderr)
        return code
    print(USAGE, file=sys.stdout if command == "--help" else sys.stderr)
    return 0 if command == "--help" else UNUSABLE


def serve_skill() -> int:
    try:
        settings = load(os.environ)
    except SettingsError as error:
        return _unusable(*map(told, error.problems))
    set_up_logging(settings)
    try:
        app = create_app(settings, listeners=(turn_lines(settings, sys.stdout),))
        asyncio.run(serve(app, settings))
    except PortTaken as error:
        name = "PORT" if error.port == settings.port else "METRICS_PORT"
        return _unusable(told(f"{name}: {error}"))
    except TrustStoreUnusable as error:
        return _unusable(str(error))
    return 0


def _unusable(*lines: str) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return UNUSABLE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
