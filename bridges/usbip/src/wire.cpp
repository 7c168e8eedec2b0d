// SPDX-License-Identifier: Apache-2.0
#include "ddb/usbip/wire.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string_view>
#include <utility>

namespace ddb::usbip::wire {

namespace {

// Reads numbers and texts one after the other. The caller has looked whether there is enough.
class Reader {
 public:
  explicit Reader(Bytes bytes) : bytes_(bytes) {}

  std::uint8_t byte() { return bytes_[at_++]; }

  template <class Number>
  Number number() {
    Number number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) {
      number = static_cast<Number>(static_cast<Number>(number << 8U) | byte());
    }
    return number;
  }

  // A text of a field with a zero at its end; what is behind it says nothing.
  Result<std::string, WireError> text(std::size_t size, const char* field) {
    const Bytes bytes = bytes_.subspan(at_, size);
    const auto end = std::find(bytes.begin(), bytes.end(), 0);
    if (end == bytes.end()) return error(std::string(field) + " has no end");
    const auto bad =
        std::find_if(bytes.begin(), end, [](std::uint8_t it) { return it < 0x20 || it > 0x7e; });
    if (bad != end) {
      at_ += static_cast<std::size_t>(bad - bytes.begin());
      return error(std::string(field) + " has a byte that is no printable character");
    }
    at_ += size;
    return std::string(bytes.begin(), end);
  }

  void skip(std::size_t count) { at_ += count; }
  std::size_t at() const { return at_; }
  WireError error(std::string reason) const {
    return {WireError::Kind::Malformed, at_, std::move(reason)};
  }

 private:
  Bytes bytes_;
  std::size_t at_ = 0;
};

class Writer {
 public:
  template <class Number>
  void number(Number number) {
    for (std::size_t i = sizeof number; i-- > 0;) {
      bytes_.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
    }
  }

  void byte(std::uint8_t it) { bytes_.push_back(it); }

  // There is always a zero at the end.
  void text(std::string_view text, std::size_t size) {
    text = text.substr(0, size - 1);
    bytes_.insert(bytes_.end(), text.begin(), text.end());
    bytes_.insert(bytes_.end(), size - text.size(), 0);
  }

  void header(Code code, Status status = Status::Ok) {
    number(kVersion);
    number(static_cast<std::uint16_t>(code));
    number(static_cast<std::uint32_t>(status));
  }

  void device(const Device& device) {
    text(device.path, kPathSize);
    text(device.busid, kBusIdSize);
    number(device.busnum);
    number(device.devnum);
    number(static_cast<std::uint32_t>(device.speed));
    number(device.idVendor);
    number(device.idProduct);
    number(device.bcdDevice);
    byte(device.bDeviceClass);
    byte(device.bDeviceSubClass);
    byte(device.bDeviceProtocol);
    byte(device.bConfigurationValue);
    byte(device.bNumConfigurations);
    byte(device.bNumInterfaces);
  }

  std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  std::vector<std::uint8_t> bytes_;
};

// Offset of bNumInterfaces, the last byte of a device.
constexpr std::size_t kInterfaceCountOffset = kDeviceSize - 1;
// Code, version and status of a header.
constexpr std::size_t kCodeOffset = 2;
constexpr std::size_t kStatusOffset = 4;

struct Header {
  Code code = Code::ListRequest;
  Status status = Status::Ok;
};

std::string hexadecimal(std::uint16_t number) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "0x";
  for (int shift = 12; shift >= 0; shift -= 4) text += digits[number >> shift & 0xfU];
  return text;
}

WireError missing(Bytes message, std::size_t size) {
  return {WireError::Kind::Malformed, message.size(),
          "the message ends after " + std::to_string(message.size()) + " bytes; it should have " +
              std::to_string(size)};
}

// The header if it has one of these codes.
Result<Header, WireError> header_of(Bytes message, std::initializer_list<Code> expected) {
  if (message.size() < kHeaderSize) return missing(message, kHeaderSize);
  Reader reader(message);
  const auto version = reader.number<std::uint16_t>();
  if (version != kVersion) {
    return WireError{
        WireError::Kind::OtherVersion, 0,
        "usbip's version is " + hexadecimal(version) + " instead of " + hexadecimal(kVersion)};
  }
  const auto code = static_cast<Code>(reader.number<std::uint16_t>());
  if (std::find(expected.begin(), expected.end(), code) == expected.end()) {
    return WireError{
        WireError::Kind::Malformed, kCodeOffset,
        "the code " + hexadecimal(static_cast<std::uint16_t>(code)) + " was not expected here"};
  }
  const auto status = reader.number<std::uint32_t>();
  if (status > static_cast<std::uint32_t>(Status::Error)) {
    return WireError{WireError::Kind::Malformed, kStatusOffset,
                     "there is no status " + std::to_string(status)};
  }
  return Header{code, static_cast<Status>(status)};
}

