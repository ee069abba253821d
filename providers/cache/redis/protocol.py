"""Redis protocol of the cache: key names, Lua scripts, and how replies are read.

The scripts: CLAIM, COMMIT, RELEASE, RENEW, LINK, ERASE, BLOCK and PROBE_WRITE. All keys
of one script share a hash tag, so that they are in one slot of a cluster
(https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags).
The scripts use GET, SET, DEL, UNLINK, SADD, SMEMBERS, PEXPIRE and PTTL and nothing
else.
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

PREFIX = b"shelf:"

RATE_LIMIT_KEY = PREFIX + b"{brake}"

PROBE_KEY = PREFIX + b"{probe}"

# How long the index sets live, in milliseconds: longer than whatever they list.
LIST_MS = int((LONGEST + 3600) * 1000)

# How long an erasure is remembered, in milliseconds: longer than a request lives and
# than any process believes its own memory, so that what was begun or in memory before
# is not kept after it.
TOMBSTONE_MS = 60_000

# First byte of a lease key's value: a lease that is held, or an error left by a fetch.
LEASED, FAILED = b"n", b"f"

# Hexadecimal digits of the token's hash that stand beside such an error.
TOKEN_DIGITS = 16

# The argument of LINK that accepts every generation.
ANY = b"*"


@dataclass(frozen=True, slots=True)
class Script:
    """A Lua script: `text`, and the SHA-1 digest that EVALSHA names it by."""

    text: str = field(repr=False)
    sha: str = field(init=False)

    def __post_init__(self) -> None:
        digest = hashlib.sha1(self.text.encode(), usedforsecurity=False)
        object.__setattr__(self, "sha", digest.hexdigest())


@dataclass(frozen=True, slots=True)
class ScriptCall:
    """A script with its `KEYS` and `ARGV`."""

    script: Script
    keys: tuple[bytes, ...]
    arguments: tuple[bytes | int, ...]


# KEYS: value, lease, generation. ARGV: the etag that the caller has seen, its lease,
# the lease's ms, the etag's length. Returns the value where its etag is another, the
# lease or error that stands there, or the right to fetch. Asking twice with one lease
# is asking once, because redis-py sends a command again whose reply was lost. A value
# of a foreign type counts as none.
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

# KEYS: value, lease, generation, index set. ARGV: the lease ('' without one), the
# generation when it was claimed, the value, its ms, the ms of the index set. Stores the
# value unless the lease was lost or the subject was erased meanwhile.
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

# KEYS: lease. ARGV: the lease, the error to leave in its place ('' none), its ms.
RELEASE = Script("""
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'superseded' end
if ARGV[2] == '' then redis.call('DEL', KEYS[1])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 'kept'
""")

# KEYS: lease. ARGV: the lease, its ms from now on.
RENEW = Script("""
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'superseded' end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 'kept'
""")

# KEYS: generation, set of scopes. ARGV: the generation expected ('*' any), the age in
# ms of what is to be kept, the ms of a tombstone, the ms of the set, hashes to add.
# What is left of a tombstone's life tells how old it is, by Redis's own clock. Where
# the ACL does not allow PTTL, every tombstone counts as younger.
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

# KEYS: generation, an index set, what else to remove. ARGV: the new generation, its ms,
# the set's members as the caller knows them; 'changed' where it knows too few.
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

# KEYS: the rate limit. ARGV: the value, the value that it replaces ('' none), its ms.
# 'changed' where another value is there by now. A value of a foreign type counts as
# none. The caller judges what is there, because only the caller knows the secret.
BLOCK = Script("""
local held = redis.pcall('GET', KEYS[1])
if type(held) ~= 'string' then held = '' end
if held ~= ARGV[2] then return 'changed' end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
return 'kept'
""")

# KEYS: a key that nobody reads. ARGV: its ms. Shows whether the server takes writes.
PROBE_WRITE = Script("""
redis.call('SET', KEYS[1], '', 'PX', ARGV[1])
return 'kept'
""")


def value_key(cache_key: CacheKey[T], number: int = 0) -> bytes:
    """Return the Redis key of a record, under the secret of that number."""
    return _hash_tag(cache_key.scope.hashes[number]) + cache_key.suffixes[number]


def lease_key(cache_key: CacheKey[T]) -> bytes:
    """Return the Redis key of the right to fetch a record."""
    return value_key(cache_key) + b":lease"


def generation_key(scope_hash: bytes) -> bytes:
    """Return the key of a scope's tombstone; its value changes at every erasure."""
    return _hash_tag(scope_hash) + b":generation"


