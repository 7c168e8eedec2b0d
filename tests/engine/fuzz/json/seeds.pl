% SPDX-License-Identifier: Apache-2.0

/** <module> What the fuzzer of JSON sources starts from

make_seeds(Top, Folder), Top the root of the source tree, writes to Folder, as
JSON, the descriptions, the examples, units and taxonomy, and every text of
tests/engine/prolog/mistakes.pl that has the form of a source; a document with
each fact of test_json_source.pl; and the keys and words of JSON sources as `words.dict`, a dictionary of libFuzzer.
*/

:- module(seeds,
          [ make_seeds/2                % +Top, +Folder
          ]).
:- use_module(library(lists), [member/2, nth1/3]).
:- use_module(library(readutil), [read_file_to_string/3]).
:- use_module('../seed_files').
:- use_module('../../../../engine/prolog/conversion', [converted/3]).
:- use_module('../../../../engine/prolog/json_shapes',
              [fact_shape/3, object_shape/3, annotation_shape/4]).

:- set_prolog_flag(encoding, utf8).

%!  make_seeds(+Top, +Folder) is det.

make_seeds(Top, Folder) :-
    forall(member(File, [test_mistakes, test_json_source]),
           ( atomic_list_concat([Top, '/tests/engine/prolog/', File, '.pl'], Path),
             load_files(user:Path, [imports([]), silent(true)])
           )),
    forall(seed(Top, Name, Text), write_seed(Folder, Name, json, Text)),
    findall(Word, quoted_word(Top, Word), Words),
    write_dictionary(Folder, Words).

%   seed(+Top, -Name, -Json)

seed(Top, Name, Json) :-
    member(Pattern, ['/descriptions/*/*.pl', '/examples/*/*.pl', '/taxonomy/*.pl']),
    atom_concat(Top, Pattern, Files),
    expand_file_name(Files, Paths),
    member(Path, Paths),
    file_directory_name(Path, Folder),
    file_base_name(Folder, Of),
    file_base_name(Path, Base),
    atomic_list_concat([Of, '_', Base], Name),
    read_file_to_string(Path, Text, [encoding(utf8)]),
    converted(text(Path, Text), json, converted(Json)).
seed(_, Name, Json) :-
    findall(Source, mistakes:mistake(_, Source, _), Sources),
    nth1(N, Sources, Source),
    test_mistakes:source_text(Source, Text),
    converted(text(mistake, Text), json, converted(Json)),
    format(atom(Name), 'mistake_~|~`0t~d~3+', [N]).
seed(_, Name, Json) :-
    findall(Fact, plunit_mistakes_of_form:mistake(Fact, _, _, _), Facts),
    nth1(N, Facts, Fact),
    format(string(Json), '{"ddb": 1, "facts": [~n~w~n]}~n', [Fact]),
    format(atom(Name), 'form_~|~`0t~d~3+', [N]).

quoted_word(Top, Word) :-
    (   taxonomy_words(Top, Names),
        member(Name/_, Names)
    ;   key(Name)
    ),
    format(atom(Word), '"~w"', [Name]).

key(type).
key(facts).
key(Key) :-
    (   fact_shape(_, _, Row)
    ;   object_shape(_, _, Row)
    ),
    member(Key:_, Row).
key(Type) :-
    fact_shape(Type, _, _).
key(Key) :-
    annotation_shape(_, Key, _, _).
