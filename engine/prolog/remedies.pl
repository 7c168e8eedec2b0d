% SPDX-License-Identifier: Apache-2.0
:- module(remedies,
          [ verdict/2,                  % +Case, -Verdict
            remedy/3                    % +Case, +Verdict, -Remedy
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3, list_to_set/2]).
:- use_module(library(ordsets), [ord_union/3]).
:- use_module(suppositions, [device_terms/4, changed_trees/3]).
:- use_module(plans, [fewest_changes/2]).
:- use_module(trials, [holders/2, trial/5, asked_group/4]).

/** <module> What would make a case succeed

A remedy is remedy(Changes, Open, GivenUp, Bindings): with the Changes made to
descriptions, the conditions Open holding and the matches of the outlets GivenUp
given up, the match process satisfies the requests of the case with Bindings. That is
tried with the process itself, for every remedy.

It is as short as this, term before condition before match:

  - Changes are the fewest with which the requests could be satisfied were
    everything free and allowed
  - with these, Open are the fewest conditions with which they could be
    satisfied were everything free
  - with both, GivenUp are the fewest outlets
  - nothing of it can be left out

Where several sets of Changes are as short, that which needs the fewest conditions,
then the fewest outlets, is taken. The search is bounded: where it ends before
it has looked at everything, a longer remedy may be given, but the process has
been tried with it too, and nothing of it can be left out. How far it looks for
Changes, see plans.pl; for Open and GivenUp, 60 sets are tried, the smaller before
the larger, each only with what stood in the way.
*/

                 /*******************************
                 *         Three worlds         *
                 *******************************/

%!  verdict(+Case, -Verdict) is det.
%
%   `possible` as things are, `not_now` with everything free, `not_allowed` with
%   everything free and allowed, or `never`.

verdict(Case, Verdict) :-
    Case = case(_, _, _, Holdings),
    holders(Holdings, Holders),
    (   trial(Case, [], [], [], bound(_))
    ->  Verdict = possible
    ;   trial(Case, [], [], Holders, bound(_))
    ->  Verdict = not_now
    ;   trial(Case, [], all, Holders, bound(_))
    ->  Verdict = not_allowed
    ;   Verdict = never
    ).

%!  remedy(+Case, +Verdict, -Remedy) is semidet.
%
%   Verdict is that of Case. Fails where no device could ever be taken.

remedy(Case, possible, remedy([], [], [], Bindings)) :-
    !,
    trial(Case, [], [], [], bound(Bindings)).
remedy(Case, not_now, Remedy) :-
    !,
    fewest_outlets(Case, [], [], GivenUp),
    settled(Case, setting([], [], GivenUp), Remedy).
remedy(Case, not_allowed, Remedy) :-
    !,
    completed(Case, [], Setting, _),
    settled(Case, Setting, Remedy).
remedy(Case, never, Remedy) :-
    fewest_changes(Case, Plans),
    findall(Effort-Setting,
            ( member(Changes, Plans),
              completed(Case, Changes, Setting, Effort)
            ),
            Settings0),
    keysort(Settings0, [_-Setting|_]),
    settled(Case, Setting, Remedy).

%   completed(+Case, +Changes, -Setting, -Effort) is det.

completed(Case, Changes, setting(Changes, Open, GivenUp), effort(Conditions, Outlets)) :-
    trees(Case, Changes, Trees),
    fewest_conditions(Case, Trees, Open),
    fewest_outlets(Case, Trees, Open, GivenUp),
    length(Open, Conditions),
    length(GivenUp, Outlets).

trees(case(_, _, context(Session, _, _, _), _), Changes, Trees) :-
    changed_trees(Session, Changes, Trees).

%   settled(+Case, +Setting, -Remedy) is det.
%
%   Nothing is left in it that can be left out.

settled(Case, setting(Changes0, Open0, GivenUp0), Remedy) :-
    needed(Changes0, remedies:with_changes(Case, Open0, GivenUp0), Changes),
    trees(Case, Changes, Trees),
    needed(Open0, remedies:with_conditions(Case, Trees, GivenUp0), Open),
    needed(GivenUp0, remedies:with_outlets(Case, Trees, Open), GivenUp),
    (   Changes == Changes0,
        Open == Open0,
        GivenUp == GivenUp0
    ->  trial(Case, Trees, Open, GivenUp, bound(Bindings)),
        Remedy = remedy(Changes, Open, GivenUp, Bindings)
    ;   settled(Case, setting(Changes, Open, GivenUp), Remedy)
    ).

with_changes(Case, Open, GivenUp, Changes, Outcome) :-
    trees(Case, Changes, Trees),
    trial(Case, Trees, Open, GivenUp, Outcome).

with_conditions(Case, Trees, GivenUp, Open, Outcome) :-
    trial(Case, Trees, Open, GivenUp, Outcome).

with_outlets(Case, Trees, Open, GivenUp, Outcome) :-
    trial(Case, Trees, Open, GivenUp, Outcome).

%   needed(+Things0, :Try, -Things) is det.
%
%   Leaves out, one after another, what Try is satisfied without.

:- meta_predicate needed(+, 2, -).

needed(Things0, Try, Things) :-
    needed(Things0, [], Try, Things).

needed([], Kept, _, Things) :-
    reversed(Kept, [], Things).
