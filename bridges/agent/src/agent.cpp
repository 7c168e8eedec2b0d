// SPDX-License-Identifier: Apache-2.0
#include "ddb/agent/agent.hpp"

#include <poll.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "addresses.hpp"
#include "incident_quota.hpp"
#include "report.hpp"

namespace ddb::agent {

namespace {

using std::chrono::milliseconds;
using store::Entry;
using store::Key;
using store::Status;

// A store that does not answer is asked again after so long.
constexpr milliseconds kStorePause{1000};
// One event leads to a few rounds of actions; more than so many mean that something is wrong, and
// the others' turn comes first.
constexpr int kMostRounds = 20;
// After more changes than this, all is read instead.
constexpr std::size_t kMostQuestions = 50;

}  // namespace

struct Agent::Impl {
  Impl(Settings its_settings, store::Store& its_store, DeviceModule& its_devices,
       Virtualization& its_usbip, Log& its_log)
      : settings(std::move(its_settings)),
        store(its_store),
        devices(its_devices),
        usbip(its_usbip),
        log(its_log),
        filter{.bus = {}, .node = settings.node} {}

  // ---- the store ----

  // Of a call that began at this time: what came later is not known.
  void store_failed(const store::Error& error, Time began) {
    ++counts.store_errors;
    if (store_error.empty()) log.write(Level::Warning, "store_lost", error.what());
    store_error = error.what();
    observer.lost_contact(began);
    // From now on: the call may have taken longer than the pause.
    next_renewal = Clock::now() + kStorePause;
    // Whatever happens meanwhile is seen in a list, if not by the watch.
    next_listing = began;
  }

  void store_answered() {
    if (!store_error.empty()) log.write(Level::Notice, "store_back", "the store answers again");
    store_error.clear();
  }

  void hold_lease() {
    if (lease && store.renew_lease(*lease)) return;
    const bool had_one = lease.has_value();
    lease.reset();
    const store::LeaseAttempt attempt = store.acquire_lease(settings.node, settings.holder);
    if (attempt.is_done) {
      lease = attempt.lease;
      was_told_of_other = false;
      log.write(Level::Info, had_one ? "lease_taken_again" : "lease_taken",
                "this agent is the node's");
    } else if (!was_told_of_other) {
      was_told_of_other = true;
      log.write(Level::Error, "lease_refused",
                "another agent is this node's; stop it, or give this one another --node",
                {{"holder", attempt.lease.holder}});
    }
  }

  std::vector<std::string> other_nodes() const {
    std::set<std::string> nodes;
    for (const auto& [key, entry] : entries) {
      nodes.insert(key.master());
      nodes.insert(key.provider());
    }
    nodes.erase(settings.node);
    return {nodes.begin(), nodes.end()};
  }

  void look_at_leases(Time now) {
    const std::vector<std::string> nodes = other_nodes();
    observer.see(nodes.empty() ? std::vector<store::LeaseState>() : store.leases(nodes), now);
  }

  void list(Time now) {
    const store::Listing listing = store.list(filter);
    if (listing.complaints != complaints) {
      for (const std::string& sentence : listing.complaints) {
        log.write(Level::Warning, "entry_ignored", sentence);
      }
      complaints = listing.complaints;
    }
    entries.clear();
    for (const Entry& entry : listing.entries) entries.emplace(entry.key, entry);
    next_listing = now + settings.period;
  }

  // What is due with the store. Nothing else is done while it can't be asked.
  void tend_store(Time now) {
    try {
      if (now >= next_renewal) {
        hold_lease();
        look_at_leases(now);
        if (settings.revocations != nullptr) settings.revocations->look(store);
        next_renewal = now + settings.renewal;
        store_answered();
      }
      if (store_error.empty() && now >= next_listing) {
        list(now);
        look_at_leases(now);
        tell_problems();
      }
    } catch (const store::Error& error) {
      store_failed(error, now);
    }
  }

  // A change only says where to look: the history may be written by those who may not make such a
  // change.
  void take_changes() {
    if (!watch) return;
    const std::vector<store::Change> changes = watch->take();
    is_news = is_news || !changes.empty();
    std::set<Key> keys;
    for (const store::Change& change : changes) {
      if (!filter.matches(change.key)) continue;
      const auto known = entries.find(change.key);
      // The list, or our own change, may have been quicker.
      const bool is_known = known != entries.end() && change.is_step &&
                            known->second.revision.number >= change.revision.number;
      if (!is_known) keys.insert(change.key);
    }
    // A store that is found again is listed.
    if (!store_error.empty()) return;
    try {
      if (keys.size() > kMostQuestions) {
        list(Clock::now());
      } else {
        for (const Key& key : keys) look_at(key);
      }
    } catch (const store::Error& error) {
      store_failed(error, Clock::now());
    }
  }

