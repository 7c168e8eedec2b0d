// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/reading.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

#include "class_readers.hpp"
#include "field_reader.hpp"

namespace ddb::usb {

namespace {

// bDescriptorType: USB 2.0 table 9-5, USB 3.2 table 9-6.
constexpr std::uint8_t kDevice = 0x01;
constexpr std::uint8_t kConfiguration = 0x02;
constexpr std::uint8_t kInterface = 0x04;
constexpr std::uint8_t kEndpoint = 0x05;
constexpr std::uint8_t kOnTheGo = 0x09;
constexpr std::uint8_t kInterfaceAssociation = 0x0b;
constexpr std::uint8_t kSuperSpeedCompanion = 0x30;
constexpr std::uint8_t kIsochronousCompanion = 0x31;

/// A descriptor in the bytes.
struct Frame {
  std::uint32_t offset = 0;
  std::uint8_t length = 0;
  std::uint8_t type = 0;
};

ClassCode class_code(FieldReader& in) {
  ClassCode code;
  code.class_id = in.u8();
  code.subclass = in.u8();
  code.protocol = in.u8();
  return code;
}

DeviceDescriptor device_descriptor(FieldReader& in) {
  DeviceDescriptor device;
  device.usb_release = in.u16();
  device.device_class = class_code(in);
  device.maximum_packet_size = in.u8();
  device.vendor = in.u16();
  device.product = in.u16();
  device.release = in.u16();
  device.manufacturer_name = in.u8();
  device.product_name = in.u8();
  device.serial_number = in.u8();
  device.configurations = in.u8();
  return device;
}

Configuration configuration_descriptor(FieldReader& in) {
  Configuration configuration;
  configuration.total_length = in.u16();
  configuration.declared_interfaces = in.u8();
  configuration.value = in.u8();
  configuration.name = in.u8();
  configuration.attributes = in.u8();
  configuration.maximum_power = in.u8();
  return configuration;
}

AlternateSetting interface_descriptor(FieldReader& in) {
  AlternateSetting setting;
  setting.interface = in.u8();
  setting.alternate = in.u8();
  setting.declared_endpoints = in.u8();
  setting.interface_class = class_code(in);
  setting.name = in.u8();
  return setting;
}

Endpoint endpoint_descriptor(FieldReader& in) {
  Endpoint endpoint;
  endpoint.address = in.u8();
  endpoint.attributes = in.u8();
  endpoint.maximum_packet = in.u16();
  endpoint.interval = in.u8();
  if (in.left() >= 2) {
    AudioExtension audio;
    audio.refresh = in.u8();
    audio.synch_address = in.u8();
    endpoint.audio = audio;
  }
  return endpoint;
}

InterfaceAssociation interface_association(FieldReader& in) {
  InterfaceAssociation association;
  association.first_interface = in.u8();
  association.interfaces = in.u8();
  association.function_class = class_code(in);
  association.name = in.u8();
  return association;
}

OnTheGo on_the_go(FieldReader& in) {
  OnTheGo value;
  value.attributes = in.u8();
  if (in.left() > 0) value.release = in.u16();
  return value;
}

SuperSpeedCompanion super_speed_companion(FieldReader& in) {
  SuperSpeedCompanion companion;
  companion.maximum_burst = in.u8();
  companion.attributes = in.u8();
  companion.bytes_per_interval = in.u16();
  return companion;
}

IsochronousCompanion isochronous_companion(FieldReader& in) {
  IsochronousCompanion companion;
  companion.reserved = in.u16();
  companion.bytes_per_interval = in.u32();
  return companion;
}

// bInterfaceClass: USB-IF, "Defined Class Codes".
constexpr std::uint8_t kAudio = 0x01;
constexpr std::uint8_t kCommunications = 0x02;
constexpr std::uint8_t kHid = 0x03;
constexpr std::uint8_t kPhysical = 0x05;
constexpr std::uint8_t kPrinter = 0x07;
constexpr std::uint8_t kStorage = 0x08;
constexpr std::uint8_t kHub = 0x09;
constexpr std::uint8_t kCommunicationsData = 0x0a;
constexpr std::uint8_t kSmartCard = 0x0b;
constexpr std::uint8_t kVideo = 0x0e;
constexpr std::uint8_t kWireless = 0xe0;
constexpr std::uint8_t kMiscellaneous = 0xef;
constexpr std::uint8_t kApplication = 0xfe;
constexpr std::uint8_t kVendor = 0xff;

// Audio 1 has protocol 0; Linux takes what it does not know for audio 1, and such devices are
// there.
template <class First, class Second, class Third>
FunctionDetails audio_details(std::uint8_t protocol) {
  constexpr std::uint8_t version2 = 0x20;
  constexpr std::uint8_t version3 = 0x30;
  if (protocol == version2) return Second{};
  if (protocol == version3) return Third{};
  return First{};
}

FunctionDetails details_of_audio(const ClassCode& code) {
  switch (code.subclass) {
    case 0x01:
      return audio_details<audio1::Control, audio2::Control, audio3::Control>(code.protocol);
    case 0x02:
      return audio_details<audio1::Streaming, audio2::Streaming, audio3::Streaming>(code.protocol);
    case 0x03:
      return midi::Streaming{};
    default:
      return std::monostate{};
  }
}

FunctionDetails details_of_video(const ClassCode& code) {
  if (code.subclass == 0x01) return video::Control{};
  if (code.subclass == 0x02) return video::Streaming{};
  return std::monostate{};
}

/// An empty value of what an interface of this class holds.
FunctionDetails details_of(const ClassCode& code) {
  constexpr ClassCode rndis_wireless = {kWireless, 0x01, 0x03};
  constexpr std::uint8_t rndis_miscellaneous = 0x04;
  constexpr std::uint8_t ipp = 0x04;
  switch (code.class_id) {
    case kAudio:
      return details_of_audio(code);
    case kCommunications:
    case kCommunicationsData:
      return cdc::Function{};
    case kHid:
    case kPhysical:
      return hid::Function{};
    case kPrinter:
      if (code.protocol == ipp) return printer::Function{};
      break;
    case kHub:
      return hub::Function{};
    case kSmartCard:
      return ccid::Function{};
    case kVideo:
      return details_of_video(code);
    case kWireless:
      if (code == rndis_wireless) return cdc::Function{};
      break;
    case kMiscellaneous:
      if (code.subclass == rndis_miscellaneous) return cdc::Function{};
      break;
    case kApplication:
      if (code.subclass == 0x01) return dfu::Function{};
      break;
    default:
      break;
  }
  return std::monostate{};
}

bool read_details(Context& context, FieldReader in, AlternateSetting& setting) {
  if (setting.interface_class.class_id == kStorage) return read_storage_descriptor(context, in);
  return std::visit(
      [&](auto& details) {
        if constexpr (std::is_same_v<std::decay_t<decltype(details)>, std::monostate>) {
          return false;
        } else {
          return read_class_descriptor(context, in, details);
        }
      },
      setting.details);
}

/// Reads the file of a device.
class Reader {
 public:
  Reader(std::span<const std::uint8_t> bytes, Device& device, Collector& complaints)
      : bytes_(bytes), device_(device), complaints_(complaints) {}

