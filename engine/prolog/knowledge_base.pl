% SPDX-License-Identifier: Apache-2.0
:- module(knowledge_base,
          [                             % Sessions
            open_session/2,             % +Transport, -Session
            close_session/1,            % +Session
            set_layers/2,               % +Session, +Layers
            session/4,                  % +Session, -Transport, -Layers, -Home
            source/5,                   % +Session, ?Load, ?Role, ?Source, -Text
            source_text/3,              % +Session, ?Source, -Text
            store_sources/2,            % +Session, +Sources
                                        % What files say
            store_facts/2,              % +Session, +Facts
            spec/4,                     % +Session, ?Spec, ?Kind, -Text
            spec_unit/3,                % +Session, +Spec, ?Unit
            spec_code_interface/4,      % +Session, +Spec, ?Interface, -Operations
            spec_state/4,               % +Session, +Spec, ?State, -Initial
            spec_adjusts/5,             % +Session, +Spec, +Adjustment, -Mode, -State
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
                                        % What changes
            unit_taken/2,               % +DeviceKey, ?Unit
            take_unit/2,                % +DeviceKey, +Unit
            free_unit/2,                % +DeviceKey, +Unit
            state_value/3,              % +Participant, ?State, -Value
            set_state/3,                % +Participant, +State, +Value
            outlet_status/3,            % +Outlet, -Active, -Status
            set_outlet_status/3,        % +Outlet, +Active, +Status
            match_transaction/3,        % ?Outlet, -Transaction, -Effects
            record_transaction/3,       % +Outlet, +Transaction, +Effects
            forget_transactions/1,      % +Outlet
            code_entry/5,               % +Outlet, -Asked, -DeviceKey, -Had, -Operations
            enter_code/5,               % +Outlet, +Asked, +DeviceKey, +Had, +Operations
            data_entry/4,               % +Outlet, -Interface, -Aspect, -Value
            enter_data/4,               % +Outlet, +Interface, +Aspect, +Value
            forget_entries/1,           % +Outlet
            conditions_open/1,          % +Session
            open_conditions/1,          % +Session
            close_conditions/1,         % +Session
            add_warning/2,              % +Session, +Message
            take_warnings/2,            % +Session, -Messages
            record_change/2,            % +Session, +Change
            take_changes/2,             % +Session, -Changes
            change_count/2,             % +Session, -Count
            count_changes_from/2        % +Session, +Count
          ]).
:- use_module(vocabulary, [store_word/2, forget_layer/1]).
:- use_module(library(lists), [member/2]).

/** <module> What a session knows: the only module that remembers

Two kinds of knowledge: what files say of specs, stored at load and never
changed by an event; and what is connected, taken, matched, which only events
change.

Devices, requesters and outlets have keys, whole numbers that no other
participant of any session has, so what is known of one is found by its key
alone. Clauses are in order of arrival, and that order is the order of the
process: the pool in order of connection, outlets in order of creation.
*/

%   Local to the engine of Prolog that asserts them: sessions on different threads
%   share no predicate that changes. In SWI-Prolog 9.0.4 a clause that one thread
%   adds while another builds the index of its predicate may stand there twice.

:- thread_local
    session/4,                          % Session, Transport, Layers, Home
    source/5,                           % Session, Load, Role, Source, Text
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
    device/5,                           % Session, Key, Device, Spec, System
    requester/5,                        % Session, Key, Requester, Spec, System
    outlet/4,                           % Session, Outlet, RequesterKey, Name
    unit_taken/2,                       % DeviceKey, Unit
    state_value/3,                      % ParticipantKey, State, Value
    outlet_status/3,                    % Outlet, none|active(Alternative, Priority), Status
    match_transaction/3,                % Outlet, Transaction, Effects
    code_entry/5,                       % Outlet, Asked, DeviceKey, Had, Operations
    data_entry/4,                       % Outlet, Interface, Aspect, Value
    conditions_open/1,                  % Session
    warned/2,                           % Session, Message
    change_count/2,                     % Session, Count
    changed/3.                          % Session, Number, Change

                 /*******************************
                 *           Sessions           *
                 *******************************/

