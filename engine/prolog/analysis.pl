% SPDX-License-Identifier: Apache-2.0
:- module(analysis,
          [ session_findings/2          % +Session, -Findings
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3]).
:- use_module(knowledge_base,
              [ session/4,
                spec/4,
                spec_unit/3,
                spec_adjusts/5,
                spec_body/6,
                device_group/4,
                spec_outlet/4,
                request_group/6,
                place/6
              ]).
:- use_module(bodies, [spec_mentions/3]).
:- use_module(reach, [best_factor/4]).

/** <module> What is suspicious in specs that are correct

Nothing here is an error: the specs can be run. But a threshold that no choice
of terms can reach, or a device that no request can ever get, is seldom meant.

All bounds are over everything that could ever be: every registration unit
available, every condition open, the best candidate of each term taken. So what
is called impossible here is impossible.
*/

%!  session_findings(+Session, -Findings) is det.
%
%   Findings are diagnostics (diagnostics.pl), all warnings.

session_findings(Session, Findings) :-
    findall(diagnostic(warning, Source, Offset, Path, Message),
            finding(Session, Source, Offset, Path, Message),
            Findings).

finding(Session, Source, Offset, [Name, Spec], unused(Kind, Name)) :-
    spec(Session, Spec, _, _),
    declared(Kind, Session, Spec, Name, Source, Offset),
    \+ used(Kind, Session, Spec, Name).
finding(Session, Source, Offset, Path, Message) :-
    request_group(Session, Spec, Group, _, Accept, Tree),
    place(Session, Spec, request_group, Group, Source, GroupOffset),
    request_finding(branch(Group, tag(Group, 0, GroupOffset), wants(Accept, 0, [], [], []), Tree),
                    [Spec], Offset, Path, Message).
finding(Session, Source, Offset, [Outlet, Spec], shadowed_alternative(Name, Other)) :-
    spec_outlet(Session, Spec, Outlet, Alternatives),
    place(Session, Spec, outlet, Outlet, Source, Offset),
    append(Before, [alternative(Name, _, Requests)|_], Alternatives),
    member(alternative(Other, _, OtherRequests), Before),
    asks_no_more(OtherRequests, Requests).
finding(Session, Source, Offset, Path, Message) :-
    device_group(Session, Spec, Group, Tree),
    place(Session, Spec, device_group, Group, Source, _),
    device_finding(Tree, [Group, Spec], Offset, Path, Message).
finding(Session, Source, Offset, [Spec], no_registration_unit) :-
    spec(Session, Spec, device, _),
    \+ spec_unit(Session, Spec, _),
    place(Session, Spec, device, Spec, Source, Offset).
finding(Session, Source, Offset, Path, Message) :-
    best_factors(Session, Best),
    Best \== [],
    pairing_finding(Session, Best, Source, Offset, Path, Message).

                 /*******************************
                 *       Unused declarations    *
                 *******************************/

declared(Kind, Session, Spec, Name, Source, Offset) :-
    place(Session, Spec, Kind, Name, Source, Offset),
    memberchk(Kind, [registration_unit, code_interface, state, composite_request, request,
                     request_group]).
declared(Kind, Session, Spec, Name, Source, Offset) :-
    member(Kind, [condition, adjustment]),
    findall(Name, spec_body(Session, Spec, Kind, Name, _, _), Names0),
    sort(Names0, Names),
    member(Name, Names),
    once(spec_body(Session, Spec, Kind, Name, Source, Offset)).

%   used(+Kind, +Session, +Spec, +Name) is semidet.

used(registration_unit, Session, Spec, Name) :-
    device_branch(Session, Spec, has(Units, _, _, _)),
    memberchk(Name, Units),
    !.
used(code_interface, Session, Spec, Name) :-
    device_branch(Session, Spec, has(_, Interfaces, _, _)),
    memberchk(Name, Interfaces),
    !.
used(state, Session, Spec, Name) :-
    (   device_group(Session, Spec, _, Tree),
        node_of(Tree, leaf(_, _, has(States))),
        memberchk(Name, States)
    ;   spec_adjusts(Session, Spec, _, _, Name)
    ;   session(Session, _, _, Home),
        spec_mentions(Home, Spec, Name)
    ),
    !.
