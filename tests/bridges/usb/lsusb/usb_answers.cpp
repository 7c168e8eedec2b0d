// SPDX-License-Identifier: Apache-2.0
// For LD_PRELOAD: answers the control transfers of a program that uses libusb from files, since
// umockdev serves descriptors only. The folder is that of USB_ANSWERS; a file is named
// BUS-DEVICE-REQUEST-VALUE-INDEX, the first two in decimal, the others in hexadecimal digits. What
// has no file is answered as a device does that does not know the request.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <vector>

// As in libusb.h, which the tests do without.
extern "C" {
struct libusb_device;
struct libusb_device_handle;
libusb_device* libusb_get_device(libusb_device_handle* handle);
std::uint8_t libusb_get_bus_number(libusb_device* device);
std::uint8_t libusb_get_device_address(libusb_device* device);

[[gnu::visibility("default")]] int libusb_claim_interface(libusb_device_handle* /*handle*/,
                                                          int /*interface*/) {
  return 0;
}

[[gnu::visibility("default")]] int libusb_release_interface(libusb_device_handle* /*handle*/,
                                                            int /*interface*/) {
  return 0;
}

[[gnu::visibility("default")]] int libusb_control_transfer(
    libusb_device_handle* handle, std::uint8_t request_type, std::uint8_t request,
    std::uint16_t value, std::uint16_t index, unsigned char* data, std::uint16_t length,
    unsigned /*timeout*/) {
  constexpr int pipe_error = -9;  // LIBUSB_ERROR_PIPE
  const char* const folder = std::getenv("USB_ANSWERS");
  if (folder == nullptr) return pipe_error;
  libusb_device* const device = libusb_get_device(handle);
  std::array<char, 512> path{};
  std::snprintf(path.data(), path.size(), "%s/%u-%u-%02x%02x-%04x-%04x", folder,
                libusb_get_bus_number(device), libusb_get_device_address(device), request_type,
                request, value, index);
  std::ifstream file(path.data(), std::ios::binary);
  if (!file) return pipe_error;
  const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
  const std::size_t given = std::min<std::size_t>(bytes.size(), length);
  std::copy_n(bytes.begin(), given, reinterpret_cast<char*>(data));
  return static_cast<int>(given);
}
}
