// SPDX-License-Identifier: Apache-2.0
#include <dlfcn.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <utility>

#include "stories.hpp"

// What goes wrong inside Prolog stays there: the call tells it, nothing has changed, and the same
// session, other sessions and the process go on.

namespace {

// The story of world.hpp, in a session that other things are loaded in too.
void expect_story(ddb::Session& session) {
  const ddb::RequesterName requester("r_after");
  const ddb::DeviceName device("d_after");
  session.replay(
      ddb::DeviceConnect{ddb::SystemName("red"), device, ddb::DeviceSpecName("converter")});
  session.replay(
      ddb::RequesterCreate{ddb::SystemName("blue"), requester, ddb::RequesterSpecName("recorder")});
  std::vector<ddb::Transaction> transactions = session.transactions();
  REQUIRE(transactions.size() == 1);
  CHECK(transactions.front().device == device);
  CHECK(transactions.front().match_factor == ddb::Rational(7, 2));
  session.replay(ddb::RequesterCancel{requester});
  session.replay(ddb::DeviceDisconnect{device});
  CHECK(session.transactions().empty());
}

// After the story of world.hpp, which has left its device and its requester there.
void expect_story_after_cancel(ddb::Session& session) {
  session.replay(ddb::RequesterCancel{ddb::RequesterName("r1")});
  session.replay(ddb::DeviceDisconnect{ddb::DeviceName("c1")});
  expect_story(session);
}

void expect_story_anywhere() {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  expect_story(session);
}

std::string repeated(const std::string& text, std::size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

// A converter whose match condition has this body, with what helpers it needs.
std::string device_with(const std::string& body, const std::string& helpers) {
  return R"(
device(bad, "its condition is wrong").
registration_unit(bad, stream).
state(bad, level, 1).
device_group(bad, in, [
    task_element([
        task([
            registration_unit(stream), match_condition(check),
            function([direction(analog_to_digital), sampling_rate([48, 96]*kilohertz)])
        ])
    ])
]).
match_condition(bad, check, SubMatch) :- submatch_value(SubMatch, [function, direction], _), )" +
         body + ".\n" + helpers;
}

struct BadBody {
  const char* name;
  const char* body;
  const char* helpers;
};

const auto kBadBodies = std::to_array<BadBody>({
    {"endless", "endless", "endless :- endless.\n"},
    {"deep recursion", "deep(0)", "deep(N) :- N1 is N + 1, deep(N1), var(_).\n"},
    {"growing term", "grow(a)", "grow(T) :- grow(f(T, T, T, T)).\n"},
    {"growing list", "grow([])", "grow(L) :- grow([x, y, z|L]).\n"},
    {"doubling term", "grow(a)", "grow(T) :- copy_term(T-T, T1), grow(T1).\n"},
    {"doubling list", "grow([a])", "grow(L) :- append(L, L, L1), grow(L1).\n"},
    {"doubling text", "grow(abc)", "grow(A) :- atom_concat(A, A, B), grow(B).\n"},
    {"squaring number", "grow(3)", "grow(N) :- M is N * N, grow(M).\n"},
    {"huge power", "X is 7 ** 10000000, X > 0", ""},
    {"power of a power", "X is 2 ** (2 ** 40), X > 0", ""},
    {"list without end", "length(L, 1000000000), L = [a|_]", ""},
    {"list beyond memory", "X is 2 ** 62, length(L, X), L = [a|_]", ""},
    {"term beyond memory", "X is 2 ** 62, functor(T, f, X), T = f(_)", ""},
    {"long text", "text(T), findall(S, sub_atom(T, _, _, _, S), L), length(L, 0)",
     "text(T) :- length(L, 1300), maplist(=(97), L), atom_codes(T, L).\n"},
    {"exception with a deep term", "deep(a, T, 60000), atom_length(T, _)",
     "deep(T, T, 0) :- !.\ndeep(T0, T, N) :- N1 is N - 1, deep(f(T0), T, N1).\n"},
    {"exception with a term of 2 ** 60 cells", "wide(a, T, 60), arg(T, f(a), _)",
     "wide(T, T, 0) :- !.\nwide(T0, T, N) :- N1 is N - 1, wide(f(T0, T0), T, N1).\n"},
    {"exception with a long list", "numlist(1, 100000, L), atom_length(L, _)", ""},
    {"all solutions", "findall(X, between(1, 100000000, X), Xs), length(Xs, 0)", ""},
    {"endless choice", "between(1, 100000000, X), X < 0", ""},
    {"cyclic term", "X = f(X), copy_term(X, Y), ground(Y), Y == a", ""},
    {"type error", "atom_length(f(x), N), N > 0", ""},
    {"unbound number", "N > 0", ""},
});

std::size_t matches_of_bad(ddb::Session& session) {
  std::size_t count = 0;
  for (const ddb::Transaction& transaction : session.transactions()) {
    if (transaction.device == ddb::DeviceName("bad_1")) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("a body that takes too much is refused its match, and nothing else", "[robustness]") {
  ddb::Session bystander = world::session();
  REQUIRE(world::load(bystander).loaded);
  for (const BadBody& bad : kBadBodies) {
    DYNAMIC_SECTION(bad.name) {
      ddb::Session session = world::session();
      REQUIRE(world::load(session).loaded);
      const ddb::LoadReport report = session.load(
          {ddb::Source::text(ddb::SourceName("bad.pl"), device_with(bad.body, bad.helpers))});
      for (const ddb::Diagnostic& diagnostic : report.diagnostics) {
        UNSCOPED_INFO(diagnostic.str());
      }
      REQUIRE(report.loaded);
      session.replay(ddb::DeviceConnect{ddb::SystemName("red"), ddb::DeviceName("bad_1"),
                                        ddb::DeviceSpecName("bad")});
      const ddb::Outcome outcome = session.replay(world::kCreate);
      CHECK(matches_of_bad(session) == 0);
      if (std::string(bad.name) != "cyclic term" && std::string(bad.name) != "all solutions") {
        CHECK(outcome.warnings.size() == 1);
      }
      session.replay(ddb::RequesterCancel{ddb::RequesterName("r1")});
      session.replay(ddb::DeviceDisconnect{ddb::DeviceName("bad_1")});
      expect_story(session);
      expect_story(bystander);
      expect_story_anywhere();
    }
  }
}

TEST_CASE("a helper has as many arguments as may be needed, within reason", "[robustness]") {
  const auto with_arguments = [](std::size_t count) {
    const std::string call = "wide(" + repeated("x, ", count - 1) + "x)";
    return device_with(call, call + ".\n");
  };
  for (const std::size_t count : {1, 10, 11, 12, 100}) {
    DYNAMIC_SECTION(count) {
      ddb::Session session = world::session();
      REQUIRE(session.load({ddb::Source::text(ddb::SourceName("bad.pl"), with_arguments(count))})
                  .loaded);
    }
  }
  for (const std::size_t count : {101, 1023, 5000}) {
    DYNAMIC_SECTION(count) {
      ddb::Session session = world::session();
      const ddb::LoadReport report =
          session.load({ddb::Source::text(ddb::SourceName("bad.pl"), with_arguments(count))});
      CHECK_FALSE(report.loaded);
      REQUIRE(report.diagnostics.size() == 1);
      CHECK_THAT(report.diagnostics.front().sentence,
                 Catch::Matchers::StartsWith("a helper takes 100 arguments at most"));
    }
  }
}

TEST_CASE("a body cannot end the process", "[robustness]") {
  for (const char* const body : {"halt", "halt(3)", "call(halt)", "maplist(call, [halt])",
                                 "G = halt, G", "system:halt", "thread_exit(x)", "abort"}) {
    DYNAMIC_SECTION(body) {
      ddb::Session session = world::session();
      REQUIRE(world::load(session).loaded);
      CHECK_FALSE(
          session.load({ddb::Source::text(ddb::SourceName("bad.pl"), device_with(body, ""))})
              .loaded);
      expect_story(session);
    }
  }
}

TEST_CASE("a load that asks for too much is refused as a whole", "[robustness]") {
  struct Hostile {
    const char* name;
    std::string text;
  };
  const auto hostiles = std::to_array<Hostile>({
      {"halt", ":- halt.\n:- initialization(halt).\n"},
      {"deep term", "device(d, " + repeated("f(", 200000) + "x" + repeated(")", 200000) + ")."},
      {"deep list", "device(d, " + repeated("[", 200000) + repeated("]", 200000) + ")."},
      {"deep group", "device(d, \"d\").\ndevice_group(d, g, " + repeated("[task_element(", 50000) +
                         repeated(")]", 50000) + ")."},
      {"deepest term", "device(d, " + repeated("f(", 499990) + "x" + repeated(")", 499990) + ")."},
      {"too deep term", "device(d, " + repeated("[", 3000000) + repeated("]", 3000000) + ")."},
      {"open brackets", "device(d, " + repeated("(", 300000)},
      {"prefix operators", "device(d, " + repeated("- ", 300000) + "1)."},
      {"infix operators", "device(d, " + repeated("a+", 300000) + "a)."},
      {"long number", "device(d, \"d\").\nstate(d, s, " + repeated("9", 200000) + "*hertz)."},
      {"large exponent", "device(d, \"d\").\nstate(d, s, 1.0e100000000*hertz)."},
      {"long name", "device(" + repeated("n", 5000000) + ", d)."},
      {"many arguments", "device(d" + repeated(", x", 200000) + ")."},
      {"no end", repeated("device(d, \"d\")\n", 50000)},
      {"many mistakes", repeated("devise(d, \"d\").\n", 3000)},
  });
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  const std::string before = session.snapshot();
  for (const Hostile& hostile : hostiles) {
    DYNAMIC_SECTION(hostile.name) {
      const ddb::LoadReport report =
          session.load({ddb::Source::text(ddb::SourceName("bad.pl"), hostile.text)});
      CHECK_FALSE(report.loaded);
      CHECK(session.snapshot() == before);
      expect_story(session);
      expect_story_anywhere();
    }
  }
}

TEST_CASE("a small stack of the caller does not matter", "[robustness]") {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 64 << 10);
  struct Work {
    bool loaded = true;
    std::size_t matches = 0;
  } work;
  const auto run = [](void* data) -> void* {
    auto& result = *static_cast<Work*>(data);
    ddb::Session session = world::session();
    world::load(session);
    result.loaded = session
                        .load({ddb::Source::text(ddb::SourceName("deep.pl"),
                                                 "device(d, " + repeated("f(", 20000) + "x" +
                                                     repeated(")", 20000) + ").")})
                        .loaded;
    session.replay(world::kConnect);
    session.replay(world::kCreate);
    result.matches = session.transactions().size();
    return nullptr;
  };
  pthread_t thread{};
  REQUIRE(pthread_create(&thread, &attributes, run, &work) == 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
  CHECK_FALSE(work.loaded);
  CHECK(work.matches == 1);
}

TEST_CASE("a callback runs on the thread of its caller", "[robustness]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  std::vector<std::thread::id> threads;
  std::thread thread([&] {
    session.replay(world::kConnect, [&](const ddb::NarrationLine&) {
      threads.push_back(std::this_thread::get_id());
    });
  });
  const std::thread::id caller = thread.get_id();
  thread.join();
  REQUIRE_FALSE(threads.empty());
  CHECK(std::all_of(threads.begin(), threads.end(), [&](auto id) { return id == caller; }));
}

TEST_CASE("a thread that is cancelled completes its call", "[robustness]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  const auto run = [](void* data) -> void* {
    pthread_cancel(pthread_self());
    static_cast<ddb::Session*>(data)->replay(
        world::kConnect, [](const ddb::NarrationLine&) { pthread_testcancel(); });
    pthread_testcancel();
    return nullptr;
  };
  pthread_t thread{};
  REQUIRE(pthread_create(&thread, nullptr, run, &session) == 0);
  void* result = nullptr;
  pthread_join(thread, &result);
  CHECK(result == PTHREAD_CANCELED);
  session.replay(world::kCreate);
  CHECK(session.transactions().size() == 1);
}

namespace {

// Whether the thread of this process waits for something.
bool is_waiting(pid_t thread) {
  std::ifstream file("/proc/self/task/" + std::to_string(thread) + "/stat");
  const std::string line((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::size_t name_end = line.rfind(')');
  return name_end != std::string::npos && line.substr(name_end).starts_with(") S");
}

}  // namespace

TEST_CASE("a thread that is cancelled while it waits for its turn holds up nobody",
          "[robustness]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  std::atomic<bool> is_inside{false};
  std::atomic<bool> may_end{false};
  std::thread first([&] {
    session.replay(world::kConnect, [&](const ddb::NarrationLine&) {
      is_inside = true;
      while (!may_end) std::this_thread::yield();
    });
  });
  while (!is_inside) std::this_thread::yield();
  struct Second {
    ddb::Session& session;
    std::atomic<pid_t> thread{0};
  } data{session};
  const auto run = [](void* given) -> void* {
    auto& own = *static_cast<Second*>(given);
    pthread_cancel(pthread_self());
    own.thread = gettid();
    static_cast<void>(own.session.outlets());
    pthread_testcancel();
    return nullptr;
  };
  pthread_t second{};
  REQUIRE(pthread_create(&second, nullptr, run, &data) == 0);
  const auto bound = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!is_waiting(data.thread) && std::chrono::steady_clock::now() < bound) {
    std::this_thread::yield();
  }
  const bool has_waited = is_waiting(data.thread);
  may_end = true;
  first.join();
  void* result = nullptr;
  pthread_join(second, &result);
  CHECK(has_waited);
  CHECK(result == PTHREAD_CANCELED);
  session.replay(world::kCreate);
  CHECK(session.transactions().size() == 1);
}

namespace {

// Only a callback runs where the stacks are that it wants to limit, and only Prolog can do it. No
// program has a reason to, so the library offers no way; what it is linked with does.
bool prolog_holds(const std::string& text) {
  const auto function = [](const char* name) { return dlsym(RTLD_DEFAULT, name); };
  using NewTermRef = std::uintptr_t (*)();
  using CharsToTerm = int (*)(const char*, std::uintptr_t);
  using Call = int (*)(std::uintptr_t, void*);
  const auto new_term_ref = reinterpret_cast<NewTermRef>(function("PL_new_term_ref"));
  const auto chars_to_term = reinterpret_cast<CharsToTerm>(function("PL_chars_to_term"));
  const auto call = reinterpret_cast<Call>(function("PL_call"));
  if (new_term_ref == nullptr || chars_to_term == nullptr || call == nullptr) return false;
  std::uintptr_t const goal = new_term_ref();
  const std::string caught = "catch((" + text + "), _, fail)";
  return chars_to_term(caught.c_str(), goal) != 0 && call(goal, nullptr) != 0;
}

bool limit_stacks(std::size_t bytes) {
  return prolog_holds("trim_stacks, set_prolog_flag(stack_limit, " + std::to_string(bytes) + ")");
}

// The first line of the next event's transcript sets the limit.
ddb::Narrator limiting(std::size_t bytes, bool& done) {
  return [bytes, &done](const ddb::NarrationLine&) {
    // No limit may be below what is in use.
    for (std::size_t limit = bytes; !done; limit += limit / 4) done = limit_stacks(limit);
  };
}

}  // namespace

TEST_CASE("an event that runs out of stack has not happened", "[robustness]") {
  constexpr std::size_t kUsual = std::size_t{1} << 30U;
  constexpr std::size_t kDevices = 60000;
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  // So many that one at least has its seat on the same thread.
  std::vector<ddb::Session> others;
  for (unsigned i = 0; i <= std::thread::hardware_concurrency(); ++i) {
    others.push_back(world::session());
    REQUIRE(world::load(others.back()).loaded);
  }
  for (std::size_t i = 0; i < kDevices; ++i) {
    session.replay(ddb::DeviceConnect{ddb::SystemName("red"),
                                      ddb::DeviceName(stories::numbered("d", i)),
                                      ddb::DeviceSpecName("converter")});
  }

  bool limited = false;
  try {
    session.replay(world::kCreate, limiting(100000, limited));
    FAIL("the event had room enough");
  } catch (const ddb::Error& error) {
    CHECK(limited);
    CHECK(error.code() == ddb::ErrorCode::Resource);
    CHECK(
        std::string(error.what()) ==
        "the inference engine has no room left for this call (stack); nothing has changed: divide "
        "what it is about into smaller parts, or use sessions of fewer devices");
  }

  for (ddb::Session& other : others) {
    other.replay(world::kConnect);
    other.replay(world::kCreate);
    CHECK(other.transactions().size() == 1);
  }
  CHECK(session.outlets().empty());
  bool restored = false;
  session.replay(ddb::SystemConnect{ddb::SystemName("blue")}, limiting(kUsual, restored));
  session.replay(ddb::SystemDisconnect{ddb::SystemName("blue")});
  CHECK(restored);
  CHECK(session.outlets().empty());
  session.replay(ddb::SystemConnect{ddb::SystemName("blue")});
  session.replay(world::kCreate);
  CHECK(session.transactions().size() == 1);
  for (ddb::Session& other : others) expect_story_after_cancel(other);
}

TEST_CASE("what a callback throws goes to the caller, from every call that has one",
          "[robustness]") {
  struct Thrown {};
  ddb::Session session = world::session();
  const auto throwing = [](auto&&...) { throw Thrown{}; };
  CHECK_THROWS_AS(session.load({ddb::Source::text(ddb::SourceName("d.pl"), world::kDevice),
                                ddb::Source::text(ddb::SourceName("r.pl"), world::kRequester)},
                               throwing),
                  Thrown);
  CHECK_THROWS_AS(session.replay(world::kConnect, throwing), Thrown);
  CHECK_THROWS_AS(session.replay(world::kCreate, throwing), Thrown);
  CHECK(session.transactions().size() == 1);
  CHECK_THROWS_AS(
      session.replace({ddb::Source::text(ddb::SourceName("d.pl"),
                                         std::string(world::kDevice) +
                                             "registration_unit(converter, another).\n")},
                      throwing),
      Thrown);
  CHECK(session.registration_units().size() == 2);
  expect_story_after_cancel(session);
}

TEST_CASE("no call is made inside a callback, and the session goes on", "[robustness]") {
  ddb::Session session = world::session();
  REQUIRE(world::load(session).loaded);
  const std::string snapshot = session.snapshot();
  std::size_t refused = 0;
  const auto expect_conflict = [&](const auto& call) {
    try {
      call();
    } catch (const ddb::Error& error) {
      if (error.code() == ddb::ErrorCode::Conflict) ++refused;
    }
  };
  const ddb::RequesterName requester("r1");
  const ddb::OutletName outlet("main");
  std::size_t lines = 0;
  session.replay(world::kConnect, [&](const ddb::NarrationLine&) {
    ++lines;
    expect_conflict([&] { session.replay(world::kCreate); });
    expect_conflict([&] { world::load(session); });
    expect_conflict([&] { session.replace({}); });
    expect_conflict([&] { static_cast<void>(session.snapshot()); });
    expect_conflict([&] { static_cast<void>(session.explain(requester, outlet)); });
    expect_conflict([&] { static_cast<void>(world::session()); });
    expect_conflict([&] { static_cast<void>(ddb::Engine().restore(snapshot)); });
  });
  CHECK(lines > 0);
  CHECK(refused == 7 * lines);
  session.replay(world::kCreate);
  CHECK(session.transactions().size() == 1);
  expect_story_after_cancel(session);
}

namespace {

// How many sessions the engines of Prolog have, this one's probes among them.
std::size_t count_sessions() {
  std::vector<ddb::Session> probes;
  std::size_t count = 0;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
    // The next one takes its seat where the fewest are: at another engine.
    ddb::Session& probe = probes.emplace_back(world::session());
    bool asked = false;
    probe.replay(ddb::SystemConnect{ddb::SystemName("red")}, [&](const ddb::NarrationLine&) {
      if (std::exchange(asked, true)) return;
      std::size_t here = 0;
      while (!prolog_holds("findall(x, knowledge_base:session(_, _, _, _), L), length(L, " +
                           std::to_string(here) + ")")) {
        ++here;
      }
      count += here;
    });
  }
  return count;
}

}  // namespace

TEST_CASE("a session that is destroyed inside a callback is gone", "[robustness]") {
  const std::size_t before = count_sessions();
  {
    ddb::Session session = world::session();
    std::vector<ddb::Session> others;
    for (unsigned i = 0; i < 2 * std::thread::hardware_concurrency(); ++i) {
      others.push_back(world::session());
    }
    session.replay(ddb::SystemConnect{ddb::SystemName("red")},
                   [&](const ddb::NarrationLine&) { others.clear(); });
    REQUIRE(world::load(session).loaded);
    expect_story(session);
  }
  CHECK(count_sessions() == before);
}
