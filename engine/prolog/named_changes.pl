% SPDX-License-Identifier: Apache-2.0
:- module(named_changes,
          [ named_changes/3             % +Remedy, +Case, -Named
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3, nth1/3, subtract/3]).
:- use_module(knowledge_base, [device_group/4, unit_taken/2]).
:- use_module(group_match, [group_match/5]).
:- use_module(allocation, [apply_with_device/3, undo/2]).
:- use_module(suppositions, [device_terms/4, changed_trees/3, label/4, path_of/2]).
:- use_module(trials, [giving_up/3, supposing/4, asked_group/4]).
:- use_module(value_writer, [value_text/2]).

/** <module> A remedy, told group by group

The bindings of a remedy are gone through once more as the process makes them.
Each group then names the parts of the remedy without which its walk would end
otherwise: a part that two groups need is named by both. What no group needs by
itself, for it only leads the process another way, is named by the first that it
could concern.

What a group needs is needs(Changes, Open, Units), Units those that are held
now, taken(Path, Unit) each.
*/

%!  named_changes(+Remedy, +Case, -Named) is det.
%
%   Named has, for each binding of Remedy, the list of changes as explanation.pl
%   has them.

named_changes(Remedy, Case, Named) :-
    Remedy = remedy(_, _, GivenUp, Bindings),
    Case = case(_, _, Context, _),
    held_now(Bindings, Held),
    giving_up(GivenUp, Context, Journal0),
    needs(Bindings, [], Took, Remedy, Case, Held, Journal0, Journal, Needs0),
    undo(Journal, Context),
    all_named(Needs0, Remedy, Case, Needs),
    named(Needs, Took, Case, Named).

held_now(Bindings, Held) :-
    findall(Key-Unit,
            ( member(bound(_, _, participant(Key, _), _, _, _, _), Bindings),
              unit_taken(Key, Unit)
            ),
            Held).

                 /*******************************
                 *     What each group needs    *
                 *******************************/

%   needs(+Bindings, +Before, -Took, +Remedy, +Case, +Held, +Journal0, -Journal, -Needs) is det.
%
%   Before and Took are took(Device, RequestGroup, Units) for the bindings that were
%   made, Units with those that a change lets the group do without.

needs([], Took, Took, _, _, _, Journal, Journal, []).
needs([Binding|Bindings], Before, Took, Remedy, Case, Held, Journal0, Journal, [Need|Needs]) :-
    Binding = bound(_, Group, Device, DeviceGroup, _, Effects, _),
    Case = case(_, _, context(Session, Narrator, Requester, _), _),
    Context = context(Session, Narrator, Requester, Device),
    need(Group, DeviceGroup, Before, Remedy, Context, Held, Spared, Need),
    apply_with_device(Effects, Context, Journal1),
    append(Journal1, Journal0, Journal2),
    findall(Unit, ( member(take(Unit), Effects) ; member(Unit, Spared) ), Units),
    append(Before, [took(Device, Group, Units)], Before1),
    needs(Bindings, Before1, Took, Remedy, Case, Held, Journal2, Journal, Needs).

need(Group, DeviceGroup, Before, remedy(Changes, Open, _, _), Context, Held, Spared,
     needs(NeededChanges, NeededOpen, Units)) :-
    Context = context(Session, _, _, participant(Key, Spec)),
    asked_group(Group, Context, _, Terms),
    changed_trees(Session, Changes, Trees),
    walked(Terms, Spec, DeviceGroup, Trees, Open, Context, Match),
    findall(Change,
            ( member(Change, Changes),
              subtract(Changes, [Change], Others),
              changed_trees(Session, Others, OtherTrees),
              walked(Terms, Spec, DeviceGroup, OtherTrees, Open, Context, Otherwise),
              Otherwise \== Match
            ),
            Seen),
    findall(Unit, member(spare(_, Unit), Seen), Spared),
    findall(Change,
            ( member(Change, Seen),
              needed_now(Change, Key, Before)
            ),
            Needed),
    in_request_order(Needed, Terms, NeededChanges),
    supposed_terms(Spec, DeviceGroup, Trees, Open, Context, _, DeviceTerms),
    findall(element(Path, Has, Wants), matched_element(Match, DeviceTerms, [], Path, Has, Wants),
            Elements),
    findall(refused(Path, Condition, ConditionSpec),
            ( member(ConditionSpec-Condition, Open),
              subtract(Open, [ConditionSpec-Condition], Others),
              walked(Terms, Spec, DeviceGroup, Trees, Others, Context, Otherwise),
              Otherwise \== Match,
              condition_path(Elements, Condition, ConditionSpec, Spec, Path)
            ),
            NeededOpen),
    findall(taken(Path, Unit),
            ( member(element(Path, has(Units0, _, _, _), _), Elements),
              member(Unit, Units0),
              memberchk(Key-Unit, Held)
            ),
            Units).

walked(Terms, Spec, DeviceGroup, Trees, Open, Context, Match) :-
    supposed_terms(Spec, DeviceGroup, Trees, Open, Context, Supposed, DeviceTerms),
    group_match(Terms, DeviceTerms, Supposed, Match, _).

