// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_DUMP_CLASSES_HPP
#define DDB_USB_DUMP_CLASSES_HPP

#include <variant>
#include <vector>

#include "ddb/usb/device.hpp"
#include "dump_tree.hpp"

/// The class-specific descriptors of a setting or an endpoint as nodes: one overload a class.
namespace ddb::usb::dump_tree {

/// The list that they stand in.
inline constexpr const char* kClassSpecific = "class_specific";

void add_details(const Scope& scope, std::vector<Node>& nodes, const audio1::Control& control);
void add_details(const Scope& scope, std::vector<Node>& nodes, const audio1::Streaming& streaming);
void add_details(const Scope& scope, std::vector<Node>& nodes, const audio1::DataEndpoint& it);
void add_details(const Scope& scope, std::vector<Node>& nodes, const audio2::Control& control);
void add_details(const Scope& scope, std::vector<Node>& nodes, const audio2::Streaming& streaming);
void add_details(const Scope& scope, std::vector<Node>& nodes, const audio2::DataEndpoint& it);
void add_details(const Scope& scope, std::vector<Node>& nodes, const audio3::Control& control);
void add_details(const Scope& scope, std::vector<Node>& nodes, const audio3::Streaming& streaming);
void add_details(const Scope& scope, std::vector<Node>& nodes, const audio3::DataEndpoint& it);
void add_details(const Scope& scope, std::vector<Node>& nodes, const midi::Streaming& streaming);
void add_details(const Scope& scope, std::vector<Node>& nodes, const midi::JackEndpoint& it);
void add_details(const Scope& scope, std::vector<Node>& nodes, const midi::GroupEndpoint& it);
void add_details(const Scope& scope, std::vector<Node>& nodes, const hid::Function& function);
void add_details(const Scope& scope, std::vector<Node>& nodes, const video::Control& control);
void add_details(const Scope& scope, std::vector<Node>& nodes, const video::Streaming& streaming);
void add_details(const Scope& scope, std::vector<Node>& nodes, const video::InterruptEndpoint& it);
void add_details(const Scope& scope, std::vector<Node>& nodes, const cdc::Function& function);
void add_details(const Scope& scope, std::vector<Node>& nodes, const ccid::Function& function);
void add_details(const Scope& scope, std::vector<Node>& nodes, const dfu::Function& function);
void add_details(const Scope& scope, std::vector<Node>& nodes, const printer::Function& function);
void add_details(const Scope& scope, std::vector<Node>& nodes, const hub::Function& function);
void add_details(const Scope& scope, std::vector<Node>& nodes, const storage::PipeUsage& it);
inline void add_details(const Scope& /*scope*/, std::vector<Node>& /*nodes*/,
                        std::monostate /*none*/) {}

/// The binary device object store.
Node bos_node(const bos::Bos& bos, const Strings& strings);

/// A report descriptor: its collections, with their fields in them, and its reports.
Node report_node(const hid::ReportDescriptor& report, std::uint32_t number, const Strings& strings);

}  // namespace ddb::usb::dump_tree

#endif  // DDB_USB_DUMP_CLASSES_HPP
