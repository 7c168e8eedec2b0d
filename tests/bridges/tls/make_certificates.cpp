// SPDX-License-Identifier: Apache-2.0
// Makes the files of the nodes of a cluster, and of those who must not get in.
//
//   make_certificates FOLDER NODE...     nodes by their IPv4 addresses; the last one is a master
//
// In FOLDER: one for each node; `again` (another certificate for the master), and for who says to
// be the master `other_authority`, `wrong_use`, `other_node`, `expired`; `revoked.crl` revokes the
// master's first certificate.
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
  if (argc < 3) {
    std::cerr << "usage: make_certificates FOLDER NODE...\n";
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const std::string master = argv[argc - 1];
  Authority authority;
  Authority other;
  Issued last;
  for (int i = 2; i < argc; ++i) {
    last = authority.issue_for(argv[i]);
    write(folder / argv[i], authority, last);
  }
  write(folder / "again", authority, authority.issue_for(master));
  write(folder / "other_authority", authority, other.issue_for(master));
  write(folder / "wrong_use", authority, authority.issue({"IP:" + master, "serverAuth"}));
  write(folder / "other_node", authority, authority.issue_for("192.0.2.77"));
  write(folder / "expired", authority,
        authority.issue({"IP:" + master, "serverAuth,clientAuth", Hours(-48), Hours(-24)}));
  std::ofstream(folder / "revoked.crl") << authority.revoke({last.serial}, 1);
  return 0;
}
