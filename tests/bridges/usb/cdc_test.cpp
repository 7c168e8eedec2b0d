// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "hand_made.hpp"

using namespace ddb::usb;
using namespace hand_made;

namespace {

template <class Functional>
const Functional& functional(const Reading& reading, std::size_t index) {
  return std::get<Functional>(first<cdc::Function>(reading).functionals.at(index));
}

}  // namespace

TEST_CASE("communications: a modem", "[cdc]") {
  const Reading reading = read(
      {interface(2, 2, 1, 0), descriptor({0x24, 0x00, 0x10, 0x01}), descriptor({0x24, 0x01, 3, 1}),
       descriptor({0x24, 0x02, 6}), descriptor({0x24, 0x03, 7}), descriptor({0x24, 0x04, 8, 9}),
       descriptor({0x24, 0x05, 1, 2, 3, 4}), descriptor({0x24, 0x06, 0, 1}),
       descriptor({0x24, 0x07, 5, 0x31, 0x00, 0x2c, 0x00}), descriptor({0x24, 0x08, 7}),
       interface(10, 0, 0, 0, 1)});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  CHECK(functional<cdc::Header>(reading, 0).release == 0x0110);
  CHECK(functional<cdc::CallManagement>(reading, 1).capabilities == 3);
  CHECK(functional<cdc::CallManagement>(reading, 1).data_interface == 1);
  CHECK(functional<cdc::AbstractControl>(reading, 2).capabilities == 6);
  CHECK(functional<cdc::DirectLine>(reading, 3).capabilities == 7);
  CHECK(functional<cdc::TelephoneRinger>(reading, 4).volume_steps == 8);
  CHECK(functional<cdc::TelephoneRinger>(reading, 4).patterns == 9);
  CHECK(functional<cdc::TelephoneStates>(reading, 5).capabilities == 0x04030201);
  CHECK(functional<cdc::Union>(reading, 6).control_interface == 0);
  CHECK(functional<cdc::Union>(reading, 6).subordinates == std::vector<std::uint8_t>{1});
  CHECK(functional<cdc::CountrySelection>(reading, 7).release_date == 5);
  CHECK(functional<cdc::CountrySelection>(reading, 7).countries ==
        std::vector<std::uint16_t>{0x31, 0x2c});
  CHECK(functional<cdc::TelephoneModes>(reading, 8).capabilities == 7);
}

TEST_CASE("communications: networks", "[cdc]") {
  const Reading reading =
      read({interface(2, 13, 0, 0), descriptor({0x24, 0x0f, 4, 1, 2, 3, 4, 0xea, 0x05, 3, 0x80, 2}),
            descriptor({0x24, 0x1a, 0x00, 0x01, 0x1f}),
            descriptor({0x24, 0x1b, 0x00, 0x01, 0x00, 0x10, 16, 128, 0x00, 0x08, 0x20}),
            descriptor({0x24, 0x1c, 0x00, 0x02, 64, 0xdc, 0x05})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const auto& ethernet = functional<cdc::Ethernet>(reading, 0);
  CHECK(ethernet.mac_address == 4);
  CHECK(ethernet.statistics == 0x04030201);
  CHECK(ethernet.maximum_segment_size == 1514);
  CHECK(ethernet.multicast_filters == 0x8003);
  CHECK(ethernet.power_filters == 2);
  CHECK(functional<cdc::NetworkControl>(reading, 1).release == 0x0100);
  CHECK(functional<cdc::NetworkControl>(reading, 1).capabilities == 0x1f);
  const auto& broadband = functional<cdc::MobileBroadband>(reading, 2);
  CHECK(broadband.release == 0x0100);
  CHECK(broadband.maximum_control_size == 4096);
  CHECK(broadband.filters == 16);
  CHECK(broadband.maximum_filter_size == 128);
  CHECK(broadband.maximum_segment_size == 2048);
  CHECK(broadband.capabilities == 0x20);
  const auto& extended = functional<cdc::MobileBroadbandExtended>(reading, 3);
  CHECK(extended.outstanding_commands == 64);
  CHECK(extended.maximum_unit == 1500);
}

TEST_CASE("communications: wireless mobile", "[cdc]") {
#define DDB_GUID 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
  const std::array<std::uint8_t, 16> guid = {DDB_GUID};
  const Reading reading =
      read({interface(2, 8, 0, 0), descriptor({0x24, 0x11, 0x00, 0x01}),
            descriptor({0x24, 0x12, 0x00, 0x01, DDB_GUID}), descriptor({0x24, 0x13, 5, 6, 7}),
            descriptor({0x24, 0x14, 0x00, 0x01, 0x34, 0x12}), descriptor({0x24, 0x15, 0x00, 0x01}),
            descriptor({0x24, 0x16, 0x00, 0x01, 9, DDB_GUID}),
            descriptor({0x24, 0x19, 1, DDB_GUID, 0x02, 0x01}), descriptor({0x24, 0xfd, 1, 2})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  CHECK(functional<cdc::Versioned>(reading, 0).subtype == 0x11);
  CHECK(functional<cdc::MobileDirectLine>(reading, 1).guid == guid);
  CHECK(functional<cdc::MobileDirectLineDetail>(reading, 2).type == 5);
  CHECK(functional<cdc::MobileDirectLineDetail>(reading, 2).data ==
        std::vector<std::uint8_t>{6, 7});
  CHECK(functional<cdc::DeviceManagement>(reading, 3).maximum_command == 0x1234);
  CHECK(functional<cdc::Versioned>(reading, 4).subtype == 0x15);
  CHECK(functional<cdc::CommandSet>(reading, 5).name == 9);
  CHECK(functional<cdc::CommandSet>(reading, 5).guid == guid);
  CHECK(functional<cdc::ObexService>(reading, 6).role == 1);
  CHECK(functional<cdc::ObexService>(reading, 6).release == 0x0102);
  CHECK(functional<cdc::Other>(reading, 7).subtype == 0xfd);
  CHECK(functional<cdc::Other>(reading, 7).bytes == std::vector<std::uint8_t>{1, 2});
  CHECK(cdc::functional_name(0x1b) == std::string("mobile broadband"));
  CHECK(cdc::functional_name(0xfd) == std::string("unknown"));
}

TEST_CASE("communications: RNDIS in other classes", "[cdc]") {
  for (const Bytes& rndis : {interface(0xe0, 1, 3), interface(0xef, 4, 1)}) {
    const Reading reading = read({rndis, descriptor({0x24, 0x02, 0})});
    CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
    CHECK(functional<cdc::AbstractControl>(reading, 0).capabilities == 0);
  }
}

TEST_CASE("communications: a union of interfaces that are not there", "[cdc]") {
  const Reading reading = read({interface(2, 2, 1), descriptor({0x24, 0x06, 0, 7})});
  CHECK(sentences(reading.complaints) ==
        "error: the union names interface 7, which is not there\n");
}
