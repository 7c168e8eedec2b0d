% SPDX-License-Identifier: Apache-2.0
:- module(explanation,
          [ explain/4                   % +Session, +Outlet, +Question, -Explanation
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/2, append/3]).
:- use_module(library(apply), [foldl/4]).
:- use_module(library(sort), [predsort/3]).
:- use_module(knowledge_base,
              [ requester/5,
                outlet/4,
                outlet_status/3,
                unit_taken/2,
                take_unit/2,
                free_unit/2,
                request_group/6,
                device_group/4,
                match_transaction/3,
                open_conditions/1,
                close_conditions/1
              ]).
:- use_module(selection, [could_satisfy/3]).
:- use_module(group_match, [group_match/5]).
:- use_module(conditions, [condition_holds/4]).
:- use_module(values, [overlap/3]).
:- use_module(value_writer, [value_text/2]).

/** <module> Why not this one?

For each alternative of an outlet, whether the devices in question could
satisfy it, and if not, what is missing. Three worlds decide, each a little
kinder than the one before:

  - as it is now
  - with every registration unit of the devices free
  - and with every match condition open

The alternative that is active is `active`. One that fails in the last is `never`; one that only the last
satisfies is `not_allowed`; one that waits for units is `not_now`; one that
could be satisfied as it is now is `possible`.

The process itself is run in each world, without a narrator, and undone: what
it finds there is what it would find.

The gap of a request group is closed by changes: a term to be added or changed,
a condition to hold, a unit to be freed. Those with the fewest terms are looked
for, then with the fewest conditions, then with the fewest units, over all
choices of device groups and elements, exactly.
*/

%!  explain(+Session, +Outlet, +Question, -Explanation) is det.
%
%   Outlet is an outlet's key. Question is question(Alternatives, Devices, Whole):
%   Alternatives as spec_outlet/4 has them, Devices as participant(Key, Spec) in
%   order of connection, Whole `all` where these are all there are, else `some`:
%   only of all of them one can say that the active alternative is satisfied. Explanation is explanation(Verdict, Alternatives), the
%   kindest verdict of
%
%     - alternative(Name, Verdict, Requests)
%     - request(Name, Verdict, Groups)
%     - group(Name, Device, DeviceGroup, Reached, Needed, Changes), Device the key
%       of the device that needs the fewest changes, `none` where there is none
%
%   A change is one of
%
%     - absent(Path, Asked)
%     - other_value(Path, Asked, Had)
%     - unit_taken(Path, Unit, Holders), Holders a list of outlet keys
%     - condition_refuses(Path, Condition, Spec)
%
%   Path is a list of names, Asked and Had are texts.

explain(Session, Outlet, question(Alternatives, Devices, Whole),
        explanation(Verdict, Explained)) :-
    outlet(Session, Outlet, Key, _),
    requester(Session, Key, _, Spec, _),
    active_one(Whole, Outlet, Active),
    Context = context(Session, silent, participant(Key, Spec), none),
    explained(Alternatives, Active, Devices, Context, Explained),
    findall(Each, member(alternative(_, Each, _), Explained), Verdicts),
    kindest(Verdicts, Verdict).

active_one(all, Outlet, Active) :-
    outlet_status(Outlet, active(Active, _), _),
    !.
active_one(_, _, none).

explained([], _, _, _, []).
explained([alternative(Name, _, Requests)|Alternatives], Active, Devices, Context,
          [alternative(Name, Verdict, Explained)|Rest]) :-
    (   Name == Active
    ->  Verdict = active,
        Explained = []
    ;   verdict(Requests, Devices, Context, Verdict),
        explained_requests(Requests, Devices, Context, Explained)
    ),
    explained(Alternatives, Active, Devices, Context, Rest).

explained_requests([], _, _, []).
explained_requests([Request|Requests], Devices, Context,
                   [request(Name, Verdict, Groups)|Explained]) :-
    Request = request(Name, GroupNames),
    verdict([Request], Devices, Context, Verdict),
    nearest_device(Devices, GroupNames, Context, Groups),
    explained_requests(Requests, Devices, Context, Explained).

%   kindest(+Verdicts, -Verdict) is det.

kindest(Verdicts, Verdict) :-
    member(Verdict, [active, possible, not_now, not_allowed, never]),
    memberchk(Verdict, Verdicts),
    !.