def members_key(scope_hash: bytes) -> bytes:
    """Return the key of the index set that lists a scope's records."""
    return _hash_tag(scope_hash) + b":names"


def scopes_key(person_hash: bytes) -> bytes:
    """Return the key of the set that lists a person's tokens and accounts."""
    return _hash_tag(person_hash) + b":tags"


def _hash_tag(scope_hash: bytes) -> bytes:
    return PREFIX + b"{" + scope_hash + b"}"


def newest(first: StoreRead, other: StoreRead) -> StoreRead:
    """Return the read with the younger record, under the etag of `first`."""
    if other.record is None:
        return first
    if (
        first.record
        and first.record.lifetimes.read_at >= other.record.lifetimes.read_at
    ):
        return first
    return StoreRead(replace(other.record, etag=first.etag), first.etag)


def link_calls(request: CacheRequest, now: float, *hashes: bytes) -> list[ScriptCall]:
    """Return the LINK calls that list `hashes` under the request's person.

    One call for each secret; LINK refuses where the person was erased meanwhile.

    While secrets rotate, the hashes under the secret to write with, the person's own
    among them, stand under the person's other hash too. A process that knows only the
    other secret reaches them when it erases the person.
    """
    age = int((now - request.oldest_input + REDIS_SECONDS) * 1000)
    first, *others = request.person.hashes
    new = tuple(h for h in hashes if h not in request.linked and h != first)

    def link(person_hash: bytes, *added: bytes) -> ScriptCall:
        expected = request.generations.get(person_hash, ANY)
        keys = (generation_key(person_hash), scopes_key(person_hash))
        return ScriptCall(LINK, keys, (expected, age, TOMBSTONE_MS, LIST_MS, *added))

    return [link(first, *new), *(link(other, first, *new) for other in others)]


def note_linked(
    request: CacheRequest, replies: Sequence[object], *hashes: bytes
) -> None:
    """Record the replies to `link_calls` in the request.

    Set `generations` and `linked`, or `forgotten` where a call was refused.
    """
    for person_hash, reply in zip(request.person.hashes, replies, strict=True):
        match reply:
            case [b"kept", bytes(generation)]:
                request.generations[person_hash] = generation
            case _:
                request.forgotten = True
    if not request.forgotten:
        request.linked.update(hashes)


def lease_state(value: bytes, request: CacheRequest) -> ClaimResult:
    """Return what the value of a lease key means: `LeaseHeld` or `RecentFailure`.

    Return `NoLease` for a failure that concerns another token than the request's.
    """
    if not value.startswith(FAILED):
        return LeaseHeld()
    token_digits, word = value[1 : 1 + TOKEN_DIGITS], value[1 + TOKEN_DIGITS :]
    if (
        isinstance(decode_error(word), PER_TOKEN)
        and token_digits != request.token.hashes[0][:TOKEN_DIGITS]
    ):
        return NoLease(out=False)
    return RecentFailure(word)


def commit_result(reply: object) -> CommitResult:
    """Return what the reply to COMMIT means; `LOST` for a reply without sense."""
    match reply:
        case b"kept":
            return CommitResult.KEPT
        case b"superseded":
            return CommitResult.SUPERSEDED
        case b"forgotten":
            return CommitResult.FORGOTTEN
    return CommitResult.LOST
