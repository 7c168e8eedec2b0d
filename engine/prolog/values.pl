% SPDX-License-Identifier: Apache-2.0
:- module(values,
          [ read_value/4,               % +Term, +Kind, +Layers, -Result
            overlap/3,                  % +Asked, +Had, -Matched
            value_term/2,               % +Value, -Term
            value_text/2,               % +Value, -Text
            value_space/2,              % +Value, -Space
            number_text/2,              % +Rational, -Text
            float_rational/2,           % +Float, -Rational
            decimal_rational/2          % +Codes, -Rational
          ]).
:- use_module(library(lists), [member/2, memberchk/2, nth1/3]).
:- use_module(library(apply), [maplist/3]).
:- use_module(units,
              [resolve_unit/3, unit_space/2, unit_written/2, to_base/3, from_base/3]).

/** <module> Values, and what two of them share

A value is `any` or value(Space, Unit, Extent).

  - Space says what may be compared: `term`, `boolean`, `text`, `count`, or
    the space of a unit (see units.pl).
  - Unit is the resolved unit it was written in, `none` where it has none.
  - Extent is point(P), points(Ps) or interval(Lower, Upper). A point is an
    atom, a string or, for counts and quantities, an exact rational in base
    units. Lower and Upper are closed(P, Unit), open(P, Unit) or `unbounded`.
    joined(Lower, Upper) is the same interval, written with and/2 where
    between/2 would have said it: it is printed as it was written.

Everything is kept in base units, so comparing is comparing numbers, and
printing in the unit that was written is exact.
*/

%!  read_value(+Term, +Kind, +Layers, -Result) is det.
%
%   Result is ok(Value) or problem(Path, Problem): Path is the list of
%   argument numbers that lead to the part of Term that is wrong, elements
%   of a list counted as arguments.
%
%   Kind is the kind of an aspect (see vocabulary.pl) or `free`, where the
%   shape of Term alone decides.

read_value(Term, Kind, Layers, Result) :-
    (   parse(Kind, Term, Layers, Result0)
    ->  Result = Result0
    ;   Result = problem([], Problem),
        unfit(Term, Kind, Problem)
    ).

%   unfit(+Term, +Kind, -Problem) is det.
%
%   Why Term is no value of Kind, as far as its form tells.

unfit(any, free, any_alone) :- !.
unfit(Number, free, expected(count)) :-
    number(Number),
    !.
unfit([], _, empty_list) :- !.
unfit([First|_], quantity(_), one_unit_for_all) :-
    nonvar(First),
    First = _*_,
    !.
unfit(Number, quantity(_), unit_missing) :-
    number(Number),
    !.
unfit(Term, Kind, expected_form(Name, Kind)) :-
    compound(Term),
    memberchk(Kind, [count, quantity, quantity(_)]),
    Term \= [_|_],
    !,
    functor(Term, Name, _).
unfit(_, Kind, expected(Kind)).

parse(_, Term, _, problem([], variable_value)) :-
    var(Term),
    !.
parse(enumeration, Term, _, Result) :-
    alternatives(Term, name, term, Result).
parse(boolean, Term, _, Result) :-
    alternatives(Term, truth_value, boolean, Result).
parse(text, Term, _, ok(value(text, none, point(Term)))) :-
    string(Term).
parse(count, Term, _, Result) :-
    (   range(Term, Lower, Upper)
    ->  count_range(Lower, Upper, Result0),
        as_written(Term, Result0, Result)
    ;   alternatives(Term, whole_number, count, Result)
    ).
parse(quantity, Term, Layers, Result) :-
    parse(quantity(_), Term, Layers, Result).
parse(quantity(Quantity), Term, Layers, Result) :-
    (   range(Term, Lower, Upper)
    ->  quantity_range(Lower, Upper, Quantity, Layers, Result0),
        as_written(Term, Result0, Result)
    ;   nonvar(Term),
        Term = Numbers*Written
    ->  quantity(Numbers, Written, Quantity, Layers, Result)
    ).
