// SPDX-License-Identifier: Apache-2.0
#include "libusb.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "ddb/usb/live/source.hpp"

namespace ddb::usb::live {

namespace {

// USB 3.2 allows seven, the root hub included.
constexpr int kDeepestPort = 7;

std::string port_of(libusb_device* device) {
  const std::string bus = std::to_string(libusb_get_bus_number(device));
  std::array<std::uint8_t, kDeepestPort> ports{};
  const int count = libusb_get_port_numbers(device, ports.data(), kDeepestPort);
  if (count == 0) return "usb" + bus;
  if (count < 0) return "";
  std::string port = bus;
  for (int i = 0; i < count; ++i) {
    port += i == 0 ? '-' : '.';
    port += std::to_string(ports[static_cast<std::size_t>(i)]);
  }
  return port;
}

std::optional<double> speed_of(libusb_device* device) {
  switch (libusb_get_device_speed(device)) {
    case LIBUSB_SPEED_LOW:
      return 1.5;
    case LIBUSB_SPEED_FULL:
      return 12;
    case LIBUSB_SPEED_HIGH:
      return 480;
    case LIBUSB_SPEED_SUPER:
      return 5000;
    case LIBUSB_SPEED_SUPER_PLUS:
      return 10000;
    default:
      return std::nullopt;
  }
}

// libusb has taken the descriptors apart, but for what is no standard descriptor; put together
// again, each is where it was as to its holder.
class Assembly {
 public:
  explicit Assembly(std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

  void add(const libusb_device_descriptor& it) {
    byte(it.bLength);
    byte(it.bDescriptorType);
    word(it.bcdUSB);
    byte(it.bDeviceClass);
    byte(it.bDeviceSubClass);
    byte(it.bDeviceProtocol);
    byte(it.bMaxPacketSize0);
    word(it.idVendor);
    word(it.idProduct);
    word(it.bcdDevice);
    byte(it.iManufacturer);
    byte(it.iProduct);
    byte(it.iSerialNumber);
    byte(it.bNumConfigurations);
  }

  void add(const libusb_config_descriptor& it) {
    byte(it.bLength);
    byte(it.bDescriptorType);
    word(it.wTotalLength);
    byte(it.bNumInterfaces);
    byte(it.bConfigurationValue);
    byte(it.iConfiguration);
    byte(it.bmAttributes);
    byte(it.MaxPower);
    run(it.extra, it.extra_length);
    for (int i = 0; i < it.bNumInterfaces; ++i) {
      const libusb_interface& interface = it.interface[i];
      for (int j = 0; j < interface.num_altsetting; ++j) add(interface.altsetting[j]);
    }
  }

 private:
  void byte(std::uint8_t value) { bytes_.push_back(value); }
  void word(std::uint16_t value) {
    byte(static_cast<std::uint8_t>(value & 0xffU));
    byte(static_cast<std::uint8_t>(value >> 8U));
  }
  void run(const std::uint8_t* begin, int length) {
    bytes_.insert(bytes_.end(), begin, begin + length);
  }

  void add(const libusb_interface_descriptor& it) {
    byte(it.bLength);
    byte(it.bDescriptorType);
    byte(it.bInterfaceNumber);
    byte(it.bAlternateSetting);
    byte(it.bNumEndpoints);
    byte(it.bInterfaceClass);
    byte(it.bInterfaceSubClass);
    byte(it.bInterfaceProtocol);
    byte(it.iInterface);
    run(it.extra, it.extra_length);
    for (int i = 0; i < it.bNumEndpoints; ++i) add(it.endpoint[i]);
  }

  void add(const libusb_endpoint_descriptor& it) {
    constexpr std::uint8_t kOfAudio = 9;
    byte(it.bLength);
    byte(it.bDescriptorType);
    byte(it.bEndpointAddress);
    byte(it.bmAttributes);
    word(it.wMaxPacketSize);
    byte(it.bInterval);
    if (it.bLength >= kOfAudio) {
      byte(it.bRefresh);
      byte(it.bSynchAddress);
    }
    run(it.extra, it.extra_length);
  }

  std::vector<std::uint8_t>& bytes_;
};

SeenDevice seen(libusb_device* device) {
  SeenDevice found;
  found.port = port_of(device);
  found.address = BusAddress{libusb_get_bus_number(device), libusb_get_device_address(device)};
  found.speed = speed_of(device);
  libusb_device_descriptor descriptor{};
  libusb_get_device_descriptor(device, &descriptor);
  found.vendor = descriptor.idVendor;
  found.product = descriptor.idProduct;
  found.release = descriptor.bcdDevice;
  found.device_class = {descriptor.bDeviceClass, descriptor.bDeviceSubClass,
                        descriptor.bDeviceProtocol};
  Assembly assembly(found.descriptors);
  assembly.add(descriptor);
  for (std::uint8_t i = 0; i < descriptor.bNumConfigurations; ++i) {
    libusb_config_descriptor* got = nullptr;
    const int code = libusb_get_config_descriptor(device, i, &got);
    const std::unique_ptr<libusb_config_descriptor, LibusbRelease> configuration(got);
    if (code == 0) {
      assembly.add(*configuration);
    } else {
      found.not_read.push_back("configuration " + std::to_string(i) + ": " + libusb_message(code));
    }
  }
  libusb_config_descriptor* active = nullptr;
  if (libusb_get_active_config_descriptor(device, &active) == 0) {
    const std::unique_ptr<libusb_config_descriptor, LibusbRelease> configuration(active);
    found.configured = configuration->bConfigurationValue;
    for (int i = 0; i < configuration->bNumInterfaces; ++i) {
      const libusb_interface& interface = configuration->interface[i];
      if (interface.num_altsetting == 0) continue;
      const libusb_interface_descriptor& setting = interface.altsetting[0];
      SeenInterface told;
      told.number = setting.bInterfaceNumber;
      told.interface_class = {setting.bInterfaceClass, setting.bInterfaceSubClass,
                              setting.bInterfaceProtocol};
      found.interfaces.push_back(std::move(told));
    }
  }
  return found;
}

class LibusbSource : public Source {
 public:
  Sighting look() override {
    Sighting sighting;
    for (const LibusbDevice& device : libusb_devices(context_)) {
      sighting.devices.push_back(seen(device.get()));
    }
    std::stable_sort(sighting.devices.begin(), sighting.devices.end(),
                     [](const SeenDevice& left, const SeenDevice& right) {
                       return port_before(left.port, right.port);
                     });
    return sighting;
  }

 private:
  LibusbContext context_;
};

}  // namespace

LibusbContext::LibusbContext() {
  const int code = libusb_init(&context_);
  if (code != 0) throw std::runtime_error("libusb cannot start: " + libusb_message(code));
}

std::vector<LibusbDevice> libusb_devices(const LibusbContext& context) {
  libusb_device** list = nullptr;
  const ssize_t count = libusb_get_device_list(context.get(), &list);
  if (count < 0) {
    throw std::runtime_error("libusb cannot list devices: " +
                             libusb_message(static_cast<int>(count)));
  }
  std::vector<LibusbDevice> devices;
  try {
    devices.reserve(static_cast<std::size_t>(count));
  } catch (...) {
    libusb_free_device_list(list, 1);
    throw;
  }
  for (ssize_t i = 0; i < count; ++i) devices.emplace_back(list[i]);
  libusb_free_device_list(list, 0);
  return devices;
}

std::string libusb_message(int code) { return libusb_strerror(static_cast<libusb_error>(code)); }

std::unique_ptr<Source> libusb_source() { return std::make_unique<LibusbSource>(); }

}  // namespace ddb::usb::live
