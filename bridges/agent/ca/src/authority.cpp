// SPDX-License-Identifier: Apache-2.0
#include "ddb/ca/authority.hpp"

#include <algorithm>
#include <utility>

#include "database.hpp"
#include "ddb/ca/revocations.hpp"
#include "ddb/store/error.hpp"
#include "ddb/store/key.hpp"
#include "files.hpp"
#include "openssl.hpp"

namespace ddb::ca {

namespace {

namespace fs = std::filesystem;
using namespace detail;

constexpr std::size_t kLongestFile = std::size_t{64} << 20U;
// Clocks of computers differ; a certificate is good on one that is behind.
constexpr std::chrono::hours kClockSlack{1};
constexpr int kMostDays = 36500;
constexpr const char* kNextKey = "node.key.next";

std::string checked_name(const std::string& node) {
  try {
    return store::node_name(node);
  } catch (const store::Error& error) {
    throw Error(error.what());
  }
}

std::chrono::days checked_days(int days) {
  if (days >= 1 && days <= kMostDays) return std::chrono::days(days);
  throw Error("certificates last from 1 to " + std::to_string(kMostDays) + " days, not " +
              std::to_string(days));
}

std::string needed(const fs::path& path) {
  std::optional<std::string> text = read_file(path, kLongestFile);
  if (text) return *std::move(text);
  throw Error("there is no " + path.string() +
              "; make an authority with 'ddb-agent ca init', or name its folder with --dir");
}

}  // namespace

struct Authority::Impl {
  Impl(fs::path its_folder, AuthorityOptions its_options)
      : folder(std::move(its_folder)), options(std::move(its_options)) {}

  void open() {
    // Before the lock, which would make a file in a folder that is none.
    static_cast<void>(needed(folder / "ca.crt"));
    check_folder(folder);
    if (!fs::exists(folder / "ca.key")) {
      throw Error("there is no " + (folder / "ca.key").string() +
                  ", without which nothing is issued or revoked; bring it back from a backup");
    }
    check_secret(folder / "ca.key");
    lock.emplace(folder / "lock", options.patience);
    certificate = certificate_of(needed(folder / "ca.crt"));
    key = key_of(needed(folder / "ca.key"));
    if (!certificate || !key || X509_check_private_key(certificate.get(), key.get()) != 1) {
      throw Error("ca.crt and ca.key in " + folder.string() +
                  " do not belong together; bring both back from a backup");
    }
    database = database_of(needed(folder / "issued.json"), (folder / "issued.json").string());
    not_after = time_of(*X509_get0_notAfter(certificate.get()));
    check_clock();
    read_list();
  }

  void check_clock() const {
    const Time now = options.clock();
    Time latest = time_of(*X509_get0_notBefore(certificate.get()));
    for (const Issued& it : database.issued) latest = std::max(latest, it.not_before);
    if (now < latest) {
      throw Error("the clock of this computer says " + ca::text_of(now) +
                  ", which is before what this authority has issued; set the clock");
    }
    if (now > not_after) {
      throw Error("this authority ended at " + ca::text_of(not_after) +
                  "; see that the clock is right (" + ca::text_of(now) +
                  "), or make a new authority with 'ddb-agent ca init --dir'");
    }
  }

  // What is signed follows from the database: the process may have died between the two.
  void read_list() {
    const std::string authority = pem_of(*certificate);
    list = read_file(folder / "ca.crl", kLongestRevocations).value_or("");
    try {
      if (read_revocations(list, authority).number == database.revocations_number) return;
    } catch (const Error&) {
      // It is signed anew: all of it is in the database.
    }
    sign_list();
  }

  void sign_list() {
    const Time now = options.clock();
    std::vector<Issued> revoked;
    for (const Issued& it : database.issued) {
      if (it.revoked_at && it.not_after >= now) revoked.push_back(it);
    }
    list = pem_of(*new_revocations(revoked, database.revocations_number, now - kClockSlack,
                                   *certificate, *key));
    write_file(folder / "ca.crl", list, kPublic);
  }

  void write_database() const {
    write_file(folder / "issued.json", detail::text_of(database), kPublic);
  }