needed([Thing|Things0], Kept, Try, Things) :-
    reversed(Kept, Things0, Without),
    (   call(Try, Without, bound(_))
    ->  needed(Things0, Kept, Try, Things)
    ;   needed(Things0, [Thing|Kept], Try, Things)
    ).

reversed([], Things, Things).
reversed([Thing|Kept], Things0, Things) :-
    reversed(Kept, [Thing|Things0], Things).

                 /*******************************
                 *    Conditions and outlets    *
                 *******************************/

%   fewest_conditions(+Case, +Trees, -Open) is det.
%
%   Were everything free, and did all conditions hold, the case would succeed.

fewest_conditions(Case, Trees, Open) :-
    Case = case(_, _, _, Holdings),
    holders(Holdings, Holders),
    Try = remedies:with_conditions(Case, Trees, Holders),
    (   fewest([[]], [], 60, Try, remedies:refusing(Case), Open0)
    ->  Open = Open0
    ;   every_condition(Case, Every),
        needed(Every, Try, Open)
    ).

refusing(_, Obstacles, Conditions) :-
    findall(Spec-Condition, member(refused(_, Spec, Condition), Obstacles), Conditions0),
    list_to_set(Conditions0, Conditions).

%   every_condition(+Case, -Conditions) is det.

every_condition(case(Requests, Devices, Context, _), Conditions) :-
    Context = context(_, _, participant(_, RequesterSpec), _),
    findall(RequesterSpec-Condition,
            ( member(request(_, Groups), Requests),
              member(Group, Groups),
              asked_group(Group, Context, _, Terms),
              condition_in(Terms, Condition)
            ),
            Conditions1),
    findall(Spec, member(participant(_, Spec), Devices), Specs0),
    sort(Specs0, Specs),
    findall(Spec-Condition,
            ( member(Spec, Specs),
              device_terms(Context, Spec, _, Terms),
              condition_in(Terms, Condition)
            ),
            Conditions2),
    append(Conditions1, Conditions2, Conditions0),
    sort(Conditions0, Conditions).

condition_in(Terms, Condition) :-
    member(branch(_, _, Notes, Below), Terms),
    (   conditions_of(Notes, Conditions),
        member(Condition, Conditions)
    ;   condition_in(Below, Condition)
    ).

conditions_of(has(_, _, Conditions, _), Conditions).
conditions_of(wants(_, _, _, Conditions, _), Conditions).

%   fewest_outlets(+Case, +Trees, +Open, -GivenUp) is det.
%
%   Were all matches of Holdings given up, the case would succeed.

fewest_outlets(Case, Trees, Open, GivenUp) :-
    Case = case(_, _, _, Holdings),
    holders(Holdings, Holders),
    Try = remedies:with_outlets(Case, Trees, Open),
    (   fewest([[]], [], 60, Try, remedies:in_the_way(Case), GivenUp0)
    ->  GivenUp = GivenUp0
    ;   call(Try, Holders, bound(Bindings)),
        holders_of_bound(Bindings, Holdings, Some),
        (   call(Try, Some, bound(_))
        ->  needed(Some, Try, GivenUp)
        ;   needed(Holders, Try, GivenUp)
        )
    ).

holders_of_bound(Bindings, Holdings, Outlets) :-
    findall(Outlet,
            ( member(held(Key, Outlet, _), Holdings),
              memberchk(bound(_, _, participant(Key, _), _, _, _, _), Bindings)
            ),
            Outlets0),
    sort(Outlets0, Outlets).

%   in_the_way(+Case, +Obstacles, -Outlets) is det.
%
%   Those that hold what was taken or bar a device, and then those whose match may
%   have brought about the state in which a condition refuses.

in_the_way(case(_, _, _, Holdings), Obstacles, Outlets) :-
    findall(Outlet,
            ( member(taken(Key, Unit), Obstacles),
              member(held(Key, Outlet, Units), Holdings),
              memberchk(Unit, Units)
            ; member(barred(Key), Obstacles),
              member(held(Key, Outlet, _), Holdings)
            ),
            Outlets1),
    findall(Outlet,
            ( memberchk(refused(_, _, _), Obstacles),
              member(held(_, Outlet, _), Holdings)
            ),
            Outlets2),
    append(Outlets1, Outlets2, Outlets0),
    list_to_set(Outlets0, Outlets).

%   fewest(+Queue, +Seen, +Tries, :Try, :Relevant, -Set) is semidet.
%
%   The first smallest set that Try is satisfied with: what did not stand in the
%   way of a trial changes nothing of it, so only what did is added. Fails after so
%   many tries.

:- meta_predicate fewest(+, +, +, 2, 2, -).

fewest([Set0|Queue0], Seen0, Tries, Try, Relevant, Set) :-
    Tries > 0,
    call(Try, Set0, Outcome),
    (   Outcome = failed(Obstacles)
    ->  call(Relevant, Obstacles, Things),
        findall(Larger,
                ( member(Thing, Things),
                  \+ memberchk(Thing, Set0),
                  ord_union(Set0, [Thing], Larger),
                  \+ memberchk(Larger, Seen0)
                ),
                Larger),
        append(Queue0, Larger, Queue),
        append(Larger, Seen0, Seen),
        Left is Tries - 1,
        fewest(Queue, Seen, Left, Try, Relevant, Set)
    ;   Set = Set0
    ).