  void read() {
    std::size_t at = read_device();
    device_.configurations.reserve(count_configurations(at));
    while (at < bytes_.size()) {
      const std::size_t length = bytes_[at];
      const bool whole = length >= 2 && length <= bytes_.size() - at;
      if (!whole) return keep_rest(at);
      at = bytes_[at + 1] == kConfiguration ? read_configuration(at) : skip_stray(at);
    }
    check_configurations();
  }

  /// The HID descriptors in the order of the bytes: place, and where to write which report
  /// descriptor belongs to it.
  const std::vector<hid::Function*>& hid_functions() const noexcept { return hid_functions_; }

 private:
  FieldReader reader_at(std::size_t at) const {
    return {bytes_.subspan(at, bytes_[at]), static_cast<std::uint32_t>(at)};
  }

  // Returns where the configurations begin.
  std::size_t read_device() {
    if (bytes_.empty()) {
      complaints_.error(0, "there are no bytes: a device descriptor has 18");
      return 0;
    }
    if (bytes_.size() >= 2 && bytes_[0] >= 2 && bytes_[1] == kConfiguration) {
      complaints_.warn(0, "the bytes begin with a configuration: the device descriptor is missing");
      return 0;
    }
    if (bytes_.size() < 2 || bytes_[0] < 2 || bytes_[0] > bytes_.size()) {
      complaints_.error(0, "a device descriptor has 18 bytes; here it says ", bytes_[0], ", and ",
                        bytes_.size(), " are there");
      return 0;
    }
    FieldReader in = reader_at(0);
    if (in.type() != kDevice) {
      complaints_.error(0, "the bytes begin with a descriptor of type ", Hex{in.type()},
                        ": the device descriptor is missing");
      return 0;
    }
    Context context{complaints_, device_.not_understood};
    keep_once(context, in, device_.descriptor, device_descriptor(in), "device descriptor");
    return bytes_[0];
  }

