% SPDX-License-Identifier: Apache-2.0
:- module(nearest,
          [ nearest/3                   % +Name, +Candidates, -Nearest
          ]).
:- use_module(library(lists), [member/2, min_list/2, numlist/3]).

/** <module> The known name that a misspelt one probably stands for */

%!  nearest(+Name, +Candidates, -Nearest) is semidet.
%
%   Nearest is the candidate with the fewest edits (a letter put in, left
%   out, changed, or two neighbours swapped) from Name; among equals the
%   first in the standard order. Fails where even that one is too far to be
%   meant: more than a third of the letters, or all of a short word.

nearest(Name, Candidates, Nearest) :-
    text_codes(Name, Length, Codes),
    Limit is max(1, min(4, (Length + 1) // 3)),
    findall(Distance-Candidate,
            ( member(Candidate, Candidates),
              Candidate \== Name,
              text_codes(Candidate, CandidateLength, CandidateCodes),
              abs(CandidateLength - Length) =< Limit,
              distance(Codes, CandidateCodes, Distance),
              Distance =< Limit,
              Distance < max(Length, CandidateLength)
            ),
            Found),
    Found \== [],
    msort(Found, [_-Nearest|_]).

%   Nobody misspells a name of more than 100 characters, and telling how far
%   two of them are apart takes time by the square of their length.

text_codes(Name, Length, Codes) :-
    atom(Name),
    atom_length(Name, Length),
    Length =< 100,
    downcase_atom(Name, Lower),
    atom_codes(Lower, Codes).

%   distance(+Codes1, +Codes2, -Distance) is det.
%
%   Optimal string alignment distance, a row at a time; a row is kept with
%   the one before it for the swaps.

distance(Codes1, Codes2, Distance) :-
    length(Codes2, Width),
    numlist(0, Width, Row0),
    rows(Codes1, none, Codes2, none, Row0, Distance).

rows([], _, _, _, Row, Distance) :-
    last_of(Row, Distance).
rows([C|Cs], Previous, Codes2, RowBefore, Row, Distance) :-
    Row = [Top|_],
    Left is Top + 1,
    cells(Codes2, none, C, Previous, Row, RowBefore, Left, Cells),
    rows(Cs, C, Codes2, Row, [Left|Cells], Distance).

%   cells(+Codes2, +Before2, +C, +Before1, +Row, +RowBefore, +Left, -Cells)

cells([], _, _, _, _, _, _, []).
cells([D|Ds], Before2, C, Before1, [Diagonal, Above|Row], RowBefore, Left, [Cell|Cells]) :-
    (   C == D
    ->  Change = Diagonal
    ;   Change is Diagonal + 1
    ),
    Cell0 is min(Change, min(Above, Left) + 1),
    (   RowBefore = [Swapped|_],
        C == Before2,
        D == Before1
    ->  Cell is min(Cell0, Swapped + 1)
    ;   Cell = Cell0
    ),
    next_row_before(RowBefore, Before2, NextRowBefore),
    cells(Ds, D, C, Before1, [Above|Row], NextRowBefore, Cell, Cells).

%   The row before the last is read one column behind: the first cell has
%   no swap, so its column is not yet passed.

next_row_before(none, _, none).
next_row_before([X|Xs], Before2, Next) :-
    (   Before2 == none
    ->  Next = [X|Xs]
    ;   Next = Xs
    ).

last_of([X], X) :- !.
last_of([_|Xs], X) :-
    last_of(Xs, X).