kindest([], never).

                 /*******************************
                 *         Three worlds         *
                 *******************************/

%   verdict(+Requests, +Devices, +Context, -Verdict) is det.

verdict(Requests, Devices, Context, Verdict) :-
    (   could_satisfy(Requests, Devices, Context)
    ->  Verdict = possible
    ;   with_units_free(Devices, could_satisfy(Requests, Devices, Context))
    ->  Verdict = not_now
    ;   with_conditions_open(Context,
                             with_units_free(Devices, could_satisfy(Requests, Devices, Context)))
    ->  Verdict = not_allowed
    ;   Verdict = never
    ).

:- meta_predicate
    with_units_free(+, 0),
    with_conditions_open(+, 0).

with_units_free(Devices, Goal) :-
    findall(Key-Unit, ( member(participant(Key, _), Devices), unit_taken(Key, Unit) ), Taken),
    setup_call_cleanup(
        forall(member(Key-Unit, Taken), free_unit(Key, Unit)),
        once(Goal),
        forall(member(Key-Unit, Taken), take_unit(Key, Unit))).

with_conditions_open(context(Session, _, _, _), Goal) :-
    setup_call_cleanup(
        open_conditions(Session),
        once(Goal),
        close_conditions(Session)).

                 /*******************************
                 *        The nearest miss      *
                 *******************************/

%   nearest_device(+Devices, +GroupNames, +Context, -Groups) is det.
%
%   The device on which the groups together need the fewest changes, the first
%   of equals.

nearest_device([], GroupNames, Context, Groups) :-
    !,
    findall(group(Name, none, none, 0, Accept, []),
            ( member(Name, GroupNames),
              asked_group(Name, Context, Accept, _)
            ),
            Groups).
nearest_device([Device|Devices], GroupNames, Context, Groups) :-
    groups_on(GroupNames, Device, Context, Cost, Groups0),
    nearest_device(Devices, GroupNames, Context, Cost, Groups0, Groups).

nearest_device([], _, _, _, Groups, Groups).
nearest_device([Device|Devices], GroupNames, Context, Cost0, Groups0, Groups) :-
    groups_on(GroupNames, Device, Context, Cost1, Groups1),
    (   Cost1 < Cost0
    ->  nearest_device(Devices, GroupNames, Context, Cost1, Groups1, Groups)
    ;   nearest_device(Devices, GroupNames, Context, Cost0, Groups0, Groups)
    ).

asked_group(Name, context(Session, _, participant(_, Spec), _), Accept, Terms) :-
    request_group(Session, Spec, Name, _, Accept, Terms).

groups_on([], _, _, 0, []).
groups_on([Name|Names], Device, Context, Cost, [Group|Groups]) :-
    group_on(Name, Device, Context, Cost0, Group),
    groups_on(Names, Device, Context, Cost1, Groups),
    Cost is Cost0 + Cost1.

%   group_on(+Name, +Device, +Context, -Cost, -Group) is det.
%
%   The device group that needs the fewest changes; among equals the one that
%   reaches most now, and then the first. Nothing can be changed where even all
%   terms together are too little for what the group accepts.

group_on(Name, Device, Context0, Cost, Group) :-
    Context0 = context(Session, Narrator, Requester, _),
    Context = context(Session, Narrator, Requester, Device),
    Device = participant(Key, Spec),
    asked_group(Name, Context0, Accept, Terms),
    findall(gap(Cost1, Less, DeviceGroup, Reached, Changes),
            ( device_group(Session, Spec, DeviceGroup, DeviceTerms),
              group_match(Terms, DeviceTerms, Context, _, Reached),
              Less is -Reached,
              gap(Terms, DeviceTerms, Accept, Context, Cost1, Changes)
            ),
            Gaps),
    (   smallest(Gaps, gap(Cost, _, DeviceGroup, Reached, Changes))
    ->  Group = group(Name, Key, DeviceGroup, Reached, Accept, Changes)
    ;   out_of_reach(Cost),
        Group = group(Name, Key, none, 0, Accept, [])
    ).

%   More than any changes cost.

out_of_reach(1000000000000000000).

smallest([Gap|Gaps], Smallest) :-
    foldl(smaller, Gaps, Gap, Smallest).

