// SPDX-License-Identifier: Apache-2.0
// Video functions: a group a path from a camera or connector to the computer, or back.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "derive.hpp"
#include "references.hpp"

namespace ddb::usb {

namespace {

using namespace video;

constexpr std::uint8_t kControlSubclass = 1;
constexpr std::uint8_t kStreamingSubclass = 2;
constexpr std::uint16_t kCameraTerminal = 0x0201;

bool is_video(const Interface& interface, std::uint8_t subclass) noexcept {
  constexpr std::uint8_t video_class = 0x0e;
  const ClassCode& code = first_setting(interface).interface_class;
  return code.class_id == video_class && code.subclass == subclass;
}

struct FormatWords {
  Word format;       // task/function/video_format
  Word compression;  // primitives/channel/compression
};

struct FourCharacters {
  std::string_view characters;
  FormatWords words;
};

// Formats that are named by the first four characters of their GUID.
constexpr std::array kFourCharacters = {
    FourCharacters{"YUY2", {"yuy2", "uncompressed"}},
    FourCharacters{"NV12", {"nv12", "uncompressed"}},
    FourCharacters{"UYVY", {"uyvy", "uncompressed"}},
    FourCharacters{"YV12", {"yv12", "uncompressed"}},
    FourCharacters{"I420", {"i420", "uncompressed"}},
    FourCharacters{"M420", {"m420", "uncompressed"}},
    FourCharacters{"Y800", {"y800", "uncompressed"}},
    FourCharacters{"Y8  ", {"y800", "uncompressed"}},
    FourCharacters{"Y10 ", {"y10", "uncompressed"}},
    FourCharacters{"Y12 ", {"y12", "uncompressed"}},
    FourCharacters{"Y16 ", {"y16", "uncompressed"}},
    FourCharacters{"Z16 ", {"z16", "uncompressed"}},
    FourCharacters{"P010", {"p010", "uncompressed"}},
    FourCharacters{"RGBP", {"rgbp", "uncompressed"}},
    FourCharacters{"BY8 ", {"by8", "uncompressed"}},
    FourCharacters{"BA81", {"ba81", "uncompressed"}},
    FourCharacters{"GBRG", {"gbrg", "uncompressed"}},
    FourCharacters{"GRBG", {"grbg", "uncompressed"}},
    FourCharacters{"RGGB", {"rggb", "uncompressed"}},
    FourCharacters{"MJPG", {"mjpg", "mjpeg"}},
    FourCharacters{"H264", {"h264", "h264"}},
    FourCharacters{"H265", {"h265", "h265"}},
    FourCharacters{"HEVC", {"h265", "h265"}},
    FourCharacters{"VP80", {"vp80", "vp8"}},
};

FormatWords words_of(const Guid& guid) noexcept {
  std::array<char, 4> first{};
  std::copy_n(guid.begin(), first.size(), first.begin());
  const auto found =
      std::find_if(kFourCharacters.begin(), kFourCharacters.end(), [&first](const auto& it) {
        return it.characters == std::string_view(first.data(), first.size());
      });
  return found == kFourCharacters.end() ? FormatWords{"vendor_specific", {}} : found->words;
}

struct FormatWordsOf {
  FormatWords operator()(const Uncompressed& it) const noexcept { return words_of(it.format); }
  FormatWords operator()(const MotionJpeg&) const noexcept { return {"mjpg", "mjpeg"}; }
  FormatWords operator()(const FrameBased& it) const noexcept { return words_of(it.format); }
  FormatWords operator()(const Mpeg2Transport&) const noexcept { return {"mpeg_ts", "mpeg_2"}; }
  FormatWords operator()(const Dv&) const noexcept { return {"dv", "dv"}; }
  FormatWords operator()(const StreamBased& it) const noexcept { return words_of(it.format); }
  FormatWords operator()(const H264&) const noexcept { return {"h264", "h264"}; }
};

// Intervals are whole numbers of 100 ns, so most rates are not exact in them. A whole number of
// frames a second whose interval it is when rounded, up or down, is what is meant; so is that of
// NTSC, 1000/1001 of a whole number.
Exact rate_of(std::uint32_t interval) noexcept {
  constexpr std::int64_t second = 10'000'000;  // in 100 ns
  constexpr std::int64_t ntsc = 1001;
  constexpr std::int64_t ntsc_of = 1000;
  const std::int64_t is = interval;
  const std::int64_t whole = (second + is / 2) / is;
  const auto off_by_rounding = [is](std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t exact_interval = numerator / denominator;  // rounded down
    return is == exact_interval || (is == exact_interval + 1 && numerator % denominator != 0);
  };
  if (whole > 0 && off_by_rounding(second, whole)) return Exact{whole};
  const std::int64_t next = whole + 1;
  for (const std::int64_t it : {whole, next}) {
    if (it > 0 && off_by_rounding(second * ntsc, it * ntsc_of)) return exact(it * ntsc_of, ntsc);
  }
  return exact(second, is);
}

void add_rates(Branch& function, const Frame& frame) {
  if (const auto* const list = std::get_if<std::vector<std::uint32_t>>(&frame.intervals)) {
    Numbers rates{{}, "hertz"};
    for (const std::uint32_t it : *list) {
      if (it == 0) continue;
      const Exact rate = rate_of(it);
      if (std::find(rates.numbers.begin(), rates.numbers.end(), rate) == rates.numbers.end()) {
        rates.numbers.push_back(rate);
      }
    }
    if (!rates.numbers.empty()) function.leaves.push_back({"frame_rate", std::move(rates), {}});
    return;
  }
  const auto& it = std::get<IntervalRange>(frame.intervals);
  if (it.minimum == 0 || it.maximum < it.minimum) return;
  function.leaves.push_back(range("frame_rate", rate_of(it.maximum), rate_of(it.minimum), "hertz"));
}

// Words for the bits of bmControls, in the order of the bits.
constexpr std::array<Word, 22> kCameraControls = {"scanning_mode",
                                                  "auto_exposure_mode",
                                                  "auto_exposure_priority",
                                                  "exposure_time_absolute",
                                                  "exposure_time_relative",
                                                  "focus_absolute",
                                                  "focus_relative",
                                                  "iris_absolute",
                                                  "iris_relative",
                                                  "zoom_absolute",
                                                  "zoom_relative",
                                                  "pan_tilt_absolute",
                                                  "pan_tilt_relative",
                                                  "roll_absolute",
                                                  "roll_relative",
                                                  {},
                                                  {},
                                                  "focus_auto",
                                                  "privacy",
                                                  "focus_simple",
                                                  "window",
                                                  "region_of_interest"};
constexpr std::array<Word, 19> kProcessingControls = {"brightness",
                                                      "contrast",
                                                      "hue",
                                                      "saturation",
                                                      "sharpness",
                                                      "gamma",
                                                      "white_balance_temperature",
                                                      "white_balance_component",
                                                      "backlight_compensation",
                                                      "gain",
                                                      "power_line_frequency",
                                                      "hue_auto",
                                                      "white_balance_temperature_auto",
                                                      "white_balance_component_auto",
                                                      "digital_multiplier",
                                                      "digital_multiplier_limit",
                                                      "analog_video_standard",
                                                      "analog_video_lock_status",
                                                      "contrast_auto"};

template <std::size_t Size>
std::vector<Word> controls_of(const std::vector<std::uint8_t>& bits,
                              const std::array<Word, Size>& words) {
  std::vector<Word> controls;
  constexpr std::size_t byte = 8;
  for (std::size_t at = 0; at < Size && at / byte < bits.size(); ++at) {
    const bool set = (bits[at / byte] >> (at % byte) & 1U) != 0;
    if (set && !words.at(at).empty()) controls.push_back(words.at(at));
  }
  return controls;
}

// Derives one video function.
class VideoFunction {
 public:
  VideoFunction(Derivation& derivation, const Interface& control)
      : derivation_(derivation), control_(control) {
    prefix_ = numbered("video_", control.number);
    details_ = std::get_if<Control>(&first_setting(control).details);
    if (details_ == nullptr) return;
    // Of several entities with one id, the first is the one that is meant.
    Ids seen;
    for (const Entity& it : details_->entities) {
      const Node node = node_of(it);
      if (seen[node.id]) continue;
      seen.set(node.id);
      entities_.push_back(&it);
      references_.add(node.id, node.sources);
    }
  }

