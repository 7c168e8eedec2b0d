% SPDX-License-Identifier: Apache-2.0

% Tascam US-224, continued from us224.pl: the control surface, MIDI, the digital
% input and output, USB and power.

registration_unit(us224, channel_strip_1).
registration_unit(us224, channel_strip_2).
registration_unit(us224, channel_strip_3).
registration_unit(us224, channel_strip_4).
registration_unit(us224, master_section).
registration_unit(us224, transport_section).
registration_unit(us224, midi_in_out).
registration_unit(us224, digital_audio_stream_in).
registration_unit(us224, digital_audio_stream_out).

% Channel strip 1. RECORD and SELECT are pressed together to arm a channel, so
% the record switch is the one of the master section.
device_group(us224, dgroup24, [
    user_interface(ui_fader_1, [
        registration_unit(channel_strip_1),
        information([description([name("fader")])]),
        mechanical_structure([operation([element(fader), subtype(slider)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_1, [
        registration_unit(channel_strip_1),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_select_1, [
        registration_unit(channel_strip_1),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_led_1, [
        registration_unit(channel_strip_1),
        information([description([name("mute")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_select_led_1, [
        registration_unit(channel_strip_1),
        information([description([name("select")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_led_1, [
        registration_unit(channel_strip_1),
        information([description([name("record")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

% Channel strip 2.
device_group(us224, dgroup25, [
    user_interface(ui_fader_2, [
        registration_unit(channel_strip_2),
        information([description([name("fader")])]),
        mechanical_structure([operation([element(fader), subtype(slider)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_2, [
        registration_unit(channel_strip_2),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_select_2, [
        registration_unit(channel_strip_2),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_led_2, [
        registration_unit(channel_strip_2),
        information([description([name("mute")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_select_led_2, [
        registration_unit(channel_strip_2),
        information([description([name("select")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_led_2, [
        registration_unit(channel_strip_2),
        information([description([name("record")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

% Channel strip 3.
device_group(us224, dgroup26, [
    user_interface(ui_fader_3, [
        registration_unit(channel_strip_3),
        information([description([name("fader")])]),
        mechanical_structure([operation([element(fader), subtype(slider)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_3, [
        registration_unit(channel_strip_3),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_select_3, [
        registration_unit(channel_strip_3),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_led_3, [
        registration_unit(channel_strip_3),
        information([description([name("mute")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_select_led_3, [
        registration_unit(channel_strip_3),
        information([description([name("select")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_led_3, [
        registration_unit(channel_strip_3),
        information([description([name("record")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

% Channel strip 4.
device_group(us224, dgroup27, [
    user_interface(ui_fader_4, [
        registration_unit(channel_strip_4),
        information([description([name("fader")])]),
        mechanical_structure([operation([element(fader), subtype(slider)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_4, [
        registration_unit(channel_strip_4),
        information([description([name("mute")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_select_4, [
        registration_unit(channel_strip_4),
        information([description([name("select")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mute_led_4, [
        registration_unit(channel_strip_4),
        information([description([name("mute")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_select_led_4, [
        registration_unit(channel_strip_4),
        information([description([name("select")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_led_4, [
        registration_unit(channel_strip_4),
        information([description([name("record")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

% Master section: the fader and what acts on all channels.
device_group(us224, dgroup28, [
    user_interface(ui_master_fader, [
        registration_unit(master_section),
        information([description([name("master")])]),
        mechanical_structure([operation([element(fader), subtype(slider)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_null, [
        registration_unit(master_section),
        information([description([name("null")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_null_led, [
        registration_unit(master_section),
        information([description([name("null")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_solo, [
        registration_unit(master_section),
        information([description([name("solo")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_solo_led, [
        registration_unit(master_section),
        information([description([name("solo")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record_ready, [
        registration_unit(master_section),
        information([description([name("record ready")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_bank_left, [
        registration_unit(master_section),
        information([description([name("bank left")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_bank_left_led, [
        registration_unit(master_section),
        information([description([name("bank left")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_bank_right, [
        registration_unit(master_section),
        information([description([name("bank right")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_bank_right_led, [
        registration_unit(master_section),
        information([description([name("bank right")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_locate_left, [
        registration_unit(master_section),
        information([description([name("locate left")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_locate_right, [
        registration_unit(master_section),
        information([description([name("locate right")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_set, [
        registration_unit(master_section),
        information([description([name("set")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ])
]).

% Transport: the wheel and the buttons of a tape machine.
device_group(us224, dgroup29, [
    user_interface(ui_data_wheel, [
        registration_unit(transport_section),
        information([description([name("data wheel")])]),
        mechanical_structure([operation([element(wheel), subtype(rotary)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_rewind, [
        registration_unit(transport_section),
        information([description([name("rewind")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_rewind_led, [
        registration_unit(transport_section),
        information([description([name("rewind")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_fast_forward, [
        registration_unit(transport_section),
        information([description([name("fast forward")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_fast_forward_led, [
        registration_unit(transport_section),
        information([description([name("fast forward")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_stop, [
        registration_unit(transport_section),
        information([description([name("stop")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_play, [
        registration_unit(transport_section),
        information([description([name("play")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_play_led, [
        registration_unit(transport_section),
        information([description([name("play")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_record, [
        registration_unit(transport_section),
        information([description([name("record")])]),
        mechanical_structure([
            operation([element(switch), subtype(momentary), steps([press, release])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_record_led, [
        registration_unit(transport_section),
        information([description([name("record")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

% What turns the surface into events and events into lights.
device_group(us224, dgroup30, [
    task_element(te_surface, [
        task([
            function([data_format(digital)]),
            role([principal(evaluate)])
        ])
    ])
]).

% The inputs, heard before they reach the computer.
device_group(us224, dgroup31, [
    task_element(te_input_monitor, [
        task([
            function([data_format(analog)]),
            role([principal(evaluate)])
        ])
    ]),
    user_interface(ui_input_monitor, [
        information([description([name("input monitor")])]),
        mechanical_structure([
            operation([element(switch), subtype(toggle), positions(2), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ])
]).

% MIDI.
device_group(us224, dgroup32, [
    task_element(te_midi, [
        task([
            registration_unit(midi_in_out),
            function([data_format(digital)]),
            role([principal(transform)])
        ])
    ]),
    communications_link(cl_midi_in, [
        primitives([
            link([
                link_name("MIDI in"),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(no_ack),
                model(stream)
            ]),
            channel([data_format(midi)])
        ])
    ]),
    communications_link(cl_midi_out, [
        primitives([
            link([
                link_name("MIDI out"),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(no_ack),
                model(stream)
            ]),
            channel([data_format(midi)])
        ])
    ]),
    user_interface(ui_midi_in_led, [
        information([description([name("MIDI in")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_midi_out_led, [
        information([description([name("MIDI out")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    electrical_interface(ei_midi_in, [
        characteristics([
            electrical([
                data_format(digital),
                connection_establish(hot_pluggable)
            ])
        ]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(din_5_socket),
                signal_lines(5),
                direction(input),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ]),
    electrical_interface(ei_midi_out, [
        characteristics([
            electrical([
                data_format(digital),
                connection_establish(hot_pluggable)
            ])
        ]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(din_5_socket),
                signal_lines(5),
                direction(output),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

% Digital input: S/PDIF to linear PCM.
device_group(us224, dgroup33, [
    task_element(te_ddc_in, [
        task([
            registration_unit(digital_audio_stream_in),
            function([
                direction(digital_to_digital),
                data_format(digital),
                sampling_rate([44.1, 48]*kilohertz),
                data_channels([1, 2]),
                bit_resolution([16, 24]*bit)
            ]),
            role([principal(transform)])
        ])
    ]),
    communications_link(cl_spdif_in, [
        primitives([
            link([
                link_name("S/PDIF audio in"),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(no_ack),
                model(stream)
            ]),
            channel([data_format(spdif)])
        ])
    ]),
    communications_link(cl_digital_from_ddc_in, [
        primitives([
            link([
                link_name("linear PCM audio from the digital input"),
                direction(unidirectional),
                logical_channels([1, 2]),
                signal_format(digital),
                acknowledgement(no_ack),
                model(stream)
            ]),
            channel([
                compression(uncompressed),
                data_format(pcm_audio),
                data_width([16, 24]*bit),
                data_rate([44.1, 48]*kilohertz)
            ])
        ])
    ]),
    electrical_interface(ei_digital_in, [
        characteristics([
            electrical([
                data_format(digital),
                connection_establish(hot_pluggable),
                signal_ended(unbalanced)
            ])
        ]),
        physical_manifestation([physical_dimensions([width(8.3*millimetre)])]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(rca_connector),
                signal_lines(2),
                direction(input),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

% Digital output: linear PCM to S/PDIF.
device_group(us224, dgroup34, [
    task_element(te_ddc_out, [
        task([
            registration_unit(digital_audio_stream_out),
            function([
                direction(digital_to_digital),
                data_format(digital),
                sampling_rate([44.1, 48]*kilohertz),
                data_channels([1, 2]),
                bit_resolution([16, 24]*bit)
            ]),
            role([principal(transform)])
        ])
    ]),
    communications_link(cl_digital_to_ddc_out, [
        primitives([
            link([
                link_name("linear PCM audio to the digital output"),
                direction(unidirectional),
                logical_channels([1, 2]),
                signal_format(digital),
                acknowledgement(no_ack),
                model(stream)
            ]),
            channel([
                compression(uncompressed),
                data_format(pcm_audio),
                data_width([16, 24]*bit),
                data_rate([44.1, 48]*kilohertz)
            ])
        ])
    ]),
    communications_link(cl_spdif_out, [
        primitives([
            link([
                link_name("S/PDIF audio out"),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(no_ack),
                model(stream)
            ]),
            channel([data_format(spdif)])
        ])
    ]),
    electrical_interface(ei_digital_out, [
        characteristics([
            electrical([
                data_format(digital),
                connection_establish(hot_pluggable),
                signal_ended(unbalanced)
            ])
        ]),
        physical_manifestation([physical_dimensions([width(8.3*millimetre)])]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(rca_connector),
                signal_lines(2),
                direction(output),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

% USB: the audio streams and the controls, multiplexed.
device_group(us224, dgroup35, [
    task_element(te_audio_stream, [
        task([
            function([data_format(digital)]),
            role([principal(transform)])
        ])
    ]),
    task_element(te_usb_in_out, [
        task([
            function([data_format(digital)]),
            role([principal(director)])
        ])
    ]),
    task_element(te_usb_control, [
        task([
            function([data_format(digital)]),
            role([principal(transform)])
        ])
    ]),
    communications_link(cl_usb, [
        primitives([
            link([
                link_name("USB isochronous in and out"),
                direction(bidirectional),
                signal_format(digital),
                acknowledgement(no_ack),
                model(stream),
                transfer(isochronous),
                interval(1*millisecond)
            ])
        ])
    ]),
    electrical_interface(ei_usb_port, [
        characteristics([
            electrical([
                data_format(digital),
                connection_establish(hot_pluggable)
            ])
        ]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(usb_type_b_socket),
                signal_lines(4),
                direction(bidirectional),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ]),
    user_interface(ui_usb_led, [
        information([description([name("USB")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ])
]).

device_group(us224, dgroup36, [
    user_interface(ui_power_switch, [
        information([description([name("power")])]),
        mechanical_structure([
            operation([element(switch), subtype(toggle), positions(2), steps([on, off])])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_power_led, [
        information([description([name("power")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    electrical_interface(ei_power, [
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(power_jack),
                signal_lines(2),
                direction(input),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

connects(us224, ui_fader_1, te_surface).
connects(us224, ui_mute_1, te_surface).
connects(us224, ui_select_1, te_surface).
connects(us224, te_surface, ui_mute_led_1).
connects(us224, te_surface, ui_select_led_1).
connects(us224, te_surface, ui_record_led_1).
connects(us224, ui_fader_2, te_surface).
connects(us224, ui_mute_2, te_surface).
connects(us224, ui_select_2, te_surface).
connects(us224, te_surface, ui_mute_led_2).
connects(us224, te_surface, ui_select_led_2).
connects(us224, te_surface, ui_record_led_2).
connects(us224, ui_fader_3, te_surface).
connects(us224, ui_mute_3, te_surface).
connects(us224, ui_select_3, te_surface).
connects(us224, te_surface, ui_mute_led_3).
connects(us224, te_surface, ui_select_led_3).
connects(us224, te_surface, ui_record_led_3).
connects(us224, ui_fader_4, te_surface).
connects(us224, ui_mute_4, te_surface).
connects(us224, ui_select_4, te_surface).
connects(us224, te_surface, ui_mute_led_4).
connects(us224, te_surface, ui_select_led_4).
connects(us224, te_surface, ui_record_led_4).
connects(us224, ui_master_fader, te_surface).
connects(us224, ui_null, te_surface).
connects(us224, ui_solo, te_surface).
connects(us224, ui_record_ready, te_surface).
connects(us224, ui_bank_left, te_surface).
connects(us224, ui_bank_right, te_surface).
connects(us224, ui_locate_left, te_surface).
connects(us224, ui_locate_right, te_surface).
connects(us224, ui_set, te_surface).
connects(us224, te_surface, ui_null_led).
connects(us224, te_surface, ui_solo_led).
connects(us224, te_surface, ui_bank_left_led).
connects(us224, te_surface, ui_bank_right_led).
connects(us224, ui_rewind, te_surface).
connects(us224, te_surface, ui_rewind_led).
connects(us224, ui_fast_forward, te_surface).
connects(us224, te_surface, ui_fast_forward_led).
connects(us224, ui_stop, te_surface).
connects(us224, ui_play, te_surface).
connects(us224, te_surface, ui_play_led).
connects(us224, ui_record, te_surface).
connects(us224, te_surface, ui_record_led).
connects(us224, ui_data_wheel, te_surface).
connects(us224, te_surface, te_usb_in_out).
connects(us224, te_usb_in_out, te_surface).
connects(us224, te_usb_in_out, ui_usb_led).
connects(us224, te_adc_gain_a, te_input_monitor).
connects(us224, te_adc_gain_b, te_input_monitor).
connects(us224, ui_input_monitor, te_input_monitor).
connects(us224, te_input_monitor, te_line_out_volume).
connects(us224, te_input_monitor, te_head_phone_volume).
connects(us224, ei_usb_port, cl_usb).
connects(us224, cl_usb, te_usb_in_out).
connects(us224, te_usb_in_out, te_audio_stream).
connects(us224, te_audio_stream, te_usb_in_out).
connects(us224, te_usb_in_out, cl_usb).
connects(us224, cl_usb, ei_usb_port).
connects(us224, te_usb_in_out, te_usb_control).
connects(us224, te_audio_stream, cl_digital_to_dac).
connects(us224, cl_digital_from_adc, te_audio_stream).
connects(us224, te_usb_control, te_dac).
connects(us224, te_usb_control, te_dac_mute).
connects(us224, te_usb_control, te_adc).
connects(us224, te_usb_control, te_adc_mute).
connects(us224, ei_midi_in, cl_midi_in).
connects(us224, cl_midi_in, te_midi).
connects(us224, te_midi, cl_midi_out).
connects(us224, cl_midi_out, ei_midi_out).
connects(us224, te_midi, te_usb_in_out).
connects(us224, te_usb_in_out, te_midi).
connects(us224, cl_midi_in, ui_midi_in_led).
connects(us224, cl_midi_out, ui_midi_out_led).
connects(us224, ei_digital_in, cl_spdif_in).
connects(us224, cl_spdif_in, te_ddc_in).
connects(us224, te_ddc_in, cl_digital_from_ddc_in).
connects(us224, cl_digital_from_ddc_in, te_audio_stream).
connects(us224, te_audio_stream, cl_digital_to_ddc_out).
connects(us224, cl_digital_to_ddc_out, te_ddc_out).
connects(us224, te_ddc_out, cl_spdif_out).
connects(us224, cl_spdif_out, ei_digital_out).
connects(us224, ei_power, ui_power_switch).
connects(us224, ui_power_switch, ui_power_led).
