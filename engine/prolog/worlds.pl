% SPDX-License-Identifier: Apache-2.0
:- module(worlds,
          [ session_world/2,            % +Session, -World
            with_specs/3,               % +World0, +Specs, -World
            event_problem/3,            % +Event, +World, -Problem
            event_world/3               % +Event, +World0, -World
          ]).
:- use_module(library(lists), [member/2]).
:- use_module(library(assoc),
              [empty_assoc/1, get_assoc/3, put_assoc/4, assoc_to_keys/2]).
:- use_module(library(apply), [foldl/4]).
:- use_module(knowledge_base, [system/3, device/5, requester/5, spec/4, scenario_event/2]).

/** <module> Which events are possible, without making them happen

A _world_ knows which names are there: systems with their status, devices,
requesters, and specs with their kind. It is live(Session), the session as it
is, or supposed(Session, Changes): what the session would be after events that
have not happened. Changes, an assoc, has known(Value) or `gone` for Kind-Name.
*/

%!  session_world(+Session, -World) is det.
%
%   World after everything that was loaded and has not yet been replayed.

session_world(Session, World) :-
    findall(Event, scenario_event(Session, Event), Events),
    (   Events == []
    ->  World = live(Session)
    ;   foldl(event_world, Events, live(Session), World)
    ).

%!  with_specs(+World0, +Specs, -World) is det.
%
%   Specs, a list of Name-Kind, are described too.

with_specs(World0, Specs, World) :-
    foldl(with_spec, Specs, World0, World).

with_spec(Name-Kind, World0, World) :-
    changed(spec-Name, known(Kind), World0, World).

changed(Key, Value, live(Session), World) :-
    empty_assoc(Changes),
    changed(Key, Value, supposed(Session, Changes), World).
changed(Key, Value, supposed(Session, Changes0), supposed(Session, Changes)) :-
    put_assoc(Key, Changes0, Value, Changes).

%   knows(+World, +Kind, +Name, -Value) is semidet.

knows(live(Session), Kind, Name, Value) :-
    there(Kind, Session, Name, Value),
    !.
knows(supposed(Session, Changes), Kind, Name, Value) :-
    (   get_assoc(Kind-Name, Changes, Change)
    ->  Change = known(Value)
    ;   knows(live(Session), Kind, Name, Value)
    ).

there(system, Session, Name, Status) :-
    system(Session, Name, Status).
there(device, Session, Name, true) :-
    device(Session, _, Name, _, _).
there(requester, Session, Name, true) :-
    requester(Session, _, Name, _, _).
there(spec, Session, Name, Kind) :-
    spec(Session, Name, Kind, _).

%   names(+World, +Kind, -Names) is det.
%
%   For messages: every name that World knows, with its value.

names(live(Session), Kind, Names) :-
    findall(Name-Value, there(Kind, Session, Name, Value), Names).
names(supposed(Session, Changes), Kind, Names) :-
    assoc_to_keys(Changes, Keys),
    findall(Name-Value,
            (   there(Kind, Session, Name, Value),
                \+ get_assoc(Kind-Name, Changes, _)
            ;   member(Kind-Name, Keys),
                get_assoc(Kind-Name, Changes, known(Value))
            ),
            Names).

names_only(World, Kind, Names) :-
    names(World, Kind, Pairs),
    findall(Name, member(Name-_, Pairs), Names).

%!  event_problem(+Event, +World, -Problem) is semidet.
%
%   Event cannot happen in World. Problem is name(Index, What): the argument of
%   Event that is wrong, and why.

event_problem(system_connect(System), World, name(1, connected_already(System))) :-
    knows(World, system, System, connected).
event_problem(system_disconnect(System), World, name(1, Problem)) :-
    (   knows(World, system, System, Status)
    ->  Status == disconnected,
        Problem = disconnected_already(System)
    ;   names_only(World, system, Names),
        Problem = unknown_system(System, Names)
    ).
event_problem(device_connect(_, Device, Spec), World, Problem) :-
    (   knows(World, device, Device, _)
    ->  Problem = name(2, device_in_use(Device))
    ;   spec_problem(Spec, device, World, SpecProblem),
        Problem = name(3, SpecProblem)
    ).
event_problem(device_disconnect(Device), World, name(1, unknown_device(Device, Names))) :-
    \+ knows(World, device, Device, _),
    names_only(World, device, Names).
event_problem(requester_create(_, Requester, Spec), World, Problem) :-
    (   knows(World, requester, Requester, _)
    ->  Problem = name(2, requester_in_use(Requester))
    ;   spec_problem(Spec, requester, World, SpecProblem),
        Problem = name(3, SpecProblem)
    ).
event_problem(requester_cancel(Requester), World,
              name(1, unknown_requester(Requester, Names))) :-
    \+ knows(World, requester, Requester, _),
    names_only(World, requester, Names).

spec_problem(Spec, Kind, World, Problem) :-
    (   knows(World, spec, Spec, Known)
    ->  Known \== Kind,
        Problem = spec_of_other_kind(Spec, Known, Kind)
    ;   names(World, spec, Pairs),
        findall(Name, member(Name-Kind, Pairs), Names),
        Problem = unknown_spec(Spec, Kind, Names)
    ).

%!  event_world(+Event, +World0, -World) is det.
%
%   World is as it would be after Event.

event_world(system_connect(System), World0, World) :-
    changed(system-System, known(connected), World0, World).
event_world(system_disconnect(System), World0, World) :-
    changed(system-System, known(disconnected), World0, World).
event_world(device_connect(System, Device, _), World0, World) :-
    named_system(System, World0, World1),
    changed(device-Device, known(true), World1, World).
event_world(device_disconnect(Device), World0, World) :-
    changed(device-Device, gone, World0, World).
event_world(requester_create(System, Requester, _), World0, World) :-
    named_system(System, World0, World1),
    changed(requester-Requester, known(true), World1, World).
event_world(requester_cancel(Requester), World0, World) :-
    changed(requester-Requester, gone, World0, World).

named_system(System, World0, World) :-
    (   knows(World0, system, System, _)
    ->  World = World0
    ;   changed(system-System, known(connected), World0, World)
    ).
