// SPDX-License-Identifier: Apache-2.0
#include "prolog_runtime.hpp"

#include <pthread.h>

#include <array>
#include <chrono>
#include <clocale>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <string>
#include <utility>

#include "pool_predicates.hpp"
#include "term.hpp"
#include "text_predicates.hpp"
#include "thread.hpp"

extern "C" {
// Made by the assembler from the state that the build has saved.
extern const unsigned char ddb_embedded_state[];
extern const std::size_t ddb_embedded_state_size;
}

namespace ddb::detail {

namespace {

// Null while no call runs on this thread.
thread_local Host* current_host = nullptr;

// C++ exceptions never cross Prolog frames: the first is kept until the call is complete.
template <class Callback>
void call_host(const Callback& callback) {
  Host* const host = current_host;
  if (host == nullptr || host->failure) return;
  try {
    callback(*host);
  } catch (...) {
    host->failure = std::current_exception();
  }
}

// host_line(+Depth, +Kind, +Text)
foreign_t host_line(term_t depth, term_t kind, term_t text) {
  call_host([=](const Host& host) {
    const Narrator* const narrator = host.callbacks.narrator;
    if (narrator == nullptr || !*narrator) return;
    const auto level = static_cast<int>(get_integer(depth));
    (*narrator)({level, get_line_kind(kind), get_text(text)});
  });
  return TRUE;
}

// host_progress(+Done, +Total)
foreign_t host_progress(term_t done, term_t total) {
  call_host([=](const Host& host) {
    const Progress* const progress = host.callbacks.progress;
    if (progress == nullptr || !*progress) return;
    (*progress)(static_cast<std::size_t>(get_integer(done)),
                static_cast<std::size_t>(get_integer(total)));
  });
  return TRUE;
}

// The thread that starts Prolog owns its first engine, which can never be destroyed and must not
// lose its thread (SWI-Prolog 9.0.4). So that no caller has to be that thread, this one is made for
// it and idles until the process ends.
class Owner {
 public:
  bool start() {
    pthread_detach(make_thread(nullptr, kStack, [this] { run(); }));
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_; });
    return started_;
  }

 private:
  static constexpr std::size_t kStack = 8U << 20U;

  void run() {
    const bool started = initialise();
    std::unique_lock lock(mutex_);
    started_ = started;
    done_ = true;
    changed_.notify_all();
    if (started) changed_.wait(lock, [] { return false; });
  }

  static bool initialise() {
    // PL_initialise() takes the locale from the environment.
    const char* const current = std::setlocale(LC_ALL, nullptr);
    const std::string locale = current != nullptr ? current : "C";

    PL_register_foreign_in_module("user", "host_line", 3,
                                  reinterpret_cast<pl_function_t>(host_line), 0);
    PL_register_foreign_in_module("user", "host_progress", 2,
                                  reinterpret_cast<pl_function_t>(host_progress), 0);
    register_pool_predicates();
    register_text_predicates();

    // A home that does not exist keeps SWI_HOME_DIR and the installed library out of play: all
    // that is needed is in the state. The first word has a slash, else it would be looked for
    // in PATH.
    static std::array arguments = {
        "/ddb",     "--home=/nonexistent", "--no-signals", "--sigalert=0",
        "--no-tty", "--no-packs",          "--quiet",      "-f",
        "none"};
    std::array<char*, arguments.size() + 1> argv{};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      argv.at(i) = const_cast<char*>(arguments.at(i));
    }
    const bool started = PL_set_resource_db_mem(ddb_embedded_state, ddb_embedded_state_size) != 0 &&
                         PL_initialise(static_cast<int>(arguments.size()), argv.data()) != 0;
    std::setlocale(LC_ALL, locale.c_str());
    return started;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
  bool started_ = false;
};

