% SPDX-License-Identifier: Apache-2.0
:- module(reader,
          [ read_source/3,              % +Source, -Text, -Items
            line_and_column/4,          % +Text, +Offset, -Line, -Column
            position_offset/2,          % +Position, -Offset
            argument_position/3,        % +Position, +Index, -ArgumentPosition
            element_positions/2,        % +Position, -ElementPositions
            path_position/3             % +Position, +Path, -PartPosition
          ]).
:- use_module(library(lists), [nth1/3, member/2]).
:- use_module(values, [float_rational/2, decimal_rational/2]).

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
    text_to_string(Text0, Text),
    text_items(Text, Items).
read_source(file(Path), Text, Items) :-
    catch(file_text(Path, Text), Error, true),
    (   var(Error)
    ->  text_items(Text, Items)
    ;   Text = "",
        unreadable(Error, Reason),
        Items = [mistake(none, unreadable_file(Reason))]
    ).

file_text(Path, Text) :-
    setup_call_cleanup(
        open(Path, read, Stream, [encoding(utf8), bom(true)]),
        read_string(Stream, _, Text),
        close(Stream)).

unreadable(error(existence_error(_, _), _), missing) :- !.
unreadable(error(permission_error(_, _, _), _), forbidden) :- !.
unreadable(error(_, context(_, Reason)), Reason) :-
    atomic(Reason),
    !.
unreadable(_, other).

text_items(Text, Items) :-
    setup_call_cleanup(
        open_string(Text, Stream),
        read_items(Stream, Text, Items),
        close(Stream)).

read_items(Stream, Text, Items) :-
    catch(read_clause(Stream, Item0), Error, true),
    (   nonvar(Error)
    ->  syntax_mistake(Error, Text, Item),
        (   at_end_of_stream(Stream)
        ->  Items = [Item]
        ;   Items = [Item|Rest],
            read_items(Stream, Text, Rest)
        )
    ;   Item0 = clause(Term, _, _, _),
        Term == end_of_file
    ->  Items = []
    ;   exact_clause(Item0, Text, Item),
        Items = [Item|Rest],
        read_items(Stream, Text, Rest)
    ).

read_clause(Stream, clause(Term, Position, Bindings, Singletons)) :-
    read_term(Stream, Term,
              [ subterm_positions(Position),
                variable_names(Bindings),
                singletons(Singletons),
                module(reader),
                double_quotes(string),
                syntax_errors(error)
              ]).

syntax_mistake(error(syntax_error(Message), Context), _, mistake(Offset, syntax(Message))) :-
    (   syntax_offset(Context, Offset)
    ->  true
    ;   Offset = none
    ),
    !.
syntax_mistake(error(resource_error(What), _), _, mistake(none, resource(What))) :- !.
syntax_mistake(Error, _, mistake(none, unexpected(Error))).

syntax_offset(stream(_, _, _, Offset), Offset).
syntax_offset(string(_, Offset), Offset).

%   exact_clause(+Clause0, +Text, -Clause) is det.
%
%   The reader makes floats of decimals; here they become the rationals
%   that their digits say. 16 digits and more are beyond what a float
%   keeps, so the digits are taken from Text, not from the float.

%   The term is fresh from the reader, so its arguments can be replaced in
%   place: nearly all of it stays as it is.

exact_clause(Clause, Text, Clause) :-
    Clause = clause(Term, Position, _, _),
    (   compound(Term)
    ->  exact_term(Term, Position, Text)
    ;   true
    ).

exact_term(Term, Position, Text) :-
    element_positions(Position, Positions),
    !,
    exact_elements(Positions, Term, Text).
exact_term(Term, Position, Text) :-
    (   position_parts(Position, Parts)
    ->  exact_arguments(Parts, 1, Term, Text)
    ;   true
    ).

%   List is passed whole: setarg/3 has to meet the cell itself.

exact_elements([], _, _).
exact_elements([P|Ps], List, Text) :-
    List = [X|Xs],
    exact_argument(X, P, Text, 1, List),
    exact_elements(Ps, Xs, Text).

exact_arguments([], _, _, _).
exact_arguments([P|Ps], I, Term, Text) :-
    arg(I, Term, Argument),
    exact_argument(Argument, P, Text, I, Term),
    I1 is I + 1,
    exact_arguments(Ps, I1, Term, Text).

exact_argument(Argument, P, Text, I, Term) :-
    (   compound(Argument)
    ->  exact_term(Argument, P, Text)
    ;   float(Argument),
        number_place(P, From, To)
    ->  exact_number(Argument, From, To, Text, Number),
        setarg(I, Term, Number)
    ;   true
    ).

number_place(From-To, From, To).
number_place(parentheses_term_position(_, _, Content), From, To) :-
    number_place(Content, From, To).

exact_number(Float, From, To, Text, Number) :-
    Length is To - From,
    sub_string(Text, From, Length, _, Digits),
    string_codes(Digits, Codes0),
    without_separators(Codes0, Codes),
    (   catch(decimal_rational(Codes, Number), error(_, _), fail)
    ->  true
    ;   float_rational(Float, Number)
    ->  true
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
    sub_string(Text, 0, Offset, _, Before),
    split_string(Before, "\n", "", Lines),
    length(Lines, Line),
    last_line(Lines, LastLine),
    string_length(LastLine, Length),
    Column is Length + 1.

last_line([Line], Line) :- !.
last_line([_|Lines], Line) :-
    last_line(Lines, Line).
