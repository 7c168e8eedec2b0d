% SPDX-License-Identifier: Apache-2.0

% Better and better: one by one, then two and two, then four on one.

event(device_connect(desk_1a, surface_1_1, surface_1)).
event(device_connect(desk_1b, surface_1_2, surface_1)).
event(device_connect(desk_2a, surface_2_1, surface_2)).
event(requester_create(studio, mixer_1, mixer)).
event(device_connect(desk_2b, surface_2_2, surface_2)).
event(device_connect(desk_2c, surface_2_3, surface_2)).
event(device_connect(desk_4a, surface_4_1, surface_4)).
