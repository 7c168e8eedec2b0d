// SPDX-License-Identifier: Apache-2.0
// The words for numbers, in one place: they are what people read, and they must agree.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "ddb/usb/device.hpp"
#include "ddb/usb/place.hpp"

namespace ddb::usb {

namespace {

constexpr const char* kUnknown = "unknown";

// The name at an index.
template <std::size_t Size>
const char* name_at(const std::array<const char*, Size>& names, std::size_t index) noexcept {
  return index < Size ? names[index] : kUnknown;
}

struct Named {
  std::uint32_t number = 0;
  const char* name = "";
};

template <std::size_t Size>
const char* name_of(const std::array<Named, Size>& names, std::uint32_t number) noexcept {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [number](const Named& it) { return it.number == number; });
  return found == names.end() ? kUnknown : found->name;
}

}  // namespace

const char* unread_name(Unread reason) noexcept {
  constexpr std::array names = {"unknown", "vendor specific", "too short",
                                "cut",     "misplaced",       "outside of every configuration"};
  return name_at(names, static_cast<std::size_t>(reason));
}

const char* severity_name(Severity severity) noexcept {
  return severity == Severity::Error ? "error" : "warning";
}

const char* class_name(std::uint8_t class_id) noexcept {
  static constexpr std::array names = {
      Named{0x00, "by interface"},
      Named{0x01, "audio"},
      Named{0x02, "communications"},
      Named{0x03, "human interface"},
      Named{0x05, "physical"},
      Named{0x06, "still image"},
      Named{0x07, "printer"},
      Named{0x08, "mass storage"},
      Named{0x09, "hub"},
      Named{0x0a, "communications data"},
      Named{0x0b, "smart card"},
      Named{0x0d, "content security"},
      Named{0x0e, "video"},
      Named{0x0f, "personal healthcare"},
      Named{0x10, "audio/video"},
      Named{0x11, "billboard"},
      Named{0x12, "Type-C bridge"},
      Named{0x13, "bulk display"},
      Named{0x14, "MCTP"},
      Named{0x3c, "I3C"},
      Named{0xdc, "diagnostic"},
      Named{0xe0, "wireless controller"},
      Named{0xef, "miscellaneous"},
      Named{0xfe, "application specific"},
      Named{0xff, "vendor specific"},
  };
  return name_of(names, class_id);
}

const char* transfer_type_name(TransferType type) noexcept {
  constexpr std::array names = {"control", "isochronous", "bulk", "interrupt"};
  return name_at(names, static_cast<std::size_t>(type));
}

const char* synchronization_name(Synchronization synchronization) noexcept {
  constexpr std::array names = {"none", "asynchronous", "adaptive", "synchronous"};
  return name_at(names, static_cast<std::size_t>(synchronization));
}

const char* endpoint_usage_name(EndpointUsage usage) noexcept {
  constexpr std::array names = {"data", "feedback", "implicit feedback", "reserved"};
  return name_at(names, static_cast<std::size_t>(usage));
}

// Tables 2-1 to 2-7 of the Terminal Types.
const char* terminal_type_name(std::uint16_t type) noexcept {
  static constexpr std::array names = {
      Named{0x0100, "USB"},
      Named{0x0101, "USB streaming"},
      Named{0x01ff, "USB vendor specific"},
      Named{0x0200, "input"},
      Named{0x0201, "microphone"},
      Named{0x0202, "desktop microphone"},
      Named{0x0203, "personal microphone"},
      Named{0x0204, "omnidirectional microphone"},
      Named{0x0205, "microphone array"},
      Named{0x0206, "processing microphone array"},
      Named{0x0300, "output"},
      Named{0x0301, "speaker"},
      Named{0x0302, "headphones"},
      Named{0x0303, "head mounted display"},
      Named{0x0304, "desktop speaker"},
      Named{0x0305, "room speaker"},
      Named{0x0306, "communication speaker"},
      Named{0x0307, "low frequency effects speaker"},
      Named{0x0400, "bidirectional"},
      Named{0x0401, "handset"},
      Named{0x0402, "headset"},
      Named{0x0403, "speakerphone"},
      Named{0x0404, "echo suppressing speakerphone"},
      Named{0x0405, "echo cancelling speakerphone"},
      Named{0x0500, "telephony"},
      Named{0x0501, "phone line"},
      Named{0x0502, "telephone"},
      Named{0x0503, "down line phone"},
      Named{0x0600, "external"},
      Named{0x0601, "analogue connector"},
      Named{0x0602, "digital audio interface"},
      Named{0x0603, "line connector"},
      Named{0x0604, "legacy audio connector"},
      Named{0x0605, "S/PDIF interface"},
      Named{0x0606, "1394 DA stream"},
      Named{0x0607, "1394 DV stream soundtrack"},
      Named{0x0608, "ADAT Lightpipe"},
      Named{0x0609, "TDIF"},
      Named{0x060a, "MADI"},
      Named{0x0700, "embedded"},
      Named{0x0701, "level calibration noise source"},
      Named{0x0702, "equalization noise"},
      Named{0x0703, "CD player"},
      Named{0x0704, "DAT"},
      Named{0x0705, "DCC"},
      Named{0x0706, "MiniDisc"},
      Named{0x0707, "analogue tape"},
      Named{0x0708, "phonograph"},
      Named{0x0709, "VCR audio"},
      Named{0x070a, "video disc audio"},
      Named{0x070b, "DVD audio"},
      Named{0x070c, "TV tuner audio"},
      Named{0x070d, "satellite receiver audio"},
      Named{0x070e, "cable tuner audio"},
      Named{0x070f, "DSS audio"},
      Named{0x0710, "radio receiver"},
      Named{0x0711, "radio transmitter"},
      Named{0x0712, "multi-track recorder"},
      Named{0x0713, "synthesizer"},
      Named{0x0714, "piano"},
      Named{0x0715, "guitar"},
      Named{0x0716, "drums"},
      Named{0x0717, "other musical instrument"},
  };
  return name_of(names, type);
}

