% SPDX-License-Identifier: Apache-2.0

% Four strips on one surface.

event(device_connect(desk_4a, surface_4_1, surface_4)).
event(requester_create(studio, mixer_1, mixer)).
