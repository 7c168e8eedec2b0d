// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "commands.hpp"
#include "pages.hpp"

namespace ddb::agent::command {

namespace {

using usbip::Result;
using usbip::Socket;

// Asks the agent's socket for a page; its body.
Result<std::string> page(const std::filesystem::path& socket, const std::string& name) {
  const Result<Socket> connection = connect_to_path(socket);
  if (!connection) {
    usbip::Failure failure = connection.error();
    failure.remedy = failure.number == EACCES ? "run this as root, or as one of the agent's group"
                                              : "start ddb-agent, or name its folder with --run";
    return failure;
  }
  const auto deadline = usbip::Clock::now() + std::chrono::seconds(5);
  const std::string request = "GET /" + name + " HTTP/1.0\r\n\r\n";
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(request.data());
  const Result<usbip::Done> sent =
      usbip::send_all(connection->get(), {bytes, request.size()}, deadline);
  if (!sent) return sent.error();
  std::vector<std::uint8_t> reply;
  constexpr std::size_t most = 64'000'000;
  // The end of the stream is the end of the reply.
  const Result<usbip::Done> received =
      usbip::receive_exactly(connection->get(), most, reply, deadline);
  if (received.error().kind != usbip::FailureKind::BadAnswer) return received.error();
  const std::string text(reply.begin(), reply.end());
  const std::size_t body = text.find("\r\n\r\n");
  if (!text.starts_with("HTTP/1.0 200 ") || body == std::string::npos) {
    return usbip::Failure{usbip::FailureKind::BadAnswer, "the agent did not answer in time",
                          "try again; its log may say more"};
  }
  return text.substr(body + 4);
}

// Text of devices and errors must not steer the terminal.
std::string harmless(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char it) { return it < 0x20 || it == 0x7f; }, '?');
  return text;
}

std::string place_of(const nlohmann::json& port) {
  if (port.at("role") == "provider") {
    return "provider, held by " + port.at("holder").get<std::string>();
  }
  if (!port.contains("vhci_port")) return "master";
  return "master, on virtual port " + std::to_string(port.at("vhci_port").get<unsigned>());
}

void print(const nlohmann::json& all) {
  const auto text = [&](const char* name) { return all.at(name).get<std::string>(); };
  std::cout << "node   " << text("node")
            << (all.at("has_lease").get<bool>() ? "" : " (another agent holds its lease, or none)")
            << "\nstore  " << text("store");
  if (!text("store_error").empty()) std::cout << " (" << harmless(text("store_error")) << ")";
  std::cout << "\n";
  for (const auto& node : all.at("absent_nodes")) {
    std::cout << "absent " << node.get<std::string>() << " (no agent there)\n";
  }
  for (const auto& problem : all.at("problems")) {
    std::cout << "wrong  " << harmless(problem.get<std::string>()) << "\n";
  }
  for (const auto& port : all.at("ports")) {
    std::cout << "\n"
              << port.at("key").get<std::string>() << "  " << port.at("status").get<std::string>()
              << "  (" << place_of(port) << ")\n";
    if (port.contains("device")) {
      const auto& device = port.at("device");
      std::cout << "  device  " << device.at("vendor").get<std::string>() << ":"
                << device.at("product").get<std::string>() << "  "
                << harmless(device.at("name").get<std::string>()) << "\n";
    }
    if (port.contains("protection")) {
      std::cout << "  secured " << harmless(port.at("protection").get<std::string>()) << "\n";
    }
    const auto error = port.at("error").get<std::string>();
    if (!error.empty()) std::cout << "  error   " << harmless(error) << "\n";
  }
}

}  // namespace

ExitCode status(const StatusOptions& options) {
  const std::filesystem::path socket = std::filesystem::path(options.run) / "status";
  const Result<std::string> body = page(socket, options.metrics ? "metrics" : "status");
  if (!body) {
    std::cerr << "ddb-agent: " << body.error().text() << '\n';
    return ExitCode::Failed;
  }
  if (options.metrics || options.json) {
    std::cout << *body;
  } else {
    print(nlohmann::json::parse(*body));
  }
  return ExitCode::Done;
}

}  // namespace ddb::agent::command
