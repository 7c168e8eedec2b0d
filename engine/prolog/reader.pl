% SPDX-License-Identifier: Apache-2.0
:- module(reader,
          [ read_source/3,              % +Source, -Text, -Items
            source_text/3,              % +Source, -Text, -Mistakes
            text_items/2,               % +Text, -Items
            next_term/3,                % +Stream, -Term, +Options
            clause_names/3              % +Text, +Offset, -Names
          ]).
:- use_module(library(lists), [memberchk/2, append/3]).
:- use_module(exact_terms, [exact_clause/3]).

/** <module> Files to clauses with positions; nothing is ever executed

A source is file(Path) or text(Name, Text). Reading gives its items in order:

  - clause(Term, Position, Bindings, Singletons): Position as
    read_term/2's `subterm_positions`, Bindings as its `variable_names`
  - mistake(Offset, Message): text that is no term

Decimals in Term are exact rationals (exact_terms.pl), positions are those of
positions.pl.
*/

%!  read_source(+Source, -Text, -Items) is det.
%
%   Text is the whole source. A file that cannot be read gives one mistake.

read_source(Source, Text, Items) :-
    source_text(Source, Text, Mistakes),
    text_items(Text, Items0),
    append(Mistakes, Items0, Items).

%!  source_text(+Source, -Text, -Mistakes) is det.
%
%   Text is empty where the file cannot be read.

source_text(text(_, Text0), Text, []) :-
    text_to_string(Text0, Text1),
    without_mark(Text1, Text).
source_text(file(Path), Text, Mistakes) :-
    (   exists_directory(Path)
    ->  Text = "",
        Mistakes = [mistake(none, unreadable_file(folder))]
    ;   catch(file_text(Path, Text, Bad), Error, true),
        reading_mistakes(Error, Bad, Text, Mistakes)
    ).

reading_mistakes(Error, Bad, _, Mistakes) :-
    var(Error),
    !,
    (   Bad == none
    ->  Mistakes = []
    ;   Mistakes = [mistake(Bad, not_utf8)]
    ).
reading_mistakes(Error, _, "", [mistake(none, unreadable_file(Reason))]) :-
    unreadable(Error, Reason).

%   file_text(+Path, -Text, -Bad) is det.
%
%   Bad is the offset of the first byte that is not UTF-8, or `none`. Such
%   bytes are characters of their own in Text. Prolog would decode by itself,
%   but warn on standard error and not say where.

file_text(Path, Text, Bad) :-
    setup_call_cleanup(
        open(Path, read, Stream, [encoding(octet)]),
        read_string(Stream, _, Octets),
        close(Stream)),
    (   only_ascii(Octets)
    ->  Text = Octets,
        Bad = none
    ;   string_codes(Octets, Bytes),
        decoded(Bytes, 0, Bad0, Codes),
        string_codes(Text0, Codes),
        without_mark(Text0, Text),
        (   integer(Bad0)
        ->  string_length(Text0, Length0),
            string_length(Text, Length),
            Bad is Bad0 - (Length0 - Length)
        ;   Bad = none
        )
    ).

%   A character beyond ASCII takes more than one byte in UTF-8.

only_ascii(Octets) :-
    string_length(Octets, Length),
    setup_call_cleanup(
        open_null_stream(Stream),
        ( set_stream(Stream, encoding(utf8)),
          write(Stream, Octets),
          byte_count(Stream, Length)
        ),
        close(Stream)).

%   decoded(+Bytes, +Offset, -Bad, -Codes) is det.
%
%   Bad stays unbound where all Bytes are UTF-8 (RFC 3629, section 3).

decoded([], _, _, []).
decoded([Byte|Bytes], Offset, Bad, [Code|Codes]) :-
    (   Byte < 0x80
    ->  Code = Byte,
        Rest = Bytes
    ;   sequence(Byte, Bytes, Code, Rest)
    ->  true
    ;   Code = Byte,
        Rest = Bytes,
        ignore(Bad = Offset)
    ),
    Offset1 is Offset + 1,
    decoded(Rest, Offset1, Bad, Codes).

sequence(B1, [B2|Bytes], Code, Bytes) :-
    B1 /\ 0xE0 =:= 0xC0,
    continues(B2, B1 /\ 0x1F, Code),
    Code >= 0x80.
sequence(B1, [B2, B3|Bytes], Code, Bytes) :-
    B1 /\ 0xF0 =:= 0xE0,
    continues(B2, B1 /\ 0x0F, Code1),
    continues(B3, Code1, Code),
    Code >= 0x800,
    \+ between(0xD800, 0xDFFF, Code).
