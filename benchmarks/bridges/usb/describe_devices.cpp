// SPDX-License-Identifier: Apache-2.0
// How fast descriptors become specs, over the recorded devices of a corpus:
//
//   read_and_write     bytes to a reading, to a description, to the text of its spec
//   read               bytes to a reading
//   describe           a reading to a description
//   to_terms, to_json  a description to text
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

std::vector<Recorded> recorded() {
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

// Runs `step` on every device in turn; what it gives is text or something else to keep.
template <class Step>
void over_all(benchmark::State& state, const std::vector<Recorded>& all, Step step) {
  for (auto _ : state) {
    for (const Recorded& it : all) benchmark::DoNotOptimize(step(it));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * all.size()));
}

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  const std::vector<Recorded> all = recorded();
  if (all.empty()) return 1;
  std::size_t bytes = 0;
  std::size_t text = 0;
  for (const Recorded& it : all) {
    bytes += it.entry.descriptors.size();
    for (const corpus::Bytes& report : it.entry.reports) bytes += report.size();
    text += to_terms(it.description).size();
  }
  std::cout << all.size() << " devices of " << bytes / all.size() << " bytes, specs of "
            << text / all.size() << " bytes\n";
  const auto add = [&all](const char* name, auto step) {
    benchmark::RegisterBenchmark(
        name, [&all, step](benchmark::State& state) { over_all(state, all, step); });
  };
  add("read_and_write", [](const Recorded& it) {
    return to_terms(describe(corpus::read(it.entry), it.options));
  });
  add("read", [](const Recorded& it) { return corpus::read(it.entry); });
  add("describe", [](const Recorded& it) { return describe(it.reading, it.options); });
  add("to_terms", [](const Recorded& it) { return to_terms(it.description); });
  add("to_json", [](const Recorded& it) { return to_json(it.description); });
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
