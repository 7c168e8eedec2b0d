% SPDX-License-Identifier: Apache-2.0
:- module(conversion,
          [ converted/3                 % +Source, +To, -Outcome
          ]).
:- use_module(reader, [source_text/3]).
:- use_module(sources, [text_kind/3]).
:- use_module(json_text, [json_lines/3]).
:- use_module(json_source, [json_entries/2, entries_json/2]).
:- use_module(prolog_entries, [prolog_entries/2]).
:- use_module(source_writer, [entries_text/2]).
:- use_module(loader, [placed/3]).

/** <module> A source from one of its forms to another, with nothing lost

Facts stay the same in the same order, numbers exactly, clauses and comments
letter by letter. What each fact says is not looked at: words and names may come
from other files.
*/

%!  converted(+Source, +To, -Outcome) is det.
%
%   Source is text(Name, Text) or json(Name, Text). To is `json`, `prolog`, or
%   `other` for the form that Source is not in. Outcome is converted(Text), or
%   refused(Diagnostics) with all mistakes of form.

converted(Source, To0, Outcome) :-
    Source =.. [_, Name, Text0],
    source_text(text(Name, Text0), Text, []),
    text_kind(Source, Text, From),
    target(To0, From, To),
    kind_entries(From, Text, Entries),
    (   phrase(diagnostics(Entries, Name, Text), Diagnostics),
        Diagnostics \== []
    ->  Outcome = refused(Diagnostics)
    ;   kind_text(To, Entries, Converted),
        Outcome = converted(Converted)
    ).

target(json, _, json).
target(prolog, _, prolog).
target(other, json, prolog).
target(other, prolog, json).

kind_entries(json, Text, Entries) :-
    json_entries(Text, Entries).
kind_entries(prolog, Text, Entries) :-
    prolog_entries(Text, Entries).

kind_text(json, Entries, Text) :-
    entries_json(Entries, Json),
    json_lines(Json, 100, Text).
kind_text(prolog, Entries, Text) :-
    entries_text(Entries, Text).

diagnostics([], _, _) --> [].
diagnostics([Entry|Entries], Name, Text) -->
    (   { Entry = mistake(Offset, Message, Path) }
    ->  { placed(diagnostic(error, Name, Offset, Path, Message), [text(Name, 1, Text)],
                 Diagnostic)
        },
        [ Diagnostic ]
    ;   []
    ),
    diagnostics(Entries, Name, Text).
