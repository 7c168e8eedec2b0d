% SPDX-License-Identifier: Apache-2.0
io_category(control, [general, task_element, user_interface, communications_link],
    "how an element is controlled").

io_subcategory(control/approach, "whether and in what manner").
io_aspect(control/approach/operate, enumeration, "whether control is needed in operation").
io_value(control/approach/operate, required, "must be done").
io_value(control/approach/operate, permitted, "may be done").
io_value(control/approach/operate, none, "cannot be done").

io_aspect(control/approach/configure, enumeration, "whether control is needed before operation").
io_value(control/approach/configure, required, "must be done").
io_value(control/approach/configure, permitted, "may be done").
io_value(control/approach/configure, none, "cannot be done").

io_aspect(control/approach/command_ordering, enumeration, "whether the order of commands matters").
io_value(control/approach/command_ordering, no_ordering, "any order does").
io_value(control/approach/command_ordering, ordered, "order is part of the meaning").

io_aspect(control/approach/command_queue_size, count, "commands that can wait").
io_aspect(control/approach/configuration_sets, text, "named set of commands for configuration").
io_aspect(control/approach/operation_sets, text, "named set of commands for operation").

io_subcategory(control/commands, "a single command").
io_aspect(control/commands/command, enumeration, "what it does").
io_value(control/commands/command, set, "sets a value").
io_value(control/commands/command, get, "reads a value").
io_value(control/commands/command, get_range, "reads the values that can be set").
io_value(control/commands/command, increment, "raises a value by a step").
io_value(control/commands/command, decrement, "lowers a value by a step").
io_value(control/commands/command, toggle, "changes over between two values").
io_value(control/commands/command, select, "chooses one of several").
io_value(control/commands/command, enable, "lets the element work").
io_value(control/commands/command, disable, "keeps the element from working").
io_value(control/commands/command, start, "begins an operation").
io_value(control/commands/command, stop, "ends an operation").
io_value(control/commands/command, pause, "holds an operation").
io_value(control/commands/command, resume, "goes on with a held operation").
io_value(control/commands/command, abort, "breaks an operation off").
io_value(control/commands/command, reset, "returns to the initial state").
io_value(control/commands/command, calibrate, "adjusts to a reference").
io_value(control/commands/command, self_test, "tests itself").
io_value(control/commands/command, identify, "tells what it is").
io_value(control/commands/command, read, "reads data").
io_value(control/commands/command, write, "writes data").
io_value(control/commands/command, seek, "goes to a position").
io_value(control/commands/command, flush, "completes what waits").
io_value(control/commands/command, erase, "erases data").
io_value(control/commands/command, format, "prepares a medium").
io_value(control/commands/command, load, "takes a medium in").
io_value(control/commands/command, eject, "gives a medium out").
io_value(control/commands/command, lock, "keeps others from access").
io_value(control/commands/command, unlock, "gives access free").
io_value(control/commands/command, suspend, "goes to low power").
io_value(control/commands/command, wake, "returns from low power").
io_value(control/commands/command, send, "sends to the other end").
io_value(control/commands/command, receive, "takes from the other end").

io_aspect(control/commands/response, enumeration, "what it answers").
io_value(control/commands/response, none, "nothing").
io_value(control/commands/response, acknowledgement, "that it arrived").
io_value(control/commands/response, status, "whether it succeeded").
io_value(control/commands/response, data, "data asked for").
io_value(control/commands/response, event, "an event later, when done").

io_aspect(control/commands/state_change, enumeration, "state that it changes").
io_value(control/commands/state_change, none, "none").
io_value(control/commands/state_change, value, "a value of the element").
io_value(control/commands/state_change, selection, "choice among inputs or outputs").
io_value(control/commands/state_change, mute, "muting").
io_value(control/commands/state_change, volume, "volume or attenuation").
io_value(control/commands/state_change, gain, "amplification").
io_value(control/commands/state_change, sampling_rate, "sampling rate").
io_value(control/commands/state_change, resolution, "resolution").
io_value(control/commands/state_change, channels, "number of channels").
io_value(control/commands/state_change, format, "format of data").
io_value(control/commands/state_change, position, "position in a medium or of a moving part").
io_value(control/commands/state_change, mode, "mode of work").
io_value(control/commands/state_change, running, "whether it works").
io_value(control/commands/state_change, power, "power state").
io_value(control/commands/state_change, connection, "connection to another element").
io_value(control/commands/state_change, medium, "medium present or not").
io_value(control/commands/state_change, lock, "who has access").
io_value(control/commands/state_change, calibration, "calibration data").

io_aspect(control/commands/temporality, enumeration, "when it may be given").
io_value(control/commands/temporality, all, "at any time").
io_value(control/commands/temporality, initialisation, "once after power on").
io_value(control/commands/temporality, configuration, "before operation").
io_value(control/commands/temporality, operation, "during operation").
io_value(control/commands/temporality, suspension, "while suspended").

io_aspect(control/commands/link, text, "element that the command comes through").
io_aspect(control/commands/source, text, "where the command comes from, such as the user interface or outside").