smaller(Gap, Least, Smaller) :-
    Gap = gap(Cost, Less, _, _, _),
    Least = gap(LeastCost, LeastLess, _, _, _),
    (   ( Cost < LeastCost ; Cost =:= LeastCost, Less < LeastLess )
    ->  Smaller = Gap
    ;   Smaller = Least
    ).

%   gap(+Terms, +DeviceTerms, +Accept, +Context, -Cost, -Changes) is det.

gap(Terms, DeviceTerms, Accept, Context, Cost, Changes) :-
    options(Terms, DeviceTerms, [], Context, Options),
    (   member(option(Cost0, Weight, found, Changes0), Options),
        Weight >= Accept
    ->  Cost = Cost0,
        Changes = Changes0
    ;   out_of_reach(Cost),
        Changes = []
    ).

%   options(+Terms, +DeviceTerms, +Path, +Context, -Options) is det.
%
%   What a level can come to: option(Cost, Weight, Found, Changes), Cost that of
%   Changes (cost/2), ascending, each with the greatest Weight for its cost.
%   Found is `found`, or `nothing` where no term would be matched.

options(Terms, DeviceTerms, Path, Context, Options) :-
    foldl(joined(DeviceTerms, Path, Context), Terms, [option(0, 0, nothing, [])], Options).

joined(DeviceTerms, Path, Context, Term, Options0, Options) :-
    term_options(Term, DeviceTerms, Path, Context, TermOptions),
    findall(option(Cost, Weight, Found, Changes),
            ( member(option(Cost1, Weight1, Found1, Changes1), Options0),
              member(option(Cost2, Weight2, Found2, Changes2), TermOptions),
              Cost is Cost1 + Cost2,
              Weight is Weight1 + Weight2,
              either(Found1, Found2, Found),
              append(Changes1, Changes2, Changes)
            ),
            All),
    worthwhile(All, Options).

either(nothing, nothing, nothing) :- !.
either(_, _, found).

%   cost(+Changes, -Cost) is det.
%
%   One term outweighs all conditions, one condition all units.

cost([], 0).
cost([Change|Changes], Cost) :-
    functor(Change, Cause, _),
    cause_cost(Cause, Cost0),
    cost(Changes, Cost1),
    Cost is Cost0 + Cost1.

cause_cost(unit_taken, 1).
cause_cost(condition_refuses, 1000000).
cause_cost(absent, 1000000000000).
cause_cost(other_value, 1000000000000).

%   worthwhile(+Options0, -Options) is det.
%
%   Leaves out what costs no less than another that weighs as much.

worthwhile(Options0, Options) :-
    findall(key(Cost, Less, Found)-option(Cost, Weight, Found, Changes),
            ( member(option(Cost, Weight, Found, Changes), Options0),
              Less is -Weight
            ),
            Keyed),
    sort_options(Keyed, Sorted),
    climbing(Sorted, none, none, Options).

%   Equal options are one: predsort/3 keeps the first.

sort_options(Keyed, Sorted) :-
    predsort(cheaper, Keyed, Sorted).

cheaper(Order, key(Cost1, Less1, Found1)-_, key(Cost2, Less2, Found2)-_) :-
    (   Cost1 =\= Cost2
    ->  by_number(Cost1, Cost2, Order)
    ;   Less1 =\= Less2
    ->  by_number(Less1, Less2, Order)
    ;   compare(Order, Found1, Found2)
    ).

by_number(X, Y, Order) :-
    (   X < Y
    ->  Order = (<)
    ;   Order = (>)
    ).

%   climbing(+Sorted, +BestFound, +BestNothing, -Options): an option is kept
%   where it weighs more than all that are cheaper.

climbing([], _, _, []).
climbing([_-Option|Keyed], Found0, Nothing0, Options) :-
    Option = option(_, Weight, Found, _),
    (   Found == found
    ->  Best = Found0,
        Found1 = Weight,
        Nothing1 = Nothing0
    ;   Best = Nothing0,
        Found1 = Found0,
        Nothing1 = Weight
    ),
    (   ( Best == none ; Weight > Best )
    ->  Options = [Option|Options1],
        climbing(Keyed, Found1, Nothing1, Options1)
    ;   climbing(Keyed, Found0, Nothing0, Options)
    ).

%   term_options(+Term, +DeviceTerms, +Path, +Context, -Options) is det.

