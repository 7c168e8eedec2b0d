% SPDX-License-Identifier: Apache-2.0
:- module(positions,
          [ position_offset/2,          % +Position, -Offset
            argument_position/3,        % +Position, +Index, -ArgumentPosition
            element_positions/2,        % +Position, -ElementPositions
            position_parts/2,           % +Position, -Parts
            path_position/3,            % +Position, +Path, -PartPosition
            line_and_column/4,          % +Text, +Offset, -Line, -Column
            moved/4                     % +Text, +Place0, +Offset, -Place
          ]).
:- use_module(library(lists), [nth1/3]).

/** <module> Where a part of a term stands

A position is one of read_term/2's `subterm_positions`; offsets count the
characters before.
*/

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