  void derive() {
    for (const Interface* const it : streaming_interfaces()) derive_stream(*it);
    if (!derivation_.is_used(control_)) {
      add_plain(derivation_, control_,
                {"video_control", "video", "director", "v4l2", v4l2_controls(), {}, {}});
    }
  }

 private:
  static std::vector<Word> v4l2_controls() {
    return {"vidioc_query_ext_ctrl", "vidioc_g_ext_ctrls", "vidioc_s_ext_ctrls"};
  }

  std::vector<const Interface*> streaming_interfaces() const {
    std::vector<const Interface*> found;
    const Configuration& configuration = derivation_.configuration();
    const auto add = [&](const Interface* interface) {
      if (interface != nullptr && is_video(*interface, kStreamingSubclass) &&
          !derivation_.is_used(*interface) &&
          std::find(found.begin(), found.end(), interface) == found.end()) {
        found.push_back(interface);
      }
    };
    if (details_ != nullptr && details_->header.has_value()) {
      for (const std::uint8_t number : details_->header->interfaces) {
        add(configuration.find(number));
      }
    }
    bool after = false;
    for (const Interface& it : configuration.interfaces) {
      if (&it == &control_) {
        after = true;
      } else if (after && is_video(it, kControlSubclass)) {
        break;
      } else if (after) {
        add(&it);
      }
    }
    return found;
  }

