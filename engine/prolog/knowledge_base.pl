% SPDX-License-Identifier: Apache-2.0
:- module(knowledge_base,
          [                             % Sessions
            open_session/2,             % +Transport, -Session
            close_session/1,            % +Session
            changing/1,                 % :Goal
            trying/1,                   % :Goal
            set_layers/2,               % +Session, +Layers
            session/4,                  % +Session, -Transport, -Layers, -Home
            source/5,                   % +Session, ?Load, ?Role, ?Source, -Text
            source_text/3,              % +Session, ?Source, -Text
            store_load/4,               % +Session, +Sources, +Came, -Load
            forget_spent_load/2,        % +Session, +Load
                                        % What files say
            store_facts/2,              % +Session, +Facts
            store_spec/4,               % +Session, +Spec, +Load, +Facts
            spec_facts/3,               % +Session, +Spec, -Facts
            take_spec/4,                % +Session, +Spec, -Load, -Facts
            spec_load/3,                % +Session, ?Spec, ?Load
            spec/4,                     % +Session, ?Spec, ?Kind, -Text
            spec_unit/3,                % +Session, +Spec, ?Unit
            spec_code_interface/4,      % +Session, +Spec, ?Interface, -Operations
            spec_state/4,               % +Session, +Spec, ?State, -Initial
            spec_adjusts/5,             % +Session, +Spec, +Adjustment, -Mode, -State
            has_bodies/2,               % +Session, +Spec
            spec_body/6,                % +Session, +Spec, +Kind, ?Name, -Source, -Offset
            device_group/4,             % +Session, +Spec, ?Group, -Tree
            connection/4,               % +Session, +Spec, -From, -To
            usb_identity/4,             % +Session, ?Spec, ?Vendor, ?Product
            spec_outlet/4,              % +Session, +Spec, ?Outlet, -Alternatives
            request_group/6,            % +Session, +Spec, +Group, -Kind, -Accept, -Tree
            place/6,                    % +Session, +Spec, +Kind, ?Name, -Source, -Offset
            scenario_event/2,           % +Session, -Event
            forget_scenario_event/2,    % +Session, +Event
                                        % Who takes part
            system/3,                   % +Session, ?System, ?Status
            set_system/3,               % +Session, +System, +Status
            device/5,                   % +Session, ?Key, ?Device, -Spec, -System
            requester/5,                % +Session, ?Key, ?Requester, -Spec, -System
            outlet/4,                   % +Session, ?Outlet, ?RequesterKey, -Name
            add_device/5,               % +Session, +System, +Device, +Spec, -Key
            remove_device/2,            % +Session, +Key
            add_requester/5,            % +Session, +System, +Requester, +Spec, -Key
            add_requester/6,            % +Session, +System, +Requester, +Spec, +Outlets, -Key
            remove_requester/2,         % +Session, +Key
            remove_outlet/2,            % +Session, +Outlet
            arrange_outlets/4,          % +Session, +Requester, +Names, -New
                                        % What changes
            unit_taken/2,               % +DeviceKey, ?Unit
            take_unit/2,                % +DeviceKey, +Unit
            free_unit/2,                % +DeviceKey, +Unit
            state_value/3,              % +Participant, ?State, -Value
            set_state/3,                % +Participant, +State, +Value
            set_states/2,               % +Participant, +States
            outlet_status/3,            % +Outlet, -Active, -Status
            set_outlet_status/3,        % +Outlet, +Active, +Status
            match_transaction/3,        % ?Outlet, -Transaction, -Effects
            record_transaction/3,       % +Outlet, +Transaction, +Effects
            forget_transactions/1,      % +Outlet
            next_waiting_outlet/4,      % +Session, +After, -Outlet, -Place
            code_entry/5,               % +Outlet, -Asked, -DeviceKey, -Had, -Operations
            enter_code/5,               % +Outlet, +Asked, +DeviceKey, +Had, +Operations
            data_entry/4,               % +Outlet, -Interface, -Aspect, -Value
            enter_data/4,               % +Outlet, +Interface, +Aspect, +Value
            forget_entries/1,           % +Outlet
            add_warning/2,              % +Session, +Message
            warning_count/1,            % -Count
            take_warnings/2,            % +Session, -Messages
            record_change/2,            % +Session, +Change
            take_changes/2,             % +Session, -Changes
            change_count/2,             % +Session, -Count
            count_changes_from/2        % +Session, +Count
          ]).
