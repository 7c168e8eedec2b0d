// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>

#include "extents.hpp"
#include "hand_made.hpp"

using namespace ddb::usb;
using namespace hand_made;

TEST_CASE("device and configuration descriptors", "[standard]") {
  const Reading reading = read({interface(0xff, 1, 2, 1), endpoint(0x81, 3, 8, 10)});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  REQUIRE(reading.device.descriptor);
  const DeviceDescriptor& device = *reading.device.descriptor;
  CHECK(device.place == Place{0, 18, 18});
  CHECK(device.usb_release == 0x0200);
  CHECK(device.maximum_packet_size == 64);
  CHECK(device.vendor == 0x077d);
  CHECK(device.product == 0x07af);
  CHECK(device.release == 0x0123);
  CHECK(device.manufacturer_name == 1);
  CHECK(device.product_name == 2);
  CHECK(device.serial_number == 3);
  CHECK(device.configurations == 1);

  const Configuration& configuration = reading.device.configurations.at(0);
  CHECK(configuration.place == Place{18, 9, 9});
  CHECK(configuration.extent == Extent{18, 25});
  CHECK(configuration.total_length == 25);
  CHECK(configuration.value == 1);
  CHECK(configuration.name == 4);
  CHECK_FALSE(configuration.self_powered());
  CHECK(configuration.remote_wakeup());
  CHECK(configuration.maximum_power == 50);

  const AlternateSetting& setting = first_setting(reading);
  CHECK(setting.interface_class == ClassCode{0xff, 1, 2});
  REQUIRE(setting.endpoints.size() == 1);
  const Endpoint& endpoint = setting.endpoints[0];
  CHECK(endpoint.place == Place{36, 7, 7});
  CHECK(endpoint.number() == 1);
  CHECK(endpoint.is_in());
  CHECK(endpoint.transfer_type() == TransferType::Interrupt);
  CHECK(endpoint.packet_size() == 8);
  CHECK(endpoint.interval == 10);
}

TEST_CASE("alternate settings of an interface stand together", "[standard]") {
  const Reading reading = read({interface(0xff, 0, 0, 0, 0, 0), interface(0xff, 0, 0, 1, 0, 1),
                                endpoint(0x01), interface(0xff, 0, 0, 0, 3, 0)});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const Configuration& configuration = reading.device.configurations.at(0);
  REQUIRE(configuration.interfaces.size() == 2);
  CHECK(configuration.interfaces[0].settings.size() == 2);
  CHECK(configuration.interfaces[0].settings[1].endpoints.size() == 1);
  REQUIRE(configuration.find(3) != nullptr);
  CHECK(configuration.find(3)->settings.size() == 1);
  CHECK(configuration.find(2) == nullptr);
}

