% SPDX-License-Identifier: Apache-2.0
:- module(test_fuzz_findings, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(engine_under_test, []).
:- use_module(loading).
:- use_module('../../../engine/prolog/engine_api').

/** <module> What the fuzzer of the loader found

Each test is the shortest text that once made the loader throw, fail or say
something wrong. tests/engine/fuzz/README.md tells how to find more.
*/

:- set_prolog_flag(double_quotes, string).

%   places(+Sources, -Places): Places are Name:Line:Column of each diagnostic
%   of a load of all Sources, Name-Text.

places(Sources, Places) :-
    findall(text(Name, Text, description), member(Name-Text, Sources), Texts),
    with_session(Session, api_load(Session, Texts, Diagnostics)),
    findall(Name:Line:Column, member(diagnostic(_, Name, Line, Column, _, _), Diagnostics), Places).

:- begin_tests(fuzz_findings).

test(a_usb_identity_that_is_no_number_stands_twice, Places == ['a.pl':2:24, 'a.pl':3:24]) :-
    places(['a.pl'-"device(a, \"\").
usb_identity(a, 0x77d, d).
usb_identity(a, 0x77d, d).
"], Places).

test(a_group_of_two_sources_has_one_element_twice,
     Places == ['a.pl':1:41, 'b.pl':2:1, 'b.pl':3:5, 'b.pl':3:22]) :-
    places(['a.pl'-"device_group(d, g, [ task_element(te, [ x ]) ]).",
            'b.pl'-"device(d, \"\").
device_group(d, g, [
    task_element(te, red)]).
"], Places).

test(two_elements_have_the_same_id_that_is_none, Places == ['a.pl':2:35, 'a.pl':2:57]) :-
    places(['a.pl'-"device(d, \"\").
device_group(d, g, [ task_element([], []), task_element([], []) ]).
"], Places).

%   The predicates of the two helpers once had one name.

test(a_helper_is_called_in_its_own_spec_only, Outcomes == [a-false, 'a helper'-false]) :-
    with_session(Session,
                 ( text_diagnostics(Session,
                                    "device(a, \"\").
match_condition(a, c, _) :- 'helper x'(2).
'helper x'(1).
device('a helper', \"\").
match_condition('a helper', c, _) :- x(1).
x(2).
", []),
                   knowledge_base:session(Session, _, _, Home),
                   findall(Spec-Outcome,
                           ( member(Spec, [a, 'a helper']),
                             bodies:condition_outcome(Home, Spec, c, call([], []), Outcome)
                           ),
                           Outcomes)
                 )).

%   A predicate cannot have so many.

test(a_helper_has_more_arguments_than_a_predicate_can,
     Sentences == ["a helper takes 100 arguments at most, and `h` has 1,023; \c
                    a list can hold what belongs together"]) :-
    length(Arguments, 1023),
    maplist(=(x), Arguments),
    Helper =.. [h|Arguments],
    format(string(Text), 'device(d, "x").~nmatch_condition(d, c, _) :- ~q.~n~q.~n', [Helper, Helper]),
    with_session(Session, text_diagnostics(Session, Text, Diagnostics)),
    findall(Sentence, member(diagnostic(error, _, _, _, _, Sentence), Diagnostics), Sentences).

%   A place of one was looked for in the other.

test(two_sources_have_one_name, Found == [a:1:1-"two different sources of this load are named `a`: \c
                                                  give each a name of its own"]) :-
    Sources = [text(a, "", description),
               text(a, "device(d, \"x\").\nstate(d, s, nothing).\n", description)],
    with_session(Session, api_load(Session, Sources, Diagnostics)),
    findall(Name:Line:Column-Sentence,
            member(diagnostic(error, Name, Line, Column, _, Sentence), Diagnostics),
            Found).
test(a_source_comes_twice, Count == 1) :-
    Source = text(a, "device(d, \"x\").\n", description),
    with_session(Session, api_load(Session, [Source, Source], Diagnostics)),
    length(Diagnostics, Count).

:- end_tests(fuzz_findings).
