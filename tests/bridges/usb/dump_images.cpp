// SPDX-License-Identifier: Apache-2.0
#include "dump_images.hpp"

#include <cstdint>
#include <utility>

namespace dump_images {

namespace {

using namespace ddb::usb;

// What was read, without the bytes that it was made from, and both dumps of it.
struct Image {
  explicit Image(Reading reading) : text(dump_text(reading)), json(dump_json(reading)) {
    model = std::move(reading.device);
    model.bytes.clear();
    if (model.bos) model.bos->bytes.clear();
    for (hid::ReportDescriptor& report : model.report_descriptors) report.bytes.clear();
  }

  std::string text;
  std::string json;
  Device model;
};

}  // namespace

std::string loss(const corpus::Bytes& bytes, const std::vector<std::size_t>& places,
                 const std::function<Reading(const corpus::Bytes&)>& read,
                 const std::function<bool(std::size_t)>& silent) {
  const Image before(read(bytes));
  corpus::Bytes changed = bytes;
  for (const std::size_t at : places) {
    changed[at] ^= static_cast<std::uint8_t>(1U << at % 8);
    const Image after(read(changed));
    changed[at] = bytes[at];
    const std::string place = " does not show a change at " + std::to_string(at);
    const bool same = before.model == after.model;
    if (same && before.json == after.json && !silent(at)) return "the model" + place;
    if (!same && before.json == after.json) return "JSON" + place;
    if (!same && before.text == after.text) return "text" + place;
  }
  return "";
}

}  // namespace dump_images
