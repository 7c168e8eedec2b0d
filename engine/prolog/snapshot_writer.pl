% SPDX-License-Identifier: Apache-2.0
:- module(snapshot_writer,
          [ snapshot_text/2,            % +Session, -Text
            event_keys/2                % ?Type, -Keys
          ]).
:- use_module(library(lists), [member/2]).
:- use_module(library(assoc), [list_to_assoc/2, get_assoc/3]).
:- use_module(knowledge_base,
              [ session/4,
                source/5,
                scenario_event/2,
                system/3,
                device/5,
                requester/5,
                outlet/4,
                state_value/3,
                outlet_status/3,
                match_transaction/3,
                spec_state/4,
                change_count/2
              ]).
:- use_module(snapshot_values, [value_json/3]).
:- use_module(exact_numbers, [number_text/2]).
:- use_module(json_text, [json_text/2]).

/** <module> A snapshot: everything that a session knows, as JSON

From the outside in:

  - `ddb_snapshot`: 1, the version of this form
  - `transport`
  - `outlet_changes`: how many there were; the next has the next number
  - `loads`: what was loaded together, in order: each source with its name,
    role and whole text. What files say of specs follows from that.
  - `scenario`: the loaded events that have not happened
  - `systems`, `devices`, `requesters`: who is there, in order of arrival, with
    the values of their states; a requester with its outlets, an outlet with the
    transactions of its match, a transaction with its effects (allocation.pl)

The effects are written as they were recorded, for a match stays what it was
when it was made. What follows from them is not written a second time: the
units that are taken, and the outlets' code-interface and data-interface tables.

Each device, each requester and each load is one line.
*/

%!  snapshot_text(+Session, -Text:string) is det.

snapshot_text(Session, Text) :-
    session(Session, Transport, Layers, _),
    change_count(Session, Changes),
    values_json(Session, Layers, Values),
    findall(Load, load(Session, Load), Loads),
    findall(Event, ( scenario_event(Session, Event0), event(Event0, Event) ), Events),
    findall(System, system_json(Session, System), Systems),
    findall(Device, device_json(Session, Values, Device), Devices),
    findall(Requester, requester_json(Session, Values, Requester), Requesters),
    phrase(parts([ ddb_snapshot-number(1),
                   transport-word(Transport),
                   outlet_changes-number(Changes),
                   loads-lines(Loads),
                   scenario-lines(Events),
                   systems-lines(Systems),
                   devices-lines(Devices),
                   requesters-lines(Requesters)
                 ], '{\n'),
           Pieces),
    atomics_to_string(Pieces, Text).

parts([], _) -->
    [ '\n}\n' ].
parts([Key-Part|Parts], Before) -->
    [ Before, '"', Key, '": ' ],
    part(Part),
    parts(Parts, ',\n').

part(number(Number)) -->
    [ Number ].
part(word(Word)) -->
    [ '"', Word, '"' ].
part(lines([])) -->
    !,
    [ '[]' ].
part(lines(Jsons)) -->
    lines(Jsons, '[\n  '),
    [ '\n]' ].

lines([], _) --> [].
lines([Json|Jsons], Before) -->
    { json_text(Json, Line) },
    [ Before, Line ],
    lines(Jsons, ',\n  ').

                 /*******************************
                 *       What was loaded        *
                 *******************************/

load(Session, object([sources-array(Sources)])) :-
    findall(Load-source(Role, Name, Text),
            source(Session, Load, Role, Name, Text),
            Pairs),
    load_groups(Pairs, Groups),
    member(Group, Groups),
    findall(object([name-string(NameText), role-string(RoleText), text-string(Text)]),
            ( member(source(Role, Name, Text), Group),
              atom_string(Name, NameText),
              atom_string(Role, RoleText)
            ),
            Sources).

%   load_groups(+Pairs, -Groups) is det.
%
%   Neighbours of one load together.

load_groups([], []).
load_groups([Load-Source|Pairs], [[Source|Group]|Groups]) :-
    same_load(Pairs, Load, Group, Rest),
    load_groups(Rest, Groups).

same_load([Load-Source|Pairs], Load, [Source|Group], Rest) :-
    !,
    same_load(Pairs, Load, Group, Rest).
same_load(Rest, _, [], Rest).

event(Event, object([type-string(TypeText)|Members])) :-
    Event =.. [Type|Names],
    event_keys(Type, Keys),
    atom_string(Type, TypeText),
    named(Keys, Names, Members).

%!  event_keys(?Type, -Keys) is nondet.
%
%   What the arguments of an event are.

event_keys(system_connect, [system]).
event_keys(system_disconnect, [system]).
event_keys(device_connect, [system, device, spec]).
event_keys(device_disconnect, [device]).
event_keys(requester_create, [system, requester, spec]).
event_keys(requester_cancel, [requester]).

