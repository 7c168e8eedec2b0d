// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_EXPORT_HPP
#define DDB_EXPORT_HPP

/// Marks what the shared library offers; everything else is hidden.
#define DDB_EXPORT __attribute__((visibility("default")))

#endif  // DDB_EXPORT_HPP
