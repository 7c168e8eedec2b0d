// SPDX-License-Identifier: Apache-2.0
#include "ports.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <memory>
#include <stdexcept>

namespace ddb::bus::command {

using match::Colour;
using match::Terminal;
using store::Entry;
using store::Status;

namespace {

std::string protocol_of(const Which& which) {
  return which.protocol.empty() ? "usbip" : which.protocol;
}

bool is_meant(const std::string& wanted, const std::string& name) {
  return wanted.empty() || wanted == name;
}

// In the words of the command line.
std::string words_of(const Which& which) {
  std::string text;
  const auto add = [&](const char* word, const std::string& value) {
    if (!value.empty()) text += (text.empty() ? "" : " ") + std::string(word) + " " + value;
  };
  add("--bus", which.bus);
  add("--master", which.master);
  add("--provider", which.provider);
  add("--port", which.port);
  return text;
}

std::string formatted(const std::tm& time, const char* format) {
  std::array<char, 64> text{};
  return {text.data(), std::strftime(text.data(), text.size(), format, &time)};
}

}  // namespace

std::unique_ptr<store::Store> open_store(const std::string& url) {
  auto opened = store::open(url.empty() ? store::default_url() : url);
  for (const std::string& warning : opened->warnings()) tell("warning: " + warning);
  return opened;
}

store::Key key_of(const Which& which) {
  return {which.bus, which.master, protocol_of(which), which.provider, which.port};
}

Selection::Selection(Which which, const std::string& node) : which_(std::move(which)) {
  const auto check = [](std::string& name, std::string (*checked)(std::string_view)) {
    if (!name.empty()) name = checked(name);
  };
  check(which_.bus, &store::bus_name);
  check(which_.master, &store::node_name);
  check(which_.protocol, &store::protocol_name);
  check(which_.provider, &store::node_name);
  check(which_.port, &store::port_name);
  if (!which_.bus.empty()) filter_.bus = which_.bus;
  // The store looks for one node only.
  if (!which_.master.empty()) filter_.node = which_.master;
  if (!which_.provider.empty()) filter_.node = which_.provider;
  if (!node.empty()) filter_.node = store::node_name(node);
}

bool Selection::has(const store::Key& key) const {
  return filter_.matches(key) && is_meant(which_.master, key.master()) &&
         is_meant(which_.protocol, key.protocol()) && is_meant(which_.provider, key.provider()) &&
         is_meant(which_.port, key.port());
}

bool Selection::is_all() const {
  return !filter_.bus && !filter_.node && which_.protocol.empty() && which_.port.empty();
}

std::vector<Entry> entries_of(store::Store& store, const Selection& selection) {
  store::Listing listing = store.list(selection.filter());
  tell_complaints(listing);
  std::erase_if(listing.entries, [&](const Entry& it) { return !selection.has(it.key); });
  return std::move(listing.entries);
}

Entry entry_of(store::Store& store, const Which& which) {
  const std::vector<Entry> entries = entries_of(store, Selection(which));
  if (!entries.empty()) return entries.front();
  // A port that is on another bus than was said is worth a word.
  Which port;
  port.provider = which.provider;
  port.port = which.port;
  const std::vector<Entry> others = entries_of(store, Selection(port));
  if (others.empty()) {
    throw std::runtime_error("there is no port " + words_of(which) + " on any bus of " +
                             store.place() + "; 'ddb-bus list' shows what there is");
  }
  throw std::runtime_error("there is no port " + words_of(which) + "; this port is on the bus " +
                           others.front().key.bus() + " of " + others.front().key.master());
}

std::optional<store::Grace> grace_of_bus(const std::vector<Entry>& entries,
                                         const std::string& bus) {
  const auto found = std::ranges::find_if(
      entries, [&](const Entry& it) { return it.key.bus() == bus && it.grace.has_value(); });
  return found == entries.end() ? std::nullopt : found->grace;
}

std::string time_text(const Entry& entry) {
  const auto milliseconds = entry.since.time_since_epoch().count();
  const auto seconds = static_cast<std::time_t>(milliseconds / 1000);
  std::tm time{};
  gmtime_r(&seconds, &time);
  std::array<char, 16> fraction{};
  std::snprintf(fraction.data(), fraction.size(), ".%03dZ", static_cast<int>(milliseconds % 1000));
  return formatted(time, "%Y-%m-%dT%H:%M:%S") + fraction.data();
}

std::string local_time_text(const Entry& entry) {
  const auto seconds = static_cast<std::time_t>(entry.since.time_since_epoch().count() / 1000);
  std::tm time{};
  localtime_r(&seconds, &time);
  return formatted(time, "%Y-%m-%d %H:%M:%S");
}

std::string device_text(const Entry& entry) {
  if (!entry.device) return "";
  std::string text = entry.device->vendor + ":" + entry.device->product;
  if (!entry.device->name.empty()) text += " " + entry.device->name;
  return text;
}

Colour colour_of(Status status) {
  switch (status) {
    case Status::Added:
      return Colour::None;
    case Status::Exported:
      return Colour::Cyan;
    case Status::Imported:
      return Colour::Green;
    case Status::Disconnected:
      return Colour::Red;
    case Status::ToDelete:
      return Colour::Yellow;
    case Status::Deleted:
      break;
  }
  return Colour::Dim;
}

Colour protection_colour_of(const std::string& protection) {
  return protection == "clear" ? Colour::Yellow : Colour::None;
}

void print_thesis_line(const Entry& entry) {
  Terminal::output().write(entry.key.text() + " ");
  Terminal::output().write(store::status_name(entry.status), colour_of(entry.status));
  Terminal::output().write("\n");
}

void write_members(ddb::detail::JsonWriter& writer, const store::Key& key) {
  writer.member("key", key.text());
  writer.member("bus", key.bus());
  writer.member("master", key.master());
  writer.member("protocol", key.protocol());
  writer.member("provider", key.provider());
  writer.member("port", key.port());
}

void write_members(ddb::detail::JsonWriter& writer, const Entry& entry) {
  write_members(writer, entry.key);
  writer.member("status", store::status_name(entry.status));
  writer.member("since", time_text(entry));
  writer.key("error");
  if (entry.last_error.empty()) {
    writer.literal("null");
  } else {
    writer.value(entry.last_error);
  }
  writer.key("device");
  if (entry.device) {
    writer.begin('{');
    writer.member("vendor", entry.device->vendor);
    writer.member("product", entry.device->product);
    writer.member("serial", entry.device->serial);
    writer.member("name", entry.device->name);
    writer.member("digest", entry.device->digest);
    writer.end('}');
  } else {
    writer.literal("null");
  }
  writer.key("protection");
  if (entry.protection.empty()) {
    writer.literal("null");
  } else {
    writer.value(entry.protection);
  }
  writer.key("grace");
  if (!entry.grace) {
    writer.literal("null");
  } else if (entry.grace == store::kForEver) {
    writer.value("never");
  } else {
    writer.literal(store::grace_text(*entry.grace));
  }
  writer.key("revision");
  writer.literal(std::to_string(entry.revision.number));
}

void print_action(std::string_view action, const Entry& entry) {
  ddb::detail::JsonWriter writer;
  writer.begin('{');
  writer.member("action", action);
  write_members(writer, entry);
  writer.end('}');
  Terminal::output().write(writer.take() + "\n");
}

void tell(const std::string& sentence) {
  Terminal::error().write("ddb-bus: " + sentence + "\n");
  Terminal::error().flush();
}

void tell_complaints(const store::Listing& listing) {
  for (const std::string& complaint : listing.complaints) tell("warning: " + complaint);
}

}  // namespace ddb::bus::command
