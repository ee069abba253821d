"""The caller's trace, so that its request and our line can be found together."""

import re

# https://www.w3.org/TR/trace-context/#traceparent-header
_PARENT = re.compile(
    r"(?!ff)(?P<version>[0-9a-f]{2})"
    r"-(?!0{32})(?P<trace>[0-9a-f]{32})"
    r"-(?!0{16})(?P<span>[0-9a-f]{16})"
    r"-[0-9a-f]{2}(?P<more>-.*)?"
)


def caller(traceparent: str | None) -> tuple[str, str] | None:
    """Trace and span of the header; None where it has none or is not to the letter."""
    found = _PARENT.fullmatch(traceparent) if traceparent else None
    if found is None or (found["version"] == "00" and found["more"]):
        return None
    return found["trace"], found["span"]
