% SPDX-License-Identifier: Apache-2.0
:- module(test_sketches, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(random)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/sketches').
:- use_module('../../../engine/prolog/reach').
:- use_module('../../../engine/prolog/pool').

%   What a sketch rules out is out of reach: for random groups, with numbers that floats cannot
%   tell apart or cannot hold, and for what each kind of value comes to.

:- begin_tests(sketches).

test(rules_out_nothing_within_reach, true(Wrong == [])) :-
    random_between(1, 1000000, Seed),
    format("seed ~d~n", [Seed]),
    set_random(seed(Seed)),
    findall(Wanted-Groups-Verdict,
            ( between(1, 3000, _),
              random_request(Wanted),
              random_device(Groups),
              verdict(Wanted, Groups, Verdict),
              Verdict == wrong
            ),
            Wrong).

%   Not all: half of the random groups have weights or numbers beyond the tolerance.

test(rules_out_most_of_what_is_out_of_reach) :-
    set_random(seed(7)),
    findall(Verdict,
            ( between(1, 2000, _),
              random_request(Wanted),
              random_device(Groups),
              verdict(Wanted, Groups, Verdict)
            ),
            Verdicts),
    include(==(ruled_out), Verdicts, RuledOut),
    include(==(missed), Verdicts, Missed),
    length(RuledOut, Most),
    length(Missed, Few),
    assertion(Most > 300),
    assertion(2 * Few < Most).

test(another_value, true(Verdict == ruled_out)) :-
    verdict([1-[request_leaf(a, point(1r3), 1)]], [[device_leaf(a, point(1r2))]], Verdict).
test(another_word, true(Verdict == ruled_out)) :-
    verdict([1-[request_leaf(a, point(red), 1)]], [[device_leaf(a, points([blue, green]))]], Verdict).
test(beside_the_range, true(Verdict == ruled_out)) :-
    verdict([1-[request_leaf(a, point(5), 1)]],
            [[device_leaf(a, interval(unbounded, closed(4, none)))]], Verdict).
test(ranges_apart, true(Verdict == ruled_out)) :-
    verdict([1-[request_leaf(a, interval(closed(5, none), unbounded), 1)]],
            [[device_leaf(a, joined(unbounded, closed(4, none)))]], Verdict).
test(another_group_each, true(Verdict == ruled_out)) :-
    verdict([2-[request_leaf(a, any, 1), request_leaf(b, any, 1)]],
            [[device_leaf(a, point(1))], [device_leaf(b, point(1))]], Verdict).
test(both_groups_are_needed, true(Verdict == ruled_out)) :-
    verdict([1-[request_leaf(a, any, 1)], 1-[request_leaf(b, any, 1)]],
            [[device_leaf(a, point(1))]], Verdict).
test(equal_to_the_last_digit, true(Verdict == reachable)) :-
    X is 10**40 + 1r3,
    verdict([1-[request_leaf(a, point(X), 1)]], [[device_leaf(a, point(X))]], Verdict).
test(beyond_floats, true(Verdict == reachable)) :-
    X is 10**400,
    verdict([X-[request_leaf(a, point(X), X)]],
            [[device_leaf(a, interval(closed(X, none), unbounded))]], Verdict).

:- end_tests(sketches).

%   verdict(+Wanted, +Groups, -Verdict): `reachable` or `missed` (out of reach, and the sketch
%   does not know) or `ruled_out`; `wrong` if that is within reach. Wanted is a list of
%   Accept-Terms, Groups one of Terms, in the short form of this file.

verdict(Wanted0, Groups0, Verdict) :-
    maplist(wanted, Wanted0, Wanted),
    maplist(maplist(term), Groups0, Groups),
    (   pool_rules_out(Wanted, Groups)
    ->  (   within_reach_of(Wanted, Groups)
        ->  Verdict = wrong
        ;   Verdict = ruled_out
        )
    ;   within_reach_of(Wanted, Groups)
    ->  Verdict = reachable
    ;   Verdict = missed
    ).

wanted(Accept-Terms0, Accept-Terms) :-
    maplist(term, Terms0, Terms).

within_reach_of(Wanted, Groups) :-
    \+ ( member(Accept-Terms, Wanted),
         \+ ( member(DeviceTerms, Groups),
              best_factor(Terms, DeviceTerms, Found, Factor),
              Found > 0,
              Factor >= Accept
            )
       ).

%   The pool finds no device for the request.

pool_rules_out(Wanted, Groups) :-
    request_sketch(Wanted, RequestSketch),
    device_sketch(Groups, DeviceSketch),
    pool_new_key(Session),
    setup_call_cleanup(pool_open(Session),
                       \+ offered(Session, RequestSketch, DeviceSketch),
                       pool_close(Session)).

offered(Session, RequestSketch, DeviceSketch) :-
    pool_set_connected(Session, here, true),
    pool_set_spec(Session, spec, [unit], [], false),
    pool_sketch_spec(Session, spec, DeviceSketch),
    pool_new_key(Device),
    pool_add(Session, Device, device, spec, here),
    pool_ask(Session, requester, what, Ask),
    pool_sketch_ask(Session, Ask, RequestSketch),
    pool_candidate(Session, Ask, here, 0, [], Device, spec, _).

%   term(+Short, -Term): as loader.pl makes them.

term(request_leaf(Name, Value0, Weight), leaf(Name, Value, wants(Weight, []))) :-
    value(Value0, Value).
term(device_leaf(Name, Value0), leaf(Name, Value, has([]))) :-
    value(Value0, Value).
term(request_branch(Name, Accept, Weight, Below0),
     branch(Name, tag(Name, module, 0), wants(Accept, Weight, [], [], []), Below)) :-
    maplist(term, Below0, Below).
term(device_branch(Name, Below0),
     branch(Name, tag(Name, module, 0), has([], [], [], []), Below)) :-
    maplist(term, Below0, Below).

value(any, any) :-
    !.
value(Extent, value(Space, none, Extent)) :-
    (   is_of_words(Extent)
    ->  Space = term
    ;   Space = count
    ).

is_of_words(point(P)) :- atom(P).
is_of_words(points([P|_])) :- atom(P).

%   Random groups, of few names and values, so that they meet.

random_request(Wanted) :-
    random_between(1, 2, Count),
    length(Wanted, Count),
    maplist(random_wanted, Wanted).

random_wanted(Accept-Terms) :-
    one_of([0, 1, 2, 3, 5, 8, 1r3], Accept),
    random_terms(2, request, Terms).

random_device(Groups) :-
    random_between(1, 3, Count),
    length(Groups, Count),
    maplist(random_terms(2, device), Groups).

random_terms(Depth, Whose, Terms) :-
    random_between(1, 4, Count),
    length(Terms, Count),
    maplist(random_term(Depth, Whose), Terms).

random_term(Depth, Whose, Term) :-
    one_of([a, b, c], Name),
    (   Depth > 0,
        maybe
    ->  Below is Depth - 1,
        random_terms(Below, Whose, Terms),
        random_branch(Whose, Name, Terms, Term)
    ;   random_leaf(Whose, Name, Term)
    ).

random_branch(device, Name, Terms, device_branch(Name, Terms)).
random_branch(request, Name, Terms, request_branch(Name, Accept, Weight, Terms)) :-
    one_of([any, any, -1, 0, 1, 2, 3], Accept),
    random_weight(Weight).

random_leaf(device, Name, device_leaf(Name, Value)) :-
    random_value(Value).
random_leaf(request, Name, request_leaf(Name, Value, Weight)) :-
    (   maybe(0.1)
    ->  Value = any
    ;   random_value(Value)
    ),
    random_weight(Weight).

random_weight(Weight) :-
    Huge is 10**30,
    Minus is -Huge,
    one_of([0, 1, 1, 2, 3, -1, 1r3, 2r3, Huge, Minus], Weight).

random_value(Value) :-
    one_of([point, points, interval, words], Kind),
    random_value(Kind, Value).

random_value(point, point(P)) :-
    random_number(P).
random_value(points, points([P, Q])) :-
    random_number(P),
    random_number(Q).
random_value(words, point(P)) :-
    one_of([red, green], P).
random_value(interval, interval(Lower, Upper)) :-
    random_end(Lower),
    random_end(Upper).

random_end(End) :-
    random_number(P),
    one_of([unbounded, closed(P, none), open(P, none)], End).

random_number(P) :-
    Near is 1 + 1 rdiv 10**30,
    Large is 10**400,
    one_of([0, 1, 2, 3, 1r3, Near, Large], P).
