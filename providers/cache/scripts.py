"""What Redis does in one step: claim, commit, give back, enroll, wipe, block.

All keys of one call share a hash tag, so that they live in one slot of a cluster. The
scripts use GET, SET, DEL, UNLINK, SADD, SMEMBERS, PEXPIRE and PTTL and nothing else.
"""

import hashlib
from dataclasses import dataclass, field


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
