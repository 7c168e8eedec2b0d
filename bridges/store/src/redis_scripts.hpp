// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_REDIS_SCRIPTS_HPP
#define DDB_STORE_REDIS_SCRIPTS_HPP

#include <string_view>

/// What runs inside the Redis server, in Lua. A script runs as a whole, and no other command
/// between.
///
/// The keys (`<key>` is `<bus>:<master>:<protocol>:<provider>:<port>`):
///
/// | key | what |
/// |---|---|
/// | `<key>` | the status, as the thesis has it |
/// | `ddb/entry/<key>` | hash: `revision mark since error protection`, and of the device `vendor
/// product serial name digest` | | `ddb/owner/<provider>:<port>` | the key of the bus that has the
/// port | | `ddb/ports`, `ddb/ports/<node>` | sets of keys: all, and of a master or provider | |
/// `ddb/bus/<bus>` | set of the keys of a bus | | `ddb/revision` | number of the last change | |
/// `ddb/changes`, `ddb/changes/<node>` | streams of changes: all, and of a master or provider | |
/// `ddb/lease/<node>`, `ddb/nodes` | hash of a lease; set of the nodes that ever had one |
///
/// What a script cannot do without is among its KEYS, so that the server checks the user's rights
/// to them before it begins: a script is done whole or not at all. Members of sets and owners whose
/// `<key>` is gone count for nothing.
namespace ddb::store::detail {

/// The entry of a port: {key, status, {field, value, ...}}, or {}. KEYS: key, entry.
constexpr std::string_view kGetScript = R"(
local status = redis.call('GET', KEYS[1])
if not status then return {} end
return {KEYS[1], status, redis.call('HGETALL', KEYS[2])}
)";

/// {id and mark of the last change, or '', {entry, ...}}. KEYS: set of keys, stream. ARGV: bus or
/// ''.
constexpr std::string_view kListScript = R"(
local entries = {}
local bus = ARGV[1] .. ':'
for _, key in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  if bus == ':' or key:sub(1, #bus) == bus then
    local status = redis.call('GET', key)
    if status then
      entries[#entries + 1] = {key, status, redis.call('HGETALL', 'ddb/entry/' .. key)}
    end
  end
end
local last = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)[1]
if not last then return {'', '', entries} end
return {last[1], last[2][2], entries}
)";

/// Makes, changes or removes an entry: {'done' or 'conflict', entry}.
/// KEYS: key, entry, ddb/revision, ddb/changes, stream of the master, stream of the provider; to
/// make one also owner, ddb/ports, set of the master, set of the provider. ARGV: mark; '1' if it is
/// tried again; status that must be there, or '' for none; revision that must be there, or ''; new
/// status, or '' for none; error; owner; set of the bus; how the bus's keys begin; protection; then
/// fields and values of the device, if any.
constexpr std::string_view kChangeScript = R"(
local key, details = KEYS[1], KEYS[2]
local mark, again, expected, revision, status, error_text, owner, bus, bus_of_master =
  ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8], ARGV[9]

local function entry_of(of)
  local there = redis.call('GET', of)
  if not there then return {} end
  return {of, there, redis.call('HGETALL', 'ddb/entry/' .. of)}
end

-- Was it done already, and only the answer lost?
if redis.call('HGET', details, 'mark') == mark then return {'done', entry_of(key)} end
if again == '1' then
  for _, change in ipairs(redis.call('XREVRANGE', KEYS[4], '+', '-', 'COUNT', 1000)) do
    if change[2][2] == mark then return {'done', entry_of(key)} end
  end
end

