% SPDX-License-Identifier: Apache-2.0
io_category(arbitration, [task_element, user_interface, communications_link],
    "how several users or signals share an element").

io_subcategory(arbitration/logical_access, "access by software").
io_aspect(arbitration/logical_access/command_set, enumeration, "whether the set of commands allowed can be changed").
io_value(arbitration/logical_access/command_set, alterable, "can be changed").
io_value(arbitration/logical_access/command_set, fixed, "cannot be changed").

io_aspect(arbitration/logical_access/restriction, enumeration, "whether the limits of access can be changed").
io_value(arbitration/logical_access/restriction, alterable, "can be changed").
io_value(arbitration/logical_access/restriction, fixed, "cannot be changed").

io_aspect(arbitration/logical_access/exclusive, boolean, "whether one user shuts out the others").

io_subcategory(arbitration/input_serialisation, "several inputs into one").
io_aspect(arbitration/input_serialisation/policy, enumeration, "which input comes next").
io_value(arbitration/input_serialisation/policy, first_come_first_served, "in order of arrival").
io_value(arbitration/input_serialisation/policy, round_robin, "in turn").
io_value(arbitration/input_serialisation/policy, weighted_round_robin, "in turn, some more often").
io_value(arbitration/input_serialisation/policy, priority, "by rank").
io_value(arbitration/input_serialisation/policy, earliest_deadline_first, "by the time it must be done").
io_value(arbitration/input_serialisation/policy, time_division, "in fixed slots of time").
io_value(arbitration/input_serialisation/policy, fairness_interval, "each once within an interval").
io_value(arbitration/input_serialisation/policy, random_backoff, "again after a random time when two collide").
io_value(arbitration/input_serialisation/policy, token, "the one that holds the token").
io_value(arbitration/input_serialisation/policy, lock, "the one that holds the lock").
io_value(arbitration/input_serialisation/policy, mixing, "all at once, added").

io_aspect(arbitration/input_serialisation/alterable, boolean, "whether the policy can be changed").

io_subcategory(arbitration/output_selection, "one input to several outputs").
io_aspect(arbitration/output_selection/connections, count, "outputs that can be selected").

io_aspect(arbitration/output_selection/criteria, enumeration, "how the output is chosen").
io_value(arbitration/output_selection/criteria, address, "by an address in the data").
io_value(arbitration/output_selection/criteria, identifier, "by a channel or stream number").
io_value(arbitration/output_selection/criteria, content, "by kind of the data").
io_value(arbitration/output_selection/criteria, command, "by command").
io_value(arbitration/output_selection/criteria, switch, "by a switch at the device").
io_value(arbitration/output_selection/criteria, plug_detection, "by what is plugged in").
io_value(arbitration/output_selection/criteria, signal_detection, "by where a signal is").
io_value(arbitration/output_selection/criteria, priority, "by rank").
io_value(arbitration/output_selection/criteria, round_robin, "in turn").
io_value(arbitration/output_selection/criteria, least_loaded, "the one with least to do").
io_value(arbitration/output_selection/criteria, broadcast, "all").
