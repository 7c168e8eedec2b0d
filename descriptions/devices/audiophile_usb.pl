% SPDX-License-Identifier: Apache-2.0

% M-Audio Audiophile USB, continued from audiophile.pl: USB, MIDI, the digital
% input and output, power.

registration_unit(audiophile, digital_audio_stream_in).
registration_unit(audiophile, digital_audio_stream_out).
registration_unit(audiophile, midi_in_out).

code_interface(audiophile, ddc_in_configure, [set_sample_rate, set_resolution, set_channels]).
code_interface(audiophile, ddc_out_configure, [set_sample_rate, set_resolution, set_channels]).
code_interface(audiophile, adjust_mute_digital_in, [set_digital_audio_in_mute]).
code_interface(audiophile, adjust_mute_digital_out, [set_digital_audio_out_mute]).

state(audiophile, ddc_in_channels, 2).
state(audiophile, ddc_out_channels, 2).
state(audiophile, digital_audio_in_mute, false).
state(audiophile, digital_audio_out_mute, false).

state_adjust(audiophile, count_ddc_in_link, active_links, Mode, Old, New) :-
    counted(Mode, Old, New).
state_adjust(audiophile, count_ddc_in_link, active_ddc_in_links, Mode, Old, New) :-
    counted(Mode, Old, New).
state_adjust(audiophile, count_ddc_out_link, active_links, Mode, Old, New) :-
    counted(Mode, Old, New).
state_adjust(audiophile, count_ddc_out_link, active_ddc_out_links, Mode, Old, New) :-
    counted(Mode, Old, New).

% The budget of the USB connection is worked out in audiophile.pl.
match_condition(audiophile, ddc_in_link_fits, SubMatch) :-
    link_fits(SubMatch, ddc_in_sample_rate, ddc_in_resolution).
match_condition(audiophile, ddc_out_link_fits, SubMatch) :-
    link_fits(SubMatch, ddc_out_sample_rate, ddc_out_resolution).

% USB: the audio streams and the controls, multiplexed.
device_group(audiophile, dgroup14, [
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
    ])
]).

% MIDI.
device_group(audiophile, dgroup15, [
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
device_group(audiophile, dgroup16, [
    task_element(te_ddc_in, [
        code_interface(ddc_in_configure),
        task([
            registration_unit(digital_audio_stream_in),
            match_condition(ddc_in_link_fits),
            state_adjust(count_ddc_in_link),
            function([
                direction(digital_to_digital),
                data_format(digital),
                sampling_rate([32, 44.1, 48, 96]*kilohertz, state(ddc_in_sample_rate)),
                data_channels([1, 2], state(ddc_in_channels)),
                bit_resolution([16, 24]*bit, state(ddc_in_resolution))
            ]),
            role([principal(transform)])
        ]),
        control([approach([configure(required)])])
    ]),
    task_element(te_ddc_in_mute, [
        code_interface(adjust_mute_digital_in),
        task([
            function([
                data_format(digital),
                signal_mute([true, false], state(digital_audio_in_mute))
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(required), operate(required)])])
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
                data_rate([32, 44.1, 48, 96]*kilohertz)
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
device_group(audiophile, dgroup17, [
    task_element(te_ddc_out, [
        code_interface(ddc_out_configure),
        task([
            registration_unit(digital_audio_stream_out),
            match_condition(ddc_out_link_fits),
            state_adjust(count_ddc_out_link),
            function([
                direction(digital_to_digital),
                data_format(digital),
                sampling_rate([32, 44.1, 48, 96]*kilohertz, state(ddc_out_sample_rate)),
                data_channels([1, 2], state(ddc_out_channels)),
                bit_resolution([16, 24]*bit, state(ddc_out_resolution))
            ]),
            role([principal(transform)])
        ]),
        control([approach([configure(required)])])
    ]),
    task_element(te_ddc_out_mute, [
        code_interface(adjust_mute_digital_out),
        task([
            function([
                data_format(digital),
                signal_mute([true, false], state(digital_audio_out_mute))
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(required), operate(required)])])
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
                data_rate([32, 44.1, 48, 96]*kilohertz)
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

device_group(audiophile, dgroup18, [
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
        physical_manifestation([physical_dimensions([width(2.5*millimetre)])]),
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

connects(audiophile, ei_usb_port, cl_usb).
connects(audiophile, cl_usb, te_usb_in_out).
connects(audiophile, te_usb_in_out, te_audio_stream).
connects(audiophile, te_audio_stream, te_usb_in_out).
connects(audiophile, te_usb_in_out, cl_usb).
connects(audiophile, cl_usb, ei_usb_port).
connects(audiophile, te_usb_in_out, te_usb_control).
connects(audiophile, te_audio_stream, cl_digital_to_dac).
connects(audiophile, cl_digital_from_adc, te_audio_stream).
connects(audiophile, te_usb_control, te_dac).
connects(audiophile, te_usb_control, te_dac_mute).
connects(audiophile, te_usb_control, te_adc).
connects(audiophile, te_usb_control, te_adc_mute).
connects(audiophile, ei_midi_in, cl_midi_in).
connects(audiophile, cl_midi_in, te_midi).
connects(audiophile, te_midi, cl_midi_out).
connects(audiophile, cl_midi_out, ei_midi_out).
connects(audiophile, te_midi, te_usb_in_out).
connects(audiophile, te_usb_in_out, te_midi).
connects(audiophile, ei_digital_in, cl_spdif_in).
connects(audiophile, cl_spdif_in, te_ddc_in).
connects(audiophile, te_ddc_in, te_ddc_in_mute).
connects(audiophile, te_ddc_in_mute, cl_digital_from_ddc_in).
connects(audiophile, cl_digital_from_ddc_in, te_audio_stream).
connects(audiophile, te_audio_stream, cl_digital_to_ddc_out).
connects(audiophile, cl_digital_to_ddc_out, te_ddc_out_mute).
connects(audiophile, te_ddc_out_mute, te_ddc_out).
connects(audiophile, te_ddc_out, cl_spdif_out).
connects(audiophile, cl_spdif_out, ei_digital_out).
connects(audiophile, te_usb_control, te_ddc_in).
connects(audiophile, te_usb_control, te_ddc_in_mute).
connects(audiophile, te_usb_control, te_ddc_out).
connects(audiophile, te_usb_control, te_ddc_out_mute).
connects(audiophile, ei_power, ui_power_switch).
connects(audiophile, ui_power_switch, ui_power_led).
