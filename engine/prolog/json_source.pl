% SPDX-License-Identifier: Apache-2.0
:- module(json_source,
          [ json_entries/2,             % +Text, -Entries
            json_items/2,               % +Text, -Items
            entries_json/2,             % +Entries, -Json
            clause_entry/3              % +Clause, +ClauseText, -Entry
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3, nth1/3]).
:- use_module(library(apply), [maplist/3]).
:- use_module(json_text, [read_json/3]).
:- use_module(term_json, [fact_json/3]).
:- use_module(json_terms, [json_fact//4, json_type/2]).
:- use_module(json_shapes, [fact_shape/3]).
:- use_module(reader, [text_items/2, next_term/3]).

/** <module> Descriptions in JSON

    {"ddb": 1, "facts": [{"type": "device", "spec": "imic2", "title": "Griffin iMic v2"}, ...]}

An object a fact, in the order of the file: json_shapes.pl has their keys. The
entries of a source, in either form, are in order:

  - fact(Clause), a term that json_shapes.pl covers
  - rule(Type, Clause, Text), any other clause with its text: Type is
    `match_condition`, `state_adjust` or `helper`
  - comment(Text), a comment of one or more lines that comes before what follows
  - beside(Text), a comment on the line where the fact before it ends
  - mistake(Offset, Message, Path), with the names that lead to the place,
    innermost first

Clause is one of reader.pl, with positions in the JSON text: so whatever is said
of it names its place there.
*/

%!  json_items(+Text, -Items) is det.
%
%   The clauses and mistakes of Text, as reader.pl has them.

json_items(Text, Items) :-
    json_entries(Text, Entries),
    entries_items(Entries, Items).

entries_items([], []).
entries_items([Entry|Entries], Items) :-
    (   entry_item(Entry, Item)
    ->  Items = [Item|Items1]
    ;   Items = Items1
    ),
    entries_items(Entries, Items1).

entry_item(fact(Clause), Clause).
entry_item(rule(_, Clause, _), Clause).
entry_item(mistake(Offset, Message, Path), mistake(Offset, Message, Path)).

%!  clause_entry(+Clause, +ClauseText, -Entry) is det.
%
%   The entry of a clause that was written as ClauseText.

clause_entry(Clause, Text, Entry) :-
    Clause = clause(Term, _, _, _),
    (   fact_json(Term, _, _)
    ->  Entry = fact(Clause)
    ;   rule_type(Term, Type),
        Entry = rule(Type, Clause, Text)
    ).

rule_type(Term, Type) :-
    (   nonvar(Term),
        Term = (Head :- _)
    ->  true
    ;   Head = Term
    ),
    (   callable(Head),
        functor(Head, Name, Arity),
        rule_form(Name, Arity)
    ->  Type = Name
    ;   Type = helper
    ).

rule_form(match_condition, 3).
rule_form(state_adjust, 6).

%!  entries_json(+Entries, -Json) is det.
%
%   Json is the document of Entries, which have no mistake.

entries_json(Entries, object([ddb-number(1), facts-array(Objects)])) :-
    maplist(entry_json, Entries, Objects).

entry_json(fact(clause(Fact, _, _, _)), Json) :-
    fact_json(Fact, _, Json).
entry_json(rule(Type0, _, Text), object([type-string(Type), clause-string(Text)])) :-
    atom_string(Type0, Type).
entry_json(comment(Text), object([type-string("comment"), text-string(Text)])).
entry_json(beside(Text), object([type-string("comment"), text-string(Text), beside-true])).

                 /*******************************
                 *           Reading            *
                 *******************************/

%!  json_entries(+Text, -Entries) is det.
%
%   All mistakes of form are there, at their places.

json_entries(Text, Entries) :-
    catch(read_json(Text, Json, Position), json_error(Offset, What), true),
    (   nonvar(What)
    ->  Entries = [mistake(Offset, json(What), [])]
    ;   document_entries(Json, Position, Text, Entries)
    ).

document_entries(object(Members), object(From, _, Positions), Text, Entries) :-
    !,
    phrase(document_mistakes(Members, Positions, From), Mistakes),
    led_to(Mistakes, [], Entries, Facts),
    document_facts(Members, Positions, From, Text, Facts).
document_entries(_, Position, _, [mistake(Offset, json_no_document, [])]) :-
    arg(1, Position, Offset).

%   led_to(+Entries0, +Path, -Entries, -Tail) is det.
%
%   Entries, and then Tail, are Entries0 with Path in the mistakes.

led_to([], _, Entries, Entries).
led_to([Entry0|Entries0], Path, [Entry|Entries], Tail) :-
    (   Entry0 = mistake(Offset, Message)
    ->  Entry = mistake(Offset, Message, Path)
    ;   Entry = Entry0
    ),
    led_to(Entries0, Path, Entries, Tail).

document_mistakes(Members, Positions, From) -->
    document_version(Members, Positions, From),
    document_keys(Members, Positions).

document_version(Members, Positions, From) -->
    (   { nth1(I, Members, ddb-Version) }
    ->  (   { Version == number(1) }
        ->  []
        ;   { nth1(I, Positions, member(_, P)),
              arg(1, P, Offset)
            },
            [ mistake(Offset, json_version) ]
        )
    ;   [ mistake(From, json_key_missing(ddb, document)) ]
    ).

document_keys([], []) --> [].
document_keys([Key-_|Members], [member(Offset-_, _)|Positions]) -->
    (   { memberchk(Key, [ddb, facts]) }
    ->  []
    ;   [ mistake(Offset, json_unknown_key(Key, [ddb, facts])) ]
    ),
    document_keys(Members, Positions).

document_facts(Members, Positions, From, Text, Entries) :-
    (   nth1(I, Members, facts-Json)
    ->  nth1(I, Positions, member(_, P)),
        (   Json = array(Facts),
            P = array(_, _, Ps)
        ->  fact_entries(Facts, Ps, none, Text, Entries)
        ;   arg(1, P, Offset),
            json_type(Json, Found),
            Entries = [mistake(Offset, json_expected(facts, Found), [])]
        )
    ;   Entries = [mistake(From, json_key_missing(facts, document), [])]
    ).

%   fact_entries(+Facts, +Positions, +Before, +Text, -Entries) is det.
%
%   Before is `fact` after what a comment can stand beside, else `none`.

fact_entries([], [], _, _, []).
fact_entries([Json|Jsons], [P|Ps], Before, Text, Entries) :-
    phrase(fact_entry(Json, P, Before, Text), Entries0),
    fact_path(Json, Path),
    led_to(Entries0, Path, Entries, Entries1),
    (   Entries0 = [Entry|_],
        memberchk(Entry, [fact(_), rule(_, _, _)])
    ->  Before1 = fact
    ;   Before1 = none
    ),
    fact_entries(Jsons, Ps, Before1, Text, Entries1).

%   fact_path(+Json, -Path) is det.
%
%   The form and the spec, as far as they can be told.

fact_path(Json, Path) :-
    (   Json = object(Members),
        memberchk(type-string(Type), Members)
    ->  (   memberchk(spec-string(Spec), Members)
        ->  Path = [Type, Spec]
        ;   Path = [Type]
        )
    ;   Path = []
    ).

fact_entry(Json, P, Before, Text) -->
    (   { Json = object(Members),
          memberchk(type-string(TypeText), Members)
        }
    ->  { atom_string(Type, TypeText) },
        typed_entry(Type, Json, P, Before, Text)
    ;   { Json = object(_) }
    ->  { arg(1, P, Offset) },
        [ mistake(Offset, json_key_missing(type, fact)) ]
    ;   { arg(1, P, Offset) },
        { json_type(Json, Found) },
        [ mistake(Offset, json_expected(fact, Found)) ]
    ).

typed_entry(Type, Json, P, _, _) -->
    { fact_shape(Type, _, _) },
    !,
    { phrase(json_fact(Json, P, Fact, FactP), Mistakes) },
    (   { Mistakes \== [] }
    ->  list(Mistakes)
    ;   { fact_json(Fact, _, _) }
    ->  [ fact(clause(Fact, FactP, [], [])) ]
    ;   { arg(1, P, Offset) },
        [ mistake(Offset, json_no_fact(Type)) ]
    ).
typed_entry(comment, Json, P, Before, _) -->
    !,
    comment_entry(Json, P, Before).
typed_entry(Type, Json, P, _, Text) -->
    { memberchk(Type, [match_condition, state_adjust, helper]) },
    !,
    rule_entry(Type, Json, P, Text).
typed_entry(Type, Json, P, _, _) -->
    { Json = object(Members),
      P = object(_, _, Positions),
      nth1(I, Members, type-_),
      !,
      nth1(I, Positions, member(_, Offset-_)),
      findall(Known, fact_shape(Known, _, _), Knowns0),
      append([comment, match_condition, state_adjust, helper], Knowns0, Knowns)
    },
    [ mistake(Offset, json_unknown_type(Type, Knowns)) ].

list([]) --> [].
list([X|Xs]) --> [X], list(Xs).

                 /*******************************
                 *           Comments           *
                 *******************************/

comment_entry(object(Members), P, Before) -->
    { string_member(comment, text, Members, P, Outcome),
      P = object(_, _, Positions),
      phrase(comment_keys(Members, Positions), Mistakes)
    },
    (   { Outcome = text(Text, Offset, _) },
        { Mistakes == [] }
    ->  (   { memberchk(beside-true, Members) }
        ->  (   { Before == none }
            ->  [ mistake(Offset, json_comment_beside_nothing) ]
            ;   { has_character(Text, ['\n', '\r', '\u0000']) }
            ->  [ mistake(Offset, json_comment_character(line)) ]
            ;   [ beside(Text) ]
            )
        ;   { has_character(Text, ['\r', '\u0000']) }
        ->  [ mistake(Offset, json_comment_character(lines)) ]
        ;   [ comment(Text) ]
        )
    ;   { Outcome = mistake(_, _) }
    ->  [ Outcome ],
        list(Mistakes)
    ;   list(Mistakes)
    ).

comment_keys([], []) --> [].
comment_keys([Key-Json|Members], [member(KeyOffset-_, P)|Positions]) -->
    (   { memberchk(Key, [type, text]) }
    ->  []
    ;   { Key == beside }
    ->  (   { memberchk(Json, [true, false]) }
        ->  []
        ;   { arg(1, P, Offset) },
            { json_type(Json, Found) },
            [ mistake(Offset, json_expected(truth, Found)) ]
        )
    ;   [ mistake(KeyOffset, json_unknown_key(Key, [text, beside])) ]
    ),
    comment_keys(Members, Positions).

has_character(Text, Characters) :-
    member(Character, Characters),
    sub_string(Text, _, _, _, Character),
    !.

%   string_member(+Type, +Key, +Members, +Position, -Outcome) is det.
%
%   Outcome is text(Text, From, To) or a mistake.

string_member(Type, Key, Members, object(From, _, Positions), Outcome) :-
    (   nth1(I, Members, Key-Json)
    ->  nth1(I, Positions, member(_, P)),
        (   Json = string(Text)
        ->  P = TextFrom-TextTo,
            Outcome = text(Text, TextFrom, TextTo)
        ;   arg(1, P, Offset),
            json_type(Json, Found),
            Outcome = mistake(Offset, json_expected(text, Found))
        )
    ;   Outcome = mistake(From, json_key_missing(Key, Type))
    ).

                 /*******************************
                 *       Clauses as text        *
                 *******************************/

%   rule_entry(+Type, +Json, +Position, +Document)// is det.

rule_entry(Type, object(Members), P, Document) -->
    { string_member(Type, clause, Members, P, Outcome),
      P = object(_, _, Positions),
      phrase(rule_keys(Members, Positions), Mistakes)
    },
    list(Mistakes),
    (   { Outcome = text(Text, From, To) }
    ->  { text_items(Text, Items),
          text_offsets(Document, From, To, Offsets),
          rule_entries(Items, Type, Text, From, Offsets, Entries)
        },
        list(Entries)
    ;   [ Outcome ]
    ).

rule_keys([], []) --> [].
rule_keys([Key-_|Members], [member(Offset-_, _)|Positions]) -->
    (   { memberchk(Key, [type, clause]) }
    ->  []
    ;   [ mistake(Offset, json_unknown_key(Key, [clause])) ]
    ),
    rule_keys(Members, Positions).

rule_entries([clause(Term, P0, Bindings, Singletons)], Type, Text, From, Offsets, [Entry]) :-
    !,
    moved_position(P0, Offsets, P),
    Clause = clause(Term, P, Bindings, Singletons),
    (   \+ ends_with_clause(Text)
    ->  Entry = mistake(From, json_one_clause)
    ;   fact_json(Term, Meant, _)
    ->  Entry = mistake(From, json_clause_of_type(Meant))
    ;   rule_type(Term, Meant),
        Meant \== Type
    ->  Entry = mistake(From, json_clause_of_type(Meant))
    ;   Entry = rule(Type, Clause, Text)
    ).
rule_entries(Items, _, _, From, Offsets, Entries) :-
    mistakes(Items, Offsets, Mistakes),
    (   Mistakes == []
    ->  Entries = [mistake(From, json_one_clause)]
    ;   Entries = Mistakes
    ).

%   ends_with_clause(+Text) is semidet.
%
%   Text begins and ends with what is its only clause: no blank or comment
%   stands before or after.

ends_with_clause(Text) :-
    setup_call_cleanup(
        open_string(Text, Stream),
        ( next_term(Stream, _, [term_position(Begin)]),
          character_count(Stream, End)
        ),
        close(Stream)),
    stream_position_data(char_count, Begin, 0),
    string_length(Text, End).

mistakes([], _, []).
mistakes([Item|Items], Offsets, Mistakes) :-
    (   Item = mistake(Offset0, Message)    % of reader.pl
    ->  moved_position(Offset0, Offsets, Offset),
        Mistakes = [mistake(Offset, Message)|Mistakes1]
    ;   Mistakes = Mistakes1
    ),
    mistakes(Items, Offsets, Mistakes1).

%   text_offsets(+Document, +From, +To, -Offsets) is det.
%
%   Where the characters of the string between From and To stand in Document:
%   plain(First) where it has no escape, else at(Last, Rows), in which character N
%   is argument N mod 1000 of row N // 1000, from 0; the last is for its end.
%   (One row would be a term with as many arguments as the text has characters; the
%   name of a term, with the number of its arguments, stays in the process for ever.)

text_offsets(Document, From, To, Offsets) :-
    First is From + 1,
    Length is To - From - 2,
    sub_string(Document, First, Length, _, Raw),
    (   sub_string(Raw, _, _, _, "\\")
    ->  string_codes(Raw, Codes),
        character_offsets(Codes, First, List),
        length(List, Count),
        Last is Count - 1,
        rows(List, RowList),
        compound_name_arguments(Rows, rows, RowList),
        Offsets = at(Last, Rows)
    ;   Offsets = plain(First)
    ).

character_offsets([], Offset, [Offset]).
character_offsets([Code|Codes], Offset, [Offset|Offsets]) :-
    (   Code == 0'\\
    ->  escape_length(Codes, Length),
        length(Skipped, Length),
        append(Skipped, Rest, Codes)
    ;   Length = 0,
        Rest = Codes
    ),
    Offset1 is Offset + 1 + Length,
    character_offsets(Rest, Offset1, Offsets).

rows([], []).
rows([X|Xs], [Row|Rows]) :-
    first_of([X|Xs], 1000, Arguments, Rest),
    compound_name_arguments(Row, row, Arguments),
    rows(Rest, Rows).

first_of([X|Xs], N, [X|Ys], Rest) :-
    N > 0,
    !,
    N1 is N - 1,
    first_of(Xs, N1, Ys, Rest).
first_of(Rest, _, [], Rest).

%   A character beyond \uffff is two escapes.

escape_length([0'u, D1, D2|Codes], Length) :-
    !,
    (   memberchk(D1, [0'd, 0'D]),
        memberchk(D2, `89abAB`),
        Codes = [_, _, 0'\\, 0'u|_]
    ->  Length = 11
    ;   Length = 5
    ).
escape_length(_, 1).

%   moved_position(+Position0, +Offsets, -Position) is det.

moved_position(Position0, Offsets, Position) :-
    (   integer(Position0)
    ->  moved_offset(Offsets, Position0, Position)
    ;   compound(Position0)
    ->  compound_name_arguments(Position0, Name, Arguments0),
        moved_positions(Arguments0, Offsets, Arguments),
        compound_name_arguments(Position, Name, Arguments)
    ;   Position = Position0
    ).

moved_positions([], _, []).
moved_positions([Position0|Positions0], Offsets, [Position|Positions]) :-
    moved_position(Position0, Offsets, Position),
    moved_positions(Positions0, Offsets, Positions).

moved_offset(Offsets, Offset0, Offset) :-
    (   Offsets = plain(First)
    ->  Offset is First + Offset0
    ;   Offsets = at(Last, Rows),
        Index is min(Offset0, Last),
        RowNumber is Index // 1000 + 1,
        Column is Index mod 1000 + 1,
        arg(RowNumber, Rows, Row),
        arg(Column, Row, Offset)
    ).