  void look_at(const Key& key) {
    try {
      took_note_of(key, store.get(key));
    } catch (const store::Error& error) {
      ignore(key, error);
    }
  }

  // An entry that can't be understood is the trouble of its own port only.
  void ignore(const Key& key, const store::Error& error) {
    if (error.code() != store::ErrorCode::Damaged) throw;
    entries.erase(key);
    log.write(Level::Warning, "entry_ignored", error.what(), {{"key", key.text()}});
  }

  // ---- deciding ----

  std::map<std::string, Time> absent_nodes(Time now) {
    for (const std::string& node : other_nodes()) {
      if (observer.is_alive(node, now)) {
        if (absent.erase(node) > 0)
          log.write(Level::Notice, "node_back", "its agent is there", {{"node", node}});
      } else if (absent.emplace(node, now).second) {
        log.write(Level::Warning, "node_absent", "its lease has ended", {{"node", node}});
      }
    }
    return absent;
  }

  // An agent that has just come may have made the change that is being looked at.
  void look_for_newcomers(Time now) {
    if (!std::exchange(is_news, false)) return;
    const std::vector<std::string> nodes = other_nodes();
    const bool is_any_absent = std::any_of(nodes.begin(), nodes.end(), [&](const std::string& it) {
      return !observer.is_alive(it, now);
    });
    if (is_any_absent) look_at_leases(now);
  }

  // The entries first: what the kernel says is then newer, never older.
  View look(Time now) {
    View view;
    view.node = settings.node;
    view.protocol = usbip.protocol();
    view.now = now;
    std::set<std::string> names;
    for (const auto& [key, entry] : entries) {
      view.entries.push_back(entry);
      if (key.provider() == settings.node) names.insert(key.port());
    }
    for (const auto& [key, memory] : memories) {
      if (key.provider() == settings.node) names.insert(key.port());
    }
    view.absent = absent_nodes(now);
    view.ports = usbip.ports(names);
    view.imports = usbip.imports();
    return view;
  }

  // Does what is to be done now. Whether it came to an end.
  bool settle() {
    ++counts.reconciliations;
    for (int i = 0; i < kMostRounds; ++i) {
      take_changes();
      const Time now = Clock::now();
      if (!lease || !store_error.empty()) {
        wake.reset();
        return true;
      }
      try {
        look_for_newcomers(now);
        Plan plan = reconcile(look(now), memories, settings.times);
        memories = std::move(plan.memories);
        wake = plan.wake;
        if (plan.actions.empty()) return true;
        for (const Action& action : plan.actions) try_one(action);
      } catch (const store::Error& error) {
        store_failed(error, Clock::now());
        return true;
      }
    }
    return false;
  }

  void try_one(const Action& action) {
    try {
      do_one(action);
    } catch (const store::Error& error) {
      ignore(key_of(action), error);
    }
  }

  void do_one(const Action& action) {
    const Key& key = key_of(action);
    std::string error;
    if (std::holds_alternative<Bind>(action)) {
      error = usbip.bind(key.port());
      tell("bound", "bind_failed", key, error);
    } else if (std::holds_alternative<Unbind>(action)) {
      error = usbip.unbind(key.port());
      tell("released", "release_failed", key, error);
    } else if (const auto* const take_back = std::get_if<TakeBack>(&action)) {
      error = usbip.take_back(key.port());
      tell("taken_back", "take_back_failed", key, error, take_back->reason);
    } else if (const auto* const detach = std::get_if<Detach>(&action)) {
      error = usbip.detach(key, detach->number);
      tell("detached", "detach_failed", key, error, detach->reason);
    } else if (std::holds_alternative<Attach>(action)) {
      ++attaching;
      usbip.attach(key);
      return;
    } else if (const auto* const change = std::get_if<Change>(&action)) {
      if (!make_change(*change)) return;
    } else if (const auto* const remove = std::get_if<Remove>(&action)) {
      const store::Attempt attempt = store.remove(key, remove->mover);
      took_note_of(key, attempt.entry);
      tell("removed", "", key, "");
    }
    failures += error.empty() ? 0 : 1;
    remember(action, error, Clock::now(), settings.times, memories);
  }

