// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/reconcile.hpp"

#include <algorithm>
#include <utility>

namespace ddb::agent {

namespace {

using store::Entry;
using store::Mover;
using store::Status;
using Holder = PortView::Holder;

// How often something is looked at that no event tells of: the kernel ending a connection.
constexpr std::chrono::milliseconds kLookAgain{100};

constexpr const char* kProviderIsGone = "the provider's agent is gone";

// Decides for one port, for one of its two sides.
class Side {
 public:
  Side(const View& view, const Entry& entry, const Times& times, Memory& memory, Plan& plan)
      : view_(view), entry_(entry), times_(times), memory_(memory), plan_(plan) {}

 protected:
  void act(Action action) { plan_.actions.push_back(std::move(action)); }

  void wake_at(Time time) {
    if (time <= view_.now) time = view_.now + kLookAgain;
    if (!plan_.wake || time < *plan_.wake) plan_.wake = time;
  }

  void change(Status status, std::string error, Mover mover,
              std::optional<store::DeviceIdentity> device = std::nullopt,
              std::string protection = "") {
    act(Change{entry_, status, std::move(error), std::move(device), mover, std::move(protection)});
  }

  // Why a connection is gone: this side may have ended it.
  std::string reason_or(const char* sentence) const {
    return memory_.ended_because.empty() ? sentence : memory_.ended_because;
  }

  // Whether a try may be made now; if not, this side is woken when it may.
  bool may_try() {
    if (memory_.not_before <= view_.now) return true;
    wake_at(memory_.not_before);
    return false;
  }

  // Whether it is so long since then; if not, this side is woken when it is.
  bool has_passed(Time since, std::chrono::milliseconds time) {
    if (view_.now - since >= time) return true;
    wake_at(since + time);
    return false;
  }

  std::optional<Time> absent_since(const std::string& node) const {
    const auto found = view_.absent.find(node);
    if (found == view_.absent.end()) return std::nullopt;
    return found->second;
  }

  const Entry& entry() const { return entry_; }
  Memory& memory() { return memory_; }
  const View& view() const { return view_; }
  const Times& times() const { return times_; }

 private:
  const View& view_;
  const Entry& entry_;
  const Times& times_;
  Memory& memory_;
  Plan& plan_;
};

class Provider : private Side {
 public:
  using Side::Side;

  void decide() {
    look_for_another_device();
    if (entry().status != Status::ToDelete && entry().status != Status::Deleted) {
      memory().is_released = false;
      // Also what an agent before this one has bound.
      const Holder holder = port().holder;
      if (holder != Holder::Nobody && holder != Holder::Local) memory().is_bound_here = true;
    }
    switch (entry().status) {
      case Status::Added:
      case Status::Disconnected:
        export_device();
        return;
      case Status::Exported:
        keep_ready();
        return;
      case Status::Imported:
        watch_use();
        return;
      case Status::ToDelete:
        give_back();
        return;
      case Status::Deleted:
        // The master removes it when it has seen it.
        if (absent_since(entry().key.master())) act(Remove{entry().key, Mover::Provider});
        return;
    }
  }

 private:
  PortView port() const {
    const auto found = view().ports.find(entry().key.port());
    return found != view().ports.end() ? found->second : PortView{};
  }

  void set(Status status, std::string error = "",
           std::optional<store::DeviceIdentity> device = std::nullopt) {
    change(status, std::move(error), Mover::Provider, std::move(device));
  }

  void begin_anew() {
    memory().failures = 0;
    memory().not_before = {};
    memory().error.clear();
  }

  // Plugged in so quickly that the port was not seen empty. One that comes back again and again and
  // is never of use does not begin anew.
  void look_for_another_device() {
    const unsigned plugging = port().plugging;
    if (plugging == 0 || plugging == memory().plugging) return;
    if (memory().was_used) begin_anew();
    memory().was_used = false;
    memory().plugging = plugging;
  }

  // What goes wrong on the way to EXPORTED is told beside the status.
  void tell_error() {
    if (!memory().error.empty() && memory().error != entry().last_error) {
      set(entry().status, memory().error);
    }
  }

  void bind_when_it_may() {
    if (may_try()) {
      act(Bind{entry().key});
    } else {
      tell_error();
    }
  }

  void export_device() {
    const PortView port = this->port();
    const bool was_lost = entry().status == Status::Disconnected;
    switch (port.holder) {
      case Holder::Nobody:
        // The next device begins anew.
        begin_anew();
        if (was_lost) set(Status::Added, entry().last_error);
        return;
      case Holder::Local:
        bind_when_it_may();
        return;
      case Holder::Remote:
        // What is left of an import that the store knows nothing of.
        act(TakeBack{entry().key});
        return;
      case Holder::Broken:
        if (may_try()) act(Unbind{entry().key});
        return;
      case Holder::Stub:
        if (may_try()) set(Status::Exported, "", port.device);
        return;
    }
  }

