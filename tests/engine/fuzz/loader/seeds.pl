% SPDX-License-Identifier: Apache-2.0

/** <module> What the fuzzer of the loader starts from

    swipl -f none --no-packs seeds.pl -- Top Folder

Top is the root of the source tree. Writes to Folder every text of
tests/engine/prolog/mistakes.pl, one with each hostile body of test_hostile.pl, and
the words of the language and of the built-in taxonomy as `words.dict`, a
dictionary of libFuzzer.
*/

:- module(seeds, []).
:- use_module(library(lists), [member/2, memberchk/2, nth1/3]).
:- use_module(library(occurs), [sub_term/2]).
:- use_module(library(readutil), [read_file_to_terms/3]).

:- set_prolog_flag(encoding, utf8).
:- initialization(main, main).

main :-
    current_prolog_flag(argv, [Top, Folder]),
    load_tests(Top),
    forall(seed(Name, Text), write_seed(Folder, Name, Text)),
    write_dictionary(Top, Folder).

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

write_seed(Folder, Name, Text) :-
    atomic_list_concat([Folder, /, Name, '.pl'], Path),
    setup_call_cleanup(open(Path, write, Stream, [encoding(utf8)]),
                       write(Stream, Text),
                       close(Stream)).

%   Every name and every symbol of the files that make up the taxonomy and
%   the examples: what a fuzzer could hardly guess.

write_dictionary(Top, Folder) :-
    findall(Word,
            ( member(Pattern, ['/taxonomy/*.pl', '/examples/worked_example/*.pl']),
              word_of(Top, Pattern, Word)
            ),
            Words0),
    sort(Words0, Words),
    atom_concat(Folder, '/words.dict', Path),
    setup_call_cleanup(open(Path, write, Stream, [encoding(utf8)]),
                       forall(member(Word, Words), write_word(Stream, Word)),
                       close(Stream)).

word_of(Top, Pattern, Word) :-
    atom_concat(Top, Pattern, Files),
    expand_file_name(Files, Paths),
    member(Path, Paths),
    read_file_to_terms(Path, Terms, [encoding(utf8)]),
    sub_term(Term, Terms),
    (   atom(Term)
    ->  Name = Term
    ;   compound(Term),
        compound_name_arity(Term, Name, _)
    ),
    atom_codes(Name, Codes),
    Codes = [_, _|_],
    forall(member(Code, Codes), plain(Code)),
    word_form(Term, Name, Word).

word_form(Term, Name, Name) :-
    atom(Term).
word_form(Term, Name, Word) :-
    compound(Term),
    atom_concat(Name, '(', Word).

%   What a dictionary holds without an escape.

plain(Code) :-
    between(0' , 0'~, Code),
    \+ memberchk(Code, `"\\`).

write_word(Stream, Word) :-
    format(Stream, '"~w"~n', [Word]).
