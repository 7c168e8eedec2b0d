// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_AGENT_HOOK_HPP
#define DDB_AGENT_HOOK_HPP

#include <functional>
#include <string>
#include <vector>

namespace ddb::agent {

/// Which device is about to go where. All is text; what a device says of itself is hostile.
struct HookQuestion {
  std::string vendor;        ///< idVendor, four hexadecimal digits in lower case
  std::string product;       ///< idProduct, likewise
  std::string serial;        ///< as the device writes it; empty if it has none
  std::string name;          ///< what it calls itself
  std::string device_class;  ///< bDeviceClass, two hexadecimal digits: "00" leaves it to interfaces
  std::vector<std::string> interfaces;  ///< class:subclass:protocol of each: "08:06:50"
  std::string port;                     ///< of this node: "1-3"
  std::string master;                   ///< node that wants it, as its certificate says
  std::string provider;                 ///< this node

  friend bool operator==(const HookQuestion&, const HookQuestion&) = default;
};

/// Has the last word on who gets a device: an empty text lets the master have it, any other says
/// why not. Asked after all else has said yes, and before the device is touched; in a thread of its
/// own for each question. Must come to an answer within a bound of its own.
using Hook = std::function<std::string(const HookQuestion&)>;

}  // namespace ddb::agent

#endif  // DDB_AGENT_HOOK_HPP
