// SPDX-License-Identifier: Apache-2.0
// What an agent decides, case by case.
#include "ddb/agent/reconcile.hpp"
#include "incident_quota.hpp"

#include <catch2/catch.hpp>
#include <ostream>
#include <string>
#include <vector>

namespace {

using namespace ddb::agent;
using namespace std::chrono_literals;
using ddb::store::DeviceIdentity;
using ddb::store::Entry;
using ddb::store::Key;
using ddb::store::Mover;
using ddb::store::Status;
using Holder = PortView::Holder;

const Key kKey("dbus1", "10.0.0.2", "usbip", "10.0.0.1", "1-3");
const DeviceIdentity kDisk{"46f4", "0001", "1-0000", "QEMU USB HARDDRIVE", ""};

// In words, for comparisons.
std::string words(const Action& action) {
  struct Visitor {
    std::string operator()(const Bind& /*it*/) const { return "bind"; }
    std::string operator()(const Unbind& /*it*/) const { return "unbind"; }
    std::string operator()(const TakeBack& /*it*/) const { return "take back"; }
    std::string operator()(const Attach& /*it*/) const { return "attach"; }
    std::string operator()(const Detach& it) const { return "detach " + std::to_string(it.number); }
    std::string operator()(const Change& it) const {
      return std::string(ddb::store::status_name(it.status)) +
             (it.error.empty() ? "" : ": " + it.error);
    }
    std::string operator()(const Remove& /*it*/) const { return "remove"; }
  };
  CHECK(key_of(action) == kKey);
  return std::visit(Visitor{}, action);
}

// A node with one port of one bus.
struct Case {
  Case(const char* node, Status status) {
    view.node = node;
    view.now = Time{} + 1h;
    view.entries.push_back(Entry{kKey, status, {}, "", {}, {7, ""}});
  }

  Case& holder(Holder it) {
    view.ports["1-3"] = {it, it == Holder::Nobody ? std::nullopt : std::optional(kDisk)};
    return *this;
  }
  Case& import(bool is_working = true) {
    view.imports[kKey] = {4, is_working};
    return *this;
  }
  Case& absent(const char* node, std::chrono::milliseconds since) {
    view.absent[node] = view.now - since;
    return *this;
  }
  Case& remembers(const Memory& it) {
    memories[kKey] = it;
    return *this;
  }

  // What is done now; empty: nothing.
  std::string decides() {
    const Plan plan = reconcile(view, memories, {});
    memories = plan.memories;
    wake = plan.wake;
    REQUIRE(plan.actions.size() <= 1);
    return plan.actions.empty() ? "" : words(plan.actions.front());
  }
  Case& later(std::chrono::milliseconds time) {
    view.now += time;
    return *this;
  }

