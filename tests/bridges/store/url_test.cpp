// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "ddb/store/store.hpp"
#include "redis_url.hpp"

using ddb::store::Error;
using ddb::store::detail::parse_redis_url;

TEST_CASE("URLs of Redis servers are read", "[url]") {
  const auto plain = parse_redis_url("redis://10.201.133.212:6379");
  CHECK(plain.host == "10.201.133.212");
  CHECK(plain.port == "6379");
  CHECK((plain.user + plain.password + plain.database).empty());
  const auto whole = parse_redis_url("redis://node%201:p%40ss:w/ord@[::1]:7000/3");
  CHECK(whole.host == "::1");
  CHECK(whole.port == "7000");
  CHECK(whole.user == "node 1");
  CHECK(whole.password == "p@ss:w/ord");
  CHECK(whole.database == "3");
  CHECK(whole.place() == "redis://[::1]:7000/3");
  CHECK(parse_redis_url("redis://:secret@lab").password == "secret");
  CHECK(parse_redis_url("redis://lab/").place() == "redis://lab:6379");
  CHECK(parse_redis_url("redis://u@lab?password-file=/etc/a%20b").password_file == "/etc/a b");
}

TEST_CASE("a Redis server may be at a Unix socket, and its login in a file", "[url]") {
  const auto socket = parse_redis_url("redis+unix:///run/redis%20a.sock?db=3&login-file=/etc/l");
  CHECK(socket.socket == "/run/redis a.sock");
  CHECK(socket.host.empty());
  CHECK(socket.database == "3");
  CHECK(socket.login_file == "/etc/l");
  CHECK(socket.place() == "redis+unix:///run/redis%20a.sock?db=3");
  CHECK(parse_redis_url("redis+unix://u:p@/run/a.sock").user == "u");
  CHECK(parse_redis_url("redis://lab/2?login-file=/etc/l").database == "2");
}

TEST_CASE("the place of a server is a URL again, and nothing that a terminal obeys", "[url]") {
  for (const std::string& path : std::vector<std::string>{
           "/a%3Fb%40c%25de", "/%1B%5B2J", "/caf%C3%A9", "/%FF", "/plain/a-b._~:=+,;"}) {
    const std::string url = "redis+unix://" + path;
    CHECK(parse_redis_url(url).place() == url);
  }
  CHECK(parse_redis_url("redis+unix:///\x1b[2J\xff").place() == "redis+unix:///%1B%5B2J%FF");
}

TEST_CASE("wrong URLs are refused, and their passwords are not shown", "[url]") {
  for (const std::string& url :
       std::vector<std::string>{"redis:lab",
                                "redis://",
                                "redis://u:topsecret@",
                                "redis://u:topsecret@lab:0",
                                "redis://u:topsecret@lab:70000",
                                "redis://u:topsecret@lab:x",
                                "redis://u:topsecret@lab/x",
                                "redis://u:topsecret@::1:6379",
                                "redis://u:topsecret@[::1",
                                "redis://u:topsecret@[::1]6379",
                                "redis://u:topsecret%2@lab",
                                "redis://u:topsecret%zz@lab",
                                "redis://u:topsecret@lab?x=y",
                                "redis://u:topsecret@lab?login-file=/etc/l",
                                "redis://lab?login-file=",
                                "redis://lab?db=x",
                                "redis://lab?db=1&",
                                "redis+unix://",
                                "redis+unix://run/a.sock",
                                "redis+unix:/run/a.sock",
                                "redis+unix://u:topsecret@lab",
                                "redis://u:topsecret@la b",
                                "http://u:topsecret@lab",
                                "sqlite:",
                                "",
                                "topsecret"}) {
    CAPTURE(url);
    try {
      ddb::store::open(url);
      FAIL("it was taken");
    } catch (const Error& error) {
      CHECK(error.code() == ddb::store::ErrorCode::Invalid);
      if (url != "topsecret")
        CHECK(std::string(error.what()).find("topsecret") == std::string::npos);
    }
  }
}

TEST_CASE("the store that is not named is where the environment says, or one place", "[url]") {
  unsetenv("DDB_STORE");
  CHECK(ddb::store::default_url() == "sqlite:/var/lib/ddb/bus.db");
  setenv("DDB_STORE", "redis://lab:1", 1);
  CHECK(ddb::store::default_url() == "redis://lab:1");
  setenv("DDB_STORE", "", 1);
  CHECK(ddb::store::default_url() == "sqlite:/var/lib/ddb/bus.db");
  unsetenv("DDB_STORE");
}
