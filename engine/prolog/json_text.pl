% SPDX-License-Identifier: Apache-2.0
:- module(json_text,
          [ read_json/3,                % +Text, -Json, -Position
            json_text/2,                % +Json, -Text
            json_lines/3                % +Json, +Width, -Text
          ]).
:- use_module(exact_numbers, [number_text/2, decimal_rational/2]).

/** <module> The syntax of JSON (RFC 8259): text to values with positions, and back

A JSON value is a term:

  - object(Members), a list of Key-Value in the order of the text, each Key
    an atom and there once
  - array(Values)
  - string(Text), a string
  - number(Number), an exact rational: 1.10 is 11r10
  - `true`, `false`, `null`

Its position is a term of the same shape, whose first argument is the offset
of its first character:

  - object(From, To, Members), a list of member(KeyPosition, ValuePosition)
  - array(From, To, Positions)
  - From-To, for all others and for keys

The parsers that come with the system give no positions, which every error
message needs, and make floats of numbers.
*/

                 /*******************************
                 *           Reading            *
                 *******************************/

%!  read_json(+Text, -Json, -Position) is det.
%
%   Text, a string, is one JSON value and blanks around it.
%
%   @throws json_error(Offset, What) where it is not; messages.pl has the
%           sentence of json(What).

read_json(Text, Json, Position) :-
    (   sub_string(Text, Nul, _, _, "\u0000")
    ->  throw(json_error(Nul, nul_character))
    ;   true
    ),
    setup_call_cleanup(
        open_string(Text, Stream),
        read_document(Stream, Json, Position),
        close(Stream)).

read_document(Stream, Json, Position) :-
    next_code(Stream, Code),
    read_value(Code, Stream, 0, Json, Position),
    next_code(Stream, After),
    (   After =:= -1
    ->  true
    ;   mistake(Stream, text_after_value)
    ).

%   next_code(+Stream, -Code) is det.
%
%   Code comes next, blanks skipped, and is not yet taken; -1 at the end.

next_code(Stream, Code) :-
    peek_code(Stream, Code0),
    (   blank(Code0)
    ->  get_code(Stream, _),
        next_code(Stream, Code)
    ;   Code = Code0
    ).

