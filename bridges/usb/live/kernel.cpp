// SPDX-License-Identifier: Apache-2.0
#include "kernel.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "sysfs.hpp"
#include "udev.hpp"

namespace ddb::usb::live::detail {

namespace {

// Room for some ten thousand events. Without CAP_NET_ADMIN the system grants less.
constexpr int kReceiveBuffer = 16 << 20;

// What hangs on USB devices: the devices themselves and the nodes that programs open.
constexpr std::array kSubsystems = {"usb",   "usbmisc", "sound", "video4linux", "media",
                                    "input", "hidraw",  "block", "tty",         "net"};

std::optional<unsigned> number_of(std::string_view text) {
  unsigned number = 0;
  const char* const end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return number;
}

std::optional<BusAddress> address_of(udev_device* device) {
  const auto bus = number_of(text_or_empty(udev_device_get_property_value(device, "BUSNUM")));
  const auto address = number_of(text_or_empty(udev_device_get_property_value(device, "DEVNUM")));
  if (!bus || !address) return std::nullopt;
  return BusAddress{*bus, *address};
}

class RealKernel : public Kernel {
 public:
  explicit RealKernel(EventSender sender) : udev_(udev_new()) {
    const bool udev_runs = access("/run/udev/control", F_OK) == 0;
    listens_to_udev_ =
        sender == EventSender::Udev || (sender == EventSender::Automatic && udev_runs);
    if (!udev_) throw std::runtime_error("libudev cannot start: " + last_error());
    monitor_.reset(
        udev_monitor_new_from_netlink(udev_.get(), listens_to_udev_ ? "udev" : "kernel"));
    if (!monitor_) throw std::runtime_error("cannot listen for devices: " + last_error());
    for (const char* const subsystem : kSubsystems) {
      udev_monitor_filter_add_match_subsystem_devtype(monitor_.get(), subsystem, nullptr);
    }
    // A refusal leaves what the system gives to everybody.
    udev_monitor_set_receive_buffer_size(monitor_.get(), kReceiveBuffer);
    if (udev_monitor_enable_receiving(monitor_.get()) < 0) {
      throw std::runtime_error("cannot listen for devices: " + last_error());
    }
  }

  int descriptor() const override { return udev_monitor_get_fd(monitor_.get()); }

  Reception receive() override {
    errno = 0;
    const Handle<udev_device> device(udev_monitor_receive_device(monitor_.get()));
    if (!device) return errno == ENOBUFS ? Reception(Overflow{}) : Reception(NoEvent{});
    Uevent event;
    event.action = text_or_empty(udev_device_get_action(device.get()));
    event.folder = text_or_empty(udev_device_get_syspath(device.get()));
    event.is_device =
        std::string_view(text_or_empty(udev_device_get_devtype(device.get()))) == "usb_device";
    if (event.is_device) {
      event.address = address_of(device.get());
      event.product = text_or_empty(udev_device_get_property_value(device.get(), "PRODUCT"));
    }
    return event;
  }

  std::vector<Present> enumerate() override {
    std::vector<Present> found;
    const Handle<udev_enumerate> list(udev_enumerate_new(udev_.get()));
    if (!list) throw std::system_error(errno, std::generic_category(), "cannot list devices");
    udev_enumerate_add_match_subsystem(list.get(), "usb");
    udev_enumerate_add_match_property(list.get(), "DEVTYPE", "usb_device");
    // What cannot be scanned has no devices: there is no folder of USB before the first one comes.
    udev_enumerate_scan_devices(list.get());
    for (udev_list_entry* entry = udev_enumerate_get_list_entry(list.get()); entry != nullptr;
         entry = udev_list_entry_get_next(entry)) {
      const Handle<udev_device> device(
          udev_device_new_from_syspath(udev_.get(), udev_list_entry_get_name(entry)));
      if (!device) continue;
      Present present;
      present.folder = text_or_empty(udev_device_get_syspath(device.get()));
      present.address = live::address_in(present.folder);
      present.is_finished = !listens_to_udev_ || udev_device_get_is_initialized(device.get()) > 0;
      found.push_back(std::move(present));
    }
    return found;
  }

  std::optional<BusAddress> address_in(const std::string& folder) override {
    return live::address_in(folder);
  }

  std::optional<SeenDevice> read(const std::string& folder) override {
    std::optional<SeenDevice> device = read_folder(folder);
    // Every device has its number: a folder without is being taken down.
    if (device && !device->address) return std::nullopt;
    return device;
  }

 private:
  static std::string last_error() { return std::generic_category().message(errno); }

  Handle<udev> udev_;
  Handle<udev_monitor> monitor_;
  bool listens_to_udev_ = false;
};

}  // namespace

std::unique_ptr<Kernel> real_kernel(EventSender sender) {
  return std::make_unique<RealKernel>(sender);
}

}  // namespace ddb::usb::live::detail