named([], [], []).
named([Key|Keys], [Name|Names], [Key-string(Text)|Members]) :-
    atom_string(Name, Text),
    named(Keys, Names, Members).

                 /*******************************
                 *        Who takes part        *
                 *******************************/

system_json(Session, object(Members)) :-
    system(Session, System, Status),
    named([system, status], [System, Status], Members).

device_json(Session, Values, object([D, P, S, states-object(States)])) :-
    device(Session, Key, Device, Spec, System),
    named([device, spec, system], [Device, Spec, System], [D, P, S]),
    states_json(Session, Spec, Key, Values, States).

requester_json(Session, Values,
               object([R, P, S, states-object(States), outlets-array(Outlets)])) :-
    requester(Session, Key, Requester, Spec, System),
    named([requester, spec, system], [Requester, Spec, System], [R, P, S]),
    states_json(Session, Spec, Key, Values, States),
    findall(Outlet, outlet_json(Session, Key, Values, Outlet), Outlets).

states_json(Session, Spec, Key, Values, States) :-
    findall(State-Json,
            ( spec_state(Session, Spec, State, _),
              state_value(Key, State, Value),
              get_assoc(Value, Values, Json)
            ),
            States).

outlet_json(Session, RequesterKey, Values,
            object([outlet-string(Name), active-Active, status-string(Status),
                    transactions-array(Transactions)])) :-
    outlet(Session, Outlet, RequesterKey, Name0),
    outlet_status(Outlet, Active0, Status0),
    atom_string(Name0, Name),
    atom_string(Status0, Status),
    active(Active0, Active),
    findall(Transaction, transaction_json(Session, Outlet, Values, Transaction), Transactions).

active(none, null).
active(active(Alternative, _), string(Text)) :-
    atom_string(Alternative, Text).

transaction_json(Session, Outlet, Values,
                 object([Q, G, D, DG, match_factor-Number,
                         device_effects-array(DeviceEffects),
                         requester_effects-array(RequesterEffects)])) :-
    match_transaction(Outlet,
                      transaction(_, Request, Group, DeviceKey, DeviceGroup, Factor),
                      effects(DeviceEffects0, RequesterEffects0)),
    device(Session, DeviceKey, Device, _, _),
    named([request, request_group, device, device_group], [Request, Group, Device, DeviceGroup],
          [Q, G, D, DG]),
    number_json(Factor, Number),
    effects_json(DeviceEffects0, Values, DeviceEffects),
    effects_json(RequesterEffects0, Values, RequesterEffects).

%   JSON has no number whose digits do not end.

number_json(Number, Json) :-
    number_text(Number, Text),
    (   sub_atom(Text, _, _, _, r)
    ->  atom_string(Text, String),
        Json = string(String)
    ;   Json = number(Number)
    ).

effects_json([], _, []).
effects_json([Effect|Effects], Values, [object(Members)|Jsons]) :-
    effect_json(Effect, Values, Members),
    effects_json(Effects, Values, Jsons).

effect_json(adjust(Adjustment), _, Members) :-
    named([state_adjust], [Adjustment], Members).
effect_json(take(Unit), _, Members) :-
    named([registration_unit], [Unit], Members).
effect_json(set(State, Value), Values, [S, value-Json]) :-
    named([state], [State], [S]),
    get_assoc(Value, Values, Json).
effect_json(code(Asked, Had), _, Members) :-
    named([code_interface, device_interface], [Asked, Had], Members).
effect_json(data(Interface, Aspect, Value), Values, [I, A, value-Json]) :-
    named([data_interface, aspect], [Interface, Aspect], [I, A]),
    get_assoc(Value, Values, Json).

                 /*******************************
                 *            Values            *
                 *******************************/

%   values_json(+Session, +Layers, -Values) is det.
%
%   Values is an assoc of each value of the session to its JSON: many
%   participants have few different ones.

values_json(Session, Layers, Values) :-
    findall(Value, value_of(Session, Value), All),
    sort(All, Different),
    findall(Value-Json,
            ( member(Value, Different),
              value_json(Value, Layers, Json)
            ),
            Pairs),
    list_to_assoc(Pairs, Values).

value_of(Session, Value) :-
    (   device(Session, Key, _, _, _)
    ;   requester(Session, Key, _, _, _)
    ),
    state_value(Key, _, Value).
value_of(Session, Value) :-
    outlet(Session, Outlet, _, _),
    match_transaction(Outlet, _, effects(DeviceEffects, RequesterEffects)),
    (   member(set(_, Value), DeviceEffects)
    ;   member(data(_, _, Value), RequesterEffects)
    ).
