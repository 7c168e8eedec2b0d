% SPDX-License-Identifier: Apache-2.0
:- module(value_writer,
          [ value_term/2,               % +Value, -Term
            value_text/2,               % +Value, -Text
            unit_text/2                 % +Name, -Text
          ]).
:- use_module(library(apply), [maplist/3]).
:- use_module(units, [unit_written/2, from_base/3]).
:- use_module(exact_numbers, [is_rational/1, number_text/2]).

/** <module> Values: as a file would write them

What a value is: see values.pl.
*/

%!  value_term(+Value, -Term) is det.
%
%   Term is Value as the language writes it, with exact rationals for
%   numbers: 48000*hertz, [1, 2], between(441r10*kilohertz, 48*kilohertz).

value_term(any, any).
value_term(value(_, Unit, Extent), Term) :-
    extent_term(Extent, Unit, Term).

extent_term(point(P), Unit, Term) :-
    with_unit(Unit, P, Term).
extent_term(points(Ps), Unit, Term) :-
    (   Unit == none
    ->  Term = Ps
    ;   maplist(from_base(Unit), Ps, Numbers),
        unit_written(Unit, Written),
        Term = Numbers*Written
    ).
extent_term(interval(Lower, Upper), _, Term) :-
    interval_term(Lower, Upper, Term).
extent_term(joined(Lower, Upper), _, and(Term1, Term2)) :-
    lower_term(Lower, Term1),
    upper_term(Upper, Term2).

interval_term(unbounded, Upper, Term) :-
    !,
    upper_term(Upper, Term).
interval_term(Lower, unbounded, Term) :-
    !,
    lower_term(Lower, Term).
interval_term(closed(P1, U1), closed(P2, U2), between(Q1, Q2)) :-
    !,
    with_unit(U1, P1, Q1),
    with_unit(U2, P2, Q2).
interval_term(Lower, Upper, and(Term1, Term2)) :-
    lower_term(Lower, Term1),
    upper_term(Upper, Term2).

lower_term(closed(P, U), at_least(Q)) :-
    with_unit(U, P, Q).
lower_term(open(P, U), above(Q)) :-
    with_unit(U, P, Q).

upper_term(closed(P, U), at_most(Q)) :-
    with_unit(U, P, Q).
upper_term(open(P, U), below(Q)) :-
    with_unit(U, P, Q).

with_unit(none, P, P) :- !.
with_unit(Unit, P, Number*Written) :-
    from_base(Unit, P, Number),
    unit_written(Unit, Written).

%!  value_text(+Value, -Text:string) is det.
%
%   Value as it would be written in a file.

value_text(Value, Text) :-
    value_term(Value, Term),
    term_pieces(Term, Pieces, []),
    atomics_string(Pieces, Text).

atomics_string(Pieces, Text) :-
    atomic_list_concat(Pieces, Atom),
    atom_string(Atom, Text).

term_pieces(Number, [Text|T], T) :-
    is_rational(Number),
    !,
    number_text(Number, Text).
term_pieces([X|Xs], ['['|T0], T) :-
    !,
    term_pieces(X, T0, T1),
    more_pieces(Xs, T1, [']'|T]).
term_pieces(Numbers*Unit, T0, T) :-
    !,
    term_pieces(Numbers, T0, [*, Written|T]),
    unit_text(Unit, Written).
term_pieces(Term, [Name, '('|T0], T) :-
    compound(Term),
    !,
    Term =.. [Name, X|Xs],
    term_pieces(X, T0, T1),
    more_pieces(Xs, T1, [')'|T]).
term_pieces(String, [Text|T], T) :-
    string(String),
    !,
    format(atom(Text), '~q', [String]).
term_pieces(Atomic, [Text|T], T) :-
    term_to_atom(Atomic, Text).

%!  unit_text(+Name, -Text:atom) is det.
%
%   The name or symbol of a unit as a file writes it. A symbol such as the
%   degree sign is an atom without quotes, but after the asterisk it would be
%   read as one operator with it.

unit_text(Unit, Written) :-
    format(atom(Quoted), '~q', [Unit]),
    sub_atom(Quoted, 0, 1, _, First),
    (   ( char_type(First, prolog_atom_start) ; First == '\'' )
    ->  Written = Quoted
    ;   atomic_list_concat(Parts, \, Quoted),
        atomic_list_concat(Parts, \\, Escaped),
        atomic_list_concat(['\'', Escaped, '\''], Written)
    ).

more_pieces([], T, T).
more_pieces([X|Xs], [', '|T0], T) :-
    term_pieces(X, T0, T1),
    more_pieces(Xs, T1, T).