  // A stream whose formats are told in one of its settings, the first as a rule.
  void derive_stream(const Interface& interface) {
    const Streaming* streaming = nullptr;
    for (const AlternateSetting& setting : interface.settings) {
      const auto* const it = std::get_if<Streaming>(&setting.details);
      if (it != nullptr && !it->formats.empty() && streaming == nullptr) streaming = it;
    }
    std::uint8_t terminal = 0;
    bool to_host = true;
    if (streaming != nullptr) {
      if (const auto* const in = std::get_if<InputHeader>(&streaming->header)) {
        terminal = in->terminal_link;
      } else if (const auto* const out = std::get_if<OutputHeader>(&streaming->header)) {
        terminal = out->terminal_link;
        to_host = false;
      }
    }
    const Ids reached = to_host ? references_.before(terminal) : references_.after(terminal);
    const std::string unit = derivation_.group_name("video_stream");
    bool any = false;
    for (const Entity* const it : entities_) {
      const std::uint8_t id = node_of(*it).id;
      const bool end = to_host ? std::holds_alternative<InputTerminal>(*it)
                               : std::holds_alternative<OutputTerminal>(*it);
      if (!end || !reached[id] || id == terminal) continue;
      if (++paths_ > kMostPaths) return derivation_.leave_out_paths();
      any = true;
      const Ids between =
          to_host ? reached & references_.after(id) : reached & references_.before(id);
      add_path(interface, streaming, unit, to_host, terminal, between);
    }
    if (!any) add_path(interface, streaming, unit, to_host, terminal, reached);
  }

  void add_path(const Interface& interface, const Streaming* streaming, const std::string& unit,
                bool to_host, std::uint8_t terminal, const Ids& between) {
    Group& group =
        derivation_.add_group(derivation_.group_name(to_host ? "video_capture" : "video_output"));
    derivation_.use(control_, group.name);
    derivation_.use(interface, group.name);
    const std::string element = "te_" + unit;
    group.modules.push_back(stream_element(interface, streaming, element, unit, to_host));
    if (std::optional<Branch> still = still_element(streaming, element + "_still")) {
      derivation_.connect(element, still->id);
      group.modules.push_back(std::move(*still));
    }
    add_link(group, interface, streaming, element, unit, to_host);
    ends_[terminal] = element;
    for (const Entity* const it : entities_) {
      const std::uint8_t id = node_of(*it).id;
      if (!between[id] || id == terminal) continue;
      Branch module = element_of(*it);
      ends_[id] = module.id;
      group.modules.push_back(std::move(module));
    }
    for (const Entity* const it : entities_) {
      const Node node = node_of(*it);
      if (!between[node.id]) continue;
      for (const std::uint8_t source : node.sources) {
        if (between[source] && !ends_[source].empty() && !ends_[node.id].empty()) {
          derivation_.connect(ends_[source], ends_[node.id]);
        }
      }
    }
  }

  Branch stream_element(const Interface& interface, const Streaming* streaming,
                        const std::string& element, const std::string& unit, bool to_host) {
    Branch task = branch("task", Takes{derivation_.add_unit(unit)});
    const Word direction = to_host ? "device_to_host" : "host_to_device";
    if (streaming != nullptr) {
      for (const Format& format : streaming->formats) {
        add_functions(task, format, unit, direction);
      }
    }
    if (task.branches.empty()) {
      task.branches.push_back(branch("function", word("direction", direction)));
    }
    task.branches.push_back(role(to_host ? "capture" : "present"));
    std::string title = derivation_.string(first_setting(interface).name);
    if (title.empty()) title = derivation_.string(first_setting(control_).name);
    Branch information = branch("information");
    if (!title.empty()) {
      information.branches.push_back(branch("description", text("name", std::move(title))));
    }
    information.branches.push_back(branch("task_domain", word("domain", "video")));
    return branch(
        "task_element", Id{element},
        Uses{derivation_.add_code_interface(
            "v4l2_" + unit, {"vidioc_s_fmt", "vidioc_s_parm", "vidioc_reqbufs", "vidioc_qbuf",
                             "vidioc_dqbuf", "vidioc_streamon", "vidioc_streamoff"})},
        std::move(information), std::move(task), approach("required", std::nullopt));
  }

