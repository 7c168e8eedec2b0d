// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_LIVE_SOUND_RATES_HPP
#define DDB_USB_LIVE_SOUND_RATES_HPP

#include <string_view>
#include <vector>

#include "ddb/usb/live/device.hpp"

namespace ddb::usb::live {

/// Adds the rates in a file /proc/asound/card*/stream*, each once: what the driver snd-usb-audio
/// writes of each setting, in proc_dump_substream_formats() of Linux's sound/usb/proc.c. What is
/// written otherwise is passed over.
void add_sound_rates(std::string_view text, std::vector<SeenRates>& rates);

}  // namespace ddb::usb::live

#endif  // DDB_USB_LIVE_SOUND_RATES_HPP
