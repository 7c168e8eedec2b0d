% SPDX-License-Identifier: Apache-2.0
:- module(pool,
          [                             % Sessions and transactions
            pool_new_key/1,             % -Key
            pool_open/1,                % +Session
            pool_close/1,               % +Session
            pool_transaction/1,         % +Transaction
            pool_snapshot/1,            % +Snapshot
                                        % Specs and systems
            pool_set_spec/5,            % +Session, +Spec, +Units, +States, +ReadsStates
            pool_knows_spec/2,          % +Session, +Spec
            pool_spec_devices/3,        % +Session, +Spec, -Devices
            pool_set_connected/3,       % +Session, +System, +Connected
            pool_system_devices/3,      % +Session, +System, -Devices
                                        % Devices
            pool_add/5,                 % +Session, +Device, +Name, +Spec, +System
            pool_remove/1,              % +Device
            pool_device/5,              % +Device, -Session, -Name, -Spec, -System
            pool_named/3,               % +Session, +Name, -Device
            pool_devices/2,             % +Session, -Devices
            pool_take/2,                % +Device, +Unit
            pool_free/2,                % +Device, +Unit
            pool_taken/2,               % +Device, +Unit
            pool_taken_units/2,         % +Device, -Units
            pool_state/3,               % +Device, +State, -Value
            pool_states/2,              % +Device, -States
            pool_set_state/3,           % +Device, +State, +Value
            pool_set_states/2,          % +Device, +States
            pool_hold/2,                % +Device, +System
                                        % What happened to outlets
            pool_note_change/2,         % +Session, +Change
            pool_take_changes/3,        % +Session, -Before, -Changes
            pool_change_count/2,        % +Session, -Count
            pool_count_changes_from/2,  % +Session, +Count
                                        % What requests come to
            pool_has_device/2,          % +Session, +System
            pool_ask/4,                 % +Session, +Spec, +What, -Ask
            pool_sketch_spec/3,         % +Session, +Spec, +Sketch
            pool_is_sketched/2,         % +Session, +Ask
            pool_sketch_ask/3,          % +Session, +Ask, +Sketch
            pool_candidate/8,           % +Session, +Ask, +System, +After, +Touched, -Device, -Spec, -Judged
            pool_refuse/2,              % +Ask, +Device
            pool_judge_spec/3,          % +Ask, +Device, +WithinReach
            pool_result/3,              % +Ask, +Device, -Result
            pool_remember/3,            % +Ask, +Device, +Result
            pool_forget_asks/2,         % +Session, +Spec
                                        % Outlets that wait
            pool_queue_is_complete/1,   % +Session
            pool_renew_queue/1,         % +Session
            pool_add_outlet/5,          % +Session, +Outlet, +Requester, +Number, +System
            pool_remove_outlet/1,       % +Outlet
            pool_stir_outlet/2,         % +Outlet, +Waits
            pool_stir_requester/2,      % +Session, +Requester
            pool_next_outlet/6,         % +Session, +Requester0, +Number0, -Outlet, -Requester, -Number
            pool_outlet_sleeps/4,       % +Session, +Outlet, +Like, +System
            pool_sleep_outlet/2         % +Session, +Outlet
          ]).

/** <module> The pool of devices, which is kept in C++

A session may have a million devices, and an event may look only at what it can
change. So devices and what is known of them are not facts: they are in
engine/src/device_pool.hpp, which says how, and the outlets that wait in
waiting_outlets.hpp. This module has no clauses: the host defines the predicates
(pool_predicates.cpp) before it is loaded.

Only knowledge_base.pl and candidates.pl use it. All predicates are deterministic;
those that only have inputs and ask something may fail. Devices and outlets are
keys. `none` stands for no system and no spec.

Sessions and transactions:

  - pool_new_key/1: Key is greater than all keys before, of any thread.
  - pool_transaction(+Transaction) calls transaction(Module:Goal), which is what Transaction
    is, for the pool as well: where Goal fails or throws, devices, units and states are as
    they were. So does pool_snapshot(+Snapshot) with snapshot(Module:Goal). The pool
    remembers how to undo only inside of the two.

Specs and systems:

  - pool_set_spec/5 tells what units and states (State-Value each) devices of Spec have,
    and whether bodies of it may read states. Devices that are connected keep
    their units and states.
  - pool_spec_devices/3 and pool_system_devices/3 are in no order.

Devices:

  - pool_devices/2 is in order of connection.
  - pool_hold(+Device, +System): System has it as a whole, `none` that nobody does.

What happened to outlets:

  - pool_take_changes/3: Changes are those since the last call, in order, ground terms each;
    Before is how many were taken before.
  - pool_change_count/2: how many were taken by now; it fails where there is no such session.
    pool_count_changes_from/2: as many were taken.

What requests come to:

  - pool_has_device/2 is true where a requester on System may be given any device.
  - pool_ask/4: Ask is the number of What, a ground term that tells all that matters of a
    request of a requester of Spec, beside the device.
  - pool_sketch_spec/3 and pool_sketch_ask/3 tell what groups have and want, roughly:
    see sketches.pl.
  - pool_candidate/8: the first device after After that may satisfy Ask, among those
    that are offered to System and those of Touched. Judged is `judged` where
    pool_judge_spec/3 was called for Ask and a device of Spec.
  - pool_refuse/2: no device like Device satisfies Ask. pool_judge_spec/3: none of its spec
    does, if WithinReach is `false`.
  - pool_remember/3 keeps Result for Ask and all devices like Device; it is ground.

Outlets that wait, in order of Requester, then of Number:

  - pool_queue_is_complete/1 fails where outlets were forgotten because something was undone.
    pool_renew_queue/1 is called then, and all of them are added again.
  - pool_stir_outlet/2: Outlet waits, if Waits is `true`, and is to be tried.
  - pool_next_outlet/6: the next one that is to be tried.
  - pool_outlet_sleeps/4 joins Outlet to those like it, a ground term; true where one of them
    was tried in vain and nothing has come since that could help.
  - pool_sleep_outlet/2: Outlet, if it still is among them, was tried in vain, and no more
    than asks of pool_candidate/8 and pool_has_device/2 decided that.
*/
