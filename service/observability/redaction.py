"""Log redaction: replace secrets and personal ids in finished log lines by `***`.

The last resort. It should find nothing, because every log call names what it logs. It
is for a line that was added in a hurry, and for libraries.
"""

import re
from collections.abc import Iterable

from providers.secret import Secret

HIDDEN = "***"
SHORTEST_SECRET = 8  # characters; a shorter one would hide half of every line

# Access tokens, codes and keys are longer; no line of ours has such a long word.
LONGEST_RUN = 48
_TABLE = bytes(
    ord("x") if chr(byte).isascii() and (chr(byte).isalnum() or chr(byte) in "_-") else
    ord(" ") for byte in range(256)
)  # fmt: skip
_RUN = b"x" * LONGEST_RUN
_MARKS = (b"amzn1.", b"earer ", b"@", b"|")

_PATTERNS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"amzn1\.[\w.-]+", f"amzn1.{HIDDEN}"),
        (r"(?i)\bbearer [^\s\"',;]+", f"Bearer {HIDDEN}"),
        (r"Atz[a-z]\|[^\s\"',;]+", HIDDEN),
        (r"://[^\s/@\"]*@", f"://{HIDDEN}@"),
        (r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", HIDDEN),
        (rf"[A-Za-z0-9_-]{{{LONGEST_RUN},}}", HIDDEN),
    )
)


class Redaction:
    """Replace known secrets by value, and tokens, ids and addresses by pattern."""

    def __init__(self, secrets: Iterable[Secret] = ()) -> None:
        known = {secret.reveal() for secret in secrets}
        self._known = tuple(
            (text.encode(), text) for text in known if len(text) >= SHORTEST_SECRET
        )

    def __call__(self, line: str) -> str:
        """Return the line, with `***` in place of what was found."""
        if not self.suspects(line.encode(errors="replace")):
            return line
        for _, text in self._known:
            line = line.replace(text, HIDDEN)
        for pattern, replacement in _PATTERNS:
            line = pattern.sub(replacement, line)
        return line

    def suspects(self, line: bytes) -> bool:
        """Return whether the line may hold something to hide.

        Quick, because every line is checked and hardly any holds something.
        """
        for mark in _MARKS:
            if mark in line:
                return True
        for encoded, _ in self._known:
            if encoded in line:
                return True
        return _RUN in line.translate(_TABLE)
