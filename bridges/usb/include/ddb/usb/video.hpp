// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_VIDEO_HPP
#define DDB_USB_VIDEO_HPP

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "ddb/usb/graph.hpp"
#include "ddb/usb/place.hpp"

/// Video: Universal Serial Bus Device Class Definition for Video Devices, revision 1.5 (2012), here
/// "UVC", which 1.0 and 1.1 are part of, and its payload documents.
namespace ddb::usb::video {

/// A GUID in the order of its bytes.
using Guid = std::array<std::uint8_t, 16>;

/// Class-specific VideoControl interface header: UVC 3.7.2, table 3-3.
struct Header {
  Place place;                        ///< where it stands
  std::uint16_t release = 0;          ///< bcdUVC
  std::uint16_t total_length = 0;     ///< wTotalLength: of this and all units and terminals, bytes
  std::uint32_t clock_frequency = 0;  ///< dwClockFrequency of time stamps, in Hz
  std::vector<std::uint8_t> interfaces;  ///< baInterfaceNr: VideoStreaming

  friend bool operator==(const Header&, const Header&) = default;
};

/// What a camera terminal has beside: UVC 3.7.2.3, table 3-6.
struct Camera {
  std::uint16_t focal_length_minimum = 0;  ///< wObjectiveFocalLengthMin; 0 without optical zoom
  std::uint16_t focal_length_maximum = 0;  ///< wObjectiveFocalLengthMax; 0 without optical zoom
  std::uint16_t ocular_focal_length = 0;   ///< wOcularFocalLength; 0 without optical zoom
  std::vector<std::uint8_t> controls;      ///< bmControls: see camera_control_name

  friend bool operator==(const Camera&, const Camera&) = default;
};

/// What a media transport terminal has beside: UVC media transport 3.1, tables 3-1 and 3-2.
struct MediaTransport {
  std::vector<std::uint8_t> controls;  ///< bmControls
  std::vector<std::uint8_t> modes;     ///< bmTransportModes

  friend bool operator==(const MediaTransport&, const MediaTransport&) = default;
};

/// What goes by the type of a terminal.
using TerminalDetails = std::variant<std::monostate, Camera, MediaTransport>;

/// Input terminal: UVC 3.7.2.1, table 3-4, and camera terminal, table 3-6.
struct InputTerminal {
  Place place;                      ///< where it stands
  std::uint8_t id = 0;              ///< bTerminalID
  std::uint16_t terminal_type = 0;  ///< wTerminalType: see terminal_type_name
  std::uint8_t associated_terminal =
      0;                    ///< bAssocTerminal: the output terminal it belongs to; 0: none
  StringIndex name = 0;     ///< iTerminal
  TerminalDetails details;  ///< what goes by the type

  friend bool operator==(const InputTerminal&, const InputTerminal&) = default;
};

/// Output terminal: UVC 3.7.2.2, table 3-5.
struct OutputTerminal {
  Place place;                      ///< where it stands
  std::uint8_t id = 0;              ///< bTerminalID
  std::uint16_t terminal_type = 0;  ///< wTerminalType: see terminal_type_name
  std::uint8_t associated_terminal =
      0;                    ///< bAssocTerminal: the input terminal it belongs to; 0: none
  std::uint8_t source = 0;  ///< bSourceID: where its signal comes from
  StringIndex name = 0;     ///< iTerminal
  TerminalDetails details;  ///< what goes by the type

  friend bool operator==(const OutputTerminal&, const OutputTerminal&) = default;
};

/// Selector unit: UVC 3.7.2.4, table 3-7.
struct SelectorUnit {
  Place place;                        ///< where it stands
  std::uint8_t id = 0;                ///< bUnitID
  std::vector<std::uint8_t> sources;  ///< baSourceID, one an input pin
  StringIndex name = 0;               ///< iSelector

  friend bool operator==(const SelectorUnit&, const SelectorUnit&) = default;
};

/// Processing unit: UVC 3.7.2.5, table 3-8.
struct ProcessingUnit {
  Place place;                           ///< where it stands
  std::uint8_t id = 0;                   ///< bUnitID
  std::uint8_t source = 0;               ///< bSourceID: where its signal comes from
  std::uint16_t maximum_multiplier = 0;  ///< wMaxMultiplier: digital magnification, in hundredths
  std::vector<std::uint8_t> controls;    ///< bmControls: see processing_control_name
  StringIndex name = 0;                  ///< iProcessing
  std::optional<std::uint8_t> video_standards;  ///< bmVideoStandards; none in UVC 1.0

