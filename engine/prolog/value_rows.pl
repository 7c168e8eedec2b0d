% SPDX-License-Identifier: Apache-2.0
:- module(value_rows,
          [ value_row/2,                % +Value, -Row
            unit_row/2                  % +Unit, -Row
          ]).
:- use_module(library(apply), [maplist/3]).
:- use_module(units, [from_base/3]).
:- use_module(value_writer, [value_text/2, unit_text/2]).

/** <module> Values and units as terms for C++

What a value is: see values.pl, a unit: units.pl. Numbers go as
Numerator/Denominator, in the unit they are written in.
*/

%!  value_row(+Value, -Row) is det.
%
%   Row is value(Kind, Text, Unit, Extent): Kind `any`, `word`, `boolean`,
%   `count`, `quantity` or `text`; Text the value as a file writes it; Unit
%   `none` or as unit_row/2 has it; Extent single(Element), list(Elements) or
%   range(Lower, Upper, Form), Form `plain` or `joined`, a bound `unbounded`,
%   closed(Number, Unit) or open(Number, Unit).

value_row(any, value(any, "any", none, single(any))).
value_row(Value, value(Kind, Text, UnitRow, Row)) :-
    Value = value(Space, Unit, Extent),
    space_kind(Space, Kind),
    value_text(Value, Text),
    optional_unit(Unit, UnitRow),
    extent_row(Extent, Space, Unit, Row).

space_kind(term, word).
space_kind(boolean, boolean).
space_kind(text, text).
space_kind(count, count).
space_kind(space(_, _), quantity).

extent_row(point(P), Space, Unit, single(Element)) :-
    element(Space, Unit, P, Element).
extent_row(points(Ps), Space, Unit, list(Elements)) :-
    maplist(element(Space, Unit), Ps, Elements).
extent_row(interval(Lower0, Upper0), _, _, range(Lower, Upper, plain)) :-
    bound(Lower0, Lower),
    bound(Upper0, Upper).
extent_row(joined(Lower0, Upper0), _, _, range(Lower, Upper, joined)) :-
    bound(Lower0, Lower),
    bound(Upper0, Upper).

element(space(_, _), Unit, P, Element) :-
    from_base(Unit, P, Number),
    rational_row(Number, Element).
element(count, _, P, P/1).
element(term, _, P, P).
element(boolean, _, P, P).
element(text, _, P, P).

bound(unbounded, unbounded).
bound(closed(P, Unit), closed(Number, UnitRow)) :-
    bound_parts(Unit, P, Number, UnitRow).
bound(open(P, Unit), open(Number, UnitRow)) :-
    bound_parts(Unit, P, Number, UnitRow).

bound_parts(none, P, P/1, none) :- !.
bound_parts(Unit, P, Number, UnitRow) :-
    from_base(Unit, P, Number0),
    rational_row(Number0, Number),
    unit_row(Unit, UnitRow).

optional_unit(none, none) :- !.
optional_unit(Unit, Row) :-
    unit_row(Unit, Row).

%!  unit_row(+Unit, -Row) is det.
%
%   Row is unit(Name, Written, Quantity, Family, Factor, Offset), Written the
%   name with quotes where a file needs them; units of one Quantity and Family
%   convert.

unit_row(unit(Name, space(Quantity, Family0), Factor0, Offset0),
         unit(Name, Written, Quantity, Family, Factor, Offset)) :-
    unit_text(Name, Written),
    format(atom(Family), '~q', [Family0]),
    rational_row(Factor0, Factor),
    rational_row(Offset0, Offset).

rational_row(Number, Numerator/Denominator) :-
    rational(Number, Numerator, Denominator).
