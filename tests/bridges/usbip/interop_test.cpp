// SPDX-License-Identifier: Apache-2.0
// The real usbip and usbipd (Debian: usbip), as far as they go without modules of the kernel.
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "ddb/usbip/client.hpp"
#include "served.hpp"

namespace {

using namespace ddb::usbip;
using Catch::Matchers::Contains;
using std::chrono::seconds;

constexpr const char* kUsbip = "/usr/sbin/usbip";
constexpr const char* kUsbipd = "/usr/sbin/usbipd";

bool is_there() {
  if (access(kUsbip, X_OK) == 0 && access(kUsbipd, X_OK) == 0) return true;
  std::cout << "SKIPPED: no usbip (Debian: usbip): the real tools are not tried\n";
  return false;
}

std::string output_of(const std::string& command) {
  FILE* const pipe = popen((command + " 2>&1").c_str(), "r");  // NOLINT(cert-env33-c)
  REQUIRE(pipe != nullptr);
  std::string text;
  std::array<char, 4096> part{};
  while (const std::size_t count = fread(part.data(), 1, part.size(), pipe)) {
    text.append(part.data(), count);
  }
  pclose(pipe);
  return text;
}

// usbipd on a free port of loopback, until this is destroyed.
class Usbipd {
 public:
  Usbipd() {
    {
      const Result<Socket> free = listen_at(resolve("127.0.0.1", 0, Clock::now())->front());
      port_ = Endpoint::local_of(free->get()).port();
    }
    std::string program = kUsbipd;
    std::string ipv4 = "-4";
    std::string option = "-t" + std::to_string(port_);
    std::array<char*, 4> words = {program.data(), ipv4.data(), option.data(), nullptr};
    REQUIRE(posix_spawn(&process_, kUsbipd, nullptr, nullptr, words.data(), environ) == 0);
  }
  Usbipd(const Usbipd&) = delete;
  Usbipd& operator=(const Usbipd&) = delete;
  ~Usbipd() {
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
  }

  // A connection as soon as it listens; none if it ended instead.
  std::optional<Socket> connection() const {
    const Deadline deadline = Clock::now() + seconds(20);
    while (Clock::now() < deadline && waitpid(process_, nullptr, WNOHANG) == 0) {
      Result<Socket> socket = connect_to({"127.0.0.1", port_, {}}, deadline);
      if (socket) return std::move(*socket);
      std::this_thread::yield();
    }
    return std::nullopt;
  }

 private:
  std::uint16_t port_ = 0;
  pid_t process_ = -1;
};

TEST_CASE("usbip lists the devices of our server", "[interop]") {
  if (!is_there()) return;
  served::Running running;
  wire::ListReply reply{wire::Status::Ok, {samples::disk(), samples::disk("1-4.2")}};
  running.recorder.set_list(reply);
  const std::string text = output_of(std::string(kUsbip) + " --tcp-port " +
                                     std::to_string(running.port()) + " list -r 127.0.0.1");
  CHECK_THAT(text, Contains("1-3: "));
  CHECK_THAT(text, Contains("1-4.2: "));
  CHECK_THAT(text, Contains("46f4:0001"));
  CHECK_THAT(text, Contains("/sys/devices/pci0000:00/0000:00:01.0/usb1/1-3"));
  CHECK_THAT(text, Contains("Mass Storage"));
  CHECK(running.recorder.dropped().empty());
}

TEST_CASE("usbip asks our server for a device", "[interop]") {
  if (!is_there()) return;
  served::Running running;
  const std::string text =
      output_of(std::string(kUsbip) + " --tcp-port " + std::to_string(running.port()) +
                " attach -r 127.0.0.1 -b 1-3");
  CHECK(running.recorder.wanted() == std::vector<std::string>{"1-3"});
  // It has read our reply, and goes on to the virtual controller.
  if (access("/sys/devices/platform/vhci_hcd.0", F_OK) != 0) {
    CHECK_THAT(text, Contains("vhci"));
    std::cout << "without the module vhci_hcd, usbip attach ends at: " << text;
  }
  const std::string refused =
      output_of(std::string(kUsbip) + " --tcp-port " + std::to_string(running.port()) +
                " attach -r 127.0.0.1 -b 1-5");
  CHECK_THAT(refused, Contains("Device not found"));
}

TEST_CASE("our client asks usbipd", "[interop]") {
  if (!is_there()) return;
  const Usbipd usbipd;
  const std::optional<Socket> connection = usbipd.connection();
  if (!connection) {
    std::cout << "SKIPPED: usbipd does not start here\n";
    return;
  }
  const auto list = ask_for_list(*connection, "usbipd", Clock::now() + seconds(20));
  REQUIRE(list);
  const auto import = ask_for_import(*usbipd.connection(), *BusId::parse("250-250"), "usbipd",
                                     Clock::now() + seconds(20));
  REQUIRE_FALSE(import);
  CHECK_THAT(import.error().sentence, Contains("port 250-250"));
  CHECK(import.error().kind == FailureKind::NoDevice);
}

}  // namespace
