"""What Redis does in one step: claim, commit, give back, enroll, wipe, block.

All keys of one call share a hash tag, so that they live in one slot of a cluster. The
scripts use GET, SET, DEL, UNLINK, SADD, SMEMBERS, PEXPIRE and PTTL and nothing else.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from providers.cache.negative_cache import PER_TOKEN, decode_error
from providers.cache.records import LONGEST, CacheKey, T
from providers.cache.request import CacheRequest
from providers.cache.store import (
    ClaimResult,
    CommitResult,
    LeaseHeld,
    NoLease,
    RecentFailure,
    StoreRead,
)
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
class ScriptCall:
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
RELEASE = Script("""
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'superseded' end
if ARGV[2] == '' then redis.call('DEL', KEYS[1])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 'kept'
""")

# Keys: generation, tags. Arguments: the generation expected ('*' any), the age in ms of
# what is to be kept, the ms of a tombstone, the ms of the list of tags, the tags. What
# is left of a tombstone's life tells how old it is, by Redis's own clock; where the
# rights do not reach that far, every tombstone counts as younger.
LINK = Script("""
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
ERASE = Script("""
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
PROBE_WRITE = Script("""
redis.call('SET', KEYS[1], '', 'PX', ARGV[1])
return 'kept'
""")

# FOLDED The names of keys in Redis: one hash tag for all that belongs to one subject.
#
# https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags
#

PREFIX = b"shelf:"

RATE_LIMIT_KEY = PREFIX + b"{brake}"

PROBE_KEY = PREFIX + b"{probe}"


def value_key(entry: CacheKey[T], number: int = 0) -> bytes:
    """Of the record, under the secret of that number."""
    return _slot(entry.scope.hashes[number]) + entry.suffixes[number]


def lease_key(entry: CacheKey[T]) -> bytes:
    """Of the right to fetch it."""
    return value_key(entry) + b":lease"


def generation_key(tag: bytes) -> bytes:
    """Of the tombstone: changed whenever the subject is forgotten."""
    return _slot(tag) + b":generation"


def members_key(tag: bytes) -> bytes:
    """Of the list of the subject's records."""
    return _slot(tag) + b":names"


def scopes_key(tag: bytes) -> bytes:
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


def newest(first: StoreRead, other: StoreRead) -> StoreRead:
    """The later reading of both, under the first one's mark."""
    if other.record is None:
        return first
    if (
        first.record
        and first.record.lifetimes.read_at >= other.record.lifetimes.read_at
    ):
        return first
    return StoreRead(replace(other.record, etag=first.etag), first.etag)


def link_calls(request: CacheRequest, now: float, *tags: bytes) -> list[ScriptCall]:
    """Notes tags under the visit's person, unless that was forgotten meanwhile: one
    call for each secret.

    While secrets rotate, the tags of the one to write with, the person's own among
    them, stand under the person's other name too: a process that knows only the other
    secret reaches them when it forgets the person.
    """
    age = int((now - request.oldest_input + REDIS_SECONDS) * 1000)
    first, *others = request.person.hashes
    new = tuple(tag for tag in tags if tag not in request.linked and tag != first)

    def call(person: bytes, *noted: bytes) -> ScriptCall:
        expected = request.generations.get(person, ANY)
        keys = (generation_key(person), scopes_key(person))
        return ScriptCall(LINK, keys, (expected, age, TOMBSTONE_MS, LIST_MS, *noted))

    return [call(first, *new), *(call(other, first, *new) for other in others)]


def note_linked(request: CacheRequest, replies: Sequence[object], *tags: bytes) -> None:
    """What became of that, for the rest of the visit."""
    for person, reply in zip(request.person.hashes, replies, strict=True):
        match reply:
            case [b"kept", bytes(generation)]:
                request.generations[person] = generation
            case _:
                request.forgotten = True
    if not request.forgotten:
        request.linked.update(tags)


def lease_state(held: bytes, request: CacheRequest) -> ClaimResult:
    """Somebody else's lease, or the failure that one left behind."""
    if not held.startswith(FAILED):
        return LeaseHeld()
    whose, word = held[1 : 1 + WHOSE], held[1 + WHOSE :]
    if (
        isinstance(decode_error(word), PER_TOKEN)
        and whose != request.token.hashes[0][:WHOSE]
    ):
        return NoLease(out=False)
    return RecentFailure(word)


def commit_result(reply: object) -> CommitResult:
    """What a commit's reply means."""
    match reply:
        case b"kept":
            return CommitResult.KEPT
        case b"superseded":
            return CommitResult.SUPERSEDED
        case b"forgotten":
            return CommitResult.FORGOTTEN
    return CommitResult.LOST
