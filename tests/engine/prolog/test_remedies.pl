% SPDX-License-Identifier: Apache-2.0
:- module(test_remedies, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(pairs)).
:- use_module(library(occurs), [sub_term/2]).
:- use_module(engine_under_test).
:- use_module(changed_description).
:- use_module('../../../engine/prolog/engine_api').
:- use_module('../plain/generate', [generate/2]).
:- use_module('../plain/small', [small_scenario/2]).

/** <module> What explain names helps, and is needed

On random scenarios: the changes that explain names for an alternative are made for
real, in the text of the description, which is loaded; the holders that it names are
cancelled; then the match process itself must satisfy the alternative. With any one of
them left out, it must not; and no smaller set may do.

More seeds than a run of the tests has:

    swipl -f none -g "test_remedies:seeds(1, 5000)" -t halt test_remedies.pl
    swipl -f none -g "test_remedies:small_seeds(1, 5000)" -t halt test_remedies.pl
*/

%!  seeds(+First, +Last) is semidet.
%!  small_seeds(+First, +Last) is semidet.
%
%   Tells of each seed that is wrong, and how many there are.

seeds(First, Last) :-
    numlist(First, Last, Seeds),
    all_right(Seeds).

small_seeds(First, Last) :-
    findall(small(Number), between(First, Last, Number), Seeds),
    all_right(Seeds).

all_right(Seeds) :-
    findall(Seed-Wrong,
            ( member(Seed, Seeds),
              catch(findall(Each, ( wrong(Seed, Each) ; once(shorter(Seed, Each)) ), Wrong),
                    Error, Wrong = [Error]),
              Wrong \== [],
              format("seed ~w: ~p~n", [Seed, Wrong])
            ),
            All),
    length(All, Count),
    length(Seeds, Of),
    format("~w of ~w seeds are wrong~n", [Count, Of]),
    Count =:= 0.

%   wrong(+Seed, -What) is nondet.

wrong(Seed, What) :-
    scenario(Seed, Terms),
    transport(Seed, Transport),
    world(Terms, Transport, Session),
    questions(Seed, Session, Questions0),
    different(Questions0, Session, Questions),
    member(q(Requester, Outlet, Restrictions, Alternative), Questions),
    wrong_alternative(Seed, Terms, Session, Requester, Outlet, Restrictions, Alternative, Problem),
    Alternative = alternative(Name, _, _),
    What = problem(Requester, Outlet, Restrictions, Name, Problem).

%   A seed is a number, of the scenarios of generate.pl, or small(Number).

scenario(small(Number), Terms) :-
    !,
    small_scenario(Number, Terms).
scenario(Number, Terms) :-
    generate(Number, Terms).

number_of(small(Number), Number) :- !.
number_of(Number, Number).

thorough(small(_)) :- !.
thorough(Number) :-
    Number mod 4 =:= 0.

transport(Seed, Transport) :-
    (   number_of(Seed, Number),
        Number mod 3 =:= 0
    ->  Transport = whole_device
    ;   Transport = shared
    ).

%   questions(+Seed, +Session, -Questions) is det.
%
%   Each alternative of all outlets; of all devices, and, by seed, of one of them. Asking
%   changes nothing.

questions(Seed, Session, Questions) :-
    live_facts(Before),
    findall(q(Requester, Outlet, Restrictions, Alternative),
            ( outlet_of(Session, Requester, Outlet),
              restriction(Seed, Session, Restrictions),
              (   api_explain(Session, outlet(Requester, Outlet), Restrictions, Explanation)
              ->  true
              ;   throw(no_answer(Requester, Outlet))
              ),
              Explanation = explanation(_, Alternatives),
              member(Alternative, Alternatives)
            ),
            Questions),
    live_facts(After),
    (   After == Before
    ->  true
    ;   throw(changed_by_asking)
    ).

%   Requesters of one spec often get the same answer: one of them is enough.

different(Questions0, Session, Questions) :-
    findall(kind(Spec, System, Outlet, Status, Restrictions, Alternative)-Requester,
            ( member(q(Requester, Outlet, Restrictions, Alternative), Questions0),
              knowledge_base:requester(Session, Key, Requester, Spec, System),
              knowledge_base:outlet(Session, OutletKey, Key, Outlet),
              knowledge_base:outlet_status(OutletKey, Status, _)
            ),
            Kinds0),
    sort(1, @<, Kinds0, Kinds),
    findall(q(Requester, Outlet, Restrictions, Alternative),
            member(kind(_, _, Outlet, _, Restrictions, Alternative)-Requester, Kinds),
            Questions).

