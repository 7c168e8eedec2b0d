% SPDX-License-Identifier: Apache-2.0
:- module(exact_numbers,
          [ is_rational/1,              % @Term
            number_text/2,              % +Rational, -Text
            float_rational/2,           % +Float, -Rational
            decimal_rational/2          % +Codes, -Rational
          ]).
:- use_module(library(lists), [memberchk/2]).

/** <module> Rationals from decimals and back, exactly
*/

%!  is_rational(@Term) is semidet.
%
%   As rational/1, which must not be used: SWI-Prolog 9.0.4 compiles it to an instruction
%   that its garbage collector does not know. A collection just before it takes a
%   variable that has its last use there for dead, and the test then fails.

is_rational(Term) :-
    rational(Term, _, _).

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
