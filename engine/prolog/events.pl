% SPDX-License-Identifier: Apache-2.0
:- module(events,
          [ event_problem/4,            % +Event, +World, +Specs, -Problem
            event_world/3,              % +Event, +World0, -World
            session_world/2,            % +Session, -World
            handle_event/3              % +Session, +Narrator, +Event
          ]).
:- use_module(library(lists), [member/2, memberchk/2, selectchk/3]).
:- use_module(knowledge_base,
              [ system/3,
                set_system/3,
                device/5,
                requester/5,
                outlet/4,
                match_transaction/3,
                add_device/5,
                remove_device/2,
                add_requester/5,
                remove_requester/2
              ]).
:- use_module(selection, [perform_match/2, cancel_match/3]).
:- use_module(narration, [narrate/2]).

/** <module> The six events

Something came: a device, a requester or a system; perform match runs. Something
went: what was matched with it is cancelled, and perform match runs where that
freed something. What belongs to a disconnected system is remembered and takes
no part; what comes to it meanwhile starts nothing.

A _world_ is what can be said of a scenario without replaying it: world(Systems,
Devices, Requesters), Systems a list of Name-Status, Devices and Requesters lists
of names. With it, impossible events are found before anything is replayed.
*/

%!  handle_event(+Session, +Narrator, +Event) is det.
%
%   Event is possible: see event_problem/4.

handle_event(Session, Narrator, Event) :-
    narrate(Narrator, event(Event)),
    happen(Event, Session, Narrator, Outcome),
    (   Outcome == more_possible
    ->  narrate(Narrator, match_begins),
        perform_match(Session, Narrator),
        narrate(Narrator, match_ends)
    ;   narrate(Narrator, no_match_process)
    ),
    narrate(Narrator, results(Session)).

%   happen(+Event, +Session, +Narrator, -Outcome) is det.
%
%   What happens before perform match; Outcome is `more_possible` where it
%   should run at all, `nothing_freed` or `takes_no_part`.

happen(device_connect(System, Device, Spec), Session, _, Outcome) :-
    known_system(Session, System),
    add_device(Session, System, Device, Spec, _),
    takes_part(Session, System, Outcome).
happen(requester_create(System, Requester, Spec), Session, _, Outcome) :-
    known_system(Session, System),
    add_requester(Session, System, Requester, Spec, _),
    takes_part(Session, System, Outcome).
happen(system_connect(System), Session, _, more_possible) :-
    set_system(Session, System, connected).
happen(device_disconnect(Device), Session, Narrator, Outcome) :-
    device(Session, Key, Device, _, _),
    findall(Outlet, outlet_matched_with(Session, Key, Outlet), Outlets),
    cancel_matches(Outlets, Session, Narrator, Outcome),
    remove_device(Session, Key).
happen(requester_cancel(Requester), Session, Narrator, Outcome) :-
    requester(Session, Key, Requester, _, _),
    findall(Outlet, matched_outlet_of(Session, Key, Outlet), Outlets),
    cancel_matches(Outlets, Session, Narrator, Outcome),
    remove_requester(Session, Key).
happen(system_disconnect(System), Session, Narrator, Outcome) :-
    set_system(Session, System, disconnected),
    findall(Outlet, outlet_matched_on(Session, System, Outlet), Outlets),
    cancel_matches(Outlets, Session, Narrator, Outcome).

known_system(Session, System) :-
    (   system(Session, System, _)
    ->  true
    ;   set_system(Session, System, connected)
    ).

takes_part(Session, System, Outcome) :-
    (   system(Session, System, connected)
    ->  Outcome = more_possible
    ;   Outcome = takes_no_part
    ).

%   outlet_matched_with(+Session, +DeviceKey, -Outlet) is nondet.
%   matched_outlet_of(+Session, +RequesterKey, -Outlet) is nondet.
%   outlet_matched_on(+Session, +System, -Outlet) is nondet.
%
%   Each outlet once, in order of requester creation, then of declaration.

outlet_matched_with(Session, Device, Outlet) :-
    outlet(Session, Outlet, _, _),
    \+ \+ match_transaction(Outlet, transaction(_, _, _, Device, _, _), _).

matched_outlet_of(Session, Key, Outlet) :-
    outlet(Session, Outlet, Key, _),
    \+ \+ match_transaction(Outlet, _, _).

