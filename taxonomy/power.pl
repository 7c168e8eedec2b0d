% SPDX-License-Identifier: Apache-2.0
io_category(power, [general, electrical_interface], "electric power").

io_subcategory(power/sink, "power taken").
io_aspect(power/sink/consumption, quantity(current), "current taken at most").
io_aspect(power/sink/power, quantity(power), "power taken at most").
io_aspect(power/sink/voltage, quantity(voltage), "voltage needed").

io_subcategory(power/supply, "power given").
io_aspect(power/supply/consumption, quantity(current), "current that may be taken from it").
io_aspect(power/supply/voltage, quantity(voltage), "voltage given").

io_subcategory(power/management, "saving power").
io_aspect(power/management/states, enumeration, "power states").
io_value(power/management/states, always_on, "never switched down").
io_value(power/management/states, suspend, "can be suspended").
io_value(power/management/states, remote_wakeup, "wakes the computer from suspension").

io_aspect(power/management/self_powered, boolean, "whether it has a power source of its own").
