// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USBIP_FAKE_KERNEL_HPP
#define DDB_TESTS_USBIP_FAKE_KERNEL_HPP

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "ddb/usbip/files.hpp"
#include "ddb/usbip/socket.hpp"
#include "ddb/usbip/vhci.hpp"

/// A sysfs in memory, behind which the usbip drivers of Linux 6.1 are played: bindings, connections
/// and the virtual controller behave as they do there.
namespace fake {

/// What is plugged in.
struct Device {
  std::string speed = "480";  ///< as sysfs writes it
  std::string vendor = "46f4";
  std::string product = "0001";
  std::string serial = "1-0000";
  std::string name = "QEMU USB HARDDRIVE";
  std::string device_class = "00";
  std::vector<std::string> interfaces = {"08 06 50"};  ///< class, subclass, protocol of each
  std::string descriptors = {};                        ///< as sysfs has them: bytes
};

/// Any number of threads may use it.
class Kernel : public ddb::usbip::Files {
 public:
  Kernel();

  /// Plugs a device in; its ordinary driver takes it, as it does in Linux even if usbip-host waits
  /// for the port.
  void plug(const std::string& port, const Device& device = {});
  /// Another device is there all at once, bound as the one before was: as after a quick replug,
  /// which usbip-host takes by itself.
  void swap(const std::string& port, const Device& device);
  /// Unplugs it; whoever uses it over the network loses it.
  void unplug(const std::string& port);
  /// Tells of each plug and unplug, from the thread that does it.
  void on_event(std::function<void(const std::string& port)> listener);

  /// All connections break without a word to the other side, as after a cut of the network.
  void cut_connections();
  /// The next attaches are accepted and then vanish, as seen with real kernels.
  void lose_attaches(int count) { lost_attaches_ = count; }
  /// A device needs so many looks at the status until it has its address.
  void set_slowness(int looks) { slowness_ = looks; }
  /// Attaches that were under way while another one was: must be none.
  int overlapping_attaches() const { return overlapping_; }
  /// How many attaches there were.
  unsigned attaches() const { return attaches_; }

  std::string driver_of(const std::string& port) const;  ///< empty without one
  std::set<std::string> match_list() const;
  std::vector<ddb::usbip::VhciPort> vhci() const;
  /// Everything that was written, as "path: text".
  std::vector<std::string> writes() const;

  std::atomic<bool> has_stub_driver{true};   ///< the module usbip-host is loaded
  std::atomic<bool> has_vhci{true};          ///< the module vhci_hcd is loaded
  std::atomic<bool> is_writable{true};       ///< by this user
  std::atomic<unsigned> controllers{1};      ///< of vhci
  std::atomic<unsigned> ports_of_a_kind{8};  ///< of each controller

  ddb::usbip::Result<std::string, std::error_code> read(const std::string& path) const override;
  ddb::usbip::Result<std::string, std::error_code> bytes(const std::string& path) const override;
  std::error_code write(const std::string& path, std::string_view text) override;
  ddb::usbip::Result<std::string, std::error_code> link(const std::string& path) const override;
  ddb::usbip::Result<std::vector<std::string>, std::error_code> list(
      const std::string& path) const override;

 private:
  struct Plugged {
    Device device;
    unsigned number = 0;
    std::string driver = "usb";
    mutable ddb::usbip::Socket connection;  // while it is lent
  };
  struct Attached {
    ddb::usbip::Socket connection;
    ddb::usbip::VhciPort port;
    int looks_left = 0;
    bool is_lost = false;
  };

  std::string attribute(const std::string& port, const Plugged& it, const std::string& name) const;
  std::string vhci_status(unsigned controller) const;
  std::error_code change(const std::string& path, const std::string& text);
  std::error_code attach(const std::string& text);
  std::error_code lend(const std::string& port, int socket);
  ddb::usbip::Socket keep(int socket) const;
  void look_at_connections() const;

  mutable std::mutex mutex_;
  std::map<std::string, Plugged> plugged_;
  std::set<std::string> matches_;
  mutable std::map<unsigned, Attached> attached_;
  mutable std::set<unsigned> new_;  // of these, those without an address yet
  ddb::usbip::Socket ends_;         // an epoll of all connections: readable when one has ended
  unsigned next_number_ = 2;
  std::vector<std::string> writes_;
  std::function<void(const std::string&)> listener_;
  std::atomic<int> lost_attaches_{0};
  std::atomic<int> slowness_{0};
  std::atomic<int> overlapping_{0};
  std::atomic<unsigned> attaches_{0};
};

}  // namespace fake

#endif  // DDB_TESTS_USBIP_FAKE_KERNEL_HPP