Result<Header, WireError> request_header(Bytes message) {
  Result<Header, WireError> header = header_of(message, {Code::ListRequest, Code::ImportRequest});
  if (header && header->status != Status::Ok) {
    return WireError{WireError::Kind::Malformed, kStatusOffset, "a request has no status"};
  }
  return header;
}

Result<std::size_t, WireError> device_count(Bytes message) {
  Reader reader(message);
  reader.skip(kHeaderSize);
  const auto count = reader.number<std::uint32_t>();
  if (count <= kMostDevices) return std::size_t{count};
  return WireError{WireError::Kind::Malformed, kHeaderSize,
                   "the list claims " + std::to_string(count) + " devices; more than " +
                       std::to_string(kMostDevices) + " are not read"};
}

Result<Device, WireError> device_of(Reader& reader) {
  Device device;
  Result<std::string, WireError> path = reader.text(kPathSize, "the path");
  if (!path) return path.error();
  device.path = std::move(*path);
  Result<std::string, WireError> busid = reader.text(kBusIdSize, "the bus id");
  if (!busid) return busid.error();
  device.busid = std::move(*busid);
  device.busnum = reader.number<std::uint32_t>();
  device.devnum = reader.number<std::uint32_t>();
  const std::size_t speed_offset = reader.at();
  const auto speed = reader.number<std::uint32_t>();
  if (speed > static_cast<std::uint32_t>(Speed::SuperPlus)) {
    return WireError{WireError::Kind::Malformed, speed_offset,
                     "there is no speed " + std::to_string(speed)};
  }
  device.speed = static_cast<Speed>(speed);
  device.idVendor = reader.number<std::uint16_t>();
  device.idProduct = reader.number<std::uint16_t>();
  device.bcdDevice = reader.number<std::uint16_t>();
  device.bDeviceClass = reader.byte();
  device.bDeviceSubClass = reader.byte();
  device.bDeviceProtocol = reader.byte();
  device.bConfigurationValue = reader.byte();
  device.bNumConfigurations = reader.byte();
  device.bNumInterfaces = reader.byte();
  return device;
}

// None if the message is whole, and nothing but it is there.
std::optional<WireError> wrong_size(Bytes message, const Needed& needed) {
  if (!needed) return needed.error();
  if (message.size() < *needed) return missing(message, *needed);
  if (message.size() == *needed) return std::nullopt;
  return WireError{WireError::Kind::Malformed, *needed,
                   "the message should end after " + std::to_string(*needed) + " bytes"};
}

}  // namespace

Needed needed_for_request(Bytes so_far) {
  if (so_far.size() < kHeaderSize) return kHeaderSize;
  const Result<Header, WireError> header = request_header(so_far);
  if (!header) return header.error();
  return header->code == Code::ListRequest ? kListRequestSize : kImportRequestSize;
}

Needed needed_for_list_reply(Bytes so_far) {
  if (so_far.size() < kHeaderSize) return kHeaderSize;
  const Result<Header, WireError> header = header_of(so_far, {Code::ListReply});
  if (!header) return header.error();
  // usbipd sends nothing behind a header that tells of an error.
  if (header->status != Status::Ok) return kHeaderSize;
  std::size_t needed = kHeaderSize + sizeof(std::uint32_t);
  if (so_far.size() < needed) return needed;
  const Result<std::size_t, WireError> count = device_count(so_far);
  if (!count) return count.error();
  for (std::size_t left = *count; left > 0; --left) {
    if (so_far.size() < needed + kDeviceSize) return needed + left * kDeviceSize;
    needed += kDeviceSize + so_far[needed + kInterfaceCountOffset] * kInterfaceSize;
  }
  return needed;
}

Needed needed_for_import_reply(Bytes so_far) {
  if (so_far.size() < kHeaderSize) return kHeaderSize;
  const Result<Header, WireError> header = header_of(so_far, {Code::ImportReply});
  if (!header) return header.error();
  return header->status == Status::Ok ? kHeaderSize + kDeviceSize : kHeaderSize;
}

