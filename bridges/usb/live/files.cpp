// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <stdexcept>
#include <utility>

#include "ddb/usb/live/source.hpp"
#include "file_bytes.hpp"
#include "hid_interfaces.hpp"

namespace ddb::usb::live {

namespace {

std::vector<std::uint8_t> must_read(const std::filesystem::path& path) {
  FileBytes file = read_file(path);
  if (file.failure) {
    throw std::runtime_error("cannot read '" + path.string() + "': " + file.failure.message());
  }
  return std::move(file.bytes);
}

class FileSource : public Source {
 public:
  explicit FileSource(Files files) : files_(std::move(files)) {}

  Sighting look() override {
    SeenDevice device;
    device.descriptors = must_read(files_.descriptors);
    if (!files_.bos.empty()) device.bos = must_read(files_.bos);
    const Device read = usb::read({.descriptors = device.descriptors}).device;
    if (read.descriptor) {
      device.vendor = read.descriptor->vendor;
      device.product = read.descriptor->product;
      device.release = read.descriptor->release;
      device.device_class = read.descriptor->device_class;
    }
    add_reports(read, device);
    Sighting sighting;
    sighting.devices.push_back(std::move(device));
    return sighting;
  }

 private:
  void add_reports(const Device& read, SeenDevice& device) const {
    std::vector<std::uint8_t> interfaces;
    for (const Configuration& configuration : read.configurations) {
      for (const std::uint8_t it : hid_interfaces(configuration)) interfaces.push_back(it);
    }
    for (std::size_t i = 0; i < files_.report_files.size(); ++i) {
      std::vector<std::uint8_t> bytes = must_read(files_.report_files[i]);
      if (i < interfaces.size()) {
        device.reports.push_back({interfaces[i], std::move(bytes)});
      } else {
        device.not_read.push_back(files_.report_files[i].string() +
                                  ": there is no HID descriptor that it belongs to");
      }
    }
  }

  Files files_;
};

}  // namespace

std::unique_ptr<Source> file_source(Files files) {
  return std::make_unique<FileSource>(std::move(files));
}

}  // namespace ddb::usb::live