parse(free, Term, Layers, Result) :-
    free_kind(Term, Kind),
    parse(Kind, Term, Layers, Result).

free_kind(Term, enumeration) :-
    var(Term),
    !.
free_kind(Term, quantity) :-
    has_unit(Term),
    !.
free_kind([First|_], Kind) :-
    !,
    free_kind(First, Kind).
free_kind(Term, boolean) :-
    truth_value(Term),
    !.
free_kind(Term, enumeration) :-
    name(Term),
    !.
free_kind(Term, text) :-
    string(Term),
    !.
free_kind(_, count).

has_unit(Term) :-
    nonvar(Term),
    (   Term = _*_
    ->  true
    ;   range(Term, Lower, Upper),
        member(bound(_, Quantity, _), [Lower, Upper]),
        nonvar(Quantity),
        Quantity = _*_
    ->  true
    ).

%   alternatives(+Term, :Test, +Space, -Result)
%
%   One element that passes Test, or a list of them with no space or unit
%   between: terms, booleans and counts.

alternatives(Term, Test, Space, Result) :-
    (   Term == []
    ->  Result = problem([], empty_list)
    ;   is_list(Term)
    ->  (   nth1(I, Term, Element),
            \+ call(Test, Element)
        ->  (   Element == any
            ->  Problem = any_alone
            ;   Problem = expected_element(Space)
            ),
            Result = problem([I], Problem)
        ;   Result = ok(value(Space, none, points(Term)))
        )
    ;   call(Test, Term),
        Result = ok(value(Space, none, point(Term)))
    ).

name(Term) :-
    atom(Term),
    Term \== [],
    Term \== any.

truth_value(true).
truth_value(false).

whole_number(N) :-
    integer(N),
    N >= 0.

%   range(+Term, -Lower, -Upper) is semidet.
%
%   Term is a range as the language writes it. A bound is
%   bound(open|closed, Written, Path) or `unbounded`.

range(Term, Lower, Upper) :-
    nonvar(Term),
    range_(Term, Lower, Upper).

range_(at_least(Q), bound(closed, Q, [1]), unbounded).
range_(above(Q), bound(open, Q, [1]), unbounded).
range_(at_most(Q), unbounded, bound(closed, Q, [1])).
range_(below(Q), unbounded, bound(open, Q, [1])).
range_(between(Q1, Q2), bound(closed, Q1, [1]), bound(closed, Q2, [2])).
range_(and(L, U), bound(LowerEnd, Q1, [1, 1]), bound(UpperEnd, Q2, [2, 1])) :-
    nonvar(L),
    nonvar(U),
    range_(L, bound(LowerEnd, Q1, _), unbounded),
    range_(U, unbounded, bound(UpperEnd, Q2, _)).

as_written(and(_, _), ok(value(Space, Unit, interval(closed(P1, U1), closed(P2, U2)))),
           ok(value(Space, Unit, joined(closed(P1, U1), closed(P2, U2))))) :-
    !.
as_written(_, Result, Result).

count_range(Lower0, Upper0, Result) :-
    (   member(bound(_, N, Path), [Lower0, Upper0]),
        \+ whole_number(N)
    ->  Result = problem(Path, expected_element(count))
    ;   count_bound(Lower0, Lower),
        count_bound(Upper0, Upper),
        interval(count, none, Lower, Upper, Result)
    ).

count_bound(unbounded, unbounded).
count_bound(bound(End, N, _), Bound) :-
    bound(End, N, none, Bound).

bound(closed, Base, Unit, closed(Base, Unit)).
bound(open, Base, Unit, open(Base, Unit)).

%   An interval that holds nothing is a mistake of whoever wrote it.

interval(Space, Unit, Lower, Upper, Result) :-
    (   empty_interval(Space, Lower, Upper)
    ->  Result = problem([], empty_range)
    ;   Result = ok(value(Space, Unit, interval(Lower, Upper)))
    ).