TEST_CASE("an isochronous endpoint", "[standard]") {
  const Reading reading =
      read({interface(0xff, 0, 0, 1), descriptor({0x05, 0x82, 0x25, 0x00, 0x14, 4, 7, 0x03})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const Endpoint& endpoint = first_setting(reading).endpoints.at(0);
  CHECK(endpoint.transfer_type() == TransferType::Isochronous);
  CHECK(endpoint.synchronization() == Synchronization::Asynchronous);
  CHECK(endpoint.usage() == EndpointUsage::ImplicitFeedback);
  CHECK(endpoint.packet_size() == 1024);
  CHECK(endpoint.packets_per_microframe() == 3);
  CHECK(endpoint.audio == AudioExtension{7, 0x03});
}

TEST_CASE("companions of SuperSpeed endpoints", "[standard]") {
  const Reading reading = read({interface(0xff, 0, 0, 1), endpoint(0x81, 5, 1024, 1),
                                descriptor({0x30, 15, 0x82, 0x00, 0xc0}),
                                descriptor({0x31, 0, 0, 0x00, 0x80, 0x01, 0x00})});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const Endpoint& endpoint = first_setting(reading).endpoints.at(0);
  REQUIRE(endpoint.companion);
  CHECK(endpoint.companion->maximum_burst == 15);
  CHECK(endpoint.companion->attributes == 0x82);
  CHECK(endpoint.companion->bytes_per_interval == 0xc000);
  REQUIRE(endpoint.isochronous);
  CHECK(endpoint.isochronous->bytes_per_interval == 0x18000);
}

TEST_CASE("interface associations and On-The-Go", "[standard]") {
  const Reading reading =
      read({descriptor({0x09, 3, 0x20, 0x02}), descriptor({0x0b, 0, 2, 0xff, 1, 2, 5}),
            interface(0xff, 0, 0), interface(0xff, 0, 0, 0, 1)});
  CHECK_THAT(sentences(reading.complaints), Catch::Equals(""));
  const Configuration& configuration = reading.device.configurations.at(0);
  REQUIRE(configuration.on_the_go);
  CHECK(configuration.on_the_go->attributes == 3);
  CHECK(configuration.on_the_go->release == 0x0220);
  REQUIRE(configuration.associations.size() == 1);
  CHECK(configuration.associations[0].first_interface == 0);
  CHECK(configuration.associations[0].interfaces == 2);
  CHECK(configuration.associations[0].function_class == ClassCode{0xff, 1, 2});
  CHECK(configuration.associations[0].name == 5);
}

TEST_CASE("an association of interfaces that are not there", "[standard]") {
  const Reading reading = read({descriptor({0x0b, 200, 250, 1, 0, 0, 0}), interface(0xff, 0, 0)});
  CHECK(sentences(reading.complaints) ==
        "error: an interface association of 250 interfaces from 200 on: interface 200 is not "
        "there\n");
}

TEST_CASE("what is longer than known keeps its bytes", "[standard]") {
  const Reading reading = read({descriptor({0x04, 0, 0, 0, 0xff, 0, 0, 0, 0xaa, 0xbb})});
  CHECK(sentences(reading.complaints) ==
        "warning: the interface descriptor has 2 bytes after what is known of it\n");
  const Place& place = first_setting(reading).place;
  const auto rest = reading.device.bytes_of(place.rest());
  CHECK(std::vector<std::uint8_t>(rest.begin(), rest.end()) == Bytes{0xaa, 0xbb});
}

TEST_CASE("a descriptor that is too short is kept as bytes", "[standard]") {
  const Reading reading = read({interface(0xff, 0, 0, 0), descriptor({0x05, 0x81, 2, 64})});
  CHECK(sentences(reading.complaints) ==
        "error: the endpoint descriptor has 5 bytes, but what it says it holds needs 7\n");
  CHECK(first_setting(reading).endpoints.empty());
  CHECK(first_setting(reading).not_understood ==
        std::vector{Opaque{{kFirstPart + 9, 5}, 0x05, Unread::TooShort}});
}

TEST_CASE("vendor-specific descriptors are kept as bytes, without a complaint", "[standard]") {
  const Reading reading = read({interface(0xff, 0, 0, 0), descriptor({0x24, 1, 2, 3})});
  CHECK(reading.complaints.empty());
  CHECK(first_setting(reading).not_understood ==
        std::vector{Opaque{{kFirstPart + 9, 5}, 0x24, Unread::Vendor}});
  CHECK(extents::not_understood(reading.device).empty());
}

TEST_CASE("bytes without a device descriptor", "[standard]") {
  SECTION("none at all") {
    const Reading reading = read(Bytes{});
    CHECK(reading.failed());
    CHECK_FALSE(reading.device.descriptor);
    CHECK(reading.device.bytes.empty());
  }
  SECTION("a configuration alone") {
    const Bytes whole = device({interface(0xff, 0, 0)});
    const Reading reading = read(Bytes(whole.begin() + 18, whole.end()));
    CHECK(sentences(reading.complaints) ==
          "warning: the bytes begin with a configuration: the device descriptor is missing\n");
    CHECK_FALSE(reading.device.descriptor);
    REQUIRE(reading.device.configurations.size() == 1);
    CHECK(reading.device.configurations[0].interfaces.size() == 1);
  }
  SECTION("something else") {
    const Reading reading = read(Bytes{5, 0xee, 1, 2, 3});
    CHECK(reading.failed());
    CHECK(reading.device.not_understood == std::vector{Opaque{{0, 5}, 0xee, Unread::Outside}});
  }
}

TEST_CASE("lengths that lie", "[standard]") {
  Bytes bytes = device({interface(0xff, 0, 0, 1), endpoint(0x81)});
  constexpr std::size_t total_length = 18 + 2;
  SECTION("more than there is") {
    bytes[total_length + 1] = 0xff;
    const Reading reading = read(bytes);
    CHECK(reading.failed());
    CHECK(first_setting(reading).endpoints.size() == 1);
  }
  SECTION("a byte less: the last descriptor is cut") {
    bytes[total_length] -= 1;
    const Reading reading = read(bytes);
    CHECK(reading.failed());
    CHECK(first_setting(reading).endpoints.empty());
    CHECK(extents::tile(extents::of(reading.device), bytes.size()));
  }
  SECTION("nothing: what follows belongs to no configuration") {
    bytes[total_length] = 0;
    const Reading reading = read(bytes);
    CHECK(reading.failed());
    CHECK(reading.device.configurations.at(0).interfaces.empty());
    CHECK(reading.device.not_understood.size() == 2);
  }
  SECTION("a bLength of 0 ends the reading") {
    bytes[kFirstPart + 9] = 0;
    const Reading reading = read(bytes);
    CHECK(reading.failed());
    CHECK(reading.device.configurations.at(0).not_understood ==
          std::vector{Opaque{{kFirstPart + 9, 7}, 0, Unread::Cut}});
  }
}

TEST_CASE("two configurations", "[standard]") {
  const Bytes one = device({interface(0xff, 0, 0)});
  Bytes bytes = one;
  bytes.insert(bytes.end(), one.begin() + 18, one.end());
  SECTION("said rightly") {
    bytes[17] = 2;
    const Reading reading = read(bytes);
    CHECK(reading.complaints.empty());
    CHECK(reading.device.configurations.size() == 2);
    CHECK(extents::tile(extents::of(reading.device), bytes.size()));
  }
  SECTION("said wrongly") {
    CHECK(sentences(read(bytes).complaints) ==
          "error: the device says that it has 1 configuration, and it has 2\n");
  }
}

TEST_CASE("descriptors that stand where they mean nothing", "[standard]") {
  const Reading reading =
      read({endpoint(0x81), descriptor({0x30, 0, 0, 0, 0}), interface(0xff, 0, 0, 0),
            descriptor({0x30, 0, 0, 0, 0}), descriptor({0x02, 9, 0, 0, 0, 0, 0, 0})});
  CHECK(sentences(reading.complaints) ==
        "error: the endpoint stands before any interface\n"
        "warning: a descriptor of type 0x30 that belongs to no interface\n"
        "error: the SuperSpeed endpoint companion stands before any endpoint\n"
        "error: the configuration descriptor stands inside another configuration\n");
  CHECK(extents::tile(extents::of(reading.device), reading.device.bytes.size()));
}

TEST_CASE("the same setting twice", "[standard]") {
  const Reading reading = read({interface(0xff, 0, 0), interface(0xff, 0, 0)});
  CHECK(sentences(reading.complaints) == "error: interface 0 has the alternate setting 0 twice\n");
  CHECK(reading.device.configurations.at(0).interfaces.at(0).settings.size() == 2);
}

TEST_CASE("complaints are bounded", "[standard]") {
  Bytes bytes = device({interface(0xff, 0, 0)});
  for (unsigned count = 0; count < 1000; ++count) {
    bytes.insert(bytes.end(), {2, 0xee});
  }
  const Reading reading = read(bytes);
  CHECK(reading.complaints.size() == kMostComplaints);
  CHECK(reading.complaints_left_out == 1000 - kMostComplaints);
}

TEST_CASE("names of numbers", "[standard]") {
  CHECK(class_code_name({0xe0, 1, 4}) == std::string("Bluetooth AMP"));
  CHECK(class_code_name({8, 6, 0x62}) == std::string("USB attached SCSI (UAS)"));
  CHECK(class_code_name({2, 2, 1}) == std::string("abstract control (ACM)"));
  CHECK(class_code_name({0xff, 0, 0}) == std::string());
  CHECK(class_name(0x0e) == std::string("video"));
  CHECK(class_name(0x77) == std::string("unknown"));
  CHECK(unread_name(Unread::Outside) == std::string("outside of every configuration"));
  CHECK(transfer_type_name(TransferType::Bulk) == std::string("bulk"));
  CHECK(synchronization_name(Synchronization::Adaptive) == std::string("adaptive"));
  CHECK(endpoint_usage_name(EndpointUsage::Feedback) == std::string("feedback"));
  CHECK(terminal_type_name(0x0302) == std::string("headphones"));
  CHECK(terminal_type_name(0x9999) == std::string("unknown"));
}
