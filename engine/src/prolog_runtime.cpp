// SPDX-License-Identifier: Apache-2.0
#include "prolog_runtime.hpp"

#include <pthread.h>

#include <array>
#include <clocale>
#include <condition_variable>
#include <csignal>
#include <cstddef>
#include <exception>
#include <string>
#include <thread>
#include <utility>

#include "term.hpp"

extern "C" {
// Made by the assembler from the state that the build has saved.
extern const unsigned char ddb_embedded_state[];
extern const std::size_t ddb_embedded_state_size;
}

namespace ddb::detail {

namespace {

// What a callback of the running call needs; null while no call runs on this thread.
struct Host {
  const Narrator* narrator;
  const Progress* progress;
  std::exception_ptr failure;
};
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
    if (host.narrator == nullptr || !*host.narrator) return;
    const auto level = static_cast<int>(get_integer(depth));
    (*host.narrator)({level, get_line_kind(kind), get_text(text)});
  });
  return TRUE;
}

// host_progress(+Done, +Total)
foreign_t host_progress(term_t done, term_t total) {
  call_host([=](const Host& host) {
    if (host.progress == nullptr || !*host.progress) return;
    (*host.progress)(static_cast<std::size_t>(get_integer(done)),
                     static_cast<std::size_t>(get_integer(total)));
  });
  return TRUE;
}

// The thread that starts Prolog owns its first engine, which can never be destroyed and must not
// lose its thread (SWI-Prolog 9.0.4). So that no caller has to be that thread, this one is made for
// it and idles until the process ends. All signals stay with the threads of the host.
class Owner {
 public:
  bool start() {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    std::thread([this] { run(); }).detach();
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_; });
    return started_;
  }

 private:
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

// Never destroyed: threads may still call while the process ends.
std::mutex& prolog_mutex() {
  static auto* const mutex = new std::mutex;
  return *mutex;
}

// Detaches a thread at its end. A call during a later destructor of the same thread attaches it
// again; that engine then ends with the process.
struct Attachment {
  ~Attachment() {
    ended = true;
    if (PL_thread_self() > 0) {
      const std::scoped_lock lock(prolog_mutex());
      PL_thread_destroy_engine();
    }
  }
  static thread_local bool ended;
};
thread_local bool Attachment::ended = false;

// An engine starts with stacks of some kilobytes, and doubles them by collecting garbage and
// copying whenever they are full. Room from the start saves a first load most of that; memory
// that is never touched costs nothing.
void widen_stacks() {
  static constexpr std::array kRooms = {std::pair{"global", 8 << 20}, std::pair{"trail", 2 << 20},
                                        std::pair{"local", 1 << 20}};
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

void attach_thread() {
  if (PL_thread_self() > 0) return;
  if (!Attachment::ended) {
    thread_local const Attachment attachment;
    static_cast<void>(&attachment);
  }
  if (PL_thread_attach_engine(nullptr) < 0) {
    throw Error(ErrorCode::Resource, "the inference engine cannot serve one more thread");
  }
  widen_stacks();
}

}  // namespace

void start_prolog() {
  static const bool started = [] {
    static auto* const owner = new Owner;
    return owner->start();
  }();
  if (!started) throw Error(ErrorCode::Unavailable, "the inference engine cannot start");
}

Call::Call(const Narrator* narrator, const Progress* progress) {
  if (current_host != nullptr) {
    throw Error(ErrorCode::Conflict, "a callback of the engine must not call the engine");
  }
  start_prolog();
  lock_ = std::unique_lock(prolog_mutex());
  attach_thread();
  frame_ = PL_open_foreign_frame();
  if (frame_ == 0) throw Error(ErrorCode::Resource, "the inference engine is out of memory");
  static thread_local Host host;
  host = {narrator, progress, nullptr};
  current_host = &host;
}

Call::~Call() {
  current_host->failure = nullptr;
  current_host = nullptr;
  PL_discard_foreign_frame(frame_);
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
  if (current_host->failure) std::rethrow_exception(std::exchange(current_host->failure, nullptr));
}

}  // namespace ddb::detail