:- use_module(vocabulary, [store_word/2, forget_layer/1]).
:- use_module(pool).
:- use_module(sketches, [device_sketch/2]).
:- use_module(library(lists), [member/2]).

/** <module> What a session knows: the only module that remembers

Two kinds of knowledge: what files say of specs, stored at load and never
changed by an event (replacement.pl puts a spec in the place of another, whole);
and what is connected, taken, matched, which only events change.

Devices, requesters and outlets have keys, whole numbers that no other
participant of any session has, so what is known of one is found by its key
alone. Clauses are in order of arrival, and that order is the order of the
process: the pool in order of connection, outlets in order of creation.

Devices are many and are kept in C++, with their units and states: device/5,
unit_taken/2 and state_value/3 ask pool.pl. It also knows which outlets wait.
*/

:- meta_predicate
    changing(0),
    trying(0).

%   Local to the engine of Prolog that asserts them: sessions at different engines
%   share no predicate that changes. In SWI-Prolog 9.0.4 a clause that one engine
%   adds while another builds the index of its predicate may stand there twice.

:- thread_local
    session/4,                          % Session, Transport, Layers, Home
    free_home/1,                        % Home
    source/5,                           % Session, Load, Role, Source, Text
    word_load/2,                        % Session, Load
    spec_load/3,                        % Session, Spec, Load
    spec/4,                             % Session, Spec, device|requester, Text
    spec_unit/3,                        % Session, Spec, Unit
    spec_code_interface/4,              % Session, Spec, Interface, Operations
    spec_state/4,                       % Session, Spec, State, InitialValue
    spec_adjusts/5,                     % Session, Spec, Adjustment, apply|remove, State
    spec_body/6,                        % Session, Spec, condition|adjustment|helper, Name, Source, Offset
    device_group/4,                     % Session, Spec, Group, Tree
    connection/4,                       % Session, Spec, From, To
    usb_identity/4,                     % Session, Spec, Vendor, Product
    spec_outlet/4,                      % Session, Spec, Outlet, Alternatives
    request_group/6,                    % Session, Spec, Group, Kind, Accept, Tree
    place/6,                            % Session, Spec, Kind, Name, Source, Offset
    scenario_event/2,                   % Session, Event
    system/3,                           % Session, System, connected|disconnected
    requester/5,                        % Session, Key, Requester, Spec, System
    outlet/4,                           % Session, Outlet, RequesterKey, Name
    requester_state/3,                  % RequesterKey, State, Value
    outlet_status/3,                    % Outlet, none|active(Alternative, Priority), Status
    matched/4,                          % Outlet, DeviceKey, Transaction, Effects
    code_entry/5,                       % Outlet, Asked, DeviceKey, Had, Operations
    data_entry/4,                       % Outlet, Interface, Aspect, Value
    warned/2.                           % Session, Message

                 /*******************************
                 *           Sessions           *
                 *******************************/

%!  open_session(+Transport, -Session) is det.
%
%   Session is a whole number. It knows the words of the built-in `taxonomy`
%   and `units`, and its own; its bodies are kept under Home.

open_session(Transport, Session) :-
    pool_new_key(Session),
    take_home(Session, Home),
    assertz(session(Session, Transport, [taxonomy, units, Session], Home)),
    pool_open(Session).

%!  changing(:Goal) is semidet.
%!  trying(:Goal) is semidet.
%
%   once(Goal). Where it fails or throws, everything is as it was before; trying/1
%   leaves everything as it was in any case.

