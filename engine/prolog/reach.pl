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
    best_candidate(Term, DeviceTerms, Found0, Factor0),
    best_factor(Terms, DeviceTerms, Found1, Factor1),
    Found is Found0 + Found1,
    Factor is Factor0 + Factor1.

best_candidate(Term, DeviceTerms, Found, Factor) :-
    findall(Weight, candidate(Term, DeviceTerms, Weight), Weights),
    (   Weights == []
    ->  Found = 0,
        Factor = 0
    ;   Found = 1,
        greatest(Weights, 0, Factor)
    ).

greatest([], Greatest, Greatest).
greatest([Weight|Weights], Greatest0, Greatest) :-
    Greatest1 is max(Greatest0, Weight),
    greatest(Weights, Greatest1, Greatest).

candidate(branch(Name, _, wants(Accept, Own, _, _, _), Below), DeviceTerms, Weight) :-
    member(branch(Name, _, _, DeviceBelow), DeviceTerms),
    best_factor(Below, DeviceBelow, Found, Sum),
    Found > 0,
    ( Accept == any -> true ; Sum >= Accept ),
    Weight is Own + Sum.
candidate(leaf(Name, Asked, wants(Weight, _)), DeviceTerms, Weight) :-
    member(leaf(Name, Had, _), DeviceTerms),
    overlap(Asked, Had, _),
    !.

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
