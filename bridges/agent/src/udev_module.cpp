// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/udev_module.hpp"

#include "ddb/usb/live/monitor.hpp"

namespace ddb::agent {

namespace {

class UdevModule : public DeviceModule {
 public:
  int descriptor() const override { return monitor_.descriptor(); }

  std::set<std::string> take() override {
    std::set<std::string> ports;
    for (const usb::live::Change& change : monitor_.take()) ports.insert(change.device.port);
    return ports;
  }

 private:
  usb::live::Monitor monitor_;
};

}  // namespace

std::unique_ptr<DeviceModule> udev_module() { return std::make_unique<UdevModule>(); }

}  // namespace ddb::agent
