% SPDX-License-Identifier: Apache-2.0
:- module(units,
          [ resolve_unit/3,             % +Layers, +Written, -Unit
            unit_space/2,               % +Unit, -Space
            unit_written/2,             % +Unit, -Written
            to_base/3,                  % +Unit, +Number, -Base
            from_base/3,                % +Unit, +Base, -Number
            convert/4,                  % +Number, +From, +To, -Converted
            unit_spellings/3,           % +Layers, +Quantity, -Spellings
            binary_factor/1             % +Factor
          ]).
:- use_module(vocabulary, [word/2, unit_of_name/5, unit_of_symbol/5]).

/** <module> Units, exactly

A unit is resolved to unit(Written, Space, Factor, Offset): the atom that
the file wrote, the space its values live in, and the exact rationals that
take a number to the base: Base = Factor * Number + Offset.

Values are comparable only within one _space_, space(Quantity, Family):

  - `linear`: everything that a factor and an offset can express
  - `pi`: rational multiples of pi (degree, turn …); exact among themselves
  - level(Scale, Reference): logarithmic; comparable only where scale and
    reference are the same, and then by their number
*/

%!  resolve_unit(+Layers, +Written, -Unit) is semidet.
%
%   Written is the name or the symbol of a unit of Layers, alone or with a
%   prefix in front.

resolve_unit(Layers, Written, Unit) :-
    (   unit_fact(Layers, Written, _, Quantity, Factor, _)
    ->  PrefixFactor = 1
    ;   prefixed(Layers, Written, Quantity, Factor, PrefixFactor)
    ),
    make_unit(Factor, PrefixFactor, Written, Quantity, Unit).

unit_fact(Layers, Name, name, Quantity, Factor, Prefixable) :-
    unit_of_name(Layers, Name, Quantity, Factor, Prefixable).
unit_fact(Layers, Symbol, symbol, Quantity, Factor, Prefixable) :-
    unit_of_symbol(Layers, Symbol, Quantity, Factor, Prefixable).

prefixed(Layers, Written, Quantity, Factor, PrefixFactor) :-
    word(Layers, prefix(Name, Symbol, PrefixFactor)),
    (   atom_concat(Name, Rest, Written),
        unit_fact(Layers, Rest, name, Quantity, Factor, prefixable)
    ;   atom_concat(Symbol, Rest, Written),
        unit_fact(Layers, Rest, symbol, Quantity, Factor, prefixable)
    ),
    (   binary_factor(PrefixFactor)
    ->  counts_information(Quantity)
    ;   true
    ),
    !.

%!  binary_factor(+Factor) is semidet.
%
%   Factor belongs to a binary prefix (kibi, mebi …): a power of 1024.

binary_factor(Factor) :-
    integer(Factor),
    Factor >= 1024,
    Factor /\ (Factor - 1) =:= 0.

counts_information(information).
counts_information(data_rate).

make_unit(offset(F, O), P, Written, Q, unit(Written, space(Q, linear), Factor, O)) :-
    !,
    Factor is P*F.
make_unit(times_pi(F), P, Written, Q, unit(Written, space(Q, pi), Factor, 0)) :-
    !,
    Factor is P*F.
make_unit(level(Scale, Reference), P, Written, Q,
          unit(Written, space(Q, level(Scale, Reference)), P, 0)) :-
    !.
make_unit(F, P, Written, Q, unit(Written, space(Q, linear), Factor, 0)) :-
    Factor is P*F.

%!  unit_space(+Unit, -Space) is det.

unit_space(unit(_, Space, _, _), Space).

%!  unit_written(+Unit, -Written) is det.

unit_written(unit(Written, _, _, _), Written).

%!  to_base(+Unit, +Number, -Base) is det.
%!  from_base(+Unit, +Base, -Number) is det.
%
%   Exactly inverse: all three numbers are rationals.

to_base(unit(_, _, Factor, Offset), Number, Base) :-
    Base is Factor*Number + Offset.

from_base(unit(_, _, Factor, Offset), Base, Number) :-
    Number is (Base - Offset) rdiv Factor.

%!  convert(+Number, +From, +To, -Converted) is semidet.
%
%   Fails if From and To are not of one space.

convert(Number, From, To, Converted) :-
    unit_space(From, Space),
    unit_space(To, Space),
    to_base(From, Number, Base),
    from_base(To, Base, Converted).

%!  unit_spellings(+Layers, +Quantity, -Spellings) is det.
%
%   Every name and symbol, with every prefix, of the units of Quantity
%   (unbound: of all). For messages and completion; large.

unit_spellings(Layers, Quantity, Spellings) :-
    findall(Spelling, unit_spelling(Layers, Quantity, Spelling), Spellings0),
    sort(Spellings0, Spellings).

unit_spelling(Layers, Quantity, Spelling) :-
    unit_fact(Layers, Spelling, _, Quantity, _, _).
unit_spelling(Layers, Quantity, Spelling) :-
    unit_fact(Layers, Name, How, Quantity, _, prefixable),
    word(Layers, prefix(PrefixName, PrefixSymbol, Factor)),
    (   binary_factor(Factor)
    ->  counts_information(Quantity)
    ;   true
    ),
    (   How == name
    ->  atom_concat(PrefixName, Name, Spelling)
    ;   atom_concat(PrefixSymbol, Name, Spelling)
    ).