  View view;
  Memories memories;
  std::optional<Time> wake;
};

Case provider(Status status) { return {"10.0.0.1", status}; }
Case master(Status status) { return {"10.0.0.2", status}; }

TEST_CASE("a provider exports what is plugged in", "[reconcile]") {
  CHECK(provider(Status::Added).decides().empty());
  CHECK(provider(Status::Added).holder(Holder::Nobody).decides().empty());
  CHECK(provider(Status::Added).holder(Holder::Local).decides() == "bind");
  CHECK(provider(Status::Added).holder(Holder::Stub).decides() == "EXPORTED");
  CHECK(provider(Status::Added).holder(Holder::Remote).decides() == "take back");
  CHECK(provider(Status::Added).holder(Holder::Broken).decides() == "unbind");
}

TEST_CASE("the identity of a device goes to the store with it", "[reconcile]") {
  Case it = provider(Status::Added).holder(Holder::Stub);
  const Plan plan = reconcile(it.view, {}, {});
  const auto& change = std::get<Change>(plan.actions.at(0));
  CHECK(change.device == kDisk);
  CHECK(change.mover == Mover::Provider);
  CHECK(change.seen == it.view.entries[0]);
  // Another device in the meantime: told anew, once.
  it = provider(Status::Exported).holder(Holder::Stub);
  CHECK(it.decides() == "EXPORTED");
  it.view.entries[0].device = kDisk;
  CHECK(it.decides().empty());
}

TEST_CASE("a provider keeps an exported device ready", "[reconcile]") {
  CHECK(provider(Status::Exported).holder(Holder::Local).decides() == "bind");
  CHECK(provider(Status::Exported).holder(Holder::Broken).decides() == "unbind");
  CHECK(provider(Status::Exported).holder(Holder::Remote).decides().empty());
  // The master finds out, and moves it on.
  CHECK(provider(Status::Exported).holder(Holder::Nobody).decides().empty());
}

TEST_CASE("a provider tells how a device in use was lost", "[reconcile]") {
  CHECK(provider(Status::Imported).holder(Holder::Remote).decides().empty());
  CHECK(provider(Status::Imported).decides() == "DISCONNECTED: the device was unplugged");
  CHECK(provider(Status::Imported).holder(Holder::Local).decides() ==
        "DISCONNECTED: the device was unplugged and plugged in again");
  CHECK(provider(Status::Imported).holder(Holder::Stub).decides() ==
        "DISCONNECTED: the connection to the master ended");
  CHECK(provider(Status::Imported).holder(Holder::Broken).decides() ==
        "DISCONNECTED: usbip-host lost the device (usbip_status 3)");
}

TEST_CASE("a provider begins again with what was lost", "[reconcile]") {
  CHECK(provider(Status::Disconnected).decides() == "ADDED");
  CHECK(provider(Status::Disconnected).holder(Holder::Local).decides() == "bind");
  CHECK(provider(Status::Disconnected).holder(Holder::Stub).decides() == "EXPORTED");
  CHECK(provider(Status::Disconnected).holder(Holder::Remote).decides() == "take back");
}

TEST_CASE("a master that is gone keeps the device for the time of grace", "[reconcile]") {
  Case it = provider(Status::Imported).holder(Holder::Remote).absent("10.0.0.2", 59s);
  CHECK(it.decides().empty());
  CHECK(it.wake == it.view.now + 1s);
  it.later(1s);
  CHECK(it.decides() == "take back");
}

TEST_CASE("the bus says how long a master that is gone keeps the device", "[reconcile]") {
  Case it = provider(Status::Imported).holder(Holder::Remote).absent("10.0.0.2", 60s);
  SECTION("longer than the agent would have it") {
    it.view.entries[0].grace = 3600s;
    CHECK(it.decides().empty());
    CHECK(it.wake == it.view.now + 3540s);
    CHECK(it.later(3540s).decides() == "take back");
  }
  SECTION("not at all") {
    it.absent("10.0.0.2", 0s).view.entries[0].grace = 0s;
    CHECK(it.decides() == "take back");
  }
  SECTION("for ever") {
    it.view.entries[0].grace = ddb::store::kForEver;
    CHECK(it.later(10000h).decides().empty());
    CHECK_FALSE(it.wake);
  }
}

TEST_CASE("a device goes back to its driver when the master has detached", "[reconcile]") {
  Case it = provider(Status::ToDelete).holder(Holder::Remote);
  CHECK(it.decides().empty());
  CHECK(it.wake == it.view.now + 100ms);
  SECTION("the master detaches") { it.holder(Holder::Stub); }
  SECTION("the master has no agent any more") { it.absent("10.0.0.2", 0s); }
  SECTION("the master does not do it") { it.later(20s); }
  CHECK(it.decides() == "unbind");
  remember(Unbind{kKey}, "", it.view.now, {}, it.memories);
  it.holder(Holder::Local);
  CHECK(it.decides() == "DELETED");
}

TEST_CASE("a port without a device leaves its bus, too", "[reconcile]") {
  Case it = provider(Status::ToDelete);
  CHECK(it.decides() == "unbind");
  remember(Unbind{kKey}, "", it.view.now, {}, it.memories);
  CHECK(it.decides() == "DELETED");
  CHECK(provider(Status::Deleted).decides().empty());
  CHECK(provider(Status::Deleted).absent("10.0.0.2", 0s).decides() == "remove");
}

TEST_CASE("a master imports what is exported", "[reconcile]") {
  Case it = master(Status::Exported);
  CHECK(it.decides() == "attach");
  CHECK(it.decides().empty());
  SECTION("it works") {
    remember(Attach{kKey}, "", it.view.now, {}, it.memories);
    it.import();
    CHECK(it.decides() == "IMPORTED");
  }
  SECTION("it fails") {
    remember(Attach{kKey}, "no way", it.view.now, {}, it.memories);
    CHECK(it.decides() == "DISCONNECTED: no way");
    SECTION("and is tried anew when the provider has exported it again") {
      const Change change{it.view.entries[0], Status::Disconnected, "no way", {}, Mover::Master};
      remember(change, "", it.view.now, {}, it.memories);
      CHECK(it.decides() == "attach");
    }
  }
  SECTION("it works, and the device is gone at once") {
    remember(Attach{kKey}, "", it.view.now, {}, it.memories);
    CHECK(it.decides() == "DISCONNECTED: the device vanished just after it was attached");
  }
  SECTION("the port is to be deleted meanwhile") {
    it.view.entries[0].status = Status::ToDelete;
    CHECK(it.decides().empty());
    remember(Attach{kKey}, "", it.view.now, {}, it.memories);
    it.import();
    CHECK(it.decides() == "detach 4");
  }
}

TEST_CASE("a master does not trust an import of before", "[reconcile]") {
  CHECK(master(Status::Exported).import().decides() == "detach 4");
  CHECK(master(Status::Added).import().decides() == "detach 4");
  CHECK(master(Status::Disconnected).import().decides() == "detach 4");
  // One in the status IMPORTED is taken over from an agent before this one.
  CHECK(master(Status::Imported).import().decides().empty());
}

TEST_CASE("a master tells what it has lost", "[reconcile]") {
  CHECK(master(Status::Imported).decides() == "DISCONNECTED: the device is gone from the master");
  CHECK(master(Status::Imported).import(false).decides() == "detach 4");
  Case it = master(Status::Imported).import().absent("10.0.0.1", 0s);
  CHECK(it.decides() == "detach 4");
  it.view.imports.clear();
  CHECK(it.decides() == "DISCONNECTED: the provider's agent is gone");
  CHECK(master(Status::Exported).absent("10.0.0.1", 0s).decides() ==
        "DISCONNECTED: the provider's agent is gone");
}

TEST_CASE("a connection that must not go on is ended, and the reason told", "[reconcile]") {
  const std::string reason = "the certificate of 10.0.0.9 was revoked";
  SECTION("by the provider") {
    for (const Status status : {Status::Exported, Status::Imported}) {
      Case it = provider(status).holder(Holder::Remote);
      it.view.ports["1-3"].must_end = reason;
      CHECK(it.decides() == "take back");
      CHECK(it.decides() == "take back");
    }
    Case it = provider(Status::Imported).holder(Holder::Remote);
    it.view.ports["1-3"].must_end = reason;
    CHECK(it.decides() == "take back");
    CHECK(it.holder(Holder::Stub).decides() == "DISCONNECTED: " + reason);
    // It is told once: the next one ends for a reason of its own.
    it.view.entries[0].status = Status::Disconnected;
    it.decides();
    it.view.entries[0].status = Status::Imported;
    CHECK(it.decides() == "DISCONNECTED: the connection to the master ended");
  }
  SECTION("by the master") {
    Case it = master(Status::Imported).import();
    it.view.imports[kKey].must_end = reason;
    CHECK(it.decides() == "detach 4");
    it.view.imports.clear();
    CHECK(it.decides() == "DISCONNECTED: " + reason);
  }
}

TEST_CASE("how an import is protected goes to the store with it", "[reconcile]") {
  Memory attached;
  attached.is_attached = true;
  Case it = master(Status::Exported).import().remembers(attached);
  it.view.imports[kKey].protection = "tls1.2 A-CIPHER";
  const Plan plan = reconcile(it.view, it.memories, {});
  CHECK(std::get<Change>(plan.actions.at(0)).protection == "tls1.2 A-CIPHER");
}

TEST_CASE("a master lets go of what is to be deleted", "[reconcile]") {
  CHECK(master(Status::ToDelete).import().decides() == "detach 4");
  CHECK(master(Status::ToDelete).decides().empty());
  CHECK(master(Status::Deleted).import().decides() == "detach 4");
  CHECK(master(Status::Deleted).decides() == "remove");
}

TEST_CASE("entries that have vanished leave nothing behind", "[reconcile]") {
  Case it = master(Status::Imported).import();
  it.view.entries.clear();
  CHECK(it.decides() == "detach 4");

  Case other = provider(Status::Exported).holder(Holder::Remote);
  CHECK(other.decides().empty());
  other.view.entries.clear();
  CHECK(other.decides() == "unbind");
  remember(Unbind{kKey}, "", other.view.now, {}, other.memories);
  CHECK(other.decides().empty());
  CHECK(other.memories.empty());
}

TEST_CASE("a port of its own master stays local", "[reconcile]") {
  const Key key("dbus1", "10.0.0.1", "usbip", "10.0.0.1", "1-3");
  View view;
  view.node = "10.0.0.1";
  view.entries.push_back(Entry{key, Status::Added, {}, "", {}, {7, ""}});
  view.ports["1-3"] = {Holder::Local, kDisk};
  const Plan plan = reconcile(view, {}, {});
  const auto& change = std::get<Change>(plan.actions.at(0));
  CHECK(change.status == Status::Added);
  view.entries[0].last_error = change.error;
  CHECK(reconcile(view, {}, {}).actions.empty());
  view.entries[0].status = Status::ToDelete;
  CHECK(std::get<Change>(reconcile(view, {}, {}).actions.at(0)).status == Status::Deleted);
  view.entries[0].status = Status::Deleted;
  CHECK(std::holds_alternative<Remove>(reconcile(view, {}, {}).actions.at(0)));
}

TEST_CASE("a port of another protocol is told so, left alone, and let go", "[reconcile]") {
  const std::string why =
      "the provider's agent does not speak 'usbip', but 'other'; delete the port, and add it with "
      "that protocol";
  const auto foreign = [](Case it) {
    it.view.protocol = "other";
    return it;
  };
  Case it = foreign(provider(Status::Added)).holder(Holder::Local);
  CHECK(it.decides() == "ADDED: " + why);
  it.view.entries[0].last_error = why;
  CHECK(it.decides().empty());
  CHECK(foreign(provider(Status::ToDelete)).holder(Holder::Local).decides() == "DELETED");
  CHECK(foreign(provider(Status::Deleted)).decides().empty());
  CHECK(foreign(provider(Status::Deleted)).absent("10.0.0.2", 0s).decides() == "remove");
  CHECK(foreign(master(Status::Exported)).decides().empty());
  CHECK(foreign(master(Status::ToDelete)).decides().empty());
  CHECK(foreign(master(Status::Deleted)).decides() == "remove");
}

TEST_CASE("what fails is told, and tried again with longer pauses, for ever", "[reconcile]") {
  Case it = provider(Status::Added).holder(Holder::Local);
  const Times times;
  auto pause = 250ms;
  for (int i = 0; i < 20; ++i) {
    CHECK(it.decides() == "bind");
    remember(Bind{kKey}, "no module", it.view.now, times, it.memories);
    if (i == 0) {
      CHECK(it.decides() == "ADDED: no module");
      it.view.entries[0].last_error = "no module";
    }
    CHECK(it.decides().empty());
    REQUIRE(it.wake);
    CHECK(*it.wake == it.view.now + pause);
    it.later(pause);
    pause = std::min<std::chrono::milliseconds>(2 * pause, 20s);
  }
  // Another device has its first try at once.
  remember(Bind{kKey}, "no module", it.view.now, times, it.memories);
  it.holder(Holder::Nobody);
  CHECK(it.decides().empty());
  it.holder(Holder::Local);
  CHECK(it.decides() == "bind");
}

TEST_CASE("a device that is plugged in quickly after one that was of use begins anew",
          "[reconcile]") {
  Case it = provider(Status::Disconnected).holder(Holder::Stub);
  it.view.ports["1-3"].plugging = 7;
  const Change change{it.view.entries[0], Status::Exported, "", kDisk, Mover::Provider};
  for (int i = 0; i < 5; ++i) remember(change, "", it.view.now, {}, it.memories);
  CHECK(it.decides().empty());
  SECTION("of use") {
    it.view.entries[0].status = Status::Imported;
    it.holder(Holder::Remote);
    it.view.ports["1-3"].plugging = 7;
    CHECK(it.decides().empty());
    it.view.entries[0].status = Status::Disconnected;
    it.holder(Holder::Local);
    it.view.ports["1-3"].plugging = 8;
    CHECK(it.decides() == "bind");
  }
  SECTION("not of use") {
    it.holder(Holder::Local);
    it.view.ports["1-3"].plugging = 8;
    CHECK(it.decides().empty());
  }
}

TEST_CASE("a device that is lost again and again is exported with longer pauses", "[reconcile]") {
  Case it = provider(Status::Disconnected).holder(Holder::Stub);
  const auto exported = [&] {
    CHECK(it.decides() == "EXPORTED");
    const Change change{it.view.entries[0], Status::Exported, "", kDisk, Mover::Provider};
    remember(change, "", it.view.now, {}, it.memories);
  };
  exported();
  CHECK(it.decides().empty());
  CHECK(*it.wake == it.view.now + 250ms);
  it.later(250ms);
  exported();
  CHECK(it.decides().empty());
  CHECK(*it.wake == it.view.now + 500ms);
  // One that was of use begins anew.
  it.view.entries[0].status = Status::Imported;
  it.holder(Holder::Remote);
  CHECK(it.decides().empty());
  it.later(10s);
  it.view.entries[0].status = Status::Disconnected;
  it.holder(Holder::Stub);
  exported();
  CHECK(it.decides().empty());
  CHECK(*it.wake == it.view.now + 250ms);
}

TEST_CASE("every change that is decided stands in the table", "[reconcile]") {
  for (const char* const node : {"10.0.0.1", "10.0.0.2"}) {
    for (int status = 0; status <= static_cast<int>(Status::Deleted); ++status) {
      for (int holder = 0; holder <= static_cast<int>(Holder::Broken); ++holder) {
        for (int bits = 0; bits < 64; ++bits) {
          Case it(node, static_cast<Status>(status));
          it.holder(static_cast<Holder>(holder));
          if ((bits & 1) != 0) it.import((bits & 2) != 0);
          if ((bits & 4) != 0) it.absent("10.0.0.1", 2min);
          if ((bits & 8) != 0) it.absent("10.0.0.2", 2min);
          Memory memory;
          memory.is_attached = (bits & 16) != 0;
          memory.is_released = (bits & 32) != 0;
          memory.error = (bits & 2) != 0 ? "an error" : "";
          it.remembers(memory);
          const Plan plan = reconcile(it.view, it.memories, {});
          REQUIRE(plan.actions.size() <= 1);
          for (const Action& action : plan.actions) {
            if (const auto* const change = std::get_if<Change>(&action)) {
              const bool is_same = change->status == change->seen.status;
              CHECK((is_same || ddb::store::is_transition(change->seen.status, change->status,
                                                          change->mover)));
            }
            if (const auto* const remove = std::get_if<Remove>(&action)) {
              CHECK(ddb::store::is_transition(Status::Deleted, std::nullopt, remove->mover));
            }
          }
        }
      }
    }
  }
}

TEST_CASE("clients who are turned away do not fill the log", "[reconcile]") {
  IncidentQuota quota;
  const Time begin = Time{} + 1h;
  const auto allowed = [&](const char* event, const std::string& host, int count, Time now) {
    Incident incident;
    incident.event = event;
    incident.host = host;
    int logged = 0;
    for (int i = 0; i < count; ++i) logged += quota.allows(incident, now) ? 1 : 0;
    return logged;
  };
  CHECK(allowed("dropped", "10.0.0.9", 1000, begin) == 5);
  Incident other;
  other.event = "dropped";
  other.host = "10.0.0.9";
  other.reason = "expired";
  CHECK(quota.allows(other, begin));
  // Others of it, and others' of the same kind, are seen all the same.
  CHECK(allowed("refused", "10.0.0.9", 2, begin) == 2);
  CHECK(allowed("dropped", "10.0.0.8", 2, begin + 9s) == 2);
  CHECK(allowed("served", "10.0.0.8", 1000, begin) == 1000);
  CHECK(quota.take_left_out(begin + 9s) == 0);
  REQUIRE(quota.due());
  CHECK(*quota.due() == begin + 10s);
  CHECK(quota.take_left_out(begin + 10s) == 995);
  CHECK_FALSE(quota.due());
  CHECK(quota.take_left_out(begin + 10s) == 0);
  CHECK(allowed("dropped", "10.0.0.9", 1, begin + 10s) == 1);
  int logged = 0;
  for (int i = 0; i < 1000; ++i) logged += allowed("dropped", std::to_string(i), 1, begin + 11s);
  CHECK(logged == 99);
}

}  // namespace
