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
%   tell apart or cannot hold, for what each kind of value comes to, and for pools where some have
%   words in common, at the same place or elsewhere, and some words nobody else has.

:- begin_tests(sketches).

test(rules_out_nothing_within_reach, true(Wrong == [])) :-
    any_seed,
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

test(rules_out_nothing_within_reach_in_a_pool, true(Wrong == [])) :-
    any_seed,
    findall(Each,
            ( between(1, 20, _),
              random_pool(Requests, Specs),
              pool_verdict(Requests, Specs, Each, wrong)
            ),
            Wrong).

test(rules_out_most_of_what_is_out_of_reach_in_a_pool) :-
    set_random(seed(7)),
    random_pool(Requests, Specs),
    findall(Verdict, pool_verdict(Requests, Specs, _, Verdict), Verdicts),
    include(==(ruled_out), Verdicts, RuledOut),
    include(==(reachable), Verdicts, Reachable),
    include(==(missed), Verdicts, Missed),
    length(RuledOut, Most),
    length(Reachable, Some),
    length(Missed, Few),
    assertion(Most > 300),
    assertion(Some > 30),
    assertion(4 * Few < Most).

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
test(nothing_in_common, true(Verdict == ruled_out)) :-
    verdict([0-[request_leaf(a, any, 1)]], [[device_leaf(b, point(1))]], Verdict).
test(the_same_word_elsewhere, true(Verdict == ruled_out)) :-
    verdict([1-[request_branch(a, any, 1, [request_leaf(c, any, 1)]), request_leaf(d, any, 0)]],
            [[device_branch(b, [device_leaf(c, point(1))]), device_leaf(c, point(1)),
              device_leaf(d, point(1))]],
            Verdict).
test(a_branch_is_no_leaf, true(Verdict == ruled_out)) :-
    verdict([1-[request_leaf(a, any, 1), request_leaf(d, any, 0)]],
            [[device_branch(a, [device_leaf(a, point(1))]), device_leaf(d, point(1))]], Verdict).
test(a_branch_with_nothing_below, true(Verdict == ruled_out)) :-
    verdict([0-[request_branch(a, any, 1, [])]], [[device_branch(a, [device_leaf(b, point(1))])]],
            Verdict).
test(weights_below_zero_count_as_none, true(Verdict == reachable)) :-
    verdict([0-[request_leaf(a, any, -1), request_leaf(b, any, 0)]], [[device_leaf(a, point(1))]],
            Verdict).
test(equal_to_the_last_digit, true(Verdict == reachable)) :-
    X is 10**40 + 1r3,
    verdict([1-[request_leaf(a, point(X), 1)]], [[device_leaf(a, point(X))]], Verdict).
test(beyond_floats, true(Verdict == reachable)) :-
    X is 10**400,
    verdict([X-[request_leaf(a, point(X), X)]],
            [[device_leaf(a, interval(closed(X, none), unbounded))]], Verdict).

%   Words of a session's own that come when devices are there, with names that stand elsewhere too.