used(condition, Session, Spec, Name) :-
    (   device_branch(Session, Spec, has(_, _, Conditions, _))
    ;   request_branch(Session, Spec, wants(_, _, _, Conditions, _))
    ),
    memberchk(Name, Conditions),
    !.
used(adjustment, Session, Spec, Name) :-
    (   device_branch(Session, Spec, has(_, _, _, Adjustments))
    ;   request_branch(Session, Spec, wants(_, _, _, _, Adjustments))
    ),
    memberchk(Name, Adjustments),
    !.
used(composite_request, Session, Spec, Name) :-
    spec_outlet(Session, Spec, _, Alternatives),
    memberchk(alternative(Name, _, _), Alternatives),
    !.
used(request, Session, Spec, Name) :-
    asked(Session, Spec, Name, _),
    !.
used(request_group, Session, Spec, Name) :-
    asked(Session, Spec, _, Groups),
    memberchk(Name, Groups),
    !.

device_branch(Session, Spec, Has) :-
    device_group(Session, Spec, _, Tree),
    node_of(Tree, branch(_, _, Has, _)).

request_branch(Session, Spec, Wants) :-
    request_group(Session, Spec, _, _, _, Tree),
    node_of(Tree, branch(_, _, Wants, _)).

%   node_of(+Tree, ?Node) is nondet.

node_of(Tree, Node) :-
    member(Each, Tree),
    (   Node = Each
    ;   Each = branch(_, _, _, Below),
        node_of(Below, Node)
    ).

%   asked(+Session, +Spec, -Request, -Groups) is nondet.
%
%   An outlet has an alternative with Request, which asks for Groups.

asked(Session, Spec, Request, Groups) :-
    spec_outlet(Session, Spec, _, Alternatives),
    member(alternative(_, _, Requests), Alternatives),
    member(request(Request, Groups), Requests).

                 /*******************************
                 *        Requests alone        *
                 *******************************/

%   request_finding(+Branch, +Above, -Offset, -Path, -Message) is nondet.

request_finding(Branch, Above, Offset, [Id|Above], Message) :-
    Branch = branch(_, tag(Id, Level, Offset), wants(Accept, _, _, _, _), Below),
    (   Accept \== any,
        all_weights(Below, Most),
        Most < Accept,
        Message = unreachable(Accept, Most)
    ;   Level > 0,
        \+ node_of(Below, leaf(_, _, _)),
        Message = nothing_below(Id)
    ).
request_finding(branch(_, tag(Id, _, Offset), _, Below), Above, Offset, [Name, Id|Above],
                shadowed_value(Name)) :-
    member(leaf(Name, value(Space, _, points(Points)), _), Below),
    Space \== term,
    repeats(Points).
request_finding(branch(_, tag(Id, _, _), _, Below), Above, Offset, Path, Message) :-
    member(Branch, Below),
    Branch = branch(_, _, _, _),
    request_finding(Branch, [Id|Above], Offset, Path, Message).

all_weights([], 0).
all_weights([Node|Nodes], Sum) :-
    (   Node = leaf(_, _, wants(Weight, _))
    ->  true
    ;   Node = branch(_, _, wants(_, Own, _, _, _), Below),
        all_weights(Below, Sum0),
        Weight is Own + Sum0
    ),
    all_weights(Nodes, Sum1),
    Sum is Weight + Sum1.

repeats(Points) :-
    append(_, [Point|Later], Points),
    memberchk(Point, Later),
    !.

%   asks_no_more(+Requests1, +Requests2) is semidet.
%
%   Requests1 are the first of Requests2: whenever the second list can be
%   satisfied, so can the first, since requests are taken in order.

asks_no_more([], _).
asks_no_more([request(_, Groups)|Requests1], [request(_, Groups)|Requests2]) :-
    asks_no_more(Requests1, Requests2).

                 /*******************************
                 *        Devices alone         *
                 *******************************/

%   device_finding(+Tree, +Above, -Offset, -Path, -Message) is nondet.

