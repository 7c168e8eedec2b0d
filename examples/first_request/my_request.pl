% SPDX-License-Identifier: Apache-2.0
% A first request, explained line by line in the README of the project.

requester(recorder, "records a microphone").
outlet(recorder, microphone, [studio-100, plain-50]).
composite_request(recorder, studio, [record_studio]).
composite_request(recorder, plain, [record_plain]).
request(recorder, record_studio, [studio_quality]).
request(recorder, record_plain, [any_quality]).

request_group(recorder, studio_quality, taskflow, accept(10), [
    task_element([
        task([function([
            direction(analog_to_digital, weight(5)),
            sampling_rate(at_least(96*kHz), weight(5), data_interface(settings))
        ])])
    ])
]).
request_group(recorder, any_quality, taskflow, accept(5), [
    task_element([
        task([function([
            direction(analog_to_digital, weight(5)),
            sampling_rate([48, 44.1]*kHz, weight(1), data_interface(settings))
        ])])
    ])
]).

event(device_connect(desk, imic2_1, imic2)).
event(requester_create(desk, recorder_1, recorder)).
event(device_connect(studio, audiophile_1, audiophile)).
