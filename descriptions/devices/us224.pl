% SPDX-License-Identifier: Apache-2.0

% Tascam US-224: an audio control surface with a stereo converter, MIDI and a
% digital input and output.
%
% This file holds the converters and their jacks; us224_surface.pl adds the
% control surface, MIDI, the digital side, USB and power.

device(us224, "Tascam US-224").
% As it shows itself once its firmware is loaded (before that: 0x8004).
usb_identity(us224, 0x1604, 0x8005).

registration_unit(us224, analog_audio_stream_in).
registration_unit(us224, analog_audio_stream_out).

code_interface(us224, adc_configure, [set_sample_rate, set_resolution, set_channels]).
code_interface(us224, dac_configure, [set_sample_rate, set_resolution, set_channels]).
code_interface(us224, adjust_mute_analog_in, [set_analog_audio_in_mute]).
code_interface(us224, adjust_mute_analog_out, [set_analog_audio_out_mute]).

state(us224, adc_sample_rate, 44.1*kilohertz).
state(us224, adc_resolution, 16*bit).
state(us224, adc_channels, 2).
state(us224, dac_sample_rate, 44.1*kilohertz).
state(us224, dac_resolution, 16*bit).
state(us224, dac_channels, 2).
state(us224, analog_audio_in_mute, false).
state(us224, analog_audio_out_mute, false).

device_group(us224, dgroup21, [
    general(g_us224, [
        information([
            description([
                name("US-224"),
                manufacturer("TASCAM"),
                product("US-224 audio control surface")
            ]),
            task_domain([domain([audio, midi, human_interface])])
        ]),
        logical_device([superset([interconnect(usb)])]),
        power([management([self_powered(true)])])
    ])
]).

