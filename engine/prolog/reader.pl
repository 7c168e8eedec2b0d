% SPDX-License-Identifier: Apache-2.0
:- module(reader,
          [ read_source/3,              % +Source, -Text, -Items
            line_and_column/4,          % +Text, +Offset, -Line, -Column
            moved/4,                    % +Text, +Place0, +Offset, -Place
            clause_names/3,             % +Text, +Offset, -Names
            position_offset/2,          % +Position, -Offset
            argument_position/3,        % +Position, +Index, -ArgumentPosition
            element_positions/2,        % +Position, -ElementPositions
            path_position/3             % +Position, +Path, -PartPosition
          ]).
:- use_module(library(lists), [nth1/3, memberchk/2, append/3]).
:- use_module(values, [decimal_rational/2]).

/** <module> Files to clauses with positions; nothing is ever executed

A source is file(Path) or text(Name, Text). Reading gives its items in order:

  - clause(Term, Position, Bindings, Singletons): Position as
    read_term/2's `subterm_positions`, Bindings as its `variable_names`
  - mistake(Offset, Message): text that is no term

Decimals in Term are exact rationals, taken from the digits in the file.
*/

%!  read_source(+Source, -Text, -Items) is det.
%
%   Text is the whole source. A file that cannot be read gives one mistake.

read_source(text(_, Text0), Text, Items) :-
    text_to_string(Text0, Text1),
    without_mark(Text1, Text),
    text_items(Text, Items).
read_source(file(Path), Text, Items) :-
    (   exists_directory(Path)
    ->  Text = "",
        Items = [mistake(none, unreadable_file(folder))]
    ;   catch(file_text(Path, Text, Bytes), Error, true),
        file_items(Error, Path, Text, Bytes, Items)
    ).

file_items(Error, Path, Text, Bytes, Items) :-
    var(Error),
    !,
    text_items(Text, Items0),
    (   not_utf8(Path, Text, Bytes, Offset)
    ->  Items = [mistake(Offset, not_utf8)|Items0]
    ;   Items = Items0
    ).
file_items(Error, _, "", _, [mistake(none, unreadable_file(Reason))]) :-
    unreadable(Error, Reason).

%   file_text(+Path, -Text, -Bytes) is det.
%
%   Bytes is the size of the file without a byte order mark.

file_text(Path, Text, Bytes) :-
    size_file(Path, Size),
    setup_call_cleanup(
        open(Path, read, Stream, [encoding(utf8)]),
        read_string(Stream, _, Text0),
        close(Stream)),
    without_mark(Text0, Text),
    (   Text == Text0
    ->  Bytes = Size
    ;   Bytes is Size - 3
    ).

%   A byte order mark is no part of the text.

without_mark(Text0, Text) :-
    (   string_code(1, Text0, 0xFEFF)
    ->  sub_string(Text0, 1, _, 0, Text)
    ;   Text = Text0
    ).

unreadable(error(existence_error(_, _), _), missing) :- !.
unreadable(error(permission_error(_, _, _), _), forbidden) :- !.
unreadable(error(_, context(_, Reason)), Reason) :-
    atomic(Reason),
    !.
unreadable(_, other).

%   not_utf8(+Path, +Text, +Bytes, -Offset) is semidet.
%
%   Prolog takes a byte that is no UTF-8 for a character of its own. What it
%   read is of another size than the file then; only in that case is the file
%   looked at byte by byte. Offset counts the characters before the byte.

not_utf8(Path, Text, Bytes, Offset) :-
    utf8_size(Text, Size),
    Size =\= Bytes,
    setup_call_cleanup(
        open(Path, read, Stream, [type(binary)]),
        bad_byte(Stream, Place),
        close(Stream)),
    string_length(Text, Length),
    Offset is min(Place, Length).

utf8_size(Text, Size) :-
    setup_call_cleanup(
        open_null_stream(Stream),
        ( set_stream(Stream, encoding(utf8)),
          write(Stream, Text),
          byte_count(Stream, Size)
        ),
        close(Stream)).