sequence(B1, [B2, B3, B4|Bytes], Code, Bytes) :-
    B1 /\ 0xF8 =:= 0xF0,
    continues(B2, B1 /\ 0x07, Code1),
    continues(B3, Code1, Code2),
    continues(B4, Code2, Code),
    between(0x10000, 0x10FFFF, Code).

continues(Byte, Code0, Code) :-
    Byte /\ 0xC0 =:= 0x80,
    Code is (Code0 << 6) \/ (Byte /\ 0x3F).

%   A byte order mark is no part of the text.

without_mark(Text0, Text) :-
    (   code_at(Text0, 0, 0xFEFF)
    ->  sub_string(Text0, 1, _, 0, Text)
    ;   Text = Text0
    ).

unreadable(error(existence_error(_, _), _), missing) :- !.
unreadable(error(permission_error(_, _, _), _), forbidden) :- !.
unreadable(error(_, context(_, Reason)), Reason) :-
    atomic(Reason),
    !.
unreadable(_, other).

                 /*******************************
                 *            Clauses           *
                 *******************************/

%!  text_items(+Text, -Items) is det.
%
%   The clauses and mistakes of Text.

text_items(Text, Items) :-
    (   sub_string(Text, Nul, _, _, "\u0000")
    ->  Items = [mistake(Nul, nul_character)]
    ;   immense_number(Text, Offset)
    ->  Items = [mistake(Offset, immense_number)]
    ;   too_many_brackets(Text)
    ->  Items = [mistake(none, too_many_brackets)]
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
    Last < Length,
    \+ ( between(Middle, Last, At),
         \+ digit_at(Text, At)
       ),
    !.

%   too_many_brackets(+Text) is semidet.
%
%   SWI-Prolog reads what stands in brackets by calling itself, and ends the
%   process where there is no C stack left. Brackets nest at most as deep as there
%   are of them, and the stacks of seat.cpp are enough for 500,000.

too_many_brackets(Text) :-
    string_length(Text, Length),
    Length > 500000,
    split_string(Text, "([{", "", Parts),
    length(Parts, Count),
    Count > 500001.

digit_at(Text, Offset) :-
    code_at(Text, Offset, Code),
    code_type(Code, digit).

%   code_at(+Text, +Offset, -Code) is semidet.
%
%   string_code/3 takes time by the length of the whole Text.

code_at(Text, Offset, Code) :-
    sub_string(Text, Offset, 1, _, Character),
    string_code(1, Character, Code).

first_digit(Text, Offset0, Offset) :-
    Before is Offset0 - 1,
    (   Before >= 0,
        digit_at(Text, Before)
    ->  first_digit(Text, Before, Offset)
    ;   Offset = Offset0
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
    catch(next_clause(Stream, Text, Item0), Error, true),
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

next_clause(Stream, Text, clause(Term, Position, Bindings, Singletons)) :-
    next_term(Stream, Term,
                [ subterm_positions(Position),
                  variable_names(Bindings),
                  singletons(Singletons0)
                ]),
    unmeant(Singletons0, Singletons),
    exact_clause(Term, Position, Text).

%!  next_term(+Stream, -Term, +Options) is det.
%
%   Term is the next one in the language, `end_of_file` at the end. Options are
%   more ones for read_term/3, which tell about it.
%
%   @throws error(syntax_error(_), _)

next_term(Stream, Term, Options) :-
    read_term(Stream, Term,
              [ module(reader),
                double_quotes(string),
                syntax_errors(error)
              | Options
              ]).

%   A name that begins with an underscore says that it stands once.

unmeant([], []).
unmeant([Name=Variable|Singletons0], Singletons) :-
    (   sub_atom(Name, 0, _, _, '_')
    ->  Singletons = Singletons1
    ;   Singletons = [Name=Variable|Singletons1]
    ),
    unmeant(Singletons0, Singletons1).

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
culprit(operator_expected, Offset, Text, typographic_quote, Offset) :-
    character_at(Text, Offset, Quote),
    memberchk(Quote, ["\u201C", "\u201D", "\u2018", "\u2019"]),
    !.
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
    (   code_at(Text, Offset0, Code),
        code_type(Code, space)
    ->  Offset1 is Offset0 + 1,
        not_blank(Text, Offset1, Offset)
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
    (   code_at(Text, Offset, Code)
    ->  Offset1 is Offset + 1,
        (   Code == 0'\n
        ->  Next = Offset1
        ;   next_line(Text, Offset1, Next)
        )
    ;   Next = none
    ).

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