%!  open_session(+Transport, -Session) is det.
%
%   Session is a whole number. It knows the words of the built-in `taxonomy`
%   and `units`, and its own; its bodies are kept under Home.

open_session(Transport, Session) :-
    new_key(Session),
    atom_concat(ddb_bodies_, Session, Home),
    assertz(session(Session, Transport, [taxonomy, units, Session], Home)),
    assertz(change_count(Session, 0)).

%!  set_layers(+Session, +Layers) is det.
%
%   Where the session's words are looked up from now on.

set_layers(Session, Layers) :-
    retract(session(Session, Transport, _, Home)),
    assertz(session(Session, Transport, Layers, Home)).

new_key(Key) :-
    flag(ddb_key, Key, Key + 1).

%!  close_session(+Session) is det.

close_session(Session) :-
    forall(device(Session, Key, _, _, _), remove_device(Session, Key)),
    forall(requester(Session, Key, _, _, _), remove_requester(Session, Key)),
    forall(fact_of(Session, Fact), retractall(Fact)),
    retractall(system(Session, _, _)),
    retractall(warned(Session, _)),
    retractall(change_count(Session, _)),
    retractall(changed(Session, _, _)),
    retractall(session(Session, _, _, _)),
    forget_layer(Session).

%   fact_of(+Session, ?Fact): every form of what files say.

fact_of(S, source(S, _, _, _, _)).
fact_of(S, spec(S, _, _, _)).
fact_of(S, spec_unit(S, _, _)).
fact_of(S, spec_code_interface(S, _, _, _)).
fact_of(S, spec_state(S, _, _, _)).
fact_of(S, spec_adjusts(S, _, _, _, _)).
fact_of(S, spec_body(S, _, _, _, _, _)).
fact_of(S, device_group(S, _, _, _)).
fact_of(S, connection(S, _, _, _)).
fact_of(S, usb_identity(S, _, _, _)).
fact_of(S, spec_outlet(S, _, _, _)).
fact_of(S, request_group(S, _, _, _, _, _)).
fact_of(S, place(S, _, _, _, _, _)).
fact_of(S, scenario_event(S, _)).

%!  source_text(+Session, ?Source, -Text) is nondet.

source_text(Session, Source, Text) :-
    source(Session, _, _, Source, Text).

%!  store_sources(+Session, +Sources) is det.
%
%   Sources, source(Role, Name, Text) each, came in one load, after those that
%   are here: loading the texts of each Load again, in order, gives the same
%   facts.

store_sources(Session, Sources) :-
    new_key(Load),
    forall(member(source(Role, Name, Text), Sources),
           assertz(source(Session, Load, Role, Name, Text))).

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
    assertz(system(Session, System, Status)).

%!  add_device(+Session, +System, +Device, +Spec, -Key) is det.
%!  add_requester(+Session, +System, +Requester, +Spec, -Key) is det.
%!  add_requester(+Session, +System, +Requester, +Spec, +Outlets, -Key) is det.
%
%   Units are available, states have their initial values, outlets are
%   inactive. Outlets are names, in the order that outlets are served; without
%   them, that of the declarations.

add_device(Session, System, Device, Spec, Key) :-
    new_key(Key),
    assertz(device(Session, Key, Device, Spec, System)),
    initial_states(Session, Spec, Key).

add_requester(Session, System, Requester, Spec, Key) :-
    findall(Name, spec_outlet(Session, Spec, Name, _), Outlets),
    add_requester(Session, System, Requester, Spec, Outlets, Key).

add_requester(Session, System, Requester, Spec, Outlets, Key) :-
    new_key(Key),
    assertz(requester(Session, Key, Requester, Spec, System)),
    initial_states(Session, Spec, Key),
    forall(member(Name, Outlets),
           ( new_key(Outlet),
             assertz(outlet(Session, Outlet, Key, Name)),
             assertz(outlet_status(Outlet, none, inactive))
           )).

