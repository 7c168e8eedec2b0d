// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_COMPLAINT_HPP
#define DDB_USB_COMPLAINT_HPP

#include <cstdint>
#include <string>

namespace ddb::usb {

/// How bad it is.
enum class Severity : std::uint8_t {
  Warning,  ///< not as the specification says, but it could be read, and devices that work do it
  Error,    ///< bytes could not be read, or what they say cannot be
};

/// "warning" or "error".
const char* severity_name(Severity severity) noexcept;

/// Which of the texts of bytes a complaint is about.
enum class Source : std::uint8_t {
  Descriptors,       ///< Input::descriptors
  Bos,               ///< Input::bos
  ReportDescriptor,  ///< one of Input::report_descriptors
  Other,             ///< the only one that was given
};

/// Something about the bytes that is not as it must be.
struct Complaint {
  Source source = Source::Descriptors;  ///< which bytes
  std::uint32_t number = 0;             ///< which report descriptor, from 0
  std::uint32_t offset = 0;  ///< of the descriptor or item, from the beginning of the bytes
  Severity severity = Severity::Warning;  ///< how bad
  std::string sentence;                   ///< what is wrong, without its place

  friend bool operator==(const Complaint&, const Complaint&) = default;
};

}  // namespace ddb::usb

#endif  // DDB_USB_COMPLAINT_HPP
