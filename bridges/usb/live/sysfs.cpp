// SPDX-License-Identifier: Apache-2.0
#include "sysfs.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

#include "file_bytes.hpp"
#include "folder.hpp"
#include "sound_rates.hpp"
#include "utf8.hpp"

namespace ddb::usb::live {

namespace {

namespace fs = std::filesystem;

// A tree below an interface is some four folders deep and has some dozen of them.
constexpr unsigned kDeepest = 16;
constexpr std::size_t kMostFolders = 4096;

template <class Number>
std::optional<Number> parse(std::string_view text, int base) {
  // The kernel pads the alternate setting with a blank.
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const char* const end = text.data() + text.size();
  Number value{};
  std::from_chars_result result{};
  if constexpr (std::is_floating_point_v<Number>) {
    result = std::from_chars(text.data(), end, value);
  } else {
    result = std::from_chars(text.data(), end, value, base);
  }
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

std::string link_name(const fs::path& link) {
  std::error_code none;
  return fs::read_symlink(link, none).filename().string();
}

// The value of a key in a file of KEY=VALUE lines.
std::string value_of(std::string_view text, std::string_view key) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.starts_with(key) && line.substr(key.size()).starts_with('=')) {
      return std::string(line.substr(key.size() + 1));
    }
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return "";
}

// The folder of that name beside the one that is called sys; empty if the path has no such folder.
fs::path beside_sysfs(const fs::path& path, const char* name) {
  for (fs::path folder = path; folder.has_relative_path(); folder = folder.parent_path()) {
    if (folder.filename() == "sys") return folder.parent_path() / name;
  }
  return {};
}

/// Reads the files of one device, and collects what could not be read.
class DeviceFolder {
 public:
  DeviceFolder(fs::path folder, SeenDevice& device) : folder_(std::move(folder)), device_(device) {}

  void read() {
    device_.folder = folder_;
    device_.port = folder_.filename().string();
    device_.address = address_in(folder_);
    device_.descriptors = bytes(folder_ / "descriptors", Need::Must);
    device_.bos = bytes(folder_ / "bos_descriptors", Need::May);
    read_identity();
    device_.manufacturer_name = text(folder_ / "manufacturer");
    device_.product_name = text(folder_ / "product");
    device_.serial = text(folder_ / "serial");
    device_.driver = link_name(folder_ / "driver");
    device_.speed = speed();
    if (const auto authorized = file_number<unsigned>("authorized")) {
      device_.authorized = *authorized != 0;
    }
    device_.configured = file_number<std::uint8_t>("bConfigurationValue");
    read_interfaces();
    add_node(folder_, std::nullopt);
    std::sort(device_.nodes.begin(), device_.nodes.end());
    read_rates();
  }

 private:
  enum class Need { Must, May };

  void complain(const fs::path& file, const std::string& what) {
    device_.not_read.push_back(file.lexically_relative(folder_).string() + ": " + what);
  }

  std::vector<std::uint8_t> bytes(const fs::path& file, Need need) {
    FileBytes read = read_file(file);
    if (read.failure && (need == Need::Must || !read.is_missing())) {
      complain(file, "cannot read it: " + read.failure.message());
    }
    return std::move(read.bytes);
  }

  std::vector<std::string> names(const fs::path& folder) {
    std::error_code failure;
    std::vector<std::string> found = names_in(folder, failure);
    if (failure && failure != std::errc::no_such_file_or_directory) {
      complain(folder, "cannot look into it: " + failure.message());
    }
    return found;
  }

  // One line, without its end; empty if there is no such file.
  std::string text(const fs::path& file) {
    const std::vector<std::uint8_t> read = bytes(file, Need::May);
    std::string line(read.begin(), read.end());
    line.erase(std::min(line.find('\n'), line.size()));
    return repaired(line);
  }

  template <class Number>
  std::optional<Number> file_number(const fs::path& name, int base = 10) {
    const std::string line = text(folder_ / name);
    if (line.empty()) return std::nullopt;
    const std::optional<Number> value = parse<Number>(line, base);
    if (!value) complain(folder_ / name, "'" + line + "' is no number");
    return value;
  }

