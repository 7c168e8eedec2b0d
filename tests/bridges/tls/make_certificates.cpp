// SPDX-License-Identifier: Apache-2.0
// Makes the files of a provider and a master of one cluster, and of those who must not get in.
//
//   make_certificates FOLDER PROVIDER MASTER     the two by their IPv4 addresses
//
// In FOLDER: `provider`, `master`, `master_again` (another certificate), and for who says to be the
// master `other_authority`, `wrong_use`, `other_node`, `expired`; `revoked.crl` revokes `master`.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "authority.hpp"

namespace {

using certificates::Authority;
using certificates::Hours;
using certificates::Issued;

void write(const std::filesystem::path& folder, const Authority& authority, const Issued& issued) {
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "ca.crt") << authority.certificate();
  std::ofstream(folder / "node.crt") << issued.certificate;
  std::ofstream(folder / "node.key") << issued.key;
  std::filesystem::permissions(folder / "node.key", std::filesystem::perms::owner_read |
                                                        std::filesystem::perms::owner_write);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: make_certificates FOLDER PROVIDER MASTER\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const std::string provider = argv[2];
  const std::string master = argv[3];
  Authority authority;
  Authority other;
  const std::string both = "serverAuth,clientAuth";
  const Issued of_master = authority.issue_for(master);
  write(folder / "provider", authority, authority.issue_for(provider));
  write(folder / "master", authority, of_master);
  write(folder / "master_again", authority, authority.issue_for(master));
  write(folder / "other_authority", authority, other.issue_for(master));
  write(folder / "wrong_use", authority, authority.issue({"IP:" + master, "serverAuth"}));
  write(folder / "other_node", authority, authority.issue_for("192.0.2.77"));
  write(folder / "expired", authority,
        authority.issue({"IP:" + master, both, Hours(-48), Hours(-24)}));
  std::ofstream(folder / "revoked.crl") << authority.revoke({of_master.serial}, 1);
  return 0;
}
