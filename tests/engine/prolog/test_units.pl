% SPDX-License-Identifier: Apache-2.0
:- module(test_units, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/units').
:- use_module('../../../engine/prolog/vocabulary').

:- dynamic
    definition/3,
    base/2,
    accepted/3,
    conversion/3,
    prefix_power/2.

:- repository_file('tests/taxonomy/definitions.pl', File),
   load_files(File, []).

%   convert(+Number, +From, +To, -Converted) is semidet: by their names.

converted(Number, From, To, Converted) :-
    unit(From, FromUnit),
    unit(To, ToUnit),
    convert(Number, FromUnit, ToUnit, Converted).

unit(Written, Unit) :-
    layers(Layers),
    (   resolve_unit(Layers, Written, Unit)
    ->  true
    ;   throw(unknown_unit(Written))
    ).

unit_word(Name, Quantity, Factor, Symbol, Prefixable) :-
    layers(Layers),
    word(Layers, unit(Name, Quantity, Factor, Symbol, Prefixable)).

prefix_word(Name, Symbol, Factor) :-
    layers(Layers),
    word(Layers, prefix(Name, Symbol, Factor)).

:- begin_tests(definitions).

test('there are 22 derived units with special names', Count == 22) :-
    aggregate_all(count, definition(_, _, _), Count).

test('there are seven base units', Count == 7) :-
    aggregate_all(count, base(_, _), Count).

test('a base unit of the SI is one of its quantity',
     [forall(base(Unit, Quantity)), Space-Base == space(Quantity, linear)-1]) :-
    unit(Unit, Resolved),
    unit_space(Resolved, Space),
    to_base(Resolved, 1, Base).

test('a derived unit is the coherent unit of its quantity',
     [forall(definition(Unit, 1, _)), Base == 1]) :-
    unit(Unit, Resolved),
    to_base(Resolved, 1, Base).

test('a derived unit is the base unit of its quantity',
     [forall(( definition(Unit, 1, _), \+ shares_its_quantity(Unit) )), all(BaseUnit == [Unit])]) :-
    layers(Layers),
    unit_word(Unit, Quantity, _, _, _),
    word(Layers, quantity(Quantity, BaseUnit, _)).

shares_its_quantity(degree_celsius).

%   Coherent units: every product that physics knows between two of them holds
%   with the dimensions of the definitions. So a definition that is wrong in
%   its exponents does not pass.

law(newton, [kilogram, metre, per(second), per(second)]).
law(pascal, [newton, per(metre), per(metre)]).
law(joule, [newton, metre]).
law(watt, [joule, per(second)]).
law(coulomb, [ampere, second]).
law(volt, [watt, per(ampere)]).
law(farad, [coulomb, per(volt)]).
law(ohm, [volt, per(ampere)]).
law(siemens, [ampere, per(volt)]).
law(weber, [volt, second]).
law(tesla, [weber, per(metre), per(metre)]).
law(henry, [weber, per(ampere)]).
law(lumen, [candela, steradian]).
law(lux, [lumen, per(metre), per(metre)]).
law(gray, [joule, per(kilogram)]).
law(sievert, [joule, per(kilogram)]).
law(katal, [mole, per(second)]).
law(hertz, [per(second)]).
law(becquerel, [per(second)]).

test('a derived unit is the product of others that physics says',
     [forall(law(Unit, Product)), Dimension == Expected]) :-
    dimension(Unit, Dimension0),
    normal(Dimension0, Dimension),
    foldl(times, Product, [], Expected0),
    normal(Expected0, Expected).

dimension(Unit, [Unit-1]) :-
    base(Unit, _),
    !.
dimension(Unit, Exponents) :-
    definition(Unit, 1, Exponents).

times(Factor, Exponents0, Exponents) :-
    (   Factor = per(Unit)
    ->  Sign = -1
    ;   Unit = Factor,
        Sign = 1
    ),
    dimension(Unit, Dimension),
    findall(Base-E, ( member(Base-E0, Dimension), E is Sign*E0 ), More),
    append(Exponents0, More, Exponents).

normal(Exponents, Normal) :-
    findall(Base, member(Base-_, Exponents), Bases0),
    sort(Bases0, Bases),
    findall(Base-Sum,
            ( member(Base, Bases),
              aggregate_all(sum(E), member(Base-E, Exponents), Sum),
              Sum =\= 0
            ),
            Normal).

test('a unit accepted for use with the SI is as many of the SI unit as it says',
     [forall(( accepted(Unit, Factor, Other), rational(Factor) )), Converted =:= Factor]) :-
    converted(1, Unit, Other, Converted).

test('degree, arcminute and arcsecond are fractions of pi',
     [forall(accepted(Unit, times_pi(Factor), radian)), Base-Space =@= Factor-space(angle, pi)]) :-
    unit(Unit, Resolved),
    to_base(Resolved, 1, Base),
    unit_space(Resolved, Space).

test('levels stand each on its own scale',
     [forall(accepted(Unit, level(Scale, Reference), _)),
      Space == space(level, level(Scale, Reference))]) :-
    unit(Unit, Resolved),
    unit_space(Resolved, Space).

test('a unit outside the SI converts as it is defined',
     [forall(conversion(Unit, Factor, Other)), Converted =:= Factor]) :-
    converted(1, Unit, Other, Converted).

:- end_tests(definitions).

:- begin_tests(conversions).

test('to the base and back is where it began, for every unit',
     [forall(unit_word(Name, _, _, _, _))]) :-
    unit(Name, Unit),
    for_random(20, 3, there_and_back(Unit)).

there_and_back(Unit) :-
    random_rational(Number),
    to_base(Unit, Number, Base),
    rational(Base),
    from_base(Unit, Base, Back),
    Back == Number.

test('from one unit to another of its space and back is where it began') :-
    findall(Unit, ( unit_word(Name, _, _, _, _), unit(Name, Unit) ), Units),
    for_random(2000, 5, from_unit_to_unit(Units)).

from_unit_to_unit(Units) :-
    one_of(Units, From),
    unit_space(From, Space),
    include(of_space(Space), Units, Comparable),
    one_of(Comparable, To),
    random_rational(Number),
    convert(Number, From, To, There),
    convert(There, To, From, Back),
    Back == Number.

of_space(Space, Unit) :-
    unit_space(Unit, Space).

test('by way of a third unit comes to the same') :-
    findall(Unit, ( unit_word(Name, _, _, _, _), unit(Name, Unit) ), Units),
    for_random(500, 17, by_a_third(Units)).

by_a_third(Units) :-
    one_of(Units, From),
    unit_space(From, Space),
    include(of_space(Space), Units, Comparable),
    one_of(Comparable, Over),
    one_of(Comparable, To),
    random_rational(Number),
    convert(Number, From, To, Direct),
    convert(Number, From, Over, Between),
    convert(Between, Over, To, Indirect),
    Direct == Indirect.

%   known(Number, From, To, Converted): worked out by hand from the definitions.

known(441r10, kilohertz, hertz, 44100).
known(44100, hertz, kilohertz, 441r10).
known(441r10, kHz, 'Hz', 44100).
known(83r10, mm, metre, 83r10000).
known(1, inch, centimetre, 254r100).
known(1, inch, millimetre, 254r10).
known(12, in, metre, 3048r10000).
% 1 slug = 1 lbf s²/ft; 1 lbf = 4.4482216152605 N; 1 ft = 0.3048 m.
known(1, slug, kilogram, 44482216152605r3048000000000).
known(1, pound, gram, 45359237r100000).
known(1, gram, kilogram, 1r1000).
known(1, centimetre, metre, 1r100).
known(1, pound_force, newton, 44482216152605r10000000000000).
known(32, degree_fahrenheit, degree_celsius, 0).
known(212, degree_fahrenheit, degree_celsius, 100).
known(-40, degree_fahrenheit, degree_celsius, -40).
known(0, degree_celsius, kelvin, 27315r100).
known(0, degree_fahrenheit, kelvin, 45967r180).
known(68, '°F', '°C', 20).
known(1, millidegree_celsius, kelvin, 273151r1000).
known(180, degree, turn, 1r2).
known(1, degree, arcsecond, 3600).
known(1, gon, degree, 9r10).
known(60, degree_per_second, degree_per_second, 60).
known(16, bit, byte, 2).
known(1, kibibyte, byte, 1024).
known(1, 'KiB', bit, 8192).
known(1, kilobyte, byte, 1000).
known(1, 'GiB', 'MiB', 1024).
known(1, megabit_per_second, bit_per_second, 1000000).
known(12, 'Mbit/s', 'B/s', 1500000).
known(480, 'Mbit/s', 'MB/s', 60).
known(1, 'KiB/s', 'bit/s', 8192).
known(1, mebibyte_per_second, byte_per_second, 1048576).
known(48, kilosample_per_second, kilohertz, 48).
known(30, fps, hertz, 30).
known(60, rpm, hertz, 1).
known(120, bpm, hertz, 2).
known(300, dpi, dots_per_metre, 1500000r127).
known(1, percent, parts_per_million, 10000).
known(5, per_mille, percent, 1r2).
known(1, hour, second, 3600).
known(1, day, minute, 1440).
known(1, litre, cubic_metre, 1r1000).
known(1, 'L', l, 1).
known(1, mL, cubic_metre, 1r1000000).
known(1, tonne, kilogram, 1000).
known(1, hectare, square_metre, 10000).
known(36, kilometre_per_hour, metre_per_second, 10).
known(1, bar, kilopascal, 100).
known(1, standard_gravity, metre_per_second_squared, 980665r100000).
known(1, gauss, microtesla, 100).
known(1, mAh, coulomb, 36r10).
known(1, kilowatt_hour, megajoule, 36r10).
known(1, eV, joule, 1602176634r10000000000000000000000000000).
known(5, micrometre, metre, 5r1000000).
known(5, 'µm', metre, 5r1000000).
known(5, 'μm', metre, 5r1000000).
known(5, um, metre, 5r1000000).
known(1, kilometer, metre, 1000).
known(10, 'kΩ', ohm, 10000).
known(1, megagram, tonne, 1).

test('a number converts exactly', [forall(known(N, From, To, Expected)),
                                   Converted =:= Expected]) :-
    converted(N, From, To, Converted).

apart(decibel, neper).
apart(decibel, decibel_volt).
apart(decibel_unloaded, decibel_volt).
apart(decibel_milliwatt, decibel_watt).
apart(degree, radian).
apart(degree_per_second, radian_per_second).
apart(second, hertz).
apart(bit, bit_per_second).
apart(gray, sievert).
apart(hertz, becquerel).
apart(baud, hertz).
apart(joule, newton_metre).
apart(watt, volt_ampere).
apart(pixel, frame).

test('units of two spaces never convert', [forall(apart(A, B)), fail]) :-
    converted(1, A, B, _).

test('units of two spaces never convert back', [forall(apart(A, B)), fail]) :-
    converted(1, B, A, _).

test('levels are compared by their number') :-
    forall(( unit_word(Name, level, _, _, _), unit(Name, Unit) ),
           ( to_base(Unit, -21r2, Base),
             Base =:= -21r2
           )).

test('no two units of level share a reference and a scale', Doubles == []) :-
    findall(Space, ( unit_word(Name, level, _, _, _), unit(Name, U), unit_space(U, Space) ), Spaces),
    sort(Spaces, Distinct),
    length(Spaces, Count),
    length(Distinct, CountDistinct),
    (   Count =:= CountDistinct
    ->  Doubles = []
    ;   Doubles = Spaces
    ).

:- end_tests(conversions).

:- begin_tests(prefixes).

test('the prefixes are the 24 of the SI and the 10 binary ones', Names == Expected) :-
    findall(Name, prefix_word(Name, _, _), Names0),
    sort(Names0, Names),
    findall(Name, prefix_power(Name, _), Expected0),
    sort(Expected0, Expected),
    length(Expected, 34).

test('a prefix is the power that its definition says',
     [forall(prefix_power(Prefix, Base^Exponent)), true(( Factors \== [], Wrong == [] ))]) :-
    Power is (Base rdiv 1) ** Exponent,
    findall(Factor, prefix_word(Prefix, _, Factor), Factors),
    findall(Factor, ( member(Factor, Factors), Factor =\= Power ), Wrong).

test('every prefix goes with every unit that takes prefixes, by name and by symbol', Wrong == []) :-
    findall(Written,
            ( unit_word(Name, Quantity, _, Symbol, prefixable),
              unit(Name, Plain),
              prefix_word(Prefix, PrefixSymbol, Factor),
              goes_with(Factor, Quantity),
              (   atom_concat(Prefix, Name, Written)
              ;   atom_concat(PrefixSymbol, Symbol, Written),
                  \+ whole_word(Written)
              ),
              \+ is_multiple(Written, Plain, Factor)
            ),
            Wrong).

is_multiple(Written, unit(_, Space, Factor0, Offset), Prefix) :-
    layers(Layers),
    resolve_unit(Layers, Written, unit(Written, Space, Factor, Offset)),
    Factor =:= Factor0*Prefix.

whole_word(Written) :-
    (   unit_word(Written, _, _, _, _)
    ;   unit_word(_, _, _, Written, _)
    ),
    !.

goes_with(Factor, Quantity) :-
    (   binary_factor(Factor)
    ->  memberchk(Quantity, [information, data_rate])
    ;   true
    ).

test('a binary prefix goes with information and data rate only', Wrong == []) :-
    layers(Layers),
    findall(Written,
            ( unit_word(Name, Quantity, _, Symbol, prefixable),
              prefix_word(Prefix, PrefixSymbol, Factor),
              binary_factor(Factor),
              \+ goes_with(Factor, Quantity),
              (   atom_concat(Prefix, Name, Written)
              ;   atom_concat(PrefixSymbol, Symbol, Written)
              ),
              resolve_unit(Layers, Written, unit(_, space(Quantity, _), _, _))
            ),
            Wrong).

test('a binary prefix goes with every unit of information and data rate',
     [forall(member(U, [kibibit, 'Kibit', kibibyte, 'KiB', quebibyte, 'QiB', gibibit_per_second,
                        'Gibit/s', mebibyte_per_second, 'MiB/s']))]) :-
    unit(U, _).

test('a unit that takes no prefix has none', Wrong == []) :-
    layers(Layers),
    findall(Written,
            ( unit_word(Name, _, _, _, plain),
              prefix_word(Prefix, _, _),
              atom_concat(Prefix, Name, Written),
              resolve_unit(Layers, Written, _)
            ),
            Wrong).

mixed(kmetre).
mixed(kilom).
mixed('Khz').
mixed(kilokilohertz).
mixed(kkHz).
mixed(kilo).
mixed(k).
mixed('').
mixed(kiloHertz).
mixed('KB').

test('a prefix name goes with names, a prefix symbol with symbols, once',
     [forall(mixed(Written)), fail]) :-
    layers(Layers),
    resolve_unit(Layers, Written, _).

test('a prefix multiplies the factor and leaves the offset alone',
     Unit == unit(millidegree_celsius, space(temperature, linear), 1r1000, 5463r20)) :-
    unit(millidegree_celsius, Unit).

test('the decibel is no tenth of a byte', Space == space(level, level(decibel, none))) :-
    unit(dB, Unit),
    unit_space(Unit, Space).

:- end_tests(prefixes).

:- begin_tests(unit_file).

%   meaning(Written, Meaning): every way to read Written as a unit.

meaning(Written, Name-none) :-
    unit_word(Name, _, _, Symbol, _),
    (   Written = Name
    ;   Written = Symbol
    ).
meaning(Written, Name-Factor) :-
    unit_word(Name, Quantity, _, Symbol, prefixable),
    prefix_word(Prefix, PrefixSymbol, Factor),
    goes_with(Factor, Quantity),
    (   atom_concat(Prefix, Name, Written)
    ;   atom_concat(PrefixSymbol, Symbol, Written)
    ).

goes_with(Factor, Quantity) :-
    (   binary_factor(Factor)
    ->  memberchk(Quantity, [information, data_rate])
    ;   true
    ).

test('no spelling means two units', Ambiguous == [dB]) :-
    findall(Written-Meaning, meaning(Written, Meaning), Meanings0),
    sort(Meanings0, Meanings),
    findall(Written,
            ( append(_, [Written-_, Written-_|_], Meanings) ),
            Ambiguous0),
    sort(Ambiguous0, Ambiguous).

test('every spelling that is listed is understood, and as a unit of its quantity', Wrong == []) :-
    layers(Layers),
    findall(Quantity, word(Layers, quantity(Quantity, _, _)), Quantities),
    findall(Spelling,
            ( member(Quantity, Quantities),
              unit_spellings(Layers, Quantity, Spellings),
              member(Spelling, Spellings),
              Spelling \== dB,
              \+ resolve_unit(Layers, Spelling, unit(_, space(Quantity, _), _, _))
            ),
            Wrong).

test('the spellings of all quantities are those of each', Difference == []) :-
    layers(Layers),
    unit_spellings(Layers, _, All),
    findall(Spelling,
            ( word(Layers, quantity(Quantity, _, _)),
              unit_spellings(Layers, Quantity, Spellings),
              member(Spelling, Spellings)
            ),
            Each0),
    sort(Each0, Each),
    ord_subtract(All, Each, D1),
    ord_subtract(Each, All, D2),
    append(D1, D2, Difference).

test('the base unit of every quantity has factor 1 and no offset', Wrong == []) :-
    layers(Layers),
    findall(Quantity-Base,
            ( word(Layers, quantity(Quantity, Base, _)),
              \+ ( unit(Base, unit(Base, space(Quantity, _), Factor, 0)),
                   Factor =:= 1
                 )
            ),
            Wrong).

test('every unit is of a quantity that is declared', Wrong == []) :-
    layers(Layers),
    findall(Name,
            ( unit_word(Name, Quantity, _, _, _),
              \+ word(Layers, quantity(Quantity, _, _))
            ),
            Wrong).

test('every factor is an exact number', Wrong == []) :-
    findall(Name,
            ( unit_word(Name, _, _, _, _),
              unit(Name, unit(_, _, Factor, Offset)),
              \+ ( rational(Factor), Factor > 0, rational(Offset) )
            ),
            Wrong).

test('the units that the HID unit item needs are there',
     [forall(member(U, [centimetre, radian, inch, degree, gram, slug, second, kelvin,
                        degree_fahrenheit, ampere, candela]))]) :-
    unit(U, _).

test('the units of data and signals are there',
     [forall(member(U, [bit, byte, pixel, frame, sample, baud]))]) :-
    unit(U, _).

test('a unit of a file is understood where the file is loaded', Text == "2*foot") :-
    session_of("unit(foot, length, 0.3048, foot, plain).
                device(d, \"a\"). state(d, s, 2*foot).", Session),
    all_happen(Session, [device_connect(red, d1, d)]),
    states(Session, [state(d1, s, Text)]).

:- end_tests(unit_file).
