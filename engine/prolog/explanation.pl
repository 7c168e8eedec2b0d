% SPDX-License-Identifier: Apache-2.0
:- module(explanation,
          [ explain/4                   % +Session, +Outlet, +Question, -Explanation
          ]).
:- use_module(library(lists), [member/2, memberchk/2, nth1/3]).
:- use_module(knowledge_base,
              [ requester/5,
                outlet/4,
                outlet_status/3,
                device_group/4
              ]).
:- use_module(group_match, [group_match/5]).
:- use_module(missing_terms, [most_reachable/3]).
:- use_module(trials, [holdings/3, asked_group/4]).
:- use_module(remedies, [verdict/2, remedy/3]).
:- use_module(named_changes, [named_changes/3]).

/** <module> Why not this one?

For each alternative of an outlet, whether the devices in question could
satisfy it, and if not, what is missing. Three worlds decide, each a little
kinder than the one before:

  - as it is now
  - with every registration unit of the devices free: the matches with them given up
  - and with every match condition open

The alternative that is active is `active`. One that fails in the last is `never`;
one that only the last satisfies is `not_allowed`; one that waits for units is
`not_now`; one that could be satisfied as it is now is `possible`.

What is missing is a remedy (remedies.pl) for the alternative as a whole, told group by
group: when all that is named for an alternative is done, the match process
satisfies it. How long a remedy is at most, see there.

A group whose terms together weigh less than it accepts is beyond the reach of
any device. The rest of its alternative is then explained without it.
*/

%!  explain(+Session, +Outlet, +Question, -Explanation) is det.
%
%   Outlet is an outlet's key. Question is question(Alternatives, Devices, Whole):
%   Alternatives as spec_outlet/4 has them, Devices as participant(Key, Spec) in
%   order of connection, Whole `all` where these are all there are, else `some`:
%   only of all of them one can say that the active alternative is satisfied.
%   Explanation is explanation(Verdict, Alternatives), the kindest verdict of
%
%     - alternative(Name, Verdict, Requests)
%     - request(Name, Verdict, Groups), Verdict that of the request alone
%     - group(Name, Device, DeviceGroup, Reached, Needed, Reach, Changes), Device
%       the key of the device that the remedy binds it to, `none` where there is
%       none; Reached as things are; Reach `within` or `beyond`
%
%   A change is one of
%
%     - absent(Path, Asked)
%     - other_value(Path, Asked, Had)
%     - unit_needed_twice(Path, Unit, RequestGroup), RequestGroup the one of the
%       same alternative that takes the unit first
%     - unit_taken(Path, Unit, Holders), Holders a list of outlet keys
%     - device_taken(Holders), matches that stand in the way other than by a unit
%       of what is matched
%     - condition_refuses(Path, Condition, Spec)
%
%   Path is a list of names, Asked and Had are texts.

explain(Session, Outlet, question(Alternatives, Devices, Whole),
        explanation(Verdict, Explained)) :-
    outlet(Session, Outlet, Key, _),
    requester(Session, Key, _, Spec, _),
    active_one(Whole, Outlet, Active),
    holdings(Session, Devices, Holdings),
    Case = case([], Devices, context(Session, silent, participant(Key, Spec), none), Holdings),
    explained(Alternatives, Active, Case, Explained),
    findall(Each, member(alternative(_, Each, _), Explained), Verdicts),
    kindest(Verdicts, Verdict).

active_one(all, Outlet, Active) :-
    outlet_status(Outlet, active(Active, _), _),
    !.
active_one(_, _, none).

explained([], _, _, []).
explained([alternative(Name, _, Requests)|Alternatives], Active, Case,
          [alternative(Name, Verdict, Explained)|Rest]) :-
    (   Name == Active
    ->  Verdict = active,
        Explained = []
    ;   explained_alternative(Requests, Case, Verdict, Explained)
    ),
    explained(Alternatives, Active, Case, Rest).

%   kindest(+Verdicts, -Verdict) is det.

kindest(Verdicts, Verdict) :-
    member(Verdict, [active, possible, not_now, not_allowed, never]),
    memberchk(Verdict, Verdicts),
    !.
kindest([], never).

%   explained_alternative(+Requests, +Case0, -Verdict, -Explained) is det.
%
%   Case0 is the case without its requests.

explained_alternative(Requests, case(_, Devices, Context, Holdings), Verdict, Explained) :-
    within_reach(Requests, Context, Reachable),
    Case = case(Reachable, Devices, Context, Holdings),
    (   Reachable \== [],
        verdict(Case, Verdict0),
        remedy(Case, Verdict0, Remedy)
    ->  true
    ;   Remedy = none
    ),
    (   Reachable == Requests,
        Remedy = remedy(Changes, Open, GivenUp, _)
    ->  remedied_verdict(Changes, Open, GivenUp, Verdict)
    ;   Verdict = never
    ),
    parts(Remedy, Case, Parts),
    explained_requests(Requests, Case, Parts, _, Explained).

%   parts(+Remedy, +Case, -Parts) is det.
%
%   Parts has part(Device, DeviceGroup, Changes) for each group within reach, in
%   written order; `none` where there is no remedy.

