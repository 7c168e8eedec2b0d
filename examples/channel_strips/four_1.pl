% SPDX-License-Identifier: Apache-2.0

% Four surfaces of one strip.

event(device_connect(desk_1a, surface_1_1, surface_1)).
event(device_connect(desk_1b, surface_1_2, surface_1)).
event(device_connect(desk_1c, surface_1_3, surface_1)).
event(device_connect(desk_1d, surface_1_4, surface_1)).
event(requester_create(studio, mixer_1, mixer)).
