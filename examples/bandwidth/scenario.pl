% SPDX-License-Identifier: Apache-2.0

event(device_connect(rack, audiophile_1, audiophile)).

% Four links are wanted at high quality; three fit.
event(requester_create(studio, analog_in_1, analog_recorder)).
event(requester_create(studio, analog_out_1, analog_player)).
event(requester_create(studio, digital_in_1, digital_recorder)).
event(requester_create(studio, digital_out_1, digital_player)).

% One goes.  The one with the lesser quality holds the very link that it would
% need for more, so it stays as it is; a new one finds room.
event(requester_cancel(analog_in_1)).
event(requester_create(studio, analog_in_2, analog_recorder)).

% All go but one: 96 kHz must have the connection to itself.
event(requester_cancel(analog_in_2)).
event(requester_cancel(analog_out_1)).
event(requester_cancel(digital_in_1)).
event(requester_create(lab, fast_1, measurement)).
event(requester_cancel(digital_out_1)).

% And as long as it has, nobody else gets a link.
event(requester_create(studio, analog_out_2, analog_player)).
event(requester_cancel(fast_1)).
