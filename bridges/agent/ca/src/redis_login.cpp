// SPDX-License-Identifier: Apache-2.0
#include "ddb/ca/redis_login.hpp"

#include <openssl/rand.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <span>

#include "files.hpp"
#include "openssl.hpp"

namespace ddb::ca {

namespace {

std::string hexadecimal(std::span<const unsigned char> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : bytes) {
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

std::string new_password() {
  std::array<unsigned char, 32> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    detail::openssl_failed("no random number can be had");
  }
  return hexadecimal(bytes);
}

std::string digest_of(const std::string& text) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  return hexadecimal(digest);
}

}  // namespace

std::string redis_user_of(std::string_view node) {
  // Without what a URL or a shell reads. No host name has a '_'.
  std::string name(node);
  std::erase_if(name, [](char c) { return c == '[' || c == ']'; });
  std::replace(name.begin(), name.end(), ':', '_');
  return "node-" + name;
}

RedisLogin write_redis_login(const std::filesystem::path& folder, const std::string& user,
                             const std::vector<std::string>& rules) {
  const std::string password = new_password();
  std::vector<std::string> words = {"on", std::string("#").append(digest_of(password))};
  words.insert(words.end(), rules.begin(), rules.end());
  std::string line = "user ";
  line.append(user);
  for (const std::string& word : words) line.append(" ").append(word);
  detail::make_folder(folder);
  detail::write_file(folder / "redis.login", user + "\n" + password + "\n", detail::kSecret);
  detail::write_file(folder / "redis.acl", line + "\n", detail::kSecret);
  words.insert(words.begin(), {user, "reset"});
  return {user, std::move(words)};
}

}  // namespace ddb::ca
