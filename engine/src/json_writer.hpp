// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_SRC_JSON_WRITER_HPP
#define DDB_SRC_JSON_WRITER_HPP

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ddb/model.hpp"

/// Writing JSON, for the library and for ddb-match: what both print looks the same.
namespace ddb::detail {

/// Appends JSON with ", " and ": " between its parts, as the language's document shows it.
class JsonWriter {
 public:
  void begin(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
  }
  void end(char bracket) {
    text_ += bracket;
    first_ = false;
  }
  void key(std::string_view name) {
    separate();
    quote(name);
    text_ += ": ";
    first_ = true;
  }
  void value(std::string_view text) {
    separate();
    quote(text);
  }
  void literal(std::string_view text) {
    separate();
    text_ += text;
  }
  void member(std::string_view name, std::string_view text) {
    key(name);
    value(text);
  }
  void optional_value(const std::optional<std::string>& text) {
    if (text) {
      value(*text);
    } else {
      literal("null");
    }
  }
  void optional_member(std::string_view name, const std::optional<std::string>& text) {
    key(name);
    optional_value(text);
  }
  std::string take() { return std::move(text_); }

 private:
  void separate() {
    if (!first_) text_ += ", ";
    first_ = false;
  }

  void escape(unsigned char code) {
    static constexpr std::string_view kHexadecimal = "0123456789abcdef";
    text_ += "\\u00";
    text_ += kHexadecimal[code >> 4U];
    text_ += kHexadecimal[code & 0xFU];
  }

  // RFC 8259, section 7. Text from the engine is UTF-8 already. Control characters that JSON allows
  // are escaped too: a terminal obeys them.
  void quote(std::string_view text) {
    constexpr unsigned char kDelete = 0x7f;
    constexpr unsigned char kFirstOfC1 = 0xc2;  // of two bytes, the second from 0x80 to 0x9f
    text_ += '"';
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      const auto byte = static_cast<unsigned char>(c);
      const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
      switch (c) {
        case '"':
          text_ += "\\\"";
          break;
        case '\\':
          text_ += "\\\\";
          break;
        case '\n':
          text_ += "\\n";
          break;
        case '\t':
          text_ += "\\t";
          break;
        case '\r':
          text_ += "\\r";
          break;
        default:
          if (byte < 0x20 || byte == kDelete) {
            escape(byte);
          } else if (byte == kFirstOfC1 && next >= 0x80 && next < 0xa0) {
            escape(next);
            ++i;
          } else {
            text_ += c;
          }
      }
    }
    text_ += '"';
  }

  std::string text_;
  bool first_ = true;
};

/// Writes the members of an event.
struct EventMembers {
  JsonWriter& writer;

  void operator()(const SystemConnect& event) const {
    writer.member("type", "system_connect");
    writer.member("system", event.system.str());
  }
  void operator()(const SystemDisconnect& event) const {
    writer.member("type", "system_disconnect");
    writer.member("system", event.system.str());
  }
  void operator()(const DeviceConnect& event) const {
    writer.member("type", "device_connect");
    writer.member("system", event.system.str());
    writer.member("device", event.device.str());
    writer.member("spec", event.spec.str());
  }
  void operator()(const DeviceDisconnect& event) const {
    writer.member("type", "device_disconnect");
    writer.member("device", event.device.str());
  }
  void operator()(const RequesterCreate& event) const {
    writer.member("type", "requester_create");
    writer.member("system", event.system.str());
    writer.member("requester", event.requester.str());
    writer.member("spec", event.spec.str());
  }
  void operator()(const RequesterCancel& event) const {
    writer.member("type", "requester_cancel");
    writer.member("requester", event.requester.str());
  }
};

inline std::string_view name_of(OutletStatus status) {
  switch (status) {
    case OutletStatus::Threshold:
      return "threshold";
    case OutletStatus::Partial:
      return "partial";
    case OutletStatus::Inactive:
      break;
  }
  return "inactive";
}

/// A number that JSON can hold: exact where a decimal ends, else the nearest finite double, with
/// all the digits that tell it from others and without an exponent, as Rational writes it again.
inline std::string json_number(const Rational& value) {
  std::string text = value.str();
  if (text.find('r') == std::string::npos) return text;
  constexpr double kLargest = std::numeric_limits<double>::max();
  const double nearest = std::clamp(value.to_double(), -kLargest, kLargest);
  std::array<char, 512> digits{};
  const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), nearest,
                                    std::chars_format::fixed);
  return {digits.data(), result.ptr};
}

template <class Items, class Members>
void list(JsonWriter& writer, std::string_view name, const Items& items, const Members& members) {
  writer.key(name);
  writer.begin('[');
  for (const auto& item : items) {
    writer.begin('{');
    members(item);
    writer.end('}');
  }
  writer.end(']');
}

/// The text of a name that may be absent.
template <class Name>
std::optional<std::string> text_of(const std::optional<Name>& name) {
  return name ? std::optional(name->str()) : std::nullopt;
}

inline void members(JsonWriter& writer, const Transaction& transaction) {
  writer.member("requester", transaction.requester.str());
  writer.member("outlet", transaction.outlet.str());
  writer.member("alternative", transaction.alternative.str());
  writer.member("request", transaction.request.str());
  writer.member("request_group", transaction.request_group.str());
  writer.member("device", transaction.device.str());
  writer.member("device_group", transaction.device_group.str());
  writer.key("match_factor");
  writer.literal(json_number(transaction.match_factor));
}

inline void members(JsonWriter& writer, const OutletState& outlet) {
  writer.member("requester", outlet.requester.str());
  writer.member("outlet", outlet.outlet.str());
  writer.optional_member("active", text_of(outlet.active));
  writer.member("status", name_of(outlet.status));
}

inline void members(JsonWriter& writer, const RegistrationUnit& unit) {
  writer.member("device", unit.device.str());
  writer.member("unit", unit.unit.str());
  writer.key("available");
  writer.literal(unit.available ? "true" : "false");
}

}  // namespace ddb::detail

#endif  // DDB_SRC_JSON_WRITER_HPP