restriction(_, _, []).
restriction(Seed, Session, [device(Device)]) :-
    findall(Device, connected_device(Session, _, Device), Devices),
    length(Devices, Count),
    Count > 0,
    number_of(Seed, Number),
    Chosen is Number mod Count,
    nth0(Chosen, Devices, Device).

connected_device(Session, Key, Device) :-
    knowledge_base:device(Session, Key, Device, _, System),
    knowledge_base:system(Session, System, connected).

outlet_of(Session, Requester, Outlet) :-
    knowledge_base:requester(Session, Key, Requester, _, System),
    knowledge_base:system(Session, System, connected),
    knowledge_base:outlet(Session, _, Key, Outlet).

world(Terms, Transport, Session) :-
    text_of_terms(Terms, Text),
    fresh_session([transport(Transport)], Session),
    load_text(Session, Text),
    api_scenario(Session, Events),
    all_happen(Session, Events).

                 /*******************************
                 *        Made for real         *
                 *******************************/

wrong_alternative(Seed, Terms, Session, Requester, Outlet, Restrictions,
                  alternative(Name, Verdict, Requests), Problem) :-
    Verdict \== active,
    asked(Requests, Asked),
    Asked \== [],
    findall(Device-Group-Change,
            ( member(request(_, _, Groups), Requests),
              member(group(_, Device, Group, _, _, within, Changes), Groups),
              member(Change, Changes)
            ),
            Named),
    (   \+ looked_at_device(Requests)
    ->  fail
    ;   \+ verdict_of(Named, Requests, Verdict)
    ->  Problem = verdict(Verdict, Named)
    ;   \+ happens_with(Named, Terms, Session, Requester, Outlet, Restrictions, Name, Asked)
    ->  Problem = does_not_help(Named)
    ;   thorough(Seed),
        without_one(Named, Session, Fewer, Part),
        happens_with(Fewer, Terms, Session, Requester, Outlet, Restrictions, Name, Asked),
        Problem = not_needed(Part, Named)
    ).

%   without_one(+Named, +Session, -Fewer, -Part) is nondet.
%
%   Part is what is not done: one change of a description or condition, wherever it is
%   named, or the cancelling of one outlet.

without_one(Named, Session, Fewer, Part) :-
    findall(Each, ( member(Change, Named), part(Change, Session, Each) ), Parts0),
    sort(Parts0, Parts),
    member(Part, Parts),
    findall(Less, ( member(Change, Named), left(Change, Session, Part, Less) ), Fewer).

part(_-_-Change, _, Holder) :-
    holder_of(Change, Holder).
part(Device-_-Change, Session, description(Spec, Path, What)) :-
    knowledge_base:device(Session, _, Device, Spec, _),
    (   Change = absent(Path, Asked),
        What = value(Asked)
    ;   Change = other_value(Path, Asked, _),
        What = value(Asked)
    ;   Change = unit_needed_twice(Path, Unit, _),
        What = unit(Unit)
    ).
part(_-_-condition_refuses(_, Condition, Spec), _, condition(Spec, Condition)).

left(Device-Group-Change, Session, Part, Device-Group-Less) :-
    (   part(Device-Group-Change, Session, Part)
    ->  (   Change = unit_taken(Path, Unit, Holders0)
        ->  Less = unit_taken(Path, Unit, Holders)
        ;   Change = device_taken(Holders0),
            Less = device_taken(Holders)
        ),
        subtract(Holders0, [Part], Holders)
    ;   Less = Change
    ).

%   Requests without the groups that no device could satisfy.

asked(Requests, Asked) :-
    findall(request(Name, Groups),
            ( member(request(Name, _, Explained), Requests),
              findall(Group, member(group(Group, _, _, _, _, within, _), Explained), Groups),
              Groups \== []
            ),
            Asked).

looked_at_device(Requests) :-
    member(request(_, _, Groups), Requests),
    member(group(_, Device, Group, _, _, within, _), Groups),
    Device \== '',
    Group \== none,
    !.

%   The verdict is that of the severest change.

verdict_of(Named, Requests, Verdict) :-
    (   member(request(_, _, Groups), Requests),
        member(group(_, _, _, _, _, beyond, _), Groups)
    ->  Verdict == never
    ;   findall(Severity-Each,
                ( member(_-_-Change, Named),
                  functor(Change, Cause, _),
                  severity(Cause, Severity, Each)
                ),
                All),
        keysort([0-possible|All], Sorted),
        last(Sorted, _-Verdict)
    ).

severity(unit_taken, 1, not_now).
severity(device_taken, 1, not_now).
severity(condition_refuses, 2, not_allowed).
severity(absent, 3, never).
severity(other_value, 3, never).
severity(unit_needed_twice, 3, never).

