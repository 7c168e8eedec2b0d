% SPDX-License-Identifier: Apache-2.0
:- module(seed_files,
          [ write_seed/4,               % +Folder, +Name, +Extension, +Text
            write_dictionary/2,         % +Folder, +Words
            taxonomy_words/2            % +Top, -Words
          ]).
:- use_module(library(lists), [member/2, memberchk/2]).
:- use_module(library(occurs), [sub_term/2]).
:- use_module(library(readutil), [read_file_to_terms/3]).

/** <module> What the makers of seeds have in common */

%!  write_seed(+Folder, +Name, +Extension, +Text) is det.

write_seed(Folder, Name, Extension, Text) :-
    atomic_list_concat([Folder, /, Name, '.', Extension], Path),
    setup_call_cleanup(open(Path, write, Stream, [encoding(utf8)]),
                       write(Stream, Text),
                       close(Stream)).

%!  write_dictionary(+Folder, +Words) is det.
%
%   `words.dict`, a dictionary of libFuzzer. Words of one character, and those
%   that have others than ASCII, are left out.

write_dictionary(Folder, Words0) :-
    sort(Words0, Words),
    atom_concat(Folder, '/words.dict', Path),
    setup_call_cleanup(open(Path, write, Stream, [encoding(utf8)]),
                       forall(( member(Word, Words), plain_word(Word) ),
                              write_word(Stream, Word)),
                       close(Stream)).

plain_word(Word) :-
    atom_codes(Word, Codes),
    Codes = [_, _|_],
    forall(member(Code, Codes), between(0' , 0'~, Code)).

write_word(Stream, Word) :-
    atom_codes(Word, Codes),
    put_char(Stream, '"'),
    forall(member(Code, Codes), write_code(Stream, Code)),
    format(Stream, '"~n', []).

write_code(Stream, Code) :-
    (   memberchk(Code, `"\\`)
    ->  format(Stream, '\\~c', [Code])
    ;   put_code(Stream, Code)
    ).

%!  taxonomy_words(+Top, -Words) is det.
%
%   Every name and every symbol of the files that make up the taxonomy and the
%   examples: what a fuzzer could hardly guess. Each is Name/atom, or
%   Name/functor.

taxonomy_words(Top, Words) :-
    findall(Word,
            ( member(Pattern, ['/taxonomy/*.pl', '/examples/worked_example/*.pl']),
              word_of(Top, Pattern, Word)
            ),
            Words0),
    sort(Words0, Words).

word_of(Top, Pattern, Word) :-
    atom_concat(Top, Pattern, Files),
    expand_file_name(Files, Paths),
    member(Path, Paths),
    read_file_to_terms(Path, Terms, [encoding(utf8)]),
    sub_term(Term, Terms),
    (   atom(Term)
    ->  Word = Term/atom
    ;   compound(Term),
        compound_name_arity(Term, Name, _),
        Word = Name/functor
    ).