initial_states(Session, Spec, Key) :-
    forall(spec_state(Session, Spec, State, Value),
           assertz(state_value(Key, State, Value))).

%!  remove_device(+Session, +Key) is det.
%!  remove_requester(+Session, +Key) is det.
%
%   Forget everything of a participant; its matches were cancelled before.

remove_device(Session, Key) :-
    retractall(device(Session, Key, _, _, _)),
    retractall(unit_taken(Key, _)),
    retractall(state_value(Key, _, _)).

remove_requester(Session, Key) :-
    forall(outlet(Session, Outlet, Key, _),
           ( retractall(outlet_status(Outlet, _, _)),
             forget_transactions(Outlet),
             forget_entries(Outlet)
           )),
    retractall(outlet(Session, _, Key, _)),
    retractall(requester(Session, Key, _, _, _)),
    retractall(state_value(Key, _, _)).

                 /*******************************
                 *        What changes          *
                 *******************************/

%!  take_unit(+DeviceKey, +Unit) is det.
%!  free_unit(+DeviceKey, +Unit) is det.

take_unit(Device, Unit) :-
    assertz(unit_taken(Device, Unit)).

free_unit(Device, Unit) :-
    retractall(unit_taken(Device, Unit)).

%!  set_state(+Participant, +State, +Value) is det.

set_state(Participant, State, Value) :-
    retractall(state_value(Participant, State, _)),
    assertz(state_value(Participant, State, Value)).

%!  set_outlet_status(+Outlet, +Active, +Status) is det.

set_outlet_status(Outlet, Active, Status) :-
    retractall(outlet_status(Outlet, _, _)),
    assertz(outlet_status(Outlet, Active, Status)).

%!  record_transaction(+Outlet, +Transaction, +Effects) is det.
%
%   Transaction is transaction(Alternative, Request, RequestGroup, DeviceKey,
%   DeviceGroup, MatchFactor). Effects (see allocation.pl) are stored with it:
%   what a match took is known without deriving it again.

record_transaction(Outlet, Transaction, Effects) :-
    assertz(match_transaction(Outlet, Transaction, Effects)).

%!  forget_transactions(+Outlet) is det.

forget_transactions(Outlet) :-
    retractall(match_transaction(Outlet, _, _)).

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

%!  open_conditions(+Session) is det.
%!  close_conditions(+Session) is det.
%
%   While they are open, every match condition holds: what explanation.pl asks
%   is what would be without them.

open_conditions(Session) :-
    assertz(conditions_open(Session)).

close_conditions(Session) :-
    retractall(conditions_open(Session)).

%!  add_warning(+Session, +Message) is det.
%!  take_warnings(+Session, -Messages) is det.
%
%   What went wrong in bodies since the last take_warnings/2, in order.

add_warning(Session, Message) :-
    assertz(warned(Session, Message)).

take_warnings(Session, Messages) :-
    findall(Message, retract(warned(Session, Message)), Messages).

%!  record_change(+Session, +Change) is det.
%!  take_changes(+Session, -Changes) is det.
%
%   What happened to outlets (see outlet_changes.pl) since the last
%   take_changes/2, in order: Change is change(Requester, Outlet, Kind, Before,
%   After) and is taken as change(Number, Requester, Outlet, Kind, Before,
%   After), numbered from 1 on for as long as the session lives.

record_change(Session, Change) :-
    retract(change_count(Session, Count)),
    Number is Count + 1,
    assertz(change_count(Session, Number)),
    assertz(changed(Session, Number, Change)).

take_changes(Session, Changes) :-
    findall(change(Number, Requester, Outlet, Kind, Before, After),
            retract(changed(Session, Number,
                            change(Requester, Outlet, Kind, Before, After))),
            Changes).

%!  count_changes_from(+Session, +Count) is det.
%
%   As many changes have happened and were taken.

count_changes_from(Session, Count) :-
    retractall(change_count(Session, _)),
    assertz(change_count(Session, Count)).
