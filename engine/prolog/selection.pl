% SPDX-License-Identifier: Apache-2.0
:- module(selection,
          [ perform_match/2,            % +Session, +Narrator
            cancel_match/3,             % +Session, +Narrator, +Outlet
            available_to/4,             % +Session, +System, +Device, +GivenUp
            could_satisfy/4,            % +Requests, +Pool, +Context, -Bindings
            satisfy_request/5,          % +Request, +Pool, +Context, -Journal, -Bindings
            satisfy_group/5,            % +Group, +Context, -DeviceGroup, -Match, -Factor
            match_status/3              % +Active, +Alternatives, -Status
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3]).
:- use_module(knowledge_base,
              [ session/4,
                system/3,
                device/5,
                requester/5,
                outlet/4,
                outlet_status/3,
                set_outlet_status/3,
                spec_unit/3,
                spec_outlet/4,
                unit_taken/2,
                request_group/6,
                next_waiting_outlet/4,
                warning_count/1,
                match_transaction/3,
                record_transaction/3,
                forget_transactions/1,
                forget_entries/1
              ]).
:- use_module(group_match, [group_match/5]).
:- use_module(candidates,
              [ none_in/2,
                candidate/5,
                tried_in_vain/1,
                with_touched/3,
                remembered_group/6,
                remember_group/7,
                outlet_sleeps/2,
                outlet_in_vain/3
              ]).
:- use_module(suppositions, [device_terms/4]).
:- use_module(allocation,
              [ match_effects/3,
                apply_with_device/3,
                undo/2,
                remove_with_device/2,
                apply_with_requester/3,
                remove_with_requester/2
              ]).
:- use_module(outlet_changes, [outlet_holding/3, note_change/3]).
:- use_module(narration, [narrate/2]).

/** <module> Who gets what

Perform match: each outlet that could be better off looks at the pool of
devices with something left, tries its alternatives in descending priority,
and takes the first that can be satisfied as a whole.

The choice is greedy and deterministic. An alternative's requests are taken in
written order and an earlier one is never reconsidered for a later one's sake;
what was applied for an alternative that fails is undone, newest first.

What a satisfied request group leaves is a binding, bound(Request,
RequestGroup, Device, DeviceGroup, Factor, DeviceEffects, RequesterEffects),
Device as participant(Key, Spec).
*/

%!  perform_match(+Session, +Narrator) is det.

perform_match(Session, Narrator) :-
    queue(Narrator, Session, Queue),
    satisfy_outlets(Queue, Session, Narrator, nothing_cancelled, Outcome),
    (   Outcome == cancelled
    ->  narrate(Narrator, match_again),
        perform_match(Session, Narrator)
    ;   true
    ).

%   queue(+Narrator, +Session, -Queue) is det.
%   next_in_queue(+Queue0, +Session, -Outlet, -Queue) is semidet.
%
%   Queue is a list of outlets where there is somebody to tell of each. Else it is
%   after(Place): those after Place in the queue, but for outlets that were tried in vain
%   before nothing has come that could help them.

queue(silent, _, after(0-0)) :- !.
queue(_, Session, Queue) :-
    findall(Outlet, waiting_outlet(Session, Outlet), Queue).

next_in_queue([Outlet|Queue], _, Outlet, Queue).
next_in_queue(after(Place0), Session, Outlet, after(Place)) :-
    next_waiting_outlet(Session, Place0, Outlet, Place).

%   waiting_outlet(+Session, -Outlet) is nondet.
%
%   In order of requester creation, then of declaration.

waiting_outlet(Session, Outlet) :-
    outlet(Session, Outlet, Key, _),
    outlet_status(Outlet, _, Status),
    Status \== threshold,
    requester(Session, Key, _, _, System),
    system(Session, System, connected).

satisfy_outlets(Queue0, Session, Narrator, Outcome0, Outcome) :-
    (   next_in_queue(Queue0, Session, Outlet, Queue)
    ->  try_outlet(Narrator, Outlet, Session, Outcome0, Outcome1),
        satisfy_outlets(Queue, Session, Narrator, Outcome1, Outcome)
    ;   Outcome = Outcome0
    ).

