// SPDX-License-Identifier: Apache-2.0
// How fast descriptors become specs, over the recorded devices of a corpus:
//
//   read_and_write     bytes to a reading, to a description, to the text of its spec
//   read               bytes to a reading
//   describe_reading   a reading to a description
//   write_terms        a description to the text of its spec
//   write_json         a description to JSON
//
//   DDB_CORPUS=../shared/corpus build/release/benchmarks/describe_devices
//
// `items_per_second` is devices a second on one core. The corpus is the one that DDB_CORPUS names.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "corpus.hpp"
#include "ddb/usb/derivation.hpp"

namespace {

using namespace ddb::usb;

struct Recorded {
  corpus::Entry entry;
  DescribeOptions options;
  Reading reading;
  Description description;
};

std::vector<Recorded> read_corpus() {
  std::vector<Recorded> all;
  for (corpus::Entry& entry : corpus::entries()) {
    if (entry.malformed) continue;
    Recorded it;
    it.reading = corpus::read(entry);
    it.options = corpus::options_of(entry, it.reading.device);
    it.description = describe(it.reading, it.options);
    it.entry = std::move(entry);
    all.push_back(std::move(it));
  }
  return all;
}

const std::vector<Recorded>& recorded() {
  static const std::vector<Recorded> all = read_corpus();
  return all;
}

// Runs `step` on every device in turn; what it gives is text or something else to keep.
template <class Step>
void over_all(benchmark::State& state, Step step) {
  for (auto _ : state) {
    for (const Recorded& it : recorded()) benchmark::DoNotOptimize(step(it));
  }
  const auto devices = static_cast<std::int64_t>(recorded().size());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * devices);
}

void read_and_write(benchmark::State& state) {
  over_all(state, [](const Recorded& it) {
    return to_terms(describe(corpus::read(it.entry), it.options));
  });
}

void read(benchmark::State& state) {
  over_all(state, [](const Recorded& it) { return corpus::read(it.entry); });
}

void describe_reading(benchmark::State& state) {
  over_all(state, [](const Recorded& it) { return describe(it.reading, it.options); });
}

void write_terms(benchmark::State& state) {
  over_all(state, [](const Recorded& it) { return to_terms(it.description); });
}

void write_json(benchmark::State& state) {
  over_all(state, [](const Recorded& it) { return to_json(it.description); });
}

}  // namespace

BENCHMARK(read_and_write);
BENCHMARK(read);
BENCHMARK(describe_reading);
BENCHMARK(write_terms);
BENCHMARK(write_json);

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (recorded().empty()) return 1;
  std::size_t bytes = 0;
  std::size_t text = 0;
  for (const Recorded& it : recorded()) {
    bytes += it.entry.descriptors.size();
    for (const corpus::Bytes& report : it.entry.reports) bytes += report.size();
    text += to_terms(it.description).size();
  }
  const std::size_t devices = recorded().size();
  std::cout << devices << " devices of " << bytes / devices << " bytes, specs of " << text / devices
            << " bytes\n";
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
