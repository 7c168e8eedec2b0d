// SPDX-License-Identifier: Apache-2.0
// From descriptors into a session of the engine, without a file in between.
#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "corpus.hpp"
#include "ddb/usb/derivation.hpp"
#include "ddb/usb/engine_source.hpp"

using namespace ddb::usb;

namespace {

// Of each kind of recorded devices, one.
std::vector<Description> descriptions() {
  std::vector<Description> found;
  for (const corpus::Entry& entry : corpus::entries()) {
    if (entry.malformed) continue;
    const Reading reading = corpus::read(entry);
    Description description = describe(reading, corpus::options_of(entry, reading.device));
    const bool is_new = std::none_of(found.begin(), found.end(), [&](const Description& it) {
      return it.spec == description.spec;
    });
    if (is_new) found.push_back(std::move(description));
  }
  return found;
}

void check_structure(const ddb::Session& session, const Description& description) {
  INFO(description.spec);
  const ddb::SpecStructure structure = session.structure(ddb::DeviceSpecName(description.spec));
  CHECK(structure.text == description.title);
  REQUIRE(structure.groups.size() == description.groups.size());
  for (std::size_t i = 0; i < structure.groups.size(); ++i) {
    CHECK(structure.groups[i].name == description.groups[i].name);
    CHECK(structure.groups[i].elements.size() == description.groups[i].modules.size());
  }
  CHECK(std::equal(structure.connections.begin(), structure.connections.end(),
                   description.connections.begin(), description.connections.end(),
                   [](const ddb::SpecConnection& it, const Connection& other) {
                     return it.from == other.from && it.to == other.to;
                   }));
}

constexpr const char* kRequester = R"(
requester(program, "wants a wheel").
outlet(program, outlet, [any-100]).
composite_request(program, any, [wheel]).
request(program, wheel, [wheel]).
request_group(program, wheel, proximity, accept(5), [
    user_interface([mechanical_structure([operation([usage(wheel, weight(5))])])])
]).
)";

}  // namespace

TEST_CASE("descriptions go straight into a session", "[session]") {
  const std::vector<Description> all = descriptions();
  if (all.empty()) return;
  std::vector<ddb::Source> sources;
  sources.reserve(all.size() + 1);
  for (const Description& it : all) sources.push_back(source_of(it));
  sources.push_back(ddb::Source::text(ddb::SourceName("program.pl"), kRequester));
  ddb::Session session = ddb::Engine().open();
  const ddb::LoadReport report = session.load(sources);
  REQUIRE(report.loaded);
  CHECK(report.diagnostics.empty());
  CHECK(session.device_specs().size() == all.size());

  std::size_t units = 0;
  for (const Description& it : all) {
    check_structure(session, it);
    session.replay(ddb::DeviceConnect{ddb::SystemName("desk"), ddb::DeviceName(it.spec + "_1"),
                                      ddb::DeviceSpecName(it.spec)});
    units += it.registration_units.size();
  }
  CHECK(session.registration_units().size() == units);
  session.replay(ddb::RequesterCreate{ddb::SystemName("desk"), ddb::RequesterName("program_1"),
                                      ddb::RequesterSpecName("program")});
  const std::vector<ddb::Transaction> matched = session.transactions();
  REQUIRE(matched.size() == 1);
  std::cout << all.size() << " specs, " << units << " registration units; the wheel is that of "
            << matched[0].device.str() << ", " << matched[0].device_group.str() << '\n';
}
