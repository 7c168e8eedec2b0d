// SPDX-License-Identifier: Apache-2.0
#include "redis_connection.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <new>
#include <system_error>

#include "text.hpp"

namespace ddb::store::detail {

namespace {

// More than this no answer of ours has: a hundred thousand ports.
constexpr std::size_t kLongestAnswer = std::size_t{256} << 20U;

std::string message_of(int error) { return std::generic_category().message(error); }

std::string first_line_of(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line) && line.empty()) {
    throw Error(ErrorCode::Denied, "the password of the Redis server cannot be read from " + path +
                                       "; it is the first line of that file");
  }
  return line;
}

struct Login {
  std::string user;
  std::string password;
};

Login login_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0 && (status.st_mode & S_IRWXO) != 0) {
    throw Error(ErrorCode::Denied, "anybody may read the password of the Redis server in " + path +
                                       "; 'chmod 600' it, and give the user another one");
  }
  std::ifstream file(path);
  Login login;
  if (!std::getline(file, login.user) || !std::getline(file, login.password) ||
      login.user.empty() || login.password.empty()) {
    throw Error(ErrorCode::Denied, "user and password of the Redis server cannot be read from " +
                                       path + "; they are the first two lines of that file");
  }
  return login;
}

Login login_of(const RedisUrl& url) {
  if (!url.login_file.empty()) return login_of(url.login_file);
  return {url.user, url.password_file.empty() ? url.password : first_line_of(url.password_file)};
}

Address address_of(const std::string& socket) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  socket.copy(address.sun_path, sizeof address.sun_path - 1);
  return {reinterpret_cast<const sockaddr*>(&address), sizeof address};
}

}  // namespace

std::string Value::text() const {
  if (reply_ == nullptr) return "";
  if (reply_->type == REDIS_REPLY_INTEGER) return std::to_string(reply_->integer);
  if (reply_->type == REDIS_REPLY_STRING || reply_->type == REDIS_REPLY_STATUS ||
      reply_->type == REDIS_REPLY_ERROR) {
    return {reply_->str, reply_->len};
  }
  return "";
}

std::int64_t Value::number() const {
  if (reply_ != nullptr && reply_->type == REDIS_REPLY_INTEGER) return reply_->integer;
  return number_of(text());
}

std::size_t Value::size() const noexcept {
  return reply_ != nullptr && reply_->type == REDIS_REPLY_ARRAY ? reply_->elements : 0;
}

Value Value::at(std::size_t i) const noexcept {
  return Value(i < size() ? reply_->element[i] : nullptr);
}

Value Value::field(std::string_view name) const {
  for (std::size_t i = 0; i + 1 < size(); i += 2) {
    if (at(i).text() == name) return at(i + 1);
  }
  return Value(nullptr);
}

Connection::Connection(const RedisUrl& url, Clock::time_point deadline, int stop)
    : place_("the store " + url.place()), stop_(stop) {
  connect_to(url, deadline);
  introduce(url, deadline);
}

void Connection::connect_to(const RedisUrl& url, Clock::time_point deadline) {
  std::string why = "it has no address";
  const std::vector<Address> addresses = url.socket.empty()
                                             ? resolve(url.host, url.port, deadline, place_)
                                             : std::vector<Address>{address_of(url.socket)};
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    // One that is silent leaves time for the others.
    const auto now = Clock::now();
    const auto until = now + (deadline - now) / static_cast<int>(addresses.size() - i);
    const int error = connect_to(addresses[i], until);
    if (error == 0) return;
    why = message_of(error);
  }
  if (!url.socket.empty()) {
    lost("cannot be reached (" + why +
         "); see that redis-server runs, with this 'unixsocket' in redis.conf, and that the "
         "socket's permissions ('unixsocketperm') let this user in");
  }
  lost("cannot be reached (" + why +
       "); see that redis-server runs there, listens at this address and port ('bind' in "
       "redis.conf), "
       "and that no firewall is in between");
}