  void keep_ready() {
    const PortView port = this->port();
    if (port.holder == Holder::Remote && !port.must_end.empty()) end_use(port);
    if (port.holder == Holder::Local) bind_when_it_may();
    if (port.holder == Holder::Broken && may_try()) act(Unbind{entry().key});
    if (port.holder == Holder::Stub && port.device != entry().device) {
      set(Status::Exported, "", port.device);
    }
  }

  void end_use(const PortView& port) {
    memory().ended_because = port.must_end;
    if (may_try()) act(TakeBack{entry().key, port.must_end});
  }

  void watch_use() {
    const PortView port = this->port();
    switch (port.holder) {
      case Holder::Nobody:
        set(Status::Disconnected, "the device was unplugged");
        return;
      case Holder::Local:
        set(Status::Disconnected, "the device was unplugged and plugged in again");
        return;
      case Holder::Stub:
        set(Status::Disconnected, reason_or("the connection to the master ended"));
        return;
      case Holder::Broken:
        set(Status::Disconnected, "usbip-host lost the device (usbip_status 3)");
        return;
      case Holder::Remote:
        break;
    }
    if (!port.must_end.empty()) {
      end_use(port);
      return;
    }
    const std::optional<Time> absent = absent_since(entry().key.master());
    if (!absent || entry().grace == store::kForEver) return;
    const std::chrono::milliseconds grace = entry().grace ? *entry().grace : times().grace;
    if (has_passed(*absent, grace)) act(TakeBack{entry().key});
  }

  void give_back() {
    if (!memory().leaving_since) {
      memory().leaving_since = view().now;
      memory().not_before = {};
    }
    const Holder holder = port().holder;
    const bool is_bound = holder != Holder::Nobody && holder != Holder::Local;
    if (!is_bound && memory().is_released) {
      set(Status::Deleted);
      return;
    }
    const bool must_wait = holder == Holder::Remote && !absent_since(entry().key.master()) &&
                           !has_passed(*memory().leaving_since, times().detach_patience);
    if (must_wait) {
      // No event tells of the end of a connection.
      wake_at(view().now + kLookAgain);
    } else if (may_try()) {
      act(Unbind{entry().key});
    } else {
      tell_error();
    }
  }
};

// A port with which nothing is to be done here but to tell why, and to let it go.
class Idle : private Side {
 public:
  using Side::Side;

  void decide() {
    const bool is_provider = entry().key.provider() == view().node;
    const bool is_master = entry().key.master() == view().node;
    if (entry().status == Status::Deleted) {
      if (is_master) {
        act(Remove{entry().key, Mover::Master});
      } else if (absent_since(entry().key.master())) {
        act(Remove{entry().key, Mover::Provider});
      }
      return;
    }
    if (!is_provider) return;
    if (entry().status == Status::ToDelete) {
      change(Status::Deleted, "", Mover::Provider);
      return;
    }
    const std::string why = is_master
                                ? "the port is one of its own master, whose device is local already"
                                : foreign_sentence();
    if (entry().last_error != why) change(entry().status, why, Mover::Provider);
  }

 private:
  std::string foreign_sentence() const {
    return "the provider's agent does not speak '" + entry().key.protocol() + "', but '" +
           view().protocol + "'; delete the port, and add it with that protocol";
  }
};

class Master : private Side {
 public:
  using Side::Side;

  void decide() {
    const auto found = view().imports.find(entry().key);
    const ImportView* const import = found != view().imports.end() ? &found->second : nullptr;
    if (entry().status != Status::Exported) {
      memory().is_attached = false;
      memory().error.clear();
    }
    switch (entry().status) {
      case Status::Exported:
        import_device(import);
        return;
      case Status::Imported:
        watch_use(import);
        return;
      case Status::Added:
      case Status::Disconnected:
      case Status::ToDelete:
      case Status::Deleted:
        // The end of an attach that is under way is waited for.
        if (memory().is_attaching) return;
        if (import != nullptr) {
          detach(*import);
        } else if (entry().status == Status::Deleted) {
          act(Remove{entry().key, Mover::Master});
        }
        return;
    }
  }

 private:
  void set(Status status, std::string error = "", std::string protection = "") {
    change(status, std::move(error), Mover::Master, std::nullopt, std::move(protection));
  }

  void detach(const ImportView& import) {
    if (may_try()) act(Detach{entry().key, import.number, import.must_end});
  }

  bool provider_is_gone() const { return absent_since(entry().key.provider()).has_value(); }

  void import_device(const ImportView* import) {
    if (memory().is_attaching) return;
    if (import != nullptr && import->is_working && memory().is_attached) {
      set(Status::Imported, "", import->protection);
    } else if (import != nullptr) {
      // Of a connection before this one: the provider has ended it, or will.
      detach(*import);
    } else if (memory().is_attached) {
      set(Status::Disconnected, "the device vanished just after it was attached");
    } else if (!memory().error.empty()) {
      set(Status::Disconnected, memory().error);
    } else if (provider_is_gone()) {
      set(Status::Disconnected, kProviderIsGone);
    } else {
      memory().is_attaching = true;
      act(Attach{entry().key});
    }
  }

