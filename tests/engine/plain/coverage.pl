% SPDX-License-Identifier: Apache-2.0
:- module(coverage,
          [ start_coverage/0,
            cover/1,                    % +Terms
            print_summary/0,
            print_coverage/2            % +FirstSeed, +Count
          ]).

/** <module> What generated scenarios bring about

Counts scenarios in which something happens at least once. What can be seen
in the worlds between the events is taken from there; the rest is counted by
wrapping predicates of the plain procedure.
*/

:- use_module(library(apply)).
:- use_module(library(lists)).
:- use_module(library(prolog_wrap)).
:- use_module(plain_match).
:- use_module(generate).

:- dynamic
    happened/1,                 % in this scenario
    scenarios/2,                % What, number of scenarios
    values_met/3.               % RequestForm, DeviceForm, number of times

%!  print_coverage(+FirstSeed, +Count) is det.

print_coverage(First, Count) :-
    start_coverage,
    Last is First + Count - 1,
    statistics(cputime, Before),
    forall(between(First, Last, Seed),
           ( generate(Seed, Terms),
             cover(Terms)
           )),
    statistics(cputime, After),
    print_summary,
    Rate is Count / max(0.001, After - Before),
    format("seeds ~d to ~d, ~1f scenarios a second (generated and run)~n",
           [First, Last, Rate]).

%!  start_coverage is det.

start_coverage :-
    retractall(scenarios(_, _)),
    retractall(values_met(_, _, _)),
    note_calls.

note_calls :-
    wrap_predicate(plain_match:satisfy_group(_, _, _, _, _, _, _, _), coverage, Group,
                   ( Group, coverage:count(applied) )),
    wrap_predicate(plain_match:record_group(_, _, _, _, _), coverage, Record,
                   ( Record, coverage:count(recorded) )),
    wrap_predicate(plain_match:condition_holds(_, Side, _, _), coverage, Condition,
                   coverage:note_condition(Condition, Side)),
    wrap_predicate(plain_match:units_available(_, _, _), coverage, Units,
                   coverage:note_units(Units)),
    wrap_predicate(plain_match:run_body(_, _, _, _), coverage, Body,
                   ( Body -> true ; coverage:note('a body fails or throws'), fail )),
    wrap_predicate(plain_match:cancel_outlet(_, _, _), coverage, Cancel,
                   ( Cancel, coverage:note('a match is cancelled') )),
    wrap_predicate(plain_match:common(Request, Device, _), coverage, Common,
                   ( Common, coverage:met(Request, Device) )),
    wrap_predicate(plain_match:adjust_state(_, _, _, _, _, _), coverage, Adjust,
                   ( coverage:note('a state is adjusted'), Adjust )).

note_condition(Condition, Side) :-
    functor(Side, Name, _),
    (   call(Condition)
    ->  atomic_list_concat(['a condition of a ', Name, ' holds'], What),
        note(What)
    ;   atomic_list_concat(['a condition of a ', Name, ' refuses'], What),
        note(What),
        fail
    ).

note_units(Units) :-
    (   call(Units)
    ->  true
    ;   note('a unit is taken already'),
        fail
    ).

count(What) :-
    flag(What, Number, Number + 1).

note(What) :-
    (   happened(What)
    ->  true
    ;   assertz(happened(What))
    ).

met(Request, Device) :-
    form(Request, Form1),
    form(Device, Form2),
    (   retract(values_met(Form1, Form2, Number0))
    ->  true
    ;   Number0 = 0
    ),
    Number is Number0 + 1,
    assertz(values_met(Form1, Form2, Number)).

form(words(List), Form) :- plural(List, words, Form).
form(texts(_), text).
form(numbers(count, _, List), Form) :- !, plural(List, counts, Form).
form(numbers(_, _, List), Form) :- plural(List, quantities, Form).
form(range(count, _, _, _), 'count range') :- !.
form(range(_, _, _, _), 'quantity range').

plural([_], What, Form) :- !, atom_concat('one of ', What, Form).
plural(_, What, What).

%!  cover(+Terms) is det.
%
%   Run a scenario with both transports and count what happens.

cover(Terms) :-
    retractall(happened(_)),
    flag(applied, _, 0),
    flag(recorded, _, 0),
    plain_trail(Terms, shared, Steps),
    steps_seen([step(none, world(shared, [], [], []))|Steps]),
    flag(applied, Applied, Applied),
    flag(recorded, Recorded, Recorded),
    (   Applied > Recorded
    ->  note('a group is undone')
    ;   true
    ),
    plain_lines_of_terms(Terms, shared, Lines1),
    plain_lines_of_terms(Terms, whole_device, Lines2),
    (   Lines1 == Lines2
    ->  true
    ;   note('the transports differ')
    ),
    forall(happened(What), add_scenario(What)),
    add_scenario(all).

add_scenario(What) :-
    (   retract(scenarios(What, Number0))
    ->  true
    ;   Number0 = 0
    ),
    Number is Number0 + 1,
    assertz(scenarios(What, Number)).

steps_seen([_]).
steps_seen([step(_, Before), step(Event, After)|Steps]) :-
    seen(Before, Event, After),
    steps_seen([step(Event, After)|Steps]).

seen(world(_, _, _, Requesters0), Event, world(_, _, _, Requesters)) :-
    functor(Event, Kind, _),
    forall(( member(requester(Name, _, _, Outlets, _), Requesters),
             member(outlet(Outlet, Status, Active, Groups), Outlets),
             Active \== none
           ),
           ( note('a transaction'),
             atomic_list_concat(['status ', Status], What),
             note(What),
             several(Groups),
             changed(Requesters0, Name, Outlet, Kind, Active, Groups)
           )).

several([group(_, _, Device, _, _, _)|Groups]) :-
    (   Groups == []
    ->  true
    ;   note('a match of several groups'),
        (   member(group(_, _, Other, _, _, _), Groups),
            Other \== Device
        ->  note('a match over several devices')
        ;   true
        )
    ).

changed(Requesters0, Name, Outlet, Kind, Active, Groups) :-
    (   memberchk(requester(Name, _, _, Outlets0, _), Requesters0),
        memberchk(outlet(Outlet, _, Active0, Groups0), Outlets0)
    ->  (   Active0 == none
        ->  (   memberchk(Kind, [device_disconnect, requester_cancel,
                                 system_disconnect])
            ->  note('a match by what went')
            ;   true
            )
        ;   Active0 \== Active
        ->  note('an upgrade')
        ;   Groups0 \== Groups
        ->  note('a match moves')
        ;   true
        )
    ;   true
    ).

%!  print_summary is det.

print_summary :-
    scenarios(all, All),
    format("share of ~d scenarios with at least one of~n", [All]),
    findall(Number-What, scenarios(What, Number), Pairs0),
    sort(0, @>=, Pairs0, Pairs),
    forall(( member(Number-What, Pairs),
             What \== all
           ),
           ( Share is 100 * Number / All,
             format("~t~1f~6| %  ~w~n", [Share, What])
           )),
    format("values that met, request with device~n"),
    findall(Number-(Form1-Form2), values_met(Form1, Form2, Number), Met0),
    sort(0, @>=, Met0, Met),
    forall(member(Number-(Form1-Form2), Met),
           format("~t~d~8|  ~w with ~w~n", [Number, Form1, Form2])).