try_outlet(Narrator, Outlet, Session, Outcome0, Outcome) :-
    (   Narrator \== silent
    ->  satisfy_outlet(Outlet, Session, Narrator, Outcome0, Outcome)
    ;   outlet_sleeps(Session, Outlet)
    ->  Outcome = Outcome0
    ;   warning_count(Since),
        satisfy_outlet(Outlet, Session, Narrator, Outcome0, Outcome),
        outlet_in_vain(Session, Outlet, Since)
    ).

                 /*******************************
                 *           An outlet          *
                 *******************************/

%   satisfy_outlet(+Outlet, +Session, +Narrator, +Outcome0, -Outcome) is det.

satisfy_outlet(Outlet, Session, Narrator, Outcome0, Outcome) :-
    outlet(Session, Outlet, Key, Name),
    requester(Session, Key, Requester, Spec, System),
    spec_outlet(Session, Spec, Name, Alternatives),
    outlet_status(Outlet, Active, _),
    pool(Narrator, Session, System, Pool),
    narrate(Narrator, outlet(System, Requester, Name, Active, Alternatives)),
    narrate(Narrator, pool(Session, Pool)),
    better_alternatives(Alternatives, Active, Better),
    Context = context(Session, Narrator, participant(Key, Spec), none),
    (   \+ none_in(Pool, Session),
        member(Alternative, Better),
        satisfy_alternative(Alternative, Pool, Context, Bindings)
    ->  settle(Outlet, Active, Alternative, Alternatives, Bindings, Context, Outcome0, Outcome)
    ;   narrate(Narrator, nothing_better(Name, Active)),
        Outcome = Outcome0
    ).

%   pool(+Narrator, +Session, +System, -Pool) is det.
%
%   The devices that a requester on System may be given, in order of
%   connection: on a connected system, with a registration unit available,
%   and, where a device is imported as a whole, not matched from elsewhere.
%   A list where there is somebody to tell of each; else see candidates.pl.

pool(silent, _, System, offered(System, [])) :- !.
pool(_, Session, System, Pool) :-
    findall(Device,
            ( Device = participant(Key, Spec),
              device(Session, Key, _, Spec, DeviceSystem),
              system(Session, DeviceSystem, connected),
              available_to(Session, System, Device, [])
            ),
            Pool).

%!  available_to(+Session, +System, +Device, +GivenUp) is semidet.
%
%   Device, participant(Key, Spec), has something left for a requester on System.
%   The matches of the outlets GivenUp do not count.

available_to(Session, System, participant(Key, Spec), GivenUp) :-
    has_available_unit(Session, Key, Spec),
    session(Session, Transport, _, _),
    may_serve(Transport, Session, Key, System, GivenUp).

has_available_unit(Session, Key, Spec) :-
    spec_unit(Session, Spec, Unit),
    \+ unit_taken(Key, Unit),
    !.

may_serve(shared, _, _, _, _).
may_serve(whole_device, Session, Key, System, GivenUp) :-
    \+ matched_from_elsewhere(Session, Key, System, GivenUp).

matched_from_elsewhere(Session, Key, System, GivenUp) :-
    match_transaction(Outlet, transaction(_, _, _, Key, _, _), _),
    \+ memberchk(Outlet, GivenUp),
    outlet(Session, Outlet, Requester, _),
    requester(Session, Requester, _, _, Other),
    Other \== System.

%   better_alternatives(+Alternatives, +Active, -Better) is det.
%
%   Alternatives are alternative(Name, Priority, Requests), priorities
%   descending; only a priority above the active one's is worth a try.

better_alternatives(Alternatives, none, Alternatives).
better_alternatives(Alternatives, active(_, Priority), Better) :-
    above(Alternatives, Priority, Better).

above([Alternative|Alternatives], Priority, Better) :-
    Alternative = alternative(_, Higher, _),
    Higher > Priority,
    !,
    Better = [Alternative|Better1],
    above(Alternatives, Priority, Better1).
above(_, _, []).

%   settle(+Outlet, +Active, +Alternative, +Alternatives, +Bindings, +Context,
%          +Outcome0, -Outcome) is det.
%
%   The alternative is satisfied and applied with its devices. What the
%   outlet had is given up; the rest of the match is applied and recorded.

settle(Outlet, Active, alternative(Name, Priority, _), Alternatives, Bindings, Context,
       Outcome0, Outcome) :-
    Context = context(Session, Narrator, _, _),
    outlet_holding(Session, Outlet, Before),
    (   Active == none
    ->  Outcome = Outcome0
    ;   give_up(Session, Narrator, Outlet),
        Outcome = cancelled
    ),
    match_status(active(Name, Priority), Alternatives, Status),
    set_outlet_status(Outlet, active(Name, Priority), Status),
    narrate(Narrator, settled(Name, Status)),
    record(Bindings, Name, Outlet, Context),
    note_change(Session, Outlet, Before).

