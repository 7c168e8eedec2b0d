% SPDX-License-Identifier: Apache-2.0

% Two surfaces of two strips.

event(device_connect(desk_2a, surface_2_1, surface_2)).
event(device_connect(desk_2b, surface_2_2, surface_2)).
event(requester_create(studio, mixer_1, mixer)).
