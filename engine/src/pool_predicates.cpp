// SPDX-License-Identifier: Apache-2.0
#include "pool_predicates.hpp"

#include <SWI-Prolog.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <exception>
#include <limits>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "device_pool.hpp"

// The predicates of prolog/pool.pl, which says what each does. All are deterministic.

namespace ddb::detail {

namespace {

// A term that is not of the type that a predicate takes: the error is pending in Prolog.
struct Pending {};

class AtomKeeper : public NameKeeper {
 public:
  void keep(Name name) noexcept override { PL_register_atom(name); }
  // Where a thread ends, its engine is gone before its pools are.
  void drop(Name name) noexcept override {
    if (PL_thread_self() >= 0) PL_unregister_atom(name);
  }
};

// A copy of a term, which no collector of garbage touches.
class Record : public Kept {
 public:
  explicit Record(term_t term) : record_(PL_record(term)) {
    if (record_ == nullptr) throw Pending();
  }
  ~Record() override {
    if (PL_thread_self() >= 0) PL_erase(record_);
  }
  bool put(term_t term) const { return PL_recorded(record_, term) != 0; }

 private:
  record_t record_;
};

thread_local DevicePools* pools_in_use = nullptr;

DevicePools& pools() {
  if (pools_in_use != nullptr) return *pools_in_use;
  static thread_local AtomKeeper atoms;
  static thread_local DevicePools pools(atoms);
  return pools;
}

// Terms

std::uint64_t get_number(term_t term) {
  std::int64_t number = 0;
  if (PL_get_int64_ex(term, &number) == 0) throw Pending();
  return static_cast<std::uint64_t>(number);
}

double get_float(term_t term) {
  double number = 0;
  if (PL_get_float_ex(term, &number) == 0) throw Pending();
  return number;
}

Name get_name(term_t term) {
  atom_t atom = 0;
  if (PL_get_atom_ex(term, &atom) == 0) throw Pending();
  return atom;
}

// `none` is no name.
Name get_name_or_none(term_t term) {
  static const atom_t none = PL_new_atom("none");
  const Name name = get_name(term);
  return name == none ? 0 : name;
}

bool get_boolean(term_t term) {
  int boolean = 0;
  if (PL_get_bool_ex(term, &boolean) == 0) throw Pending();
  return boolean != 0;
}

std::string get_recorded(term_t term) {
  std::size_t size = 0;
  char* const bytes = PL_record_external(term, &size);
  if (bytes == nullptr) throw Pending();
  std::string recorded;
  try {
    recorded.assign(bytes, size);
  } catch (...) {
    PL_erase_external(bytes);
    throw;
  }
  PL_erase_external(bytes);
  return recorded;
}

bool unify_recorded(term_t term, const std::string& recorded) {
  term_t const value = PL_new_term_ref();
  if (PL_recorded_external(recorded.data(), value) == 0) throw Pending();
  return PL_unify(term, value) != 0;
}

template <class Use>
void for_each(term_t list, const Use& use) {
  term_t const rest = PL_copy_term_ref(list);
  term_t const element = PL_new_term_ref();
  while (PL_get_list_ex(rest, element, rest) != 0) use(element);
  if (PL_get_nil_ex(rest) == 0) throw Pending();
}

// Key-Value
std::pair<Name, std::string> get_state(term_t pair) {
  term_t const argument = PL_new_term_ref();
  if (PL_get_arg(1, pair, argument) == 0) throw Pending();
  const Name name = get_name(argument);
  if (PL_get_arg(2, pair, argument) == 0) throw Pending();
  return {name, get_recorded(argument)};
}

States get_states(term_t list) {
  States states;
  for_each(list, [&](term_t pair) { states.push_back(get_state(pair)); });
  return states;
}

// Adds what `put(term)` makes to the list, in front.
template <class Put>
void add_front(term_t list, term_t element, const Put& put) {
  if (!put(element) || PL_cons_list(list, element, list) == 0) throw Pending();
}

DevicePool& get_pool(term_t session) {
  DevicePool* const pool = pools().find_pool(get_number(session));
  if (pool == nullptr) {
    PL_existence_error("session", session);
    throw Pending();
  }
  return *pool;
}

Device* find_device(term_t key) {
  std::int64_t number = 0;
  if (PL_get_int64(key, &number) == 0) return nullptr;
  return pools().find(static_cast<Key>(number));
}

Device& get_device(term_t key) {
  Device* const device = find_device(key);
  if (device == nullptr) {
    PL_existence_error("device", key);
    throw Pending();
  }
  return *device;
}

Outlet* find_outlet(term_t key) {
  auto& outlets = pools().outlets().outlets;
  const auto found = outlets.find(get_number(key));
  return found == outlets.end() ? nullptr : found->second.get();
}

// Sessions and transactions

bool pool_new_key(term_t t) {
  static std::atomic<Key> last = 0;
  return PL_unify_uint64(t, ++last) != 0;
}

bool pool_open(term_t t) {
  pools().open(get_number(t));
  return true;
}

bool pool_close(term_t t) {
  pools().close(get_number(t));
  return true;
}

// Goal ends the transaction of the database itself, and nothing can come between that and commit().
bool run(term_t goal, bool commits) {
  static predicate_t const call = PL_predicate("call", 1, "system");
  pools().begin();
  qid_t const query = PL_open_query(nullptr, PL_Q_PASS_EXCEPTION | PL_Q_NODEBUG, call, goal);
  const bool success = query != 0 && PL_next_solution(query) != 0;
  if (success && commits) {
    pools().commit();
  } else {
    pools().rollback();
  }
  if (query != 0) PL_cut_query(query);
  return success;
}

bool pool_transaction(term_t t) { return run(t, true); }

bool pool_snapshot(term_t t) { return run(t, false); }

// Specs and systems

bool pool_set_spec(term_t t) {
  std::vector<Name> units;
  for_each(t + 2, [&](term_t unit) { units.push_back(get_name(unit)); });
  get_pool(t).set_spec(get_name(t + 1), std::move(units), get_states(t + 3), get_boolean(t + 4));
  return true;
}

bool pool_knows_spec(term_t t) { return get_pool(t).knows_spec(get_name(t + 1)); }

bool pool_set_connected(term_t t) {
  get_pool(t).set_connected(get_name(t + 1), get_boolean(t + 2));
  return true;
}

bool unify_keys(term_t term, std::vector<Key> keys) {
  term_t const list = PL_new_term_ref();
  term_t const element = PL_new_term_ref();
  PL_put_nil(list);
  std::reverse(keys.begin(), keys.end());
  for (const Key key : keys) {
    add_front(list, element, [&](term_t put) { return PL_put_uint64(put, key) != 0; });
  }
  return PL_unify(term, list) != 0;
}

bool pool_spec_devices(term_t t) {
  std::vector<Key> keys;
  get_pool(t).for_each_of(get_name(t + 1),
                          [&](const Device& device) { keys.push_back(device.key); });
  return unify_keys(t + 2, std::move(keys));
}

bool pool_system_devices(term_t t) {
  std::vector<Key> keys;
  if (const System* const system = get_pool(t).find_system(get_name(t + 1))) {
    for (const Device& device : system->devices) keys.push_back(device.key);
  }
  return unify_keys(t + 2, std::move(keys));
}

// Devices

bool pool_add(term_t t) {
  get_pool(t).add(get_number(t + 1), get_name(t + 2), get_name(t + 3), get_name(t + 4));
  return true;
}

bool pool_remove(term_t t) {
  if (Device* const device = find_device(t)) DevicePools::pool_of(*device).remove(*device);
  return true;
}

bool pool_device(term_t t) {
  const Device* const device = find_device(t);
  return device != nullptr &&
         PL_unify_uint64(t + 1, DevicePools::pool_of(*device).session()) != 0 &&
         PL_unify_atom(t + 2, device->name) != 0 &&
         PL_unify_atom(t + 3, device->shelf->of->spec->name) != 0 &&
         PL_unify_atom(t + 4, device->system->name) != 0;
}

bool pool_named(term_t t) {
  const Device* const device = get_pool(t).find(get_name(t + 1));
  return device != nullptr && PL_unify_uint64(t + 2, device->key) != 0;
}

bool pool_devices(term_t t) {
  std::vector<Key> keys;
  get_pool(t).for_each([&](const Device& device) { keys.push_back(device.key); });
  return unify_keys(t + 1, std::move(keys));
}

bool pool_take(term_t t) {
  Device& device = get_device(t);
  DevicePools::pool_of(device).take(device, get_name(t + 1));
  return true;
}

bool pool_free(term_t t) {
  Device& device = get_device(t);
  DevicePools::pool_of(device).free(device, get_name(t + 1));
  return true;
}

bool pool_taken(term_t t) {
  const Device* const device = find_device(t);
  if (device == nullptr) return false;
  const auto& taken = device->shelf->of->taken;
  return std::binary_search(taken.begin(), taken.end(), get_name(t + 1));
}

bool pool_taken_units(term_t t) {
  term_t const list = PL_new_term_ref();
  term_t const element = PL_new_term_ref();
  PL_put_nil(list);
  if (const Device* const device = find_device(t)) {
    for (const Name unit : device->shelf->of->taken) {
      add_front(list, element, [&](term_t put) { return PL_put_atom(put, unit) != 0; });
    }
  }
  return PL_unify(t + 1, list) != 0;
}

const States& states_of(const Device& device) {
  return device.states != nullptr ? device.states->first : device.shelf->of->spec->initial;
}

bool pool_state(term_t t) {
  const Device* const device = find_device(t);
  if (device == nullptr) return false;
  const Name name = get_name(t + 1);
  for (const auto& [state, value] : states_of(*device)) {
    if (state == name) return unify_recorded(t + 2, value);
  }
  return false;
}

bool pool_states(term_t t) {
  const Device* const device = find_device(t);
  if (device == nullptr) return false;
  static const functor_t pair = PL_new_functor(PL_new_atom("-"), 2);
  term_t const list = PL_new_term_ref();
  term_t const element = PL_new_term_ref();
  term_t const name = PL_new_term_ref();
  term_t const value = PL_new_term_ref();
  PL_put_nil(list);
  for (const auto& [state, recorded] : states_of(*device)) {
    const Name key = state;
    const char* const bytes = recorded.data();
    add_front(list, element, [&](term_t put) {
      return PL_put_atom(name, key) != 0 && PL_recorded_external(bytes, value) != 0 &&
             PL_cons_functor(put, pair, name, value) != 0;
    });
  }
  return PL_unify(t + 1, list) != 0;
}

bool pool_set_state(term_t t) {
  Device& device = get_device(t);
  States states = states_of(device);
  const Name name = get_name(t + 1);
  const auto had = std::find_if(states.begin(), states.end(),
                                [&](const auto& state) { return state.first == name; });
  if (had != states.end()) states.erase(had);
  states.emplace_back(name, get_recorded(t + 2));
  DevicePools::pool_of(device).set_states(device, std::move(states));
  return true;
}

bool pool_set_states(term_t t) {
  Device& device = get_device(t);
  DevicePools::pool_of(device).set_states(device, get_states(t + 1));
  return true;
}

bool pool_hold(term_t t) {
  Device& device = get_device(t);
  DevicePools::pool_of(device).hold(device, get_name_or_none(t + 1));
  return true;
}

// What happened to outlets

bool pool_note_change(term_t t) {
  get_pool(t).note_change(std::make_unique<Record>(t + 1));
  return true;
}

bool pool_take_changes(term_t t) {
  const DevicePool::Changes changes = get_pool(t).take_changes();
  term_t const list = PL_new_term_ref();
  term_t const element = PL_new_term_ref();
  PL_put_nil(list);
  for (const KeptPtr* change = changes.last; change != changes.first;) {
    --change;
    add_front(list, element,
              [&](term_t put) { return static_cast<const Record&>(**change).put(put); });
  }
  return PL_unify_uint64(t + 1, changes.before) != 0 && PL_unify(t + 2, list) != 0;
}

bool pool_change_count(term_t t) {
  const DevicePool* const pool = pools().find_pool(get_number(t));
  return pool != nullptr && PL_unify_uint64(t + 1, pool->change_count()) != 0;
}

bool pool_count_changes_from(term_t t) {
  get_pool(t).count_changes_from(get_number(t + 1));
  return true;
}

// Asks

bool pool_ask(term_t t) {
  const std::size_t ask = get_pool(t).ask(get_name(t + 1), get_recorded(t + 2));
  return PL_unify_uint64(t + 3, ask) != 0;
}

// The first so many of a compound term's, one reference after the other.
term_t get_arguments(term_t term, std::size_t count) {
  const term_t arguments = PL_new_term_refs(static_cast<int>(count));
  for (std::size_t i = 0; i < count; ++i) {
    if (PL_get_arg(i + 1, term, arguments + i) == 0) throw Pending();
  }
  return arguments;
}

functor_t leaf_functor() {
  static const functor_t leaf = PL_new_functor(PL_new_atom("leaf"), 3);
  return leaf;
}

// value(Space, Points) or value(Space, Lower, Upper), or any.
SketchValue get_sketch_value(term_t term) {
  SketchValue value;
  atom_t name = 0;
  std::size_t arity = 0;
  if (PL_get_name_arity(term, &name, &arity) == 0 || arity == 0) return value;
  const term_t parts = get_arguments(term, arity);
  value.space = static_cast<Hash>(get_number(parts));
  if (arity == 3) {
    value.extent = SketchValue::Extent::Range;
    value.lower = get_float(parts + 1);
    value.upper = get_float(parts + 2);
    return value;
  }
  value.extent = SketchValue::Extent::Points;
  for_each(parts + 1, [&](term_t element) {
    SketchPoint point;
    point.is_number = PL_is_float(element) != 0;
    if (point.is_number) {
      point.number = get_float(element);
    } else {
      point.word = static_cast<Hash>(get_number(element));
    }
    value.points.push_back(point);
  });
  return value;
}

void add_sketch_terms(SketchBuilder& sketch, SketchBuilder::Term above, term_t list) {
  for_each(list, [&](term_t element) {
    const bool is_leaf = PL_is_functor(element, leaf_functor()) != 0;
    const term_t parts = get_arguments(element, is_leaf ? 3 : 4);
    const Name name = get_name(parts);
    const double weight = get_float(parts + 1);
    if (is_leaf) {
      sketch.add_aspect(above, name, weight, get_sketch_value(parts + 2));
    } else {
      add_sketch_terms(sketch, sketch.add_branch(above, name, weight, get_float(parts + 2)),
                       parts + 3);
    }
  });
}

Sketch get_sketch(term_t list, TaxonomyGraph& taxonomy) {
  SketchBuilder sketch(taxonomy);
  for_each(list, [&](term_t element) {
    const term_t parts = get_arguments(element, 2);
    add_sketch_terms(sketch, sketch.add_group(get_float(parts)), parts + 1);
  });
  return sketch.build();
}

bool pool_sketch_spec(term_t t) {
  DevicePool& pool = get_pool(t);
  pool.sketch_spec(get_name(t + 1), get_sketch(t + 2, pool.taxonomy()));
  return true;
}

bool pool_is_sketched(term_t t) { return get_pool(t).is_sketched(get_number(t + 1)); }

bool pool_sketch_ask(term_t t) {
  DevicePool& pool = get_pool(t);
  pool.sketch_ask(get_number(t + 1), get_sketch(t + 2, pool.taxonomy()));
  return true;
}

bool pool_has_device(term_t t) { return get_pool(t).has_device(get_name(t + 1)); }

bool pool_candidate(term_t t) {
  static const atom_t judged = PL_new_atom("judged");
  static const atom_t not_judged = PL_new_atom("not_judged");
  std::vector<Key> touched;
  for_each(t + 4, [&](term_t key) { touched.push_back(get_number(key)); });
  const auto [device, spec_is_judged] =
      get_pool(t).candidate(get_number(t + 1), get_name(t + 2), get_number(t + 3), touched);
  return device != nullptr && PL_unify_uint64(t + 5, device->key) != 0 &&
         PL_unify_atom(t + 6, device->shelf->of->spec->name) != 0 &&
         PL_unify_atom(t + 7, spec_is_judged ? judged : not_judged) != 0;
}

bool pool_refuse(term_t t) {
  const Device& device = get_device(t + 1);
  DevicePools::pool_of(device).refuse(get_number(t), device);
  return true;
}

bool pool_judge_spec(term_t t) {
  const Device& device = get_device(t + 1);
  DevicePools::pool_of(device).judge_spec(get_number(t), device, get_boolean(t + 2));
  return true;
}

bool pool_result(term_t t) {
  const Device& device = get_device(t + 1);
  const Kept* const result = DevicePools::pool_of(device).result(get_number(t), device);
  if (result == nullptr) return false;
  term_t const term = PL_new_term_ref();
  if (!static_cast<const Record&>(*result).put(term)) throw Pending();
  return PL_unify(t + 2, term) != 0;
}

bool pool_remember(term_t t) {
  const Device& device = get_device(t + 1);
  DevicePools::pool_of(device).remember(get_number(t), device, std::make_unique<Record>(t + 2));
  return true;
}

bool pool_forget_asks(term_t t) {
  get_pool(t).forget_asks(get_name_or_none(t + 1));
  return true;
}

// Waiting outlets

bool pool_queue_is_complete(term_t t) { return get_pool(t).waiting().is_complete(); }

bool pool_renew_queue(term_t t) {
  get_pool(t).renew_waiting();
  return true;
}

bool pool_add_outlet(term_t t) {
  if (Outlet* const before = find_outlet(t + 1)) before->of->remove(*before);
  WaitingOutlets& waiting = get_pool(t).waiting();
  if (waiting.is_complete()) {
    waiting.add(get_number(t + 1), {get_number(t + 2), get_number(t + 3)}, get_name(t + 4));
  }
  return true;
}

bool pool_remove_outlet(term_t t) {
  if (Outlet* const outlet = find_outlet(t)) outlet->of->remove(*outlet);
  return true;
}

bool pool_stir_outlet(term_t t) {
  if (Outlet* const outlet = find_outlet(t)) outlet->of->stir(*outlet, get_boolean(t + 1));
  return true;
}

bool pool_stir_requester(term_t t) {
  get_pool(t).waiting().stir_all_of(get_number(t + 1));
  return true;
}

bool pool_next_outlet(term_t t) {
  constexpr std::uint64_t kLast = std::numeric_limits<std::int64_t>::max();
  const Outlet* const outlet = get_pool(t).next_waiting({get_number(t + 1), get_number(t + 2)});
  return outlet != nullptr && outlet->position.second <= kLast &&
         PL_unify_uint64(t + 3, outlet->key) != 0 &&
         PL_unify_uint64(t + 4, outlet->position.first) != 0 &&
         PL_unify_uint64(t + 5, outlet->position.second) != 0;
}

bool pool_outlet_sleeps(term_t t) {
  Outlet* const outlet = find_outlet(t + 1);
  return outlet != nullptr &&
         get_pool(t).sleeps_with_group(*outlet, get_recorded(t + 2), get_name_or_none(t + 3));
}

bool pool_sleep_outlet(term_t t) {
  if (Outlet* const outlet = find_outlet(t + 1)) get_pool(t).sleep(*outlet);
  return true;
}

// Registration

// C++ exceptions never cross Prolog frames.
template <bool (*Predicate)(term_t)>
foreign_t guarded(term_t arguments, int /*arity*/, void* /*context*/) {
  try {
    return Predicate(arguments) ? TRUE : FALSE;
  } catch (const Pending&) {
    return FALSE;
  } catch (const std::bad_alloc&) {
    return PL_resource_error("memory");
  } catch (const std::exception& error) {
    term_t const what = PL_new_term_ref();
    PL_put_atom_chars(what, error.what());
    return PL_domain_error("pool", what);
  }
}

struct Registration {
  const char* name;
  int arity;
  foreign_t (*predicate)(term_t, int, void*);
};

}  // namespace

struct EnginePools::Impl {
  AtomKeeper atoms;
  DevicePools pools{atoms};
};

EnginePools::EnginePools() : impl_(std::make_unique<Impl>()) {}
EnginePools::~EnginePools() = default;

PoolsInUse::PoolsInUse(EnginePools& pools) noexcept
    : before_(std::exchange(pools_in_use, &pools.impl_->pools)) {}
PoolsInUse::~PoolsInUse() { pools_in_use = before_; }

void register_pool_predicates() {
  static constexpr std::array kAll = {
      Registration{"pool_new_key", 1, guarded<pool_new_key>},
      Registration{"pool_open", 1, guarded<pool_open>},
      Registration{"pool_close", 1, guarded<pool_close>},
      Registration{"pool_transaction", 1, guarded<pool_transaction>},
      Registration{"pool_snapshot", 1, guarded<pool_snapshot>},
      Registration{"pool_set_spec", 5, guarded<pool_set_spec>},
      Registration{"pool_knows_spec", 2, guarded<pool_knows_spec>},
      Registration{"pool_spec_devices", 3, guarded<pool_spec_devices>},
      Registration{"pool_set_connected", 3, guarded<pool_set_connected>},
      Registration{"pool_system_devices", 3, guarded<pool_system_devices>},
      Registration{"pool_add", 5, guarded<pool_add>},
      Registration{"pool_remove", 1, guarded<pool_remove>},
      Registration{"pool_device", 5, guarded<pool_device>},
      Registration{"pool_named", 3, guarded<pool_named>},
      Registration{"pool_devices", 2, guarded<pool_devices>},
      Registration{"pool_take", 2, guarded<pool_take>},
      Registration{"pool_free", 2, guarded<pool_free>},
      Registration{"pool_taken", 2, guarded<pool_taken>},
      Registration{"pool_taken_units", 2, guarded<pool_taken_units>},
      Registration{"pool_state", 3, guarded<pool_state>},
      Registration{"pool_states", 2, guarded<pool_states>},
      Registration{"pool_set_state", 3, guarded<pool_set_state>},
      Registration{"pool_set_states", 2, guarded<pool_set_states>},
      Registration{"pool_hold", 2, guarded<pool_hold>},
      Registration{"pool_note_change", 2, guarded<pool_note_change>},
      Registration{"pool_take_changes", 3, guarded<pool_take_changes>},
      Registration{"pool_change_count", 2, guarded<pool_change_count>},
      Registration{"pool_count_changes_from", 2, guarded<pool_count_changes_from>},
      Registration{"pool_ask", 4, guarded<pool_ask>},
      Registration{"pool_sketch_spec", 3, guarded<pool_sketch_spec>},
      Registration{"pool_is_sketched", 2, guarded<pool_is_sketched>},
      Registration{"pool_sketch_ask", 3, guarded<pool_sketch_ask>},
      Registration{"pool_has_device", 2, guarded<pool_has_device>},
      Registration{"pool_candidate", 8, guarded<pool_candidate>},
      Registration{"pool_refuse", 2, guarded<pool_refuse>},
      Registration{"pool_judge_spec", 3, guarded<pool_judge_spec>},
      Registration{"pool_result", 3, guarded<pool_result>},
      Registration{"pool_remember", 3, guarded<pool_remember>},
      Registration{"pool_forget_asks", 2, guarded<pool_forget_asks>},
      Registration{"pool_queue_is_complete", 1, guarded<pool_queue_is_complete>},
      Registration{"pool_renew_queue", 1, guarded<pool_renew_queue>},
      Registration{"pool_add_outlet", 5, guarded<pool_add_outlet>},
      Registration{"pool_remove_outlet", 1, guarded<pool_remove_outlet>},
      Registration{"pool_stir_outlet", 2, guarded<pool_stir_outlet>},
      Registration{"pool_stir_requester", 2, guarded<pool_stir_requester>},
      Registration{"pool_next_outlet", 6, guarded<pool_next_outlet>},
      Registration{"pool_outlet_sleeps", 4, guarded<pool_outlet_sleeps>},
      Registration{"pool_sleep_outlet", 2, guarded<pool_sleep_outlet>},
  };
  for (const Registration& each : kAll) {
    PL_register_foreign_in_module("pool", each.name, each.arity,
                                  reinterpret_cast<pl_function_t>(each.predicate), PL_FA_VARARGS);
  }
}

}  // namespace ddb::detail
