// SPDX-License-Identifier: Apache-2.0
// Asks an agent for a device, as OpenSSL's library and the options have it.
//
//   odd_client ADDRESS PORT BUSID [--certificate FOLDER] [--version 1.1 | 1.2 | 1.3] [--plain]
//
// Prints what came of it. Exit status: 0 if it got the device, 3 if it was refused, 1 if it could
// not be tried.
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ddb/usbip/bus_id.hpp"
#include "ddb/usbip/socket.hpp"
#include "ddb/usbip/wire.hpp"

namespace {

using namespace ddb;
using namespace std::chrono_literals;
using Context = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;

struct Options {
  std::string folder;
  std::string version;
  bool is_plain = false;
};

int version_number(const std::string& text) {
  if (text == "1.1") return TLS1_1_VERSION;
  return text == "1.3" ? TLS1_3_VERSION : TLS1_2_VERSION;
}

Context context_of(const Options& options) {
  Context context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
  SSL_CTX_set_security_level(context.get(), 0);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
  if (!options.version.empty()) {
    SSL_CTX_set_min_proto_version(context.get(), version_number(options.version));
    SSL_CTX_set_max_proto_version(context.get(), version_number(options.version));
  }
  if (options.folder.empty()) return context;
  const bool has_files =
      SSL_CTX_use_certificate_file(context.get(), (options.folder + "/node.crt").c_str(),
                                   SSL_FILETYPE_PEM) == 1 &&
      SSL_CTX_use_PrivateKey_file(context.get(), (options.folder + "/node.key").c_str(),
                                  SSL_FILETYPE_PEM) == 1;
  if (!has_files) context.reset();
  return context;
}

int refused(const std::string& how) {
  std::cout << "refused: " << how << '\n';
  return 3;
}

int judge(const std::vector<std::uint8_t>& answer) {
  const auto reply = usbip::wire::decode_import_reply(answer);
  if (!reply || !reply->device) return refused("no device in the answer");
  std::cout << "got the device\n";
  return 0;
}

int ask_plainly(int socket, const std::vector<std::uint8_t>& request) {
  const auto deadline = usbip::Clock::now() + 10s;
  if (!usbip::send_all(socket, request, deadline)) return refused("the connection is closed");
  std::vector<std::uint8_t> answer;
  if (!usbip::receive_exactly(socket, 8, answer, deadline)) return refused("no answer");
  const auto more = usbip::wire::needed_for_import_reply(answer);
  if (!more || !usbip::receive_exactly(socket, *more - answer.size(), answer, deadline)) {
    return refused("half an answer");
  }
  return judge(answer);
}

int ask_with_tls(int socket, SSL_CTX* context, const std::vector<std::uint8_t>& request) {
  static_cast<void>(!usbip::prepare_for_kernel(socket));  // so that it blocks
  const std::unique_ptr<SSL, decltype(&SSL_free)> connection(SSL_new(context), SSL_free);
  SSL_set_fd(connection.get(), socket);
  const auto why = [] {
    const char* const words = ERR_reason_error_string(ERR_get_error());
    return std::string(words != nullptr ? words : "the connection is closed");
  };
  if (SSL_connect(connection.get()) != 1) return refused(why());
  if (SSL_write(connection.get(), request.data(), static_cast<int>(request.size())) <= 0) {
    return refused(why());
  }
  std::vector<std::uint8_t> answer(usbip::wire::kDeviceSize + 8);
  const int got = SSL_read(connection.get(), answer.data(), static_cast<int>(answer.size()));
  if (got <= 0) return refused(why());
  answer.resize(static_cast<std::size_t>(got));
  return judge(answer);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 3) return 2;
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  Options options;
  for (std::size_t i = 3; i < words.size(); ++i) {
    if (words[i] == "--plain") options.is_plain = true;
    if (words[i] == "--certificate" && i + 1 < words.size()) options.folder = words[++i];
    if (words[i] == "--version" && i + 1 < words.size()) options.version = words[++i];
  }
  const auto port = static_cast<std::uint16_t>(std::atoi(words[1].c_str()));
  const auto socket = usbip::connect_to({words[0], port, {}}, usbip::Clock::now() + 10s);
  const auto busid = usbip::BusId::parse(words[2]);
  if (!socket || !busid) return 1;
  const auto message = usbip::wire::encode(usbip::wire::ImportRequest{*busid});
  const std::vector<std::uint8_t> request(message.begin(), message.end());
  if (options.is_plain) return ask_plainly(socket->get(), request);
  const Context context = context_of(options);
  return context ? ask_with_tls(socket->get(), context.get(), request) : 1;
}