%   happens_with(+Named, +Terms, +Old, +Requester, +Outlet, +Restrictions,
%                +Alternative, +Asked) is semidet.
%
%   Old is the session as it is; it stays so.

happens_with(Named, Terms0, Old, Requester, Outlet, Restrictions, Alternative, Asked) :-
    foldl(changed(Old), Named, Terms0, Terms),
    (   Terms == Terms0
    ->  knowledge_base:trying(test_remedies:( cancelled(Named, Old),
                   happens_in(Old, Requester, Outlet, Restrictions, Alternative, Asked)
                 ))
    ;   text_of_terms(Terms, Text),
        knowledge_base:session(Old, Transport, _, _),
        setup_call_cleanup(
            api_open([transport(Transport)], New),
            ( load_text(New, Text),
              knowledge_base:trying(test_remedies:( goes_on_under(Old, New),
                         cancelled(Named, New),
                         happens_in(New, Requester, Outlet, Restrictions, Alternative, Asked)
                       ))
            ),
            api_close(New))
    ).

happens_in(Session, Requester, Outlet, Restrictions, Alternative, Asked) :-
    knowledge_base:requester(Session, Key, Requester, Spec, System),
    knowledge_base:outlet(Session, OutletKey, Key, Outlet),
    selection:pool(nobody, Session, System, Pool0),
    (   memberchk(device(Name), Restrictions)
    ->  knowledge_base:device(Session, Only, Name, _, _),
        include([participant(Each, _)]>>(Each == Only), Pool0, Pool)
    ;   Pool = Pool0
    ),
    Pool \== [],
    Context = context(Session, silent, participant(Key, Spec), none),
    \+ \+ selection:could_satisfy(Asked, Pool, Context, _),
    (   Restrictions == [],
        knowledge_base:spec_outlet(Session, Spec, Outlet, Alternatives),
        memberchk(alternative(Alternative, Priority, Asked), Alternatives),
        knowledge_base:outlet_status(OutletKey, Active, _),
        \+ ( Active = active(_, Better), Better >= Priority )
    ->  becomes_active(Session, OutletKey, Priority)
    ;   true
    ).

%   The outlet is the only one that waits.

becomes_active(Session, Outlet, Priority) :-
    forall(( knowledge_base:outlet(Session, Other, _, _),
             Other \== Outlet
           ),
           ( knowledge_base:outlet_status(Other, Active, _),
             knowledge_base:set_outlet_status(Other, Active, threshold)
           )),
    knowledge_base:outlet_status(Outlet, Before, _),
    knowledge_base:set_outlet_status(Outlet, Before, partial),
    selection:perform_match(Session, silent),
    knowledge_base:outlet_status(Outlet, active(_, Reached), _),
    Reached >= Priority.

%   cancelled(+Named, +Session) is det.

cancelled(Named, Session) :-
    findall(Holder,
            ( member(_-_-Change, Named),
              holder_of(Change, Holder)
            ),
            Holders0),
    sort(Holders0, Holders),
    forall(( member(holder(Requester, Outlet), Holders),
             knowledge_base:requester(Session, Key, Requester, _, _),
             knowledge_base:outlet(Session, OutletKey, Key, Outlet)
           ),
           selection:cancel_match(Session, silent, OutletKey)).

holder_of(unit_taken(_, _, Holders), Holder) :- member(Holder, Holders).
holder_of(device_taken(Holders), Holder) :- member(Holder, Holders).

changed(Session, Device-Group-Change, Terms0, Terms) :-
    knowledge_base:device(Session, _, Device, Spec, _),
    changed_description(Terms0, Spec, Group, Change, Terms).

%   goes_on_under(+Old, +New) is det.
%
%   What is going on in Old goes on in New, where the changed description is loaded.

goes_on_under(Old, New) :-
    forall(knowledge_base:system(Old, System, Status),
           knowledge_base:set_system(New, System, Status)),
    findall(gone(Key, on(System, Device, Spec), Units, States),
            ( knowledge_base:device(Old, Key, Device, Spec, System),
              findall(Unit, knowledge_base:unit_taken(Key, Unit), Units),
              findall(State-Value, knowledge_base:state_value(Key, State, Value), States)
            ),
            Gone),
    forall(member(gone(Key, _, _, _), Gone), pool:pool_remove(Key)),
    forall(member(gone(Key, on(System, Device, Spec), Units, States), Gone),
           ( knowledge_base:describe_spec(New, Spec),
             pool:pool_add(New, Key, Device, Spec, System),
             knowledge_base:set_states(Key, States),
             forall(member(Unit, Units), knowledge_base:take_unit(Key, Unit)),
             knowledge_base:tell_holder(Key)
           )),
    forall(retract(knowledge_base:requester(Old, Key, Requester, Spec, System)),
           assertz(knowledge_base:requester(New, Key, Requester, Spec, System))),
    findall(Outlet,
            ( retract(knowledge_base:outlet(Old, Outlet, Key, Name)),
              assertz(knowledge_base:outlet(New, Outlet, Key, Name))
            ),
            Outlets),
    knowledge_base:enqueue(Outlets, 1, New).

                 /*******************************
                 *      As short as it says     *
                 *******************************/