% Recording: two inputs, A and B, each by microphone, line or guitar.
device_group(us224, dgroup22, [
    task_element(te_adc, [
        code_interface(adc_configure),
        task([
            registration_unit(analog_audio_stream_in),
            function([
                direction(analog_to_digital),
                sampling_rate([44.1, 48]*kilohertz, state(adc_sample_rate)),
                data_channels([1, 2], state(adc_channels)),
                bit_resolution([16, 24]*bit, state(adc_resolution)),
                signal_to_noise_ratio(97*decibel),
                total_harmonic_distortion(0.007*percent)
            ]),
            role([principal(convert)])
        ]),
        control([approach([configure(required)])])
    ]),
    task_element(te_adc_mute, [
        code_interface(adjust_mute_analog_in),
        task([
            function([
                data_format(digital),
                signal_mute([true, false], state(analog_audio_in_mute))
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(required), operate(required)])])
    ]),
    task_element(te_adc_gain_a, [
        task([
            function([
                data_format(analog),
                signal_gain(at_least(0*decibel))
            ]),
            role([principal(adjust)])
        ])
    ]),
    task_element(te_adc_gain_b, [
        task([
            function([
                data_format(analog),
                signal_gain(at_least(0*decibel))
            ]),
            role([principal(adjust)])
        ])
    ]),
    user_interface(ui_line_in_level_a, [
        information([description([name("input A trim level")])]),
        mechanical_structure([operation([element(potentiometer), subtype(rotary)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_line_in_level_b, [
        information([description([name("input B trim level")])]),
        mechanical_structure([operation([element(potentiometer), subtype(rotary)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mic_line_guitar_switch_a, [
        information([description([name("input A microphone or line or guitar")])]),
        mechanical_structure([operation([element(switch), subtype(toggle), positions(3)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mic_line_guitar_switch_b, [
        information([description([name("input B microphone or line or guitar")])]),
        mechanical_structure([operation([element(switch), subtype(toggle), positions(3)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_input_signal_led_a, [
        information([description([name("input A signal")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_input_signal_led_b, [
        information([description([name("input B signal")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_input_overload_led_a, [
        information([description([name("input A overload")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    user_interface(ui_input_overload_led_b, [
        information([description([name("input B overload")])]),
        mechanical_structure([operation([element(led), steps([on, off])])]),
        sensory_mapping([sense([primary(vision)])])
    ]),
    communications_link(cl_digital_from_adc, [
        primitives([
            link([
                link_name("linear PCM audio in"),
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
    electrical_interface(ei_analog_in_phone_a, [
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                impedance([22, 680]*kiloohm),
                signal_ended([balanced, unbalanced]),
                line_level([4, -7.8]*dBu),
                signal_to_noise_ratio(93*decibel),
                dynamic_range(93*decibel),
                total_harmonic_distortion(0.007*percent)
            ])
        ]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(phone_socket),
                signal_lines([2, 3]),
                direction(input),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ]),
    electrical_interface(ei_analog_in_phone_b, [
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                impedance([22, 680]*kiloohm),
                signal_ended([balanced, unbalanced]),
                line_level([4, -7.8]*dBu),
                signal_to_noise_ratio(93*decibel),
                dynamic_range(93*decibel),
                total_harmonic_distortion(0.007*percent)
            ])
        ]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(phone_socket),
                signal_lines([2, 3]),
                direction(input),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ]),
    electrical_interface(ei_analog_in_xlr_a, [
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                signal_ended(balanced)
            ])
        ]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(xlr_socket),
                signal_lines(3),
                direction(input),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ]),
    electrical_interface(ei_analog_in_xlr_b, [
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                signal_ended(balanced)
            ])
        ]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(xlr_socket),
                signal_lines(3),
                direction(input),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

% Playback: mute, converter, then two ways out, each with its knob.
device_group(us224, dgroup23, [
    task_element(te_dac, [
        code_interface(dac_configure),
        task([
            registration_unit(analog_audio_stream_out),
            function([
                direction(digital_to_analog),
                sampling_rate([44.1, 48]*kilohertz, state(dac_sample_rate)),
                data_channels([1, 2], state(dac_channels)),
                bit_resolution([16, 24]*bit, state(dac_resolution)),
                dynamic_range(96*decibel),
                signal_to_noise_ratio(97*decibel),
                total_harmonic_distortion(0.007*percent)
            ]),
            role([principal(convert)])
        ]),
        control([approach([configure(required)])])
    ]),
    task_element(te_dac_mute, [
        code_interface(adjust_mute_analog_out),
        task([
            function([
                data_format(digital),
                signal_mute([true, false], state(analog_audio_out_mute))
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(required), operate(required)])])
    ]),
    task_element(te_line_out_volume, [
        task([
            function([
                data_format(analog),
                signal_attenuation(at_least(0*decibel))
            ]),
            role([principal(adjust)])
        ])
    ]),
    task_element(te_head_phone_volume, [
        task([
            function([
                data_format(analog),
                signal_attenuation(at_least(0*decibel))
            ]),
            role([principal(adjust)])
        ])
    ]),
    user_interface(ui_line_out_level, [
        information([description([name("line out level")])]),
        mechanical_structure([operation([element(potentiometer), subtype(rotary)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_head_phone_level, [
        information([description([name("head phone level")])]),
        mechanical_structure([operation([element(potentiometer), subtype(rotary)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    communications_link(cl_digital_to_dac, [
        primitives([
            link([
                link_name("linear PCM audio out"),
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
    electrical_interface(ei_analog_out_rca, [
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                signal_ended(unbalanced)
            ])
        ]),
        physical_manifestation([physical_dimensions([width(8.3*millimetre)])]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector([rca_connector, rca_connector]),
                signal_lines(2),
                direction(output),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ]),
    electrical_interface(ei_head_phone, [
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable)
            ])
        ]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(headphone_socket),
                signal_lines(3),
                direction(output),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

connects(us224, ei_analog_in_phone_a, te_adc_gain_a).
connects(us224, ei_analog_in_xlr_a, te_adc_gain_a).
connects(us224, ui_mic_line_guitar_switch_a, te_adc_gain_a).
connects(us224, ui_line_in_level_a, te_adc_gain_a).
connects(us224, te_adc_gain_a, te_adc).
connects(us224, te_adc_gain_a, ui_input_signal_led_a).
connects(us224, te_adc_gain_a, ui_input_overload_led_a).
connects(us224, ei_analog_in_phone_b, te_adc_gain_b).
connects(us224, ei_analog_in_xlr_b, te_adc_gain_b).
connects(us224, ui_mic_line_guitar_switch_b, te_adc_gain_b).
connects(us224, ui_line_in_level_b, te_adc_gain_b).
connects(us224, te_adc_gain_b, te_adc).
connects(us224, te_adc_gain_b, ui_input_signal_led_b).
connects(us224, te_adc_gain_b, ui_input_overload_led_b).
connects(us224, te_adc, te_adc_mute).
connects(us224, te_adc_mute, cl_digital_from_adc).
connects(us224, cl_digital_to_dac, te_dac_mute).
connects(us224, te_dac_mute, te_dac).
connects(us224, te_dac, te_line_out_volume).
connects(us224, ui_line_out_level, te_line_out_volume).
connects(us224, te_line_out_volume, ei_analog_out_rca).
connects(us224, te_dac, te_head_phone_volume).
connects(us224, ui_head_phone_level, te_head_phone_volume).
connects(us224, te_head_phone_volume, ei_head_phone).
