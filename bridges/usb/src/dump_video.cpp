// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "dump_classes.hpp"
#include "nodes.hpp"

namespace ddb::usb::dump_tree {

namespace {

using namespace video;

void fill(Filler& out, const Header& it) {
  out.release("bcdUVC", it.release);
  out.number("wTotalLength", it.total_length);
  out.number("dwClockFrequency", it.clock_frequency, "Hz");
  out.number("bInCollection", it.interfaces.size());
  out.list("baInterfaceNr", it.interfaces);
}

std::string control_names(const std::vector<std::uint8_t>& controls,
                          const char* (*name)(unsigned) noexcept) {
  std::string text;
  for (unsigned bit = 0; bit < 8 * controls.size(); ++bit) {
    if ((controls[bit / 8] >> bit % 8 & 1U) == 0) continue;
    if (!text.empty()) text += ", ";
    text += name(bit);
  }
  return text;
}

void fill_details(Filler& out, const TerminalDetails& details) {
  if (const auto* camera = std::get_if<Camera>(&details)) {
    out.number("wObjectiveFocalLengthMin", camera->focal_length_minimum);
    out.number("wObjectiveFocalLengthMax", camera->focal_length_maximum);
    out.number("wOcularFocalLength", camera->ocular_focal_length);
    out.number("bControlSize", camera->controls.size());
    out.hex_list("bmControls", camera->controls,
                 control_names(camera->controls, camera_control_name));
  } else if (const auto* transport = std::get_if<MediaTransport>(&details)) {
    out.number("bControlSize", transport->controls.size());
    out.hex_list("bmControls", transport->controls);
    out.number("bTransportModeSize", transport->modes.size());
    out.hex_list("bmTransportModes", transport->modes);
  }
}

void fill(Filler& out, const InputTerminal& it) {
  out.number("bTerminalID", it.id);
  out.hex("wTerminalType", it.terminal_type, video::terminal_type_name(it.terminal_type));
  out.number("bAssocTerminal", it.associated_terminal);
  out.string("iTerminal", it.name);
  fill_details(out, it.details);
}

void fill(Filler& out, const OutputTerminal& it) {
  out.number("bTerminalID", it.id);
  out.hex("wTerminalType", it.terminal_type, video::terminal_type_name(it.terminal_type));
  out.number("bAssocTerminal", it.associated_terminal);
  out.number("bSourceID", it.source);
  out.string("iTerminal", it.name);
  fill_details(out, it.details);
}

void fill(Filler& out, const SelectorUnit& it) {
  out.number("bUnitID", it.id);
  out.number("bNrInPins", it.sources.size());
  out.list("baSourceID", it.sources);
  out.string("iSelector", it.name);
}

void fill(Filler& out, const ProcessingUnit& it) {
  out.number("bUnitID", it.id);
  out.number("bSourceID", it.source);
  out.number("wMaxMultiplier", it.maximum_multiplier, "hundredths");
  out.number("bControlSize", it.controls.size());
  out.hex_list("bmControls", it.controls, control_names(it.controls, processing_control_name));
  out.string("iProcessing", it.name);
  if (it.video_standards) out.hex("bmVideoStandards", *it.video_standards);
}

void fill(Filler& out, const EncodingUnit& it) {
  out.number("bUnitID", it.id);
  out.number("bSourceID", it.source);
  out.string("iEncoding", it.name);
  out.number("bControlSize", it.control_size);
  out.hex("bmControls", it.controls);
  out.hex("bmControlsRuntime", it.runtime_controls);
}

void fill(Filler& out, const ExtensionUnit& it) {
  out.number("bUnitID", it.id);
  out.text("guidExtensionCode", guid(it.extension_code));
  out.number("bNumControls", it.control_count);
  out.number("bNrInPins", it.sources.size());
  out.list("baSourceID", it.sources);
  out.number("bControlSize", it.controls.size());
  out.hex_list("bmControls", it.controls);
  out.string("iExtension", it.name);
}

void fill(Filler& out, const InputHeader& it) {
  out.number("bNumFormats", it.formats);
  out.number("wTotalLength", it.total_length);
  out.hex("bEndpointAddress", it.endpoint);
  out.number("bmInfo", it.info);
  out.number("bTerminalLink", it.terminal_link);
  out.number("bStillCaptureMethod", it.still_capture_method);
  out.number("bTriggerSupport", it.trigger_support);
  out.number("bTriggerUsage", it.trigger_usage);
  out.number("bControlSize", it.control_size);
  out.list("bmaControls", it.controls);
}

void fill(Filler& out, const OutputHeader& it) {
  out.number("bNumFormats", it.formats);
  out.number("wTotalLength", it.total_length);
  out.hex("bEndpointAddress", it.endpoint);
  out.number("bTerminalLink", it.terminal_link);
  out.number("bControlSize", it.control_size);
  out.list("bmaControls", it.controls);
}

/// The four characters that a format begins with, if they are letters and digits.
std::string four_characters(const Guid& format) {
  std::string text;
  for (std::size_t at = 0; at < 4; ++at) {
    const auto character = static_cast<char>(format[at]);
    const bool good = (character >= '0' && character <= '9') ||
                      (character >= 'A' && character <= 'Z') ||
                      (character >= 'a' && character <= 'z');
    if (!good) return "";
    text += character;
  }
  return text;
}

void fill_common(Filler& out, const FormatCommon& it) {
  out.number("bDefaultFrameIndex", it.default_frame);
  out.number("bAspectRatioX", it.aspect_ratio_x);
  out.number("bAspectRatioY", it.aspect_ratio_y);
  out.hex("bmInterlaceFlags", it.interlace_flags);
  out.number("bCopyProtect", it.copy_protect);
}

void fill_kind(Filler& out, const Uncompressed& it) {
  out.text("guidFormat", guid(it.format), four_characters(it.format));
  out.number("bBitsPerPixel", it.bits_per_pixel);
  fill_common(out, it.common);
}

void fill_kind(Filler& out, const MotionJpeg& it) {
  out.number("bFlags", it.flags);
  fill_common(out, it.common);
}

void fill_kind(Filler& out, const FrameBased& it) {
  out.text("guidFormat", guid(it.format), four_characters(it.format));
  out.number("bBitsPerPixel", it.bits_per_pixel);
  fill_common(out, it.common);
  out.number("bVariableSize", it.variable_size);
}

void fill_kind(Filler& out, const Mpeg2Transport& it) {
  out.number("bDataOffset", it.data_offset);
  out.number("bPacketLength", it.packet_length);
  out.number("bStrideLength", it.stride_length);
  if (it.stride) out.text("guidStrideFormat", guid(*it.stride));
}

void fill_kind(Filler& out, const Dv& it) {
  out.number("dwMaxVideoFrameBufferSize", it.maximum_frame_size);
  out.hex("bFormatType", it.format_type);
}

void fill_kind(Filler& out, const StreamBased& it) {
  out.text("guidFormat", guid(it.format), four_characters(it.format));
  out.number("dwPacketLength", it.packet_length);
}

void fill_kind(Filler& out, const H264& it) {
  out.number("bDefaultFrameIndex", it.default_frame);
  out.number("bMaxCodecConfigDelay", it.maximum_configuration_delay);
  out.hex("bmSupportedSliceModes", it.slice_modes);
  out.hex("bmSupportedSyncFrameTypes", it.sync_frame_types);
  out.number("bResolutionScaling", it.resolution_scaling);
  out.number("Reserved1", it.reserved);
  out.hex("bmSupportedRateControlModes", it.rate_control_modes);
  out.list("wMaxMBperSec", it.maximum_macroblock_rates);
}

/// In frames a second, for people.
std::string rate_meaning(std::uint32_t interval) {
  constexpr std::uint32_t second = 10'000'000;
  if (interval == 0) return "";
  const std::uint64_t hundredths = std::uint64_t{second} * 100 / interval;
  const std::string rest = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + '.' + (rest.size() < 2 ? "0" : "") + rest + " fps";
}

void fill_intervals(Filler& out, const Frame& it) {
  out.number("bFrameIntervalType", it.interval_type);
  if (const auto* range = std::get_if<IntervalRange>(&it.intervals)) {
    out.number("dwMinFrameInterval", range->minimum, rate_meaning(range->minimum));
    out.number("dwMaxFrameInterval", range->maximum, rate_meaning(range->maximum));
    out.number("dwFrameIntervalStep", range->step);
    return;
  }
  const auto& list = std::get<std::vector<std::uint32_t>>(it.intervals);
  std::string rates;
  for (const std::uint32_t interval : list) {
    rates += (rates.empty() ? "" : ", ") + rate_meaning(interval);
  }
  out.list("dwFrameInterval", list, std::move(rates));
}

void fill(Filler& out, const Frame& it) {
  out.number("bFrameIndex", it.index);
  out.hex("bmCapabilities", it.capabilities);
  out.number("wWidth", it.width);
  out.number("wHeight", it.height);
  if (it.h264) {
    out.number("wSARwidth", it.h264->sample_aspect_width);
    out.number("wSARheight", it.h264->sample_aspect_height);
    out.hex("wProfile", it.h264->profile);
    out.number("bLevelIDC", it.h264->level);
    out.hex("wConstrainedToolset", it.h264->constrained_toolset);
    out.hex("bmSupportedUsages", it.h264->usages);
    out.hex("bmSVCCapabilities", it.h264->svc_capabilities);
    out.hex("bmMVCCapabilities", it.h264->mvc_capabilities);
  }
  out.number("dwMinBitRate", it.minimum_bit_rate, "bit/s");
  out.number("dwMaxBitRate", it.maximum_bit_rate, "bit/s");
  if (it.maximum_frame_size) {
    out.number("dwMaxVideoFrameBufferSize", *it.maximum_frame_size, "bytes");
  }
  out.number("dwDefaultFrameInterval", it.default_interval, rate_meaning(it.default_interval));
  if (it.bytes_per_line) out.number("dwBytesPerLine", *it.bytes_per_line);
  fill_intervals(out, it);
}

void fill(Filler& out, const StillImageFrame& it) {
  out.hex("bEndpointAddress", it.endpoint);
  out.number("bNumImageSizePatterns", it.sizes.size());
  for (const StillImageFrame::Size& size : it.sizes) {
    Filler part = out.part("sizes", "size");
    part.number("wWidth", size.width);
    part.number("wHeight", size.height);
  }
  out.number("bNumCompressionPatterns", it.compressions.size());
  out.list("bCompression", it.compressions);
}

void fill(Filler& out, const ColorMatching& it) {
  out.number("bColorPrimaries", it.primaries);
  out.number("bTransferCharacteristics", it.transfer);
  out.number("bMatrixCoefficients", it.coefficients);
}

constexpr const char* kStreaming = "VideoStreaming Interface Descriptor";

template <class Descriptor>
Node& add(const Scope& scope, std::vector<Node>& nodes, const char* list, const char* title,
          const Descriptor& it) {
  return add_descriptor(scope, nodes, list, title, it.place, Third::Subtype,
                        [&it](Filler& out) { fill(out, it); });
}

void add_format(const Scope& scope, std::vector<Node>& nodes, const Format& format) {
  Node& node = add_descriptor(
      scope, nodes, kClassSpecific, kStreaming, format.place, Third::Subtype, [&](Filler& out) {
        out.number("bFormatIndex", format.index, format_name(format));
        out.number("bNumFrameDescriptors", format.declared_frames);
        std::visit([&](const auto& it) { fill_kind(out, it); }, format.kind);
      });
  for (const Frame& it : format.frames) add(scope, node.parts, "frames", kStreaming, it);
  for (const StillImageFrame& it : format.stills) {
    add(scope, node.parts, "still_image_frames", kStreaming, it);
  }
  for (const ColorMatching& it : format.colors) {
    add(scope, node.parts, "color_matchings", kStreaming, it);
  }
}

}  // namespace

void add_details(const Scope& scope, std::vector<Node>& nodes, const video::Control& control) {
  constexpr const char* title = "VideoControl Interface Descriptor";
  if (control.header) add(scope, nodes, kClassSpecific, title, *control.header);
  for (const Entity& entity : control.entities) {
    std::visit([&](const auto& it) { add(scope, nodes, kClassSpecific, title, it); }, entity);
  }
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const video::Streaming& streaming) {
  std::visit(Overloaded{[](std::monostate /*none*/) {},
                        [&](const auto& it) { add(scope, nodes, kClassSpecific, kStreaming, it); }},
             streaming.header);
  for (const Format& format : streaming.formats) add_format(scope, nodes, format);
}

void add_details(const Scope& scope, std::vector<Node>& nodes, const video::InterruptEndpoint& it) {
  add_descriptor(
      scope, nodes, kClassSpecific, "VideoControl Endpoint Descriptor", it.place, Third::Subtype,
      [&it](Filler& out) { out.number("wMaxTransferSize", it.maximum_transfer_size, "bytes"); });
}

}  // namespace ddb::usb::dump_tree