changing(Goal) :-
    pool_transaction(transaction(Goal)).

trying(Goal) :-
    pool_snapshot(snapshot(Goal)).

%   take_home(+Session, -Home) is det.
%
%   One that a closed session has left, or a new one. SWI-Prolog 9.0.4 never
%   forgets an atom that stands in the last goal of a clause, such as the key of
%   a body that another one calls; so keys, which begin with Home, are used again.

take_home(_, Home) :-
    retract(free_home(Home)),
    !.
take_home(Session, Home) :-
    atom_concat(ddb_bodies_, Session, Home).

%!  set_layers(+Session, +Layers) is det.
%
%   Where the session's words are looked up from now on.

set_layers(Session, Layers) :-
    retract(session(Session, Transport, _, Home)),
    assertz(session(Session, Transport, Layers, Home)).

%!  close_session(+Session) is det.

close_session(Session) :-
    pool_close(Session),
    forall(requester(Session, Key, _, _, _), remove_requester(Session, Key)),
    forall(fact_of(Session, Fact), retractall(Fact)),
    retractall(system(Session, _, _)),
    retractall(warned(Session, _)),
    retract(session(Session, _, _, Home)),
    assertz(free_home(Home)),
    forget_layer(Session).

%   fact_of(+Session, ?Fact): every form of what files say.

fact_of(S, source(S, _, _, _, _)).
fact_of(S, word_load(S, _)).
fact_of(S, spec_load(S, _, _)).
fact_of(S, scenario_event(S, _)).
fact_of(S, Fact) :-
    spec_fact(S, _, Fact).

%   spec_fact(+Session, ?Spec, ?Fact): every form of what files say of a spec.

spec_fact(S, Spec, spec(S, Spec, _, _)).
spec_fact(S, Spec, spec_unit(S, Spec, _)).
spec_fact(S, Spec, spec_code_interface(S, Spec, _, _)).
spec_fact(S, Spec, spec_state(S, Spec, _, _)).
spec_fact(S, Spec, spec_adjusts(S, Spec, _, _, _)).
spec_fact(S, Spec, spec_body(S, Spec, _, _, _, _)).
spec_fact(S, Spec, device_group(S, Spec, _, _)).
spec_fact(S, Spec, connection(S, Spec, _, _)).
spec_fact(S, Spec, usb_identity(S, Spec, _, _)).
spec_fact(S, Spec, spec_outlet(S, Spec, _, _)).
spec_fact(S, Spec, request_group(S, Spec, _, _, _, _)).
spec_fact(S, Spec, place(S, Spec, _, _, _, _)).

%!  source_text(+Session, ?Source, -Text) is nondet.

source_text(Session, Source, Text) :-
    source(Session, _, _, Source, Text).

%!  store_load(+Session, +Sources, +Came, -Load) is det.
%
%   Sources, source(Role, Name, Text) each, were loaded together; Came is `words`
%   where new words came with them. Each spec belongs to the last load that
%   declares it. So loading the sources of each load again, in order, each taking
%   the place of specs before it, gives the same facts (see replacement.pl).

store_load(Session, Sources, Came, Load) :-
    pool_new_key(Load),
    forall(member(source(Role, Name, Text), Sources),
           assertz(source(Session, Load, Role, Name, Text))),
    (   Came == words
    ->  assertz(word_load(Session, Load)),
        pool_forget_asks(Session, none)
    ;   true
    ).

%!  forget_spent_load(+Session, +Load) is det.
%
%   Forget the sources of Load, if everything that they said was replaced.

forget_spent_load(Session, Load) :-
    (   spec_load(Session, _, Load)
    ->  true
    ;   word_load(Session, Load)
    ->  true
    ;   retractall(source(Session, Load, _, _, _))
    ).

%!  store_facts(+Session, +Facts) is det.
%
%   Facts are the facts above without their first argument, and word(Word).

