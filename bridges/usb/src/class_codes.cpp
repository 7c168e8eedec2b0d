// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "ddb/usb/device.hpp"

namespace ddb::usb {

namespace {

// Whatever the protocol.
constexpr int kAny = -1;

struct NamedCode {
  int class_id = 0;
  int subclass = 0;
  int protocol = 0;
  const char* name = "";
};

// The first that fits is it.
constexpr std::array kCodes = {
    NamedCode{0x01, 0x01, kAny, "audio control"},
    NamedCode{0x01, 0x02, kAny, "audio streaming"},
    NamedCode{0x01, 0x03, kAny, "MIDI streaming"},
    NamedCode{0x02, 0x01, kAny, "direct line control (DLCM)"},
    NamedCode{0x02, 0x02, kAny, "abstract control (ACM)"},
    NamedCode{0x02, 0x03, kAny, "telephone control (TCM)"},
    NamedCode{0x02, 0x04, kAny, "multi-channel control"},
    NamedCode{0x02, 0x05, kAny, "CAPI control"},
    NamedCode{0x02, 0x06, kAny, "Ethernet networking (ECM)"},
    NamedCode{0x02, 0x07, kAny, "ATM networking"},
    NamedCode{0x02, 0x08, kAny, "wireless handset control (WHCM)"},
    NamedCode{0x02, 0x09, kAny, "device management"},
    NamedCode{0x02, 0x0a, kAny, "mobile direct line (MDLM)"},
    NamedCode{0x02, 0x0b, kAny, "OBEX"},
    NamedCode{0x02, 0x0c, kAny, "Ethernet emulation (EEM)"},
    NamedCode{0x02, 0x0d, kAny, "network control (NCM)"},
    NamedCode{0x02, 0x0e, kAny, "mobile broadband (MBIM)"},
    NamedCode{0x03, 0x01, 0x01, "boot keyboard"},
    NamedCode{0x03, 0x01, 0x02, "boot mouse"},
    NamedCode{0x06, 0x01, 0x01, "picture transfer (PTP)"},
    NamedCode{0x07, 0x01, 0x01, "unidirectional"},
    NamedCode{0x07, 0x01, 0x02, "bidirectional"},
    NamedCode{0x07, 0x01, 0x03, "IEEE 1284.4"},
    NamedCode{0x07, 0x01, 0x04, "IPP over USB"},
    NamedCode{0x08, 0x01, 0x50, "bulk-only RBC"},
    NamedCode{0x08, 0x02, 0x50, "bulk-only MMC-5"},
    NamedCode{0x08, 0x04, 0x00, "UFI, with completion interrupt"},
    NamedCode{0x08, 0x04, 0x01, "UFI"},
    NamedCode{0x08, 0x05, 0x50, "bulk-only SFF-8070i"},
    NamedCode{0x08, 0x06, 0x50, "bulk-only SCSI"},
    NamedCode{0x08, 0x06, 0x62, "USB attached SCSI (UAS)"},
    NamedCode{0x08, 0x07, kAny, "LSD FS"},
    NamedCode{0x08, 0x08, kAny, "IEEE 1667"},
    NamedCode{0x09, 0x00, 0x00, "full speed hub"},
    NamedCode{0x09, 0x00, 0x01, "hub with a single transaction translator"},
    NamedCode{0x09, 0x00, 0x02, "hub with a transaction translator a port"},
    NamedCode{0x09, 0x00, 0x03, "SuperSpeed hub"},
    NamedCode{0x0b, 0x00, 0x00, "CCID"},
    NamedCode{0x0b, 0x00, 0x01, "ICCD version A"},
    NamedCode{0x0b, 0x00, 0x02, "ICCD version B"},
    NamedCode{0x0e, 0x01, kAny, "video control"},
    NamedCode{0x0e, 0x02, kAny, "video streaming"},
    NamedCode{0x0e, 0x03, kAny, "video interface collection"},
    NamedCode{0x10, 0x01, 0x00, "AV control"},
    NamedCode{0x10, 0x02, 0x00, "AV video stream"},
    NamedCode{0x10, 0x03, 0x00, "AV audio stream"},
    NamedCode{0x11, 0x00, 0x00, "billboard"},
    NamedCode{0xdc, 0x01, 0x01, "USB 2 compliance device"},
    NamedCode{0xdc, 0x02, kAny, "debug target"},
    NamedCode{0xdc, 0x03, 0x01, "trace over the debug capability"},
    NamedCode{0xdc, 0x04, 0x01, "DFx over the debug capability"},
    NamedCode{0xdc, 0x05, kAny, "trace of the vendor over the debug capability"},
    NamedCode{0xdc, 0x06, 0x01, "DFx"},
    NamedCode{0xdc, 0x07, kAny, "trace"},
    NamedCode{0xe0, 0x01, 0x01, "Bluetooth"},
    NamedCode{0xe0, 0x01, 0x02, "UWB radio control"},
    NamedCode{0xe0, 0x01, 0x03, "RNDIS"},
    NamedCode{0xe0, 0x01, 0x04, "Bluetooth AMP"},
    NamedCode{0xe0, 0x02, 0x01, "host wire adapter"},
    NamedCode{0xe0, 0x02, 0x02, "device wire adapter"},
    NamedCode{0xe0, 0x02, 0x03, "isochronous device wire adapter"},
    NamedCode{0xef, 0x01, 0x01, "ActiveSync"},
    NamedCode{0xef, 0x01, 0x02, "Palm Sync"},
    NamedCode{0xef, 0x02, 0x01, "interface association"},
    NamedCode{0xef, 0x02, 0x02, "wire adapter multifunction"},
    NamedCode{0xef, 0x03, 0x01, "cable based association"},
    NamedCode{0xef, 0x04, kAny, "RNDIS"},
    NamedCode{0xef, 0x05, 0x00, "USB3 Vision control"},
    NamedCode{0xef, 0x05, 0x01, "USB3 Vision event"},
    NamedCode{0xef, 0x05, 0x02, "USB3 Vision streaming"},
    NamedCode{0xef, 0x06, kAny, "stream transport efficient protocol (STEP)"},
    NamedCode{0xef, 0x07, kAny, "DVB common interface"},
    NamedCode{0xfe, 0x01, 0x01, "firmware upgrade, at runtime"},
    NamedCode{0xfe, 0x01, 0x02, "firmware upgrade"},
    NamedCode{0xfe, 0x02, 0x00, "IrDA bridge"},
    NamedCode{0xfe, 0x03, 0x00, "test and measurement (USBTMC)"},
    NamedCode{0xfe, 0x03, 0x01, "test and measurement (USBTMC), USB488"},
};

}  // namespace

const char* class_code_name(const ClassCode& code) noexcept {
  const auto found = std::find_if(kCodes.begin(), kCodes.end(), [&code](const NamedCode& it) {
    return it.class_id == code.class_id && it.subclass == code.subclass &&
           (it.protocol == kAny || it.protocol == code.protocol);
  });
  return found == kCodes.end() ? "" : found->name;
}

}  // namespace ddb::usb
