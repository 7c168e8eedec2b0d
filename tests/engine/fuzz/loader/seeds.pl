% SPDX-License-Identifier: Apache-2.0

/** <module> What the fuzzer of the loader starts from

make_seeds(Top, Folder), Top the root of the source tree, writes to Folder every
text of tests/engine/prolog/mistakes.pl, one with each hostile body of
test_hostile.pl, and the words of the language and of the built-in taxonomy as
`words.dict`, a dictionary of libFuzzer.
*/

:- module(seeds,
          [ make_seeds/2                % +Top, +Folder
          ]).
:- use_module(library(lists), [member/2, nth1/3]).
:- use_module('../seed_files').

:- set_prolog_flag(encoding, utf8).

%!  make_seeds(+Top, +Folder) is det.

make_seeds(Top, Folder) :-
    load_tests(Top),
    forall(seed(Name, Text), write_seed(Folder, Name, pl, Text)),
    taxonomy_words(Top, Names),
    findall(Word, ( member(Name, Names), source_word(Name, Word) ), Words),
    write_dictionary(Folder, Words).

load_tests(Top) :-
    forall(member(File, [test_mistakes, test_hostile]),
           ( atomic_list_concat([Top, '/tests/engine/prolog/', File, '.pl'], Path),
             load_files(user:Path, [imports([]), silent(true)])
           )).

%   seed(-Name, -Text)

seed(Name, Text) :-
    findall(Source, mistakes:mistake(_, Source, _), Sources),
    nth1(N, Sources, Source),
    test_mistakes:source_text(Source, Text),
    format(atom(Name), 'mistake_~|~`0t~d~3+', [N]).
seed(Name, Text) :-
    findall(Goal, test_hostile:refused(Goal), Goals),
    nth1(N, Goals, Goal),
    format(string(Text), 'device(a, "x").~nmatch_condition(a, c, _) :- ~w.~n', [Goal]),
    format(atom(Name), 'hostile_~|~`0t~d~3+', [N]).

%   In a source, a name with arguments has its bracket.

source_word(Name/atom, Name).
source_word(Name/functor, Word) :-
    atom_concat(Name, '(', Word).