quantity_range(Lower0, Upper0, Quantity, Layers, Result) :-
    quantity_bound(Lower0, Quantity, Layers, Lower, Problem),
    quantity_bound(Upper0, Quantity, Layers, Upper, Problem),
    (   nonvar(Problem)
    ->  Result = Problem
    ;   bound_unit(Lower, Upper, Unit),
        unit_space(Unit, Space),
        (   bound_space(Upper, Space)
        ->  interval(Space, Unit, Lower, Upper, Result)
        ;   Result = problem([], bounds_of_two_spaces)
        )
    ).

bound_space(unbounded, _).
bound_space(closed(_, Unit), Space) :-
    unit_space(Unit, Space).
bound_space(open(_, Unit), Space) :-
    unit_space(Unit, Space).

bound_unit(closed(_, Unit), _, Unit) :- !.
bound_unit(open(_, Unit), _, Unit) :- !.
bound_unit(unbounded, Upper, Unit) :-
    bound_unit(Upper, unbounded, Unit).

%   The first problem found binds Problem; a bound read after it is not
%   looked at.

quantity_bound(unbounded, _, _, unbounded, _) :- !.
quantity_bound(_, _, _, _, Problem) :-
    nonvar(Problem),
    !.
quantity_bound(bound(End, Written, Path), Quantity, Layers, Bound, Problem) :-
    (   nonvar(Written),
        Written = Number*_,
        \+ is_list(Number),
        parse(quantity(Quantity), Written, Layers, Result)
    ->  (   Result = ok(value(_, Unit, point(Base)))
        ->  bound(End, Base, Unit, Bound)
        ;   Result = problem(Rest, What),
            append_path(Path, Rest, Whole),
            Problem = problem(Whole, What)
        )
    ;   Problem = problem(Path, expected_bound(Quantity))
    ).

append_path([], Path, Path).
append_path([Step|Steps], Rest, [Step|Path]) :-
    append_path(Steps, Rest, Path).

quantity(Unit, Number, _, _, problem([], number_first)) :-
    atom(Unit),
    Unit \== [],
    number(Number),
    !.
quantity(Numbers, _, _, _, problem([], one_unit)) :-
    nonvar(Numbers),
    Numbers = _*_,
    !.
quantity(_, Written, _, _, problem([2], expected_unit)) :-
    \+ atom(Written),
    !.
quantity(Numbers, Written, Quantity, Layers, Result) :-
    (   resolve_unit(Layers, Written, Unit)
    ->  unit_space(Unit, space(Quantity0, _)),
        (   Quantity0 \= Quantity
        ->  Result = problem([2], other_quantity(Written, Quantity0, Quantity))
        ;   quantity_points(Numbers, Unit, Result)
        )
    ;   Result = problem([2], unknown_unit(Written, Quantity, Layers))
    ).

quantity_points(Numbers, Unit, Result) :-
    unit_space(Unit, Space),
    (   rational(Numbers)
    ->  to_base(Unit, Numbers, Base),
        Result = ok(value(Space, Unit, point(Base)))
    ;   Numbers == []
    ->  Result = problem([1], empty_list)
    ;   is_list(Numbers)
    ->  (   nth1(I, Numbers, Number),
            \+ rational(Number)
        ->  Result = problem([1, I], expected_number)
        ;   maplist(to_base(Unit), Numbers, Bases),
            Result = ok(value(Space, Unit, points(Bases)))
        )
    ;   float(Numbers)
    ->  Result = problem([1], number_beyond_limits)
    ;   Result = problem([1], expected_number)
    ).

%!  overlap(+Asked, +Had, -Matched) is semidet.
%
%   Matched is what a request's value and a device's value share, in the
%   request's unit; fails where they share nothing.
%
%     | list with list   | the request's values that the device has, in the request's order |
%     | list with range  | the list's values inside the range, in the list's order          |
%     | range with range | the common range                                                 |
%     | `any`            | the device's value as it stands                                  |