  bool make_change(const Change& change) {
    const Key& key = change.seen.key;
    const store::Attempt attempt = store.compare_and_set(
        key, store::Expected(change.seen),
        {change.status, change.error, change.device, change.protection}, change.mover);
    took_note_of(key, attempt.entry);
    // Somebody else was quicker: what there is now is looked at next.
    if (!attempt.is_done) return false;
    ++counts.changes[std::string(store::status_name(change.status))];
    const Level level = change.error.empty() ? Level::Info : Level::Warning;
    log.write(level, "status", change.error,
              {{"key", key.text()},
               {"from", store::status_name(change.seen.status)},
               {"to", store::status_name(change.status)}});
    return true;
  }

  void took_note_of(const Key& key, const std::optional<Entry>& entry) {
    if (entry) {
      entries.insert_or_assign(key, *entry);
    } else {
      entries.erase(key);
    }
  }

  void tell(const char* done, const char* failed, const Key& key, const std::string& error,
            const std::string& why = "") {
    if (error.empty()) {
      log.write(why.empty() ? Level::Info : Level::Warning, done, why, {{"key", key.text()}});
    } else {
      log.write(Level::Warning, failed, error, {{"key", key.text()}});
    }
  }

  // ---- the world ----

  void take_attached() {
    for (const Attached& it : usbip.take()) {
      --attaching;
      remember(Attach{it.key}, it.error, Clock::now(), settings.times, memories);
      const std::string took = std::to_string(it.took.count());
      if (it.error.empty()) {
        ++counts.attaches;
        counts.attach_milliseconds += static_cast<std::uint64_t>(it.took.count());
        log.write(Level::Info, "attached", "", {{"key", it.key.text()}, {"took_ms", took}});
      } else {
        ++counts.failed_attaches;
        ++failures;
        log.write(Level::Warning, "attach_failed", it.error,
                  {{"key", it.key.text()}, {"reason", it.reason}, {"took_ms", took}});
      }
    }
  }

  // Who calls, for sentences.
  static std::string name_of(const usbip::Caller& caller) {
    const bool is_proved = caller.identity && !caller.identity->nodes.empty();
    return is_proved ? caller.identity->nodes.front() : caller.endpoint.host();
  }

  // With a certificate, the address from which it comes says nothing more.
  bool is_node(const std::string& node, const usbip::Caller& caller, Time now) {
    return caller.identity ? caller.identity->is(node)
                           : addresses.has(node, caller.endpoint.host(), now);
  }