  void watch_use(const ImportView* import) {
    if (import == nullptr) {
      set(Status::Disconnected,
          reason_or(provider_is_gone() ? kProviderIsGone : "the device is gone from the master"));
    } else if (provider_is_gone() || !import->is_working || !import->must_end.empty()) {
      memory().ended_because = import->must_end;
      detach(*import);
    }
  }
};

// How long a port was in use, and how often it was not for long.
void follow_use(const Entry& entry, const View& view, const Times& times, Memory& memory) {
  if (entry.status == Status::Imported) {
    if (!memory.used_since) memory.used_since = view.now;
    memory.was_used = true;
  } else if (memory.used_since) {
    if (view.now - *memory.used_since >= times.proof) memory.failures = 0;
    memory.used_since.reset();
  }
  if (entry.status != Status::ToDelete) memory.leaving_since.reset();
  const bool is_in_use = entry.status == Status::Imported || entry.status == Status::Exported;
  if (!is_in_use) memory.ended_because.clear();
}

}  // namespace

const store::Key& key_of(const Action& action) noexcept {
  struct Visitor {
    const store::Key& operator()(const Change& it) const { return it.seen.key; }
    const store::Key& operator()(const Bind& it) const { return it.key; }
    const store::Key& operator()(const Unbind& it) const { return it.key; }
    const store::Key& operator()(const TakeBack& it) const { return it.key; }
    const store::Key& operator()(const Attach& it) const { return it.key; }
    const store::Key& operator()(const Detach& it) const { return it.key; }
    const store::Key& operator()(const Remove& it) const { return it.key; }
  };
  return std::visit(Visitor{}, action);
}

std::chrono::milliseconds pause_after(unsigned failures, const Times& times) noexcept {
  if (failures == 0) return std::chrono::milliseconds(0);
  auto pause = times.first_pause;
  for (unsigned i = 1; i < failures && pause < times.longest_pause; ++i) pause *= 2;
  return std::min(pause, times.longest_pause);
}

Plan reconcile(const View& view, const Memories& memories, const Times& times) {
  Plan plan;
  plan.memories = memories;
  std::set<store::Key> known;
  std::set<std::string> ports;
  for (const Entry& entry : view.entries) {
    known.insert(entry.key);
    Memory& memory = plan.memories[entry.key];
    follow_use(entry, view, times, memory);
    const bool is_provider = entry.key.provider() == view.node;
    const bool is_master = entry.key.master() == view.node;
    const bool is_foreign = entry.key.protocol() != view.protocol;
    if (is_provider && !is_foreign) ports.insert(entry.key.port());
    if (is_foreign || (is_provider && is_master)) {
      Idle(view, entry, times, memory, plan).decide();
    } else if (is_provider) {
      Provider(view, entry, times, memory, plan).decide();
    } else if (is_master) {
      Master(view, entry, times, memory, plan).decide();
    }
  }
  // What is left of entries that have vanished.
  for (const auto& [key, import] : view.imports) {
    if (known.count(key) == 0) plan.actions.emplace_back(Detach{key, import.number});
  }
  for (auto it = plan.memories.begin(); it != plan.memories.end();) {
    const auto& [key, memory] = *it;
    const bool is_known = known.count(key) != 0;
    const bool must_release = !is_known && memory.is_bound_here && ports.count(key.port()) == 0;
    if (must_release) plan.actions.emplace_back(Unbind{key});
    it = is_known || must_release || memory.is_attaching ? std::next(it) : plan.memories.erase(it);
  }
  return plan;
}

void remember(const Action& action, const std::string& error, Time now, const Times& times,
              Memories& memories) {
  Memory& memory = memories[key_of(action)];
  if (std::holds_alternative<Attach>(action)) {
    memory.is_attaching = false;
    memory.is_attached = error.empty();
  }
  if (!error.empty()) {
    memory.error = error;
    // The provider sets the pace of tries to import: it exports the device again.
    if (std::holds_alternative<Attach>(action)) return;
    ++memory.failures;
    memory.not_before = now + pause_after(memory.failures, times);
    return;
  }
  memory.error.clear();
  if (const auto* const change = std::get_if<Change>(&action)) {
    memory.is_attached = false;
    // Each device that is exported once more without having been of use makes the pause longer.
    const bool is_again =
        change->seen.status == Status::Disconnected && change->status == Status::Exported;
    if (is_again) {
      ++memory.failures;
      memory.not_before = now + pause_after(memory.failures, times);
    }
    return;
  }
  if (std::holds_alternative<Bind>(action)) memory.is_bound_here = true;
  if (std::holds_alternative<Unbind>(action)) {
    memory.is_released = true;
    memory.is_bound_here = false;
  }
}

}  // namespace ddb::agent
