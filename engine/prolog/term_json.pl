% SPDX-License-Identifier: Apache-2.0
:- module(term_json,
          [ fact_json/3                 % +Fact, -Type, -Json
          ]).
:- use_module(library(lists), [memberchk/2, append/3]).
:- use_module(library(apply), [maplist/3]).
:- use_module(json_shapes,
              [fact_shape/3, object_shape/3, annotation_shape/4, prefixable_json/2]).
:- use_module(exact_numbers, [number_text/2]).

/** <module> Terms of the language to JSON values

json_shapes.pl has the objects, json_terms.pl the kinds of their parts and the
other way.
*/

%!  fact_json(+Fact, -Type, -Json) is semidet.
%
%   Json is the object of Fact, with its Type. Fails for a term that no row of
%   the table covers.

fact_json(Fact, Type, object([type-string(TypeText)|Members])) :-
    ground(Fact),
    fact_shape(Type, Fact, Row),
    !,
    row_members(Row, Members),
    atom_string(Type, TypeText).

row_members([], []).
row_members([Key:Kind-Part|Row], [Key-Json|Members]) :-
    term_json(Kind, Part, Json),
    row_members(Row, Members).

%   term_json(+Kind, +Term, -Json) is semidet.

term_json(name, Name, string(Text)) :-
    atom(Name),
    Name \== [],
    atom_string(Name, Text).
term_json(text, Text, string(Text)) :-
    string(Text).
term_json(number, Number, Json) :-
    number_json(Number, Json).
term_json(usb_number, Number, string(Text)) :-
    integer(Number),
    between(0, 0xFFFF, Number),
    format(string(Text), '~|~`0t~16r~4+', [Number]).
term_json(prefixable, Word, Json) :-
    prefixable_json(Word, Json).
term_json(list(Kind), Terms, array(Values)) :-
    is_list(Terms),
    maplist(term_json(Kind), Terms, Values).
term_json(pair(Kind), [Term1, Term2], array([Value1, Value2])) :-
    term_json(Kind, Term1, Value1),
    term_json(Kind, Term2, Value2).
term_json(aspect_kind, Kind, Json) :-
    first_json([name, object(aspect_kind)], Kind, Json).
term_json(factor, Factor, Json) :-
    first_json([number, object(factor)], Factor, Json).
term_json(alternative, Alternative, Json) :-
    first_json([object(alternative)], Alternative, Json).
term_json(value, Value, Json) :-
    first_json([truth, name, number, list(value), object(value)], Value, Json).
term_json(truth, Word, Word) :-
    memberchk(Word, [true, false]).
term_json(object(Kind), Term, object(Members)) :-
    object_shape(Kind, Term, Row),
    row_members(Row, Members),
    !.
term_json(term, Term, object([name-Name|Members])) :-
    compound(Term),
    compound_name_arguments(Term, Name0, Arguments),
    Name0 \== '[|]',
    term_json(name, Name0, Name),
    (   leaf_members(Arguments, Members)
    ->  true
    ;   branch_members(Arguments, Members)
    ).

first_json([Kind|Kinds], Term, Json) :-
    (   term_json(Kind, Term, Json0)
    ->  Json = Json0
    ;   first_json(Kinds, Term, Json)
    ).

%   A JSON number has no fractions, and what reads it may have a limit of digits;
%   what has more than the reader takes has no form at all.

number_json(Number, Json) :-
    rational(Number, Numerator, Denominator),
    abs(Numerator) < 10**20_000,
    Denominator < 10**20_000,
    (   decimal(Number)
    ->  Json = number(Number)
    ;   Json = object([numerator-number(Numerator), denominator-number(Denominator)])
    ).

decimal(Number) :-
    integer(Number),
    !.
decimal(Number) :-
    abs(Number) < 10**300,
    number_text(Number, Text),
    \+ sub_atom(Text, _, _, _, r),
    atom_length(Text, Length),
    Length =< 300.

%   leaf_members(+Arguments, -Members) is semidet.
%
%   A list of words, numbers or truth values is a value; one of compound terms
%   is what stands below a branch.

leaf_members([Value|Annotations], [value-Json|Members]) :-
    \+ below_branch(Value),
    \+ Annotations = [[_|_]|_],
    term_json(value, Value, Json),
    annotated(Annotations, Members0, Rest),
    maplist(annotation_json, Rest, Items),
    (   Items == []
    ->  Members = Members0
    ;   append(Members0, [terms-array(Items)], Members)
    ).

below_branch([Term|_]) :-
    compound(Term).

%   branch_members(+Arguments, -Members) is semidet.

branch_members(Arguments, Members) :-
    (   Arguments = [Terms]
    ->  terms_members(Terms, Members)
    ;   Arguments = [Id, Terms],
        term_json(name, Id, Json),
        terms_members(Terms, Members0),
        Members = [id-Json|Members0]
    ).

terms_members(Terms, Members) :-
    is_list(Terms),
    annotated(Terms, Members0, Rest),
    maplist(item_json, Rest, Items),
    append(Members0, [terms-array(Items)], Members).

item_json(Term, Json) :-
    (   annotation_json(Term, Json0)
    ->  Json = Json0
    ;   term_json(term, Term, Json)
    ).

annotation_json(Term, object([annotation-string(Text), value-Json])) :-
    annotation_of(Term, Name, _, Kind, _, Value),
    term_json(Kind, Value, Json),
    atom_string(Name, Text).

annotation_of(Term, Name, Key, Kind, Number, Value) :-
    compound(Term),
    compound_name_arguments(Term, Name, [Value]),
    annotation_shape(Name, Key, Kind, Number).

%   annotated(+Terms, -Members, -Rest) is det.
%
%   Members stand for the annotations that Terms begin with, as far as keys can
%   keep their order: each key once, repeated annotations in a row.

annotated(Terms, Members, Rest) :-
    annotated(Terms, [], Members, Rest).

annotated([Term|Terms], Keys, [Key-Json|Members], Rest) :-
    annotation_of(Term, Name, Key, Kind, Number, Value),
    \+ memberchk(Key, Keys),
    term_json(Kind, Value, First),
    !,
    (   Number == many
    ->  same_annotations(Terms, Name, Kind, Values, Terms1),
        Json = array([First|Values])
    ;   Json = First,
        Terms1 = Terms
    ),
    annotated(Terms1, [Key|Keys], Members, Rest).
annotated(Terms, _, [], Terms).

same_annotations([Term|Terms], Name, Kind, [Json|Values], Rest) :-
    compound(Term),
    compound_name_arguments(Term, Name, [Value]),
    term_json(Kind, Value, Json),
    !,
    same_annotations(Terms, Name, Kind, Values, Rest).
same_annotations(Terms, _, _, [], Terms).