  // The master that may have the device on a port, if that is who calls.
  usbip::Result<std::string, tls::Refusal> who_may_have(const std::string& port,
                                                        const usbip::Caller& caller) {
    using tls::Reason;
    using tls::Refusal;
    if (!store_error.empty()) return Refusal{Reason::NoStore, store_error};
    if (!lease) return Refusal{Reason::NoLease, "this one does not hold its node's lease"};
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& it) {
      return it.first.provider() == settings.node && it.first.port() == port &&
             it.first.protocol() == usbip.protocol();
    });
    if (found == entries.end()) return Refusal{Reason::NoPort, port};
    const auto& [key, entry] = *found;
    if (entry.status != Status::Exported) {
      return Refusal{Reason::NotExported,
                     port + " is " + std::string(store::status_name(entry.status))};
    }
    const Time now = Clock::now();
    if (!is_node(key.master(), caller, now)) {
      return Refusal{Reason::OtherMaster, port + " belongs to the master " + key.master() +
                                              ", not to " + name_of(caller)};
    }
    if (observer.is_alive(key.master(), now)) return key.master();
    // It may have come just now.
    try {
      look_at_leases(now);
    } catch (const store::Error& error) {
      store_failed(error, now);
    }
    if (observer.is_alive(key.master(), now)) return key.master();
    return Refusal{Reason::NoLease, "the lease of the master " + key.master() + " has ended"};
  }

  void serve() {
    usbip.serve([this](const std::string& port, const usbip::Caller& caller) {
      return who_may_have(port, caller);
    });
    for (const Incident& it : usbip.incidents()) {
      ++counts.incidents[it.event];
      if (!quota.allows(it, Clock::now())) continue;
      log.write(it.event == "served" ? Level::Info : Level::Warning, it.event, it.sentence,
                {{"port", it.port},
                 {"device", it.device},
                 {"peer", it.host},
                 {"node", it.node},
                 {"reason", it.reason},
                 {"protection", it.protection}});
    }
    if (const std::size_t count = quota.take_left_out(Clock::now()); count > 0) {
      log.write(Level::Warning, "left_out",
                "so many more clients were turned away: " + std::to_string(count));
    }
  }

  void tell_problems() {
    const std::vector<std::string> now = usbip.problems();
    if (now == problems) return;
    problems = now;
    for (const std::string& sentence : problems) log.write(Level::Warning, "problem", sentence);
  }

  // When something is due though nothing is told.
  Time next_time(bool is_settled) const {
    const Time now = Clock::now();
    if (!is_settled) return now;
    Time next = std::min(next_renewal, store_error.empty() ? next_listing : next_renewal);
    next = std::min(next, std::max(observer.next_end(now), now + milliseconds(1)));
    if (wake) next = std::min(next, *wake);
    if (const std::optional<Time> due = quota.due()) next = std::min(next, *due);
    return next;
  }

  void wait(std::vector<pollfd>& descriptors, Time until) const {
    const auto left = std::chrono::ceil<milliseconds>(until - Clock::now()).count();
    poll(descriptors.data(), descriptors.size(),
         static_cast<int>(std::clamp<long>(left, 0, settings.period.count())));
  }

  void open_watch() {
    if (!watch) watch = store.watch(filter);
  }

  Facts facts() const {
    Facts facts;
    facts.node = settings.node;
    facts.store = store.place();
    facts.store_error = store_error;
    facts.has_lease = lease.has_value();
    std::set<std::string> names;
    for (const auto& [key, entry] : entries) {
      facts.entries.push_back(entry);
      if (key.provider() == settings.node) names.insert(key.port());
    }
    facts.ports = usbip.ports(names);
    facts.imports = usbip.imports();
    for (const auto& [node, since] : absent) facts.absent.push_back(node);
    facts.problems = problems;
    facts.counts = counts;
    if (settings.revocations != nullptr) facts.revocations = settings.revocations->number();
    facts.certificate_end = usbip.certificate_end();
    return facts;
  }

  Settings settings;
  store::Store& store;
  DeviceModule& devices;
  Virtualization& usbip;
  Log& log;
  store::Filter filter;

  std::unique_ptr<store::Watch> watch;
  std::optional<store::Lease> lease;
  bool was_told_of_other = false;
  bool is_news = false;  // entries have changed since leases were looked at
  store::LeaseObserver observer;
  std::string store_error;
  std::vector<std::string> complaints;
  Time next_renewal{};
  Time next_listing{};

  std::map<Key, Entry> entries;
  Memories memories;
  std::map<std::string, Time> absent;
  Addresses addresses;
  IncidentQuota quota;
  std::optional<Time> wake;
  int attaching = 0;
  unsigned failures = 0;
  std::vector<std::string> problems;
  Counts counts;
};

Agent::Agent(Settings settings, store::Store& store, DeviceModule& devices, Virtualization& usbip,
             Log& log)
    : impl_(std::make_unique<Impl>(std::move(settings), store, devices, usbip, log)) {}

Agent::~Agent() = default;

void Agent::run(int stop, const std::function<void()>& on_ready,
                const std::vector<std::pair<int, std::function<void()>>>& extra) {
  Impl& it = *impl_;
  it.open_watch();
  bool is_ready = false;
  for (;;) {
    it.devices.take();
    it.take_attached();
    it.tend_store(Clock::now());
    const bool is_settled = it.settle();
    it.serve();
    if (!is_ready) {
      is_ready = true;
      it.tell_problems();
      if (on_ready) on_ready();
    }
    std::vector<pollfd> descriptors = {{stop, POLLIN, 0},
                                       {it.devices.descriptor(), POLLIN, 0},
                                       {it.watch->descriptor(), POLLIN, 0}};
    for (const int number : it.usbip.descriptors()) descriptors.push_back({number, POLLIN, 0});
    const std::size_t first_extra = descriptors.size();
    for (const auto& [number, work] : extra) descriptors.push_back({number, POLLIN, 0});
    it.wait(descriptors, it.next_time(is_settled));
    if (descriptors.front().revents != 0) return;
    for (std::size_t i = 0; i < extra.size(); ++i) {
      if (descriptors[first_extra + i].revents != 0) extra[i].second();
    }
  }
}

bool Agent::once() {
  Impl& it = *impl_;
  it.tend_store(Clock::now());
  it.devices.take();
  while (it.store_error.empty() && it.lease) {
    const bool is_settled = it.settle();
    if (is_settled && it.attaching == 0) break;
    std::vector<pollfd> descriptors;
    for (const int number : it.usbip.descriptors()) descriptors.push_back({number, POLLIN, 0});
    if (is_settled) it.wait(descriptors, Clock::now() + it.settings.period);
    it.take_attached();
    it.serve();
  }
  return it.store_error.empty() && it.lease && it.failures == 0;
}

Report Agent::report() const { return report_of(impl_->facts()); }

}  // namespace ddb::agent
