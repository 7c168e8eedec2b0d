% SPDX-License-Identifier: Apache-2.0
:- module(sources,
          [ source_items/3,             % +Source, -Text, -Items
            text_kind/3                 % +Source, +Text, -Kind
          ]).
:- use_module(library(lists), [append/3]).
:- use_module(reader, [source_text/3, text_items/2]).
:- use_module(json_source, [json_items/2]).

/** <module> The two forms of a source: Prolog terms, and JSON

A source is file(Path), text(Name, Text) or json(Name, Text); a mistake may have
a third argument, the names that lead to its place.
*/

%!  source_items(+Source, -Text, -Items) is det.
%
%   As read_source/3, whatever the form is.

source_items(Source, Text, Items) :-
    readable(Source, Readable),
    source_text(Readable, Text, Mistakes),
    text_kind(Source, Text, Kind),
    kind_items(Kind, Text, Items0),
    append(Mistakes, Items0, Items).

readable(json(Name, Text), text(Name, Text)) :- !.
readable(Source, Source).

kind_items(json, Text, Items) :-
    json_items(Text, Items).
kind_items(prolog, Text, Items) :-
    text_items(Text, Items).

%!  text_kind(+Source, +Text, -Kind) is det.
%
%   Kind is `json` for what is said to be JSON, has a name that ends in .json, or
%   begins with a brace, as no term of the language does; else `prolog`. An empty
%   text has no mistakes as a file of terms.

text_kind(Source, Text, Kind) :-
    (   ( said_to_be_json(Source) ; begins_with_brace(Text) )
    ->  Kind = json
    ;   Kind = prolog
    ).

said_to_be_json(json(_, _)).
said_to_be_json(text(Name, _)) :-
    sub_atom(Name, _, _, 0, '.json').
said_to_be_json(file(Path)) :-
    sub_atom(Path, _, _, 0, '.json').

begins_with_brace(Text) :-
    between(0, inf, Before),
    (   sub_string(Text, Before, 1, _, First)
    ->  \+ memberchk(First, [" ", "\t", "\r", "\n"])
    ;   First = ""
    ),
    !,
    First == "{".
