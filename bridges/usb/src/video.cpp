// SPDX-License-Identifier: Apache-2.0
#include "ddb/usb/video.hpp"

#include "class_readers.hpp"
#include "nodes.hpp"

namespace ddb::usb {

namespace video {

namespace {

Header header(FieldReader& in) {
  Header header;
  header.release = in.u16();
  header.total_length = in.u16();
  header.clock_frequency = in.u32();
  header.interfaces = in.bytes(in.u8());
  return header;
}

MediaTransport media_transport(FieldReader& in) {
  MediaTransport transport;
  transport.controls = in.bytes(in.u8());
  transport.modes = in.bytes(in.u8());
  return transport;
}

InputTerminal input_terminal(FieldReader& in) {
  constexpr std::uint16_t camera = 0x0201;
  constexpr std::uint16_t media_transport_input = 0x0202;
  InputTerminal terminal;
  terminal.id = in.u8();
  terminal.terminal_type = in.u16();
  terminal.associated_terminal = in.u8();
  terminal.name = in.u8();
  if (terminal.terminal_type == camera) {
    Camera details;
    details.focal_length_minimum = in.u16();
    details.focal_length_maximum = in.u16();
    details.ocular_focal_length = in.u16();
    details.controls = in.bytes(in.u8());
    terminal.details = std::move(details);
  } else if (terminal.terminal_type == media_transport_input) {
    terminal.details = media_transport(in);
  }
  return terminal;
}

OutputTerminal output_terminal(FieldReader& in) {
  constexpr std::uint16_t media_transport_output = 0x0302;
  OutputTerminal terminal;
  terminal.id = in.u8();
  terminal.terminal_type = in.u16();
  terminal.associated_terminal = in.u8();
  terminal.source = in.u8();
  terminal.name = in.u8();
  if (terminal.terminal_type == media_transport_output) terminal.details = media_transport(in);
  return terminal;
}

SelectorUnit selector_unit(FieldReader& in) {
  SelectorUnit unit;
  unit.id = in.u8();
  unit.sources = in.bytes(in.u8());
  unit.name = in.u8();
  return unit;
}

ProcessingUnit processing_unit(FieldReader& in) {
  ProcessingUnit unit;
  unit.id = in.u8();
  unit.source = in.u8();
  unit.maximum_multiplier = in.u16();
  unit.controls = in.bytes(in.u8());
  unit.name = in.u8();
  if (in.left() > 0) unit.video_standards = in.u8();
  return unit;
}

EncodingUnit encoding_unit(FieldReader& in) {
  EncodingUnit unit;
  unit.id = in.u8();
  unit.source = in.u8();
  unit.name = in.u8();
  unit.control_size = in.u8();
  unit.controls = in.u24();
  unit.runtime_controls = in.u24();
  return unit;
}

ExtensionUnit extension_unit(FieldReader& in) {
  ExtensionUnit unit;
  unit.id = in.u8();
  unit.extension_code = in.array<16>();
  unit.control_count = in.u8();
  unit.sources = in.bytes(in.u8());
  unit.controls = in.bytes(in.u8());
  unit.name = in.u8();
  return unit;
}

// bControlSize and as many bytes for each format as there are.
template <class StreamHeader>
void format_controls(FieldReader& in, StreamHeader& header) {
  header.control_size = in.u8();
  header.controls = in.bytes(std::size_t{header.control_size} * header.formats);
}

InputHeader input_header(FieldReader& in) {
  InputHeader header;
  header.formats = in.u8();
  header.total_length = in.u16();
  header.endpoint = in.u8();
  header.info = in.u8();
  header.terminal_link = in.u8();
  header.still_capture_method = in.u8();
  header.trigger_support = in.u8();
  header.trigger_usage = in.u8();
  format_controls(in, header);
  return header;
}

OutputHeader output_header(FieldReader& in) {
  OutputHeader header;
  header.formats = in.u8();
  header.total_length = in.u16();
  header.endpoint = in.u8();
  header.terminal_link = in.u8();
  if (in.left() > 0) format_controls(in, header);
  return header;
}

FormatCommon format_common(FieldReader& in) {
  FormatCommon common;
  common.default_frame = in.u8();
  common.aspect_ratio_x = in.u8();
  common.aspect_ratio_y = in.u8();
  common.interlace_flags = in.u8();
  common.copy_protect = in.u8();
  return common;
}

Format uncompressed(FieldReader& in) {
  Format format;
  format.index = in.u8();
  format.declared_frames = in.u8();
  Uncompressed kind;
  kind.format = in.array<16>();
  kind.bits_per_pixel = in.u8();
  kind.common = format_common(in);
  format.kind = kind;
  return format;
}

Format motion_jpeg(FieldReader& in) {
  Format format;
  format.index = in.u8();
  format.declared_frames = in.u8();
  MotionJpeg kind;
  kind.flags = in.u8();
  kind.common = format_common(in);
  format.kind = kind;
  return format;
}

Format frame_based(FieldReader& in) {
  Format format;
  format.index = in.u8();
  format.declared_frames = in.u8();
  FrameBased kind;
  kind.format = in.array<16>();
  kind.bits_per_pixel = in.u8();
  kind.common = format_common(in);
  kind.variable_size = in.u8();
  format.kind = kind;
  return format;
}

Format mpeg2_transport(FieldReader& in) {
  Format format;
  format.index = in.u8();
  Mpeg2Transport kind;
  kind.data_offset = in.u8();
  kind.packet_length = in.u8();
  kind.stride_length = in.u8();
  if (in.left() > 0) kind.stride = in.array<16>();
  format.kind = kind;
  return format;
}

Format dv(FieldReader& in) {
  Format format;
  format.index = in.u8();
  Dv kind;
  kind.maximum_frame_size = in.u32();
  kind.format_type = in.u8();
  format.kind = kind;
  return format;
}

Format stream_based(FieldReader& in) {
  Format format;
  format.index = in.u8();
  StreamBased kind;
  kind.format = in.array<16>();
  kind.packet_length = in.u32();
  format.kind = kind;
  return format;
}

Format h264(FieldReader& in, bool simulcast) {
  Format format;
  format.index = in.u8();
  format.declared_frames = in.u8();
  H264 kind;
  kind.simulcast = simulcast;
  kind.default_frame = in.u8();
  kind.maximum_configuration_delay = in.u8();
  kind.slice_modes = in.u8();
  kind.sync_frame_types = in.u8();
  kind.resolution_scaling = in.u8();
  kind.reserved = in.u8();
  kind.rate_control_modes = in.u8();
  for (std::uint16_t& rate : kind.maximum_macroblock_rates) rate = in.u16();
  format.kind = kind;
  return format;
}

Intervals intervals(FieldReader& in, std::uint8_t type) {
  if (type == 0) {
    IntervalRange range;
    range.minimum = in.u32();
    range.maximum = in.u32();
    range.step = in.u32();
    return range;
  }
  return in.numbers<std::uint32_t>(type);
}

// Of uncompressed, MJPEG and frame-based formats.
Frame frame(FieldReader& in, std::uint8_t subtype) {
  constexpr std::uint8_t frame_based = 0x11;
  Frame frame;
  frame.subtype = subtype;
  frame.index = in.u8();
  frame.capabilities = in.u8();
  frame.width = in.u16();
  frame.height = in.u16();
  frame.minimum_bit_rate = in.u32();
  frame.maximum_bit_rate = in.u32();
  if (subtype != frame_based) frame.maximum_frame_size = in.u32();
  frame.default_interval = in.u32();
  frame.interval_type = in.u8();
  if (subtype == frame_based) frame.bytes_per_line = in.u32();
  frame.intervals = intervals(in, frame.interval_type);
  return frame;
}

// Here 0 intervals are none, not a range.
Frame h264_frame(FieldReader& in, std::uint8_t subtype) {
  Frame frame;
  frame.subtype = subtype;
  frame.index = in.u8();
  frame.width = in.u16();
  frame.height = in.u16();
  H264Frame more;
  more.sample_aspect_width = in.u16();
  more.sample_aspect_height = in.u16();
  more.profile = in.u16();
  more.level = in.u8();
  more.constrained_toolset = in.u16();
  more.usages = in.u32();
  frame.capabilities = in.u16();
  more.svc_capabilities = in.u32();
  more.mvc_capabilities = in.u32();
  frame.h264 = more;
  frame.minimum_bit_rate = in.u32();
  frame.maximum_bit_rate = in.u32();
  frame.default_interval = in.u32();
  frame.interval_type = in.u8();
  frame.intervals = in.numbers<std::uint32_t>(frame.interval_type);
  return frame;
}

StillImageFrame still_image_frame(FieldReader& in) {
  StillImageFrame still;
  still.endpoint = in.u8();
  const std::vector<std::uint16_t> sides = in.numbers<std::uint16_t>(std::size_t{2} * in.u8());
  still.sizes.reserve(sides.size() / 2);
  for (std::size_t at = 0; at + 1 < sides.size(); at += 2) {
    still.sizes.push_back({sides[at], sides[at + 1]});
  }
  still.compressions = in.bytes(in.u8());
  return still;
}

ColorMatching color_matching(FieldReader& in) {
  ColorMatching color;
  color.primaries = in.u8();
  color.transfer = in.u8();
  color.coefficients = in.u8();
  return color;
}

// Puts it into the format before it.
template <class Value>
void keep_in_format(Context& context, const FieldReader& in, std::vector<Format>& formats,
                    std::vector<Value> Format::*list, Value value, const char* what) {
  if (formats.empty()) {
    misplace(context, in, what, "stands before any format");
  } else {
    keep(context, in, formats.back().*list, std::move(value), what);
  }
}

bool read_stream_descriptor(Context& context, FieldReader& in, Streaming& streaming) {
  std::vector<Format>& formats = streaming.formats;
  const std::uint8_t subtype = in.u8();
  switch (subtype) {
    case 0x01:
      keep_only(context, in, streaming.header, input_header(in), "video input header");
      return true;
    case 0x02:
      keep_only(context, in, streaming.header, output_header(in), "video output header");
      return true;
    case 0x03:
      keep_in_format(context, in, formats, &Format::stills, still_image_frame(in),
                     "still image frame");
      return true;
    case 0x04:
      keep(context, in, formats, uncompressed(in), "uncompressed video format");
      return true;
    case 0x06:
      keep(context, in, formats, motion_jpeg(in), "MJPEG video format");
      return true;
    case 0x0a:
      keep(context, in, formats, mpeg2_transport(in), "MPEG-2 TS video format");
      return true;
    case 0x0c:
      keep(context, in, formats, dv(in), "DV video format");
      return true;
    case 0x10:
      keep(context, in, formats, frame_based(in), "frame-based video format");
      return true;
    case 0x12:
      keep(context, in, formats, stream_based(in), "stream-based video format");
      return true;
    case 0x13:
    case 0x15:
      keep(context, in, formats, h264(in, subtype == 0x15), "H.264 video format");
      return true;
    case 0x05:
    case 0x07:
    case 0x11:
      keep_in_format(context, in, formats, &Format::frames, frame(in, subtype), "video frame");
      return true;
    case 0x14:
      keep_in_format(context, in, formats, &Format::frames, h264_frame(in, subtype),
                     "H.264 video frame");
      return true;
    case 0x0d:
      keep_in_format(context, in, formats, &Format::colors, color_matching(in), "colour matching");
      return true;
    default:
      return false;
  }
}

}  // namespace

Node node_of(const Entity& entity) noexcept {
  return std::visit(
      Overloaded{
          [](const InputTerminal& it) { return node(it, "input terminal"); },
          [](const OutputTerminal& it) { return node(it, "output terminal", one(it.source)); },
          [](const SelectorUnit& it) { return node(it, "selector unit", it.sources); },
          [](const ProcessingUnit& it) { return node(it, "processing unit", one(it.source)); },
          [](const EncodingUnit& it) { return node(it, "encoding unit", one(it.source)); },
          [](const ExtensionUnit& it) { return node(it, "extension unit", it.sources); },
      },
      entity);
}

}  // namespace video

bool read_class_descriptor(Context& context, FieldReader& in, video::Control& control) {
  const std::uint8_t subtype = in.u8();
  if (in.type() == kClassSpecificEndpoint && subtype == 0x03) {
    video::InterruptEndpoint endpoint;
    endpoint.maximum_transfer_size = in.u16();
    keep_at_endpoint(context, in, endpoint, "video interrupt endpoint");
    return true;
  }
  if (in.type() != kClassSpecificInterface) return false;
  std::vector<video::Entity>& entities = control.entities;
  switch (subtype) {
    case 0x01:
      keep_once(context, in, control.header, video::header(in), "VideoControl header");
      return true;
    case 0x02:
      keep(context, in, entities, video::input_terminal(in), "input terminal");
      return true;
    case 0x03:
      keep(context, in, entities, video::output_terminal(in), "output terminal");
      return true;
    case 0x04:
      keep(context, in, entities, video::selector_unit(in), "selector unit");
      return true;
    case 0x05:
      keep(context, in, entities, video::processing_unit(in), "processing unit");
      return true;
    case 0x06:
      keep(context, in, entities, video::extension_unit(in), "extension unit");
      return true;
    case 0x07:
      keep(context, in, entities, video::encoding_unit(in), "encoding unit");
      return true;
    default:
      return false;
  }
}

bool read_class_descriptor(Context& context, FieldReader& in, video::Streaming& streaming) {
  return in.type() == kClassSpecificInterface &&
         video::read_stream_descriptor(context, in, streaming);
}

}  // namespace ddb::usb
