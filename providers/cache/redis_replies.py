"""What a request tells Redis of itself, and what Redis's replies mean."""

from msgspec.structs import replace

from providers.cache.failures import PERSONAL, from_word
from providers.cache.records import LONGEST
from providers.cache.redis_names import generation_name, tags_name
from providers.cache.scripts import ENROLL, Call
from providers.cache.store import Busy, Claim, Commit, Failed, Stored, Unclaimed
from providers.cache.visits import Visit

# Lists outlive whatever they list.
LIST_MS = int((LONGEST + 3600) * 1000)
# What stands in the place of a lease: one that is held, or a failure's word.
LEASED, FAILED = b"n", b"f"
WHOSE = 16  # hexadecimal digits of the token's tag beside a failure
ANY = b"*"


def newer(first: Stored, other: Stored) -> Stored:
    """The later reading of both, under the first one's mark."""
    if other.record is None:
        return first
    if first.record and first.record.dates.read_at >= other.record.dates.read_at:
        return first
    return Stored(replace(other.record, mark=first.mark), first.mark)


def enroll(visit: Visit, *tags: bytes) -> Call:
    """Notes tags under the visit's person, unless that was forgotten meanwhile."""
    person = visit.person.tags[0]
    expected = ANY if visit.generation is None else visit.generation
    keys = (generation_name(person), tags_name(person))
    return Call(ENROLL, keys, (expected, LIST_MS, *tags))


def note_enrolled(visit: Visit, reply: object, *tags: bytes) -> None:
    """What became of that, for the rest of the visit."""
    match reply:
        case [b"kept", bytes(generation)]:
            visit.generation = generation
            visit.enrolled.update(tags)
        case _:
            visit.forgotten = True


def held(held: bytes, visit: Visit) -> Claim:
    """Somebody else's lease, or the failure that one left behind."""
    if not held.startswith(FAILED):
        return Busy()
    whose, word = held[1 : 1 + WHOSE], held[1 + WHOSE :]
    error = from_word(word)
    if isinstance(error, PERSONAL) and whose != visit.token.tags[0][:WHOSE]:
        return Unclaimed(out=False)
    return Failed(error)


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