bad_byte(Stream, Offset) :-
    get_byte(Stream, Byte),
    bad_byte(Byte, Stream, 0, Offset).

bad_byte(-1, _, _, _) :-
    !,
    fail.
bad_byte(Byte, Stream, Offset0, Offset) :-
    (   begins(Byte, More, Code0),
        continued(More, Stream, Code0, Code),
        character(More, Code)
    ->  (   Code =:= 0xFEFF,
            Offset0 =:= 0
        ->  Offset1 = Offset0
        ;   Offset1 is Offset0 + 1
        ),
        get_byte(Stream, Next),
        bad_byte(Next, Stream, Offset1, Offset)
    ;   Offset = Offset0
    ).

%   RFC 3629, section 3: the first byte says how many follow.

begins(Byte, 0, Byte) :- Byte < 0x80, !.
begins(Byte, 1, Code) :- Byte /\ 0xE0 =:= 0xC0, !, Code is Byte /\ 0x1F.
begins(Byte, 2, Code) :- Byte /\ 0xF0 =:= 0xE0, !, Code is Byte /\ 0x0F.
begins(Byte, 3, Code) :- Byte /\ 0xF8 =:= 0xF0, Code is Byte /\ 0x07.

continued(0, _, Code, Code) :- !.
continued(More, Stream, Code0, Code) :-
    get_byte(Stream, Byte),
    Byte /\ 0xC0 =:= 0x80,
    Code1 is Code0 << 6 \/ Byte /\ 0x3F,
    More1 is More - 1,
    continued(More1, Stream, Code1, Code).

character(0, _).
character(1, Code) :- Code >= 0x80.
character(2, Code) :- Code >= 0x800, \+ between(0xD800, 0xDFFF, Code).
character(3, Code) :- between(0x10000, 0x10FFFF, Code).

                 /*******************************
                 *            Clauses           *
                 *******************************/

text_items(Text, Items) :-
    (   sub_string(Text, Nul, _, _, "\u0000")
    ->  Items = [mistake(Nul, nul_character)]
    ;   immense_number(Text, Offset)
    ->  Items = [mistake(Offset, immense_number)]
    ;   items_from(0, Text, 20, Items)
    ).

%   immense_number(+Text, -Offset) is semidet.
%
%   Reading a number takes time by the square of its digits: more than 20,000
%   of them are not read at all. A step of 10,000 cannot miss one.

immense_number(Text, Offset) :-
    string_length(Text, Length),
    Length > 20000,
    Probes is Length // 10000,
    between(1, Probes, Probe),
    Middle is Probe * 10000,
    digit_at(Text, Middle),
    first_digit(Text, Middle, Offset),
    Last is Offset + 20000,
    Last =< Length,
    \+ ( between(Middle, Last, At),
         \+ digit_at(Text, At)
       ),
    !.

digit_at(Text, Index) :-
    string_code(Index, Text, Code),
    code_type(Code, digit).

first_digit(Text, Index, Offset) :-
    Before is Index - 1,
    (   digit_at(Text, Before)
    ->  first_digit(Text, Before, Offset)
    ;   Offset = Before
    ).

%   items_from(+Offset, +Text, +Restarts, -Items) is det.
%
%   Read from Offset on. A quote that is not closed swallows what follows, so
%   reading starts again in the line below it, Restarts times at most.

items_from(Offset, Text, Restarts, Items) :-
    setup_call_cleanup(
        open_string(Text, Stream),
        ( read_string(Stream, Offset, _),
          read_items(Stream, Text, Restarts, Items, Next)
        ),
        close(Stream)),
    (   Next = from(NextOffset, Rest)
    ->  Restarts1 is Restarts - 1,
        items_from(NextOffset, Text, Restarts1, Rest)
    ;   true
    ).

%   Next is `end`, or from(Offset, Tail): Items go on with what is read there.

