"""Log redaction: replace secrets and personal ids in finished log lines by `***`.

The last resort. It should find nothing, because every log call names what it logs. It
is for a line that was added in a hurry, and for libraries.
"""

import json
import re
from collections.abc import Callable, Iterable

from providers.secret import Secret

HIDDEN = "***"
SHORTEST_SECRET = 8  # characters; a shorter one would hide half of every line

LONGEST_WORD = 80  # characters of a label, or of a log field that a request fills
LONGEST_TEXT = 2000  # characters of any other text within a log line
_MARGIN = 512  # so that a cut does not go through a secret: longer than any of them

# Access tokens, codes and keys are longer; no line of ours has such a long word.
LONGEST_RUN = 48
_TABLE = bytes(
    ord("x") if chr(byte).isascii() and (chr(byte).isalnum() or chr(byte) in "_-") else
    ord(" ") for byte in range(256)
)  # fmt: skip
_RUN = b"x" * LONGEST_RUN
_MARKS = (b"amzn1.", b"earer ", b"@", b"|")

# Each runs in linear time: a part that repeats begins where the text before it cannot
# be part of it, and gives nothing back (possessive). `[\w.+-]+@` took 8 s for 60 kB.
_PATTERNS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"amzn1\.[\w.-]++", f"amzn1.{HIDDEN}"),
        (r"(?i)\bbearer [^\s\"',;]++", f"Bearer {HIDDEN}"),
        (r"Atz[a-z]\|[^\s\"',;]++", HIDDEN),
        (r"://[^\s/@\"]*+@", f"://{HIDDEN}@"),
        (r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++", HIDDEN),
        (rf"(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{{{LONGEST_RUN},}}+", HIDDEN),
    )
)


def printable(text: str, longest: int = LONGEST_WORD) -> str:
    """Return at most `longest` characters of `text`, on one line, all of them visible.

    A character that is not printable (a line break, an escape sequence, a direction
    mark, half of a surrogate pair) is written as Python writes it: `\\n`, `\\x1b`.
    "…" stands for what was cut.
    """
    if len(text) > longest:
        text = text[:longest] + "…"
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode()
        for char in text
    )


def cut(text: str, redact: Callable[[str], str], longest: int = LONGEST_TEXT) -> str:
    """Return `printable(text)`, cut in such a way that no part of a secret is left."""
    if len(text) > longest:
        text = redact(text[: longest + _MARGIN])
    return printable(text, longest)


class Redaction:
    """Replace known secrets by value, and tokens, ids and addresses by pattern."""

    def __init__(self, secrets: Iterable[Secret] = ()) -> None:
        plain = {secret.reveal() for secret in secrets}
        # As JSON writes it where it holds a quote or a backslash.
        known = plain | {json.dumps(s, ensure_ascii=False)[1:-1] for s in plain}
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
