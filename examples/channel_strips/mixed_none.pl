% SPDX-License-Identifier: Apache-2.0

% Three strips in all: nothing can be satisfied.

event(device_connect(desk_2a, surface_2_1, surface_2)).
event(device_connect(desk_1a, surface_1_1, surface_1)).
event(requester_create(studio, mixer_1, mixer)).