%   shorter(+Seed, -What) is nondet.
%
%   A remedy where one with fewer changes, conditions or outlets would do: all smaller
%   sets are tried where they are not too many.

shorter(Seed, shorter(Part, Found, Names)) :-
    scenario(Seed, Terms),
    transport(Seed, Transport),
    world(Terms, Transport, Session),
    different_case(Session, Names, Case),
    remedies:verdict(Case, Verdict),
    remedies:remedy(Case, Verdict, remedy(Changes, Open, GivenUp, _)),
    Case = case(_, _, context(Session, _, _, _), Holdings),
    trials:holders(Holdings, Holders),
    suppositions:changed_trees(Session, Changes, Trees),
    (   Part = changes,
        every_change(Case, Every),
        smaller(Every, Changes, Found),
        suppositions:changed_trees(Session, Found, FoundTrees),
        trials:trial(Case, FoundTrees, all, Holders, bound(_))
    ;   Part = conditions,
        remedies:every_condition(Case, Every),
        smaller(Every, Open, Found),
        trials:trial(Case, Trees, Found, Holders, bound(_))
    ;   Part = outlets,
        smaller(Holders, GivenUp, Found),
        trials:trial(Case, Trees, Open, Found, bound(_))
    ).

different_case(Session, Spec-Name, Case) :-
    findall(Spec-System, knowledge_base:requester(Session, _, _, Spec, System), Specs0),
    sort(1, @<, Specs0, Specs),
    member(Spec-System, Specs),
    once(knowledge_base:requester(Session, Key, _, Spec, System)),
    findall(Name-Requests,
            ( knowledge_base:spec_outlet(Session, Spec, _, Alternatives),
              member(alternative(Name, _, Requests), Alternatives)
            ),
            Asked0),
    sort(Asked0, Asked),
    member(Name-Requests0, Asked),
    Context = context(Session, silent, participant(Key, Spec), none),
    explanation:within_reach(Requests0, Context, Requests),
    Requests \== [],
    findall(participant(Device, DeviceSpec),
            ( connected_device(Session, Device, _),
              knowledge_base:device(Session, Device, _, DeviceSpec, _)
            ),
            Devices),
    trials:holdings(Session, Devices, Holdings),
    Case = case(Requests, Devices, Context, Holdings).

%   smaller(+Every, +Things, -Set): Set has fewer elements than Things; none of a size of
%   which there are too many to try.

smaller(Every, Things, Set) :-
    length(Things, Size),
    Size > 0,
    length(Every, Count),
    Most is Size - 1,
    between(0, Most, Smaller),
    tries(Smaller, Count, Tries),
    most_tries(Most0),
    Tries =< Most0,
    subset_of_size(Smaller, Every, Set).

%   As many as the engine promises to try.

most_tries(120).

tries(0, _, 1) :- !.
tries(Size, Count, Tries) :-
    Size1 is Size - 1,
    Count1 is Count - 1,
    tries(Size1, Count1, Tries1),
    Tries is Tries1 * Count / Size.

subset_of_size(0, _, []) :- !.
subset_of_size(Size, [Element|Elements], Set) :-
    (   Set = [Element|Rest],
        Left is Size - 1,
        subset_of_size(Left, Elements, Rest)
    ;   subset_of_size(Size, Elements, Set)
    ).

%   every_change(+Case, -Changes): what any group could want of any device group.

every_change(case(Requests, Devices, Context, _), Changes) :-
    Context = context(Session, _, participant(_, RequesterSpec), _),
    findall(Change,
            ( member(participant(_, Spec), Devices),
              knowledge_base:device_group(Session, Spec, Group, DeviceTerms),
              (   member(request(_, Groups), Requests),
                  member(RequestGroup, Groups),
                  knowledge_base:request_group(Session, RequesterSpec, RequestGroup, _, _, Terms),
                  missing_terms:all_missing(Terms, DeviceTerms, place(Spec, Group, []), Missing),
                  member(Change, Missing)
              ;   unit_place(DeviceTerms, [], Steps, Unit),
                  Change = spare(place(Spec, Group, Steps), Unit)
              )
            ),
            Changes0),
    sort(Changes0, Changes).

