% SPDX-License-Identifier: Apache-2.0
% Quantities, units and prefixes. The forms of a unit's factor are described
% in README.md. Every factor is exact unless its comment says measured.

% --- Quantities -------------------------------------------------------------

% The seven base quantities of the SI.
quantity(time, second, "time").
quantity(length, metre, "length").
quantity(mass, kilogram, "mass").
quantity(current, ampere, "electric current").
quantity(temperature, kelvin, "thermodynamic temperature").
quantity(amount_of_substance, mole, "amount of substance").
quantity(luminous_intensity, candela, "luminous intensity").

% The quantities of the derived units with special names.
quantity(angle, radian, "plane angle and phase angle").
quantity(solid_angle, steradian, "solid angle").
quantity(frequency, hertz, "frequency; also events, samples or frames a second").
quantity(force, newton, "force").
quantity(pressure, pascal, "pressure and stress").
quantity(energy, joule, "energy, work and amount of heat").
quantity(power, watt, "power and radiant flux").
quantity(charge, coulomb, "electric charge").
quantity(voltage, volt, "electric potential difference").
quantity(capacitance, farad, "capacitance").
quantity(resistance, ohm, "electric resistance, reactance and impedance").
quantity(conductance, siemens, "electric conductance").
quantity(magnetic_flux, weber, "magnetic flux").
quantity(magnetic_flux_density, tesla, "magnetic flux density").
quantity(inductance, henry, "inductance").
quantity(luminous_flux, lumen, "luminous flux").
quantity(illuminance, lux, "illuminance").
quantity(radioactivity, becquerel, "activity referred to a radionuclide").
quantity(absorbed_dose, gray, "absorbed dose and kerma").
quantity(dose_equivalent, sievert, "dose equivalent").
quantity(catalytic_activity, katal, "catalytic activity").

% Quantities of the coherent derived units that devices are described with.
quantity(area, square_metre, "area").
quantity(volume, cubic_metre, "volume").
quantity(speed, metre_per_second, "speed and velocity").
quantity(acceleration, metre_per_second_squared, "acceleration").
quantity(angular_velocity, radian_per_second, "angular velocity").
quantity(angular_acceleration, radian_per_second_squared, "angular acceleration").
quantity(momentum, newton_second, "momentum").
quantity(torque, newton_metre, "moment of force").
quantity(luminance, candela_per_square_metre, "luminance").
quantity(apparent_power, volt_ampere, "apparent power of an alternating current").

% Information, signals and pictures.
quantity(information, bit, "quantity of information, storage capacity, width of a word").
quantity(data_rate, bit_per_second, "information a second").
quantity(symbol_rate, baud, "symbols a second on a line").
quantity(pixels, pixel, "number of picture elements").
quantity(frames, frame, "number of frames").
quantity(samples, sample, "number of samples").
quantity(dot_density, dots_per_metre, "dots, pixels or counts in a length").

% Quantities without dimension, and logarithmic ones.
quantity(ratio, one, "ratio of two quantities of one kind").
quantity(level, decibel, "logarithmic ratio to a reference").

% --- SI base units ----------------------------------------------------------

% The kilogram is the gram with a prefix, so mass is declared by the gram.
unit(second, time, 1, s, prefixable).
unit(metre, length, 1, m, prefixable).
unit(gram, mass, 1r1000, g, prefixable).
unit(ampere, current, 1, 'A', prefixable).
unit(kelvin, temperature, 1, 'K', prefixable).
unit(mole, amount_of_substance, 1, mol, prefixable).
unit(candela, luminous_intensity, 1, cd, prefixable).

% --- The 22 SI derived units with special names -----------------------------

unit(radian, angle, 1, rad, prefixable).
unit(steradian, solid_angle, 1, sr, prefixable).
unit(hertz, frequency, 1, 'Hz', prefixable).
unit(newton, force, 1, 'N', prefixable).
unit(pascal, pressure, 1, 'Pa', prefixable).
unit(joule, energy, 1, 'J', prefixable).
unit(watt, power, 1, 'W', prefixable).
unit(coulomb, charge, 1, 'C', prefixable).
unit(volt, voltage, 1, 'V', prefixable).
unit(farad, capacitance, 1, 'F', prefixable).
unit(ohm, resistance, 1, 'Ω', prefixable).
unit(siemens, conductance, 1, 'S', prefixable).
unit(weber, magnetic_flux, 1, 'Wb', prefixable).
unit(tesla, magnetic_flux_density, 1, 'T', prefixable).
unit(henry, inductance, 1, 'H', prefixable).
unit(degree_celsius, temperature, offset(1, 273.15), '°C', prefixable).
unit(lumen, luminous_flux, 1, lm, prefixable).
unit(lux, illuminance, 1, lx, prefixable).
unit(becquerel, radioactivity, 1, 'Bq', prefixable).
unit(gray, absorbed_dose, 1, 'Gy', prefixable).
unit(sievert, dose_equivalent, 1, 'Sv', prefixable).
unit(katal, catalytic_activity, 1, kat, prefixable).

