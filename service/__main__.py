"""Command line of the service: `python -m service` serves the skill.

`python -m service COMMAND` runs `account-linking`, `doctor`, `neighbours`, `publish` or
`skill-package`.
"""

import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TextIO

from service import garbage_collection

Command = Callable[[Sequence[str], Mapping[str, str], TextIO, TextIO], int]

UNUSABLE = 2  # the exit code for what cannot be understood
COMMANDS = ("account-linking", "doctor", "neighbours", "publish", "skill-package")
USAGE = f"python -m service [{' | '.join(COMMANDS)}] [--help]"


def main(arguments: Sequence[str]) -> int:
    """Serve the skill or run a command; return the exit code."""
    if not arguments:
        garbage_collection.disable_gc()
        # Without one, babel looks for the machine's time zone: pytz opens 600 files.
        os.environ.setdefault("TZ", "UTC")
        garbage_collection.import_and_collect("aiohttp.web")
        from service.server import serve_skill

        return serve_skill()
    command, *rest = arguments
    if command in COMMANDS:
        return _run(_command(command), rest)
    if command == "--help":
        return _run(_usage, rest)
    print(USAGE, file=sys.stderr)
    return UNUSABLE


def _usage(
    _arguments: Sequence[str], _environ: Mapping[str, str], out: TextIO, _err: TextIO
) -> int:
    out.write(f"{USAGE}\n")
    return 0


def _run(command: Command, arguments: Sequence[str]) -> int:
    """Run a command; without an output that takes what it prints, return 2."""
    # Python sets a stream to None where its descriptor is closed (`>&-`).
    out, err = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()
    try:
        try:
            code = command(arguments, os.environ, out, err)
        finally:  # also after argparse's --help, which ends the process
            out.flush()
    except BrokenPipeError:  # whoever read it has left
        # https://docs.python.org/3/library/signal.html#note-on-sigpipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        err.write("the output is a pipe that nobody reads\n")
        return UNUSABLE
    if not sys.stdout:
        err.write("the output is closed: nothing could be printed\n")
        return UNUSABLE
    return code


def _command(name: str) -> Command:
    """Import the command's module; a start of the server does not import it."""
    if name == "account-linking":
        from service.commands.account_linking import main as command
    elif name == "doctor":
        from service.commands.doctor.command import main as command
    elif name == "neighbours":
        from service.commands.neighbours.command import main as command
    elif name == "publish":
        from service.commands.publish.command import main as command
    else:
        from service.commands.skill_package import main as command
    return command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