  // In Mbit/s. The kernel writes a word where it does not know.
  std::optional<double> speed() {
    const std::string line = text(folder_ / "speed");
    if (line.empty() || line == "unknown") return std::nullopt;
    const std::optional<double> value = parse<double>(line, 10);
    if (value && std::isfinite(*value) && *value > 0) return value;
    complain(folder_ / "speed", "'" + line + "' is no speed");
    return std::nullopt;
  }

  // The device descriptor has it all; where it cannot be read, the files of its fields do.
  void read_identity() {
    const std::vector<std::uint8_t>& bytes = device_.descriptors;
    constexpr std::size_t kDeviceDescriptor = 18;
    if (bytes.size() >= kDeviceDescriptor && bytes[1] == 1) {
      const auto word = [&](std::size_t at) {
        return static_cast<std::uint16_t>(bytes[at] | bytes[at + 1] << 8U);
      };
      device_.device_class = {bytes[4], bytes[5], bytes[6]};
      device_.vendor = word(8);
      device_.product = word(10);
      device_.release = word(12);
      return;
    }
    device_.device_class = {file_number<std::uint8_t>("bDeviceClass", 16).value_or(0),
                            file_number<std::uint8_t>("bDeviceSubClass", 16).value_or(0),
                            file_number<std::uint8_t>("bDeviceProtocol", 16).value_or(0)};
    device_.vendor = file_number<std::uint16_t>("idVendor", 16).value_or(0);
    device_.product = file_number<std::uint16_t>("idProduct", 16).value_or(0);
    device_.release = file_number<std::uint16_t>("bcdDevice", 16).value_or(0);
  }

  void read_interfaces() {
    for (const std::string& name : names(folder_)) {
      // Root hubs call their interfaces after their bus: 1-0:1.0.
      if (name.find(':') == std::string::npos) continue;
      const fs::path local(name);
      const auto interface = file_number<std::uint8_t>(local / "bInterfaceNumber", 16);
      if (!interface) continue;
      const fs::path folder = folder_ / name;
      SeenInterface seen;
      seen.number = *interface;
      seen.alternate = file_number<std::uint8_t>(local / "bAlternateSetting").value_or(0);
      seen.interface_class = {
          file_number<std::uint8_t>(local / "bInterfaceClass", 16).value_or(0),
          file_number<std::uint8_t>(local / "bInterfaceSubClass", 16).value_or(0),
          file_number<std::uint8_t>(local / "bInterfaceProtocol", 16).value_or(0)};
      seen.name = text(folder / "interface");
      seen.driver = link_name(folder / "driver");
      device_.interfaces.push_back(std::move(seen));
      read_children(folder, *interface, 0);
    }
    const auto by_number = [](const auto& left, const auto& right) {
      return left.number < right.number;
    };
    std::stable_sort(device_.interfaces.begin(), device_.interfaces.end(), by_number);
    std::stable_sort(device_.reports.begin(), device_.reports.end(),
                     [](const SeenReport& left, const SeenReport& right) {
                       return left.interface < right.interface;
                     });
  }

  // What the drivers have made of an interface. Links are not followed, so there are no circles.
  void read_children(const fs::path& folder, std::uint8_t interface, unsigned depth) {
    if (depth == kDeepest) return;
    for (const std::string& name : names(folder)) {
      const fs::path child = folder / name;
      std::error_code none;
      if (fs::symlink_status(child, none).type() != fs::file_type::directory) continue;
      if (++folders_ > kMostFolders) {
        if (folders_ == kMostFolders + 1) complain(folder, "there are too many folders in it");
        return;
      }
      if (depth == 0) add_report(child / "report_descriptor", interface);
      add_node(child, interface);
      read_children(child, interface, depth + 1);
    }
  }

  void add_report(const fs::path& file, std::uint8_t interface) {
    std::vector<std::uint8_t> read = bytes(file, Need::May);
    if (!read.empty()) device_.reports.push_back({interface, std::move(read)});
  }

  void add_node(const fs::path& folder, std::optional<std::uint8_t> interface) {
    const std::vector<std::uint8_t> read = read_file(folder / "uevent").bytes;
    const std::string_view text(reinterpret_cast<const char*>(read.data()), read.size());
    DeviceNode node;
    node.path = value_of(text, "DEVNAME");
    if (node.path.empty() && value_of(text, "INTERFACE").empty()) return;
    if (!node.path.empty() && node.path.front() != '/') node.path.insert(0, "/dev/");
    node.subsystem = link_name(folder / "subsystem");
    node.name = folder.filename().string();
    node.interface = interface;
    // An interface of USB has a key INTERFACE as well: its class.
    if (node.path.empty() && node.subsystem != "net") return;
    device_.nodes.push_back(std::move(node));
  }

