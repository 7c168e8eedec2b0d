// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_USB_DUMP_IMAGES_HPP
#define DDB_TESTS_USB_DUMP_IMAGES_HPP

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "corpus.hpp"
#include "ddb/usb/dump.hpp"

/// Whether all that the model holds is in a dump: what differs in the bytes must differ in the
/// model, and what differs in the model must differ in both forms of the dump.
namespace dump_images {

/// Changes a bit of each of these bytes in turn, and says what does not show it first; empty if
/// all is shown. A byte that may mean nothing to the model is `silent`.
std::string loss(const corpus::Bytes& bytes, const std::vector<std::size_t>& places,
                 const std::function<ddb::usb::Reading(const corpus::Bytes&)>& read,
                 const std::function<bool(std::size_t)>& silent);

}  // namespace dump_images

#endif  // DDB_TESTS_USB_DUMP_IMAGES_HPP
