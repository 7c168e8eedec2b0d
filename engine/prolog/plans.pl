% SPDX-License-Identifier: Apache-2.0
:- module(plans,
          [ fewest_changes/2            % +Case, -Plans
          ]).
:- use_module(library(lists), [member/2, append/2, list_to_set/2]).
:- use_module(library(apply), [include/3]).
:- use_module(library(ordsets), [ord_union/3]).
:- use_module(knowledge_base, [device_group/4]).
:- use_module(selection, [could_satisfy/4, satisfy_request/5, satisfy_group/5]).
:- use_module(allocation, [match_effects/3, apply_with_device/3, undo/2]).
:- use_module(suppositions, [device_terms/4, changed_trees/3]).
:- use_module(missing_terms, [group_ways/7, all_missing/4, all_spares/3]).
:- use_module(trials, [holders/2, giving_up/3, supposing/4, candidates/5, asked_group/4]).

/** <module> The fewest changes of descriptions

Looks for changes with which a case (trials.pl) would succeed were everything free
and allowed, the fewest first. A plan goes through the requests and their groups as
the process does, and where one is not satisfied, tries each device, device group and
way there (missing_terms.pl). What a plan comes to is tried with the process itself.

A set of some size is given only where no smaller set was found: by no plan, and,
where there are at most 120 sets of a size, by trying them all. A plan may miss a
smaller set where one change serves several groups or terms, or only leads the process
another way, or where the search runs dry after 400 steps. Then, at the latest, there is
the set that is always enough.
*/

%!  fewest_changes(+Case, -Plans) is semidet.
%
%   Plans are sets of changes, of the same size, with each of which the
%   case would succeed were everything free and allowed. Fails where there is no
%   device that could be taken.

fewest_changes(Case, Plans) :-
    Case = case(_, _, Context, Holdings),
    holders(Holdings, Holders),
    giving_up(Holders, Context, Journal),
    findall(Plans0, plans_with_all_free(Case, Holders, Plans0), Found),
    undo(Journal, Context),
    Found = [Plans].

plans_with_all_free(Case, Holders, Plans) :-
    Case = case(Requests, _, Context, _),
    Context = context(Session, _, _, _),
    length(Requests, Copies),
    candidates(Case, Holders, Copies, Pool0, _),
    findall(Device,
            ( member(Device, Pool0),
              Device = participant(_, Spec),
              once(device_group(Session, Spec, _, _))
            ),
            Pool1),
    copies_of_specs(Pool1, Copies, [], Pool),
    Pool \== [],
    all_of_it(Requests, Pool, Case, Everything),
    length(Everything, Most),
    every_change(Requests, Pool, Context, Every),
    (   deepening(1, Most, Case, Pool, Every, 400, Plans0)
    ->  Plans = Plans0
    ;   Plans = [Everything]
    ).

%   With everything free and allowed, devices of one spec do the same whatever
%   their states.

copies_of_specs([], _, _, []).
copies_of_specs([Device|Devices], Copies, Seen, Chosen) :-
    Device = participant(_, Spec),
    include(==(Spec), Seen, Same),
    length(Same, Count),
    (   Count < Copies
    ->  Chosen = [Device|Chosen1],
        copies_of_specs(Devices, Copies, [Spec|Seen], Chosen1)
    ;   copies_of_specs(Devices, Copies, Seen, Chosen)
    ).

%   deepening(+Size, +Most, +Case, +Pool, +Every, +Steps, -Plans) is semidet.
%
%   Fails after so many Steps.

deepening(Size, Most, Case, Pool, Every, Steps, Plans) :-
    Size < Most,
    Steps > 0,
    Case = case(Requests, _, Context, _),
    Search = search(Steps, 0),
    findall(Changes,
            ( plan(Requests, Pool, Context, Size, Search, [], Changes),
              count_plan(Search)
            ),
            Plans0),
    list_to_set(Plans0, Plans1),
    include(succeeds(Requests, Pool, Context), Plans1, Plans2),
    (   Plans2 \== []
    ->  Plans = Plans2
    ;   any_set(Size, Every, Requests, Pool, Context, Set)
    ->  Plans = [Set]
    ;   Larger is Size + 1,
        arg(1, Search, Left),
        deepening(Larger, Most, Case, Pool, Every, Left, Plans)
    ).

%   spend(+Search) is semidet.
%   count_plan(+Search) is det.
%
%   Search is search(Steps, Plans), the steps that are left and the plans that were
%   found, counted destructively, for the search backtracks. A few plans to choose
%   from are enough. It runs dry rather than being cut off, and so leaves everything
%   as it was.

spend(Search) :-
    Search = search(Steps0, Plans),
    Steps0 > 0,
    Plans < 8,
    Steps is Steps0 - 1,
    nb_setarg(1, Search, Steps).

count_plan(Search) :-
    arg(2, Search, Plans0),
    Plans is Plans0 + 1,
    nb_setarg(2, Search, Plans).

%   any_set(+Size, +Every, +Requests, +Pool, +Context, -Changes) is semidet.
%
%   What no plan comes upon: one change that serves two groups, or that only leads
%   the process another way. All sets of Size are tried, where there are at most 120.

any_set(Size, Every, Requests, Pool, Context, Changes) :-
    length(Every, Count),
    sets_of_size(Size, Count, Sets),
    Sets =< 120,
    set_of_size(Size, Every, Changes),
    succeeds(Requests, Pool, Context, Changes),
    !.

%   sets_of_size(+Size, +Count, -Sets) is det.

