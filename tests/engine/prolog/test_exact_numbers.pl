% SPDX-License-Identifier: Apache-2.0
:- module(test_exact_numbers, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(occurs), [sub_term/2]).
:- use_module(library(readutil), [read_file_to_terms/3]).
:- use_module(engine_under_test).
:- use_module(loading).
:- use_module('../../../engine/prolog/body_store', []).
:- use_module('../../../engine/prolog/exact_numbers').

/** <module> What a number is, whenever garbage is collected */

:- begin_tests(is_rational).

test(numbers_without_point, [forall(member(Number, [0, -3, 1r3, 100000000000000000000]))]) :-
    is_rational(Number).
test(anything_else, [forall(member(Term, [_, 0.5, a, '1r3', "1", f(1), []])), fail]) :-
    is_rational(Term).
test(a_collection_comes_between) :-
    arg(1, number(1r3), Number),
    garbage_collect,
    is_rational(Number).

%   The instruction of rational/1 is wrong in SWI-Prolog 9.0.4.

test(no_module_calls_rational, Calls == []) :-
    repository_files('engine/prolog/*.pl', Files),
    findall(File:Goal,
            ( member(File, Files),
              read_file_to_terms(File, Terms, [module(reader), encoding(utf8)]),
              member((Head :- Body), Terms),
              Head \= is_rational(_),
              sub_term(Goal, Body),
              nonvar(Goal),
              Goal = rational(_)
            ),
            Calls).
test(nor_does_a_body, Calls == []) :-
    with_session(Session,
                 ( text_diagnostics(Session, "device(d, \"x\").
match_condition(d, c, S) :- submatch_value(S, [a], V), rational(V), \\+ \\+ rational(V).
", []),
                   knowledge_base:session(Session, _, _, Home),
                   findall(Goal,
                           ( body_store:stored_body(Home, d, _, clause(_, Body)),
                             sub_term(Goal, Body),
                             nonvar(Goal),
                             Goal = rational(_)
                           ),
                           Calls)
                 )).

:- end_tests(is_rational).