  friend bool operator==(const ProcessingUnit&, const ProcessingUnit&) = default;
};

/// Encoding unit: UVC 3.7.2.6, table 3-9. Its bitmaps have three bytes.
struct EncodingUnit {
  Place place;                         ///< where it stands
  std::uint8_t id = 0;                 ///< bUnitID
  std::uint8_t source = 0;             ///< bSourceID: where its signal comes from
  StringIndex name = 0;                ///< iEncoding
  std::uint8_t control_size = 3;       ///< bControlSize: 3
  std::uint32_t controls = 0;          ///< bmControls: before the stream runs
  std::uint32_t runtime_controls = 0;  ///< bmControlsRuntime: while it runs

  friend bool operator==(const EncodingUnit&, const EncodingUnit&) = default;
};

/// Extension unit: UVC 3.7.2.7, table 3-10.
struct ExtensionUnit {
  Place place;                         ///< where it stands
  std::uint8_t id = 0;                 ///< bUnitID
  Guid extension_code{};               ///< guidExtensionCode: the vendor's own
  std::uint8_t control_count = 0;      ///< bNumControls
  std::vector<std::uint8_t> sources;   ///< baSourceID, one an input pin
  std::vector<std::uint8_t> controls;  ///< bmControls: the vendor's own
  StringIndex name = 0;                ///< iExtension

  friend bool operator==(const ExtensionUnit&, const ExtensionUnit&) = default;
};

/// A terminal or a unit.
using Entity = std::variant<InputTerminal, OutputTerminal, SelectorUnit, ProcessingUnit,
                            EncodingUnit, ExtensionUnit>;

/// The entity as a node of the signal graph. Its spans refer into the entity.
Node node_of(const Entity& entity) noexcept;

/// What a VideoControl interface holds.
struct Control {
  std::optional<Header> header;  ///< none if the device leaves it out
  std::vector<Entity> entities;  ///< in the order of the bytes

  friend bool operator==(const Control&, const Control&) = default;
};

/// Class-specific VideoStreaming input header: video to the host. UVC 3.9.2.1, table 3-14.
struct InputHeader {
  Place place;                     ///< where it stands
  std::uint8_t formats = 0;        ///< bNumFormats
  std::uint16_t total_length = 0;  ///< wTotalLength: of this and all formats and frames, bytes
  std::uint8_t endpoint = 0;       ///< bEndpointAddress of the video data
  std::uint8_t info = 0;           ///< bmInfo: bit 0 dynamic format change
  std::uint8_t terminal_link = 0;  ///< bTerminalLink: the output terminal
  std::uint8_t still_capture_method = 0;  ///< bStillCaptureMethod: 0 none, 1 to 3
  std::uint8_t trigger_support = 0;       ///< bTriggerSupport: 1 has a hardware trigger
  std::uint8_t trigger_usage = 0;         ///< bTriggerUsage: 0 still image, 1 general purpose
  std::uint8_t control_size = 0;          ///< bControlSize: bytes a format in `controls`
  std::vector<std::uint8_t> controls;     ///< bmaControls, format by format

  friend bool operator==(const InputHeader&, const InputHeader&) = default;
};

/// Class-specific VideoStreaming output header: video from the host. UVC 3.9.2.2, table 3-15.
struct OutputHeader {
  Place place;                         ///< where it stands
  std::uint8_t formats = 0;            ///< bNumFormats
  std::uint16_t total_length = 0;      ///< wTotalLength: of this and all formats and frames, bytes
  std::uint8_t endpoint = 0;           ///< bEndpointAddress of the video data
  std::uint8_t terminal_link = 0;      ///< bTerminalLink: the input terminal
  std::uint8_t control_size = 0;       ///< bControlSize: bytes a format in `controls`
  std::vector<std::uint8_t> controls;  ///< bmaControls, format by format; none in UVC 1.0

  friend bool operator==(const OutputHeader&, const OutputHeader&) = default;
};

/// What uncompressed, MJPEG and frame-based formats have in common.
struct FormatCommon {
  std::uint8_t default_frame = 0;    ///< bDefaultFrameIndex: from 1
  std::uint8_t aspect_ratio_x = 0;   ///< bAspectRatioX; 0: not interlaced
  std::uint8_t aspect_ratio_y = 0;   ///< bAspectRatioY
  std::uint8_t interlace_flags = 0;  ///< bmInterlaceFlags
  std::uint8_t copy_protect = 0;     ///< bCopyProtect: 1 no duplication

  friend bool operator==(const FormatCommon&, const FormatCommon&) = default;
};

/// Uncompressed video: UVC uncompressed payload 3.1.1, table 3-1.
struct Uncompressed {
  Guid format{};                    ///< guidFormat: begins with the four characters: YUY2, NV12 …
  std::uint8_t bits_per_pixel = 0;  ///< bBitsPerPixel
  FormatCommon common;              ///< default frame, aspect ratio, interlacing

