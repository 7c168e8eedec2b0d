% SPDX-License-Identifier: Apache-2.0
io_category(guarantees, [task_element, user_interface, electrical_interface, communications_link],
    "what the maker promises").

io_subcategory(guarantees/performance, "speed in use").
io_aspect(guarantees/performance/latency, quantity(time), "time from input to its effect").
io_aspect(guarantees/performance/completion_time, quantity(time), "time to complete an operation").
io_aspect(guarantees/performance/throughput, quantity(data_rate), "data carried or processed a second").

io_subcategory(guarantees/reliability, "endurance and freedom from error").
io_aspect(guarantees/reliability/load_cycles, count, "load and unload or mating cycles endured").
io_aspect(guarantees/reliability/write_cycles, count, "times that a place can be written").
io_aspect(guarantees/reliability/unrecoverable_error_rate, quantity(ratio), "errors left after correction, to what was read").
io_aspect(guarantees/reliability/time_between_failures, quantity(time), "mean time between failures").
