// SPDX-License-Identifier: Apache-2.0
#ifndef DDB_STORE_STORE_HPP
#define DDB_STORE_STORE_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ddb/store/entry.hpp"
#include "ddb/store/error.hpp"
#include "ddb/store/lease.hpp"
#include "ddb/store/watch.hpp"

namespace ddb::store {

/// What must be there for a change to be made.
struct Expected {
  Expected(Status its_status) : status(its_status) {}  // NOLINT(google-explicit-constructor)
  /// The entry exactly as it was read: nothing at all may have happened to it since.
  explicit Expected(const Entry& entry) : status(entry.status), revision(entry.revision.number) {}

  Status status;
  std::optional<std::uint64_t> revision;  ///< number of its last change; none: any
};

/// What a port's entry is to become.
struct Update {
  Status status;
  std::string error;                     ///< the last error in words; empty: there is none now
  std::optional<DeviceIdentity> device;  ///< none: as it is
  std::string protection = {};           ///< with IMPORTED: Entry::protection; empty: as it is
  std::optional<Grace> grace = {};       ///< none: as it is
};

/// How a change went.
struct Attempt {
  bool is_done = false;        ///< false: nothing was changed, as something else is there
  std::optional<Entry> entry;  ///< what is there now; none: no entry. Of add(): the entry that
                               ///< is in the way, which may be of another port or bus.
};

/// How the acquisition of a lease went.
struct LeaseAttempt {
  bool is_done = false;  ///< false: another holds it
  Lease lease;           ///< as it is held now, by whomever
};

/// Longest list of revoked certificates that is stored, in bytes.
constexpr std::size_t kLongestRevocations = std::size_t{4} << 20U;

/// A list of revoked certificates as the cluster's authority has published it. Whoever reads it
/// checks its signature: the store does not.
struct PublishedRevocations {
  std::uint64_t number = 0;  ///< of the list; rises
  std::string pem;           ///< at most kLongestRevocations bytes

  friend bool operator==(const PublishedRevocations&, const PublishedRevocations&) = default;
};

/// Where the buses are kept. Ports are changed by compare-and-set only.
///
/// **Threads**: one thread at a time may use a store; several stores (of the same place, too) and
/// watches may be used at once.
/// **Time**: no call takes longer than OpenOptions::patience, reconnecting and trying again
/// included (a file system that hangs excepted).
/// **Errors**: every call may throw Error with Unavailable, Denied, Full, ReadOnly or Damaged; the
/// next call begins anew, no store needs to be opened again. A call that throws Unavailable may
/// have been done or not; any other error changed nothing. A connection that was lost in the middle
/// of a call is no error as long as there is patience: what was done is found out, and done once.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store();

  /// What to call it in messages: the URL without a password.
  virtual std::string place() const = 0;

  /// What is wrong with how the store is set up, so that it may lose what it was told: a sentence
  /// each, with the remedy. Empty if all is well.
  virtual std::vector<std::string> warnings() = 0;

  /// The ports that are meant, all read at one moment.
  virtual Listing list(const Filter& filter = {}) = 0;

  /// One port's entry; none if there is none.
  virtual std::optional<Entry> get(const Key& key) = 0;

  /// Makes the entry, ADDED. Nothing is done if the provider's port has an entry already, of this
  /// bus or of another: the attempt holds it then.
  virtual Attempt add(const Key& key) = 0;

  /// Changes the entry if it is as expected, with all that stands beside the status, at once. The
  /// same status again changes only what stands beside it (and `since` stays).
  /// @throws Error Invalid: the table of transitions does not have it for this mover
  virtual Attempt compare_and_set(const Key& key, const Expected& expected, const Update& update,
                                  Mover mover) = 0;

  /// Removes the entry, which must be DELETED; then the port is free for any bus.
  virtual Attempt remove(const Key& key, Mover mover) = 0;

  /// Follows the changes of the ports that are meant.
  /// @param filter which
  /// @param from a listing of the same filter: changes after it are told. An empty one: all ports
  /// that
  ///        are there are told first, as if they had just come.
  /// Does not touch the store yet, and so throws no Error.
  virtual std::unique_ptr<Watch> watch(const Filter& filter = {}, Listing from = {}) = 0;

  /// Takes the lease of the node. It is given if none has it, if it has ended, or if the same
  /// holder had it (an agent that is started again).
  /// @throws Error Invalid: a name is not as it must be
  virtual LeaseAttempt acquire_lease(const std::string& node, const std::string& holder) = 0;

  /// Makes the lease last kLeaseTime from now.
  /// @return false: it has been acquired again or released, and is lost
  virtual bool renew_lease(const Lease& lease) = 0;

  /// Ends the lease at once, if it is still this one.
  virtual void release_lease(const Lease& lease) = 0;

  /// The leases of these nodes, or of all if none is named, sorted by node. Ended ones are
  /// there too, released ones are not.
  virtual std::vector<LeaseState> leases(const std::vector<std::string>& nodes = {}) = 0;

  /// The list that was published last.
  /// @param newer_than none is returned if its number is not higher
  virtual std::optional<PublishedRevocations> revocations(std::uint64_t newer_than = 0) = 0;

  /// Publishes a list for all nodes. Nothing is done if one with this number or a higher one is
  /// there.
  /// @return the number of the list that is there now
  /// @throws Error Invalid: it is too long
  virtual std::uint64_t publish(const PublishedRevocations& revocations) = 0;

  /// Takes the published list away, so that one with a lower number can follow: that of an
  /// authority that was replaced. Agents keep what they have.
  /// @param revocations nothing is done if it is not the one that is there
  virtual void withdraw(const PublishedRevocations& revocations) = 0;
};

/// How to open a store.
struct OpenOptions {
  std::chrono::milliseconds patience{5000};  ///< the longest that a call may take
};

/// The store that is used where none is named: the environment variable DDB_STORE, else
/// `sqlite:/var/lib/ddb/bus.db`.
std::string default_url();

/// Opens a store:
///
/// * `sqlite:PATH`: a file, for the processes of one machine. It is made with its folder if it is
///   not there, readable and writable for its user and group only.
/// * `redis://[USER:PASSWORD@]HOST[:PORT][/DB]`: a Redis server, 7.0 or later. USER and PASSWORD
///   may be %-encoded. After `?` and with `&` between may stand `login-file=FILE`, whose first two
///   lines are user and password, `password-file=FILE`, whose first line is the password, and
///   `db=NUMBER`.
/// * `redis+unix:///PATH`: the same over a Unix socket of this machine, with the same options.
///
/// Redis is not connected to before the first call.
/// @throws Error Invalid: there is no such form of URL; else as for the store's calls
std::unique_ptr<Store> open(std::string_view url, const OpenOptions& options = {});

/// Asks for the port to be deleted: moves it to TO_DELETE from whatever status it has, for the
/// user.
/// @return is_done is false if it was TO_DELETE or DELETED already, or has no entry
Attempt mark_to_delete(Store& store, const Key& key);

/// Says for the user how long the port's master keeps a device when its agent is gone.
/// @return is_done is false if it was so already, or there is no entry
Attempt set_grace(Store& store, const Key& key, Grace grace);

}  // namespace ddb::store

#endif  // DDB_STORE_STORE_HPP
