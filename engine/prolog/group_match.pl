% SPDX-License-Identifier: Apache-2.0
:- module(group_match,
          [ group_match/5               % +RequestTerms, +DeviceTerms, +Context, -Match, -Factor
          ]).
:- use_module(library(lists), [member/2]).
:- use_module(knowledge_base, [unit_taken/2]).
:- use_module(values, [overlap/3]).
:- use_module(conditions, [condition_holds/4]).
:- use_module(narration, [narrate/2]).

/** <module> The walk: what a request group and a device group have in common

This is the heart of the match process. The terms of a request group are
walked in the order they are written, one level at a time, against the
device group's terms of the same level under the same parent:

    module > category > subcategory > aspect

A term that finds nothing is skipped: it never fails the walk, it only adds
nothing to the factor. What is found is a match (see submatch.pl) and the sum
of the weights reached, the match factor.

The walk changes nothing. It reads which registration units are taken and,
through conditions, the states of the participants.

Trees, as loader.pl makes them:

    branch(Name, Tag, Notes, Below)
    leaf(Name, Value, Notes)

  - notes of a request's branch: wants(Accept, Weight, CodeInterfaces,
    Conditions, Adjustments), Accept a number or `any`
  - notes of a device's branch: has(Units, CodeInterfaces, Conditions,
    Adjustments)
  - notes of a request's leaf: wants(Weight, DataInterfaces)
  - notes of a device's leaf: has(States)
  - Tag is tag(Id, Level, Offset): the element's id (its name if it has none),
    its level, and where it stands in its file

Context is context(Session, Narrator, Requester, Device), the participants as
participant(Key, Spec).
*/

%!  group_match(+RequestTerms, +DeviceTerms, +Context, -Match, -Factor) is det.
%
%   Match is [] where the groups share nothing.

group_match(RequestTerms, DeviceTerms, Context, Match, Factor) :-
    walk(RequestTerms, DeviceTerms, Context, Match, Factor).

%   walk(+RequestTerms, +DeviceTerms, +Context, -Match, -Factor) is det.

walk([], _, _, [], 0).
walk([Term|Terms], DeviceTerms, Context, Match, Factor) :-
    (   corresponding(Term, DeviceTerms, Context, Found, Weight)
    ->  Match = [Found|Match1],
        walk(Terms, DeviceTerms, Context, Match1, Factor1),
        Factor is Weight + Factor1
    ;   walk(Terms, DeviceTerms, Context, Match, Factor)
    ).

%   corresponding(+RequestTerm, +DeviceTerms, +Context, -Found, -Weight) is semidet.
%
%   The first of DeviceTerms that RequestTerm can take; it is final.

corresponding(branch(Name, _, Wants, Below), DeviceTerms, Context,
              branch_match(Name, Wants, Has, SubMatch), Weight) :-
    member(branch(Name, Tag, Has, DeviceBelow), DeviceTerms),
    units_available(Has, Context),
    walk(Below, DeviceBelow, Context, SubMatch, Sum),
    SubMatch \== [],
    threshold_reached(Wants, Sum, Tag, Name, Context),
    device_conditions_hold(Has, SubMatch, Context),
    request_conditions_hold(Wants, SubMatch, Context),
    own_weight(Wants, Own),
    Weight is Own + Sum,
    narrate(Context, branch_matched(Tag, Name)),
    !.
corresponding(leaf(Name, Asked, Wants), DeviceTerms, Context,
              leaf_match(Name, Value, Wants, Has), Weight) :-
    member(leaf(Name, Had, Has), DeviceTerms),
    overlap(Asked, Had, Value),
    Wants = wants(Weight, _),
    narrate(Context, leaf_matched(Name, Value)),
    !.

own_weight(wants(_, Weight, _, _, _), Weight).

%   units_available(+Has, +Context) is semidet.
%
%   Every registration unit named on the device's branch is available.

units_available(has(Units, _, _, _), Context) :-
    all_available(Units, Context).

all_available([], _).
all_available([Unit|Units], Context) :-
    Context = context(_, _, _, participant(Device, _)),
    (   unit_taken(Device, Unit)
    ->  narrate(Context, unit_checked(Unit, unavailable)),
        fail
    ;   narrate(Context, unit_checked(Unit, available))
    ),
    all_available(Units, Context).

%   threshold_reached(+Wants, +Sum, +Tag, +Name, +Context) is semidet.
%
%   The sum of the weights reached below is at least what the branch accepts.

threshold_reached(wants(Accept, _, _, _, _), Sum, Tag, Name, Context) :-
    (   Accept == any
    ->  true
    ;   Sum >= Accept
    ->  narrate(Context, threshold(met, Sum, Accept, Tag, Name))
    ;   narrate(Context, threshold(missed, Sum, Accept, Tag, Name)),
        fail
    ).

device_conditions_hold(has(_, _, Conditions, _), SubMatch, Context) :-
    Context = context(_, _, _, Device),
    all_hold(Conditions, Device, SubMatch, Context).

request_conditions_hold(wants(_, _, _, Conditions, _), SubMatch, Context) :-
    Context = context(_, _, Requester, _),
    all_hold(Conditions, Requester, SubMatch, Context).

all_hold([], _, _, _).
all_hold([Condition|Conditions], Participant, SubMatch, Context) :-
    (   condition_holds(Condition, Participant, SubMatch, Context)
    ->  narrate(Context, condition(Condition, Participant, held))
    ;   narrate(Context, condition(Condition, Participant, refused)),
        fail
    ),
    all_hold(Conditions, Participant, SubMatch, Context).
