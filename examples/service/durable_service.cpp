// SPDX-License-Identifier: Apache-2.0
// A service that survives a restart, and a crash at any moment: before it answers an event, all
// that the session knows is in a file.
//
//   durable_service STATE-FILE FILE...    descriptions, for the first start
//
// It reads one event a line, such as `device_connect red_1 imic2_1 imic2`, and answers each with
// the changes of outlets and a last line `done`, or with `refused` and why.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <ddb/engine.hpp>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

using namespace ddb;

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class Descriptor {
 public:
  Descriptor(const std::string& path, int flags) : path_(path) {
    number_ = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (number_ < 0) fail(path);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(number_); }

  void write(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t count = ::write(number_, text.data(), text.size());
      if (count < 0 && errno != EINTR) fail(path_);
      if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  void sync() const {
    if (::fsync(number_) != 0) fail(path_);
  }

 private:
  std::string path_;
  int number_;
};

// At any moment the file is whole: the old one or the new one.
void save(const std::filesystem::path& path, const std::string& snapshot) {
  const std::filesystem::path next = path.string() + ".next";
  {
    const Descriptor file(next, O_WRONLY | O_CREAT | O_TRUNC);
    file.write(snapshot);
    file.sync();  // else the new name could reach the disk before what it names
  }
  std::filesystem::rename(next, path);
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  Descriptor(folder, O_RDONLY | O_DIRECTORY).sync();
}

Session first_start(const std::vector<Source>& sources) {
  Session session = Engine().open();
  const LoadReport report = session.load(sources);
  for (const Diagnostic& finding : report.diagnostics) std::cerr << finding.str() << "\n";
  if (!report.loaded) throw std::runtime_error("the descriptions have errors");
  return session;
}

Session start(const std::filesystem::path& path, const std::vector<Source>& sources) {
  if (!std::filesystem::exists(path)) return first_start(sources);
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file) fail(path);
  return Engine().restore(text);
}

std::optional<Event> parse(const std::string& line) {
  std::istringstream words(line);
  std::string type;
  std::string a;
  std::string b;
  std::string c;
  words >> type >> a >> b >> c;
  if (type == "system_connect") return SystemConnect{SystemName(a)};
  if (type == "system_disconnect") return SystemDisconnect{SystemName(a)};
  if (type == "device_connect") {
    return DeviceConnect{SystemName(a), DeviceName(b), DeviceSpecName(c)};
  }
  if (type == "device_disconnect") return DeviceDisconnect{DeviceName(a)};
  if (type == "requester_create") {
    return RequesterCreate{SystemName(a), RequesterName(b), RequesterSpecName(c)};
  }
  if (type == "requester_cancel") return RequesterCancel{RequesterName(a)};
  return std::nullopt;
}

void answer(Session& session, const std::filesystem::path& path, const std::string& line) {
  Outcome outcome;
  try {
    const std::optional<Event> event = parse(line);
    if (!event) {
      std::cout << "refused: this is no event" << std::endl;
      return;
    }
    outcome = session.replay(*event);
  } catch (const Error& error) {
    // Who sent the event has mistaken a name; everything else is no matter between us and them.
    if (error.code() != ErrorCode::Conflict && error.code() != ErrorCode::Invalid) throw;
    std::cout << "refused: " << error.what() << std::endl;
    return;
  }
  // Where saving fails, the service ends unanswered, and the file has the state before the event.
  save(path, session.snapshot());
  for (const OutletChange& change : outcome.changes) {
    std::cout << change.number << " " << change.requester << "/" << change.outlet << " "
              << outlet_change_text(change.kind) << ": " << change.reason << "\n";
  }
  std::cout << "done" << std::endl;
}

int main(int argc, char** argv) try {
  if (argc < 2) throw std::runtime_error("name a file for the state");
  const std::filesystem::path path = argv[1];
  std::vector<Source> sources;
  for (int i = 2; i < argc; ++i) sources.push_back(Source::file(argv[i]));
  Session session = start(path, sources);
  save(path, session.snapshot());
  std::cout << "ready" << std::endl;
  for (std::string line; std::getline(std::cin, line);) answer(session, path, line);
} catch (const std::exception& error) {
  std::cerr << "durable_service: " << error.what() << "\n";
  return 1;
}
