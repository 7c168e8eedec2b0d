// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_RESOLVER_HPP
#define DDB_STORE_RESOLVER_HPP

#include <sys/socket.h>

#include <string>
#include <vector>

#include "waiting.hpp"

namespace ddb::store::detail {

/// An address to connect to.
class Address {
 public:
  Address(const sockaddr* address, socklen_t size);
  int family() const noexcept { return storage_.ss_family; }
  const sockaddr* get() const noexcept { return reinterpret_cast<const sockaddr*>(&storage_); }
  socklen_t size() const noexcept { return size_; }

 private:
  sockaddr_storage storage_{};
  socklen_t size_;
};

/// The addresses of a host, in the order in which they are to be tried. A name is looked up by a
/// thread that is left behind when the time is over, since the system's resolver has no bound to be
/// set.
/// @param place for messages
/// @throws ConnectionLost: the name is unknown; TimeOver
std::vector<Address> resolve(const std::string& host, const std::string& port,
                             Clock::time_point deadline, const std::string& place);

}  // namespace ddb::store::detail

#endif  // DDB_STORE_RESOLVER_HPP