% --- Units accepted for use with the SI -------------------------------------

unit(minute, time, 60, min, plain).
unit(hour, time, 3600, h, plain).
unit(day, time, 86400, d, plain).
unit(astronomical_unit, length, 149597870700, au, plain).
unit(degree, angle, times_pi(1r180), '°', plain).
unit(arcminute, angle, times_pi(1r10800), '′', plain).
unit(arcsecond, angle, times_pi(1r648000), '″', plain).
unit(hectare, area, 10000, ha, plain).
unit(litre, volume, 1r1000, 'L', prefixable).
unit(tonne, mass, 1000, t, prefixable).
% 1.66053906660(50)e-27 kg: measured, CODATA 2018.
unit(dalton, mass, 166053906660r100000000000000000000000000000000000000, 'Da', prefixable).
% 1.602176634e-19 J: exact, by the definition of the elementary charge.
unit(electronvolt, energy, 1602176634r10000000000000000000000000000, eV, prefixable).
% The bel is given as the decibel only: its symbol is the byte's.
unit(decibel, level, level(decibel, none), dB, plain).
unit(neper, level, level(neper, none), 'Np', plain).

% --- Levels with a reference ------------------------------------------------

% The second argument of level names the reference.
unit(decibel_unloaded, level, level(decibel, unloaded), dBu, plain).                  % √0.6 V
unit(decibel_volt, level, level(decibel, volt), dBV, plain).                          % 1 V
unit(decibel_milliwatt, level, level(decibel, milliwatt), dBm, plain).                % 1 mW
unit(decibel_watt, level, level(decibel, watt), dBW, plain).                          % 1 W
unit(decibel_full_scale, level, level(decibel, full_scale), dBFS, plain).             % largest sample
unit(decibel_sound_pressure, level, level(decibel, sound_pressure), dBSPL, plain).    % 20 µPa
unit(decibel_a_weighted, level, level(decibel, sound_pressure_a), dBA, plain).        % 20 µPa, A-weighted
unit(decibel_isotropic, level, level(decibel, isotropic), dBi, plain).                % isotropic antenna
unit(decibel_carrier, level, level(decibel, carrier), dBc, plain).                    % carrier's power

% --- Information and signals ------------------------------------------------

% `dB` is the decibel, not a tenth of a byte: a whole symbol goes before a
% prefix and a symbol.
unit(bit, information, 1, bit, prefixable).
unit(byte, information, 8, 'B', prefixable).
unit(bit_per_second, data_rate, 1, 'bit/s', prefixable).
unit(byte_per_second, data_rate, 8, 'B/s', prefixable).
unit(baud, symbol_rate, 1, 'Bd', prefixable).
unit(pixel, pixels, 1, px, prefixable).
unit(frame, frames, 1, frame, plain).
unit(sample, samples, 1, 'Sa', prefixable).
unit(sample_per_second, frequency, 1, 'Sa/s', prefixable).
unit(frame_per_second, frequency, 1, fps, plain).
unit(revolution_per_minute, frequency, 1r60, rpm, plain).
unit(beat_per_minute, frequency, 1r60, bpm, plain).
unit(dots_per_metre, dot_density, 1, 'dots/m', plain).
unit(dots_per_inch, dot_density, 5000r127, dpi, plain).

% --- Ratios -----------------------------------------------------------------

unit(one, ratio, 1, one, plain).
unit(percent, ratio, 1r100, '%', plain).
unit(per_mille, ratio, 1r1000, '‰', plain).
unit(parts_per_million, ratio, 1r1000000, ppm, plain).
unit(parts_per_billion, ratio, 1r1000000000, ppb, plain).

% --- Coherent derived units without a name of their own ----------------------

