// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_TLS_FUZZ_TAMPER_HPP
#define DDB_TESTS_TLS_FUZZ_TAMPER_HPP

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <vector>

#include "pair.hpp"

/// What both targets are: two good nodes shake hands, and the input changes what one of them says.
///
/// The input is: how many edits; for each four bytes: where (two bytes, the first is the higher
/// one), how (of six), and a value; then what that node says after the handshake. With 255 for the
/// number there is no node: all the rest is said instead.
namespace tamper {

using Bytes = std::span<const std::uint8_t>;

inline void must(bool holds, const char* rule) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: broken: %s\n", rule);
  std::abort();
}

/// The nodes, made once.
struct Nodes {
  certificates::Authority authority;
  pair::Node master{authority, authority.issue_for(pair::kMaster), pair::kMaster};
  pair::Node provider{authority, authority.issue_for(pair::kProvider), pair::kProvider};
};

inline Nodes& nodes() {
  static Nodes all;
  return all;
}

struct Edit {
  std::size_t at = 0;
  std::uint8_t how = 0;
  std::uint8_t value = 0;
};

struct Input {
  explicit Input(Bytes bytes) {
    if (bytes.empty()) return;
    const std::size_t count = bytes.front();
    bytes = bytes.subspan(1);
    has_node = count != 255;
    for (std::size_t i = 0; has_node && i < count && bytes.size() >= 4; ++i) {
      edits.push_back({bytes[0] * std::size_t{256} + bytes[1], bytes[2], bytes[3]});
      bytes = bytes.subspan(4);
    }
    said = bytes;
  }
  bool has_node = false;
  std::vector<Edit> edits;
  Bytes said;
};

/// Passes on what one side says, with the edits; places are counted from its first byte.
class Tamperer {
 public:
  explicit Tamperer(std::vector<Edit> edits) : edits_(std::move(edits)) {
    std::sort(edits_.begin(), edits_.end(),
              [](const Edit& one, const Edit& other) { return one.at < other.at; });
  }

  std::vector<std::uint8_t> changed(Bytes bytes) {
    std::vector<std::uint8_t> out;
    for (const std::uint8_t byte : bytes) {
      std::uint8_t now = byte;
      bool is_dropped = is_cut_;
      for (; next_ < edits_.size() && edits_[next_].at == at_; ++next_) {
        const Edit& edit = edits_[next_];
        switch (edit.how % 6) {
          case 0:
            now = edit.value;
            break;
          case 1:
            now = static_cast<std::uint8_t>(now ^ (1U << (edit.value % 8U)));
            break;
          case 2:
            is_dropped = true;
            break;
          case 3:
            out.insert(out.end(), edit.value, now);
            break;
          case 4:
            out.push_back(edit.value);
            break;
          default:
            is_cut_ = true;
            is_dropped = true;
            break;
        }
      }
      ++at_;
      if (!is_dropped) out.push_back(now);
    }
    return out;
  }

 private:
  std::vector<Edit> edits_;
  std::size_t next_ = 0;
  std::size_t at_ = 0;
  bool is_cut_ = false;
};

/// What has come; not more than there is.
inline std::vector<std::uint8_t> received(int socket) {
  std::array<std::uint8_t, 16384> bytes{};
  const ssize_t got = recv(socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
  return {bytes.begin(), bytes.begin() + std::max<ssize_t>(got, 0)};
}

inline void say(int socket, Bytes bytes) {
  if (bytes.empty()) return;
  static_cast<void>(!send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT));
}

}  // namespace tamper

#endif  // DDB_TESTS_TLS_FUZZ_TAMPER_HPP