  std::size_t count_configurations(std::size_t at) const {
    std::size_t count = 0;
    for (; at < bytes_.size() && bytes_[at] >= 2 && bytes_[at] <= bytes_.size() - at;
         at += bytes_[at]) {
      if (bytes_[at + 1] == kConfiguration) ++count;
    }
    return count;
  }

  void keep_rest(std::size_t at) {
    Context context{complaints_, device_.not_understood};
    const std::size_t left = bytes_.size() - at;
    cut(context, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(left)}, bytes_[at]);
  }

  std::size_t skip_stray(std::size_t at) {
    const FieldReader in = reader_at(at);
    complaints_.error(in.offset(), "a descriptor of type ", Hex{in.type()},
                      " outside of every configuration");
    device_.not_understood.push_back({in.extent(), in.type(), Unread::Outside});
    return at + in.length();
  }

  void check_configurations() {
    if (!device_.descriptor) return;
    const std::size_t found = device_.configurations.size();
    if (found == device_.descriptor->configurations) return;
    complaints_.error(0, "the device says that it has ",
                      Count{device_.descriptor->configurations, "configuration"}, ", and it has ",
                      found);
  }

  // Returns where it ends.
  std::size_t read_configuration(std::size_t at) {
    FieldReader in = reader_at(at);
    Configuration configuration = configuration_descriptor(in);
    Context context{complaints_, device_.not_understood};
    if (!finish(context, in, configuration.place, "configuration descriptor")) {
      return at + in.length();
    }
    const std::size_t left = bytes_.size() - at;
    const std::size_t header = in.length();
    const std::size_t total = configuration.total_length;
    if (total < header) {
      complaints_.error(in.offset(), "the configuration says that it has ", Count{total, "byte"},
                        " in all, less than its own descriptor");
    } else if (total > left) {
      complaints_.error(in.offset(), "the configuration says that it has ", Count{total, "byte"},
                        " in all, and is cut after ", left);
    }
    const std::size_t length = std::clamp(total, header, left);
    configuration.extent = {in.offset(), static_cast<std::uint32_t>(length)};
    device_.configurations.push_back(std::move(configuration));
    fill_configuration(device_.configurations.back(), at + header, at + length);
    check(device_.configurations.back(), complaints_);
    return at + length;
  }

  void fill_configuration(Configuration& configuration, std::size_t begin, std::size_t end) {
    std::vector<Frame> frames = frames_between(begin, end, configuration);
    reserve(configuration, frames);
    auto at = frames.begin();
    while (at != frames.end()) {
      if (at->type == kInterface) {
        const auto next = std::find_if(at + 1, frames.end(),
                                       [](const Frame& frame) { return frame.type == kInterface; });
        read_setting(configuration, {at, next});
        at = next;
      } else {
        read_of_configuration(configuration, *at);
        ++at;
      }
    }
  }

