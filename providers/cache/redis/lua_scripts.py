"""Redis protocol of the cache: key names, Lua scripts, and how replies are read.

The scripts: MEET, INTRODUCE, CLAIM, NOTE, COMMIT, RELEASE, RENEW, LINK, ERASE, REPLACE
and PROBE_WRITE.
All keys of one script share a hash tag, so that they are in one slot of a cluster
(https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags).
The scripts use GET, SET, DEL, UNLINK, SADD, SMEMBERS and PEXPIRE and nothing else.

Each scope (a person, an account) has an *edition*: 16 random digits under its
generation key, which are part of the seal of each of its records. An erasure sets a new
edition, so that no record from before can be opened again, whether it was found and
deleted or not. An edition that was evicted is a miss for every record of the scope. The
generation key of an account also lists its users, each with the person's own edition: a
person whose edition changed since was erased, and begins a new edition of the account.
"""

import os
from collections.abc import Iterator, Sequence
from itertools import count

from msgspec.structs import replace

from providers.cache.keyring import ETAG_BYTES
from providers.cache.negative_cache import PER_TOKEN, decode_error
from providers.cache.records import LONGEST, CacheKey, T
from providers.cache.redis.commands import Script, ScriptCall
from providers.cache.request_state import CacheRequest
from providers.cache.store import (
    ClaimResult,
    CommitResult,
    LeaseHeld,
    NoLease,
    RecentFailure,
    StoreRead,
)

PREFIX = b"shelf:"

RATE_LIMIT_KEY = PREFIX + b"{brake}"

# How long the index sets live, in milliseconds: longer than whatever they list.
LIST_MS = int((LONGEST + 3600) * 1000)

# Digits of an edition, and of a person's hash in the list of an account's users.
EDITION_DIGITS = 16

# How long an edition lives after the last record of its scope was stored, and after an
# erasure: longer than any record, which cannot be read without it.
EDITION_MS = LIST_MS

# How many users an account's generation key has room for; one more begins a new
# edition.
MOST_USERS = 32

# First byte of a lease key's value: a lease that is held, or an error left by a fetch.
LEASED, FAILED = b"n", b"f"

# Hexadecimal digits of the token's hash that stand beside such an error.
TOKEN_DIGITS = 16

# The argument of LINK that accepts every generation.
ANY = b"*"


# Lua: the edition of a scope, with the user noted. `entry` is the user's hash and
# edition, '' where the scope is the person's own. `fresh` is a new edition for a scope
# that has none, whose user was erased since, or that has too many users. Returns the
# edition, and whether it is the one that was there. `add` adds to an index set.
_NOTE = (
    """
local function note(key, entry, fresh)
  local value = redis.pcall('GET', key)
  if type(value) ~= 'string' or #value < EDITION_DIGITS then value = '' end
  local edition = string.sub(value, 1, EDITION_DIGITS)
  local kept = value ~= ''
  if entry == '' then
    if kept then return edition, true end
  elseif kept then
    local user = ',' .. string.sub(entry, 1, EDITION_DIGITS)
    if string.find(value, ',' .. entry, 1, true) then return edition, true end
    kept = not string.find(value, user, 1, true) and #value < MOST_BYTES
  end
  if not kept then value, edition = fresh, fresh end
  if entry ~= '' then value = value .. ',' .. entry end
  redis.call('SET', key, value, 'PX', EDITION_MS)
  return edition, kept
end
local function add(key, member)
  local reply = redis.pcall('SADD', key, member)
  if type(reply) == 'number' then return end
  if string.find(reply.err, 'WRONGTYPE') then redis.call('DEL', key) end
  redis.call('SADD', key, member)
end
""".replace("EDITION_DIGITS", str(EDITION_DIGITS))
    .replace("MOST_BYTES", str(EDITION_DIGITS + MOST_USERS * (1 + 2 * EDITION_DIGITS)))
    .replace("EDITION_MS", str(EDITION_MS))
)

# KEYS: the person's generation, records of the person. ARGV: a new edition for a person
# without one. Returns the person's edition and the records; without a record the
# edition alone, because each line of a reply costs as much as a call.
MEET = Script(
    _NOTE
    + """
local edition = note(KEYS[1], '', ARGV[1])
local found, any = {edition}, false
for i = 2, #KEYS do
  local value = redis.pcall('GET', KEYS[i])
  if type(value) == 'table' then value = '' end
  found[i], any = value, any or value
end
if any then return found end
return redis.status_reply(edition)
"""
)