  // A function a frame size, with its rates.
  void add_functions(Branch& task, const Format& format, const std::string& unit, Word direction) {
    const FormatWords about = std::visit(FormatWordsOf(), format.kind);
    const auto state = [&](const char* suffix, const Value& value) {
      return derivation_.add_state(unit + suffix, value);
    };
    if (format.frames.empty()) {
      Branch function = branch("function", word("direction", direction));
      function.leaves.push_back(
          changeable(word("video_format", about.format), state("_format", Value(about.format))));
      add_once(task, std::move(function));
    }
    for (const Frame& frame : format.frames) {
      Branch function = branch("function", word("direction", direction));
      std::vector<Leaf>& leaves = function.leaves;
      leaves.push_back(
          changeable(word("video_format", about.format), state("_format", Value(about.format))));
      Leaf width = quantity("frame_width", Exact{frame.width}, "pixel");
      Leaf height = quantity("frame_height", Exact{frame.height}, "pixel");
      width.states.push_back(state("_frame_width", width.value));
      height.states.push_back(state("_frame_height", height.value));
      leaves.push_back(std::move(width));
      leaves.push_back(std::move(height));
      add_rates(function, frame);
      if (leaves.back().name == "frame_rate" && frame.default_interval != 0) {
        leaves.back().states.push_back(
            state("_frame_rate", Numbers{{rate_of(frame.default_interval)}, "hertz"}));
      }
      add_once(task, std::move(function));
    }
  }

  static void add_once(Branch& task, Branch function) {
    if (std::find(task.branches.begin(), task.branches.end(), function) == task.branches.end()) {
      task.branches.push_back(std::move(function));
    }
  }

  static std::optional<Branch> still_element(const Streaming* streaming, std::string id) {
    if (streaming == nullptr) return std::nullopt;
    Branch task = branch("task");
    for (const Format& format : streaming->formats) {
      for (const StillImageFrame& still : format.stills) {
        for (const StillImageFrame::Size& size : still.sizes) {
          add_once(task, branch("function", quantity("frame_width", Exact{size.width}, "pixel"),
                                quantity("frame_height", Exact{size.height}, "pixel")));
        }
      }
    }
    if (task.branches.empty()) return std::nullopt;
    task.branches.push_back(role("capture"));
    return branch("task_element", Id{std::move(id)},
                  branch("information", branch("task_domain", word("domain", "imaging"))),
                  std::move(task));
  }

  void add_link(Group& group, const Interface& interface, const Streaming* streaming,
                const std::string& element, const std::string& unit, bool to_host) {
    const Endpoint* data = nullptr;
    for (const AlternateSetting& setting : interface.settings) {
      for (const Endpoint& it : setting.endpoints) {
        // The last setting has the largest packets.
        if (it.is_in() == to_host && it.transfer_type() != TransferType::Interrupt) data = &it;
      }
    }
    if (data == nullptr) return;
    std::string id = "cl_" + unit;
    Branch link = derivation_.endpoint_link(id, *data, {});
    if (streaming != nullptr) {
      Branch& primitives = link.branches.front();
      for (const Format& format : streaming->formats) {
        const FormatWords about = std::visit(FormatWordsOf(), format.kind);
        Branch channel = branch("channel", word("encapsulation", "video_payload"));
        if (!about.compression.empty()) {
          channel.leaves.push_back(word("compression", about.compression));
          channel.leaves.push_back(word("data_format", about.compression == "uncompressed"
                                                           ? "uncompressed_video"
                                                           : "coded_video"));
        }
        add_once(primitives, std::move(channel));
      }
    }
    group.modules.push_back(std::move(link));
    if (to_host) {
      derivation_.connect(element, id);
    } else {
      derivation_.connect(id, element);
    }
  }

  std::string id_of(std::string_view kind, std::uint8_t id) const {
    std::string made(kind);
    made += prefix_;
    return numbered(made += '_', id);
  }