blank(0' ).
blank(0'\n).
blank(0'\r).
blank(0'\t).

%   mistake(+Stream, +What)
%
%   What is wrong at the character that comes next.

mistake(Stream, What) :-
    character_count(Stream, Offset),
    throw(json_error(Offset, What)).

%   read_value(+Code, +Stream, +Depth, -Json, -Position) is det.
%
%   Code, the first of the value, comes next.

read_value(0'{, Stream, Depth, object(Members), object(From, To, Positions)) :-
    !,
    opened(Stream, Depth, From, Depth1),
    next_code(Stream, Code),
    (   Code =:= 0'}
    ->  Members = [],
        Positions = []
    ;   read_members(Code, Stream, Depth1, Members, Positions),
        different_keys(Members, Positions)
    ),
    closed(Stream, To).
read_value(0'[, Stream, Depth, array(Values), array(From, To, Positions)) :-
    !,
    opened(Stream, Depth, From, Depth1),
    next_code(Stream, Code),
    (   Code =:= 0']
    ->  Values = [],
        Positions = []
    ;   read_elements(Code, Stream, Depth1, Values, Positions)
    ),
    closed(Stream, To).
read_value(0'", Stream, _, string(Text), Position) :-
    !,
    read_quoted(Stream, Text, Position).
read_value(Code, Stream, _, Json, From-To) :-
    character_count(Stream, From),
    (   number_start(Code)
    ->  read_number(Code, Stream, From, Number),
        Json = number(Number)
    ;   read_word(Code, Stream, From, Json)
    ),
    character_count(Stream, To).

%   What nests deeper than this has no meaning, and a hostile text could
%   exhaust the stack.

opened(Stream, Depth, From, Depth1) :-
    (   Depth < 1000
    ->  Depth1 is Depth + 1
    ;   mistake(Stream, nested_too_deeply)
    ),
    character_count(Stream, From),
    get_code(Stream, _).

closed(Stream, To) :-
    get_code(Stream, _),
    character_count(Stream, To).

%   read_members(+Code, +Stream, +Depth, -Members, -Positions) is det.

read_members(Code, Stream, Depth, [Key-Value|Members],
             [member(KeyPosition, Position)|Positions]) :-
    (   Code =:= 0'"
    ->  true
    ;   mistake(Stream, expected_key)
    ),
    read_quoted(Stream, KeyText, KeyPosition),
    atom_string(Key, KeyText),
    next_code(Stream, Colon),
    (   Colon =:= 0':
    ->  get_code(Stream, _)
    ;   mistake(Stream, expected_colon)
    ),
    next_code(Stream, First),
    read_value(First, Stream, Depth, Value, Position),
    next_code(Stream, After),
    (   After =:= 0',
    ->  get_code(Stream, _),
        next_code(Stream, Next),
        read_members(Next, Stream, Depth, Members, Positions)
    ;   After =:= 0'}
    ->  Members = [],
        Positions = []
    ;   mistake(Stream, expected_comma(object))
    ).

%   different_keys(+Members, +Positions) is det.

different_keys(Members, Positions) :-
    key_offsets(Members, Positions, Keys0),
    msort(Keys0, Keys),
    (   adjacent(Keys, Key-_, Key-Offset)
    ->  throw(json_error(Offset, duplicate_key(Key)))
    ;   true
    ).

key_offsets([], [], []).
key_offsets([Key-_|Members], [member(Offset-_, _)|Positions], [Key-Offset|Keys]) :-
    key_offsets(Members, Positions, Keys).

adjacent([X, Y|Rest], A, B) :-
    (   A = X,
        B = Y
    ;   adjacent([Y|Rest], A, B)
    ).

read_elements(Code, Stream, Depth, [Value|Values], [Position|Positions]) :-
    read_value(Code, Stream, Depth, Value, Position),
    next_code(Stream, After),
    (   After =:= 0',
    ->  get_code(Stream, _),
        next_code(Stream, Next),
        read_elements(Next, Stream, Depth, Values, Positions)
    ;   After =:= 0']
    ->  Values = [],
        Positions = []
    ;   mistake(Stream, expected_comma(array))
    ).

%   read_word(+Code, +Stream, +From, -Json) is det.

read_word(Code, Stream, From, Json) :-
    (   letter(Code)
    ->  word_codes(Stream, Codes),
        atom_codes(Word, Codes),
        (   constant(Word)
        ->  Json = Word
        ;   throw(json_error(From, unknown_word(Word)))
        )
    ;   mistake(Stream, expected_value)
    ).

constant(true).
constant(false).
constant(null).

word_codes(Stream, Codes) :-
    peek_code(Stream, Code),
    (   letter(Code)
    ->  get_code(Stream, _),
        Codes = [Code|Codes1],
        word_codes(Stream, Codes1)
    ;   Codes = []
    ).

letter(Code) :-
    (   Code >= 0'a,
        Code =< 0'z
    ->  true
    ;   Code >= 0'A,
        Code =< 0'Z
    ).

                 /*******************************
                 *           Numbers            *
                 *******************************/

number_start(0'-).
number_start(Code) :-
    digit(Code).

digit(Code) :-
    Code >= 0'0,
    Code =< 0'9.

%   read_number(+Code, +Stream, +From, -Number) is det.
%
%   The text is bounded before it is read: the time that takes grows by the
%   square of the digits.

read_number(Code, Stream, From, Number) :-
    number_codes_of(Code, Stream, 20_000, From, Codes),
    (   phrase(number_form, Codes)
    ->  true
    ;   throw(json_error(From, no_number))
    ),
    (   decimal_rational(Codes, Number0)
    ->  Number = Number0
    ;   throw(json_error(From, number_beyond_limits))
    ).

number_codes_of(Code, Stream, Left, From, Codes) :-
    (   number_code(Code)
    ->  (   Left > 0
        ->  get_code(Stream, _),
            Codes = [Code|Codes1],
            Left1 is Left - 1,
            peek_code(Stream, Code1),
            number_codes_of(Code1, Stream, Left1, From, Codes1)
        ;   throw(json_error(From, immense_number))
        )
    ;   Codes = []
    ).

number_code(0'-).
number_code(0'+).
number_code(0'.).
number_code(0'e).
number_code(0'E).
number_code(Code) :-
    digit(Code).

number_form -->
    minus,
    whole,
    fraction,
    exponent.

minus --> "-", !.
minus --> [].

whole --> "0", !.
whole --> digits.

fraction --> ".", !, digits.
fraction --> [].

exponent --> ( "e" ; "E" ), !, sign, digits.
exponent --> [].

sign --> "+", !.
sign --> "-", !.
sign --> [].

digits --> [Code], { digit(Code) }, more_digits.

more_digits --> [Code], { digit(Code) }, !, more_digits.
more_digits --> [].

                 /*******************************
                 *           Strings            *
                 *******************************/

%   read_quoted(+Stream, -Text, -Position) is det.
%
%   The opening quote comes next.

read_quoted(Stream, Text, From-To) :-
    character_count(Stream, From),
    get_code(Stream, _),
    read_parts(Stream, From, Parts),
    (   Parts = [Only]
    ->  Text = Only
    ;   atomics_to_string(Parts, Text)
    ),
    character_count(Stream, To).

read_parts(Stream, From, [Part|Parts]) :-
    ends_part(Enders),
    read_string(Stream, Enders, "", Ender, Part),
    (   Ender =:= 0'"
    ->  Parts = []
    ;   Ender =:= 0'\\
    ->  character_count(Stream, After),
        Backslash is After - 1,
        get_code(Stream, Code),
        escaped(Code, Stream, Backslash, Character),
        Parts = [Character|Parts1],
        read_parts(Stream, From, Parts1)
    ;   Ender =:= -1
    ->  throw(json_error(From, quote_not_closed))
    ;   character_count(Stream, After),
        Offset is After - 1,
        (   Ender =:= 0'\n
        ->  throw(json_error(From, quote_not_closed))
        ;   throw(json_error(Offset, control_character))
        )
    ).

%   Everything up to one of these characters is text as it stands.

ends_part("\"\\\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000e\u000f\u0010\u0011\c
           \u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f").

control_characters("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000e\u000f\u0010\u0011\c
                    \u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f").

%   escaped(+Code, +Stream, +Backslash, -Character) is det.

escaped(Code, Stream, Backslash, Character) :-
    (   escape(Code, Character0)
    ->  Character = Character0
    ;   Code =:= 0'u
    ->  four_digits(Stream, Backslash, Unit),
        code_point(Unit, Stream, Backslash, Point),
        char_code(Character, Point)
    ;   throw(json_error(Backslash, unknown_escape))
    ).

escape(0'", '"').
escape(0'\\, \).
escape(0'/, /).
escape(0'b, '\b').
escape(0'f, '\f').
escape(0'n, '\n').
escape(0'r, '\r').
escape(0't, '\t').

four_digits(Stream, Backslash, Unit) :-
    hexadecimal_digit(Stream, Backslash, D1),
    hexadecimal_digit(Stream, Backslash, D2),
    hexadecimal_digit(Stream, Backslash, D3),
    hexadecimal_digit(Stream, Backslash, D4),
    Unit is ((D1 * 16 + D2) * 16 + D3) * 16 + D4.

hexadecimal_digit(Stream, Backslash, Digit) :-
    get_code(Stream, Code),
    (   Code < 128,
        code_type(Code, xdigit(Digit0))
    ->  Digit = Digit0
    ;   throw(json_error(Backslash, unknown_escape))
    ).

%   code_point(+Unit, +Stream, +Backslash, -Point) is det.
%
%   Characters beyond the first plane are two units of UTF-16.

code_point(Unit, Stream, Backslash, Point) :-
    (   between(0xD800, 0xDBFF, Unit)
    ->  (   get_code(Stream, 0'\\),
            get_code(Stream, 0'u),
            four_digits(Stream, Backslash, Low),
            between(0xDC00, 0xDFFF, Low)
        ->  Point is 0x10000 + ((Unit - 0xD800) << 10) + (Low - 0xDC00)
        ;   throw(json_error(Backslash, half_character))
        )
    ;   between(0xDC00, 0xDFFF, Unit)
    ->  throw(json_error(Backslash, half_character))
    ;   Point = Unit
    ).

                 /*******************************
                 *           Writing            *
                 *******************************/

%!  json_text(+Json, -Text:string) is det.
%
%   Json on one line, with a blank after each comma and colon. A number is
%   written with all its digits.
%
%   @throws json_error(none, no_decimal(Number)) for a number such as 1r3, whose
%           digits do not end.

json_text(Json, Text) :-
    phrase(pieces(Json), Pieces),
    atomics_to_string(Pieces, Text).

pieces(object(Members)) -->
    [ '{' ],
    member_pieces(Members),
    [ '}' ].
pieces(array(Values)) -->
    [ '[' ],
    value_pieces(Values),
    [ ']' ].
pieces(string(Text)) -->
    quoted_pieces(Text).
pieces(number(Number)) -->
    { number_piece(Number, Text) },
    [ Text ].
pieces(true) --> [ true ].
pieces(false) --> [ false ].
pieces(null) --> [ null ].

member_pieces([]) --> [].
member_pieces([Key-Value|Members]) -->
    quoted_pieces(Key),
    [ ': ' ],
    pieces(Value),
    comma(Members),
    member_pieces(Members).

value_pieces([]) --> [].
value_pieces([Value|Values]) -->
    pieces(Value),
    comma(Values),
    value_pieces(Values).

comma([]) --> [].
comma([_|_]) --> [ ', ' ].

number_piece(Number, Text) :-
    number_text(Number, Text),
    (   integer(Text)
    ->  true
    ;   sub_atom(Text, _, _, _, r)
    ->  throw(json_error(none, no_decimal(Number)))
    ;   true
    ).

quoted_pieces(Text) -->
    { escaped_text(Text, Escaped) },
    [ '"', Escaped, '"' ].

%   escaped_text(+Text, -Escaped:string) is det.
%
%   Most texts have nothing to escape. split_string/4 takes NUL
%   characters for separators, and strips them.

escaped_text(Text, Escaped) :-
    (   sub_string(Text, _, _, _, "\u0000")
    ->  escaped_by_codes(Text, Escaped)
    ;   ends_part(Special),
        no_character_of(Special, Text)
    ->  text_to_string(Text, Escaped)
    ;   escaped_each([ "\\"-"\\\\", "\""-"\\\"", "\n"-"\\n", "\t"-"\\t", "\r"-"\\r" ],
                     Text, Escaped0),
        control_characters(Controls),
        no_character_of(Controls, Escaped0)
    ->  Escaped = Escaped0
    ;   escaped_by_codes(Text, Escaped)
    ).

no_character_of(Characters, Text) :-
    split_string(Text, Characters, "", [_]).

escaped_by_codes(Text, Escaped) :-
    string_codes(Text, Codes),
    escaped_codes(Codes, EscapedCodes),
    string_codes(Escaped, EscapedCodes).

%   escaped_each(+Escapes, +Text0, -Text) is det.
%
%   For the characters that whole files have: a text is split and joined much
%   faster than it is gone through. The backslash comes first.

escaped_each([], Text, Text).
escaped_each([Character-Escape|Escapes], Text0, Text) :-
    split_string(Text0, Character, "", Parts),
    atomic_list_concat(Parts, Escape, Text1),
    escaped_each(Escapes, Text1, Text).

escaped_codes([], []).
escaped_codes([Code|Codes], Escaped) :-
    (   Code >= 0x20,
        Code =\= 0'",
        Code =\= 0'\\
    ->  Escaped = [Code|Escaped1]
    ;   escape_codes(Code, Letter)
    ->  Escaped = [0'\\, Letter|Escaped1]
    ;   High is 0'0 + (Code >> 4),
        Low0 is Code /\ 0xF,
        code_type(Low, xdigit(Low0)),
        \+ between(0'A, 0'F, Low),
        Escaped = [0'\\, 0'u, 0'0, 0'0, High, Low|Escaped1]
    ),
    escaped_codes(Codes, Escaped1).

escape_codes(0'", 0'").
escape_codes(0'\\, 0'\\).
escape_codes(0'\n, 0'n).
escape_codes(0'\r, 0'r).
escape_codes(0'\t, 0't).

                 /*******************************
                 *        Writing lines         *
                 *******************************/

%!  json_lines(+Json, +Width, -Text:string) is det.
%
%   Json for people: an object or array stands on one line where Width
%   characters are enough, else each of its parts on lines of its own.
%   Text ends in a line feed.
%
%   @throws as json_text/2

json_lines(Json, Width, Text) :-
    measured(Json, Measured, _),
    phrase(laid_out(Measured, 0, 0, Width), Pieces),
    atomics_to_string(Pieces, Lines),
    string_concat(Lines, "\n", Text).

%   measured(+Json, -Measured, -Length) is det.
%
%   Measured is whole(Text, Length), or parts(Open, Close, Parts, Length) with
%   Parts a list of part(Label, LabelLength, Measured).

measured(object(Members), parts('{', '}', Parts, Length), Length) :-
    !,
    measured_members(Members, Parts, 2, Length).
measured(array(Values), parts('[', ']', Parts, Length), Length) :-
    !,
    measured_values(Values, Parts, 2, Length).
measured(Json, whole(Text, Length), Length) :-
    json_text(Json, Text),
    string_length(Text, Length).

measured_members([], [], Length, Length).
measured_members([Key-Value|Members], [part(Label, LabelLength, Measured)|Parts], Length0, Length) :-
    json_text(string(Key), Quoted),
    string_concat(Quoted, ": ", Label),
    string_length(Label, LabelLength),
    measured(Value, Measured, ValueLength),
    after_comma(Members, Length0, Length1),
    Length2 is Length1 + LabelLength + ValueLength,
    measured_members(Members, Parts, Length2, Length).

measured_values([], [], Length, Length).
measured_values([Value|Values], [part("", 0, Measured)|Parts], Length0, Length) :-
    measured(Value, Measured, ValueLength),
    after_comma(Values, Length0, Length1),
    Length2 is Length1 + ValueLength,
    measured_values(Values, Parts, Length2, Length).

%   A comma and a blank follow all but the last.

after_comma([], Length, Length).
after_comma([_|_], Length0, Length) :-
    Length is Length0 + 2.

%   laid_out(+Measured, +Indentation, +Column, +Width)//
%
%   Column is where the text begins.

laid_out(whole(Text, _), _, _, _) -->
    [ Text ].
laid_out(parts(Open, Close, Parts, Length), Indentation, Column, Width) -->
    (   { Column + Length =< Width ; Parts == [] }
    ->  [ Open ],
        in_line(Parts),
        [ Close ]
    ;   { Indentation1 is Indentation + 2 },
        [ Open ],
        in_lines(Parts, Indentation1, Width),
        new_line(Indentation),
        [ Close ]
    ).

in_line([]) --> [].
in_line([part(Label, _, Measured)|Parts]) -->
    [ Label ],
    laid_out(Measured, 0, 0, inf),
    comma(Parts),
    in_line(Parts).

%   The comma after a part needs a column too.

in_lines([], _, _) --> [].
in_lines([part(Label, LabelLength, Measured)|Parts], Indentation, Width) -->
    new_line(Indentation),
    [ Label ],
    { Column is Indentation + LabelLength + 1 },
    laid_out(Measured, Indentation, Column, Width),
    (   { Parts == [] }
    ->  []
    ;   [ ',' ]
    ),
    in_lines(Parts, Indentation, Width).

new_line(Indentation) -->
    { format(atom(Piece), '~n~*c', [Indentation, 0' ]) },
    [ Piece ].