namespace audio1 {

const char* feature_control_name(FeatureControl control) noexcept {
  constexpr std::array names = {
      "mute",           "volume", "bass",       "mid",     "treble", "graphic equalizer",
      "automatic gain", "delay",  "bass boost", "loudness"};
  return name_at(names, static_cast<std::size_t>(control));
}

const char* process_type_name(ProcessType type) noexcept {
  constexpr std::array names = {
      "undefined",     "up- or down-mix", "Dolby Pro Logic",         "stereo extender",
      "reverberation", "chorus",          "dynamic range compressor"};
  return name_at(names, static_cast<std::size_t>(type));
}

const char* format_tag_name(std::uint16_t tag) noexcept {
  static constexpr std::array names = {
      Named{0x0000, "type I undefined"},
      Named{0x0001, "PCM"},
      Named{0x0002, "PCM8"},
      Named{0x0003, "IEEE float"},
      Named{0x0004, "A-law"},
      Named{0x0005, "mu-law"},
      Named{0x1000, "type II undefined"},
      Named{0x1001, "MPEG"},
      Named{0x1002, "AC-3"},
      Named{0x2000, "type III undefined"},
      Named{0x2001, "IEC 61937 AC-3"},
      Named{0x2002, "IEC 61937 MPEG-1 layer 1"},
      Named{0x2003, "IEC 61937 MPEG-1 layer 2 or 3, or MPEG-2 without extension"},
      Named{0x2004, "IEC 61937 MPEG-2 with extension"},
      Named{0x2005, "IEC 61937 MPEG-2 layer 1, low sampling frequency"},
      Named{0x2006, "IEC 61937 MPEG-2 layer 2 or 3, low sampling frequency"},
  };
  return name_of(names, tag);
}

}  // namespace audio1

namespace audio2 {

const char* clock_type_name(ClockType type) noexcept {
  constexpr std::array names = {"external", "internal fixed", "internal variable",
                                "internal programmable"};
  return name_at(names, static_cast<std::size_t>(type));
}

const char* feature_control_name(FeatureControl control) noexcept {
  constexpr std::array names = {
      "mute",           "volume",    "bass",       "mid",      "treble",     "graphic equalizer",
      "automatic gain", "delay",     "bass boost", "loudness", "input gain", "input gain pad",
      "phase inverter", "underflow", "overflow"};
  return name_at(names, static_cast<std::size_t>(control));
}

const char* effect_type_name(EffectType type) noexcept {
  constexpr std::array names = {"undefined", "parametric equalizer", "reverberation",
                                "modulation delay", "dynamic range compressor"};
  return name_at(names, static_cast<std::size_t>(type));
}

const char* process_type_name(ProcessType type) noexcept {
  constexpr std::array names = {"undefined", "up- or down-mix", "Dolby Pro Logic",
                                "stereo extender"};
  return name_at(names, static_cast<std::size_t>(type));
}

const char* category_name(std::uint8_t category) noexcept {
  constexpr std::array names = {
      "undefined",     "desktop speaker",    "home theatre",    "microphone",
      "headset",       "telephone",          "converter",       "voice or sound recorder",
      "I/O box",       "musical instrument", "pro audio",       "audio and video",
      "control panel", "headphone",          "generic speaker", "headset adapter",
      "speakerphone"};
  return category == 0xff ? "other" : name_at(names, category);
}

}  // namespace audio2

const char* audio3::process_type_name(ProcessType type) noexcept {
  constexpr std::array names = {"undefined", "up- or down-mix", "stereo extender",
                                "multi-function"};
  return name_at(names, static_cast<std::size_t>(type));
}

namespace midi {

const char* jack_type_name(JackType type) noexcept {
  constexpr std::array names = {kUnknown, "embedded", "external"};
  return name_at(names, static_cast<std::size_t>(type));
}

const char* block_type_name(BlockType type) noexcept {
  constexpr std::array names = {"bidirectional", "input only", "output only"};
  return name_at(names, static_cast<std::size_t>(type));
}

}  // namespace midi