sets_of_size(0, _, 1) :- !.
sets_of_size(Size, Count, Sets) :-
    Size1 is Size - 1,
    Count1 is Count - 1,
    sets_of_size(Size1, Count1, Sets1),
    Sets is Sets1 * Count // Size.

set_of_size(0, _, []) :- !.
set_of_size(Size, [Change|Every], Changes) :-
    (   Changes = [Change|Changes1],
        Smaller is Size - 1,
        set_of_size(Smaller, Every, Changes1)
    ;   set_of_size(Size, Every, Changes)
    ).

%   every_change(+Requests, +Pool, +Context, -Changes) is det.
%
%   Each term that any of the groups could miss anywhere, and each unit.

every_change(Requests, Pool, Context, Changes) :-
    findall(Spec, member(participant(_, Spec), Pool), Specs0),
    list_to_set(Specs0, Specs),
    findall(Terms,
            ( member(request(_, Groups), Requests),
              member(Group, Groups),
              asked_group(Group, Context, _, Terms)
            ),
            Asked0),
    list_to_set(Asked0, Asked),
    findall(Change,
            ( member(Spec, Specs),
              device_terms(Context, Spec, DeviceGroup, DeviceTerms),
              Place = place(Spec, DeviceGroup, []),
              (   member(Terms, Asked),
                  all_missing(Terms, DeviceTerms, Place, Missing)
              ;   all_spares(DeviceTerms, Place, Missing)
              ),
              member(Change, Missing)
            ),
            Changes0),
    sort(Changes0, Changes).

succeeds(Requests, Pool, Context0, Changes) :-
    supposed(Context0, Changes, Context),
    \+ \+ could_satisfy(Requests, Pool, Context, _).

supposed(Context0, Changes, Context) :-
    Context0 = context(Session, _, _, _),
    changed_trees(Session, Changes, Trees),
    supposing(Context0, Trees, all, Context).

%   plan(+Requests, +Pool, +Context, +Size, +Search, +Changes0, -Changes) is nondet.
%
%   Request by request, group by group, as the process does it: what is satisfied
%   needs no change. Else each device, each of its groups, and each way there. Units
%   that are taken on the way are taken while the search is below.

plan([], _, _, _, _, Changes, Changes).
plan([Request|Requests], Pool, Context, Size, Search, Changes0, Changes) :-
    spend(Search),
    supposed(Context, Changes0, Supposed),
    (   satisfy_request(Request, Pool, Supposed, Journal, _)
    ->  undone_later(Journal, Context),
        Changes1 = Changes0
    ;   Request = request(_, Groups),
        member(Device, Pool),
        Context = context(Session, Narrator, Requester, _),
        plan_groups(Groups, context(Session, Narrator, Requester, Device), Size, Search, Changes0,
                    Changes1)
    ),
    plan(Requests, Pool, Context, Size, Search, Changes1, Changes).

undone_later(_, _).
undone_later(Journal, Context) :-
    undo(Journal, Context),
    fail.

plan_groups([], _, _, _, Changes, Changes).
plan_groups([Group|Groups], Context, Size, Search, Changes0, Changes) :-
    spend(Search),
    supposed(Context, Changes0, Supposed0),
    (   satisfy_group(Group, Supposed0, _, Match, _)
    ->  Changes1 = Changes0
    ;   way(Group, Supposed0, Size, Changes0, Changes1),
        spend(Search),
        supposed(Context, Changes1, Supposed1),
        satisfy_group(Group, Supposed1, _, Match, _)
    ),
    taken(Match, Context),
    plan_groups(Groups, Context, Size, Search, Changes1, Changes).

%   Conditions all hold, so what adjustments would do to states is of no account.

taken(Match, Context) :-
    match_effects(Match, Effects, _),
    include(is_take, Effects, Takes),
    apply_with_device(Takes, Context, Journal),
    undone_later(Journal, Context).

is_take(take(_)).

%   way(+Group, +Context, +Size, +Changes0, -Changes) is nondet.
%
%   Changes0 and what Group needs besides, Size at most; the shortest first.

way(Group, Context, Size, Changes0, Changes) :-
    asked_group(Group, Context, Accept, Terms),
    Context = context(_, _, _, participant(_, Spec)),
    length(Changes0, Before),
    Most is Size - Before,
    findall(Cost-Needed,
            ( device_terms(Context, Spec, DeviceGroup, DeviceTerms),
              group_ways(Terms, DeviceTerms, Accept, Most, place(Spec, DeviceGroup, []), Context,
                         Ways),
              member(way(Cost, _, _, Needed, _), Ways)
            ),
            Ways0),
    keysort(Ways0, Ways1),
    member(_-Needed, Ways1),
    ord_union(Changes0, Needed, Changes).

%   all_of_it(+Requests, +Pool, +Case, -Changes) is det.
%
%   More than is needed, and always enough: on the first device of Pool, for each
%   group the device group that is short of the fewest terms gets all of them.

all_of_it(Requests, [participant(_, Spec)|_], case(_, _, Context, _), Changes) :-
    findall(Missing,
            ( member(request(_, Groups), Requests),
              member(Group, Groups),
              asked_group(Group, Context, _, Terms),
              fewest_missing(Terms, Spec, Context, Missing)
            ),
            Lists),
    append(Lists, Changes0),
    sort(Changes0, Changes).

fewest_missing(Terms, Spec, Context, Missing) :-
    findall(Count-Changes,
            ( device_terms(Context, Spec, DeviceGroup, DeviceTerms),
              all_missing(Terms, DeviceTerms, place(Spec, DeviceGroup, []), Changes),
              length(Changes, Count)
            ),
            Counted),
    keysort(Counted, [_-Missing|_]).
