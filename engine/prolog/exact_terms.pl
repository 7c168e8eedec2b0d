% SPDX-License-Identifier: Apache-2.0
:- module(exact_terms,
          [ exact_clause/3              % +Term, +Position, +Text
          ]).
:- use_module(exact_numbers, [decimal_rational/2]).
:- use_module(positions, [position_offset/2, element_positions/2, position_parts/2]).

/** <module> What the Prolog reader makes of a clause, made exact
*/

%!  exact_clause(+Term, +Position, +Text) is det.
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
    list_parts(Position, Positions, TailPosition),
    !,
    below(Depth, Position, Depth1),
    exact_elements(Positions, TailPosition, Term, Text, Depth1).
exact_term(Term, Position, Text, Depth) :-
    (   position_parts(Position, Parts)
    ->  (   Parts == []
        ->  position_offset(Position, Offset),
            throw(not_in_language(Offset, empty_parentheses))
        ;   compound_name_arity(Term, Name, _),
            \+ atom(Name)
        ->  position_offset(Position, Offset),
            throw(not_in_language(Offset, brackets_as_name))
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

exact_elements([P|Ps], TailPosition, List, Text, Depth) :-
    List = [X|Xs],
    exact_argument(X, P, Text, 1, List, Depth),
    (   Ps \== []
    ->  exact_elements(Ps, TailPosition, Xs, Text, Depth)
    ;   TailPosition == none
    ->  true
    ;   exact_argument(Xs, TailPosition, Text, 2, List, Depth)
    ).

list_parts(list_position(_, _, [P|Ps], TailPosition), [P|Ps], TailPosition).
list_parts(parentheses_term_position(_, _, Content), Positions, TailPosition) :-
    list_parts(Content, Positions, TailPosition).

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
