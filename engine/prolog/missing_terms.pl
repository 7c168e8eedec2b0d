% SPDX-License-Identifier: Apache-2.0
:- module(missing_terms,
          [ group_ways/7,               % +RequestTerms, +DeviceTerms, +Accept, +Most, +Place, +Context, -Ways
            all_missing/4,              % +RequestTerms, +DeviceTerms, +Place, -Changes
            all_spares/3,               % +DeviceTerms, +Place, -Changes
            most_reachable/3            % +RequestTerms, -Most, -Found
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3, reverse/2]).
:- use_module(library(apply), [foldl/4, exclude/3]).
:- use_module(library(ordsets), [ord_union/3, ord_subset/2, ord_add_element/3]).
:- use_module(knowledge_base, [unit_taken/2]).
:- use_module(values, [overlap/3]).
:- use_module(suppositions, [label/4]).

/** <module> Which terms a device group is short of

Works out what changes of a device group (suppositions.pl) make the walk of
group_match.pl reach what a request group accepts, where every match condition
holds. As in the walk, a branch is matched with the first candidate that can be
taken: a later one counts only where those before it are not taken as they are.

A level of terms can come to several ends:

    way(Cost, Weight, Found, Changes, Units)

  - Cost is the number of Changes, an ordered set
  - Weight is the sum of the weights reached
  - Found is `found`, or `nothing` where no term is matched
  - Units, an ordered set, are taken by the elements that are matched

Only one of them costs nothing: what the walk finds as things are.
*/

%!  group_ways(+RequestTerms, +DeviceTerms, +Accept, +Most, +Place, +Context, -Ways) is det.
%
%   Ways to reach Accept with at most Most changes, the cheapest first. Place is
%   place(Spec, DeviceGroup, []), Context has the device whose units count.

group_ways(Terms, DeviceTerms, Accept, Most, Place, context(_, _, _, participant(Key, _)),
           Ways) :-
    Place = place(Spec, Group, []),
    level_ways(Terms, DeviceTerms, here(Key, Spec, Group, [], Most), Ways0),
    findall(Way,
            ( member(Way, Ways0),
              Way = way(_, Weight, found, _, _),
              Weight >= Accept
            ),
            Ways).

%   level_ways(+Terms, +DeviceTerms, +Here, -Ways) is det.
%
%   Here is here(DeviceKey, Spec, DeviceGroup, StepsBackwards, Most).

level_ways(Terms, DeviceTerms, Here, Ways) :-
    foldl(joined(DeviceTerms, Here), Terms, [way(0, 0, nothing, [], [])], Ways).

joined(DeviceTerms, Here, Term, Ways0, Ways) :-
    term_ways(Term, DeviceTerms, Here, TermWays),
    findall(Way,
            ( member(Way0, Ways0),
              member(Way1, TermWays),
              both(Way0, Way1, Here, Way)
            ),
            All),
    worthwhile(All, Ways).

both(way(_, Weight0, Found0, Changes0, Units0), way(_, Weight1, Found1, Changes1, Units1),
     here(_, _, _, _, Most), way(Cost, Weight, Found, Changes, Units)) :-
    foldl(with_change, Changes1, Changes0, Changes),
    length(Changes, Cost),
    Cost =< Most,
    Weight is Weight0 + Weight1,
    either(Found0, Found1, Found),
    ord_union(Units0, Units1, Units).

either(nothing, nothing, nothing) :- !.
either(_, _, found).

%   with_change(+Change, +Changes0, -Changes) is det.
%
%   One leaf serves two terms that ask for the same aspect of the same place where what
%   they ask for has something in common.

with_change(Change, Changes0, Changes) :-
    (   member(Other, Changes0),
        serves(Other, Change)
    ->  Changes = Changes0
    ;   exclude(serves(Change), Changes0, Changes1),
        ord_add_element(Changes1, Change, Changes)
    ).

serves(leaf(Place, Name, Value), leaf(Place, Name, Asked)) :-
    !,
    (   Value == Asked
    ->  true
    ;   Value \== any,
        overlap(Asked, Value, _)
    ).
serves(Change, Change).

                 /*******************************
                 *             Terms            *
                 *******************************/

%   term_ways(+Term, +DeviceTerms, +Here, -Ways) is det.

