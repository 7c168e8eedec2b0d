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
// sockaddr_un, without its last 0.
constexpr std::size_t kLongestSocket = 107;
constexpr std::int64_t kMostDatabase = 99999;
constexpr std::string_view kSocketScheme = "redis+unix://";

// The URL may hold a password, so it is not quoted.
[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorCode::Invalid, "the URL of the Redis server is not as it must be: " + why +
                                      "; write redis://[user:password@]host:port[/db] or "
                                      "redis+unix:///path, with ?login-file=FILE");
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

// A place is shown in terminals and logs, and is a URL: what is no plain character stands as its
// code.
std::string encoded(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "/-._~!$'()*+,;=:";
  std::string out;
  for (const char c : path) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                          (c >= 'A' && c <= 'Z') || kPlain.find(c) != std::string_view::npos;
    if (is_plain) {
      out += c;
      continue;
    }
    const auto code = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[code / 16];
    out += kDigits[code % 16];
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

void read_option(RedisUrl& url, std::string_view text) {
  const std::size_t equals = text.find('=');
  const std::string_view name = text.substr(0, equals);
  const std::string value =
      equals == std::string_view::npos ? "" : decoded(text.substr(equals + 1));
  if (name == "password-file" && !value.empty()) {
    url.password_file = value;
  } else if (name == "login-file" && !value.empty()) {
    url.login_file = value;
  } else if (name == "db" && is_number(value, kMostDatabase)) {
    url.database = value;
  } else {
    refuse("after '?' stand login-file=FILE, password-file=FILE and db=NUMBER, with '&' between");
  }
}

void read_place(RedisUrl& url, std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    const std::string_view database = text.substr(slash + 1);
    if (!database.empty()) {
      if (!is_number(database, kMostDatabase)) {
        refuse(quoted(database) + " is no number of a database");
      }
      url.database = database;
    }
    text = text.substr(0, slash);
  }
  read_host(url, text);
}

void read_socket(RedisUrl& url, std::string_view text) {
  url.socket = decoded(text);
  if (url.socket.empty() || url.socket.front() != '/') {
    refuse("the path of a socket begins with '/', so there are three of them");
  }
  if (url.socket.size() > kLongestSocket || url.socket.find('\0') != std::string::npos) {
    refuse("the path of a socket has at most " + std::to_string(kLongestSocket) + " characters");
  }
}

}  // namespace

std::string RedisUrl::place() const {
  if (!socket.empty()) {
    return std::string(kSocketScheme) + encoded(socket) +
           (database.empty() ? "" : "?db=" + database);
  }
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return std::string(kScheme) + (is_ipv6 ? "[" + host + "]" : host) + ":" + port +
         (database.empty() ? "" : "/" + database);
}

RedisUrl parse_redis_url(std::string_view text) {
  const bool is_socket = text.starts_with(kSocketScheme);
  if (!is_socket && !text.starts_with(kScheme)) refuse("it does not begin with redis://");
  text.remove_prefix((is_socket ? kSocketScheme : kScheme).size());
  RedisUrl url;
  // A password may hold '@', '/' and '?' only encoded, except that many write '@' as it is.
  if (const std::size_t query = text.find('?'); query != std::string_view::npos) {
    std::string_view options = text.substr(query + 1);
    text = text.substr(0, query);
    for (;;) {
      const std::size_t end = options.find('&');
      read_option(url, options.substr(0, end));
      if (end == std::string_view::npos) break;
      options.remove_prefix(end + 1);
    }
  }
  if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
    read_user(url, text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  if (!url.login_file.empty() && !(url.user + url.password + url.password_file).empty()) {
    refuse("user and password are in the login-file, or in the URL");
  }
  is_socket ? read_socket(url, text) : read_place(url, text);
  return url;
}

}  // namespace ddb::store::detail
