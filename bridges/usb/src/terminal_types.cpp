// SPDX-License-Identifier: Apache-2.0
#include "terminal_types.hpp"

#include <algorithm>
#include <array>

namespace ddb::usb {

namespace {

// In rising order.
constexpr std::array kTypes = {
    TerminalType{0x0201, "microphone", "analog"},
    TerminalType{0x0202, "desktop_microphone", "analog"},
    TerminalType{0x0203, "personal_microphone", "analog"},
    TerminalType{0x0204, "omnidirectional_microphone", "analog"},
    TerminalType{0x0205, "microphone_array", "analog"},
    TerminalType{0x0206, "processing_microphone_array", "analog"},
    TerminalType{0x0301, "speaker", "analog"},
    TerminalType{0x0302, "headphones", "analog"},
    TerminalType{0x0303, "head_mounted_display_audio", "analog"},
    TerminalType{0x0304, "desktop_speaker", "analog"},
    TerminalType{0x0305, "room_speaker", "analog"},
    TerminalType{0x0306, "communication_speaker", "analog"},
    TerminalType{0x0307, "low_frequency_effects_speaker", "analog"},
    TerminalType{0x0401, "handset", "analog"},
    TerminalType{0x0402, "headset", "analog"},
    TerminalType{0x0403, "speakerphone", "analog"},
    TerminalType{0x0404, "echo_suppressing_speakerphone", "analog"},
    TerminalType{0x0405, "echo_cancelling_speakerphone", "analog"},
    TerminalType{0x0501, "phone_line", "analog"},
    TerminalType{0x0502, "telephone", "analog"},
    TerminalType{0x0503, "down_line_phone", "analog"},
    TerminalType{0x0601, "analog_connector", "analog"},
    TerminalType{0x0602, "digital_audio_interface", "digital"},
    TerminalType{0x0603, "line_connector", "analog"},
    TerminalType{0x0604, "legacy_audio_connector", "analog"},
    TerminalType{0x0605, "spdif_interface", "digital"},
    TerminalType{0x0606, "ieee_1394_da_stream", "digital"},
    TerminalType{0x0607, "ieee_1394_dv_stream_soundtrack", "digital"},
    TerminalType{0x0608, "adat_lightpipe", "digital"},
    TerminalType{0x0609, "tdif", "digital"},
    TerminalType{0x060a, "madi", "digital"},
    TerminalType{0x0701, "level_calibration_noise_source", {}},
    TerminalType{0x0702, "equalization_noise", {}},
    TerminalType{0x0703, "cd_player", {}},
    TerminalType{0x0704, "digital_audio_tape", {}},
    TerminalType{0x0705, "digital_compact_cassette", {}},
    TerminalType{0x0706, "minidisc", {}},
    TerminalType{0x0707, "analog_tape", "analog"},
    TerminalType{0x0708, "phonograph", "analog"},
    TerminalType{0x0709, "vcr_audio", {}},
    TerminalType{0x070a, "video_disc_audio", {}},
    TerminalType{0x070b, "dvd_audio", {}},
    TerminalType{0x070c, "tv_tuner_audio", {}},
    TerminalType{0x070d, "satellite_receiver_audio", {}},
    TerminalType{0x070e, "cable_tuner_audio", {}},
    TerminalType{0x070f, "dss_audio", {}},
    TerminalType{0x0710, "radio_receiver", {}},
    TerminalType{0x0711, "radio_transmitter", {}},
    TerminalType{0x0712, "multi_track_recorder", {}},
    TerminalType{0x0713, "synthesizer", {}},
    TerminalType{0x0714, "piano", {}},
    TerminalType{0x0715, "guitar", {}},
    TerminalType{0x0716, "drums", {}},
    TerminalType{0x0717, "other_musical_instrument", {}},
};

}  // namespace

TerminalType terminal_type(std::uint16_t number) noexcept {
  const auto found =
      std::lower_bound(kTypes.begin(), kTypes.end(), number,
                       [](const TerminalType& type, std::uint16_t it) { return type.number < it; });
  if (found != kTypes.end() && found->number == number) return *found;
  return {number, {}, {}};
}

}  // namespace ddb::usb