  std::optional<Uses> controls_interface(const std::string& element,
                                         const std::vector<Word>& controls) {
    if (controls.empty()) return std::nullopt;
    return Uses{derivation_.add_code_interface("v4l2_" + element.substr(3), v4l2_controls())};
  }

  static std::optional<Branch> adjusts(std::vector<Word> controls) {
    if (controls.empty()) return std::nullopt;
    return branch("function", words("adjusts", std::move(controls)));
  }

  Branch element_of(const Entity& entity) {
    return std::visit([this](const auto& it) { return make(it); }, entity);
  }

  Branch make(const InputTerminal& terminal) {
    if (terminal.terminal_type != kCameraTerminal) return connector(terminal, "input");
    std::vector<Word> controls;
    if (const auto* const camera = std::get_if<Camera>(&terminal.details)) {
      controls = controls_of(camera->controls, kCameraControls);
    }
    std::string id = id_of("te_camera_", terminal.id);
    std::optional<Uses> uses = controls_interface(id, controls);
    return branch("task_element", Id{std::move(id)}, std::move(uses),
                  named(derivation_.string(terminal.name)),
                  branch("task", adjusts(std::move(controls)), role("capture")));
  }

  Branch make(const OutputTerminal& terminal) { return connector(terminal, "output"); }

  template <class Terminal>
  Branch connector(const Terminal& terminal, Word direction) {
    Branch electrical = branch("electrical");
    constexpr std::uint16_t composite = 0x0401;
    constexpr std::uint16_t s_video = 0x0402;
    constexpr std::uint16_t component = 0x0403;
    switch (terminal.terminal_type) {
      case composite:
        electrical.leaves.push_back(word("terminal", "composite_connector"));
        break;
      case s_video:
        electrical.leaves.push_back(word("terminal", "s_video_connector"));
        break;
      case component:
        electrical.leaves.push_back(word("terminal", "component_connector"));
        break;
      default:
        break;
    }
    std::optional<Branch> characteristics;
    if (!electrical.leaves.empty()) {
      electrical.leaves.push_back(word("data_format", "analog"));
      characteristics = branch("characteristics", std::move(electrical));
    }
    return branch(
        "electrical_interface", Id{id_of("ei_", terminal.id)},
        named(derivation_.string(terminal.name)), std::move(characteristics),
        branch("mechanical_structure", branch("structures", word("direction", direction))));
  }

  Branch make(const SelectorUnit& unit) {
    std::vector<std::uint64_t> inputs;
    for (std::size_t at = 1; at <= unit.sources.size(); ++at) inputs.push_back(at);
    if (inputs.empty()) inputs.push_back(0);
    std::string id = id_of("te_selector_", unit.id);
    const std::string own = id.substr(3);
    return branch(
        "task_element", Id{std::move(id)},
        Uses{derivation_.add_code_interface(
            "v4l2_" + own, {"vidioc_enuminput", "vidioc_g_input", "vidioc_s_input"})},
        named(derivation_.string(unit.name)),
        branch("task",
               branch("function", count("inputs", unit.sources.size()),
                      changeable(numbers("selected_input", std::move(inputs), Exact{1}, {}),
                                 derivation_.add_state(own, Numbers{{{1}}}))),
               role("director")));
  }

  Branch make(const ProcessingUnit& unit) {
    std::vector<Word> controls = controls_of(unit.controls, kProcessingControls);
    std::string id = id_of("te_processing_", unit.id);
    std::optional<Uses> uses = controls_interface(id, controls);
    return branch("task_element", Id{std::move(id)}, std::move(uses),
                  named(derivation_.string(unit.name)),
                  branch("task", adjusts(std::move(controls)), role("adjust")));
  }

  Branch make(const EncodingUnit& unit) {
    return branch("task_element", Id{id_of("te_encoding_", unit.id)},
                  named(derivation_.string(unit.name)), branch("task", role("transform")));
  }

  Branch make(const ExtensionUnit& unit) {
    return branch(
        "task_element", Id{id_of("te_extension_", unit.id)}, named(derivation_.string(unit.name)),
        branch("task", branch("function", word("process", "vendor_specific")), role("transform")));
  }

  Derivation& derivation_;
  const Interface& control_;
  const Control* details_ = nullptr;
  std::vector<const Entity*> entities_;
  std::string prefix_;
  References references_;
  std::array<std::string, 256> ends_;  // the element of each entity, by id
  std::size_t paths_ = 0;
};

}  // namespace

void derive_video(Derivation& derivation, const Interface& control) {
  if (is_video(control, kControlSubclass)) VideoFunction(derivation, control).derive();
}

}  // namespace ddb::usb