term_ways(leaf(Name, Asked, wants(Weight, _)), DeviceTerms, Here, Ways) :-
    (   corresponding_leaf(Name, Asked, DeviceTerms)
    ->  Ways = [way(0, Weight, found, [], [])]
    ;   place_here(Here, Place),
        Ways = [ way(0, 0, nothing, [], []),
                 way(1, Weight, found, [leaf(Place, Name, Asked)], [])
               ]
    ).
term_ways(branch(Name, _, Wants, Below), DeviceTerms, Here, Ways) :-
    branch_ways(DeviceTerms, 1, branch(Name, Wants, Below), Here, Ways0),
    worthwhile(Ways0, Ways).

corresponding_leaf(Name, Asked, DeviceTerms) :-
    member(leaf(Name, Had, _), DeviceTerms),
    overlap(Asked, Had, _),
    !.

place_here(here(_, Spec, Group, Backwards, _), place(Spec, Group, Steps)) :-
    reverse(Backwards, Steps).

%   branch_ways(+DeviceTerms, +Number, +Branch, +Here, -Ways) is det.
%
%   DeviceTerms are those that are left of their level, Number counts the
%   candidates. Where none is taken, one may be added behind them.

branch_ways([], Number, Branch, Here, [way(0, 0, nothing, [], [])|Ways]) :-
    Branch = branch(Name, _, _),
    label(Name, Name, Number, Label),
    inside(step(Name, Number, Label), Here, Inside),
    candidate_ways(Branch, [], Inside, [], [], Ways).
branch_ways([Term|Terms], Number, Branch, Here, Ways) :-
    (   Branch = branch(Name, _, _),
        Term = branch(Name, tag(Id, _, _), has(Units0, _, _, _), Below)
    ->  label(Name, Id, Number, Label),
        inside(step(Name, Number, Label), Here, Inside),
        sort(Units0, Units),
        spares(Units, Inside, Spares),
        candidate_ways(Branch, Below, Inside, Spares, Units, Ways0),
        (   memberchk(way(0, _, _, _, _), Ways0)
        ->  Ways = Ways0
        ;   Next is Number + 1,
            branch_ways(Terms, Next, Branch, Here, Ways1),
            append(Ways0, Ways1, Ways)
        )
    ;   branch_ways(Terms, Number, Branch, Here, Ways)
    ).

inside(Step, here(Key, Spec, Group, Backwards, Most),
       here(Key, Spec, Group, [Step|Backwards], Most)).

%   spares(+Units, +Here, -Changes) is det.
%
%   Those that were taken before must not be needed here.

spares(Units, Here, Changes) :-
    Here = here(Key, _, _, _, _),
    place_here(Here, Place),
    findall(spare(Place, Unit),
            ( member(Unit, Units),
              unit_taken(Key, Unit)
            ),
            Changes0),
    sort(Changes0, Changes).

%   candidate_ways(+Branch, +DeviceBelow, +Here, +Spares, +Units, -Ways) is det.
%
%   Ways by which the candidate is taken.

candidate_ways(branch(_, wants(Accept, Own, _, _, _), Below), DeviceBelow, Here, Spares, Units,
               Ways) :-
    level_ways(Below, DeviceBelow, Here, BelowWays),
    findall(Way,
            ( member(way(_, Sum, found, Changes, UnitsBelow), BelowWays),
              ( Accept == any -> true ; Sum >= Accept ),
              both(way(0, Own, found, Spares, Units), way(0, Sum, found, Changes, UnitsBelow),
                   Here, Way)
            ),
            Ways).

                 /*******************************
                 *        What is worth it      *
                 *******************************/

%   worthwhile(+Ways0, -Ways) is det.
%
%   The cheapest first, the heaviest first among them. One that weighs no more than
%   another, with all its changes and units, is left out: other changes may be shared
%   with those of a term that is still to come. So is what is not among the first few:
%   then a cheaper end may be overlooked, but never is a wrong one found, for the
%   process itself has the last word.

worthwhile(Ways0, Ways) :-
    findall(key(Cost, Less)-Way,
            ( member(Way, Ways0),
              Way = way(Cost, Weight, _, _, _),
              Less is -Weight
            ),
            Keyed0),
    keysort(Keyed0, Keyed),
    undominated(Keyed, 0, [], Ways).

undominated([], _, _, []).
undominated([_-Way|Keyed], Count, Kept, Ways) :-
    (   Count >= 24
    ->  Ways = []
    ;   member(Better, Kept),
        dominates(Better, Way)
    ->  undominated(Keyed, Count, Kept, Ways)
    ;   Next is Count + 1,
        Ways = [Way|Ways1],
        undominated(Keyed, Next, [Way|Kept], Ways1)
    ).