  std::vector<Frame> frames_between(std::size_t begin, std::size_t end,
                                    Configuration& configuration) {
    std::vector<Frame> frames;
    const std::span<const std::uint8_t> bytes = bytes_.subspan(begin, end - begin);
    std::size_t count = 0;
    for_each_frame(
        bytes, 0, [&](const FieldReader& /*frame*/) { ++count; },
        [](Extent /*rest*/, std::uint8_t /*length*/) {});
    frames.reserve(count);
    Context context{complaints_, configuration.not_understood};
    for_each_frame(
        bytes, static_cast<std::uint32_t>(begin),
        [&](const FieldReader& in) {
          frames.push_back({in.offset(), static_cast<std::uint8_t>(in.length()), in.type()});
        },
        [&](Extent rest, std::uint8_t length) { cut(context, rest, length); });
    return frames;
  }

  // As many as there will be: lists that grow would take up to three times the memory.
  void reserve(Configuration& configuration, const std::vector<Frame>& frames) {
    constexpr std::uint8_t number = 2;  // offset of bInterfaceNumber
    std::array<std::uint32_t, 256> settings{};
    std::size_t interfaces = 0;
    std::size_t associations = 0;
    for (const Frame& frame : frames) {
      if (frame.type == kInterfaceAssociation) ++associations;
      if (frame.type != kInterface || frame.length <= number) continue;
      if (settings[bytes_[frame.offset + number]]++ == 0) ++interfaces;
    }
    configuration.associations.reserve(associations);
    configuration.interfaces.reserve(interfaces);
    settings_of_ = settings;
    interface_index_.fill(-1);
  }

  // What stands before the first interface, or belongs to no interface wherever it stands.
  void read_of_configuration(Configuration& configuration, const Frame& frame) {
    FieldReader in = reader_at(frame.offset);
    Context context{complaints_, configuration.not_understood};
    switch (frame.type) {
      case kInterfaceAssociation:
        keep(context, in, configuration.associations, interface_association(in),
             "interface association");
        break;
      case kOnTheGo:
        keep_once(context, in, configuration.on_the_go, on_the_go(in), "On-The-Go descriptor");
        break;
      case kConfiguration:
        misplace(context, in, "configuration descriptor", "stands inside another configuration");
        break;
      case kDevice:
        misplace(context, in, "device descriptor", "stands inside a configuration");
        break;
      case kEndpoint:
        misplace(context, in, "endpoint", "stands before any interface");
        break;
      default:
        complaints_.warn(in.offset(), "a descriptor of type ", Hex{in.type()},
                         " that belongs to no interface");
        configuration.not_understood.push_back({in.extent(), in.type(), Unread::Unknown});
        break;
    }
  }

  AlternateSetting& add_setting(Configuration& configuration, AlternateSetting setting) {
    std::int16_t& index = interface_index_[setting.interface];
    if (index < 0) {
      index = static_cast<std::int16_t>(configuration.interfaces.size());
      configuration.interfaces.push_back({setting.interface, {}});
      configuration.interfaces.back().settings.reserve(settings_of_[setting.interface]);
    }
    auto& settings = configuration.interfaces[static_cast<std::size_t>(index)].settings;
    settings.push_back(std::move(setting));
    return settings.back();
  }

  void read_setting(Configuration& configuration, std::span<const Frame> frames) {
    FieldReader in = reader_at(frames.front().offset);
    AlternateSetting setting = interface_descriptor(in);
    Context context{complaints_, configuration.not_understood};
    if (!finish(context, in, setting.place, "interface descriptor")) {
      keep_of_lost_interface(configuration, frames.subspan(1));
      return;
    }
    setting.details = details_of(setting.interface_class);
    complain_of_protocol(setting);
    fill_setting(configuration, add_setting(configuration, std::move(setting)), frames.subspan(1));
  }

  void keep_of_lost_interface(Configuration& configuration, std::span<const Frame> frames) {
    for (const Frame& frame : frames) {
      configuration.not_understood.push_back(
          {{frame.offset, frame.length}, frame.type, Unread::Misplaced});
    }
  }