outlet_matched_on(Session, System, Outlet) :-
    outlet(Session, Outlet, Key, _),
    (   requester(Session, Key, _, _, System),
        match_transaction(Outlet, _, _)
    ->  true
    ;   match_transaction(Outlet, transaction(_, _, _, Device, _, _), _),
        device(Session, Device, _, _, System)
    ->  true
    ).

cancel_matches([], _, _, nothing_freed) :- !.
cancel_matches(Outlets, Session, Narrator, more_possible) :-
    forall(member(Outlet, Outlets), cancel_match(Session, Narrator, Outlet)).

                 /*******************************
                 *       Possible events        *
                 *******************************/

%!  session_world(+Session, -World) is det.

session_world(Session, world(Systems, Devices, Requesters)) :-
    findall(System-Status, system(Session, System, Status), Systems),
    findall(Device, device(Session, _, Device, _, _), Devices),
    findall(Requester, requester(Session, _, Requester, _, _), Requesters).

%!  event_problem(+Event, +World, +Specs, -Problem) is semidet.
%
%   Event cannot happen in World, where Specs, a list of Name-Kind, are
%   described. Problem is name(Index, What): the argument of Event that is
%   wrong, and why.

event_problem(system_connect(S), world(Systems, _, _), _, name(1, connected_already(S))) :-
    memberchk(S-connected, Systems).
event_problem(system_disconnect(S), world(Systems, _, _), _, name(1, Problem)) :-
    (   memberchk(S-Status, Systems)
    ->  Status == disconnected,
        Problem = disconnected_already(S)
    ;   findall(Known, member(Known-_, Systems), Names),
        Problem = unknown_system(S, Names)
    ).
event_problem(device_connect(_, D, _), world(_, Devices, _), _, name(2, device_in_use(D))) :-
    memberchk(D, Devices),
    !.
event_problem(device_connect(_, _, Spec), _, Specs, name(3, Problem)) :-
    spec_problem(Spec, device, Specs, Problem).
event_problem(device_disconnect(D), world(_, Devices, _), _, name(1, unknown_device(D, Devices))) :-
    \+ memberchk(D, Devices).
event_problem(requester_create(_, R, _), world(_, _, Requesters), _,
              name(2, requester_in_use(R))) :-
    memberchk(R, Requesters),
    !.
event_problem(requester_create(_, _, Spec), _, Specs, name(3, Problem)) :-
    spec_problem(Spec, requester, Specs, Problem).
event_problem(requester_cancel(R), world(_, _, Requesters), _,
              name(1, unknown_requester(R, Requesters))) :-
    \+ memberchk(R, Requesters).

spec_problem(Spec, Kind, Specs, Problem) :-
    \+ memberchk(Spec-Kind, Specs),
    (   memberchk(Spec-Other, Specs)
    ->  Problem = spec_of_other_kind(Spec, Other, Kind)
    ;   findall(Name, member(Name-Kind, Specs), Names),
        Problem = unknown_spec(Spec, Kind, Names)
    ).

%!  event_world(+Event, +World0, -World) is det.
%
%   World as it is after Event.

event_world(system_connect(S), world(Systems0, Ds, Rs), world(Systems, Ds, Rs)) :-
    system_status(S, connected, Systems0, Systems).
event_world(system_disconnect(S), world(Systems0, Ds, Rs), world(Systems, Ds, Rs)) :-
    system_status(S, disconnected, Systems0, Systems).
event_world(device_connect(S, D, _), world(Systems0, Ds, Rs), world(Systems, [D|Ds], Rs)) :-
    named_system(S, Systems0, Systems).
event_world(device_disconnect(D), world(Systems, Ds0, Rs), world(Systems, Ds, Rs)) :-
    selectchk(D, Ds0, Ds).
event_world(requester_create(S, R, _), world(Systems0, Ds, Rs), world(Systems, Ds, [R|Rs])) :-
    named_system(S, Systems0, Systems).
event_world(requester_cancel(R), world(Systems, Ds, Rs0), world(Systems, Ds, Rs)) :-
    selectchk(R, Rs0, Rs).

system_status(S, Status, Systems0, [S-Status|Systems]) :-
    (   selectchk(S-_, Systems0, Systems1)
    ->  Systems = Systems1
    ;   Systems = Systems0
    ).

named_system(S, Systems0, Systems) :-
    (   memberchk(S-_, Systems0)
    ->  Systems = Systems0
    ;   Systems = [S-connected|Systems0]
    ).