overlap(any, Had, Had) :- !.
overlap(value(Space, Unit, Asked0), value(Space, _, Had0), value(Space, Unit, Matched)) :-
    extent(Asked0, Asked),
    extent(Had0, Had),
    shared(Asked, Had, Space, Unit, Matched).

extent(joined(Lower, Upper), interval(Lower, Upper)) :- !.
extent(Extent, Extent).

shared(point(P), Had, _, _, point(P)) :-
    holds(Had, P).
shared(points(Ps), Had, _, _, Matched) :-
    shared_points(Ps, Had, Matched).
shared(interval(Lower, Upper), point(P), _, _, point(P)) :-
    holds(interval(Lower, Upper), P).
shared(interval(Lower, Upper), points(Ps), _, _, Matched) :-
    shared_points(Ps, interval(Lower, Upper), Matched).
shared(interval(Lower1, Upper1), interval(Lower2, Upper2), Space, Unit, Matched) :-
    tighter_lower(Lower1, Lower2, Lower0),
    tighter_upper(Upper1, Upper2, Upper0),
    \+ empty_interval(Space, Lower0, Upper0),
    in_unit_of_request(Lower0, Unit, Lower),
    in_unit_of_request(Upper0, Unit, Upper),
    common_range(Lower, Upper, Matched).

shared_points(Ps, Had, Matched) :-
    held(Ps, Had, Shared),
    one_or_more(Shared, Matched).

held([], _, []).
held([P|Ps], Had, Shared) :-
    (   holds(Had, P)
    ->  Shared = [P|Rest]
    ;   Shared = Rest
    ),
    held(Ps, Had, Rest).

one_or_more([P], point(P)) :- !.
one_or_more([P|Ps], points([P|Ps])).

holds(point(P), P).
holds(points(Ps), P) :-
    memberchk(P, Ps).
holds(interval(Lower, Upper), P) :-
    not_below(Lower, P),
    not_above(Upper, P).

not_below(unbounded, _).
not_below(closed(B, _), P) :- P >= B.
not_below(open(B, _), P) :- P > B.

not_above(unbounded, _).
not_above(closed(B, _), P) :- P =< B.
not_above(open(B, _), P) :- P < B.

tighter_lower(unbounded, L, L) :- !.
tighter_lower(L, unbounded, L) :- !.
tighter_lower(L1, L2, L) :-
    end(L1, P1, Open1),
    end(L2, P2, _),
    (   ( P1 > P2 ; P1 =:= P2, Open1 == open )
    ->  L = L1
    ;   L = L2
    ).

tighter_upper(unbounded, U, U) :- !.
tighter_upper(U, unbounded, U) :- !.
tighter_upper(U1, U2, U) :-
    end(U1, P1, Open1),
    end(U2, P2, _),
    (   ( P1 < P2 ; P1 =:= P2, Open1 == open )
    ->  U = U1
    ;   U = U2
    ).

end(closed(P, _), P, closed).
end(open(P, _), P, open).

%   A range of counts is empty where no whole number lies in it.

empty_interval(_, unbounded, unbounded) :- !, fail.
empty_interval(count, Lower, Upper) :-
    !,
    least_count(Lower, Least),
    greatest_count(Upper, Least, Greatest),
    Least > Greatest.
empty_interval(_, Lower, Upper) :-
    end(Lower, P1, End1),
    end(Upper, P2, End2),
    (   P1 > P2
    ->  true
    ;   P1 =:= P2,
        memberchk(open, [End1, End2])
    ).

least_count(unbounded, 0).
least_count(closed(N, _), N).
least_count(open(N, _), Least) :- Least is N+1.

greatest_count(unbounded, Least, Least).
greatest_count(closed(N, _), _, N).
greatest_count(open(N, _), _, Greatest) :- Greatest is N-1.

in_unit_of_request(unbounded, _, unbounded).
in_unit_of_request(closed(P, _), Unit, closed(P, Unit)).
in_unit_of_request(open(P, _), Unit, open(P, Unit)).

