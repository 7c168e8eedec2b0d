// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_REDIS_FUNCTIONS_HPP
#define DDB_STORE_REDIS_FUNCTIONS_HPP

#include <string_view>

/// What runs inside the Redis server, in Lua: a library of functions, so that a node's user needs
/// no right to bring code of its own. A function runs as a whole, and no other command between.
///
/// The keys (`<key>` is `<bus>:<master>:<protocol>:<provider>:<port>`):
///
/// | key | what |
/// |---|---|
/// | `<key>` | the status, as the thesis has it |
/// | `ddb/entry/<key>` | hash: `revision mark since error protection grace`, and of the device |
/// | | `vendor product serial name digest` |
/// | `ddb/owner/<provider>:<port>` | the key that has the port; after `-`: it is to leave |
/// | `ddb/ports`, `ddb/ports/<node>` | sets of keys: all, and of a master or provider |
/// | `ddb/bus/<bus>` | set of the keys of a bus |
/// | `ddb/revision` | number of the last change |
/// | `ddb/changes`, `ddb/changes/<node>` | streams of changes: all, and of a master or provider |
/// | `ddb/revocations` | hash: `number pem`, the authority's list of revoked certificates |
/// | `ddb/lease/<node>`, `ddb/nodes` | hash of a lease; set of the nodes that ever had one |
///
/// **What counts.** An entry counts if the owner of its port names its key, and what is to leave
/// counts as TO_DELETE and DELETED only. Owners are written by users with all rights, not by nodes:
/// so whatever a node writes, it puts no port on a bus, and brings none back that was to leave.
/// Members of sets whose entry does not count are left out.
///
/// **What others may have written.** A node may write entries of its own ports, which are the other
/// side's as well, and add to streams. So nothing is believed of their types, sizes and numbers; a
/// stream or a number that is of no use is begun anew, and watches read all then.
///
/// What a function cannot do without is among its KEYS, so that the server checks the user's rights
/// to them before it begins: a function is done whole or not at all.
namespace ddb::store::detail {

/// What the functions have in common.
constexpr std::string_view kCommonCode = R"lua(
local MOST_NUMBER = 2 ^ 52

local function owner_key(key)
  local port = key:match('^[^:]+:%[[^%]]*%]:[^:]+:(.+)$') or key:match('^[^:]+:[^:%[%]]+:[^:]+:(.+)$')
  return 'ddb/owner/' .. (port or '')
end

-- The status of an entry that counts, or nil. What is no status is cut, and told as it is.
local function status_of(key)
  local status = redis.pcall('GET', key)
  if not status then return nil end
  if type(status) ~= 'string' then status = 'no text' end
  status = status:sub(1, 20)
  local owner = redis.pcall('GET', owner_key(key))
  if owner == key then return status end
  if owner == '-' .. key and (status == 'TO_DELETE' or status == 'DELETED') then return status end
  return nil
end

-- {field, value, ...}, each of a length that ours have.
local function details_of(key)
  local fields = redis.pcall('HGETALL', 'ddb/entry/' .. key)
  if fields.err or #fields > 64 then return {} end
  for i = 1, #fields do fields[i] = fields[i]:sub(1, 1000) end
  return fields
end

-- {key, status, {field, value, ...}}, or {}.
local function entry_of(key)
  local status = status_of(key)
  if not status then return {} end
  return {key, status, details_of(key)}
end

-- The newest element of a stream; nil if there is none, or the user may not look.
local function last_of(stream)
  local found = redis.pcall('XREVRANGE', stream, '+', '-', 'COUNT', 1)
  if found.err then return nil end
  return found[1]
end

-- A whole number that can be counted on, or nil.
local function sound(number)
  number = tonumber(number)
  if number and number >= 0 and number < MOST_NUMBER then return math.floor(number) end
  return nil
end

local function milliseconds()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
)lua";

/// The entry of a port: {key, status, {field, value, ...}}, or {}. KEYS: key, entry.
constexpr std::string_view kGetCode = R"lua(
return entry_of(KEYS[1])
)lua";

