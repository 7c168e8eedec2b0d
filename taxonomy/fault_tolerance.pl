% SPDX-License-Identifier: Apache-2.0
io_category(fault_tolerance, [task_element, user_interface, electrical_interface, communications_link],
    "how faults are found and told").

io_subcategory(fault_tolerance/logical_detection, "faults that the element notices by itself").
io_aspect(fault_tolerance/logical_detection/scope, enumeration, "what is watched").
io_value(fault_tolerance/logical_detection/scope, device, "the whole device").
io_value(fault_tolerance/logical_detection/scope, element, "one element").
io_value(fault_tolerance/logical_detection/scope, channel, "one channel of a link").
io_value(fault_tolerance/logical_detection/scope, link, "a link").
io_value(fault_tolerance/logical_detection/scope, connection, "the attachment at a connector").
io_value(fault_tolerance/logical_detection/scope, medium, "a storage medium").
io_value(fault_tolerance/logical_detection/scope, memory, "memory and buffers").
io_value(fault_tolerance/logical_detection/scope, supply, "the power supply").

io_aspect(fault_tolerance/logical_detection/fault, enumeration, "what can be found").
io_value(fault_tolerance/logical_detection/fault, parity_error, "parity wrong").
io_value(fault_tolerance/logical_detection/fault, checksum_error, "checksum wrong").
io_value(fault_tolerance/logical_detection/fault, framing_error, "boundaries of a unit lost").
io_value(fault_tolerance/logical_detection/fault, sequence_error, "units missing, doubled or out of order").
io_value(fault_tolerance/logical_detection/fault, protocol_error, "rules of the exchange broken").
io_value(fault_tolerance/logical_detection/fault, timeout, "no answer in time").
io_value(fault_tolerance/logical_detection/fault, overrun, "data came too fast").
io_value(fault_tolerance/logical_detection/fault, underrun, "data came too slowly").
io_value(fault_tolerance/logical_detection/fault, clipping, "signal beyond the range").
io_value(fault_tolerance/logical_detection/fault, signal_loss, "no signal").
io_value(fault_tolerance/logical_detection/fault, clock_loss, "no clock, or not locked").
io_value(fault_tolerance/logical_detection/fault, disconnection, "connection lost").
io_value(fault_tolerance/logical_detection/fault, read_error, "data cannot be read").
io_value(fault_tolerance/logical_detection/fault, write_error, "data cannot be written").
io_value(fault_tolerance/logical_detection/fault, media_absent, "no medium").
io_value(fault_tolerance/logical_detection/fault, wear, "end of endurance near").
io_value(fault_tolerance/logical_detection/fault, over_current, "too much current").
io_value(fault_tolerance/logical_detection/fault, over_voltage, "voltage too high").
io_value(fault_tolerance/logical_detection/fault, under_voltage, "voltage too low").
io_value(fault_tolerance/logical_detection/fault, over_temperature, "too hot").
io_value(fault_tolerance/logical_detection/fault, power_loss, "power failed").
io_value(fault_tolerance/logical_detection/fault, mechanical_failure, "moving part failed or jammed").
io_value(fault_tolerance/logical_detection/fault, internal_error, "fault inside the device").

io_aspect(fault_tolerance/logical_detection/approach, enumeration, "how it is found").
io_value(fault_tolerance/logical_detection/approach, parity, "parity bit").
io_value(fault_tolerance/logical_detection/approach, checksum, "arithmetic checksum").
io_value(fault_tolerance/logical_detection/approach, cyclic_redundancy_check, "cyclic redundancy check").
io_value(fault_tolerance/logical_detection/approach, error_correcting_code, "code that corrects as well as detects").
io_value(fault_tolerance/logical_detection/approach, sequence_number, "gaps in a numbering").
io_value(fault_tolerance/logical_detection/approach, acknowledgement, "missing answer of the receiver").
io_value(fault_tolerance/logical_detection/approach, timeout, "time that passed without an event").
io_value(fault_tolerance/logical_detection/approach, heartbeat, "missing sign of life").
io_value(fault_tolerance/logical_detection/approach, watchdog, "timer that the working part must reset").
io_value(fault_tolerance/logical_detection/approach, self_test, "test run by the element").
io_value(fault_tolerance/logical_detection/approach, comparison, "result compared with a copy or a limit").
io_value(fault_tolerance/logical_detection/approach, redundancy, "vote among parallel parts").
io_value(fault_tolerance/logical_detection/approach, threshold, "measured value beyond a limit").
io_value(fault_tolerance/logical_detection/approach, statistics, "count or rate of errors").
io_value(fault_tolerance/logical_detection/approach, signature, "cryptographic signature").