read_items(Stream, Text, Restarts, Items, Next) :-
    character_count(Stream, Begin),
    catch(read_clause(Stream, Text, Item0), Error, true),
    (   nonvar(Error)
    ->  read_mistake(Error, Begin, Text, Item, Restart),
        Items = [Item|Rest],
        (   integer(Restart),
            Restarts > 0
        ->  Next = from(Restart, Rest)
        ;   at_end_of_stream(Stream)
        ->  Rest = [],
            Next = end
        ;   read_items(Stream, Text, Restarts, Rest, Next)
        )
    ;   Item0 = clause(Term, _, _, _),
        Term == end_of_file
    ->  Items = [],
        Next = end
    ;   Items = [Item0|Rest],
        read_items(Stream, Text, Restarts, Rest, Next)
    ).

read_clause(Stream, Text, clause(Term, Position, Bindings, Singletons)) :-
    read_term(Stream, Term,
              [ subterm_positions(Position),
                variable_names(Bindings),
                singletons(Singletons),
                module(reader),
                double_quotes(string),
                syntax_errors(error)
              ]),
    exact_clause(Term, Position, Text).

%   read_mistake(+Error, +Begin, +Text, -Mistake, -Restart) is det.
%
%   Begin is where the clause before ended. Restart is an offset, or `none`.

read_mistake(error(syntax_error(Message0), Context), Begin, Text, Mistake, Restart) :-
    !,
    (   syntax_offset(Context, Offset0)
    ->  true
    ;   Offset0 = Begin
    ),
    (   open_quote(Message0, Begin, Offset0, Text, Offset)
    ->  Message = quote_not_closed,
        next_line(Text, Offset, Restart)
    ;   culprit(Message0, Offset0, Text, Message, Offset),
        Restart = none
    ),
    Mistake = mistake(Offset, syntax(Message)).
read_mistake(error(resource_error(What), _), Begin, Text, mistake(Offset, resource(What)), none) :-
    !,
    not_blank(Text, Begin, Offset).
read_mistake(not_in_language(Offset, What), _, _, mistake(Offset, What), none) :- !.
read_mistake(Error, Begin, Text, mistake(Offset, unexpected(Error)), none) :-
    not_blank(Text, Begin, Offset).

syntax_offset(stream(_, _, _, Offset), Offset).
syntax_offset(string(_, Offset), Offset).

%   culprit(+Message0, +Offset0, +Text, -Message, -Offset) is det.
%
%   The reader names the character before the word it could not use.

culprit(end_of_file, _, Text, end_of_file, Offset) :-
    !,
    split_string(Text, "", " \t\r\n", [Stripped]),
    string_length(Stripped, Length),
    (   sub_string(Text, Before, _, _, Stripped)
    ->  Offset is Before + Length
    ;   Offset = Length
    ).
culprit(end_of_file_in_block_comment, Offset0, Text, end_of_file_in_block_comment, Offset) :-
    !,
    string_length(Text, Length),
    Rest is Length - Offset0,
    sub_string(Text, Offset0, Rest, _, Tail),
    (   sub_string(Tail, Before, _, _, "/*")
    ->  Offset is Offset0 + Before
    ;   Offset = Offset0
    ).
culprit(Message0, Offset0, Text, Message, Offset) :-
    before_culprit(Message0),
    !,
    (   Offset0 =:= 0,
        memberchk(Message0, [illegal_number, illegal_character])
    ->  Offset = Offset0
    ;   Offset1 is Offset0 + 1,
        not_blank(Text, Offset1, Offset)
    ),
    (   plainer(Message0, Offset0, Offset, Text, Message1)
    ->  Message = Message1
    ;   Message = Message0
    ).
culprit(Message, Offset, _, Message, Offset).

before_culprit(cannot_start_term).
before_culprit(operator_expected).
before_culprit(operator_balance).
before_culprit(quoted_punctuation).
before_culprit(punct(_, _)).
before_culprit(float_overflow).
before_culprit(illegal_number).
before_culprit(illegal_character).
before_culprit(end_of_clause).
before_culprit(end_of_clause_expected).