store_facts(Session, Facts) :-
    forall(member(Fact, Facts), store_fact(Session, Fact)).

store_fact(Session, word(Word)) :-
    !,
    store_word(Session, Word).
store_fact(Session, Fact0) :-
    Fact0 =.. [Name|Arguments],
    Fact =.. [Name, Session|Arguments],
    assertz(Fact).

%!  store_spec(+Session, +Spec, +Load, +Facts) is det.
%!  spec_facts(+Session, +Spec, -Facts) is det.
%!  take_spec(+Session, +Spec, -Load, -Facts) is det.
%
%   Facts are everything that Load said of Spec, without the session;
%   take_spec/4 forgets them. Load is `none` and Facts are [] where there is no
%   such spec.

store_spec(Session, Spec, Load, Facts) :-
    assertz(spec_load(Session, Spec, Load)),
    store_facts(Session, Facts),
    (   pool_knows_spec(Session, Spec)
    ->  describe_spec(Session, Spec)
    ;   pool_forget_asks(Session, Spec)
    ).

%   describe_spec(+Session, +Spec) is det.
%
%   Tell the pool what devices of Spec have.

describe_spec(Session, Spec) :-
    findall(Unit, spec_unit(Session, Spec, Unit), Units),
    findall(State-Value, spec_state(Session, Spec, State, Value), States),
    (   has_bodies(Session, Spec)
    ->  ReadsStates = true
    ;   ReadsStates = false
    ),
    pool_set_spec(Session, Spec, Units, States, ReadsStates),
    findall(Terms, device_group(Session, Spec, _, Terms), Groups),
    (   device_sketch(Groups, Sketch)
    ->  pool_sketch_spec(Session, Spec, Sketch)
    ;   true
    ).

%!  has_bodies(+Session, +Spec) is semidet.
%
%   Conditions or adjustments of Spec may look at states of its participants.

has_bodies(Session, Spec) :-
    spec_body(Session, Spec, Kind, _, _, _),
    Kind \== helper,
    !.

spec_facts(Session, Spec, Facts) :-
    findall(Said,
            ( spec_fact(Session, Spec, Fact),
              call(Fact),
              without_session(Fact, Said)
            ),
            Facts).

take_spec(Session, Spec, Load, Facts) :-
    (   retract(spec_load(Session, Spec, Load0))
    ->  Load = Load0
    ;   Load = none
    ),
    findall(Said,
            ( spec_fact(Session, Spec, Fact),
              retract(Fact),
              without_session(Fact, Said)
            ),
            Facts).

without_session(Fact, Said) :-
    Fact =.. [Name, _|Arguments],
    Said =.. [Name|Arguments].

%!  forget_scenario_event(+Session, +Event) is det.
%
%   The first such event of the scenario.

forget_scenario_event(Session, Event) :-
    retract(scenario_event(Session, Event)),
    !.

                 /*******************************
                 *        Participants          *
                 *******************************/

%!  set_system(+Session, +System, +Status) is det.

set_system(Session, System, Status) :-
    retractall(system(Session, System, _)),
    assertz(system(Session, System, Status)),
    (   Status == connected
    ->  pool_set_connected(Session, System, true)
    ;   pool_set_connected(Session, System, false)
    ).

%!  device(?Session, ?Key, ?Device, ?Spec, ?System) is nondet.
%
%   In order of connection.

device(Session, Key, Device, Spec, System) :-
    (   nonvar(Key)
    ->  pool_device(Key, Session, Device, Spec, System)
    ;   nonvar(Session),
        nonvar(Device)
    ->  pool_named(Session, Device, Key),
        pool_device(Key, Session, Device, Spec, System)
    ;   session(Session, _, _, _),
        device_keys(Session, Spec, System, Keys),
        member(Key, Keys),
        pool_device(Key, Session, Device, Spec, System)
    ).

