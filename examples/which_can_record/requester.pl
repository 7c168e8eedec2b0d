% SPDX-License-Identifier: Apache-2.0

requester(recorder, "records 48 kHz stereo").
outlet(recorder, sound, [stereo-100]).
composite_request(recorder, stereo, [record]).
request(recorder, record, [analog_in]).
request_group(recorder, analog_in, taskflow, accept(3), [
    task_element([task([function([
        accept(3),
        direction(analog_to_digital, weight(1)),
        sampling_rate(48*kilohertz, weight(1)),
        data_channels(2, weight(1))
    ])])])
]).
