// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_COMMAND_DEVICES_HPP
#define DDB_USB_COMMAND_DEVICES_HPP

#include <string>
#include <vector>

#include "commands.hpp"
#include "ddb/usb/live/device.hpp"
#include "ddb/usb/live/usb_ids.hpp"
#include "json_writer.hpp"

namespace ddb::usb::command {

/// Looks for devices, and tells on standard error what of them could not be read.
std::vector<live::SeenDevice> look(const Place& place);

/// Takes hubs away, unless files were named: then they are what is meant.
void leave_out_hubs(const Place& place, std::vector<live::SeenDevice>& devices);

/// Says on standard error that there is no device.
/// @param with_hubs whether hubs were looked for as well
void tell_none(bool with_hubs);

/// The one device that is meant.
/// @throws std::runtime_error: none is, or several are; the sentence has the candidates
live::SeenDevice choose(const std::vector<live::SeenDevice>& devices, const std::string& which,
                        const live::UsbIds& ids);

/// "046d:c52b"
std::string ids_text(const live::SeenDevice& device);
/// What people call it: its own strings, else the public list's names. No control characters.
std::string name_of(const live::SeenDevice& device, const live::UsbIds& ids);
/// What it does: "audio playback", "keyboard" ... each once, in the order of its interfaces.
std::vector<std::string> functions_of(const live::SeenDevice& device);
/// The drivers of its interfaces, each once; that of the device where it is no ordinary one.
std::vector<std::string> drivers_of(const live::SeenDevice& device);
/// "audio playback, keyboard"
std::string joined(const std::vector<std::string>& words);
/// "12 Mbit/s"; empty if it is not known.
std::string speed_text(const live::SeenDevice& device);
/// Says on standard error what of the device could not be read.
void tell_not_read(const live::SeenDevice& device);
/// Writes the members of a device: devices.schema.json.
void write_members(ddb::detail::JsonWriter& writer, const live::SeenDevice& device,
                   const live::UsbIds& ids);

}  // namespace ddb::usb::command

#endif  // DDB_USB_COMMAND_DEVICES_HPP
