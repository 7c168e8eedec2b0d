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

exact_clause(clause(Term0, P, Bs, Ss), Text, clause(Term, P, Bs, Ss)) :-
    (   has_float(Term0)
    ->  exact(Term0, P, Text, Term)
    ;   Term = Term0
    ).

has_float(Term) :-
    float(Term),
    !.
has_float(Term) :-
    compound(Term),
    compound_name_arity(Term, _, Arity),
    float_argument(Arity, Term).

float_argument(I, Term) :-
    I > 0,
    arg(I, Term, Argument),
    (   has_float(Argument)
    ->  true
    ;   I1 is I - 1,
        float_argument(I1, Term)
    ).

exact(Float, From-To, Text, Number) :-
    float(Float),
    !,
    exact_number(Float, From, To, Text, Number).
exact(List0, Position, Text, List) :-
    element_positions(Position, Positions),
    is_list(List0),
    !,
    exact_elements(List0, Positions, Text, List).
exact(Term0, Position, Text, Term) :-
    compound(Term0),
    !,
    compound_name_arguments(Term0, Name, Arguments0),
    exact_arguments(Arguments0, 1, Position, Text, Arguments),
    compound_name_arguments(Term, Name, Arguments).
exact(Term, _, _, Term).

exact_elements([], _, _, []).
exact_elements([X0|Xs0], [P|Ps], Text, [X|Xs]) :-
    exact(X0, P, Text, X),
    exact_elements(Xs0, Ps, Text, Xs).

exact_arguments([], _, _, _, []).
exact_arguments([X0|Xs0], I, Position, Text, [X|Xs]) :-
    argument_position(Position, I, P),
    exact(X0, P, Text, X),
    I1 is I + 1,
    exact_arguments(Xs0, I1, Position, Text, Xs).

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
    (   parts(Position, Parts),
        nth1(Index, Parts, Part)
    ->  ArgumentPosition = Part
    ;   ArgumentPosition = Position
    ).

parts(term_position(_, _, _, _, Parts), Parts).
parts(list_position(_, _, Parts, _), Parts).
parts(brace_term_position(_, _, Part), [Part]).
parts(parentheses_term_position(_, _, Content), Parts) :-
    parts(Content, Parts).

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