dominates(way(_, Weight0, Found0, Changes0, Units0), way(_, Weight1, Found1, Changes1, Units1)) :-
    Weight0 >= Weight1,
    ( Found0 == found -> true ; Found1 == nothing ),
    ord_subset(Units0, Units1),
    ord_subset(Changes0, Changes1).

                 /*******************************
                 *           All of it          *
                 *******************************/

%!  all_missing(+RequestTerms, +DeviceTerms, +Place, -Changes) is det.
%
%   With Changes, whichever candidates are available, each is all that is asked
%   for: every candidate has every term, and behind them stands one more, which
%   needs no unit.

all_missing(Terms, DeviceTerms, place(Spec, Group, []), Changes) :-
    missing(Terms, DeviceTerms, here(none, Spec, Group, [], none), Changes0),
    sort(Changes0, Changes).

missing(Terms, DeviceTerms, Here, Changes) :-
    findall(Change,
            ( member(Term, Terms),
              missing_term(Term, DeviceTerms, Here, Change)
            ),
            Changes).

missing_term(leaf(Name, Asked, _), DeviceTerms, Here, leaf(Place, Name, Asked)) :-
    \+ corresponding_leaf(Name, Asked, DeviceTerms),
    place_here(Here, Place).
missing_term(branch(Name, _, _, Below), DeviceTerms, Here, Change) :-
    candidate(DeviceTerms, Name, DeviceBelow, Step),
    inside(Step, Here, Inside),
    missing(Below, DeviceBelow, Inside, Changes),
    member(Change, Changes).

%   candidate(+DeviceTerms, +Name, -Below, -Step) is nondet.
%
%   The last one does not exist yet.

candidate(DeviceTerms, Name, Below, Step) :-
    numbered(DeviceTerms, 1, Name, _, Below, Step).
candidate(DeviceTerms, Name, [], step(Name, Number, Label)) :-
    findall(Name, member(branch(Name, _, _, _), DeviceTerms), Same),
    length(Same, Count),
    Number is Count + 1,
    label(Name, Name, Number, Label).

%   numbered(+DeviceTerms, +Number, +Name, -Has, -Below, -Step) is nondet.

numbered([Term|Terms], Number, Name, Has, Below, Step) :-
    (   Term = branch(Name, tag(Id, _, _), Has0, Below0)
    ->  (   Has = Has0,
            Below = Below0,
            label(Name, Id, Number, Label),
            Step = step(Name, Number, Label)
        ;   Next is Number + 1,
            numbered(Terms, Next, Name, Has, Below, Step)
        )
    ;   numbered(Terms, Number, Name, Has, Below, Step)
    ).

%!  all_spares(+DeviceTerms, +Place, -Changes) is det.
%
%   One change for each unit that an element needs.

all_spares(DeviceTerms, place(Spec, Group, []), Changes) :-
    findall(spare(Place, Unit),
            needed_unit(DeviceTerms, here(none, Spec, Group, [], none), Place, Unit),
            Changes0),
    sort(Changes0, Changes).

needed_unit(DeviceTerms, Here, Place, Unit) :-
    findall(Name0, member(branch(Name0, _, _, _), DeviceTerms), Names0),
    sort(Names0, Names),
    member(Name, Names),
    numbered(DeviceTerms, 1, Name, has(Units, _, _, _), Below, Step),
    inside(Step, Here, Inside),
    (   member(Unit, Units),
        place_here(Inside, Place)
    ;   needed_unit(Below, Inside, Place, Unit)
    ).

%!  most_reachable(+RequestTerms, -Most, -Found) is det.
%
%   The match factor of a device group that has everything; Found is `nothing`
%   where even that would match no term.

most_reachable(Terms, Most, Found) :-
    foldl(reachable, Terms, 0-nothing, Most-Found).

reachable(leaf(_, _, wants(Weight, _)), Most0-_, Most-found) :-
    Most is Most0 + Weight.
reachable(branch(_, _, wants(Accept, Own, _, _, _), Below), Most0-Found0, Most-Found) :-
    most_reachable(Below, Sum, FoundBelow),
    (   FoundBelow == found,
        ( Accept == any -> true ; Sum >= Accept )
    ->  Most is Most0 + Own + Sum,
        Found = found
    ;   Most = Most0,
        Found = Found0
    ).
