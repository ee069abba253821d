"""`python -m service`: the skill, from the settings in the environment."""

import asyncio
import os
import sys

from service.app import create_app
from service.observability import set_up_logging
from service.serving import PortTaken, serve
from service.settings import SettingsError, load

UNUSABLE = 2  # the exit code for settings that cannot be used


def main() -> int:
    try:
        settings = load(os.environ)
    except SettingsError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return UNUSABLE
    set_up_logging(settings)
    try:
        asyncio.run(serve(create_app(settings), settings))
    except PortTaken as error:
        print(f"PORT: {error}", file=sys.stderr)
        return UNUSABLE
    return 0


if __name__ == "__main__":
    sys.exit(main())