Result<Request, WireError> decode_request(Bytes message) {
  if (const auto error = wrong_size(message, needed_for_request(message))) return *error;
  if (message.size() == kListRequestSize) return Request(ListRequest{});
  Reader reader(message);
  reader.skip(kHeaderSize);
  const Result<std::string, WireError> text = reader.text(kBusIdSize, "the bus id");
  if (!text) return text.error();
  std::optional<BusId> busid = BusId::parse(*text);
  if (busid) return Request(ImportRequest{std::move(*busid)});
  return WireError{WireError::Kind::Malformed, kHeaderSize, "'" + *text + "' is no bus id"};
}

Result<ListReply, WireError> decode_list_reply(Bytes message) {
  if (const auto error = wrong_size(message, needed_for_list_reply(message))) return *error;
  ListReply reply;
  reply.status = header_of(message, {Code::ListReply})->status;
  if (reply.status != Status::Ok) return reply;
  Reader reader(message);
  reader.skip(kHeaderSize + sizeof(std::uint32_t));
  for (std::size_t left = *device_count(message); left > 0; --left) {
    Result<Device, WireError> device = device_of(reader);
    if (!device) return device.error();
    for (unsigned i = 0; i < device->bNumInterfaces; ++i) {
      Interface interface;
      interface.bInterfaceClass = reader.byte();
      interface.bInterfaceSubClass = reader.byte();
      interface.bInterfaceProtocol = reader.byte();
      reader.skip(1);
      device->interfaces.push_back(interface);
    }
    reply.devices.push_back(std::move(*device));
  }
  return reply;
}

Result<ImportReply, WireError> decode_import_reply(Bytes message) {
  if (const auto error = wrong_size(message, needed_for_import_reply(message))) return *error;
  ImportReply reply;
  reply.status = header_of(message, {Code::ImportReply})->status;
  if (reply.status != Status::Ok) return reply;
  Reader reader(message);
  reader.skip(kHeaderSize);
  Result<Device, WireError> device = device_of(reader);
  if (!device) return device.error();
  reply.device = std::move(*device);
  return reply;
}

std::array<std::uint8_t, kListRequestSize> encode(const ListRequest& /*request*/) {
  Writer writer;
  writer.header(Code::ListRequest);
  std::array<std::uint8_t, kListRequestSize> message{};
  std::ranges::copy(writer.take(), message.begin());
  return message;
}

std::array<std::uint8_t, kImportRequestSize> encode(const ImportRequest& request) {
  Writer writer;
  writer.header(Code::ImportRequest);
  writer.text(request.busid.text(), kBusIdSize);
  std::array<std::uint8_t, kImportRequestSize> message{};
  std::ranges::copy(writer.take(), message.begin());
  return message;
}

std::vector<std::uint8_t> encode(const ListReply& reply) {
  Writer writer;
  writer.header(Code::ListReply, reply.status);
  if (reply.status != Status::Ok) return writer.take();
  const std::size_t count = std::min(reply.devices.size(), kMostDevices);
  writer.number(static_cast<std::uint32_t>(count));
  for (std::size_t i = 0; i < count; ++i) {
    const Device& device = reply.devices[i];
    writer.device(device);
    for (std::size_t j = 0; j < device.bNumInterfaces; ++j) {
      const Interface it = j < device.interfaces.size() ? device.interfaces[j] : Interface{};
      writer.byte(it.bInterfaceClass);
      writer.byte(it.bInterfaceSubClass);
      writer.byte(it.bInterfaceProtocol);
      writer.byte(0);
    }
  }
  return writer.take();
}

std::vector<std::uint8_t> encode(const ImportReply& reply) {
  Writer writer;
  writer.header(Code::ImportReply, reply.status);
  if (reply.device) writer.device(*reply.device);
  return writer.take();
}

const char* status_words(Status status) noexcept {
  switch (status) {
    case Status::Ok:
      return "it is done";
    case Status::NotAvailable:
      return "this computer may not have the device";
    case Status::Busy:
      return "the device is exported to somebody else";
    case Status::DeviceError:
      return "the device is in a bad state";
    case Status::NoDevice:
      return "there is no device on the port, or it is not bound to usbip-host";
    case Status::Error:
      break;
  }
  return "it could not be done";
}

Speed speed_of(std::string_view megabits) noexcept {
  constexpr std::array<std::pair<std::string_view, Speed>, 7> speeds = {{
      {"1.5", Speed::Low},
      {"12", Speed::Full},
      {"480", Speed::High},
      {"53.3-480", Speed::Wireless},
      {"5000", Speed::Super},
      {"10000", Speed::SuperPlus},
      {"20000", Speed::SuperPlus},
  }};
  const auto* const found =
      std::ranges::find(speeds, megabits, &std::pair<std::string_view, Speed>::first);
  return found != speeds.end() ? found->second : Speed::Unknown;
}

}  // namespace ddb::usbip::wire