test(words_that_come_later, true(Early-Late == [old]-[new])) :-
    session_of("device(box, \"a box\").
                registration_unit(box, in).
                device_group(box, g, [task_element([task([function([data_channels(1)])])])]).",
               Session),
    happens(Session, device_connect(here, old, box)),
    own_words(Words),
    asks(early, data_channels, AsksEarly),
    asks(late, level, AsksLate),
    atomic_list_concat([Words, AsksEarly, AsksLate,
                        'device(other, "another").
                         registration_unit(other, in).
                         device_group(other, g, [task_element([task([parts([level(1)])]),
                                                               things([function([level(1)])])])]).
                         device(own, "one with all of the words").
                         registration_unit(own, in).
                         device_group(own, g, [task_element([task([function([level(1)])])])]).'],
                       Text),
    load_text(Session, Text),
    all_happen(Session, [ requester_create(here, early, early),
                          requester_create(here, late, late),
                          device_connect(here, another, other),
                          device_connect(here, new, own)
                        ]),
    participants(Session, early, Early),
    participants(Session, late, Late).

:- end_tests(sketches).

own_words('io_category(things, [task_element], "things").
           io_subcategory(things/function, "like that of tasks").
           io_aspect(things/function/level, count, "a level").
           io_subcategory(task/parts, "parts").
           io_aspect(task/parts/level, count, "a level").
           io_aspect(task/function/level, count, "a level").
').

asks(Spec, Aspect, Text) :-
    format(atom(Text),
           'requester(~w, "asks").
            outlet(~w, o, [a-1]).
            composite_request(~w, a, [q]).
            request(~w, q, [g]).
            request_group(~w, g, taskflow, accept(1), [task_element([task([
                function([~w(1, weight(1))])])])]).
           ', [Spec, Spec, Spec, Spec, Spec, Aspect]).

any_seed :-
    random_between(1, 1000000, Seed),
    format("seed ~d~n", [Seed]),
    set_random(seed(Seed)).

%   verdict(+Wanted, +Groups, -Verdict): `reachable` or `missed` (out of reach, and the sketch
%   does not know) or `ruled_out`; `wrong` if that is within reach. Wanted is a list of
%   Accept-Terms, Groups one of Terms, in the short form of this file.

verdict(Wanted, Groups, Verdict) :-
    once(pool_verdict([Wanted], [Groups], _, Verdict)).

%   pool_verdict(+Requests, +Specs, -Pair, -Verdict) is nondet: so for each Pair of the two, all of
%   them in one pool. There are as many requests as specs.

pool_verdict(Requests0, Specs0, Wanted0-Groups0, Verdict) :-
    maplist(maplist(wanted), Requests0, Requests),
    maplist(maplist(maplist(term)), Specs0, Specs),
    offered(Requests, Specs, Offered),
    nth1(I, Requests, Wanted),
    nth1(J, Specs, Groups),
    (   memberchk(I-J, Offered)
    ->  Ruled = no
    ;   Ruled = out
    ),
    (   within_reach_of(Wanted, Groups)
    ->  Within = yes
    ;   Within = no
    ),
    verdict_of(Ruled, Within, Verdict),
    nth1(I, Requests0, Wanted0),
    nth1(J, Specs0, Groups0).

verdict_of(no, yes, reachable).
verdict_of(no, no, missed).
verdict_of(out, no, ruled_out).
verdict_of(out, yes, wrong).

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

%   offered(+Requests, +Specs, -Offered): the I-J for which the pool offers a device of the Jth spec
%   to the Ith request. They come by turns, and each looks at the specs that have come, then all
%   look at all.

offered(Requests, Specs, Offered) :-
    pool_new_key(Session),
    setup_call_cleanup(pool_open(Session),
                       offered(Session, Requests, Specs, Offered),
                       pool_close(Session)).

offered(Session, Requests, Specs, Offered) :-
    pool_set_connected(Session, here, true),
    forall(nth1(I, Specs, Groups),
           ( spec_comes(Session, I, Groups),
             nth1(I, Requests, Wanted),
             request_comes(Session, I, Wanted),
             findall(J, offered_spec(Session, I, J), _)
           )),
    findall(I-J, ( nth1(I, Requests, _), offered_spec(Session, I, J) ), Offered).

spec_comes(Session, J, Groups) :-
    device_sketch(Groups, Sketch),
    atom_number(Spec, J),
    pool_set_spec(Session, Spec, [unit], [], false),
    pool_sketch_spec(Session, Spec, Sketch),
    pool_new_key(Device),
    pool_add(Session, Device, Spec, Spec, here).

request_comes(Session, I, Wanted) :-
    request_sketch(Wanted, Sketch),
    pool_ask(Session, requester, I, Ask),
    pool_sketch_ask(Session, Ask, Sketch).

offered_spec(Session, I, J) :-
    pool_ask(Session, requester, I, Ask),
    offered_after(Session, Ask, 0, J).

offered_after(Session, Ask, After, J) :-
    pool_candidate(Session, Ask, here, After, [], Device, Spec, _),
    (   atom_number(Spec, J)
    ;   offered_after(Session, Ask, Device, J)
    ).

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
    random_request([a, b, c], 2, Wanted).

random_device(Groups) :-
    random_device([a, b, c], 2, Groups).

random_request(Names, Depth, Wanted) :-
    random_between(1, 2, Count),
    length(Wanted, Count),
    maplist(random_wanted(Names, Depth), Wanted).

random_wanted(Names, Depth, Accept-Terms) :-
    one_of([0, 1, 2, 3, 5, 8, 1r3], Accept),
    random_terms(Names, Depth, request, Terms).

random_device(Names, Depth, Groups) :-
    random_between(1, 3, Count),
    length(Groups, Count),
    maplist(random_terms(Names, Depth, device), Groups).

%   Some have none of the names that others have, and all of them together more than sketches
%   tell apart at once.

random_pool(Requests, Specs) :-
    length(Requests, 40),
    length(Specs, 40),
    maplist(random_in_pool(random_request), Requests),
    maplist(random_in_pool(random_device), Specs).

random_in_pool(Random, One) :-
    random_between(0, 4, Own),
    length(Names0, Own),
    maplist(own_name, Names0),
    (   maybe(0.8)
    ->  Names = [a, b|Names0]
    ;   Names = [c|Names0]
    ),
    random_between(0, 4, Depth),
    call(Random, Names, Depth, One).

own_name(Name) :-
    random_between(1, 100, N),
    atom_concat(own, N, Name).

random_terms(Names, Depth, Whose, Terms) :-
    random_between(1, 4, Count),
    length(Terms, Count),
    maplist(random_term(Names, Depth, Whose), Terms).

random_term(Names, Depth, Whose, Term) :-
    one_of(Names, Name),
    (   Depth > 0,
        maybe
    ->  Below is Depth - 1,
        random_terms(Names, Below, Whose, Terms),
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
