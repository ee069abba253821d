"""What Redis does in one step: claim, commit, give back, enroll, wipe, block.

All keys of one call share a hash tag, so that they live in one slot of a cluster. The
scripts use GET, SET, DEL, UNLINK, SADD, SMEMBERS, PEXPIRE and PTTL and nothing else.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from providers.cache.negative_cache import PERSONAL, from_word
from providers.cache.records import LONGEST, Entry, T
from providers.cache.request import Visit
from providers.cache.store import Busy, Claim, Commit, Failed, Stored, Unclaimed
from providers.timeouts import REDIS_SECONDS


@dataclass(frozen=True, slots=True)
class Script:
    """Lua as text, and the name under which Redis keeps it once it has run."""

    text: str = field(repr=False)
    sha: str = field(init=False)

    def __post_init__(self) -> None:
        digest = hashlib.sha1(self.text.encode(), usedforsecurity=False)
        object.__setattr__(self, "sha", digest.hexdigest())


@dataclass(frozen=True, slots=True)
class Call:
    """A script with its keys and arguments."""

    script: Script
    keys: tuple[bytes, ...]
    arguments: tuple[bytes | int, ...]


# Keys: value, lease, generation. Arguments: the mark that the caller has seen, its
# lease, the lease's ms, the mark's length. Asking twice with one lease is asking once,
# because a lost reply is asked for again. A foreign type counts as nothing there.
CLAIM = Script("""
local value = redis.pcall('GET', KEYS[1])
if type(value) == 'string' and value ~= '' then
  if string.sub(value, 1, tonumber(ARGV[4])) ~= ARGV[1] then
    return {'value', value}
  end
end
local held = redis.call('GET', KEYS[2])
if held and held ~= ARGV[2] then return {'held', held} end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return {'won', redis.call('GET', KEYS[3]) or ''}
""")

# Keys: value, lease, generation, names. Arguments: the lease ('' without), the
# generation when it was claimed, the value, its ms, the ms of the list of names.
COMMIT = Script("""
if (redis.call('GET', KEYS[3]) or '') ~= ARGV[2] then
  if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end
  return 'forgotten'
end
if ARGV[1] ~= '' then
  if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 'superseded' end
  redis.call('DEL', KEYS[2])
end
redis.call('SADD', KEYS[4], KEYS[1])
redis.call('PEXPIRE', KEYS[4], ARGV[5])
redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
return 'kept'
""")

# Key: lease. Arguments: the lease, what to leave in its place ('' nothing), its ms.
GIVE_BACK = Script("""
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'superseded' end
if ARGV[2] == '' then redis.call('DEL', KEYS[1])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 'kept'
""")

# Keys: generation, tags. Arguments: the generation expected ('*' any), the age in ms of
# what is to be kept, the ms of a tombstone, the ms of the list of tags, the tags. What
# is left of a tombstone's life tells how old it is, by Redis's own clock; where the
# rights do not reach that far, every tombstone counts as younger.
ENROLL = Script("""
local generation = redis.call('GET', KEYS[1]) or ''
if ARGV[1] ~= '*' and ARGV[1] ~= generation then return {'forgotten', ''} end
if generation ~= '' then
  local left = redis.pcall('PTTL', KEYS[1])
  if type(left) ~= 'number' or ARGV[3] - left <= tonumber(ARGV[2]) then
    return {'forgotten', ''}
  end
end
for i = 5, #ARGV do redis.call('SADD', KEYS[2], ARGV[i]) end
if #ARGV > 4 then redis.call('PEXPIRE', KEYS[2], ARGV[4]) end
return {'kept', generation}
""")

# Keys: generation, a list, what else to remove. Arguments: the new generation, its ms,
# the list's members as the caller knows them; 'changed' where it knows too few.
WIPE = Script("""
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
local known = {}
for i = 3, #ARGV do known[ARGV[i]] = true end
for _, member in ipairs(redis.call('SMEMBERS', KEYS[2])) do
  if not known[member] then return 'changed' end
end
for i = 2, #KEYS do redis.call('UNLINK', KEYS[i]) end
return 'kept'
""")

# Key: the brake. Arguments: the value, when it ends (ms since 1970), its ms. Never
# shortens a block that is there.
BLOCK = Script("""
local held = redis.pcall('GET', KEYS[1])
if type(held) == 'string' then
  local ends = tonumber(string.match(held, '%d+$'))
  if ends and ends >= tonumber(ARGV[2]) then return 'superseded' end
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
return 'kept'
""")

# Key: whatever nobody reads. Argument: its ms. Tells whether writes are taken.
TOUCH = Script("""
redis.call('SET', KEYS[1], '', 'PX', ARGV[1])
return 'kept'
""")

# FOLDED The names of keys in Redis: one hash tag for all that belongs to one subject.
#
# https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags
#

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


# FOLDED What a request tells Redis of itself, and what Redis's replies mean.

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
