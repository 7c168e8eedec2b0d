// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "dump_classes.hpp"

namespace ddb::usb::dump_tree {

namespace {

using namespace cdc;

// What each is called is what lsusb calls it, where it does.
const char* title(const Header& /*it*/) { return "CDC Header"; }
const char* title(const CallManagement& /*it*/) { return "CDC Call Management"; }
const char* title(const AbstractControl& /*it*/) { return "CDC ACM"; }
const char* title(const DirectLine& /*it*/) { return "CDC Direct Line Management"; }
const char* title(const TelephoneRinger& /*it*/) { return "CDC Telephone Ringer"; }
const char* title(const TelephoneModes& /*it*/) { return "CDC Telephone operations"; }
const char* title(const TelephoneStates& /*it*/) { return "CDC Telephone Call and Line State"; }
const char* title(const Union& /*it*/) { return "CDC Union"; }
const char* title(const CountrySelection& /*it*/) { return "Country Selection"; }
const char* title(const Ethernet& /*it*/) { return "CDC Ethernet"; }
const char* title(const NetworkControl& /*it*/) { return "CDC NCM"; }
const char* title(const MobileBroadband& /*it*/) { return "CDC MBIM"; }
const char* title(const MobileBroadbandExtended& /*it*/) { return "CDC MBIM Extended"; }
const char* title(const MobileDirectLine& /*it*/) { return "CDC MDLM"; }
const char* title(const MobileDirectLineDetail& /*it*/) { return "CDC MDLM detail"; }
const char* title(const Versioned& it) {
  constexpr std::uint8_t handset = 0x11;
  return it.subtype == handset ? "CDC WHCM" : "CDC OBEX";
}
const char* title(const DeviceManagement& /*it*/) { return "CDC Device Management"; }
const char* title(const CommandSet& /*it*/) { return "CDC Command Set"; }
const char* title(const ObexService& /*it*/) { return "CDC OBEX Service Identifier"; }
const char* title(const Other& /*it*/) { return "CDC, kept as bytes"; }

void fill(Filler& out, const Header& it) { out.release("bcdCDC", it.release); }

void fill(Filler& out, const CallManagement& it) {
  out.hex("bmCapabilities", it.capabilities);
  out.number("bDataInterface", it.data_interface);
}

void fill(Filler& out, const AbstractControl& it) { out.hex("bmCapabilities", it.capabilities); }
void fill(Filler& out, const DirectLine& it) { out.hex("bmCapabilities", it.capabilities); }
void fill(Filler& out, const TelephoneModes& it) { out.hex("bmCapabilities", it.capabilities); }
void fill(Filler& out, const TelephoneStates& it) { out.hex("bmCapabilities", it.capabilities); }

void fill(Filler& out, const TelephoneRinger& it) {
  out.number("bRingerVolSteps", it.volume_steps);
  out.number("bNumRingerPatterns", it.patterns);
}

void fill(Filler& out, const Union& it) {
  out.number("bMasterInterface", it.control_interface);
  out.list("bSlaveInterface", it.subordinates);
}

void fill(Filler& out, const CountrySelection& it) {
  out.string("iCountryCodeRelDate", it.release_date);
  out.hex_list("wCountryCode", it.countries);
}

void fill(Filler& out, const Ethernet& it) {
  out.string("iMacAddress", it.mac_address);
  out.hex("bmEthernetStatistics", it.statistics);
  out.number("wMaxSegmentSize", it.maximum_segment_size, "bytes");
  out.hex("wNumberMCFilters", it.multicast_filters);
  out.number("bNumberPowerFilters", it.power_filters);
}

void fill(Filler& out, const NetworkControl& it) {
  out.release("bcdNcmVersion", it.release);
  out.hex("bmNetworkCapabilities", it.capabilities);
}

void fill(Filler& out, const MobileBroadband& it) {
  out.release("bcdMBIMVersion", it.release);
  out.number("wMaxControlMessage", it.maximum_control_size, "bytes");
  out.number("bNumberFilters", it.filters);
  out.number("bMaxFilterSize", it.maximum_filter_size, "bytes");
  out.number("wMaxSegmentSize", it.maximum_segment_size, "bytes");
  out.hex("bmNetworkCapabilities", it.capabilities);
}

void fill(Filler& out, const MobileBroadbandExtended& it) {
  out.release("bcdMBIMExtendedVersion", it.release);
  out.number("bMaxOutstandingCommandMessages", it.outstanding_commands);
  out.number("wMTU", it.maximum_unit, "bytes");
}

void fill(Filler& out, const MobileDirectLine& it) {
  out.release("bcdCDC", it.release);
  out.text("bGUID", guid(it.guid));
}

void fill(Filler& out, const MobileDirectLineDetail& it) {
  out.hex("bGuidDescriptorType", it.type);
  out.bytes("bDetailData", it.data);
}

void fill(Filler& out, const Versioned& it) { out.release("bcdVersion", it.release); }

void fill(Filler& out, const DeviceManagement& it) {
  out.release("bcdVersion", it.release);
  out.number("wMaxCommand", it.maximum_command, "bytes");
}

void fill(Filler& out, const CommandSet& it) {
  out.release("bcdVersion", it.release);
  out.string("iCommandSet", it.name);
  out.text("bGUID", guid(it.guid));
}

void fill(Filler& out, const ObexService& it) {
  out.hex("bmRole", it.role);
  out.text("bOBEXServiceUUID", guid(it.uuid));
  out.release("wServiceVersion", it.release);
}

void fill(Filler& out, const Other& it) { out.bytes("bytes", it.bytes); }

}  // namespace

void add_details(const Scope& scope, std::vector<Node>& nodes, const cdc::Function& function) {
  for (const Functional& functional : function.functionals) {
    std::visit(
        [&](const auto& it) {
          add_descriptor(scope, nodes, kClassSpecific, title(it), it.place, Third::Subtype,
                         [&it](Filler& out) { fill(out, it); });
        },
        functional);
  }
}

}  // namespace ddb::usb::dump_tree
