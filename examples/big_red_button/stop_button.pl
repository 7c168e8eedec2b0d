% SPDX-License-Identifier: Apache-2.0

% A stop button of our own workshop: a mushroom head on a microcontroller, which answers with the
% identity that pid.codes keeps free for tests. Descriptors know neither size nor colour; this
% description does, and stands instead of what they say.

device(stop_button, "Stop button of the workshop").
usb_identity(stop_button, 0x1209, 0x000a).

registration_unit(stop_button, button).

code_interface(stop_button, libusb_button, [libusb_bulk_transfer]).

device_group(stop_button, front, [
    user_interface(ui_stop, [
        code_interface(libusb_button), registration_unit(button),
        information([description([name("stop")])]),
        physical_manifestation([
            physical_dimensions([width(60*millimetre)]),
            appearance([colour(red)])
        ]),
        mechanical_structure([
            operation([
                element(button),
                subtype([push, momentary]),
                elements(1),
                positions(2),
                steps([press, release])
            ])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ])
]).