  // The kernel keeps what it asked an audio device for in procfs, which stands beside sysfs.
  void read_rates() {
    const fs::path proc = beside_sysfs(folder_, "proc");
    if (proc.empty()) return;
    for (const DeviceNode& it : device_.nodes) {
      constexpr std::string_view kControl = "controlC";
      if (it.subsystem != "sound" || !it.name.starts_with(kControl)) continue;
      const fs::path card = proc / "asound" / ("card" + it.name.substr(kControl.size()));
      for (const std::string& name : names(card)) {
        if (!name.starts_with("stream")) continue;
        const std::vector<std::uint8_t> read = read_file(card / name).bytes;
        add_sound_rates({reinterpret_cast<const char*>(read.data()), read.size()}, device_.rates);
      }
    }
  }

  fs::path folder_;
  SeenDevice& device_;
  std::size_t folders_ = 0;
};

class SysfsSource : public Source {
 public:
  explicit SysfsSource(fs::path root) : root_(std::move(root)) {}

  Sighting look() override {
    const std::optional<fs::path> folder = folder_of_devices(root_);
    if (!folder) {
      throw std::runtime_error("there are no USB devices in '" + root_.string() +
                               "': it has no bus/usb/devices, and no folder with the name of a "
                               "port such as 1-3; name the folder that stands for /sys");
    }
    Sighting sighting;
    std::error_code failure;
    const std::vector<std::string> names = names_in(*folder, failure);
    if (failure) {
      sighting.not_read.push_back(folder->string() + ": cannot look into it: " + failure.message());
    }
    for (const std::string& name : names) {
      if (!is_port(name)) continue;
      const fs::path place = fs::canonical(*folder / name, failure);
      if (failure) {
        sighting.not_read.push_back((*folder / name).string() +
                                    ": cannot follow it: " + failure.message());
        continue;
      }
      if (std::optional<SeenDevice> device = read_folder(place)) {
        device->port = name;
        sighting.devices.push_back(std::move(*device));
      }
    }
    std::sort(sighting.devices.begin(), sighting.devices.end(),
              [](const SeenDevice& left, const SeenDevice& right) {
                return port_before(left.port, right.port);
              });
    return sighting;
  }

 private:
  fs::path root_;
};

}  // namespace

std::optional<BusAddress> address_in(const fs::path& folder) {
  const auto read = [&](const char* name) {
    const std::vector<std::uint8_t> bytes = read_file(folder / name).bytes;
    std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    text = text.substr(0, text.find('\n'));
    return parse<unsigned>(text, 10);
  };
  const std::optional<unsigned> bus = read("busnum");
  const std::optional<unsigned> address = read("devnum");
  if (!bus || !address) return std::nullopt;
  return BusAddress{*bus, *address};
}

std::optional<SeenDevice> read_folder(const fs::path& folder) {
  // The next device on the port may come while this one is read; it will not come each time.
  constexpr int kTries = 3;
  for (int i = 0; i < kTries; ++i) {
    std::error_code none;
    if (!fs::is_directory(folder, none)) return std::nullopt;
    SeenDevice device;
    DeviceFolder(folder, device).read();
    if (!fs::is_directory(folder, none)) return std::nullopt;
    if (device.address == address_in(folder)) return device;
  }
  return std::nullopt;
}

std::optional<fs::path> folder_of_devices(const fs::path& root) {
  std::error_code none;
  fs::path devices = root / "bus" / "usb" / "devices";
  if (fs::is_directory(devices, none)) return devices;
  const std::vector<std::string> names = names_in(root, none);
  if (std::any_of(names.begin(), names.end(), [](const std::string& it) { return is_port(it); })) {
    return root;
  }
  return std::nullopt;
}

std::unique_ptr<Source> sysfs_source(fs::path root) {
  return std::make_unique<SysfsSource>(std::move(root));
}

}  // namespace ddb::usb::live
