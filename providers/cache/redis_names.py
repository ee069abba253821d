"""The names of keys in Redis: one hash tag for all that belongs to one subject.

https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags
"""

from providers.cache.records import Entry, T

PREFIX = b"shelf:"
BRAKE = PREFIX + b"{brake}"
PROBE = PREFIX + b"{probe}"


def value_name(entry: Entry[T], number: int = 0) -> bytes:
    """Of the record, under the secret of that number."""
    return _slot(entry.subject.tags[number]) + entry.labels[number]


def lease_name(entry: Entry[T]) -> bytes:
    """Of the right to fetch it."""
    return value_name(entry) + b":lease"


def generation_name(tag: bytes) -> bytes:
    """Of the tombstone: changed whenever the subject is forgotten."""
    return _slot(tag) + b":generation"


def names_name(tag: bytes) -> bytes:
    """Of the list of the subject's records."""
    return _slot(tag) + b":names"


def tags_name(tag: bytes) -> bytes:
    """Of the list of a person's tokens and accounts."""
    return _slot(tag) + b":tags"


def _slot(tag: bytes) -> bytes:
    return PREFIX + b"{" + tag + b"}"
