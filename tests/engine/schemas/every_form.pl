% SPDX-License-Identifier: Apache-2.0

% Each form of the language, and each form of a value, once: what the schema of
% descriptions is tried with.

taxonomy(sample, '1.0.0').
io_module(part, "a module").
io_category(task, [part, task_element], "a category").
io_subcategory(task/function, "a subcategory").
io_aspect(task/function/rate, quantity(frequency), "an aspect").
io_aspect(task/function/way, enumeration, "an aspect").
io_value(task/function/way, up, "a value").

quantity(brightness, nit, "a quantity").
unit(nit, brightness, 1, nt, prefixable).
unit(third, brightness, 1r3, third, plain).
unit(shifted, brightness, offset(2, 273.15), shifted, plain).
unit(half_turn, brightness, times_pi(1), half_turn, plain).
unit(level_of_it, brightness, level(decibel, none), lv, plain).
prefix(kilo, k, 1000).

device(box, "a device").  % beside it
usb_identity(box, 0x077d, 0x07af).
registration_unit(box, stream).
code_interface(box, configure, [set_rate, set_width]).
connects(box, te1, te2).

state(box, word, digital).
state(box, words, [a, b]).
state(box, truth, true).
state(box, count, 2).
state(box, quantity, 44.1*kilohertz).
state(box, quantities, [32, 1r3]*kilohertz).
state(box, range1, at_least(2)).
state(box, range2, above(2*hertz)).
state(box, range3, at_most(2)).
state(box, range4, below(2)).
state(box, range5, between(1*hertz, 2*hertz)).
state(box, range6, and(above(1), at_most(2))).
state(box, text, "a text").

match_condition(box, fits, SubMatch) :-
    fits(SubMatch).
state_adjust(box, counted, count, apply, Old, New) :-
    New is Old + 1.
fits(_).

device_group(box, group, [
    task_element(te1, [
        registration_unit(stream), code_interface(configure), match_condition(fits),
        state_adjust(counted), task([function([rate(8*hertz, state(quantity))])]),
        code_interface(late)
    ])
]).

requester(player, "a requester").
outlet(player, outlet1, [best-100, other-0.5]).
composite_request(player, best, [rq]).
request(player, rq, [rqgroup]).
request_group(player, rqgroup, proximity, accept(2), [
    task_element([
        accept(2), weight(1),
        task([function([rate(any, weight(1), data_interface(settings), weight(2))])])
    ])
]).

event(system_connect(red)).
event(device_connect(red, box_1, box)).
event(requester_create(red, player_1, player)).
event(requester_cancel(player_1)).
event(device_disconnect(box_1)).
event(system_disconnect(red)).
