% SPDX-License-Identifier: Apache-2.0

% Audio control surfaces with four, two and one channel strips.  A strip is a
% group of controls and a group with its input jack.  Each has a registration
% unit of its own: the two groups of one strip are asked for one after the
% other, and the first must not take the second away.

device(surface_4, "audio control surface, four channel strips").
registration_unit(surface_4, strip_1_controls).
registration_unit(surface_4, strip_1_input).
registration_unit(surface_4, strip_2_controls).
registration_unit(surface_4, strip_2_input).
registration_unit(surface_4, strip_3_controls).
registration_unit(surface_4, strip_3_input).
registration_unit(surface_4, strip_4_controls).
registration_unit(surface_4, strip_4_input).
code_interface(surface_4, strip_1, [read_fader, move_fader, read_switches, set_lights]).
code_interface(surface_4, strip_2, [read_fader, move_fader, read_switches, set_lights]).
code_interface(surface_4, strip_3, [read_fader, move_fader, read_switches, set_lights]).
code_interface(surface_4, strip_4, [read_fader, move_fader, read_switches, set_lights]).

% Channel strip 1.
device_group(surface_4, strip_1_ui, [
    user_interface(ui_fader_1, [
        registration_unit(strip_1_controls),
        code_interface(strip_1),
        information([description([name("fader")])]),
        mechanical_structure([
            operation([element(fader), subtype(slider)])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_1, [
        registration_unit(strip_1_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_select_1, [
        registration_unit(strip_1_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_record_1, [
        registration_unit(strip_1_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_led_1, [
        registration_unit(strip_1_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_select_led_1, [
        registration_unit(strip_1_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_led_1, [
        registration_unit(strip_1_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

device_group(surface_4, strip_1_ei, [
    electrical_interface(ei_input_1, [
        registration_unit(strip_1_input),
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                signal_ended([balanced, unbalanced])
            ])
        ]),
        mechanical_structure([
            structures([
                classification(external),
                connector(phone_socket),
                signal_lines([2, 3]),
                direction(input),
                link(port)
            ])
        ])
    ])
]).

% Channel strip 2.
device_group(surface_4, strip_2_ui, [
    user_interface(ui_fader_2, [
        registration_unit(strip_2_controls),
        code_interface(strip_2),
        information([description([name("fader")])]),
        mechanical_structure([
            operation([element(fader), subtype(slider)])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_2, [
        registration_unit(strip_2_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_select_2, [
        registration_unit(strip_2_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_record_2, [
        registration_unit(strip_2_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_led_2, [
        registration_unit(strip_2_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_select_led_2, [
        registration_unit(strip_2_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_led_2, [
        registration_unit(strip_2_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

device_group(surface_4, strip_2_ei, [
    electrical_interface(ei_input_2, [
        registration_unit(strip_2_input),
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                signal_ended([balanced, unbalanced])
            ])
        ]),
        mechanical_structure([
            structures([
                classification(external),
                connector(phone_socket),
                signal_lines([2, 3]),
                direction(input),
                link(port)
            ])
        ])
    ])
]).

% Channel strip 3.
device_group(surface_4, strip_3_ui, [
    user_interface(ui_fader_3, [
        registration_unit(strip_3_controls),
        code_interface(strip_3),
        information([description([name("fader")])]),
        mechanical_structure([
            operation([element(fader), subtype(slider)])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_3, [
        registration_unit(strip_3_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_select_3, [
        registration_unit(strip_3_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_record_3, [
        registration_unit(strip_3_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_led_3, [
        registration_unit(strip_3_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_select_led_3, [
        registration_unit(strip_3_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_led_3, [
        registration_unit(strip_3_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

device_group(surface_4, strip_3_ei, [
    electrical_interface(ei_input_3, [
        registration_unit(strip_3_input),
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                signal_ended([balanced, unbalanced])
            ])
        ]),
        mechanical_structure([
            structures([
                classification(external),
                connector(phone_socket),
                signal_lines([2, 3]),
                direction(input),
                link(port)
            ])
        ])
    ])
]).

% Channel strip 4.
device_group(surface_4, strip_4_ui, [
    user_interface(ui_fader_4, [
        registration_unit(strip_4_controls),
        code_interface(strip_4),
        information([description([name("fader")])]),
        mechanical_structure([
            operation([element(fader), subtype(slider)])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_4, [
        registration_unit(strip_4_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_select_4, [
        registration_unit(strip_4_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_record_4, [
        registration_unit(strip_4_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_led_4, [
        registration_unit(strip_4_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_select_led_4, [
        registration_unit(strip_4_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_led_4, [
        registration_unit(strip_4_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

device_group(surface_4, strip_4_ei, [
    electrical_interface(ei_input_4, [
        registration_unit(strip_4_input),
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                signal_ended([balanced, unbalanced])
            ])
        ]),
        mechanical_structure([
            structures([
                classification(external),
                connector(phone_socket),
                signal_lines([2, 3]),
                direction(input),
                link(port)
            ])
        ])
    ])
]).

connects(surface_4, ui_mute_1, ui_mute_led_1).
connects(surface_4, ui_select_1, ui_select_led_1).
connects(surface_4, ui_record_1, ui_record_led_1).
connects(surface_4, ui_mute_2, ui_mute_led_2).
connects(surface_4, ui_select_2, ui_select_led_2).
connects(surface_4, ui_record_2, ui_record_led_2).
connects(surface_4, ui_mute_3, ui_mute_led_3).
connects(surface_4, ui_select_3, ui_select_led_3).
connects(surface_4, ui_record_3, ui_record_led_3).
connects(surface_4, ui_mute_4, ui_mute_led_4).
connects(surface_4, ui_select_4, ui_select_led_4).
connects(surface_4, ui_record_4, ui_record_led_4).

device(surface_2, "audio control surface, two channel strips").
registration_unit(surface_2, strip_1_controls).
registration_unit(surface_2, strip_1_input).
registration_unit(surface_2, strip_2_controls).
registration_unit(surface_2, strip_2_input).
code_interface(surface_2, strip_1, [read_fader, move_fader, read_switches, set_lights]).
code_interface(surface_2, strip_2, [read_fader, move_fader, read_switches, set_lights]).

% Channel strip 1.
device_group(surface_2, strip_1_ui, [
    user_interface(ui_fader_1, [
        registration_unit(strip_1_controls),
        code_interface(strip_1),
        information([description([name("fader")])]),
        mechanical_structure([
            operation([element(fader), subtype(slider)])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_1, [
        registration_unit(strip_1_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_select_1, [
        registration_unit(strip_1_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_record_1, [
        registration_unit(strip_1_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_led_1, [
        registration_unit(strip_1_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_select_led_1, [
        registration_unit(strip_1_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_led_1, [
        registration_unit(strip_1_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

device_group(surface_2, strip_1_ei, [
    electrical_interface(ei_input_1, [
        registration_unit(strip_1_input),
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                signal_ended([balanced, unbalanced])
            ])
        ]),
        mechanical_structure([
            structures([
                classification(external),
                connector(phone_socket),
                signal_lines([2, 3]),
                direction(input),
                link(port)
            ])
        ])
    ])
]).

% Channel strip 2.
device_group(surface_2, strip_2_ui, [
    user_interface(ui_fader_2, [
        registration_unit(strip_2_controls),
        code_interface(strip_2),
        information([description([name("fader")])]),
        mechanical_structure([
            operation([element(fader), subtype(slider)])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_2, [
        registration_unit(strip_2_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_select_2, [
        registration_unit(strip_2_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_record_2, [
        registration_unit(strip_2_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_led_2, [
        registration_unit(strip_2_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_select_led_2, [
        registration_unit(strip_2_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_led_2, [
        registration_unit(strip_2_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

device_group(surface_2, strip_2_ei, [
    electrical_interface(ei_input_2, [
        registration_unit(strip_2_input),
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                signal_ended([balanced, unbalanced])
            ])
        ]),
        mechanical_structure([
            structures([
                classification(external),
                connector(phone_socket),
                signal_lines([2, 3]),
                direction(input),
                link(port)
            ])
        ])
    ])
]).

connects(surface_2, ui_mute_1, ui_mute_led_1).
connects(surface_2, ui_select_1, ui_select_led_1).
connects(surface_2, ui_record_1, ui_record_led_1).
connects(surface_2, ui_mute_2, ui_mute_led_2).
connects(surface_2, ui_select_2, ui_select_led_2).
connects(surface_2, ui_record_2, ui_record_led_2).

device(surface_1, "audio control surface, one channel strip").
registration_unit(surface_1, strip_1_controls).
registration_unit(surface_1, strip_1_input).
code_interface(surface_1, strip_1, [read_fader, move_fader, read_switches, set_lights]).

% Channel strip 1.
device_group(surface_1, strip_1_ui, [
    user_interface(ui_fader_1, [
        registration_unit(strip_1_controls),
        code_interface(strip_1),
        information([description([name("fader")])]),
        mechanical_structure([
            operation([element(fader), subtype(slider)])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_1, [
        registration_unit(strip_1_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_select_1, [
        registration_unit(strip_1_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_record_1, [
        registration_unit(strip_1_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_led_1, [
        registration_unit(strip_1_controls),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_select_led_1, [
        registration_unit(strip_1_controls),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_led_1, [
        registration_unit(strip_1_controls),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(led), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

device_group(surface_1, strip_1_ei, [
    electrical_interface(ei_input_1, [
        registration_unit(strip_1_input),
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                signal_ended([balanced, unbalanced])
            ])
        ]),
        mechanical_structure([
            structures([
                classification(external),
                connector(phone_socket),
                signal_lines([2, 3]),
                direction(input),
                link(port)
            ])
        ])
    ])
]).

connects(surface_1, ui_mute_1, ui_mute_led_1).
connects(surface_1, ui_select_1, ui_select_led_1).
connects(surface_1, ui_record_1, ui_record_led_1).