  friend bool operator==(const Uncompressed&, const Uncompressed&) = default;
};

/// Motion JPEG: UVC MJPEG payload 3.1.1, table 3-1.
struct MotionJpeg {
  std::uint8_t flags = 0;  ///< bmFlags: bit 0 fixed sample size
  FormatCommon common;     ///< default frame, aspect ratio, interlacing

  friend bool operator==(const MotionJpeg&, const MotionJpeg&) = default;
};

/// Frame-based video: UVC frame-based payload 3.1.1, table 3-1.
struct FrameBased {
  Guid format{};                    ///< guidFormat: begins with the four characters: H264 …
  std::uint8_t bits_per_pixel = 0;  ///< bBitsPerPixel
  FormatCommon common;              ///< default frame, aspect ratio, interlacing
  std::uint8_t variable_size = 0;   ///< bVariableSize: 1 frames differ in size

  friend bool operator==(const FrameBased&, const FrameBased&) = default;
};

/// MPEG-2 transport stream: UVC MPEG2-TS payload 3.1.1, table 3-1.
struct Mpeg2Transport {
  std::uint8_t data_offset = 0;    ///< bDataOffset, in bytes
  std::uint8_t packet_length = 0;  ///< bPacketLength: 188 or 204 as a rule
  std::uint8_t stride_length = 0;  ///< bStrideLength, in bytes
  std::optional<Guid> stride;      ///< guidStrideFormat; none in UVC 1.0

  friend bool operator==(const Mpeg2Transport&, const Mpeg2Transport&) = default;
};

/// DV: UVC DV payload 3.1.1, table 3-1.
struct Dv {
  std::uint32_t maximum_frame_size = 0;  ///< dwMaxVideoFrameBufferSize, in bytes
  std::uint8_t format_type = 0;  ///< bFormatType: bits 0 to 6 SD, SDL, HD; bit 7 60 Hz or 50 Hz

  friend bool operator==(const Dv&, const Dv&) = default;
};

/// Stream-based video: UVC stream-based payload 3.1.1, table 3-1.
struct StreamBased {
  Guid format{};                    ///< guidFormat
  std::uint32_t packet_length = 0;  ///< dwPacketLength, in bytes

  friend bool operator==(const StreamBased&, const StreamBased&) = default;
};

/// H.264: UVC H.264 payload 3.1.1, table 3-1.
struct H264 {
  bool simulcast = false;                        ///< FORMAT_H264_SIMULCAST
  std::uint8_t default_frame = 0;                ///< bDefaultFrameIndex: from 1
  std::uint8_t maximum_configuration_delay = 0;  ///< bMaxCodecConfigDelay, in frames
  std::uint8_t slice_modes = 0;                  ///< bmSupportedSliceModes
  std::uint8_t sync_frame_types = 0;             ///< bmSupportedSyncFrameTypes
  std::uint8_t resolution_scaling = 0;           ///< bResolutionScaling
  std::uint8_t reserved = 0;                     ///< Reserved1
  std::uint8_t rate_control_modes = 0;           ///< bmSupportedRateControlModes
  std::array<std::uint16_t, 20>
      maximum_macroblock_rates{};  ///< wMaxMBperSec…, in 1000 a second: one to
                                   ///< four resolutions of each scalability

  friend bool operator==(const H264&, const H264&) = default;
};

/// How long a frame may last: UVC table 3-2 of the payloads, in 100 ns.
struct IntervalRange {
  std::uint32_t minimum = 0;  ///< dwMinFrameInterval
  std::uint32_t maximum = 0;  ///< dwMaxFrameInterval
  std::uint32_t step = 0;     ///< dwFrameIntervalStep

  friend bool operator==(const IntervalRange&, const IntervalRange&) = default;
};

/// The intervals of a frame, in 100 ns: a list, shortest first, or a range.
using Intervals = std::variant<std::vector<std::uint32_t>, IntervalRange>;

/// What an H.264 frame has beside: UVC H.264 payload 3.1.2, table 3-2.
struct H264Frame {
  std::uint16_t sample_aspect_width = 0;   ///< wSARwidth
  std::uint16_t sample_aspect_height = 0;  ///< wSARheight
  std::uint16_t profile = 0;               ///< wProfile
  std::uint8_t level = 0;                  ///< bLevelIDC: ten times the level
  std::uint16_t constrained_toolset = 0;   ///< wConstrainedToolset
  std::uint32_t usages = 0;                ///< bmSupportedUsages
  std::uint32_t svc_capabilities = 0;      ///< bmSVCCapabilities
  std::uint32_t mvc_capabilities = 0;      ///< bmMVCCapabilities