# KEYS: the person's generation, set of scopes, index set, records of the person. ARGV:
# the person's edition, the ms of the first three keys, the hash of the account, then
# each record's value and its ms. Stores the records and lists the account, unless the
# person was erased meanwhile.
INTRODUCE = Script(
    _NOTE
    + """
if redis.pcall('GET', KEYS[1]) ~= ARGV[1] then return 'forgotten' end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
add(KEYS[2], ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
for i = 4, #KEYS do
  add(KEYS[3], KEYS[i])
  redis.call('SET', KEYS[i], ARGV[2 * i - 4], 'PX', ARGV[2 * i - 3])
end
redis.call('PEXPIRE', KEYS[3], ARGV[2])
return redis.status_reply('kept')
"""
)

# KEYS: value, lease, generation. ARGV: the etag that the caller has seen, its lease,
# the lease's ms, the etag's length, the user's entry, a new edition. Notes the user,
# then returns the value where its etag is another, the lease or error that stands
# there, or the right to fetch; the edition with each. Asking twice with one lease is
# asking once, because redis-py sends a command again whose reply was lost. A key of a
# foreign type or a value of another edition counts as none.
CLAIM = Script(
    _NOTE
    + """
local edition, kept = note(KEYS[3], ARGV[5], ARGV[6])
local value = redis.pcall('GET', KEYS[1])
if kept and type(value) == 'string' and value ~= '' then
  if string.sub(value, 1, tonumber(ARGV[4])) ~= ARGV[1] then
    return {'value', value, edition}
  end
end
local held = redis.pcall('GET', KEYS[2])
if type(held) == 'string' and held ~= ARGV[2] then return {'held', held, edition} end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return {'won', edition}
"""
)

# KEYS: generation. ARGV: the user's entry, a new edition. Notes a user of an account.
NOTE = Script(
    _NOTE
    + """
return redis.status_reply((note(KEYS[1], ARGV[1], ARGV[2])))
"""
)

# KEYS: value, lease, generation, index set. ARGV: the lease ('' without one), the
# edition when it was claimed, the value, its ms, the ms of the index set and of the
# edition. Stores the value unless the lease was lost or the scope was erased meanwhile.
COMMIT = Script(
    _NOTE
    + f"""
local generation = redis.pcall('GET', KEYS[3])
if type(generation) ~= 'string' then generation = '' end
if string.sub(generation, 1, {EDITION_DIGITS}) ~= ARGV[2] then
  if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end
  return 'forgotten'
end
if ARGV[1] ~= '' then
  if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 'superseded' end
  redis.call('DEL', KEYS[2])
end
redis.call('PEXPIRE', KEYS[3], ARGV[5])
add(KEYS[4], KEYS[1])
redis.call('PEXPIRE', KEYS[4], ARGV[5])
redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
return redis.status_reply('kept')
"""
)

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

# KEYS: the person's generation, set of scopes. ARGV: the edition expected ('*' any), a
# new edition for a person without one, the ms of both keys, hashes to add. Returns the
# person's edition, or 'forgotten' where it is another than the one expected.
LINK = Script(
    _NOTE
    + """
if ARGV[1] ~= '*' then
  local generation = redis.pcall('GET', KEYS[1])
  if type(generation) ~= 'string' then generation = '' end
  if generation ~= ARGV[1] then return {'forgotten', ''} end
end
local edition = note(KEYS[1], '', ARGV[2])
for i = 4, #ARGV do add(KEYS[2], ARGV[i]) end
if #ARGV > 3 then redis.call('PEXPIRE', KEYS[2], ARGV[3]) end
return {'kept', edition}
"""
)

# KEYS: generation, an index set, what else to remove. ARGV: the new edition, its ms,
# the set's members as the caller knows them; 'changed' where it knows too few. The
# error reply of a foreign type has no elements.
ERASE = Script("""
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
local known = {}
for i = 3, #ARGV do known[ARGV[i]] = true end
for _, member in ipairs(redis.pcall('SMEMBERS', KEYS[2])) do
  if not known[member] then return 'changed' end
end
for i = 2, #KEYS do redis.call('UNLINK', KEYS[i]) end
return 'kept'
""")