%!  match_status(+Active, +Alternatives, -Status) is det.
%
%   Status is `threshold` where no alternative has a higher priority than the
%   active one, else `partial`; `inactive` where none is active.

match_status(none, _, Status) :-
    !,
    Status = inactive.
match_status(Active, Alternatives, Status) :-
    (   better_alternatives(Alternatives, Active, [])
    ->  Status = threshold
    ;   Status = partial
    ).

record([], _, _, _).
record([Binding|Bindings], Alternative, Outlet, Context) :-
    Binding = bound(Request, Group, Device, DeviceGroup, Factor, DeviceEffects, RequesterEffects),
    Device = participant(Key, _),
    with_device(Context, Device, DeviceContext),
    narrate(DeviceContext, applying_with_requester(Group)),
    apply_with_requester(RequesterEffects, Outlet, DeviceContext),
    record_transaction(Outlet,
                       transaction(Alternative, Request, Group, Key, DeviceGroup, Factor),
                       effects(DeviceEffects, RequesterEffects)),
    record(Bindings, Alternative, Outlet, Context).

with_device(context(Session, Narrator, Requester, _), Device,
            context(Session, Narrator, Requester, Device)).

                 /*******************************
                 *   Alternative and requests   *
                 *******************************/

%   satisfy_alternative(+Alternative, +Pool, +Context, -Bindings) is semidet.
%
%   Leaves the match applied with the devices, or everything as it was.

satisfy_alternative(alternative(Name, Priority, Requests), Pool, Context, Bindings) :-
    narrate(Context, alternative(Name, Priority, Requests)),
    satisfy_requests(Requests, Pool, Context, [], Journal, Bindings, Outcome),
    (   Outcome == satisfied
    ->  narrate(Context, alternative_outcome(Name, satisfied))
    ;   narrate(Context, alternative_outcome(Name, Outcome)),
        undo_all(Journal, Context),
        fail
    ).

%!  could_satisfy(+Requests, +Pool, +Context, -Bindings) is semidet.
%
%   Everything is as it was afterwards.

could_satisfy(Requests, Pool, Context, Bindings) :-
    satisfy_requests(Requests, Pool, Context, [], Journal, Bindings, Outcome),
    undo(Journal, Context),
    Outcome == satisfied.

%   satisfy_requests(+Requests, +Pool, +Context, +Journal0, -Journal, -Bindings, -Outcome) is det.
%
%   Outcome is `satisfied`, or failed(Request) with what was applied before
%   it still in Journal.

satisfy_requests([], _, _, Journal, Journal, [], satisfied).
satisfy_requests([Request|Requests], Pool, Context, Journal0, Journal, Bindings, Outcome) :-
    (   satisfy_request(Request, Pool, Context, Journal1, Bindings1)
    ->  append(Journal1, Journal0, Journal2),
        append(Bindings1, Bindings2, Bindings),
        with_touched(Pool, Bindings1, Pool1),
        satisfy_requests(Requests, Pool1, Context, Journal2, Journal, Bindings2, Outcome)
    ;   Request = request(Name, _),
        Journal = Journal0,
        Bindings = [],
        Outcome = failed(Name)
    ).

%!  satisfy_request(+Request, +Pool, +Context, -Journal, -Bindings) is semidet.
%
%   The first device of the pool on which all groups are satisfied.

satisfy_request(request(Name, Groups), Pool, Context, Journal, Bindings) :-
    narrate(Context, request(Name, Groups)),
    (   candidate(Pool, Groups, Context, Device, Trial),
        with_device(Context, Device, DeviceContext),
        narrate(DeviceContext, device),
        satisfy_groups(Groups, Name, DeviceContext, [], Journal, Bindings, Outcome),
        satisfied_or_undone(Outcome, Journal, Trial, DeviceContext)
    ->  narrate(DeviceContext, request_outcome(Name, satisfied))
    ;   narrate(Context, request_outcome(Name, failed)),
        fail
    ).

satisfied_or_undone(satisfied, _, _, _).
satisfied_or_undone(failed(Group), Journal, Trial, Context) :-
    narrate(Context, device_failed(Group)),
    undo_all(Journal, Context),
    tried_in_vain(Trial),
    fail.

