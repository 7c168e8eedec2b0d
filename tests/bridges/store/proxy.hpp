// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_TESTS_PROXY_HPP
#define DDB_TESTS_PROXY_HPP

#include <cstddef>
#include <memory>
#include <string>

namespace ddb::store::test {

enum class Way { ToServer, ToClient };

/// Stands between a client and a server on loopback, and makes the network bad.
class Proxy {
 public:
  explicit Proxy(int server_port);
  Proxy(const Proxy&) = delete;
  Proxy& operator=(const Proxy&) = delete;
  ~Proxy();

  std::string url() const;

  /// Counts again from 0.
  void reset_counts();
  /// Bytes that went this way, of all connections.
  std::size_t count(Way way) const;
  /// Once, after so many more bytes have gone this way: the connection is closed. Bytes beyond are
  /// lost.
  void cut_after(Way way, std::size_t bytes);
  /// Whether a cut that was asked for has happened.
  bool has_cut() const;
  /// From now on nothing goes any way, though connections are taken; or it does again.
  void set_silent(bool is_silent);
  /// At most this many bytes at a time, one piece a millisecond; 0: as they come.
  void set_drip(std::size_t bytes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ddb::store::test

#endif  // DDB_TESTS_PROXY_HPP