/// {id and mark of the last change, or '', {entry, ...}}. KEYS: set of keys, stream. ARGV: bus or
/// ''.
constexpr std::string_view kListCode = R"lua(
local entries = {}
local bus = ARGV[1] .. ':'
for _, key in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  if bus == ':' or key:sub(1, #bus) == bus then
    local entry = entry_of(key)
    if entry[1] then entries[#entries + 1] = entry end
  end
end
local last = last_of(KEYS[2])
if not last then return {'', '', entries} end
return {last[1], last[2][2], entries}
)lua";

/// Makes, changes or removes an entry: {'done' or 'conflict', entry}.
/// KEYS: key, entry, ddb/revision, ddb/changes, stream of the master, stream of the provider; to
/// make one also owner, ddb/ports, set of the master, set of the provider, set of the bus; to have
/// it leave (TO_DELETE) also owner. ARGV: mark; '1' if it is tried again; status that must be
/// there, or '' for none; revision that must be there, or ''; new status, or '' for none; error;
/// owner; set of the bus; how the bus's keys begin; protection; grace, or '' as it is; then fields
/// and values of the device, if any.
constexpr std::string_view kChangeCode = R"lua(
local key, details = KEYS[1], KEYS[2]
local mark, again, expected, revision, status, error_text, owner, bus, bus_of_master =
  ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8], ARGV[9]

local kind = redis.call('TYPE', details).ok
if kind ~= 'hash' and kind ~= 'none' then redis.call('DEL', details) end

-- Was it done already, and only the answer lost?
if redis.call('HGET', details, 'mark') == mark then return {'done', entry_of(key)} end
if again == '1' then
  for i = 4, 6 do
    for _, change in ipairs(redis.pcall('XREVRANGE', KEYS[i], '+', '-', 'COUNT', 1000)) do
      if change[2][2] == mark then return {'done', entry_of(key)} end
    end
  end
end

local was = status_of(key) or ''
if expected == '' then
  local holder = redis.call('GET', owner)
  if holder then
    if holder:sub(1, 1) == '-' then holder = holder:sub(2) end
    if status_of(holder) then return {'conflict', entry_of(holder)} end
  end
  -- One that is there tells whose the bus is: all of them have the same master.
  for _, member in ipairs(redis.call('SMEMBERS', bus)) do
    if status_of(member) then
      if member:sub(1, #bus_of_master) ~= bus_of_master then return {'conflict', entry_of(member)} end
      break
    end
  end
end
if was ~= expected or
   (revision ~= '' and redis.call('HGET', details, 'revision') ~= revision) then
  return {'conflict', entry_of(key)}
end

local since = string.format('%.0f', milliseconds())
if was == status then since = redis.call('HGET', details, 'since') or since end

local number = (sound(redis.call('GET', KEYS[3])) or 0) + 1
local number_text = string.format('%.0f', number)

local protection = ''
if status == 'IMPORTED' then
  protection = ARGV[10]
  if protection == '' then protection = redis.call('HGET', details, 'protection') or '' end
end

local grace = ARGV[11]
if grace == '' and expected ~= '' then grace = (redis.call('HGET', details, 'grace') or ''):sub(1, 9) end

local device = {}
for i = 12, #ARGV do device[#device + 1] = ARGV[i] end
if #device == 0 then
  for _, field in ipairs({'vendor', 'product', 'serial', 'name', 'digest'}) do
    local value = redis.call('HGET', details, field)
    if value then
      device[#device + 1] = field
      device[#device + 1] = value:sub(1, 1000)
    end
  end
end

local function tell_once(stream, most)
  return redis.pcall('XADD', stream, 'MAXLEN', '~', most, number_text .. '-0', 'mark', mark, 'key', key,
                     'was', was, 'status', status, 'since', since, 'error', error_text,
                     'protection', protection, 'grace', grace, unpack(device))
end

-- A stream that goes on at no number of ours is begun anew.
local function tell(stream, most)
  local told = tell_once(stream, most)
  if not told.err or told.err:find('OOM', 1, true) then return told end
  redis.call('DEL', stream)
  return tell_once(stream, most)
end

-- Higher than all there is, even if the number was lost.
local told = tell_once(KEYS[4], 10000)
if told.err and not told.err:find('OOM', 1, true) then
  for i = 4, 6 do
    local last = last_of(KEYS[i])
    number = math.max(number, (last and sound(last[1]:match('^%d+')) or 0) + 1)
  end
  number_text = string.format('%.0f', number)
  told = tell(KEYS[4], 10000)
end
if told.err then return told end
for i = 5, 6 do
  if i == 5 or KEYS[6] ~= KEYS[5] then tell(KEYS[i], 1000) end
end
redis.call('SET', KEYS[3], number_text)
if status == '' then
  redis.call('DEL', key, details)
  -- A node may not write all of these. An owner that stays lets nothing come back: it has a '-'.
  redis.pcall('DEL', owner)
  redis.pcall('SREM', bus, key)
  for i = 4, 6 do
    local set = KEYS[i]:gsub('changes', 'ports', 1)
    redis.pcall('SREM', set, key)
  end
  return {'done', {}}
end
if status == 'TO_DELETE' then redis.call('SET', owner, '-' .. key) end
redis.call('SET', key, status)
redis.call('HSET', details, 'revision', number_text, 'mark', mark, 'since', since, 'error', error_text,
           'protection', protection, 'grace', grace, unpack(device))
if expected == '' then
  redis.call('SET', owner, key)
  for i = 8, 11 do redis.call('SADD', KEYS[i], key) end
end
return {'done', entry_of(key)}
)lua";

/// Takes a lease: {'done' or 'conflict', holder, number}. KEYS: lease, ddb/nodes. ARGV: node,
/// holder, milliseconds that it lasts.
constexpr std::string_view kAcquireCode = R"lua(
local now = milliseconds()
local lease = redis.call('HMGET', KEYS[1], 'holder', 'number', 'at', 'released')
local holder, number, at = lease[1], sound(lease[2]) or 0, sound(lease[3]) or 0
if holder and holder ~= ARGV[2] and lease[4] == '0' and at + ARGV[3] > now then
  -- The clock was set back: without this it would last until the clock is there again.
  if at > now then redis.call('HSET', KEYS[1], 'at', string.format('%.0f', now)) end
  return {'conflict', holder, string.format('%.0f', number)}
end
local number_text = string.format('%.0f', number + 1)
redis.call('HSET', KEYS[1], 'holder', ARGV[2], 'number', number_text, 'renewals', '0',
           'at', string.format('%.0f', now), 'released', '0')
redis.call('SADD', KEYS[2], ARGV[1])
return {'done', ARGV[2], number_text}
)lua";

/// Renews or releases a lease: 1, or 0 if it is another. KEYS: lease. ARGV: holder, number, '1' to
/// release.
constexpr std::string_view kRenewCode = R"lua(
local lease = redis.call('HMGET', KEYS[1], 'holder', 'number', 'released', 'renewals')
if lease[1] ~= ARGV[1] or lease[2] ~= ARGV[2] or lease[3] ~= '0' then return 0 end
redis.call('HSET', KEYS[1], 'at', string.format('%.0f', milliseconds()), 'released', ARGV[3],
           'renewals', string.format('%.0f', (sound(lease[4]) or 0) + 1))
return 1
)lua";

