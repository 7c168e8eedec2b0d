% SPDX-License-Identifier: Apache-2.0

% The small surface comes first in the pool and is tried first; what was applied
% on it is undone when its strips run out.

event(device_connect(desk_2a, surface_2_1, surface_2)).
event(device_connect(desk_4a, surface_4_1, surface_4)).
event(requester_create(studio, mixer_1, mixer)).
