// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USB_LIVE_BED_HPP
#define DDB_TESTS_USB_LIVE_BED_HPP

#include <umockdev.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "corpus.hpp"

/// Devices that this program's libudev and libusb take for real ones: umockdev.
namespace bed {

/// Where a device is plugged in, and the number that it has there.
struct Socket {
  unsigned bus = 1;
  std::string port = "1";  ///< below the bus: `3.2`
  unsigned address = 2;

  std::string name() const { return std::to_string(bus) + "-" + port; }
};

/// /sys, /dev and the events of this process, as long as it lives.
class Bed {
 public:
  Bed();

  /// Plugs in a recorded device: its folder, those of its interfaces, and the events.
  /// @param entry its bytes
  /// @param socket where
  /// @param more lines of umockdev's format that belong to the device
  void plug(const corpus::Entry& entry, const Socket& socket, const std::string& more = "");
  /// Unplugs a device: events, then its folders.
  void unplug(const corpus::Entry& entry, const Socket& socket);
  /// Sends the event that tells of a device again.
  void send(const Socket& socket, const char* action);
  /// Where the file really is.
  std::string real(const std::string& path) const;
  /// How many folders a device has with its interfaces and what hangs on them.
  static std::size_t folders(const corpus::Entry& entry);
  /// The folder in sysfs.
  static std::string folder(const Socket& socket);
  /// The device in /dev.
  static std::string node(const Socket& socket);
  UMockdevTestbed* get() const { return testbed_.get(); }

 private:
  struct Release {
    void operator()(UMockdevTestbed* it) const { g_object_unref(it); }
  };
  std::unique_ptr<UMockdevTestbed, Release> testbed_;
};

/// Whether the program runs under umockdev's library; if not, says what to do in the words that
/// make ctest skip the test.
bool is_there();

}  // namespace bed

#endif  // DDB_TESTS_USB_LIVE_BED_HPP
