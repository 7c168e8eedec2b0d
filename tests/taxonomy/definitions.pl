% SPDX-License-Identifier: Apache-2.0
% Definitions of the SI Brochure (9th edition) and of IEC 80000-13, written
% down from those texts and not from the unit file, to test it against.

% definition(Unit, Factor, Dimension): Unit is Factor times the product of the
% base units to their exponents (Brochure, table 4).
definition(radian, 1, []).
definition(steradian, 1, []).
definition(hertz, 1, [second- -1]).
definition(newton, 1, [kilogram-1, metre-1, second- -2]).
definition(pascal, 1, [kilogram-1, metre- -1, second- -2]).
definition(joule, 1, [kilogram-1, metre-2, second- -2]).
definition(watt, 1, [kilogram-1, metre-2, second- -3]).
definition(coulomb, 1, [ampere-1, second-1]).
definition(volt, 1, [kilogram-1, metre-2, second- -3, ampere- -1]).
definition(farad, 1, [kilogram- -1, metre- -2, second-4, ampere-2]).
definition(ohm, 1, [kilogram-1, metre-2, second- -3, ampere- -2]).
definition(siemens, 1, [kilogram- -1, metre- -2, second-3, ampere-2]).
definition(weber, 1, [kilogram-1, metre-2, second- -2, ampere- -1]).
definition(tesla, 1, [kilogram-1, second- -2, ampere- -1]).
definition(henry, 1, [kilogram-1, metre-2, second- -2, ampere- -2]).
definition(degree_celsius, offset(1, 5463r20), [kelvin-1]).
definition(lumen, 1, [candela-1]).
definition(lux, 1, [candela-1, metre- -2]).
definition(becquerel, 1, [second- -1]).
definition(gray, 1, [metre-2, second- -2]).
definition(sievert, 1, [metre-2, second- -2]).
definition(katal, 1, [mole-1, second- -1]).

% base(Unit, Quantity): the seven base units (Brochure, table 2).
base(second, time).
base(metre, length).
base(kilogram, mass).
base(ampere, current).
base(kelvin, temperature).
base(mole, amount_of_substance).
base(candela, luminous_intensity).

% accepted(Unit, Factor, Base): Unit is Factor times Base (Brochure, table 8).
% The bel is left out: the unit file has it as the decibel only.
accepted(minute, 60, second).
accepted(hour, 3600, second).
accepted(day, 86400, second).
accepted(astronomical_unit, 149597870700, metre).
accepted(degree, times_pi(1r180), radian).
accepted(arcminute, times_pi(1r10800), radian).
accepted(arcsecond, times_pi(1r648000), radian).
accepted(hectare, 10000, square_metre).
accepted(litre, 1r1000, cubic_metre).
accepted(tonne, 1000, kilogram).
accepted(dalton, 8302695333r5000000000000000000000000000000000000, kilogram).
accepted(electronvolt, 801088317r5000000000000000000000000000, joule).
accepted(neper, level(neper, none), decibel).
accepted(decibel, level(decibel, none), decibel).

% conversion(Unit, Factor, Other): Unit is Factor times Other, from the
% definitions of units outside the SI.
conversion(inch, 254r100, centimetre).
conversion(byte, 8, bit).
conversion(degree, 60, arcminute).
conversion(arcminute, 60, arcsecond).
conversion(turn, 360, degree).
conversion(turn, 400, gon).
conversion(day, 24, hour).
conversion(hour, 60, minute).
conversion(ampere_hour, 3600, coulomb).
conversion(watt_hour, 3600, joule).
conversion(percent, 10000, parts_per_million).
conversion(pound, 45359237r100000, gram).
conversion(bar, 1000, hectopascal).

% prefix_power(Prefix, Base^Exponent)
prefix_power(quetta, 10^30).
prefix_power(ronna, 10^27).
prefix_power(yotta, 10^24).
prefix_power(zetta, 10^21).
prefix_power(exa, 10^18).
prefix_power(peta, 10^15).
prefix_power(tera, 10^12).
prefix_power(giga, 10^9).
prefix_power(mega, 10^6).
prefix_power(kilo, 10^3).
prefix_power(hecto, 10^2).
prefix_power(deca, 10^1).
prefix_power(deci, 10^ -1).
prefix_power(centi, 10^ -2).
prefix_power(milli, 10^ -3).
prefix_power(micro, 10^ -6).
prefix_power(nano, 10^ -9).
prefix_power(pico, 10^ -12).
prefix_power(femto, 10^ -15).
prefix_power(atto, 10^ -18).
prefix_power(zepto, 10^ -21).
prefix_power(yocto, 10^ -24).
prefix_power(ronto, 10^ -27).
prefix_power(quecto, 10^ -30).
prefix_power(kibi, 1024^1).
prefix_power(mebi, 1024^2).
prefix_power(gibi, 1024^3).
prefix_power(tebi, 1024^4).
prefix_power(pebi, 1024^5).
prefix_power(exbi, 1024^6).
prefix_power(zebi, 1024^7).
prefix_power(yobi, 1024^8).
prefix_power(robi, 1024^9).
prefix_power(quebi, 1024^10).
