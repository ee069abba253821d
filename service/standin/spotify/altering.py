"""Making sound JSON unsound at a dotted path."""

from collections.abc import Mapping
from typing import Any

from service.standin.spotify.holdings import ABSENT


def altered(value: Any, changes: Mapping[str, Any]) -> Any:
    """`value` itself with each path set, or taken away where it is `ABSENT`.

    >>> altered({"owner": {"name": "x"}}, {"owner.name": None})
    {'owner': {'name': None}}
    """
    for path, new in changes.items():
        *way, last = path.split(".")
        place = value
        for step in way:
            place = place[_key(step)]
        if new is ABSENT:
            del place[_key(last)]
        else:
            place[_key(last)] = new
    return value


def _key(step: str) -> str | int:
    return int(step) if step.isdigit() else step