  void complain_of_protocol(const AlternateSetting& setting) {
    constexpr std::uint8_t midi = 0x03;
    const ClassCode& code = setting.interface_class;
    if (code.class_id != kAudio || code.subclass == midi || code.protocol == 0x00 ||
        code.protocol == 0x20 || code.protocol == 0x30) {
      return;
    }
    complaints_.warn(setting.place.offset, "the audio protocol ", Hex{code.protocol},
                     " is not defined: it is read as audio 1");
  }

  void fill_setting(Configuration& configuration, AlternateSetting& setting,
                    std::span<const Frame> frames) {
    setting.endpoints.reserve(static_cast<std::size_t>(std::count_if(
        frames.begin(), frames.end(), [](const Frame& frame) { return frame.type == kEndpoint; })));
    Context context{complaints_, setting.not_understood};
    std::vector<Frame> early;  // class-specific endpoint descriptors before their endpoint
    for (const Frame& frame : frames) {
      FieldReader in = reader_at(frame.offset);
      switch (frame.type) {
        case kEndpoint:
          add_endpoint(context, setting, in);
          for (const Frame& waiting : std::exchange(early, {})) {
            read_of_class(context, setting, reader_at(waiting.offset));
          }
          break;
        case kSuperSpeedCompanion:
          add_companion(context, in, &Endpoint::companion, super_speed_companion(in),
                        "SuperSpeed endpoint companion");
          break;
        case kIsochronousCompanion:
          add_companion(context, in, &Endpoint::isochronous, isochronous_companion(in),
                        "SuperSpeedPlus isochronous endpoint companion");
          break;
        case kInterfaceAssociation:
        case kOnTheGo:
        case kConfiguration:
        case kDevice:
          read_of_configuration(configuration, frame);
          break;
        case kClassSpecificEndpoint:
          if (context.endpoint == nullptr && has_class_descriptors(setting)) {
            early.push_back(frame);
            break;
          }
          [[fallthrough]];
        default:
          read_of_class(context, setting, in);
          break;
      }
    }
    for (const Frame& waiting : early) {
      read_of_class(context, setting, reader_at(waiting.offset));
    }
    if (auto* function = std::get_if<hid::Function>(&setting.details)) {
      if (function->place.length > 0) hid_functions_.push_back(function);
    }
  }

  static bool has_class_descriptors(const AlternateSetting& setting) {
    return !std::holds_alternative<std::monostate>(setting.details);
  }

  void add_endpoint(Context& context, AlternateSetting& setting, FieldReader in) {
    const std::size_t before = setting.endpoints.size();
    keep(context, in, setting.endpoints, endpoint_descriptor(in), "endpoint descriptor");
    // What follows an endpoint that could not be read belongs to none.
    context.endpoint = setting.endpoints.size() > before ? &setting.endpoints.back() : nullptr;
  }

  template <class Companion>
  void add_companion(Context& context, const FieldReader& in,
                     std::optional<Companion> Endpoint::*slot, Companion companion,
                     const char* what) {
    if (context.endpoint == nullptr) {
      misplace(context, in, what, "stands before any endpoint");
    } else {
      keep_once(context, in, context.endpoint->*slot, std::move(companion), what);
    }
  }

  void read_of_class(Context& context, AlternateSetting& setting, const FieldReader& in) {
    if (read_details(context, in, setting)) return;
    const std::uint8_t class_id = setting.interface_class.class_id;
    if (class_id == kVendor) {
      context.not_understood.push_back({in.extent(), in.type(), Unread::Vendor});
      return;
    }
    if (in.type() == kClassSpecificInterface || in.type() == kClassSpecificEndpoint) {
      complaints_.warn(in.offset(), "a class-specific descriptor of type ", Hex{in.type()},
                       ", subtype ", Hex{in.peek()}, " that the class \"", class_name(class_id),
                       "\" does not define");
    } else {
      complaints_.warn(in.offset(), "a descriptor of type ", Hex{in.type()}, " that the class \"",
                       class_name(class_id), "\" does not define");
    }
    context.not_understood.push_back({in.extent(), in.type(), Unread::Unknown});
  }

