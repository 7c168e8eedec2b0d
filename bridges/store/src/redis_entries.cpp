// SPDX-License-Identifier: Apache-2.0
#include "redis_entries.hpp"

#include <algorithm>

#include "text.hpp"

namespace ddb::store::detail {

namespace {

std::int64_t not_negative(std::int64_t number) { return std::max<std::int64_t>(number, 0); }

// A node may have written it with commands of its own: it must not steer a terminal either.
std::string shown(const Value& fields, const char* name) {
  return storable(fields.field(name).text());
}

Entry read_entry(const std::string& name, const std::string& status_text, const Value& fields) {
  const Key key = Key::parse(name);
  const std::optional<Status> status = status_of(status_text);
  if (!status) {
    throw Error(ErrorCode::Damaged, "the port " + quoted(name) + " holds " + quoted(status_text) +
                                        ", which is no status; remove it with 'redis-cli del " +
                                        key.text() + "' and add it again");
  }
  Entry entry{key,
              *status,
              time_of(not_negative(fields.field("since").number())),
              shown(fields, "error"),
              std::nullopt,
              {static_cast<std::uint64_t>(not_negative(fields.field("revision").number())),
               fields.field("mark").text()},
              shown(fields, "protection"),
              stored_grace(fields.field("grace").text())};
  if (!fields.field("vendor").is_nil()) {
    entry.device =
        DeviceIdentity{shown(fields, "vendor"), shown(fields, "product"), shown(fields, "serial"),
                       shown(fields, "name"), shown(fields, "digest")};
  }
  return entry;
}

}  // namespace

std::string details_key(const Key& key) { return "ddb/entry/" + key.text(); }

std::string stream_key(const std::optional<std::string>& node) {
  return node ? "ddb/changes/" + *node : "ddb/changes";
}

std::string set_key(const std::optional<std::string>& node) {
  return node ? "ddb/ports/" + *node : "ddb/ports";
}

std::optional<Entry> entry_of(const Value& value) {
  if (value.size() < 3) return std::nullopt;
  return read_entry(value.at(0).text(), value.at(1).text(), value.at(2));
}

Listing listing_of(const Value& value) {
  Listing listing;
  listing.revision = {revision_number(value.at(0).text()), value.at(1).text()};
  if (listing.revision.number == 0) listing.revision = {0, std::string(kStart)};
  for (std::size_t i = 0; i < value.at(2).size(); ++i) {
    try {
      if (auto entry = entry_of(value.at(2).at(i))) listing.entries.push_back(std::move(*entry));
    } catch (const Error& error) {
      listing.complaints.emplace_back(error.what());
    }
  }
  std::sort(listing.entries.begin(), listing.entries.end(),
            [](const Entry& one, const Entry& other) { return one.key < other.key; });
  return listing;
}

Recorded change_of(const Value& value) {
  const Value fields = value.at(1);
  const Revision revision{revision_number(value.at(0).text()), fields.field("mark").text()};
  try {
    const Key key = Key::parse(fields.field("key").text());
    const std::string status = fields.field("status").text();
    std::optional<Entry> entry;
    if (!status.empty()) {
      entry = read_entry(key.text(), status, fields);
      entry->revision = revision;
    }
    return {revision, Change{key, status_of(fields.field("was").text()), entry, revision, true}};
  } catch (const Error&) {
    return {revision, std::nullopt};
  }
}

std::uint64_t revision_number(const std::string& id) {
  return static_cast<std::uint64_t>(not_negative(number_of(id.substr(0, id.find('-')))));
}

}  // namespace ddb::store::detail
