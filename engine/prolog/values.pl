% SPDX-License-Identifier: Apache-2.0
:- module(values,
          [ overlap/3,                  % +Asked, +Had, -Matched
            value_space/2,              % +Value, -Space
            same_kind/2,                % +Space1, +Space2
            empty_interval/3            % +Space, +Lower, +Upper
          ]).
:- use_module(library(lists), [memberchk/2]).

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

%!  empty_interval(+Space, +Lower, +Upper) is semidet.
%
%   Nothing lies between; no whole number, where Space is `count`.

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

%!  same_kind(+Space1, +Space2) is semidet.
%
%   Both are of one quantity, whatever their references are, or both counts,
%   booleans, texts or terms.

same_kind(space(Quantity, _), space(Quantity, _)) :- !.
same_kind(Space, Space).
