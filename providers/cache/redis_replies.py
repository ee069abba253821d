"""What a request tells Redis of itself, and what Redis's replies mean."""

from collections.abc import Sequence

from msgspec.structs import replace

from providers.cache.failures import PERSONAL, from_word
from providers.cache.records import LONGEST
from providers.cache.redis_names import generation_name, tags_name
from providers.cache.scripts import ENROLL, Call
from providers.cache.store import Busy, Claim, Commit, Failed, Stored, Unclaimed
from providers.cache.visits import REDIS_SECONDS, Visit

# Lists outlive whatever they list.
LIST_MS = int((LONGEST + 3600) * 1000)
# What stands in the place of a lease: one that is held, or a failure's word.
LEASED, FAILED = b"n", b"f"
WHOSE = 16  # hexadecimal digits of the token's tag beside a failure
ANY = b"*"
# How long a purge is remembered: longer than a request lives and than any process
# believes its own memory, so that what was begun or held before is not kept after it.
TOMBSTONE_MS = 60_000


def newer(first: Stored, other: Stored) -> Stored:
    """The later reading of both, under the first one's mark."""
    if other.record is None:
        return first
    if first.record and first.record.dates.read_at >= other.record.dates.read_at:
        return first
    return Stored(replace(other.record, mark=first.mark), first.mark)


def enroll(visit: Visit, now: float, *tags: bytes) -> list[Call]:
    """Notes tags under the visit's person, unless that was forgotten meanwhile: one
    call for each secret.

    While secrets rotate, the tags of the one to write with, the person's own among
    them, stand under the person's other name too: a process that knows only the other
    secret reaches them when it forgets the person.
    """
    age = int((now - visit.since + REDIS_SECONDS) * 1000)
    first, *others = visit.person.tags
    new = tuple(tag for tag in tags if tag not in visit.enrolled and tag != first)

    def call(person: bytes, *noted: bytes) -> Call:
        expected = visit.generations.get(person, ANY)
        keys = (generation_name(person), tags_name(person))
        return Call(ENROLL, keys, (expected, age, TOMBSTONE_MS, LIST_MS, *noted))

    return [call(first, *new), *(call(other, first, *new) for other in others)]


def note_enrolled(visit: Visit, replies: Sequence[object], *tags: bytes) -> None:
    """What became of that, for the rest of the visit."""
    for person, reply in zip(visit.person.tags, replies, strict=True):
        match reply:
            case [b"kept", bytes(generation)]:
                visit.generations[person] = generation
            case _:
                visit.forgotten = True
    if not visit.forgotten:
        visit.enrolled.update(tags)


def held(held: bytes, visit: Visit) -> Claim:
    """Somebody else's lease, or the failure that one left behind."""
    if not held.startswith(FAILED):
        return Busy()
    whose, word = held[1 : 1 + WHOSE], held[1 + WHOSE :]
    if isinstance(from_word(word), PERSONAL) and whose != visit.token.tags[0][:WHOSE]:
        return Unclaimed(out=False)
    return Failed(word)


def outcome(reply: object) -> Commit:
    """What a commit's reply means."""
    match reply:
        case b"kept":
            return Commit.KEPT
        case b"superseded":
            return Commit.SUPERSEDED
        case b"forgotten":
            return Commit.FORGOTTEN
    return Commit.LOST
