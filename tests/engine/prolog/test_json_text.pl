% SPDX-License-Identifier: Apache-2.0
:- module(test_json_text, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(random)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/json_text').
:- use_module('../../../engine/prolog/json_layout').
:- use_module('../../../engine/prolog/positions').
:- use_module('../../../engine/prolog/messages').

json_of(Text, Json) :-
    read_json(Text, Json, _).

%   mistaken(+Text, -Offset, -What)

mistaken(Text, Offset, What) :-
    catch(( json_of(Text, _), fail ), json_error(Offset, What), true).

%   repeated(+Count, +Text, -Whole)

repeated(Count, Text, Whole) :-
    findall(Text, between(1, Count, _), Texts),
    atomics_to_string(Texts, Whole).

:- begin_tests(read_json).

%   json(Text, Json)

json("null", null).
json("true", true).
json(" false\r\n\t", false).
json("[]", array([])).
json("[ ]", array([])).
json("{}", object([])).
json("{ }", object([])).
json("0", number(0)).
json("-0", number(0)).
json("-12", number(-12)).
json("1.10", number(11r10)).
json("44.1", number(441r10)).
json("-0.005", number(-1r200)).
json("1e3", number(1000)).
json("1E+3", number(1000)).
json("2.5e-1", number(1r4)).
json("1e-30", number(1r1000000000000000000000000000000)).
json("12345678901234567890.5", number(24691357802469135781r2)).
json("0.12345678901234567890123", number(12345678901234567890123r100000000000000000000000)).
json("1e1000", number(N)) :- N is 10**1000.
json("\"\"", string("")).
json("\"a b\"", string("a b")).
json("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", string("\"\\/\b\f\n\r\t")).
json("\"\\u0041\\u00e9\\u00E9\\u0000\"", string("Aéé\u0000")).
json("\"\\ud83d\\ude00😀\"", string("😀😀")).
json("\"\\uffff\"", string("\uFFFF")).
json("[1, [2, \"c\"], {\"d\": null}]",
     array([number(1), array([number(2), string("c")]), object([d-null])])).
json("{\"b\": 1, \"a\": {\"b\": 2}, \"\": 3, \"é\\n\": 4}",
     object([b-number(1), a-object([b-number(2)]), ''-number(3), 'é\n'-number(4)])).

test('what is JSON is read as it stands', [forall(json(Text, Json)), Found == Json]) :-
    json_of(Text, Found).

%   no_json(Text, Offset, What)

no_json("", 0, expected_value).
no_json("  ", 2, expected_value).
no_json("[1,]", 3, expected_value).
no_json("[,1]", 1, expected_value).
no_json("[1 2]", 3, expected_comma(array)).
no_json("[1", 2, expected_comma(array)).
no_json("[1}", 2, expected_comma(array)).
no_json("{\"a\": 1,}", 8, expected_key).
no_json("{a: 1}", 1, expected_key).
no_json("{'a': 1}", 1, expected_key).
no_json("{\"a\" 1}", 5, expected_colon).
no_json("{\"a\": 1 \"b\": 2}", 8, expected_comma(object)).
no_json("{\"a\": 1]", 7, expected_comma(object)).
no_json("{\"a\": }", 6, expected_value).
no_json("{\"a\": 1, \"b\": 2, \"a\": 3}", 17, duplicate_key(a)).
no_json("{\"a\": 1, \"\\u0061\": 3}", 9, duplicate_key(a)).
no_json("1 2", 2, text_after_value).
no_json("{} // comment", 3, text_after_value).
no_json("nul", 0, unknown_word(nul)).
no_json("[True]", 1, unknown_word('True')).
no_json("NaN", 0, unknown_word('NaN')).
no_json("\u00A01", 0, expected_value).
no_json("+1", 0, expected_value).
no_json(".5", 0, expected_value).
no_json("01", 0, no_number).
no_json("-", 0, no_number).
no_json("--1", 0, no_number).
no_json("1.", 0, no_number).
no_json("1.e3", 0, no_number).
no_json("[1e]", 1, no_number).
no_json("0x10", 1, text_after_value).
no_json("1e1001", 0, number_beyond_limits).
no_json("1e999999999999", 0, number_beyond_limits).
no_json("1e-999999999999", 0, number_beyond_limits).
no_json("\"abc", 0, quote_not_closed).
no_json("[\"abc\ndef\"]", 1, quote_not_closed).
no_json("\"abc\\", 4, unknown_escape).
no_json("\"a\tb\"", 2, control_character).
no_json("\"a\u001fb\"", 2, control_character).
no_json("\"\u0000\"", 1, nul_character).
no_json("\"\\x41\"", 1, unknown_escape).
no_json("\"é\\u00g0\"", 2, unknown_escape).
no_json("\"\\u00", 1, unknown_escape).
no_json("\"\\ud800\"", 1, half_character).
no_json("\"\\ud800\\u0041\"", 1, half_character).
no_json("\"\\ude00\"", 1, half_character).

test('what is no JSON says where and why',
     [forall(no_json(Text, Offset, What)), Found == Offset-What]) :-
    mistaken(Text, FoundOffset, FoundWhat),
    Found = FoundOffset-FoundWhat.

test('each fault has a sentence', [forall(no_json(_, _, What))]) :-
    message_sentence(json(What), Sentence),
    string_concat("this is no JSON: ", Rest, Sentence),
    string_length(Rest, Length),
    Length > 10,
    \+ sub_string(Sentence, _, _, _, "expected_").

test('1,000 brackets are read, more are a fault', What-Offset == nested_too_deeply-1000) :-
    repeated(1000, "[", Open),
    repeated(1000, "]", Close),
    string_concat(Open, Close, Fine),
    json_of(Fine, _),
    repeated(1_000_000, "[", Deep),
    mistaken(Deep, Offset, What).

test('20,000 digits are read, more are a fault', What == immense_number) :-
    repeated(20_000, "7", Fine),
    json_of(Fine, number(_)),
    repeated(1_000_000, "7", Long),
    mistaken(Long, 0, What).

test('the digits that an exponent adds count as well', What == immense_number) :-
    repeated(19_000, "7", Long),
    string_concat(Long, "e1000", Fine),
    json_of(Fine, number(_)),
    string_concat(Long, "7e1000", TooLong),
    mistaken(TooLong, 0, What).

test('many keys take time by their number', Count == 100_000) :-
    numlist(1, 100_000, Numbers),
    findall(Key-null, ( member(N, Numbers), atom_number(Key, N) ), Members),
    json_text(object(Members), Text),
    call_with_inference_limit(json_of(Text, object(Back)), 20_000_000, _),
    length(Back, Count).

:- end_tests(read_json).

:- begin_tests(positions).

test('every value and key has its place', Position == Expected) :-
    Expected = object(1, 34, [ member(2-5, array(7, 18, [8-9, 11-17])),
                               member(20-25, object(27, 33, [member(28-30, 31-32)])) ]),
    read_json(" {\"a\": [1, \"bé\\n\"], \"cde\": {\"\":1}}", _, Position).

test('the place of a value is its own text') :-
    for_random(100, 11, place_is_own_text).

place_is_own_text :-
    random_json(3, Json),
    json_lines(Json, 20, Text),
    read_json(Text, Back, Position),
    Back == Json,
    place_of(Back, Position, Part, From, To),
    Length is To - From,
    sub_string(Text, From, Length, _, PartText),
    read_json(PartText, Part1, _),
    Part1 == Part.

%   A part by chance, and where it is said to stand.

place_of(Json, Position, Part, From, To) :-
    findall(P-At, part(Json, Position, P, At), Parts),
    one_of(Parts, Part-At1),
    place(At1, From, To).

part(Json, Position, Json, Position).
part(object(Members), object(_, _, Positions), Part, At) :-
    nth1(I, Members, Key-Value),
    nth1(I, Positions, member(KeyPosition, Position)),
    (   atom_string(Key, Text),
        Part = string(Text),
        At = KeyPosition
    ;   part(Value, Position, Part, At)
    ).
part(array(Values), array(_, _, Positions), Part, At) :-
    nth1(I, Values, Value),
    nth1(I, Positions, Position),
    part(Value, Position, Part, At).

place(From-To, From, To).
place(array(From, To, _), From, To).
place(object(From, To, _), From, To).

test('the offset is had as that of a term is', Offset == 3) :-
    read_json("   [1]", _, Position),
    position_offset(Position, Offset).

:- end_tests(positions).

:- begin_tests(write_json).

%   written(Json, Text): blanks as the document of the language shows them.

written(null, "null").
written(object([]), "{}").
written(array([]), "[]").
written(object([a-number(1), b-array([true, false])]), "{\"a\": 1, \"b\": [true, false]}").
written(number(441r10), "44.1").
written(number(-1r200), "-0.005").
written(number(48000), "48000").
written(number(1r1000000000000000000000000000000), "0.000000000000000000000000000001").
written(string("q\"b\\n\nt\tr\r/é😀"), "\"q\\\"b\\\\n\\nt\\tr\\r/é😀\"").
written(string("\u0000\u0001\u001f\b\f\u007f"), "\"\\u0000\\u0001\\u001f\\u0008\\u000c\u007f\"").
written(object(['a "b"'-null]), "{\"a \\\"b\\\"\": null}").

test('a value is written on one line', [forall(written(Json, Expected)), Text == Expected]) :-
    json_text(Json, Text).

test('a number whose digits never end is refused',
     throws(json_error(none, no_decimal(1r3)))) :-
    json_text(array([number(1r3)]), _).

test('what is written reads as itself') :-
    for_random(500, 7, reads_as_itself).

reads_as_itself :-
    random_json(4, Json),
    json_text(Json, Text),
    string(Text),
    \+ sub_string(Text, _, _, _, "\n"),
    json_of(Text, Json1),
    Json1 == Json,
    random_between(10, 120, Width),
    json_lines(Json, Width, Lines),
    json_of(Lines, Json2),
    Json2 == Json.

test('lines are broken where they would be too long', Lines == Expected) :-
    Expected = "{\n  \"type\": \"device\",\n  \"list\": [1, 2, 3],\n  \"more\": [\n    \"aaaaaaaaaa\",\n    \"bbbbbbbbbb\"\n  ],\n  \"none\": {}\n}\n",
    json_lines(object([ type-string("device"),
                        list-array([number(1), number(2), number(3)]),
                        more-array([string("aaaaaaaaaa"), string("bbbbbbbbbb")]),
                        none-object([]) ]),
               24, Lines).

test('what fits is one line', Lines == "{\"a\": [1, {}]}\n") :-
    json_lines(object([a-array([number(1), object([])])]), 14, Lines).

test('no line is too long if it can be broken') :-
    for_random(100, 9, no_line_too_long).

no_line_too_long :-
    random_json(4, Json),
    json_lines(Json, 60, Text),
    split_string(Text, "\n", "", Lines),
    forall(( member(Line, Lines),
             string_length(Line, Length),
             Length > 60
           ),
           one_scalar(Line)).

%   Nothing on the line can be parted.

one_scalar(Line) :-
    split_string(Line, "", " ,", [Stripped]),
    (   catch(json_of(Stripped, Json), json_error(_, _), fail)
    ->  true
    ;   atomics_to_string(["{", Stripped, "}"], Member),
        catch(json_of(Member, object([_-Json])), json_error(_, _), fail)
    ->  true
    ;   string_concat(Begin, Open, Stripped),
        member(Open, ["{", "["]),
        atomics_to_string(["{", Begin, "0}"], Member),
        json_of(Member, object([_-Json]))
    ),
    \+ Json = object([_|_]),
    \+ Json = array([_|_]).

:- end_tests(write_json).

%   random_json(+Depth, -Json) is det.

random_json(Depth, Json) :-
    (   Depth > 0
    ->  one_of([object, array, string, number, word], Kind)
    ;   one_of([string, number, word], Kind)
    ),
    random_of(Kind, Depth, Json).

random_of(object, Depth, object(Members)) :-
    random_between(0, 5, Count),
    findall(Key, ( between(1, Count, _), random_text(Text), atom_string(Key, Text) ), Keys0),
    sort(0, @>, Keys0, Keys),
    Depth1 is Depth - 1,
    findall(Key-Value, ( member(Key, Keys), random_json(Depth1, Value) ), Members).
random_of(array, Depth, array(Values)) :-
    random_between(0, 5, Count),
    Depth1 is Depth - 1,
    findall(Value, ( between(1, Count, _), random_json(Depth1, Value) ), Values).
random_of(string, _, string(Text)) :-
    random_text(Text).
random_of(number, _, number(Number)) :-
    random_between(-1_000_000, 1_000_000, Integer),
    one_of([1, 2, 1000, 1024, 10_000_000_000_000_000_000_000], Divisor),
    Number is Integer rdiv Divisor.
random_of(word, _, Word) :-
    one_of([true, false, null], Word).

random_text(Text) :-
    random_between(0, 12, Length),
    length(Codes, Length),
    maplist(random_code, Codes),
    string_codes(Text, Codes).

random_code(Code) :-
    one_of([0'a, 0'Z, 0' , 0'", 0'\\, 0'/, 0'\n, 0'\r, 0'\t, 0, 1, 8, 31, 127, 0'', 0'{, 0'], 0':,
            0',, 0'é, 0'Ω, 0x2028, 0xFFFF, 0x1F600, 0x10FFFF], Code).