common_range(closed(P, _), closed(P, _), point(P)) :- !.
common_range(Lower, Upper, interval(Lower, Upper)).

%!  value_space(+Value, -Space) is det.

value_space(value(Space, _, _), Space).

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
    rational(Number),
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

%   A symbol such as the degree sign is an atom without quotes, but after the
%   asterisk it would be read as one operator with it.

unit_text(Unit, Written) :-
    term_to_atom(Unit, Quoted),
    sub_atom(Quoted, 0, 1, _, First),
    (   ( char_type(First, prolog_atom_start) ; First == '\'' )
    ->  Written = Quoted
    ;   atomic_list_concat(['\'', Quoted, '\''], Written)
    ).

more_pieces([], T, T).
more_pieces([X|Xs], [', '|T0], T) :-
    term_pieces(X, T0, T1),
    more_pieces(Xs, T1, T).

%!  number_text(+Rational, -Text) is det.
%
%   Whole numbers without a point, terminating decimals with all their
%   digits, others as 1r3.

number_text(Number, Text) :-
    integer(Number),
    !,
    Text = Number.
number_text(Number, Text) :-
    rational(Number, _, Denominator),
    (   decimal_places(Denominator, Places)
    ->  format(atom(Text), '~*f', [Places, Number])
    ;   format(atom(Text), '~q', [Number])
    ).

%   decimal_places(+Denominator, -Places) is semidet.
%
%   Places digits after the point show N/Denominator exactly; fails where
%   no number of them does, that is where Denominator has a factor beside 2
%   and 5.

decimal_places(Denominator, Places) :-
    factor_out(2, Denominator, 0, Twos, Rest),
    factor_out(5, Rest, 0, Fives, 1),
    Places is max(Twos, Fives).

factor_out(Prime, N, Count0, Count, Rest) :-
    (   N mod Prime =:= 0
    ->  N1 is N // Prime,
        Count1 is Count0 + 1,
        factor_out(Prime, N1, Count1, Count, Rest)
    ;   Count = Count0,
        Rest = N
    ).

%!  float_rational(+Float, -Rational) is semidet.
%
%   Rational is the shortest decimal that reads as Float, exactly. Fails
%   for infinities and not-a-number.

float_rational(Float, Rational) :-
    format(codes(Codes), '~15g', [Float]),
    catch(number_codes(Back, Codes), error(syntax_error(_), _), fail),
    (   Back =:= Float
    ->  Shortest = Codes
    ;   number_codes(Float, Shortest)
    ),
    decimal_rational(Shortest, Rational).

%!  decimal_rational(+Codes, -Rational) is semidet.
%
%   The number that digits, a point and an exponent stand for, exactly. Fails
%   beyond 1,000 powers of ten: no quantity is that large, and the number would
%   fill the memory.

decimal_rational(Codes, Rational) :-
    split(Codes, [0'e, 0'E], Mantissa, ExponentCodes),
    (   ExponentCodes == []
    ->  Exponent = 0
    ;   number_codes(Exponent, ExponentCodes)
    ),
    abs(Exponent) =< 1000,
    split(Mantissa, [0'.], Whole, Fraction),
    concat_codes(Whole, Fraction, Digits),
    number_codes(Integer, Digits),
    integer(Integer),
    length(Fraction, Places),
    Shift is Exponent - Places,
    (   Shift >= 0
    ->  Rational is Integer * 10**Shift
    ;   Rational is Integer rdiv (10 ** (-Shift))
    ).

split([], _, [], []).
split([Code|Codes], Separators, Before, After) :-
    (   memberchk(Code, Separators)
    ->  Before = [],
        After = Codes
    ;   Before = [Code|Before1],
        split(Codes, Separators, Before1, After)
    ).

concat_codes([], Codes, Codes).
concat_codes([Code|Codes0], Codes1, [Code|Codes]) :-
    concat_codes(Codes0, Codes1, Codes).
