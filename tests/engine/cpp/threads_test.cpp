// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "world.hpp"

TEST_CASE("many threads use sessions of their own", "[threads]") {
  constexpr int kThreads = 4;
  constexpr int kRounds = 3;
  std::atomic<int> matched = 0;
  std::vector<std::thread> threads;
  threads.reserve(kThreads);
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&] {
      for (int round = 0; round < kRounds; ++round) {
        ddb::Session session = world::session();
        if (!world::load(session).loaded) return;
        session.replay(world::kConnect);
        session.replay(world::kCreate);
        matched += static_cast<int>(session.transactions().size());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(matched == kThreads * kRounds);
}

TEST_CASE("a session serves the thread that has it", "[threads]") {
  ddb::Session session = world::session();
  bool loaded = false;
  std::thread([&] { loaded = world::load(session).loaded; }).join();
  REQUIRE(loaded);
  std::thread([&] { session.replay(world::kConnect); }).join();
  session.replay(world::kCreate);
  std::size_t count = 0;
  std::thread([&] { count = session.transactions().size(); }).join();
  CHECK(count == 1);
}

TEST_CASE("threads come and go", "[threads]") {
  ddb::Session session = world::session();
  for (int i = 0; i < 50; ++i) {
    std::thread([&] { static_cast<void>(session.outlets()); }).join();
  }
  CHECK(session.outlets().empty());
}