plainer(operator_expected, Before, Offset, Text, Message) :-
    character_at(Text, Offset, Character),
    (   Character == "."
    ->  Message = bracket_not_closed
    ;   Character == "("
    ->  character_at(Text, Before, Blank),
        memberchk(Blank, [" ", "\t"]),
        Message = blank_before_parenthesis
    ;   memberchk(Character, ["\u201C", "\u201D", "\u2018", "\u2019"])
    ->  Message = typographic_quote
    ).

character_at(Text, Offset, Character) :-
    sub_string(Text, Offset, 1, _, Character).

%   not_blank(+Text, +Offset0, -Offset) is det.
%
%   Offset of the first character from Offset0 on that is not blank.

not_blank(Text, Offset0, Offset) :-
    (   Index is Offset0 + 1,
        string_code(Index, Text, Code),
        code_type(Code, space)
    ->  not_blank(Text, Index, Offset)
    ;   string_length(Text, Length),
        Offset is min(Offset0, Length)
    ).

%   open_quote(+Message, +Begin, +End, +Text, -Offset) is semidet.
%
%   Offset of the first quote from Begin on that is not closed in its line and
%   not before End: texts of several lines are rare, a forgotten quote is not.

open_quote(Message, Begin, End, Text, Offset) :-
    (   Message = end_of_file_in_quoted(_)
    ->  string_length(Text, Stop)
    ;   Stop is End + 1
    ),
    Length is Stop - Begin,
    Length > 0,
    sub_string(Text, Begin, Length, _, Part),
    string_codes(Part, Codes0),
    (   Stop > End + 1
    ->  append(Codes0, [0'\n], Codes)
    ;   Codes = Codes0
    ),
    quote_over_lines(Codes, Begin, Offset).

quote_over_lines([0'%|Codes], Offset0, Offset) :-
    !,
    to_line_end(Codes, Rest, Offset0, Offset1),
    quote_over_lines(Rest, Offset1, Offset).
quote_over_lines([0'/, 0'*|Codes], Offset0, Offset) :-
    !,
    Offset1 is Offset0 + 2,
    to_comment_end(Codes, Rest, Offset1, Offset2),
    quote_over_lines(Rest, Offset2, Offset).
quote_over_lines([0'0, 0'', _|Codes], Offset0, Offset) :-
    !,
    Offset1 is Offset0 + 3,
    quote_over_lines(Codes, Offset1, Offset).
quote_over_lines([Code|Codes], Offset0, Offset) :-
    Offset1 is Offset0 + 1,
    (   memberchk(Code, [0'", 0'', 0'`])
    ->  to_quote_end(Codes, Code, Outcome, Rest, Offset1, Offset2),
        (   Outcome == open
        ->  Offset = Offset0
        ;   quote_over_lines(Rest, Offset2, Offset)
        )
    ;   quote_over_lines(Codes, Offset1, Offset)
    ).

to_line_end(Codes, Codes, Offset, Offset) :-
    ( Codes = [] ; Codes = [0'\n|_] ),
    !.
to_line_end([_|Codes], Rest, Offset0, Offset) :-
    Offset1 is Offset0 + 1,
    to_line_end(Codes, Rest, Offset1, Offset).

to_comment_end([], [], Offset, Offset).
to_comment_end([0'*, 0'/|Rest], Rest, Offset0, Offset) :-
    !,
    Offset is Offset0 + 2.
to_comment_end([_|Codes], Rest, Offset0, Offset) :-
    Offset1 is Offset0 + 1,
    to_comment_end(Codes, Rest, Offset1, Offset).

to_quote_end([], _, closed, [], Offset, Offset).
to_quote_end([Code|Codes], Quote, Outcome, Rest, Offset0, Offset) :-
    Offset1 is Offset0 + 1,
    (   Code == Quote
    ->  Outcome = closed,
        Rest = Codes,
        Offset = Offset1
    ;   Code == 0'\n
    ->  Outcome = open,
        Rest = Codes,
        Offset = Offset1
    ;   Code == 0'\\,
        Codes = [_|Codes1]
    ->  Offset2 is Offset1 + 1,
        to_quote_end(Codes1, Quote, Outcome, Rest, Offset2, Offset)
    ;   to_quote_end(Codes, Quote, Outcome, Rest, Offset1, Offset)
    ).

next_line(Text, Offset, Next) :-
    (   Index is Offset + 1,
        string_code(Index, Text, Code)
    ->  (   Code == 0'\n
        ->  Next = Index
        ;   next_line(Text, Index, Next)
        )
    ;   Next = none
    ).

                 /*******************************
                 *        Exact numbers         *
                 *******************************/

%   exact_clause(+Term, +Position, +Text) is det.
%
%   The reader makes floats of decimals; here they become the rationals
%   that their digits say. 16 digits and more are beyond what a float
%   keeps, so the digits are taken from Text, not from the float.
%
%   The term is fresh from the reader, so its arguments can be replaced in
%   place: nearly all of it stays as it is.
%
%   Throws not_in_language(Offset, Message) for what Prolog reads and the
%   language does not have.

exact_clause(Term, Position, Text) :-
    (   compound(Term)
    ->  exact_term(Term, Position, Text, 0)
    ;   true
    ).

exact_term(Term, Position, Text, Depth) :-
    element_positions(Position, Positions),
    !,
    below(Depth, Position, Depth1),
    exact_elements(Positions, Term, Text, Depth1).
exact_term(Term, Position, Text, Depth) :-
    (   position_parts(Position, Parts)
    ->  (   Parts == []
        ->  position_offset(Position, Offset),
            throw(not_in_language(Offset, empty_parentheses))
        ;   below(Depth, Position, Depth1),
            exact_arguments(Parts, 1, Term, Text, Depth1)
        )
    ;   Position = dict_position(Offset, _, _, _, _)
    ->  throw(not_in_language(Offset, dict))
    ;   true
    ).

%   What nests deeper than this is beyond what the system compiles.

below(Depth, Position, Depth1) :-
    (   Depth < 1000
    ->  Depth1 is Depth + 1
    ;   position_offset(Position, Offset),
        throw(not_in_language(Offset, nested_too_deeply))
    ).

%   List is passed whole: setarg/3 has to meet the cell itself.

exact_elements([], _, _, _).
exact_elements([P|Ps], List, Text, Depth) :-
    List = [X|Xs],
    exact_argument(X, P, Text, 1, List, Depth),
    exact_elements(Ps, Xs, Text, Depth).

exact_arguments([], _, _, _, _).
exact_arguments([P|Ps], I, Term, Text, Depth) :-
    arg(I, Term, Argument),
    exact_argument(Argument, P, Text, I, Term, Depth),
    I1 is I + 1,
    exact_arguments(Ps, I1, Term, Text, Depth).

exact_argument(Argument, P, Text, I, Term, Depth) :-
    (   compound(Argument)
    ->  exact_term(Argument, P, Text, Depth)
    ;   float(Argument),
        number_place(P, From, To)
    ->  exact_number(Argument, From, To, Text, Number),
        setarg(I, Term, Number)
    ;   true
    ).

number_place(From-To, From, To).
number_place(parentheses_term_position(_, _, Content), From, To) :-
    number_place(Content, From, To).

%   A number that is too large or too small for a decimal stays a float, and
%   is refused where a number is wanted.

exact_number(Float, From, To, Text, Number) :-
    Length is To - From,
    sub_string(Text, From, Length, _, Digits),
    string_codes(Digits, Codes0),
    without_separators(Codes0, Codes),
    (   catch(decimal_rational(Codes, Number0), error(_, _), fail)
    ->  Number = Number0
    ;   Number = Float
    ).

%   Prolog allows an underscore between the digits of a long number.

without_separators([], []).
without_separators([Code|Codes0], Codes) :-
    (   Code == 0'_
    ->  Codes = Rest
    ;   Codes = [Code|Rest]
    ),
    without_separators(Codes0, Rest).

%!  clause_names(+Text, +Offset, -Names) is det.
%
%   The first words of the clause that Offset is in, as far as that can be told
%   of a clause that could not be read: it begins and ends at a full stop that
%   ends a line.

clause_names(Text, Offset, Names) :-
    clause_begin(Text, Offset, Begin),
    First is min(400, Offset - Begin + 200),
    string_length(Text, Length),
    Take is min(First, Length - Begin),
    sub_string(Text, Begin, Take, _, Part),
    string_codes(Part, Codes),
    words(Codes, 8, Names).

clause_begin(Text, Offset, Begin) :-
    (   Offset >= 2,
        Two is Offset - 2,
        sub_string(Text, Two, 2, _, ".\n")
    ->  Begin = Offset
    ;   Offset =< 0
    ->  Begin = 0
    ;   Offset1 is Offset - 1,
        clause_begin(Text, Offset1, Begin)
    ).

words([], _, []) :- !.
words(_, 0, []) :- !.
words([0'., 0'\n|_], _, []) :- !.
words([0'%|Codes], N, Words) :-
    !,
    to_line_end(Codes, Rest, 0, _),
    words(Rest, N, Words).
words([Code|Codes], N, Words) :-
    (   code_type(Code, csym)
    ->  word_codes(Codes, WordCodes, Rest),
        atom_codes(Word, [Code|WordCodes]),
        Words = [Word|Words1],
        N1 is N - 1,
        words(Rest, N1, Words1)
    ;   words(Codes, N, Words)
    ).

word_codes([Code|Codes], [Code|Word], Rest) :-
    code_type(Code, csym),
    !,
    word_codes(Codes, Word, Rest).
word_codes(Rest, [], Rest).

%!  position_offset(+Position, -Offset) is det.
%
%   Characters of the source before the part at Position.

position_offset(Position, Offset) :-
    compound(Position),
    arg(1, Position, Offset).

%!  argument_position(+Position, +Index, -ArgumentPosition) is det.
%
%   Position of the Index'th argument of a compound, or element of a list;
%   the position of the whole where the part has none of its own.

argument_position(Position, Index, ArgumentPosition) :-
    (   position_parts(Position, Parts),
        nth1(Index, Parts, Part)
    ->  ArgumentPosition = Part
    ;   ArgumentPosition = Position
    ).

position_parts(term_position(_, _, _, _, Parts), Parts).
position_parts(list_position(_, _, Parts, _), Parts).
position_parts(brace_term_position(_, _, Part), [Part]).
position_parts(parentheses_term_position(_, _, Content), Parts) :-
    position_parts(Content, Parts).

%!  element_positions(+Position, -ElementPositions) is semidet.

element_positions(list_position(_, _, Elements, none), Elements).
element_positions(parentheses_term_position(_, _, Content), Elements) :-
    element_positions(Content, Elements).

%!  path_position(+Position, +Path, -PartPosition) is det.
%
%   Follow a list of argument numbers.

path_position(Position, [], Position).
path_position(Position, [Index|Path], Part) :-
    argument_position(Position, Index, Argument),
    path_position(Argument, Path, Part).

%!  line_and_column(+Text, +Offset, -Line, -Column) is det.
%
%   Both count from 1; a column is a character.

line_and_column(Text, Offset, Line, Column) :-
    moved(Text, place(0, 1, 1), Offset, place(_, Line, Column)).

%!  moved(+Text, +Place0, +Offset, -Place) is det.
%
%   Place is place(Offset, Line, Column), Place0 one that is not behind it:
%   what lies between is all that is looked at.

moved(Text, place(Offset0, Line0, Column0), Offset, place(Offset, Line, Column)) :-
    Length is Offset - Offset0,
    sub_string(Text, Offset0, Length, _, Between),
    split_string(Between, "\n", "", Lines),
    length(Lines, Count),
    last_line(Lines, LastLine),
    string_length(LastLine, LastLength),
    Line is Line0 + Count - 1,
    (   Count =:= 1
    ->  Column is Column0 + LastLength
    ;   Column is LastLength + 1
    ).

last_line([Line], Line) :- !.
last_line([_|Lines], Line) :-
    last_line(Lines, Line).
