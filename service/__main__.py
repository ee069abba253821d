"""`python -m service [COMMAND]`: the skill, or a command about its settings."""

import os
import sys
from collections.abc import Sequence

from service import garbage
from service.late import late

UNUSABLE = 2  # the exit code for what cannot be understood
COMMANDS = ("account-linking", "doctor", "skill-package")
USAGE = f"python -m service [{' | '.join(COMMANDS)}] [--help]"


def main(arguments: Sequence[str]) -> int:
    if not arguments:
        garbage.hold_off()
        served: int = late("serve").serve_skill()
        return served
    command, *rest = arguments
    if command in COMMANDS:
        code: int = late(command).main(rest, os.environ, sys.stdout, sys.stderr)
        return code
    print(USAGE, file=sys.stdout if command == "--help" else sys.stderr)
    return 0 if command == "--help" else UNUSABLE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