/// {{node, holder, number, renewals, milliseconds left}, ...}. ARGV: milliseconds that a lease
/// lasts, then nodes; all if there are none.
constexpr std::string_view kLeasesCode = R"lua(
local now = milliseconds()
local longest = tonumber(ARGV[1])
local nodes = {}
for i = 2, #ARGV do nodes[#nodes + 1] = ARGV[i] end
if #nodes == 0 then nodes = redis.call('SMEMBERS', 'ddb/nodes') end
local leases = {}
for _, node in ipairs(nodes) do
  local lease = redis.pcall('HMGET', 'ddb/lease/' .. node, 'holder', 'number', 'renewals', 'at', 'released')
  local number, renewals, at = sound(lease[2]), sound(lease[3]), sound(lease[4])
  if lease[1] and number and renewals and at and lease[5] == '0' then
    local left = math.min(math.max(at + longest - now, 0), longest)
    leases[#leases + 1] = {node, lease[1]:sub(1, 128), string.format('%.0f', number),
                           string.format('%.0f', renewals), string.format('%.0f', left)}
  end
end
return leases
)lua";

/// {number, text}, or {} if it is not newer. ARGV: number.
constexpr std::string_view kRevocationsCode = R"lua(
local list = redis.call('HMGET', 'ddb/revocations', 'number', 'pem')
local number = sound(list[1])
if not number or not list[2] or number <= tonumber(ARGV[1]) then return {} end
return {list[1], list[2]}
)lua";

/// The number that is there now. KEYS: ddb/revocations. ARGV: number, text.
constexpr std::string_view kPublishCode = R"lua(
local number = sound(redis.call('HGET', KEYS[1], 'number'))
if number and number >= tonumber(ARGV[1]) then return string.format('%.0f', number) end
redis.call('HSET', KEYS[1], 'number', ARGV[1], 'pem', ARGV[2])
return ARGV[1]
)lua";

/// KEYS: ddb/revocations. ARGV: number, text.
constexpr std::string_view kWithdrawCode = R"lua(
local list = redis.call('HMGET', KEYS[1], 'number', 'pem')
if list[1] == ARGV[1] and list[2] == ARGV[2] then redis.call('DEL', KEYS[1]) end
return 1
)lua";

}  // namespace ddb::store::detail

#endif  // DDB_STORE_REDIS_FUNCTIONS_HPP
