// SPDX-License-Identifier: Apache-2.0
#include "ddb/usbip/client.hpp"

#include <utility>
#include <vector>

namespace ddb::usbip {

namespace {

Failure named(const std::string& server, Failure failure) {
  failure.sentence = server + ": " + failure.sentence;
  return failure;
}

Failure bad_answer(const std::string& server, const wire::WireError& error) {
  const std::string where = " (byte " + std::to_string(error.offset) + " of its answer)";
  if (error.kind == wire::WireError::Kind::OtherVersion) {
    return {FailureKind::OldPeer, server + ": " + error.reason + where,
            "both sides need usbip 2.0 or newer (protocol 1.1.1)"};
  }
  return {FailureKind::BadAnswer, server + ": " + error.reason + where,
          "look what listens there: it does not speak usbip as it should"};
}

// One request, and the whole message that answers it, and not a byte more.
Result<std::vector<std::uint8_t>> ask(const Socket& connection, wire::Bytes request,
                                      wire::Needed (*needed)(wire::Bytes),
                                      const std::string& server, Deadline deadline) {
  const Result<Done> sent = send_all(connection.get(), request, deadline);
  if (!sent) return named(server, sent.error());
  std::vector<std::uint8_t> answer;
  for (;;) {
    const wire::Needed size = needed(answer);
    if (!size) return bad_answer(server, size.error());
    if (*size == answer.size()) return answer;
    const Result<Done> received =
        receive_exactly(connection.get(), *size - answer.size(), answer, deadline);
    if (!received) return named(server, received.error());
  }
}

Failure refusal(const std::string& server, const std::string& what, wire::Status status) {
  const std::string sentence = server + ": " + what + ": " + wire::status_words(status) +
                               " (status " + std::to_string(static_cast<std::uint32_t>(status)) +
                               ")";
  switch (status) {
    case wire::Status::Busy:
      return {FailureKind::Busy, sentence, "detach it where it is attached"};
    case wire::Status::NoDevice:
      return {FailureKind::NoDevice, sentence, "plug it in, and bind it on that node"};
    case wire::Status::NotAvailable:
      return {FailureKind::Refused, sentence, "the log of that node says why"};
    default:
      return {FailureKind::Refused, sentence, "the kernel's log of that node says more"};
  }
}

}  // namespace

Result<wire::ListReply> ask_for_list(const Socket& connection, const std::string& server,
                                     Deadline deadline) {
  const Result<std::vector<std::uint8_t>> answer =
      ask(connection, wire::encode(wire::ListRequest{}), &wire::needed_for_list_reply, server,
          deadline);
  if (!answer) return answer.error();
  Result<wire::ListReply, wire::WireError> reply = wire::decode_list_reply(*answer);
  if (!reply) return bad_answer(server, reply.error());
  if (reply->status != wire::Status::Ok) {
    return refusal(server, "the list of devices", reply->status);
  }
  return std::move(*reply);
}

Result<wire::Device> ask_for_import(const Socket& connection, const BusId& busid,
                                    const std::string& server, Deadline deadline) {
  const Result<std::vector<std::uint8_t>> answer =
      ask(connection, wire::encode(wire::ImportRequest{busid}), &wire::needed_for_import_reply,
          server, deadline);
  if (!answer) return answer.error();
  Result<wire::ImportReply, wire::WireError> reply = wire::decode_import_reply(*answer);
  if (!reply) return bad_answer(server, reply.error());
  if (!reply->device) return refusal(server, "port " + busid.text(), reply->status);
  if (reply->device->busid != busid.text()) {
    return Failure{
        FailureKind::BadAnswer,
        server + ": asked for port " + busid.text() + ", it gave " + reply->device->busid,
        "look what listens there: it does not speak usbip as it should"};
  }
  const Result<Done> prepared = prepare_for_kernel(connection.get());
  if (!prepared) return prepared.error();
  return std::move(*reply->device);
}

}  // namespace ddb::usbip