% A prefix on a power would mean the prefix to that power, so these are plain.
unit(square_metre, area, 1, 'm²', plain).
unit(cubic_metre, volume, 1, 'm³', plain).
unit(metre_per_second, speed, 1, 'm/s', prefixable).
unit(metre_per_second_squared, acceleration, 1, 'm/s²', prefixable).
unit(radian_per_second, angular_velocity, 1, 'rad/s', prefixable).
unit(radian_per_second_squared, angular_acceleration, 1, 'rad/s²', prefixable).
unit(newton_second, momentum, 1, 'N·s', prefixable).
unit(newton_metre, torque, 1, 'N·m', prefixable).
unit(candela_per_square_metre, luminance, 1, 'cd/m²', prefixable).
unit(volt_ampere, apparent_power, 1, 'VA', prefixable).

% --- Further units of the fields --------------------------------------------

unit(gon, angle, times_pi(1r200), gon, plain).
unit(turn, angle, times_pi(2), tr, plain).
unit(degree_per_second, angular_velocity, times_pi(1r180), '°/s', prefixable).
unit(degree_per_second_squared, angular_acceleration, times_pi(1r180), '°/s²', prefixable).
unit(kilometre_per_hour, speed, 5r18, 'km/h', plain).
unit(standard_gravity, acceleration, 9.80665, 'gₙ', prefixable).
unit(bar, pressure, 100000, bar, prefixable).
unit(gauss, magnetic_flux_density, 1r10000, 'G', prefixable).
unit(ampere_hour, charge, 3600, 'Ah', prefixable).
unit(watt_hour, energy, 3600, 'Wh', prefixable).

% The English units of the HID unit item, with the pound that the slug rests on.
unit(inch, length, 0.0254, in, plain).
unit(pound, mass, 0.45359237, lb, plain).
unit(slug, mass, 8896443230521r609600000000, slug, plain).     % 1 lbf·s²/ft
unit(pound_force, force, 4.4482216152605, lbf, plain).
unit(degree_fahrenheit, temperature, offset(5r9, 45967r180), '°F', plain).

% --- Other spellings --------------------------------------------------------

% The litre has two symbols; the second goes with the second spelling.
unit(meter, length, 1, meter, prefixable).
unit(liter, volume, 1r1000, l, prefixable).

% --- SI prefixes ------------------------------------------------------------

prefix(quetta, 'Q', 1000000000000000000000000000000).
prefix(ronna, 'R', 1000000000000000000000000000).
prefix(yotta, 'Y', 1000000000000000000000000).
prefix(zetta, 'Z', 1000000000000000000000).
prefix(exa, 'E', 1000000000000000000).
prefix(peta, 'P', 1000000000000000).
prefix(tera, 'T', 1000000000000).
prefix(giga, 'G', 1000000000).
prefix(mega, 'M', 1000000).
prefix(kilo, k, 1000).
prefix(hecto, h, 100).
prefix(deca, da, 10).
prefix(deci, d, 1r10).
prefix(centi, c, 1r100).
prefix(milli, m, 1r1000).
prefix(micro, 'µ', 1r1000000).                  % U+00B5, micro sign
prefix(micro, 'μ', 1r1000000).                  % U+03BC, Greek mu
prefix(micro, u, 1r1000000).
prefix(nano, n, 1r1000000000).
prefix(pico, p, 1r1000000000000).
prefix(femto, f, 1r1000000000000000).
prefix(atto, a, 1r1000000000000000000).
prefix(zepto, z, 1r1000000000000000000000).
prefix(yocto, y, 1r1000000000000000000000000).
prefix(ronto, r, 1r1000000000000000000000000000).
prefix(quecto, q, 1r1000000000000000000000000000000).

% --- Binary prefixes (IEC 80000-13), for information and data rate only -------

prefix(kibi, 'Ki', 1024).
prefix(mebi, 'Mi', 1048576).
prefix(gibi, 'Gi', 1073741824).
prefix(tebi, 'Ti', 1099511627776).
prefix(pebi, 'Pi', 1125899906842624).
prefix(exbi, 'Ei', 1152921504606846976).
prefix(zebi, 'Zi', 1180591620717411303424).
prefix(yobi, 'Yi', 1208925819614629174706176).
prefix(robi, 'Ri', 1237940039285380274899124224).
prefix(quebi, 'Qi', 1267650600228229401496703205376).
