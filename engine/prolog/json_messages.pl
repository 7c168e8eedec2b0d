% SPDX-License-Identifier: Apache-2.0
:- module(json_messages,
          [ json_message//1             % +Message
          ]).
:- use_module(library(lists), [member/2, memberchk/2]).
:- use_module(nearest, [nearest/3]).
:- use_module(exact_numbers, [number_text/2]).
:- use_module(json_shapes, [fact_shape/3, object_shape/3]).

/** <module> What a person reads about a mistake in JSON

As messages.pl, whose messages these are.
*/

%!  json_message(+Message)// is semidet.
%
%   Gives Format-Arguments.

json_message(json(What)) -->
    [ 'this is no JSON: '-[] ],
    json_fault(What).

json_message(json_no_document) -->
    [ 'expected an object {"ddb": 1, "facts": [...]}'-[] ].
json_message(json_version) -->
    [ 'this is a later form of description than is known here: "ddb" is 1'-[] ].
json_message(json_key_missing(Key, What)) -->
    [ 'the key "~w" is missing'-[Key] ],
    json_row(What).
json_message(json_unknown_key(Key, Known)) -->
    [ 'unknown key "~w"'-[Key] ],
    meant(Key, Known, 'the keys here').
json_message(json_unknown_type(Type, Known)) -->
    [ 'there is no fact of type "~w"'-[Type] ],
    (   { nearest(Type, Known, Near) }
    ->  [ '; did you mean "~w"?'-[Near] ]
    ;   [ '; helper predicates are of type "helper"'-[] ]
    ).
json_message(json_unknown_annotation(Name, Known)) -->
    [ 'there is no annotation "~w"'-[Name] ],
    meant(Name, Known, 'the annotations').
json_message(json_expected(Kind, Found)) -->
    { json_kind_text(Kind, KindText),
      json_type_text(Found, FoundText)
    },
    [ 'expected ~w, found ~w'-[KindText, FoundText] ].
json_message(json_no_fact(Type)) -->
    [ 'a "~w" is not made of such parts: below a leaf stand annotations only, in a list of values no quantities'-[Type] ].
json_message(json_comment_beside_nothing) -->
    [ 'a comment with "beside" stands beside the fact before it, and there is none'-[] ].
json_message(json_comment_character(line)) -->
    [ 'a comment beside a fact is one line: it has no line feed, carriage return or NUL'-[] ].
json_message(json_comment_character(lines)) -->
    [ 'the lines of a comment end in line feeds: it has no carriage return or NUL'-[] ].
json_message(json_one_clause) -->
    [ 'expected one clause, from its first letter to its full stop'-[] ].
json_message(json_clause_of_type(Type)) -->
    [ 'this clause is of type "~w"'-[Type] ],
    (   { memberchk(Type, [match_condition, state_adjust, helper]) }
    ->  []
    ;   json_row(Type)
    ).

%   meant(+Name, +Known, +What)//
%
%   The nearest name, or all that are known.

meant(Name, Known, What) -->
    (   { nearest(Name, Known, Near) }
    ->  [ '; did you mean "~w"?'-[Near] ]
    ;   { atomic_list_concat(Known, ', ', Text) },
        [ '; ~w: ~w'-[What, Text] ]
    ).

%   json_row(+What)//
%
%   How the object is written, where json_shapes.pl has one.

json_row(What) -->
    (   { object_keys(What, Keys) }
    ->  { json_keys(Keys, Text) },
        [ ': ~w'-[Text] ]
    ;   []
    ).

object_keys(document, [ddb, facts]).
object_keys(comment, [type, text]).
object_keys(branch, [name, terms]).
object_keys(leaf, [name, value]).
object_keys(annotation, [annotation, value]).
object_keys(fraction, [numerator, denominator]).
object_keys(Type, [type, clause]) :-
    memberchk(Type, [match_condition, state_adjust, helper]).
object_keys(Type, [type|Keys]) :-
    fact_shape(Type, _, Row),
    row_keys(Row, Keys).
object_keys(alternative, Keys) :-
    object_shape(alternative, _, Row),
    row_keys(Row, Keys).

