% SPDX-License-Identifier: Apache-2.0

requester(player, "plays 48 kHz stereo").
outlet(player, sound, [stereo-100]).
composite_request(player, stereo, [play]).
request(player, play, [analog_out]).
request_group(player, analog_out, taskflow, accept(3), [
    task_element([task([function([
        accept(3),
        direction(digital_to_analog, weight(1)),
        sampling_rate(48*kilohertz, weight(1)),
        data_channels(2, weight(1))
    ])])])
]).