  // The newest of the node that is valid; then the newest of all.
  const Issued* last_of(const std::string& node) const {
    const Time now = options.clock();
    const Issued* found = nullptr;
    for (const Issued& it : database.issued) {
      if (it.node != node) continue;
      if (found == nullptr || it.is_valid(now) || !found->is_valid(now)) found = &it;
    }
    return found;
  }

  // A typing error must not overwrite the key of another node.
  static void check_out(const fs::path& out, const std::string& node) {
    const std::optional<std::string> there = read_file(out / "node.crt", kLongestFile);
    if (!there) return;
    const Certificate its = certificate_of(*there);
    const bool is_address = its && X509_check_ip_asc(its.get(), bare(node).c_str(), 0) == 1;
    const bool is_name =
        its && X509_check_host(its.get(), node.c_str(), node.size(), 0, nullptr) == 1;
    if (is_address || is_name) return;
    throw Error((out / "node.crt").string() + " is another node's; name another folder with --out");
  }

  static std::string bare(const std::string& node) {
    return node.front() == '[' ? node.substr(1, node.size() - 2) : node;
  }

  Time checked_end(Time now, int days) const {
    const Time end = now + checked_days(days);
    if (end <= not_after) return end;
    throw Error("the authority itself ends at " + ca::text_of(not_after) + ", before these " +
                std::to_string(days) + " days are over; use fewer --days, or a new authority");
  }

  static bool is_key_of(const fs::path& file, const X509& certificate) {
    const std::optional<std::string> text = read_file(file, kLongestFile);
    const PrivateKey its = text ? key_of(*text) : nullptr;
    return its && X509_check_private_key(&certificate, its.get()) == 1;
  }

  // A certificate for another key than the one that the folder has would be of no use.
  static void check_key(const fs::path& out, const std::string& node, const X509& before) {
    // A process may have died just before it came to its name.
    if (is_key_of(out / kNextKey, before)) fs::rename(out / kNextKey, out / "node.key");
    if (!fs::exists(out / "node.key") || is_key_of(out / "node.key", before)) return;
    throw Error((out / "node.key").string() + " is not the key of the certificate that " + node +
                " has; use --new-key");
  }

  Issued make(const std::string& node, const fs::path& out, int days, EVP_PKEY& node_key) {
    const Time now = options.clock();
    const Time end = checked_end(now, days);
    const Time begin =
        std::max(now - kClockSlack, time_of(*X509_get0_notBefore(certificate.get())));
    const Certificate made = new_certificate({node, begin, end}, node_key, certificate.get(), *key);
    Issued issued{node, serial_of(*X509_get0_serialNumber(made.get())), begin, end, std::nullopt};
    // Nothing goes out that is not known here.
    make_folder(folder / "certs");
    write_file(folder / "certs" / (issued.serial + ".pem"), pem_of(*made), kPublic);
    database.issued.push_back(issued);
    write_database();
    if (is_key_of(out / kNextKey, *made)) fs::rename(out / kNextKey, out / "node.key");
    write_file(out / "ca.crt", pem_of(*certificate), kPublic);
    write_file(out / "ca.crl", list, kPublic);
    write_file(out / "node.crt", pem_of(*made), kPublic);
    return issued;
  }

  Issued make_with_new_key(const std::string& node, const fs::path& out, int days) {
    static_cast<void>(checked_end(options.clock(), days));
    make_folder(out);
    check_out(out, node);
    const PrivateKey node_key = new_key();
    // The key that is there goes when it is known that there is another one.
    write_file(out / kNextKey, pem_of(*node_key), kSecret);
    try {
      return make(node, out, days, *node_key);
    } catch (...) {
      std::error_code error;
      fs::remove(out / kNextKey, error);
      throw;
    }
  }