local was = redis.call('GET', key) or ''
if expected == '' then
  local other = redis.call('GET', owner)
  if other and redis.call('EXISTS', other) == 1 then return {'conflict', entry_of(other)} end
  -- One that is there tells whose the bus is: all of them have the same master.
  for _, member in ipairs(redis.call('SMEMBERS', bus)) do
    if redis.call('EXISTS', member) == 1 then
      if member:sub(1, #bus_of_master) ~= bus_of_master then return {'conflict', entry_of(member)} end
      break
    end
  end
end
if was ~= expected or
   (revision ~= '' and redis.call('HGET', details, 'revision') ~= revision) then
  return {'conflict', entry_of(key)}
end

local time = redis.call('TIME')
local since = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
if was == status then since = redis.call('HGET', details, 'since') or since end

-- Higher than all there is, even if one of the two keys was lost.
local number = tonumber(redis.call('GET', KEYS[3]) or 0)
local last = redis.call('XREVRANGE', KEYS[4], '+', '-', 'COUNT', 1)[1]
if last then number = math.max(number, tonumber(last[1]:match('^%d+'))) end
local number_text = string.format('%.0f', number + 1)

local protection = ''
if status == 'IMPORTED' then
  protection = ARGV[10]
  if protection == '' then protection = redis.call('HGET', details, 'protection') or '' end
end

local device = {}
for i = 11, #ARGV do device[#device + 1] = ARGV[i] end
if #device == 0 then
  for _, field in ipairs({'vendor', 'product', 'serial', 'name', 'digest'}) do
    local value = redis.call('HGET', details, field)
    if value then
      device[#device + 1] = field
      device[#device + 1] = value
    end
  end
end

local function tell(stream, most)
  return redis.pcall('XADD', stream, 'MAXLEN', '~', most, number_text .. '-0', 'mark', mark, 'key', key,
                     'was', was, 'status', status, 'since', since, 'error', error_text,
                     'protection', protection, unpack(device))
end

-- The first command that writes is one that a full server refuses (then nothing is done), except
-- that an entry can be removed from a full one.
if status == '' then redis.call('DEL', key, details) end
local told = tell(KEYS[4], 10000)
if told.err then return told end
for i = 5, 6 do
  if i == 5 or KEYS[6] ~= KEYS[5] then
    if tell(KEYS[i], 1000).err then
      redis.call('DEL', KEYS[i])
      tell(KEYS[i], 1000)
    end
  end
end
redis.call('SET', KEYS[3], number_text)
if status == '' then
  redis.pcall('DEL', owner)
  redis.pcall('SREM', bus, key)
  for i = 4, 6 do
    local set = KEYS[i]:gsub('changes', 'ports', 1)
    redis.pcall('SREM', set, key)
  end
  return {'done', {}}
end
redis.call('SET', key, status)
redis.call('HSET', details, 'revision', number_text, 'mark', mark, 'since', since, 'error', error_text,
           'protection', protection, unpack(device))
if expected == '' then
  redis.call('SET', owner, key)
  for i = 8, 11 do redis.call('SADD', KEYS[i], key) end
end
return {'done', entry_of(key)}
)";

/// Takes a lease: {'done' or 'conflict', holder, number}. KEYS: lease, ddb/nodes. ARGV: node,
/// holder, milliseconds that it lasts.
constexpr std::string_view kAcquireScript = R"(
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local lease = redis.call('HMGET', KEYS[1], 'holder', 'number', 'at', 'released')
local holder, number, at = lease[1], tonumber(lease[2] or 0), tonumber(lease[3] or 0)
if holder and holder ~= ARGV[2] and lease[4] == '0' and at + ARGV[3] > now then
  -- The clock was set back: without this it would last until the clock is there again.
  if at > now then redis.call('HSET', KEYS[1], 'at', string.format('%.0f', now)) end
  return {'conflict', holder, lease[2]}
end
local number_text = string.format('%.0f', number + 1)
redis.call('HSET', KEYS[1], 'holder', ARGV[2], 'number', number_text, 'renewals', '0',
           'at', string.format('%.0f', now), 'released', '0')
redis.call('SADD', KEYS[2], ARGV[1])
return {'done', ARGV[2], number_text}
)";

/// Renews or releases a lease: 1, or 0 if it is another. KEYS: lease. ARGV: holder, number, '1' to
/// release.
constexpr std::string_view kRenewScript = R"(
local lease = redis.call('HMGET', KEYS[1], 'holder', 'number', 'released')
if lease[1] ~= ARGV[1] or lease[2] ~= ARGV[2] or lease[3] ~= '0' then return 0 end
local time = redis.call('TIME')
redis.call('HSET', KEYS[1], 'at', string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000)),
           'released', ARGV[3])
redis.call('HINCRBY', KEYS[1], 'renewals', 1)
return 1
)";

/// {{node, holder, number, renewals, milliseconds left}, ...}. ARGV: milliseconds that a lease
/// lasts, then nodes; all if there are none.
constexpr std::string_view kLeasesScript = R"(
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local nodes = {}
for i = 2, #ARGV do nodes[#nodes + 1] = ARGV[i] end
if #nodes == 0 then nodes = redis.call('SMEMBERS', 'ddb/nodes') end
local leases = {}
for _, node in ipairs(nodes) do
  local lease = redis.call('HMGET', 'ddb/lease/' .. node, 'holder', 'number', 'renewals', 'at', 'released')
  if lease[1] and lease[5] == '0' then
    local left = math.min(math.max(lease[4] + ARGV[1] - now, 0), tonumber(ARGV[1]))
    leases[#leases + 1] = {node, lease[1], lease[2], lease[3], string.format('%.0f', left)}
  end
end
return leases
)";

}  // namespace ddb::store::detail

#endif  // DDB_STORE_REDIS_SCRIPTS_HPP