namespace hid {

const char* report_kind_name(ReportKind kind) noexcept {
  constexpr std::array names = {"input", "output", "feature"};
  return name_at(names, static_cast<std::size_t>(kind));
}

const char* collection_type_name(std::uint8_t type) noexcept {
  constexpr std::uint8_t first_of_vendors = 0x80;
  constexpr std::array names = {"physical",    "application",  "logical",       "report",
                                "named array", "usage switch", "usage modifier"};
  if (type >= first_of_vendors) return "vendor";
  return type < names.size() ? names.at(type) : "reserved";
}

}  // namespace hid

namespace video {

const char* terminal_type_name(std::uint16_t type) noexcept {
  static constexpr std::array names = {
      Named{0x0100, "USB vendor specific"},
      Named{0x0101, "USB streaming"},
      Named{0x0200, "input vendor specific"},
      Named{0x0201, "camera"},
      Named{0x0202, "media transport input"},
      Named{0x0300, "output vendor specific"},
      Named{0x0301, "display"},
      Named{0x0302, "media transport output"},
      Named{0x0400, "external vendor specific"},
      Named{0x0401, "composite connector"},
      Named{0x0402, "S-video connector"},
      Named{0x0403, "component connector"},
  };
  return name_of(names, type);
}

const char* camera_control_name(unsigned bit) noexcept {
  constexpr std::array names = {"scanning mode",
                                "auto-exposure mode",
                                "auto-exposure priority",
                                "exposure time (absolute)",
                                "exposure time (relative)",
                                "focus (absolute)",
                                "focus (relative)",
                                "iris (absolute)",
                                "iris (relative)",
                                "zoom (absolute)",
                                "zoom (relative)",
                                "pan and tilt (absolute)",
                                "pan and tilt (relative)",
                                "roll (absolute)",
                                "roll (relative)",
                                kUnknown,
                                kUnknown,
                                "focus, auto",
                                "privacy",
                                "focus, simple",
                                "window",
                                "region of interest"};
  return name_at(names, bit);
}

const char* processing_control_name(unsigned bit) noexcept {
  constexpr std::array names = {"brightness",
                                "contrast",
                                "hue",
                                "saturation",
                                "sharpness",
                                "gamma",
                                "white balance temperature",
                                "white balance component",
                                "backlight compensation",
                                "gain",
                                "power line frequency",
                                "hue, auto",
                                "white balance temperature, auto",
                                "white balance component, auto",
                                "digital multiplier",
                                "digital multiplier limit",
                                "analog video standard",
                                "analog video lock status",
                                "contrast, auto"};
  return name_at(names, bit);
}

const char* format_name(const Format& format) noexcept {
  constexpr std::array names = {"uncompressed", "MJPEG",        "frame based", "MPEG-2 TS",
                                "DV",           "stream based", "H.264"};
  return name_at(names, format.kind.index());
}

}  // namespace video

const char* cdc::functional_name(std::uint8_t subtype) noexcept {
  constexpr std::array names = {"header",
                                "call management",
                                "abstract control management",
                                "direct line management",
                                "telephone ringer",
                                "telephone call and line state reporting",
                                "union",
                                "country selection",
                                "telephone operational modes",
                                "USB terminal",
                                "network channel terminal",
                                "protocol unit",
                                "extension unit",
                                "multi-channel management",
                                "CAPI control management",
                                "Ethernet networking",
                                "ATM networking",
                                "wireless handset control",
                                "mobile direct line model",
                                "mobile direct line model detail",
                                "device management",
                                "OBEX",
                                "command set",
                                "command set detail",
                                "telephone control model",
                                "OBEX service identifier",
                                "network control model",
                                "mobile broadband",
                                "mobile broadband, extended"};
  return name_at(names, subtype);
}

const char* storage::pipe_name(Pipe pipe) noexcept {
  constexpr std::array names = {kUnknown, "command", "status", "data in", "data out"};
  return name_at(names, static_cast<std::size_t>(pipe));
}

namespace bos {

const char* capability_name(std::uint8_t type) noexcept {
  constexpr std::array names = {"reserved",
                                "wireless USB",
                                "USB 2.0 extension",
                                "SuperSpeed",
                                "container id",
                                "platform",
                                "power delivery",
                                "battery information",
                                "power delivery consumer port",
                                "power delivery provider port",
                                "SuperSpeedPlus",
                                "precision time measurement",
                                "wireless USB, extended",
                                "billboard",
                                "authentication",
                                "billboard mode",
                                "configuration summary"};
  return name_at(names, type);
}

const char* platform_name(const Uuid& id) noexcept {
  constexpr Uuid web_usb = {0x38, 0xb6, 0x08, 0x34, 0xa9, 0x09, 0xa0, 0x47,
                            0x8b, 0xfd, 0xa0, 0x76, 0x88, 0x15, 0xb6, 0x65};
  constexpr Uuid microsoft_os_2 = {0xdf, 0x60, 0xdd, 0xd8, 0x89, 0x45, 0xc7, 0x4c,
                                   0x9c, 0xd2, 0x65, 0x9d, 0x9e, 0x64, 0x8a, 0x9f};
  if (id == web_usb) return "WebUSB";
  return id == microsoft_os_2 ? "Microsoft OS 2.0" : kUnknown;
}

}  // namespace bos

}  // namespace ddb::usb