supposed_terms(Spec, DeviceGroup, Trees, Open, Context, Supposed, DeviceTerms) :-
    supposing(Context, Trees, Open, Supposed),
    device_terms(Supposed, Spec, DeviceGroup, DeviceTerms),
    !.

%   needed_now(+Change, +DeviceKey, +Before) is semidet.
%
%   A unit that is there is spared for the sake of a later group only.

needed_now(leaf(_, _, _), _, _).
needed_now(spare(_, Unit), Key, Before) :-
    (   unit_taken(Key, Unit)
    ->  true
    ;   member(took(participant(Key, _), _, Units), Before),
        memberchk(Unit, Units)
    ->  true
    ).

%   in_request_order(+Changes0, +Terms, -Changes) is det.
%
%   As the request group asks for what is changed.

in_request_order(Changes0, Terms, Changes) :-
    findall(Names, asked_path(Terms, Names), Paths),
    findall(Order-Change,
            ( member(Change, Changes0),
              changed_path(Change, Names),
              (   nth1(Order0, Paths, Names)
              ->  Order = Order0
              ;   Order = 0
              )
            ),
            Ordered0),
    keysort(Ordered0, Ordered),
    findall(Change, member(_-Change, Ordered), Changes).

asked_path(Terms, [Name|Names]) :-
    member(Term, Terms),
    (   Term = leaf(Name, _, _),
        Names = []
    ;   Term = branch(Name, _, _, Below),
        ( Names = [] ; asked_path(Below, Names) )
    ).

changed_path(leaf(place(_, _, Steps), Name, _), Names) :-
    step_names(Steps, Above),
    append(Above, [Name], Names).
changed_path(spare(place(_, _, Steps), _), Names) :-
    step_names(Steps, Names).

step_names([], []).
step_names([step(Name, _, _)|Steps], [Name|Names]) :-
    step_names(Steps, Names).

%   matched_element(+Match, +DeviceTerms, +Backwards, -Path, -Has, -Wants) is nondet.
%
%   The elements that Match took, a branch before what is below it.

matched_element(Match, DeviceTerms, Above, Path, Has, Wants) :-
    member(branch_match(Name, Wants0, Has0, Below), Match),
    branch_of_match(DeviceTerms, 1, branch_match(Name, Wants0, Has0, Below), Label, DeviceBelow),
    append(Above, [Label], Here),
    (   Path = Here,
        Has = Has0,
        Wants = Wants0
    ;   matched_element(Below, DeviceBelow, Here, Path, Has, Wants)
    ).

%   branch_of_match(+DeviceTerms, +Number, +BranchMatch, -Label, -Below) is semidet.
%
%   A match does not say which of several branches it took, but what notes it has:
%   the first that has these, and can have given the match below.

branch_of_match([Term|Terms], Number, BranchMatch, Label, Below) :-
    BranchMatch = branch_match(Name, _, Has, SubMatch),
    (   Term = branch(Name, tag(Id, _, _), Has0, Below0)
    ->  (   Has0 == Has,
            possible_below(SubMatch, Below0)
        ->  label(Name, Id, Number, Label),
            Below = Below0
        ;   Next is Number + 1,
            branch_of_match(Terms, Next, BranchMatch, Label, Below)
        )
    ;   branch_of_match(Terms, Number, BranchMatch, Label, Below)
    ).

possible_below([], _).
possible_below([Match|Matches], Terms) :-
    (   Match = leaf_match(Name, _, _, Has)
    ->  memberchk(leaf(Name, _, Has), Terms)
    ;   branch_of_match(Terms, 1, Match, _, _)
    ),
    possible_below(Matches, Terms).

condition_path(Elements, Condition, ConditionSpec, Spec, Path) :-
    (   member(element(Path0, has(_, _, DeviceConditions, _), wants(_, _, _, Conditions, _)),
               Elements),
        (   ConditionSpec == Spec
        ->  memberchk(Condition, DeviceConditions)
        ;   memberchk(Condition, Conditions)
        )
    ->  Path = Path0
    ;   Path = []
    ).

                 /*******************************
                 *      Nothing is left out     *
                 *******************************/

%   all_named(+Needs0, +Remedy, +Case, -Needs) is det.
%
%   Needs has every part of Remedy: need(Changes, Open, Units, GivenUp), GivenUp the
%   outlets whose match stands in the way other than by one of Units.

all_named(Needs0, remedy(Changes, Open, GivenUp, Bindings), case(_, _, _, Holdings), Needs) :-
    findall(Change,
            ( member(Change, Changes),
              \+ ( member(needs(Needed, _, _), Needs0), memberchk(Change, Needed) )
            ),
            MoreChanges),
    findall(Spec-Condition,
            ( member(Spec-Condition, Open),
              \+ ( member(needs(_, Needed, _), Needs0),
                   memberchk(refused(_, Condition, Spec), Needed)
                 )
            ),
            MoreOpen),
    findall(Outlet,
            ( member(Outlet, GivenUp),
              \+ holds_needed(Outlet, Needs0, Bindings, Holdings)
            ),
            MoreOutlets),
    distributed(Needs0, Bindings, MoreChanges, MoreOpen, MoreOutlets, Holdings, Needs).

