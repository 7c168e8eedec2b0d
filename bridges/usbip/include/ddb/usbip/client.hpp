// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USBIP_CLIENT_HPP
#define DDB_USBIP_CLIENT_HPP

#include <string>

#include "ddb/usbip/bus_id.hpp"
#include "ddb/usbip/result.hpp"
#include "ddb/usbip/socket.hpp"
#include "ddb/usbip/wire.hpp"

/// The client's side of usbip's user-space protocol.
namespace ddb::usbip {

/// Asks which devices the server has. @param server its name for sentences
Result<wire::ListReply> ask_for_list(const Socket& connection, const std::string& server,
                                     Deadline deadline);

/// Asks for the device on a port. With success, what comes next on the connection is for the
/// kernel: nothing of it has been read, and the socket is ready for it (prepare_for_kernel()).
/// @param server its name for sentences
Result<wire::Device> ask_for_import(const Socket& connection, const BusId& busid,
                                    const std::string& server, Deadline deadline);

}  // namespace ddb::usbip

#endif  // DDB_USBIP_CLIENT_HPP