int Connection::connect_to(const Address& address, Clock::time_point deadline) {
  socket_ = Descriptor(socket(address.family(), SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (socket_.get() < 0) return errno;
  const int yes = 1;
  if (address.family() != AF_UNIX) {
    setsockopt(socket_.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  }
  if (connect(socket_.get(), address.get(), address.size()) == 0) return 0;
  if (errno != EINPROGRESS) return errno;
  const Woken woken = wait_for(socket_.get(), POLLOUT, deadline, stop_);
  if (woken != Woken::Ready) return woken == Woken::Stopped ? ECANCELED : ETIMEDOUT;
  int error = 0;
  socklen_t size = sizeof error;
  return getsockopt(socket_.get(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

void Connection::introduce(const RedisUrl& url, Clock::time_point deadline) {
  const Login login = login_of(url);
  user_ = login.user;
  if (!login.password.empty() || !login.user.empty()) {
    Words words = {"AUTH"};
    if (!login.user.empty()) words.emplace_back(login.user);
    words.emplace_back(login.password);
    const Reply reply = call(words, deadline);
    if (reply.value().is_error()) fail(reply.value().text());
  }
  if (!url.database.empty()) {
    const Reply reply = call({"SELECT", url.database}, deadline);
    if (reply.value().is_error()) fail(reply.value().text());
  }
}

Reply Connection::call(const Words& words, Clock::time_point deadline) {
  std::vector<Reply> replies = call_all({words}, deadline);
  return std::move(replies.front());
}

std::vector<Reply> Connection::call_all(const std::vector<Words>& commands,
                                        Clock::time_point deadline) {
  std::string bytes;
  for (const Words& words : commands) {
    std::vector<const char*> data;
    std::vector<std::size_t> sizes;
    for (const std::string_view word : words) {
      data.push_back(word.data());
      sizes.push_back(word.size());
    }
    char* written = nullptr;
    const int count =
        redisFormatCommandArgv(&written, static_cast<int>(words.size()), data.data(), sizes.data());
    if (count < 0) throw std::bad_alloc();
    bytes.append(written, static_cast<std::size_t>(count));
    redisFreeCommand(written);
  }
  send(bytes, deadline);
  std::vector<Reply> replies;
  for (std::size_t i = 0; i < commands.size(); ++i) replies.push_back(receive(deadline));
  return replies;
}

void Connection::send(std::string_view bytes, Clock::time_point deadline) {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (count < 0 && errno == EAGAIN) {
      wait(POLLOUT, deadline);
    } else if (count < 0 && errno != EINTR) {
      lost("has closed the connection: " + message_of(errno));
    }
  }
}

Reply Connection::receive(Clock::time_point deadline) {
  std::array<char, 16384> block{};
  std::size_t received = 0;
  for (;;) {
    void* reply = nullptr;
    if (redisReaderGetReply(reader_.get(), &reply) != REDIS_OK) {
      if (reader_.has_refused()) lost("gives an answer that is too long to be one");
      if (reader_.get()->err == REDIS_ERR_OOM) throw std::bad_alloc();
      lost(std::string("does not speak the Redis protocol (") + reader_.get()->errstr +
           "); see that host and port are those of a Redis server");
    }
    if (reply != nullptr) return Reply(static_cast<redisReply*>(reply));
    const ssize_t count = recv(socket_.get(), block.data(), block.size(), 0);
    if (count > 0) {
      received += static_cast<std::size_t>(count);
      if (received > kLongestAnswer) lost("gives an answer that is too long to be one");
      if (redisReaderFeed(reader_.get(), block.data(), static_cast<std::size_t>(count)) !=
          REDIS_OK) {
        throw std::bad_alloc();
      }
    } else if (count == 0) {
      lost("has closed the connection; see whether redis-server still runs, and its log");
    } else if (errno == EAGAIN) {
      wait(POLLIN, deadline);
    } else if (errno != EINTR) {
      lost("has closed the connection: " + message_of(errno));
    }
  }
}

void Connection::wait(short events, Clock::time_point deadline) const {
  switch (wait_for(socket_.get(), events, deadline, stop_)) {
    case Woken::Ready:
      return;
    case Woken::Stopped:
      throw ConnectionLost(place_ + " is no longer followed");
    case Woken::TimeOver:
      throw TimeOver(
          place_ +
          " does not answer in time; see whether the machine and the network there are up, "
          "and with 'redis-cli --latency' how busy the server is");
  }
}

void Connection::lost(const std::string& why) const { throw ConnectionLost(place_ + " " + why); }

void Connection::fail(const std::string& answer) const {
  const std::string code = answer.substr(0, answer.find(' '));
  const std::string said = " (it says: " + storable(answer) + ")";
  const std::string who = user_.empty() ? "the default user" : "the user " + quoted(user_);
  if (code == "LOADING" || code == "MASTERDOWN" || code == "BUSY" || code == "NOREPLICAS" ||
      code == "TRYAGAIN" || answer.find("max number of clients") != std::string::npos) {
    throw ConnectionLost(place_ + " cannot serve yet" + said + "; try again in a moment");
  }
  if (code == "NOAUTH" || code == "WRONGPASS" || answer.find("AUTH") != std::string::npos ||
      answer.find("invalid password") != std::string::npos) {
    throw Error(ErrorCode::Denied,
                place_ + " does not let " + who + " in with this password" + said +
                    "; write redis://user:password@host:port, or '?login-file=FILE' after it");
  }
  if (code == "NOPERM") {
    throw Error(ErrorCode::Denied,
                place_ + " does not let " + who + " do this" + said +
                    "; 'ddb-agent ca issue --redis' writes the ACL rules that a "
                    "node needs, 'ddb-agent ca operator' those of who adds ports");
  }
  if (code == "DENIED") {
    throw Error(ErrorCode::Denied, place_ +
                                       " is in protected mode and lets nobody in from here; give "
                                       "it a password ('requirepass' in redis.conf)");
  }
  if (code == "OOM") {
    throw Error(ErrorCode::Full,
                place_ + " has no memory left, and nothing was changed" + said +
                    "; raise 'maxmemory' in redis.conf, or remove what else is stored "
                    "there");
  }
  if (code == "MISCONF") {
    throw Error(ErrorCode::Full, place_ + " cannot write its disk, and nothing was changed" + said +
                                     "; make room there, and see its log");
  }
  if (code == "READONLY") {
    throw Error(ErrorCode::ReadOnly,
                place_ + " is a replica and takes no changes; name its master instead");
  }
  if (answer.find("DB index") != std::string::npos) {
    throw Error(ErrorCode::Invalid, place_ + " has no database of this number" + said +
                                        "; raise 'databases' in redis.conf or use another");
  }
  throw Error(ErrorCode::Damaged,
              place_ + " answers what it should not" + said +
                  "; Redis 7.0 or later is needed, without cluster mode, and keys "
                  "that begin with ddb/ must be left alone");
}

}  // namespace ddb::store::detail
