// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_DRAWING_HPP
#define DDB_DRAWING_HPP

#include <stdexcept>
#include <string>
#include <string_view>

#include "ddb/model.hpp"

/// Pictures of device specs, for the commands: elements and the ways of their signals, from left to
/// right, as the figures of the thesis's appendix A have them.
namespace ddb::drawing {

/// The picture as text in Graphviz' DOT language (UTF-8), to be laid out by `dot`. The same
/// structure gives the same text.
///
/// Groups are clusters. An element says its id, what it does, and the aspects that can be changed;
/// if there are none, the first ones. An element of several groups stands in the first. Signals
/// that go both ways are one line with two heads.
/// @param spec name of the spec
/// @param structure what it is made of
std::string to_dot(std::string_view spec, const SpecStructure& structure);

/// Graphviz is not there, or could not lay a picture out.
class LayoutError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What `dot` makes of the text: an SVG picture.
/// @throws LayoutError: `dot` is not installed, or refused the text
/// @throws std::system_error: the system is short of something
std::string to_svg(std::string_view dot);

}  // namespace ddb::drawing

#endif  // DDB_DRAWING_HPP
