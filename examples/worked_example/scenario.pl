% SPDX-License-Identifier: Apache-2.0

% Stage 1: a narrow request, then a device that meets it.
event(requester_create(white_4, requester2_1, requester2)).
event(device_connect(green_2, us224_1, us224)).

% Stage 2: a wide request finds only part of what it wants.
event(requester_create(black_5, requester_1, requester)).

% Stage 3: a second device, and a better alternative.
event(device_connect(red_1, imic2_1, imic2)).

% Stage 4: a third device, and all that was asked for.
event(device_connect(blue_3, audiophile_1, audiophile)).
