// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_USB_ENGINE_SOURCE_HPP
#define DDB_USB_ENGINE_SOURCE_HPP

#include "ddb/engine.hpp"
#include "ddb/usb/description.hpp"

namespace ddb::usb {

/// The facts of a spec for a session, without a file: `session.load({source_of(description)})`, or
/// replace() where the device is connected already. Diagnostics call it by the name of the spec and
/// `.pl`. Only who includes this header needs the engine.
/// @throws Error Resource
inline ddb::Source source_of(const Description& description) {
  return ddb::Source::text(SourceName(description.spec + ".pl"), to_terms(description));
}

}  // namespace ddb::usb

#endif  // DDB_USB_ENGINE_SOURCE_HPP