io_aspect(fault_tolerance/logical_detection/timeframe, quantity(time), "time in which a fault is found").

io_subcategory(fault_tolerance/reporting, "how a fault is told").
io_aspect(fault_tolerance/reporting/scope, enumeration, "what a report is about").
io_value(fault_tolerance/reporting/scope, device, "the whole device").
io_value(fault_tolerance/reporting/scope, element, "one element").
io_value(fault_tolerance/reporting/scope, channel, "one channel of a link").
io_value(fault_tolerance/reporting/scope, link, "a link").
io_value(fault_tolerance/reporting/scope, connection, "the attachment at a connector").
io_value(fault_tolerance/reporting/scope, medium, "a storage medium").
io_value(fault_tolerance/reporting/scope, memory, "memory and buffers").
io_value(fault_tolerance/reporting/scope, supply, "the power supply").

io_aspect(fault_tolerance/reporting/fault, enumeration, "what is reported").
io_value(fault_tolerance/reporting/fault, parity_error, "parity wrong").
io_value(fault_tolerance/reporting/fault, checksum_error, "checksum wrong").
io_value(fault_tolerance/reporting/fault, framing_error, "boundaries of a unit lost").
io_value(fault_tolerance/reporting/fault, sequence_error, "units missing, doubled or out of order").
io_value(fault_tolerance/reporting/fault, protocol_error, "rules of the exchange broken").
io_value(fault_tolerance/reporting/fault, timeout, "no answer in time").
io_value(fault_tolerance/reporting/fault, overrun, "data came too fast").
io_value(fault_tolerance/reporting/fault, underrun, "data came too slowly").
io_value(fault_tolerance/reporting/fault, clipping, "signal beyond the range").
io_value(fault_tolerance/reporting/fault, signal_loss, "no signal").
io_value(fault_tolerance/reporting/fault, clock_loss, "no clock, or not locked").
io_value(fault_tolerance/reporting/fault, disconnection, "connection lost").
io_value(fault_tolerance/reporting/fault, read_error, "data cannot be read").
io_value(fault_tolerance/reporting/fault, write_error, "data cannot be written").
io_value(fault_tolerance/reporting/fault, media_absent, "no medium").
io_value(fault_tolerance/reporting/fault, wear, "end of endurance near").
io_value(fault_tolerance/reporting/fault, over_current, "too much current").
io_value(fault_tolerance/reporting/fault, over_voltage, "voltage too high").
io_value(fault_tolerance/reporting/fault, under_voltage, "voltage too low").
io_value(fault_tolerance/reporting/fault, over_temperature, "too hot").
io_value(fault_tolerance/reporting/fault, power_loss, "power failed").
io_value(fault_tolerance/reporting/fault, mechanical_failure, "moving part failed or jammed").
io_value(fault_tolerance/reporting/fault, internal_error, "fault inside the device").

io_aspect(fault_tolerance/reporting/notification, enumeration, "form of the report").
io_value(fault_tolerance/reporting/notification, none, "nothing is told").
io_value(fault_tolerance/reporting/notification, status, "state that can be read").
io_value(fault_tolerance/reporting/notification, interrupt, "interrupt or event raised").
io_value(fault_tolerance/reporting/notification, message, "message sent").
io_value(fault_tolerance/reporting/notification, response, "error in the answer to a command").
io_value(fault_tolerance/reporting/notification, log, "entry in a log").
io_value(fault_tolerance/reporting/notification, indicator, "something that people see or hear").

io_aspect(fault_tolerance/reporting/avenue, enumeration, "where the report goes").
io_value(fault_tolerance/reporting/avenue, driver, "the driver").
io_value(fault_tolerance/reporting/avenue, operating_system, "the operating system").
io_value(fault_tolerance/reporting/avenue, requester, "the software that uses the element").
io_value(fault_tolerance/reporting/avenue, peer, "the other end of the link").
io_value(fault_tolerance/reporting/avenue, interconnect, "the interconnect's controller").
io_value(fault_tolerance/reporting/avenue, network, "a management station on the network").
io_value(fault_tolerance/reporting/avenue, user, "the person at the device").