device_keys(Session, Spec, System, Keys) :-
    (   nonvar(Spec)
    ->  pool_spec_devices(Session, Spec, Keys0),
        sort(Keys0, Keys)
    ;   nonvar(System)
    ->  pool_system_devices(Session, System, Keys0),
        sort(Keys0, Keys)
    ;   pool_devices(Session, Keys)
    ).

%!  add_device(+Session, +System, +Device, +Spec, -Key) is det.
%!  add_requester(+Session, +System, +Requester, +Spec, -Key) is det.
%!  add_requester(+Session, +System, +Requester, +Spec, +Outlets, -Key) is det.
%
%   Units are available, states have their initial values, outlets are
%   inactive. Outlets are names, in the order that outlets are served; without
%   them, that of the declarations.

add_device(Session, System, Device, Spec, Key) :-
    pool_new_key(Key),
    (   pool_knows_spec(Session, Spec)
    ->  true
    ;   describe_spec(Session, Spec)
    ),
    pool_add(Session, Key, Device, Spec, System).

add_requester(Session, System, Requester, Spec, Key) :-
    findall(Name, spec_outlet(Session, Spec, Name, _), Outlets),
    add_requester(Session, System, Requester, Spec, Outlets, Key).

add_requester(Session, System, Requester, Spec, Outlets, Key) :-
    pool_new_key(Key),
    assertz(requester(Session, Key, Requester, Spec, System)),
    initial_states(Session, Spec, Key),
    forall(member(Name, Outlets), add_outlet(Session, Key, Name, _)).

initial_states(Session, Spec, Key) :-
    forall(spec_state(Session, Spec, State, Value),
           assertz(requester_state(Key, State, Value))).

%!  remove_device(+Session, +Key) is det.
%!  remove_requester(+Session, +Key) is det.
%
%   Forget everything of a participant; its matches were cancelled before.

remove_device(_, Key) :-
    pool_remove(Key).

remove_requester(Session, Key) :-
    forall(outlet(Session, Outlet, Key, _), remove_outlet(Session, Outlet)),
    retractall(requester(Session, Key, _, _, _)),
    retractall(requester_state(Key, _, _)).

%!  remove_outlet(+Session, +Outlet) is det.

remove_outlet(Session, Outlet) :-
    pool_remove_outlet(Outlet),
    retractall(outlet(Session, Outlet, _, _)),
    retractall(outlet_status(Outlet, _, _)),
    forget_transactions(Outlet),
    forget_entries(Outlet).

%!  arrange_outlets(+Session, +Requester, +Names, -New) is det.
%
%   Requester (a key) has the outlets Names, in this order. Those that it had
%   are among them and stay what they are; New are the keys of the others, which
%   are inactive.

arrange_outlets(Session, Requester, Names, New) :-
    findall(Outlet,
            ( member(Name, Names),
              \+ outlet(Session, _, Requester, Name),
              add_outlet(Session, Requester, Name, Outlet)
            ),
            New),
    findall(outlet(Session, Outlet, Key, Name),
            ( requester(Session, Key, _, _, _),
              (   Key == Requester
              ->  member(Name, Names)
              ;   true
              ),
              outlet(Session, Outlet, Key, Name)
            ),
            Ordered),
    retractall(outlet(Session, _, _, _)),
    forall(member(Fact, Ordered), assertz(Fact)),
    findall(Outlet, outlet(Session, Outlet, Requester, _), Outlets),
    enqueue(Outlets, 1, Session).

add_outlet(Session, Requester, Name, Outlet) :-
    pool_new_key(Outlet),
    assertz(outlet(Session, Outlet, Requester, Name)),
    assertz(outlet_status(Outlet, none, inactive)),
    enqueue([Outlet], Outlet, Session).

                 /*******************************
                 *       Outlets that wait      *
                 *******************************/

%   enqueue(+Outlets, +Number, +Session) is det.
%
%   Outlets of a requester stand in the queue in this order. One that is added later
%   has a greater number: its key, which is greater than the number of outlets.

