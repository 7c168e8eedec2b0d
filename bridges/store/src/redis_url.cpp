// SPDX-License-Identifier: Apache-2.0
#include "redis_url.hpp"

#include <algorithm>
#include <cstddef>

#include "ddb/store/error.hpp"
#include "ddb/store/key.hpp"
#include "text.hpp"

namespace ddb::store::detail {

namespace {

constexpr std::string_view kScheme = "redis://";
constexpr std::string_view kPasswordFile = "password-file=";

// The URL may hold a password, so it is not quoted.
[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::Invalid, "the URL of the Redis server is not as it must be: " + why +
                                      "; write redis://[user:password@]host:port[/db]");
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// RFC 3986, section 2.1.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const bool is_whole = i + 2 < text.size();
    const int high = is_whole ? digit_of(text[i + 1]) : -1;
    const int low = is_whole ? digit_of(text[i + 2]) : -1;
    if (high < 0 || low < 0) refuse("a '%' is not followed by two hexadecimal digits");
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

bool is_number(std::string_view text, std::int64_t most) {
  return !text.empty() && text.size() <= 5 && number_of(text) >= 0 && number_of(text) <= most;
}

void read_user(RedisUrl& url, std::string_view text) {
  const std::size_t colon = text.find(':');
  url.user = decoded(text.substr(0, colon));
  if (colon != std::string_view::npos) url.password = decoded(text.substr(colon + 1));
}

void read_host(RedisUrl& url, std::string_view text) {
  std::size_t colon = text.rfind(':');
  if (!text.empty() && text.front() == '[') {
    const std::size_t bracket = text.find(']');
    if (bracket == std::string_view::npos) refuse("']' is missing");
    colon = bracket + 1 < text.size() ? bracket + 1 : std::string_view::npos;
    if (colon != std::string_view::npos && text[colon] != ':') refuse("':' must follow ']'");
  } else if (colon != std::string_view::npos && text.find(':') != colon) {
    refuse("an IPv6 address stands in brackets");
  }
  if (colon != std::string_view::npos) {
    url.port = std::string(text.substr(colon + 1));
    if (!is_number(url.port, 65535) || url.port == "0") {
      refuse(quoted(url.port) + " is no port; use a number from 1 to 65535");
    }
  }
  url.host = node_name(text.substr(0, colon));
  if (url.host.front() == '[') url.host = url.host.substr(1, url.host.size() - 2);
}

}  // namespace

std::string RedisUrl::place() const {
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return std::string(kScheme) + (is_ipv6 ? "[" + host + "]" : host) + ":" + port +
         (database.empty() ? "" : "/" + database);
}

RedisUrl parse_redis_url(std::string_view text) {
  if (!text.starts_with(kScheme)) refuse("it does not begin with redis://");
  text.remove_prefix(kScheme.size());
  RedisUrl url;
  // A password may hold '@', '/' and '?' only encoded, except that many write '@' as it is.
  const std::size_t query = text.find('?');
  if (query != std::string_view::npos) {
    const std::string_view option = text.substr(query + 1);
    if (!option.starts_with(kPasswordFile)) refuse("after '?' stands password-file=FILE");
    url.password_file = decoded(option.substr(kPasswordFile.size()));
    text = text.substr(0, query);
  }
  const std::size_t at = text.rfind('@');
  if (at != std::string_view::npos) {
    read_user(url, text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    url.database = std::string(text.substr(slash + 1));
    if (!url.database.empty() && !is_number(url.database, 99999)) {
      refuse(quoted(url.database) + " is no number of a database");
    }
    text = text.substr(0, slash);
  }
  read_host(url, text);
  return url;
}

}  // namespace ddb::store::detail