# KEYS: a sealed value. ARGV: the value, the value that it replaces ('' none), its ms.
# 'changed' where another value is there by now. A value of a foreign type counts as
# none. The caller judges what is there, because only the caller knows the secret.
REPLACE = Script("""
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


def probe_keys() -> Iterator[bytes]:
    """Return keys that nobody reads, in as many slots of a cluster."""
    return (PREFIX + b"{probe-%d}" % number for number in count())


def value_key(cache_key: CacheKey[T], number: int = 0) -> bytes:
    """Return the Redis key of a record, under the secret of that number."""
    scope_hash = cache_key.scope.hashes[number]
    return b"%b{%b}%b" % (PREFIX, scope_hash, cache_key.suffixes[number])


def lease_key(cache_key: CacheKey[T]) -> bytes:
    """Return the Redis key of the right to fetch a record."""
    return value_key(cache_key) + b":lease"


def generation_key(scope_hash: bytes) -> bytes:
    """Return the key of a scope's edition and users; an erasure sets a new edition."""
    return b"%b{%b}:generation" % (PREFIX, scope_hash)


def members_key(scope_hash: bytes) -> bytes:
    """Return the key of the index set that lists a scope's records."""
    return b"%b{%b}:names" % (PREFIX, scope_hash)


def scopes_key(person_hash: bytes) -> bytes:
    """Return the key of the set that lists a person's accounts."""
    return b"%b{%b}:tags" % (PREFIX, person_hash)


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


def new_edition() -> bytes:
    """Return a random edition."""
    return os.urandom(EDITION_DIGITS // 2).hex().encode()


def edition_of(generation: bytes | None) -> bytes:
    """Return the edition in the value of a generation key; b"" where there is none."""
    if generation is None or len(generation) < EDITION_DIGITS:
        return b""
    return generation[:EDITION_DIGITS]


def user_entry(person_hash: bytes, person_edition: bytes) -> bytes:
    """Return how a person stands in the list of an account's users."""
    return person_hash[:EDITION_DIGITS] + person_edition


def link_calls(request: CacheRequest, *hashes: bytes) -> list[ScriptCall]:
    """Return the LINK calls that list `hashes` under the request's person.

    One call for each secret; LINK refuses where the person was erased meanwhile.
    """
    first = request.person.hashes[0]
    new = tuple(h for h in hashes if h not in request.linked and h != first)
    return [_link_call(request, first, new), *other_link_calls(request, *new)]


def other_link_calls(request: CacheRequest, *new: bytes) -> list[ScriptCall]:
    """Return the LINK calls for the person's hashes under the other secrets.

    While secrets rotate, the hashes under the secret to write with, the person's own
    among them, stand under the person's other hash too. A process that knows only the
    other secret reaches them when it erases the person.
    """
    first, *others = request.person.hashes
    return [_link_call(request, other, (first, *new)) for other in others]


def _link_call(
    request: CacheRequest, person_hash: bytes, new: tuple[bytes, ...]
) -> ScriptCall:
    expected = request.generations.get(person_hash, ANY)
    keys = (generation_key(person_hash), scopes_key(person_hash))
    return ScriptCall(LINK, keys, (expected, new_edition(), EDITION_MS, *new))


def note_linked(
    request: CacheRequest, person_hashes: Sequence[bytes], replies: Sequence[object]
) -> None:
    """Record the replies to LINK calls, one for each of the person's hashes.

    Set `generations`, or `forgotten` where a call was refused.
    """
    for person_hash, reply in zip(person_hashes, replies, strict=True):
        match reply:
            case [b"kept", bytes(edition)] if edition:
                request.generations[person_hash] = edition
            case _:
                request.forgotten = True


def lease_state(failure: bytes | None, request: CacheRequest) -> ClaimResult:
    """Return what stands in a lease's place: `LeaseHeld` or `RecentFailure`.

    `failure` is what `SealedRecords.open_failure` returned. Return `NoLease` for a
    failure that concerns another token than the request's, or that is none.
    """
    if failure is None:
        return LeaseHeld()
    token_digits, word = failure[:TOKEN_DIGITS], failure[TOKEN_DIGITS:]
    if not word or (
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


def release_call(
    cache_key: CacheKey[T], lease: bytes, left: bytes = b"", milliseconds: int = 0
) -> ScriptCall:
    """Return the call that gives a lease back and leaves `left` in its place."""
    return ScriptCall(RELEASE, (lease_key(cache_key),), (lease, left, milliseconds))


def unreadable(sealed: object) -> StoreRead:
    """Return the read of a value that the caller may not open."""
    return StoreRead(etag=sealed[:ETAG_BYTES] if isinstance(sealed, bytes) else b"")