holds_needed(Outlet, Needs, Bindings, Holdings) :-
    nth1(Position, Needs, needs(_, _, Units)),
    nth1(Position, Bindings, bound(_, _, participant(Key, _), _, _, _, _)),
    member(taken(_, Unit), Units),
    memberchk(held(Key, Outlet, Held), Holdings),
    memberchk(Unit, Held),
    !.

%   distributed(+Needs0, +Bindings, +Changes, +Open, +Outlets, +Holdings, -Needs) is det.
%
%   What is left goes to the first binding that it could concern, and what concerns
%   none of the others to the last.

distributed([], _, _, _, _, _, []).
distributed([needs(Changes0, Open0, Units)|Needs0], [Binding|Bindings], Changes1, Open1, Outlets1,
            Holdings, [need(Changes, Open, Units, Outlets)|Needs]) :-
    Binding = bound(_, _, Device, _, _, _, _),
    findall(Change,
            ( member(Change, Changes1),
              ( Bindings == [] -> true ; concerns(Change, Device) )
            ),
            Changes2),
    findall(Outlet,
            ( member(Outlet, Outlets1),
              Device = participant(Key, _),
              ( Bindings == [] -> true ; memberchk(held(Key, Outlet, _), Holdings) )
            ),
            Outlets),
    findall(refused([], Condition, Spec), member(Spec-Condition, Open1), Open2),
    append(Changes0, Changes2, Changes),
    append(Open0, Open2, Open),
    subtract(Changes1, Changes2, Changes3),
    subtract(Outlets1, Outlets, Outlets2),
    distributed(Needs0, Bindings, Changes3, [], Outlets2, Holdings, Needs).

concerns(leaf(place(Spec, _, _), _, _), participant(_, Spec)).
concerns(spare(place(Spec, _, _), _), participant(_, Spec)).

                 /*******************************
                 *           In words           *
                 *******************************/

%   named(+Needs, +Took, +Case, -Named) is det.

named(Needs, Took, Case, Named) :-
    Case = case(_, _, context(Session, _, _, _), Holdings),
    findall(Names,
            ( nth1(Position, Needs, Need),
              findall(Name, name(Need, Position, Took, Session, Holdings, Name), Names)
            ),
            Named).

%   name(+Need, +Position, +Took, +Session, +Holdings, -Name) is nondet.

name(need(Changes, _, _, _), Position, Took, Session, _, Name) :-
    member(Change, Changes),
    named_change(Change, Position, Took, Session, Name).
name(need(_, _, Units, _), Position, Took, _, Holdings, unit_taken(Path, Unit, Holders)) :-
    member(taken(Path, Unit), Units),
    nth1(Position, Took, took(participant(Key, _), _, _)),
    unit_holders(Holdings, Key, Unit, Holders).
name(need(_, _, _, Outlets), _, _, _, _, device_taken(Outlets)) :-
    Outlets \== [].
name(need(_, Open, _, _), _, _, _, _, condition_refuses(Path, Condition, Spec)) :-
    member(refused(Path, Condition, Spec), Open).

unit_holders(Holdings, Key, Unit, Holders) :-
    findall(Outlet,
            ( member(held(Key, Outlet, Units), Holdings),
              memberchk(Unit, Units)
            ),
            Holders).

named_change(spare(Place, Unit), Position, Took, _, unit_needed_twice(Path, Unit, Group)) :-
    path_of(Place, Path),
    nth1(Position, Took, took(participant(Key, _), Own, _)),
    (   nth1(Other, Took, took(participant(Key, _), Group0, Units)),
        Other =\= Position,
        memberchk(Unit, Units)
    ->  Group = Group0
    ;   Group = Own
    ).
named_change(leaf(Place, Name, Asked), _, _, Session, Change) :-
    path_of(Place, Path0),
    append(Path0, [Name], Path),
    asked_text(Asked, AskedText),
    findall(HadText,
            ( place_terms(Place, Session, Terms),
              member(leaf(Name, Had, _), Terms),
              value_text(Had, HadText)
            ),
            HadTexts),
    (   HadTexts == []
    ->  Change = absent(Path, AskedText)
    ;   atomics_to_string(HadTexts, Text),
        Change = other_value(Path, AskedText, Text)
    ).

atomics_to_string(Texts, Text) :-
    atomic_list_concat(Texts, ', ', Atom),
    atom_string(Atom, Text).

asked_text(any, "any") :- !.
asked_text(Asked, Text) :-
    value_text(Asked, Text).

%   place_terms(+Place, +Session, -Terms) is semidet.
%
%   What the description has at Place; fails where there is no such place yet.

place_terms(place(Spec, Group, Steps), Session, Terms) :-
    device_group(Session, Spec, Group, Terms0),
    below_steps(Steps, Terms0, Terms),
    !.

below_steps([], Terms, Terms).
below_steps([step(Name, Number, _)|Steps], Terms0, Terms) :-
    findall(Below, member(branch(Name, _, _, Below), Terms0), Belows),
    nth1(Number, Belows, Terms1),
    below_steps(Steps, Terms1, Terms).