enqueue([], _, _).
enqueue([Outlet|Outlets], Number, Session) :-
    outlet(Session, Outlet, Requester, _),
    requester(Session, Requester, _, _, System),
    pool_add_outlet(Session, Outlet, Requester, Number, System),
    outlet_status(Outlet, _, Status),
    (   Status == threshold
    ->  stir_outlet(Outlet, Status)
    ;   true
    ),
    Next is Number + 1,
    enqueue(Outlets, Next, Session).

stir_outlet(Outlet, Status) :-
    (   Status == threshold
    ->  pool_stir_outlet(Outlet, false)
    ;   pool_stir_outlet(Outlet, true)
    ).

%!  next_waiting_outlet(+Session, +After, -Outlet, -Place) is semidet.
%
%   Outlet is the next in the queue after the place After for which something may have
%   changed since it was tried in vain, or that was not tried yet. Places are
%   Requester-Number; 0-0 is before all.

next_waiting_outlet(Session, Requester0-Number0, Outlet, Requester-Number) :-
    (   pool_queue_is_complete(Session)
    ->  true
    ;   pool_renew_queue(Session),
        findall(Each, outlet(Session, Each, _, _), Outlets),
        enqueue(Outlets, 1, Session)
    ),
    pool_next_outlet(Session, Requester0, Number0, Outlet, Requester, Number).

                 /*******************************
                 *        What changes          *
                 *******************************/

%!  take_unit(+DeviceKey, +Unit) is det.
%!  free_unit(+DeviceKey, +Unit) is det.

take_unit(Device, Unit) :-
    pool_take(Device, Unit).

free_unit(Device, Unit) :-
    pool_free(Device, Unit).

%!  unit_taken(?DeviceKey, ?Unit) is nondet.

unit_taken(Device, Unit) :-
    (   nonvar(Device),
        nonvar(Unit)
    ->  pool_taken(Device, Unit)
    ;   device(_, Device, _, _, _),
        pool_taken_units(Device, Units),
        member(Unit, Units)
    ).

%!  state_value(?Participant, ?State, -Value) is nondet.

state_value(Participant, State, Value) :-
    (   var(Participant)
    ->  (   requester_state(Participant, State, Value)
        ;   device(_, Participant, _, _, _),
            device_state(Participant, State, Value)
        )
    ;   pool_device(Participant, _, _, _, _)
    ->  device_state(Participant, State, Value)
    ;   requester_state(Participant, State, Value)
    ).

device_state(Device, State, Value) :-
    (   nonvar(State)
    ->  pool_state(Device, State, Value)
    ;   pool_states(Device, States),
        member(State-Value, States)
    ).

%!  set_state(+Participant, +State, +Value) is det.

set_state(Participant, State, Value) :-
    (   pool_device(Participant, _, _, _, _)
    ->  pool_set_state(Participant, State, Value)
    ;   retractall(requester_state(Participant, State, _)),
        assertz(requester_state(Participant, State, Value)),
        stir_requester(Participant)
    ).

stir_requester(Requester) :-
    requester(Session, Requester, _, _, _),
    pool_stir_requester(Session, Requester).

%!  set_states(+Participant, +States) is det.
%
%   States, State-Value each, are all that Participant has.

set_states(Participant, States) :-
    (   pool_device(Participant, _, _, _, _)
    ->  pool_set_states(Participant, States)
    ;   retractall(requester_state(Participant, _, _)),
        forall(member(State-Value, States), assertz(requester_state(Participant, State, Value))),
        stir_requester(Participant)
    ).

%!  set_outlet_status(+Outlet, +Active, +Status) is det.

set_outlet_status(Outlet, Active, Status) :-
    retractall(outlet_status(Outlet, _, _)),
    assertz(outlet_status(Outlet, Active, Status)),
    stir_outlet(Outlet, Status).

%!  record_transaction(+Outlet, +Transaction, +Effects) is det.
%
%   Transaction is transaction(Alternative, Request, RequestGroup, DeviceKey,
%   DeviceGroup, MatchFactor). Effects (see allocation.pl) are stored with it:
%   what a match took is known without deriving it again.

