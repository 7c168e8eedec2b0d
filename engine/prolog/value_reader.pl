% SPDX-License-Identifier: Apache-2.0
:- module(value_reader,
          [ read_value/4                % +Term, +Kind, +Layers, -Result
          ]).
:- use_module(library(lists), [member/2, nth1/3]).
:- use_module(library(apply), [maplist/3]).
:- use_module(exact_numbers, [is_rational/1]).
:- use_module(units, [resolve_unit/3, unit_space/2, to_base/3]).
:- use_module(values, [empty_interval/3]).

/** <module> Values: from what a file writes

What a value is: see values.pl.
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
    (   is_rational(Numbers)
    ->  to_base(Unit, Numbers, Base),
        Result = ok(value(Space, Unit, point(Base)))
    ;   Numbers == []
    ->  Result = problem([1], empty_list)
    ;   is_list(Numbers)
    ->  (   nth1(I, Numbers, Number),
            \+ is_rational(Number)
        ->  Result = problem([1, I], expected_number)
        ;   maplist(to_base(Unit), Numbers, Bases),
            Result = ok(value(Space, Unit, points(Bases)))
        )
    ;   float(Numbers)
    ->  Result = problem([1], number_beyond_limits)
    ;   Result = problem([1], expected_number)
    ).