parts(none, _, none).
parts(remedy(Changes, Open, GivenUp, Bindings), Case, Parts) :-
    named_changes(remedy(Changes, Open, GivenUp, Bindings), Case, Named),
    findall(part(Device, DeviceGroup, Each),
            ( nth1(Position, Bindings, bound(_, _, Device, DeviceGroup, _, _, _)),
              nth1(Position, Named, Each)
            ),
            Parts).

%   The verdict is that of what helps, so the two never disagree.

remedied_verdict([_|_], _, _, never) :- !.
remedied_verdict([], [_|_], _, not_allowed) :- !.
remedied_verdict([], [], [_|_], not_now) :- !.
remedied_verdict([], [], [], possible).

%   within_reach(+Requests0, +Context, -Requests) is det.
%
%   Without the groups, and then the requests, that are beyond reach.

within_reach(Requests0, Context, Requests) :-
    findall(request(Name, Groups),
            ( member(request(Name, Groups0), Requests0),
              findall(Group,
                      ( member(Group, Groups0),
                        reach(Group, Context, within)
                      ),
                      Groups),
              Groups \== []
            ),
            Requests).

reach(Group, Context, Reach) :-
    asked_group(Group, Context, Accept, Terms),
    most_reachable(Terms, Most, Found),
    (   Found == found,
        Most >= Accept
    ->  Reach = within
    ;   Reach = beyond
    ).

                 /*******************************
                 *      Requests and groups     *
                 *******************************/

%   explained_requests(+Requests, +Case, +Parts0, -Parts, -Explained) is det.
%
%   Parts are those that are left of Parts0.

explained_requests([], _, Parts, Parts, []).
explained_requests([request(Name, Groups)|Requests], Case, Parts0, Parts,
                   [request(Name, Verdict, Explained)|Rest]) :-
    Case = case(_, Devices, Context, Holdings),
    verdict(case([request(Name, Groups)], Devices, Context, Holdings), Verdict),
    placed_groups(Groups, Context, Parts0, Parts1, Placed),
    device_of_request(Placed, Devices, Device),
    explained_groups(Placed, Device, Context, Explained),
    explained_requests(Requests, Case, Parts1, Parts, Rest).

%   placed_groups(+Groups, +Context, +Parts0, -Parts, -Placed) is det.
%
%   Placed are at(Group, Part), beyond(Group) or unbound(Group).

placed_groups([], _, Parts, Parts, []).
placed_groups([Group|Groups], Context, Parts0, Parts, [Placed|Rest]) :-
    reach(Group, Context, Reach),
    (   Reach == beyond
    ->  Placed = beyond(Group),
        Parts1 = Parts0
    ;   Parts0 = [Part|Parts1]
    ->  Placed = at(Group, Part)
    ;   Placed = unbound(Group),
        Parts1 = Parts0
    ),
    placed_groups(Groups, Context, Parts1, Parts, Rest).

device_of_request(Placed, Devices, Device) :-
    (   memberchk(at(_, part(Device0, _, _)), Placed)
    ->  Device = Device0
    ;   Devices = [Device|_]
    ->  true
    ;   Device = none
    ).

explained_groups([], _, _, []).
explained_groups([Placed|Rest], Device, Context, [Group|Groups]) :-
    explained_group(Placed, Device, Context, Group),
    explained_groups(Rest, Device, Context, Groups).

explained_group(at(Name, part(Device, DeviceGroup, Changes)), _, Context,
                group(Name, Key, DeviceGroup, Reached, Accept, within, Changes)) :-
    Device = participant(Key, _),
    asked_group(Name, Context, Accept, Terms),
    reached(Terms, Device, DeviceGroup, Context, Reached),
    !.
explained_group(beyond(Name), Device, Context,
                group(Name, Key, DeviceGroup, Reached, Accept, beyond, [])) :-
    asked_group(Name, Context, Accept, Terms),
    nearest_group(Terms, Device, Context, Key, DeviceGroup, Reached).
explained_group(unbound(Name), _, Context,
                group(Name, none, none, 0, Accept, within, [])) :-
    asked_group(Name, Context, Accept, _).

%   reached(+Terms, +Device, ?DeviceGroup, +Context, -Reached) is nondet.

reached(Terms, Device, DeviceGroup, context(Session, Narrator, Requester, _), Reached) :-
    Device = participant(_, Spec),
    device_group(Session, Spec, DeviceGroup, DeviceTerms),
    group_match(Terms, DeviceTerms, context(Session, Narrator, Requester, Device), _, Reached).

%   nearest_group(+Terms, +Device, +Context, -Key, -DeviceGroup, -Reached) is det.
%
%   The device group that reaches most, the first of equals.

nearest_group(Terms, Device, Context, Key, DeviceGroup, Reached) :-
    Device = participant(Key, _),
    findall(Less-Each,
            ( reached(Terms, Device, Each, Context, Most),
              Less is -Most
            ),
            Reaching0),
    keysort(Reaching0, [Least-DeviceGroup|_]),
    !,
    Reached is -Least.
nearest_group(_, participant(Key, _), _, Key, none, 0) :- !.
nearest_group(_, none, _, none, none, 0).
