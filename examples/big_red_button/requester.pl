% SPDX-License-Identifier: Apache-2.0

requester(alarm, "waits for somebody to press a button").
outlet(alarm, button, [big_and_red-100, any-50]).
composite_request(alarm, big_and_red, [press_it]).
composite_request(alarm, any, [press_any]).
request(alarm, press_it, [big_red_button]).
request(alarm, press_any, [a_button]).
request_group(alarm, big_red_button, proximity, accept(10), [
    user_interface([
        accept(10),
        physical_manifestation([
            physical_dimensions([width(at_least(40*millimetre), weight(3))]),
            appearance([colour(red, weight(2))])
        ]),
        mechanical_structure([operation([element(button, weight(5)), subtype(push)])])
    ])
]).
request_group(alarm, a_button, proximity, accept(5), [
    user_interface([mechanical_structure([operation([element(button, weight(5)), subtype(push)])])])
]).