// An engine starts with stacks of some kilobytes, and doubles them by collecting garbage and
// copying whenever they are full. Room from the start saves a first load most of that; memory
// that is never touched costs nothing.
void widen_stacks() {
  static constexpr std::array kRooms = {std::pair{"global", 1 << 20}, std::pair{"trail", 256 << 10},
                                        std::pair{"local", 128 << 10}};
  fid_t const frame = PL_open_foreign_frame();
  for (const auto& [stack, room] : kRooms) {
    term_t const arguments = new_terms(4);
    put_atom(arguments, stack);
    put_atom(arguments + 1, "min_free");
    put_integer(arguments + 3, room);
    // Failure costs time, nothing else.
    PL_call_predicate(nullptr, PL_Q_CATCH_EXCEPTION | PL_Q_NODEBUG,
                      PL_predicate("$set_prolog_stack", 4, "system"), arguments);
  }
  PL_discard_foreign_frame(frame);
}

// Has this thread's engine ask where its C stack is, which it else does when it first needs to
// know.
void ask_for_c_stack() {
  fid_t const frame = PL_open_foreign_frame();
  term_t const arguments = new_terms(2);
  put_atom(arguments, "c_stack");
  PL_call_predicate(nullptr, PL_Q_CATCH_EXCEPTION | PL_Q_NODEBUG,
                    PL_predicate("statistics", 2, "system"), arguments);
  PL_discard_foreign_frame(frame);
}

// Failure costs memory, nothing else. PL_call_predicate() would leave what the goal made on the
// stacks.
void give_back_stacks() {
  static predicate_t const rest = PL_predicate("api_rest", 0, "engine_api");
  qid_t const query = PL_open_query(nullptr, PL_Q_CATCH_EXCEPTION | PL_Q_NODEBUG, rest, 0);
  if (query == 0) return;
  [[maybe_unused]] const int success = PL_next_solution(query);
  PL_close_query(query);
}

}  // namespace

void start_prolog() {
  static const bool started = [] {
    static auto* const owner = new Owner;
    return owner->start();
  }();
  if (!started) throw Error(ErrorCode::Unavailable, "the inference engine cannot start");
}

PL_engine_t new_engine() {
  if (PL_thread_attach_engine(nullptr) < 0) return nullptr;
  try {
    widen_stacks();
    ask_for_c_stack();
  } catch (const Error&) {
    PL_thread_destroy_engine();
    return nullptr;
  }
  PL_engine_t engine = nullptr;
  PL_set_engine(nullptr, &engine);
  return engine;
}

EngineInUse::EngineInUse(PL_engine_t engine) {
  if (PL_set_engine(engine, &before_) != PL_ENGINE_SET) {
    throw Error(ErrorCode::Internal, "the inference engine cannot use its engine of Prolog");
  }
}

EngineInUse::~EngineInUse() { PL_set_engine(before_, nullptr); }

bool in_callback() noexcept { return current_host != nullptr; }

void forbid_in_callback() {
  if (in_callback()) {
    throw Error(ErrorCode::Conflict, "a callback of the engine must not call the engine");
  }
}

Call::Call(const Callbacks& callbacks)
    : host_{callbacks, nullptr}, before_(current_host), frame_(PL_open_foreign_frame()) {
  if (frame_ == 0) throw Error(ErrorCode::Resource, "the inference engine is out of memory");
  current_host = &host_;
}

Call::~Call() {
  current_host = before_;
  PL_discard_foreign_frame(frame_);
  // No stack grows by tens of megabytes in less.
  constexpr std::chrono::milliseconds kShort{1};
  if (std::chrono::steady_clock::now() - begin_ >= kShort) give_back_stacks();
}

void Call::run(const char* name, int arity, term_t arguments) {
  predicate_t const predicate = PL_predicate(name, arity, "engine_api");
  qid_t const query =
      PL_open_query(nullptr, PL_Q_CATCH_EXCEPTION | PL_Q_NODEBUG, predicate, arguments);
  if (query == 0) throw Error(ErrorCode::Resource, "the inference engine is out of memory");
  if (PL_next_solution(query) != 0) {
    PL_cut_query(query);
  } else {
    term_t const exception = PL_exception(query);
    const std::optional<Error> error =
        exception != 0 ? std::optional(error_from(exception)) : std::nullopt;
    PL_close_query(query);
    if (error) throw Error(*error);
    throw Error(ErrorCode::Internal, std::string("the inference engine failed in ") + name);
  }
  if (host_.failure) std::rethrow_exception(std::exchange(host_.failure, nullptr));
}

}  // namespace ddb::detail
