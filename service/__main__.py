"""Command line of the service: `python -m service` serves the skill.

`python -m service COMMAND` runs `account-linking`, `doctor` or `skill-package`.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TextIO

from service import startup

Command = Callable[[Sequence[str], Mapping[str, str], TextIO, TextIO], int]

UNUSABLE = 2  # the exit code for what cannot be understood
COMMANDS = ("account-linking", "doctor", "skill-package")
USAGE = f"python -m service [{' | '.join(COMMANDS)}] [--help]"


def main(arguments: Sequence[str]) -> int:
    """Serve the skill or run a command; return the exit code."""
    if not arguments:
        startup.disable_gc()
        from service.server import serve_skill

        return serve_skill()
    command, *rest = arguments
    if command in COMMANDS:
        return _command(command)(rest, os.environ, sys.stdout, sys.stderr)
    print(USAGE, file=sys.stdout if command == "--help" else sys.stderr)
    return 0 if command == "--help" else UNUSABLE


def _command(name: str) -> Command:
    """Import the command's module; a start of the server does not import it."""
    if name == "account-linking":
        from service.commands.account_linking import main as command
    elif name == "doctor":
        from service.commands.doctor.command import main as command
    else:
        from service.commands.skill_package import main as command
    return command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
