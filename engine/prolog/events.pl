% SPDX-License-Identifier: Apache-2.0
:- module(events,
          [ handle_event/3              % +Session, +Narrator, +Event
          ]).
:- use_module(library(lists), [member/2]).
:- use_module(knowledge_base,
              [ scenario_event/2,
                forget_scenario_event/2,
                system/3,
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
:- use_module(outlet_changes, [note_created/2, note_removed/2]).
:- use_module(narration, [narrate/2]).

/** <module> The six events

Something came: a device, a requester or a system; perform match runs. Something
went: what was matched with it is cancelled, and perform match runs where that
freed something. What belongs to a disconnected system is remembered and takes
no part; what comes to it meanwhile starts nothing.
*/

%!  handle_event(+Session, +Narrator, +Event) is det.
%
%   Event is possible: see worlds.pl.

handle_event(Session, Narrator, Event) :-
    replayed(Session, Event),
    narrate(Narrator, event(Event)),
    happen(Event, Session, Narrator, Outcome),
    (   Outcome == more_possible
    ->  narrate(Narrator, match_begins),
        perform_match(Session, Narrator),
        narrate(Narrator, match_ends)
    ;   narrate(Narrator, no_match_process)
    ),
    narrate(Narrator, results(Session)).

%   replayed(+Session, +Event) is det.
%
%   An event that is the next of the loaded scenario is so no longer.

replayed(Session, Event) :-
    (   scenario_event(Session, Next)
    ->  (   Next == Event
        ->  forget_scenario_event(Session, Event)
        ;   true
        )
    ;   true
    ).

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
    add_requester(Session, System, Requester, Spec, Key),
    note_created(Session, Key),
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
    note_removed(Session, Key),
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
    findall(Requester, requester_matched_with(Session, Device, Requester), Requesters0),
    sort(Requesters0, Requesters),
    member(Requester, Requesters),
    outlet(Session, Outlet, Requester, _),
    \+ \+ match_transaction(Outlet, transaction(_, _, _, Device, _, _), _).

requester_matched_with(Session, Device, Requester) :-
    match_transaction(Outlet, transaction(_, _, _, Device, _, _), _),
    outlet(Session, Outlet, Requester, _).

matched_outlet_of(Session, Key, Outlet) :-
    outlet(Session, Outlet, Key, _),
    \+ \+ match_transaction(Outlet, _, _).

outlet_matched_on(Session, System, Outlet) :-
    findall(Requester,
            (   requester(Session, Requester, _, _, System)
            ;   device(Session, Device, _, _, System),
                requester_matched_with(Session, Device, Requester)
            ),
            Requesters0),
    sort(Requesters0, Requesters),
    member(Key, Requesters),
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