term_options(leaf(Name, Asked, wants(Weight, _)), DeviceTerms, Path, _, Options) :-
    (   member(leaf(Name, Had, _), DeviceTerms),
        overlap(Asked, Had, _)
    ->  Options = [option(0, Weight, found, [])]
    ;   leaf_change(Name, Asked, DeviceTerms, Path, Change),
        Options = [option(0, 0, nothing, []), option(Cost, Weight, found, [Change])],
        cost([Change], Cost)
    ).
term_options(branch(Name, _, Wants, Below), DeviceTerms, Path, Context, Options) :-
    findall(Candidate, candidate_options(Name, Wants, Below, DeviceTerms, Path, Context, Candidate),
            Candidates),
    append(Candidates, Taken),
    worthwhile([option(0, 0, nothing, [])|Taken], Options).

leaf_change(Name, Asked, DeviceTerms, Path0, Change) :-
    append(Path0, [Name], Path),
    asked_text(Asked, AskedText),
    (   member(leaf(Name, Had, _), DeviceTerms)
    ->  value_text(Had, HadText),
        Change = other_value(Path, AskedText, HadText)
    ;   Change = absent(Path, AskedText)
    ).

asked_text(any, "any") :- !.
asked_text(Asked, Text) :-
    value_text(Asked, Text).

%   candidate_options(+Name, +Wants, +Below, +DeviceTerms, +Path, +Context, -Options) is nondet.
%
%   For each branch of the device that could be taken, and for one that the
%   device does not have yet.

candidate_options(Name, Wants, Below, DeviceTerms, Path0, Context, Options) :-
    member(branch(Name, tag(Id, _, _), Has, DeviceBelow), DeviceTerms),
    append(Path0, [Id], Path),
    in_the_way(Has, Wants, Below, DeviceBelow, Path, Context, Changes),
    branch_options(Wants, Below, DeviceBelow, Path, Context, Changes, Options).
candidate_options(Name, Wants, Below, DeviceTerms, Path0, Context, Options) :-
    \+ memberchk(branch(Name, _, _, _), DeviceTerms),
    append(Path0, [Name], Path),
    branch_options(Wants, Below, [], Path, Context, [], Options).

branch_options(wants(Accept, Own, _, _, _), Below, DeviceBelow, Path, Context, Changes0,
               Options) :-
    options(Below, DeviceBelow, Path, Context, BelowOptions),
    cost(Changes0, Cost0),
    findall(option(Cost, Weight, found, Changes),
            ( member(option(Cost1, Sum, found, Changes1), BelowOptions),
              ( Accept == any -> true ; Sum >= Accept ),
              Cost is Cost0 + Cost1,
              Weight is Own + Sum,
              append(Changes0, Changes1, Changes)
            ),
            Options).

%   in_the_way(+Has, +Wants, +Below, +DeviceBelow, +Path, +Context, -Changes) is det.
%
%   Units that are taken, and conditions that refuse what can be matched now.

in_the_way(has(Units, _, DeviceConditions, _), wants(_, _, _, RequestConditions, _), Below,
           DeviceBelow, Path, Context, Changes) :-
    Context = context(_, _, Requester, Device),
    Device = participant(Key, _),
    findall(unit_taken(Path, Unit, Holders),
            ( member(Unit, Units),
              unit_taken(Key, Unit),
              holders(Key, Unit, Holders)
            ),
            Taken),
    group_match(Below, DeviceBelow, Context, SubMatch, _),
    (   SubMatch == []
    ->  Refusing = []
    ;   findall(condition_refuses(Path, Condition, Spec),
                ( member(Participant-Conditions,
                         [Device-DeviceConditions, Requester-RequestConditions]),
                  Participant = participant(_, Spec),
                  member(Condition, Conditions),
                  \+ condition_holds(Condition, Participant, SubMatch, Context)
                ),
                Refusing)
    ),
    append(Taken, Refusing, Changes).

%   holders(+DeviceKey, +Unit, -Outlets) is det.

holders(Device, Unit, Outlets) :-
    findall(Outlet,
            ( match_transaction(Outlet, transaction(_, _, _, Device, _, _), effects(Effects, _)),
              memberchk(take(Unit), Effects)
            ),
            Outlets0),
    sort(Outlets0, Outlets).