unit_place(Terms, Above, Steps, Unit) :-
    nth1(Index, Terms, branch(Name, tag(Id, _, _), has(Units, _, _, _), Below)),
    findall(Name, ( nth1(Other, Terms, branch(Name, _, _, _)), Other =< Index ), Same),
    length(Same, Number),
    suppositions:label(Name, Id, Number, Label),
    append(Above, [step(Name, Number, Label)], Here),
    (   member(Unit, Units),
        Steps = Here
    ;   unit_place(Below, Here, Steps, Unit)
    ).

                 /*******************************
                 *      What is asked about     *
                 *******************************/

%   seen(+Seed, -What) is nondet.

seen(Seed, What) :-
    scenario(Seed, Terms),
    transport(Seed, Transport),
    world(Terms, Transport, Session),
    questions(Seed, Session, Questions),
    member(q(Requester, Outlet, Restrictions, alternative(_, Verdict, Requests)), Questions),
    findall(Device-Groups, ( member(request(_, _, Groups), Requests),
                             member(group(_, Device, _, _, _, _, _), Groups) ), Bound),
    findall(Change, ( member(_-Groups, Bound),
                      member(group(_, _, _, _, _, _, Changes), Groups),
                      member(Change, Changes) ), Named),
    seen(Transport, Requester-Outlet, Restrictions, Verdict, Terms, Bound, Named, What).

seen(Transport, _, _, Verdict, _, _, _, Transport-Verdict).
seen(_, _, [_|_], Verdict, _, _, _, of_one_device(Verdict)).
seen(_, _, _, Verdict, _, Bound, _, of_several_devices(Verdict)) :-
    pairs_keys(Bound, Devices0),
    sort(Devices0, Devices),
    length(Devices, Count),
    Count > 1.
seen(_, _, _, Verdict, _, Bound, _, later_group_of_a_device(Verdict)) :-
    member(_-[_|Groups], Bound),
    member(group(_, _, _, _, _, _, [_|_]), Groups).
seen(_, _, _, _, _, _, Named, Cause) :-
    member(Change, Named),
    functor(Change, Cause, _).
seen(_, Requester-Outlet, _, Verdict, _, _, Named, held_by_itself(Verdict)) :-
    member(Change, Named),
    holder_of(Change, holder(Requester, Outlet)).
seen(Transport, _, _, _, _, _, Named, Transport-several_holders) :-
    findall(Holder, ( member(Change, Named), holder_of(Change, Holder) ), Holders0),
    sort(Holders0, [_, _|_]).
seen(_, _, _, _, Terms, _, Named, a_condition_on_states) :-
    member(condition_refuses(_, Condition, Spec), Named),
    member(( match_condition(Spec, Condition, _) :- Body ), Terms),
    sub_term(Goal, Body),
    subsumes_term(current_state(_, _), Goal).

to_be_seen(Transport-Verdict) :-
    member(Transport, [shared, whole_device]),
    member(Verdict, [active, possible, not_now, not_allowed, never, several_holders]).
to_be_seen(What) :-
    member(Verdict, [not_now, not_allowed, never]),
    member(What, [of_one_device(Verdict), of_several_devices(Verdict),
                  later_group_of_a_device(Verdict)]).
to_be_seen(held_by_itself(not_now)).
to_be_seen(a_condition_on_states).
to_be_seen(Cause) :-
    severity(Cause, _, _).

:- begin_tests(remedies).

test('what is named helps', [forall(tried(50, 40, Seed)), Wrong == []]) :-
    findall(What, wrong(Seed, What), Wrong).

test('no shorter list would do', [forall(tried_for_less(Seed)), Wrong == []]) :-
    findall(What, once(shorter(Seed, What)), Wrong).

test('questions of all kinds are asked', Missing == []) :-
    findall(What, ( tried(30, 60, Seed), seen(Seed, What) ), Seen0),
    sort(Seen0, Seen),
    findall(What, to_be_seen(What), All),
    subtract(All, Seen, Missing).

tried(Count, Small, Seed) :-
    (   between(1, Count, Seed)
    ;   between(1, Small, Number),
        Seed = small(Number)
    ).

%   Some once had a longer list than was needed.

tried_for_less(Seed) :-
    (   between(101, 140, Seed)
    ;   member(Number, [265, 507, 579]),
        Seed = small(Number)
    ;   between(41, 70, Number),
        Seed = small(Number)
    ).

:- end_tests(remedies).