row_keys([], []).
row_keys([Key:_|Row], [Key|Keys]) :-
    row_keys(Row, Keys).

json_keys(Keys, Text) :-
    findall(Part,
            ( member(Key, Keys),
              format(atom(Part), '"~w": ...', [Key])
            ),
            Parts),
    atomic_list_concat(Parts, ', ', Inside),
    format(atom(Text), '{~w}', [Inside]).

json_kind_text(name, 'a name, in double quotes').
json_kind_text(text, 'a text in double quotes').
json_kind_text(number, 'a number').
json_kind_text(whole, 'a whole number').
json_kind_text(positive, 'a whole number above 0').
json_kind_text(truth, 'true or false').
json_kind_text(prefixable, 'true or false').
json_kind_text(usb_number, 'four hexadecimal digits in double quotes, such as "077d"').
json_kind_text(term, 'an object: {"name": ..., "terms": [...]} or {"name": ..., "value": ...}').
json_kind_text(value,
               'a value: a word in quotes, a number, true or false, an array of them, {"value": 48, "unit": "kilohertz"}, a range such as {"at_least": 2}, or {"text": ...}').
json_kind_text(aspect_kind, 'a kind: a word in quotes, or {"quantity": ...}').
json_kind_text(factor,
               'a number, {"factor": ..., "offset": ...}, {"times_pi": ...} or {"level": ..., "reference": ...}').
json_kind_text(alternative, '{"alternative": ..., "priority": ...}').
json_kind_text(fact, 'an object, a fact').
json_kind_text(facts, 'an array of facts').
json_kind_text(list(_), 'an array').
json_kind_text(pair(_), 'an array of two').

json_type_text(object, 'an object with other keys').
json_type_text(array, 'an array').
json_type_text(string, 'a string').
json_type_text(number, 'a number').
json_type_text(true, true).
json_type_text(false, false).
json_type_text(null, null).

json_fault(expected_value) -->
    [ 'expected a value: an object, an array, a string, a number, true, false or null'-[] ].
json_fault(text_after_value) -->
    [ 'the text goes on after the end of its value'-[] ].
json_fault(expected_key) -->
    [ 'expected a key in double quotes; the last member has no comma after it'-[] ].
json_fault(expected_colon) -->
    [ 'expected a colon between a key and its value'-[] ].
json_fault(expected_comma(object)) -->
    [ 'expected a comma and another member, or the } of this object'-[] ].
json_fault(expected_comma(array)) -->
    [ 'expected a comma and another value, or the ] of this array'-[] ].
json_fault(duplicate_key(Key)) -->
    [ 'the key `~w` stands twice in this object'-[Key] ].
json_fault(unknown_word(Word)) -->
    [ 'expected a value, found ~w: texts stand in double quotes'-[Word] ],
    (   { nearest(Word, [true, false, null], Near) }
    ->  [ '; did you mean `~w`?'-[Near] ]
    ;   []
    ).
json_fault(no_number) -->
    [ 'a number is written as in -12, 0.5 or 1e3'-[] ].
json_fault(number_beyond_limits) -->
    [ 'a number beyond 1,000 powers of ten'-[] ].
json_fault(immense_number) -->
    [ 'a number of more than 20,000 digits'-[] ].
json_fault(nested_too_deeply) -->
    [ 'values are nested more than 1,000 deep here'-[] ].
json_fault(quote_not_closed) -->
    [ 'this quote is not closed in its line; a line feed in a text is written \\n'-[] ].
json_fault(control_character) -->
    [ 'a control character stands in a text as an escape such as \\t or \\u0001'-[] ].
json_fault(nul_character) -->
    [ 'a NUL character'-[] ].
json_fault(unknown_escape) -->
    [ 'unknown escape: there are \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits'-[] ].
json_fault(half_character) -->
    [ 'half of a character: a character beyond \\uffff is two escapes, as in \\ud83d\\ude00'-[] ].
json_fault(no_decimal(Number)) -->
    { number_text(Number, Text) },
    [ 'the digits of ~w never end, so JSON has no number for it'-[Text] ].