undo_all([], _) :- !.
undo_all(Journal, Context) :-
    narrate(Context, undoing),
    undo(Journal, Context).

%   satisfy_groups(+Groups, +Request, +Context, +Journal0, -Journal, -Bindings, -Outcome) is det.
%
%   Each group is applied with the device at once: later ones see it.

satisfy_groups([], _, _, Journal, Journal, [], satisfied).
satisfy_groups([Group|Groups], Request, Context, Journal0, Journal, Bindings, Outcome) :-
    (   satisfied_group(Group, Context, DeviceGroup, Factor, DeviceEffects, RequesterEffects)
    ->  narrate(Context, applying_with_device(Group, DeviceGroup)),
        apply_with_device(DeviceEffects, Context, Journal1),
        append(Journal1, Journal0, Journal2),
        Context = context(_, _, _, Device),
        Bindings = [bound(Request, Group, Device, DeviceGroup, Factor,
                          DeviceEffects, RequesterEffects)|Bindings1],
        satisfy_groups(Groups, Request, Context, Journal2, Journal, Bindings1, Outcome)
    ;   Journal = Journal0,
        Bindings = [],
        Outcome = failed(Group)
    ).

%   satisfied_group(+Group, +Context, -DeviceGroup, -Factor, -DeviceEffects,
%                   -RequesterEffects) is semidet.

satisfied_group(Group, Context, DeviceGroup, Factor, DeviceEffects, RequesterEffects) :-
    remembered_group(Group, Context, DeviceGroup, Factor, DeviceEffects, RequesterEffects),
    !.
satisfied_group(Group, Context, DeviceGroup, Factor, DeviceEffects, RequesterEffects) :-
    warning_count(Since),
    satisfy_group(Group, Context, DeviceGroup, Match, Factor),
    match_effects(Match, DeviceEffects, RequesterEffects),
    remember_group(Group, Context, Since, DeviceGroup, Factor, DeviceEffects, RequesterEffects).

%!  satisfy_group(+Group, +Context, -DeviceGroup, -Match, -Factor) is semidet.
%
%   The first device group whose match factor reaches what the request group
%   accepts, and that matched anything at all.

satisfy_group(Group, Context, DeviceGroup, Match, Factor) :-
    Context = context(Session, _, participant(_, RequesterSpec), participant(_, DeviceSpec)),
    request_group(Session, RequesterSpec, Group, _, Accept, RequestTerms),
    narrate(Context, request_group(Group, Accept)),
    device_terms(Context, DeviceSpec, DeviceGroup, DeviceTerms),
    narrate(Context, device_group(DeviceGroup)),
    group_match(RequestTerms, DeviceTerms, Context, Match, Factor),
    (   Match \== [],
        Factor >= Accept
    ->  narrate(Context, group_outcome(accepted, Factor, Accept)),
        !
    ;   narrate(Context, group_outcome(refused, Factor, Accept)),
        fail
    ).

                 /*******************************
                 *           Giving up          *
                 *******************************/

%!  cancel_match(+Session, +Narrator, +Outlet) is det.
%
%   The outlet's match is given up; it becomes inactive.

cancel_match(Session, Narrator, Outlet) :-
    outlet_holding(Session, Outlet, Before),
    give_up(Session, Narrator, Outlet),
    set_outlet_status(Outlet, none, inactive),
    note_change(Session, Outlet, Before).

%   give_up(+Session, +Narrator, +Outlet) is det.
%
%   Group by group in the order of the match: with the device, then with the
%   requester.

give_up(Session, Narrator, Outlet) :-
    outlet(Session, Outlet, Key, Name),
    requester(Session, Key, Requester, Spec, _),
    outlet_status(Outlet, Active, _),
    narrate(Narrator, cancelling(Requester, Name, Active)),
    forall(match_transaction(Outlet, Transaction, effects(DeviceEffects, RequesterEffects)),
           ( Transaction = transaction(_, _, Group, Device, DeviceGroup, _),
             device(Session, Device, _, DeviceSpec, _),
             Context = context(Session, Narrator, participant(Key, Spec),
                               participant(Device, DeviceSpec)),
             narrate(Context, giving_up(Group, DeviceGroup)),
             remove_with_device(DeviceEffects, Context),
             remove_with_requester(RequesterEffects, Context)
           )),
    forget_transactions(Outlet),
    forget_entries(Outlet).
