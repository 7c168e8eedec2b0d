% SPDX-License-Identifier: Apache-2.0
:- module(reach,
          [ best_factor/4,              % +RequestTerms, +DeviceTerms, -Found, -Factor
            within_reach/3              % +Groups, +Context, +DeviceSpec
          ]).
:- use_module(library(lists), [member/2]).
:- use_module(knowledge_base, [request_group/6, device_group/4]).
:- use_module(values, [overlap/3]).

/** <module> The most that could be reached

What a request group and a device group can come to at best, whichever registration
units are available and whichever conditions hold. The walk takes the first
candidate that it can, and which that is depends on units and conditions: when a
unit is taken, it may take a later one that counts more. So the bound is over all
candidates, term by term, and the walk never comes to more.
*/

%!  best_factor(+RequestTerms, +DeviceTerms, -Found, -Factor) is det.
%
%   Found is the number of terms that correspond at best.

best_factor([], _, 0, 0).
best_factor([Term|Terms], DeviceTerms, Found, Factor) :-
    best_factor(Terms, DeviceTerms, Found0, Factor0),
    best_candidate(DeviceTerms, Term, none, Best),
    (   Best == none
    ->  Found = Found0,
        Factor = Factor0
    ;   Found is Found0 + 1,
        Factor is Factor0 + max(Best, 0)
    ).

%   best_candidate(+DeviceTerms, +Term, +Best0, -Best) is det.
%
%   Best is what the best of DeviceTerms counts, or Best0 where that is more; `none` is less
%   than anything.

best_candidate([], _, Best, Best).
best_candidate([DeviceTerm|DeviceTerms], Term, Best0, Best) :-
    (   candidate(Term, DeviceTerm, Weight)
    ->  greater(Best0, Weight, Best1),
        best_candidate(DeviceTerms, Term, Best1, Best)
    ;   best_candidate(DeviceTerms, Term, Best0, Best)
    ).

greater(none, Weight, Weight) :- !.
greater(Best, Weight, Greater) :-
    Greater is max(Best, Weight).

candidate(branch(Name, _, wants(Accept, Own, _, _, _), Below), branch(Name, _, _, DeviceBelow),
          Weight) :-
    best_factor(Below, DeviceBelow, Found, Sum),
    Found > 0,
    ( Accept == any -> true ; Sum >= Accept ),
    Weight is Own + Sum.
candidate(leaf(Name, Asked, wants(Weight, _)), leaf(Name, Had, _), Weight) :-
    overlap(Asked, Had, _).

%!  within_reach(+Groups, +Context, +DeviceSpec) is semidet.
%
%   Each of Groups could be satisfied by a device of DeviceSpec.

within_reach(Groups, context(Session, _, participant(_, RequesterSpec), _), DeviceSpec) :-
    \+ ( member(Group, Groups),
         request_group(Session, RequesterSpec, Group, _, Accept, RequestTerms),
         \+ ( device_group(Session, DeviceSpec, _, DeviceTerms),
              best_factor(RequestTerms, DeviceTerms, Found, Factor),
              Found > 0,
              Factor >= Accept
            )
       ).