  friend bool operator==(const H264Frame&, const H264Frame&) = default;
};

/// A frame size of a format: UVC uncompressed and MJPEG payload, table 3-2; frame-based, table 3-2.
struct Frame {
  Place place;                         ///< where it stands
  std::uint8_t subtype = 0;            ///< bDescriptorSubtype: of which kind of format
  std::uint8_t index = 0;              ///< bFrameIndex: from 1
  std::uint16_t capabilities = 0;      ///< bmCapabilities: bit 0 still images, 1 fixed rate
  std::uint16_t width = 0;             ///< wWidth, in pixels
  std::uint16_t height = 0;            ///< wHeight, in pixels
  std::uint32_t minimum_bit_rate = 0;  ///< dwMinBitRate, in bit/s
  std::uint32_t maximum_bit_rate = 0;  ///< dwMaxBitRate, in bit/s
  std::optional<std::uint32_t> maximum_frame_size;  ///< dwMaxVideoFrameBufferSize, in bytes
  std::optional<std::uint32_t> bytes_per_line;      ///< dwBytesPerLine: of frame-based formats
  std::uint32_t default_interval = 0;               ///< dwDefaultFrameInterval, in 100 ns
  std::uint8_t interval_type = 0;                   ///< bFrameIntervalType: 0 range, else how many
  Intervals intervals;                              ///< in 100 ns
  std::optional<H264Frame> h264;                    ///< of H.264 formats

  friend bool operator==(const Frame&, const Frame&) = default;
};

/// Sizes of still images: UVC 3.9.2.5, table 3-17.
struct StillImageFrame {
  /// A size in pixels.
  struct Size {
    std::uint16_t width = 0;   ///< wWidth
    std::uint16_t height = 0;  ///< wHeight
    friend bool operator==(const Size&, const Size&) = default;
  };
  Place place;                             ///< where it stands
  std::uint8_t endpoint = 0;               ///< bEndpointAddress, of method 3
  std::vector<Size> sizes;                 ///< as many as bNumImageSizePatterns
  std::vector<std::uint8_t> compressions;  ///< bCompression, as many as bNumCompressionPattern

  friend bool operator==(const StillImageFrame&, const StillImageFrame&) = default;
};

/// Colour matching: UVC 3.9.2.6, table 3-18.
struct ColorMatching {
  Place place;                    ///< where it stands
  std::uint8_t primaries = 0;     ///< bColorPrimaries
  std::uint8_t transfer = 0;      ///< bTransferCharacteristics
  std::uint8_t coefficients = 0;  ///< bMatrixCoefficients

  friend bool operator==(const ColorMatching&, const ColorMatching&) = default;
};

/// A format and what follows it: its frames, still images and colours.
struct Format {
  Place place;                       ///< where it stands
  std::uint8_t index = 0;            ///< bFormatIndex: from 1
  std::uint8_t declared_frames = 0;  ///< bNumFrameDescriptors; 0 of formats without frames
  std::variant<Uncompressed, MotionJpeg, FrameBased, Mpeg2Transport, Dv, StreamBased, H264>
      kind;                             ///< which format
  std::vector<Frame> frames;            ///< in the order of the bytes
  std::vector<StillImageFrame> stills;  ///< in the order of the bytes
  std::vector<ColorMatching> colors;    ///< in the order of the bytes: one as a rule

  friend bool operator==(const Format&, const Format&) = default;
};

/// What an alternate setting of a VideoStreaming interface holds: setting 0 as a rule.
struct Streaming {
  std::variant<std::monostate, InputHeader, OutputHeader> header;  ///< which way the video goes
  std::vector<Format> formats;                                     ///< in the order of the bytes

  friend bool operator==(const Streaming&, const Streaming&) = default;
};

/// Class-specific VideoControl interrupt endpoint descriptor: UVC 3.8.2.2, table 3-12.
struct InterruptEndpoint {
  Place place;                              ///< where it stands
  std::uint16_t maximum_transfer_size = 0;  ///< wMaxTransferSize, in bytes

  friend bool operator==(const InterruptEndpoint&, const InterruptEndpoint&) = default;
};

/// Name of a wTerminalType: UVC B.1 to B.4; "camera" for 0x0201. "unknown" for any other number.
const char* terminal_type_name(std::uint16_t type) noexcept;

/// Name of a bit of the bmControls of a camera: UVC table 3-6. "unknown" for any other bit.
const char* camera_control_name(unsigned bit) noexcept;

/// Name of a bit of the bmControls of a processing unit: UVC table 3-8. "unknown" for any other
/// bit.
const char* processing_control_name(unsigned bit) noexcept;

/// Name of a kind of format: "uncompressed", "MJPEG", "frame based", "MPEG-2 TS", "DV",
/// "stream based" or "H.264".
const char* format_name(const Format& format) noexcept;

}  // namespace ddb::usb::video

#endif  // DDB_USB_VIDEO_HPP
