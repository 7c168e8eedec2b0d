// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <thread>

#include "stories.hpp"

namespace {

constexpr int kThreads = 8;

// Runs `body(thread)` on so many threads at once. What one throws is thrown on.
template <class Body>
void at_once(int count, const Body& body) {
  std::vector<std::thread> threads;
  std::vector<std::exception_ptr> failures(static_cast<std::size_t>(count));
  threads.reserve(failures.size());
  for (int thread = 0; thread < count; ++thread) {
    threads.emplace_back([&, thread] {
      try {
        body(thread);
      } catch (...) {
        failures[static_cast<std::size_t>(thread)] = std::current_exception();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

// How long the random stories go on: DDB_STRESS_SECONDS, or not at all, which is a few of them.
std::chrono::seconds stress_time() {
  const char* const seconds = std::getenv("DDB_STRESS_SECONDS");
  return std::chrono::seconds(seconds != nullptr ? std::atoi(seconds) : 0);
}

}  // namespace

TEST_CASE("random stories on eight threads are those of one thread", "[threads]") {
  constexpr unsigned kStories = 12;
  constexpr int kEvents = 40;
  std::vector<std::string> expected;
  for (unsigned seed = 0; seed < kStories; ++seed) expected.push_back(stories::told(seed, kEvents));
  REQUIRE(std::any_of(expected.begin(), expected.end(), [](const std::string& story) {
    return story.find("\"composite") != std::string::npos ||
           story.find("a callback threw") != std::string::npos;
  }));

  const auto end = std::chrono::steady_clock::now() + stress_time();
  std::atomic<int> told = 0;
  std::atomic<int> wrong = 0;
  at_once(kThreads, [&](int thread) {
    unsigned turn = 0;
    do {
      const unsigned seed = (static_cast<unsigned>(thread) * 5 + turn) % kStories;
      if (stories::told(seed, kEvents) != expected[seed]) ++wrong;
      ++told;
      ++turn;
    } while (turn < kStories || std::chrono::steady_clock::now() < end);
  });
  CHECK(wrong == 0);
  CHECK(told >= kThreads * static_cast<int>(kStories));
  if (stress_time().count() > 0) WARN(told << " stories of " << kEvents << " events");
}

TEST_CASE("eight threads use one session by turns", "[threads]") {
  constexpr int kEvents = 120;
  const auto story = [&](int threads) {
    ddb::Session session = world::session();
    stories::load(session);
    stories::Events events(7);
    std::string text;
    std::mutex mutex;
    std::condition_variable changed;
    int turn = 0;
    at_once(threads, [&](int thread) {
      for (;;) {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return turn % threads == thread || turn >= kEvents; });
        if (turn >= kEvents) return;
        text += stories::told(session, events.next(), false, false);
        ++turn;
        changed.notify_all();
      }
    });
    return text + session.snapshot();
  };
  CHECK(story(kThreads) == story(1));
}

TEST_CASE("eight threads use one session at once", "[threads]") {
  constexpr int kRounds = 20;
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  at_once(kThreads, [&](int thread) {
    const auto number = static_cast<std::size_t>(thread);
    for (int round = 0; round < kRounds; ++round) {
      const ddb::DeviceName device(stories::numbered("d", number));
      const ddb::RequesterName requester(stories::numbered("r", number));
      session.replay(
          ddb::DeviceConnect{ddb::SystemName("red"), device, ddb::DeviceSpecName("converter")});
      session.replay(ddb::RequesterCreate{ddb::SystemName("blue"), requester,
                                          ddb::RequesterSpecName("recorder")});
      if (session.transactions().size() > kThreads) throw std::logic_error("too many matches");
      if (round + 1 < kRounds) {
        session.replay(ddb::RequesterCancel{requester});
        session.replay(ddb::DeviceDisconnect{device});
      }
    }
  });
  CHECK(session.transactions().size() == kThreads);
  CHECK(session.registration_units().size() == kThreads);
}

TEST_CASE("a session made on one thread is used on a second and destroyed on a third",
          "[threads]") {
  for (int i = 0; i < 20; ++i) {
    std::optional<ddb::Session> session;
    std::size_t count = 0;
    std::thread([&] {
      session.emplace(world::session());
      world::load(*session);
    }).join();
    std::thread([&] {
      session->replay(world::kConnect);
      session->replay(world::kCreate);
      count = session->transactions().size();
    }).join();
    std::thread([&] { session.reset(); }).join();
    CHECK(count == 1);
  }
}

TEST_CASE("sessions come and go while others work", "[threads]") {
  std::atomic<bool> done = false;
  std::thread visitor([&] {
    while (!done) {
      const ddb::Session empty = world::session();
      ddb::Session loaded = world::session();
      world::load(loaded);
    }
  });
  std::vector<ddb::Session> sessions;
  sessions.reserve(kThreads);
  for (int i = 0; i < kThreads; ++i) sessions.push_back(world::session());
  at_once(kThreads, [&](int thread) {
    ddb::Session& session = sessions[static_cast<std::size_t>(thread)];
    world::load(session);
    for (int round = 0; round < 20; ++round) {
      session.replay(world::kConnect);
      session.replay(world::kCreate);
      if (session.transactions().size() != 1) throw std::logic_error("no match");
      session.replay(ddb::RequesterCancel{ddb::RequesterName("r1")});
      session.replay(ddb::DeviceDisconnect{ddb::DeviceName("c1")});
    }
  });
  done = true;
  visitor.join();
  for (const ddb::Session& session : sessions) CHECK(session.transactions().empty());
}

TEST_CASE("threads come and go", "[threads]") {
  const ddb::Session session = world::session();
  for (int i = 0; i < 50; ++i) {
    std::thread([&] { static_cast<void>(session.outlets()); }).join();
  }
  CHECK(session.outlets().empty());
}

TEST_CASE("a callback must not use another session either", "[threads]") {
  ddb::Session one = world::session();
  const ddb::Session other = world::session();
  REQUIRE(world::load(one).loaded);
  bool conflict = false;
  one.replay(world::kConnect, [&](const ddb::NarrationLine&) {
    try {
      static_cast<void>(other.outlets());
    } catch (const ddb::Error& error) {
      conflict = error.code() == ddb::ErrorCode::Conflict;
    }
  });
  CHECK(conflict);
  CHECK(other.outlets().empty());
}
