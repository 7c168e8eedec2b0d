% SPDX-License-Identifier: Apache-2.0
io_category(characteristics, [electrical_interface], "electrical qualities of an interface").

io_subcategory(characteristics/electrical, "qualities of its signal").
io_aspect(characteristics/electrical/data_format, enumeration, "form of the signal").
io_value(characteristics/electrical/data_format, analog, "analog").
io_value(characteristics/electrical/data_format, digital, "digital").

io_aspect(characteristics/electrical/connection_establish, enumeration, "when it can be plugged").
io_value(characteristics/electrical/connection_establish, hot_pluggable, "while powered").
io_value(characteristics/electrical/connection_establish, fixed, "wired, or with power off only").

io_aspect(characteristics/electrical/signal_ended, enumeration, "how the signal is referred").
io_value(characteristics/electrical/signal_ended, balanced, "difference of two conductors").
io_value(characteristics/electrical/signal_ended, unbalanced, "one conductor against ground").

io_aspect(characteristics/electrical/impedance, quantity(resistance), "input or output impedance").
io_aspect(characteristics/electrical/line_level, quantity(level), "nominal or largest level").
io_aspect(characteristics/electrical/signal_to_noise_ratio, quantity(level), "full signal to noise without signal").
io_aspect(characteristics/electrical/dynamic_range, quantity(level), "largest signal to the noise in its presence").
io_aspect(characteristics/electrical/total_harmonic_distortion, quantity(ratio), "harmonics to the fundamental").
