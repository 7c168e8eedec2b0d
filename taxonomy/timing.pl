% SPDX-License-Identifier: Apache-2.0
io_category(timing, [general, task_element, electrical_interface, communications_link],
    "clocks and times").

io_subcategory(timing/power_on, "after switching on").
io_aspect(timing/power_on/delay, quantity(time), "time from power on to readiness").

io_subcategory(timing/performance, "times kept in operation").
io_aspect(timing/performance/rate, quantity(frequency), "rate of operation").
io_aspect(timing/performance/jitter, quantity(time), "deviation of events from their due time").

io_subcategory(timing/clock, "clock signals").
io_aspect(timing/clock/generator, boolean, "whether it generates a clock").
io_aspect(timing/clock/rate, quantity(frequency), "clock frequency").

io_aspect(timing/clock/synchronisation, enumeration, "relation of the data clock to the link's clock").
io_value(timing/clock/synchronisation, asynchronous, "free-running, the source or sink sets the rate").
io_value(timing/clock/synchronisation, adaptive, "follows the rate of the data").
io_value(timing/clock/synchronisation, synchronous, "locked to the link's clock").
io_value(timing/clock/synchronisation, none, "no synchronisation").

io_aspect(timing/clock/sink, boolean, "whether it takes a clock from elsewhere").