  fs::path folder;
  AuthorityOptions options;
  std::optional<Lock> lock;
  Certificate certificate;
  PrivateKey key;
  Time not_after;
  Database database;
  std::string list;
};

Authority::Authority(fs::path folder, AuthorityOptions options)
    : Authority(std::make_unique<Impl>(std::move(folder), std::move(options))) {
  impl_->open();
}

Authority::Authority(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Authority::Authority(Authority&&) noexcept = default;
Authority& Authority::operator=(Authority&&) noexcept = default;
Authority::~Authority() = default;

Authority Authority::init(const fs::path& folder, int days, AuthorityOptions options) {
  const auto length = checked_days(days);
  make_folder(folder);
  check_folder(folder);
  {
    const Lock lock(folder / "lock", options.patience);
    // It is written last.
    if (fs::exists(folder / "ca.crt")) {
      throw Error("there is an authority in " + folder.string() +
                  " already; all nodes trust it. For another one, use another --dir");
    }
    const Time now = options.clock();
    const PrivateKey key = new_key();
    const Certificate certificate =
        new_certificate({"", now - kClockSlack, now + length}, *key, nullptr, *key);
    Database database;
    database.revocations_number = 1;
    write_file(folder / "ca.key", pem_of(*key), kSecret);
    write_file(folder / "issued.json", detail::text_of(database), kPublic);
    write_file(folder / "ca.crt", pem_of(*certificate), kPublic);
  }
  return Authority(folder, std::move(options));
}

Issued Authority::issue(const std::string& node, const fs::path& out, int days) {
  const std::string name = checked_name(node);
  const Issued* const last = impl_->last_of(name);
  if (last != nullptr && last->is_valid(impl_->options.clock())) {
    throw Error(name + " has a certificate until " + text_of(last->not_after) +
                "; use 'ca renew', or 'ca revoke' it first if its key may be known to others");
  }
  return impl_->make_with_new_key(name, out.empty() ? folder_of(name) : out, days);
}

Issued Authority::renew(const std::string& node, const fs::path& out, int days, bool new_key) {
  const std::string name = checked_name(node);
  const Issued* const last = impl_->last_of(name);
  if (last == nullptr) {
    throw Error(name + " never had a certificate; see 'ca list', or use 'ca issue'");
  }
  if (last->revoked_at) {
    throw Error("the certificate of " + name + " was revoked; use 'ca issue' for a new key");
  }
  const fs::path folder = out.empty() ? folder_of(name) : out;
  if (new_key) return impl_->make_with_new_key(name, folder, days);
  const Certificate before =
      certificate_of(needed(impl_->folder / "certs" / (last->serial + ".pem")));
  EVP_PKEY* const its_key = before ? X509_get0_pubkey(before.get()) : nullptr;
  if (its_key == nullptr) {
    throw Error("the certificate of " + name + " in " + (impl_->folder / "certs").string() +
                " is damaged; use --new-key");
  }
  static_cast<void>(impl_->checked_end(impl_->options.clock(), days));
  make_folder(folder);
  Impl::check_out(folder, name);
  Impl::check_key(folder, name, *before);
  return impl_->make(name, folder, days, *its_key);
}

std::vector<Issued> Authority::revoke(const std::string& node) {
  const std::string name = checked_name(node);
  const Issued* const last = impl_->last_of(name);
  const Time now = impl_->options.clock();
  if (last == nullptr) {
    throw Error(name + " never had a certificate; see 'ca list' for those that have");
  }
  if (last->revoked_at) {
    throw Error("the certificate of " + name + " was revoked already, at " +
                text_of(*last->revoked_at) + "; 'ca publish' tells the store again");
  }
  if (!last->is_valid(now)) {
    throw Error("the certificate of " + name + " ended at " + text_of(last->not_after) +
                "; there is nothing to revoke");
  }
  std::vector<Issued> revoked;
  for (Issued& it : impl_->database.issued) {
    if (it.node != name || !it.is_valid(now)) continue;
    it.revoked_at = now;
    revoked.push_back(it);
  }
  ++impl_->database.revocations_number;
  impl_->write_database();
  impl_->sign_list();
  return revoked;
}

const std::vector<Issued>& Authority::issued() const noexcept { return impl_->database.issued; }
Time Authority::not_after() const noexcept { return impl_->not_after; }
const std::string& Authority::revocations() const noexcept { return impl_->list; }
std::uint64_t Authority::revocations_number() const noexcept {
  return impl_->database.revocations_number;
}
bool Authority::has_signed(std::string_view list) const {
  try {
    static_cast<void>(read_revocations(list, pem_of(*impl_->certificate)));
    return true;
  } catch (const Error&) {
    return false;
  }
}
fs::path Authority::folder_of(const std::string& node) const {
  return impl_->folder / "nodes" / checked_name(node);
}

}  // namespace ddb::ca