  std::span<const std::uint8_t> bytes_;
  Device& device_;
  Collector& complaints_;
  std::vector<hid::Function*> hid_functions_;
  // Of the configuration that is being read, by interface number.
  std::array<std::uint32_t, 256> settings_of_{};
  std::array<std::int16_t, 256> interface_index_{};
};

constexpr std::uint8_t kReportType = 0x22;

/// What was given need not be what the HID descriptor announces.
void check_report_length(const hid::Function& function, std::size_t given, Collector& complaints) {
  const auto entry =
      std::find_if(function.descriptors.begin(), function.descriptors.end(),
                   [](const hid::ClassDescriptor& it) { return it.type == kReportType; });
  if (entry == function.descriptors.end()) {
    complaints.warn(function.place.offset, "the HID descriptor announces no report descriptor");
  } else if (entry->length != given) {
    complaints.warn(function.place.offset, "the HID descriptor announces a report descriptor of ",
                    entry->length, " bytes, and ", given, " were given");
  }
}

void sort(std::vector<Complaint>& complaints) {
  std::stable_sort(complaints.begin(), complaints.end(),
                   [](const Complaint& left, const Complaint& right) {
                     return std::tie(left.source, left.number, left.offset) <
                            std::tie(right.source, right.number, right.offset);
                   });
}

/// Offsets have 32 bits; no device has that much to say.
std::span<const std::uint8_t> bounded(std::span<const std::uint8_t> bytes) {
  return bytes.first(
      std::min<std::size_t>(bytes.size(), std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

bool Reading::failed() const noexcept {
  return std::any_of(complaints.begin(), complaints.end(),
                     [](const Complaint& it) { return it.severity == Severity::Error; });
}

std::span<const std::uint8_t> Device::bytes_of(Extent extent) const noexcept {
  const std::size_t offset = std::min<std::size_t>(extent.offset, bytes.size());
  return std::span(bytes).subspan(offset,
                                  std::min<std::size_t>(extent.length, bytes.size() - offset));
}

const Interface* Configuration::find(std::uint8_t number) const noexcept {
  const auto found =
      std::find_if(interfaces.begin(), interfaces.end(),
                   [number](const Interface& interface) { return interface.number == number; });
  return found == interfaces.end() ? nullptr : &*found;
}

Reading read(const Input& input) {
  Reading reading;
  Device& device = reading.device;
  const std::span<const std::uint8_t> descriptors = bounded(input.descriptors);
  device.bytes.assign(descriptors.begin(), descriptors.end());
  Collector complaints(reading.complaints, reading.complaints_left_out, Source::Descriptors);
  Reader reader(descriptors, device, complaints);
  reader.read();

  const std::vector<hid::Function*>& functions = reader.hid_functions();
  device.report_descriptors.reserve(input.report_descriptors.size());
  for (std::size_t number = 0; number < input.report_descriptors.size(); ++number) {
    const std::span<const std::uint8_t> bytes = bounded(input.report_descriptors[number]);
    Collector of_report(reading.complaints, reading.complaints_left_out, Source::ReportDescriptor,
                        static_cast<std::uint32_t>(number));
    if (bytes.empty()) {
      device.report_descriptors.emplace_back();
      continue;
    }
    device.report_descriptors.push_back(read_report(bytes, of_report));
    if (number < functions.size()) {
      functions[number]->report = number;
      check_report_length(*functions[number], bytes.size(), complaints);
    } else {
      of_report.warn(0, "there is no HID descriptor that this report descriptor belongs to");
    }
  }

  if (!input.bos.empty()) {
    Collector of_bos(reading.complaints, reading.complaints_left_out, Source::Bos);
    device.bos = read_bos(bounded(input.bos), of_bos);
  }
  sort(reading.complaints);
  return reading;
}

}  // namespace ddb::usb