device_finding(Tree, Above, Offset, Path, Message) :-
    member(branch(_, tag(Id, _, BranchOffset), _, Below), Tree),
    (   append(Before, [leaf(Name, Value, _)|_], Below),
        memberchk(leaf(Name, Value, _), Before),
        Offset = BranchOffset,
        Path = [Name, Id|Above],
        Message = shadowed_leaf(Name)
    ;   member(leaf(Name, value(Space, _, points(Points)), _), Below),
        Space \== term,
        repeats(Points),
        Offset = BranchOffset,
        Path = [Name, Id|Above],
        Message = shadowed_value(Name)
    ;   device_finding(Below, [Id|Above], Offset, Path, Message)
    ).

                 /*******************************
                 *      Requests and devices    *
                 *******************************/

%   best_factors(+Session, -Best) is det.
%
%   Best has best(Requester, Group, Accept, Device, DeviceGroup, Factor) for
%   each request group that an outlet asks for and each device group that
%   shares a term with it: the most that could be reached.

best_factors(Session, Best) :-
    findall(Requester-Group,
            ( spec(Session, Requester, requester, _),
              asked(Session, Requester, _, Groups),
              member(Group, Groups)
            ),
            Asked0),
    sort(Asked0, Asked),
    findall(best(Requester, Group, Accept, Device, DeviceGroup, Factor),
            ( member(Requester-Group, Asked),
              request_group(Session, Requester, Group, _, Accept, RequestTerms),
              device_group(Session, Device, DeviceGroup, DeviceTerms),
              best_factor(RequestTerms, DeviceTerms, Found, Factor),
              Found > 0
            ),
            Best).

%   greatest(+Numbers, -Greatest) is det.

greatest([Number|Numbers], Greatest) :-
    greatest_of(Numbers, Number, Greatest).

greatest_of([], Greatest, Greatest).
greatest_of([Weight|Weights], Greatest0, Greatest) :-
    Greatest1 is max(Greatest0, Weight),
    greatest_of(Weights, Greatest1, Greatest).

%   pairing_finding(+Session, +Best, -Source, -Offset, -Path, -Message) is nondet.

pairing_finding(Session, Best, Source, Offset, [Group, Requester],
                group_matches_no_device(Accept, Factor)) :-
    once(spec(Session, _, device, _)),
    findall(Requester-Group, member(best(Requester, Group, _, _, _, _), Best), Groups0),
    sort(Groups0, Groups),
    member(Requester-Group, Groups),
    findall(Factor0, member(best(Requester, Group, _, _, _, Factor0), Best), Factors),
    greatest(Factors, Factor),
    request_group(Session, Requester, Group, _, Accept, Tree),
    Factor < Accept,
    all_weights(Tree, Most),
    Most >= Accept,
    place(Session, Requester, request_group, Group, Source, Offset).
pairing_finding(Session, Best, Source, Offset, [Device], device_never_matched(Nearest)) :-
    spec(Session, Device, device, _),
    once(spec_unit(Session, Device, _)),
    \+ accepted_group(Best, Device, _),
    place(Session, Device, device, Device, Source, Offset),
    nearest_match(Device, Best, Nearest).
pairing_finding(Session, Best, Source, Offset, [Device], nobody_asks_for(Groups)) :-
    spec(Session, Device, device, _),
    once(accepted_group(Best, Device, _)),
    findall(Group,
            ( device_group(Session, Device, Group, _),
              \+ accepted_group(Best, Device, Group)
            ),
            Groups),
    Groups \== [],
    place(Session, Device, device, Device, Source, Offset).

accepted_group(Best, Device, Group) :-
    member(best(_, _, Accept, Device, Group, Factor), Best),
    Factor >= Accept.

nearest_match(Device, Best, Nearest) :-
    findall(Missing-nearest(Requester, Group, DeviceGroup, Factor, Accept),
            ( member(best(Requester, Group, Accept, Device, DeviceGroup, Factor), Best),
              Missing is Accept - Factor
            ),
            Misses),
    (   Misses == []
    ->  Nearest = none
    ;   least_missing(Misses, Nearest)
    ).

least_missing([Missing-Nearest|Misses], Least) :-
    least_missing(Misses, Missing, Nearest, Least).

least_missing([], _, Least, Least).
least_missing([Missing-Nearest|Misses], Missing0, Nearest0, Least) :-
    (   Missing < Missing0
    ->  least_missing(Misses, Missing, Nearest, Least)
    ;   least_missing(Misses, Missing0, Nearest0, Least)
    ).