record_transaction(Outlet, Transaction, Effects) :-
    Transaction = transaction(_, _, _, Device, _, _),
    assertz(matched(Outlet, Device, Transaction, Effects)),
    tell_holder(Device).

%!  match_transaction(?Outlet, ?Transaction, -Effects) is nondet.

match_transaction(Outlet, Transaction, Effects) :-
    Transaction = transaction(_, _, _, Device, _, _),
    matched(Outlet, Device, Transaction, Effects).

%!  forget_transactions(+Outlet) is det.

forget_transactions(Outlet) :-
    findall(Device, matched(Outlet, Device, _, _), Devices),
    retractall(matched(Outlet, _, _, _)),
    forall(member(Device, Devices), tell_holder(Device)).

%   tell_holder(+DeviceKey) is det.
%
%   Where devices are imported as a whole, the pool knows by which system.

tell_holder(Device) :-
    (   pool_device(Device, Session, _, _, _),
        session(Session, whole_device, _, _)
    ->  (   matched(Outlet, Device, _, _),
            outlet(Session, Outlet, Requester, _),
            requester(Session, Requester, _, _, System)
        ->  pool_hold(Device, System)
        ;   pool_hold(Device, none)
        )
    ;   true
    ).

%!  enter_code(+Outlet, +Asked, +DeviceKey, +Had, +Operations) is det.
%!  enter_data(+Outlet, +Interface, +Aspect, +Value) is det.
%!  forget_entries(+Outlet) is det.
%
%   An outlet's code-interface and data-interface tables.

enter_code(Outlet, Asked, Device, Had, Operations) :-
    assertz(code_entry(Outlet, Asked, Device, Had, Operations)).

enter_data(Outlet, Interface, Aspect, Value) :-
    assertz(data_entry(Outlet, Interface, Aspect, Value)).

forget_entries(Outlet) :-
    retractall(code_entry(Outlet, _, _, _, _)),
    retractall(data_entry(Outlet, _, _, _)).

%!  add_warning(+Session, +Message) is det.
%!  take_warnings(+Session, -Messages) is det.
%
%   What went wrong in bodies since the last take_warnings/2, in order.

%!  warning_count(-Count) is det.
%
%   Grows with every warning of any session.

add_warning(Session, Message) :-
    flag(ddb_warning, Count, Count + 1),
    assertz(warned(Session, Message)).

warning_count(Count) :-
    flag(ddb_warning, Count, Count).

take_warnings(Session, Messages) :-
    (   warned(Session, _)
    ->  findall(Message, retract(warned(Session, Message)), Messages)
    ;   Messages = []
    ).

%!  record_change(+Session, +Change) is det.
%!  take_changes(+Session, -Changes) is det.
%
%   What happened to outlets (see outlet_changes.pl) since the last
%   take_changes/2, in order: Change is change(Requester, Outlet, Kind, Before,
%   After) and is taken as change(Number, Requester, Outlet, Kind, Before,
%   After), numbered from 1 on for as long as the session lives.

record_change(Session, Change) :-
    pool_note_change(Session, Change).

take_changes(Session, Changes) :-
    pool_take_changes(Session, Count, Taken),
    numbered_changes(Taken, Count, Changes).

numbered_changes([], _, []).
numbered_changes([change(Requester, Outlet, Kind, Before, After)|Taken], Count,
                 [change(Number, Requester, Outlet, Kind, Before, After)|Changes]) :-
    Number is Count + 1,
    numbered_changes(Taken, Number, Changes).

%!  change_count(+Session, -Count) is semidet.
%!  count_changes_from(+Session, +Count) is det.
%
%   As many changes have happened and were taken.

change_count(Session, Count) :-
    pool_change_count(Session, Count).

count_changes_from(Session, Count) :-
    pool_count_changes_from(Session, Count).
