% SPDX-License-Identifier: Apache-2.0

% Griffin iMic v2: a box with a USB cable, an analog stereo input, an analog
% stereo output and a switch between microphone and line level.  The figures
% are those of its converter chip, the Texas Instruments PCM2900.
%
% This file holds what an audio program asks for; imic2_usb.pl adds the side
% that faces the computer.

device(imic2, "Griffin iMic v2").
usb_identity(imic2, 0x077d, 0x07af).

registration_unit(imic2, audio_stream_in).
registration_unit(imic2, audio_stream_out).

code_interface(imic2, adc_configure, [set_sample_rate, set_resolution, set_channels]).
code_interface(imic2, dac_configure, [set_sample_rate, set_resolution, set_channels]).
code_interface(imic2, adjust_mute_audio_out, [set_audio_out_mute]).
code_interface(imic2, adjust_volume_audio_out,
               [ raise_left_volume, lower_left_volume,
                 raise_right_volume, lower_right_volume
               ]).

state(imic2, adc_sample_rate, 44.1*kilohertz).
state(imic2, adc_resolution, 16*bit).
state(imic2, adc_channels, 2).
state(imic2, dac_sample_rate, 44.1*kilohertz).
state(imic2, dac_resolution, 16*bit).
state(imic2, dac_channels, 2).
state(imic2, dac_volume_left, 0*decibel).
state(imic2, dac_volume_right, 0*decibel).
state(imic2, audio_out_mute, false).

device_group(imic2, dgroup1, [
    general(g_imic2, [
        information([
            description([
                name("iMic v2"),
                manufacturer("Griffin Technology"),
                product("iMic USB audio interface")
            ]),
            task_domain([domain(audio)])
        ]),
        logical_device([superset([interconnect(usb)])]),
        power([management([self_powered(false)])])
    ])
]).

% Playback: the computer's audio stream, mute, converter, volume, jack.
device_group(imic2, dgroup2, [
    task_element(te_dac, [
        code_interface(dac_configure),
        task([
            registration_unit(audio_stream_out),
            function([
                direction(digital_to_analog),
                sampling_rate([32, 44.1, 48]*kilohertz, state(dac_sample_rate)),
                data_channels([1, 2], state(dac_channels)),
                bit_resolution([8, 16]*bit, state(dac_resolution)),
                finite_impulse_response_filter(true),
                low_pass_filter(true),
                antialiasing_filter(false),
                dynamic_range(93*decibel),
                signal_to_noise_ratio(96*decibel),
                total_harmonic_distortion(0.005*percent),
                high_pass_filter(false),
                linear_causal_filter(false),
                decimation_filter(false),
                interpolation_filter(true),
                stop_band_attenuation(43*decibel),
                pass_band_ripple(0.1*decibel)
            ]),
            role([principal(convert)])
        ]),
        control([approach([configure(required)])])
    ]),
    task_element(te_dac_mute, [
        code_interface(adjust_mute_audio_out),
        task([
            function([
                data_format(digital),
                signal_mute([true, false], state(audio_out_mute))
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(required), operate(required)])])
    ]),
    task_element(te_line_out_volume, [
        code_interface(adjust_volume_audio_out),
        task([
            function([
                data_format(analog),
                signal_attenuation(between(0*decibel, 64*decibel),
                                   state(dac_volume_left), state(dac_volume_right))
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(required), operate(required)])])
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
                data_width([8, 16]*bit),
                data_rate([32, 44.1, 48]*kilohertz)
            ])
        ])
    ]),
    communications_link(cl_analog_from_dac, [
        primitives([
            link([
                link_name("analog stereo audio out"),
                direction(unidirectional),
                logical_channels([1, 2]),
                signal_format(analog),
                model(stream)
            ])
        ])
    ]),
    electrical_interface(ei_audio_out, [
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                impedance(10*kiloohm),
                signal_ended(unbalanced)
            ])
        ]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(mini_stereo_socket),
                signal_lines(3),
                direction(output),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

% Recording: jack, gain, converter, the computer's audio stream.
device_group(imic2, dgroup3, [
    task_element(te_adc, [
        code_interface(adc_configure),
        task([
            registration_unit(audio_stream_in),
            function([
                direction(analog_to_digital),
                sampling_rate([8, 11.025, 22.05, 44.1, 48]*kilohertz, state(adc_sample_rate)),
                data_channels([1, 2], state(adc_channels)),
                bit_resolution([8, 16]*bit, state(adc_resolution)),
                finite_impulse_response_filter(false),
                low_pass_filter(false),
                antialiasing_filter(true),
                dynamic_range(89*decibel),
                signal_to_noise_ratio(89*decibel),
                total_harmonic_distortion(0.01*percent),
                high_pass_filter(true),
                linear_causal_filter(true),
                decimation_filter(true),
                interpolation_filter(true),
                stop_band_attenuation(65*decibel),
                pass_band_ripple(0.05*decibel)
            ]),
            role([principal(convert)])
        ]),
        control([approach([configure(required)])])
    ]),
    task_element(te_adc_gain, [
        task([
            function([
                data_format(analog),
                signal_gain(at_least(0*decibel))
            ]),
            role([principal(adjust)])
        ])
    ]),
    user_interface(ui_mic_line_switch, [
        information([description([name("microphone or line level")])]),
        mechanical_structure([operation([element(switch), subtype(toggle), positions(2)])]),
        sensory_mapping([sense([primary(touch)])])
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
                data_width([8, 16]*bit),
                data_rate([8, 11.025, 22.05, 44.1, 48]*kilohertz)
            ])
        ])
    ]),
    communications_link(cl_analog_to_adc, [
        primitives([
            link([
                link_name("analog stereo audio in"),
                direction(unidirectional),
                logical_channels([1, 2]),
                signal_format(analog),
                model(stream)
            ])
        ])
    ]),
    electrical_interface(ei_audio_in, [
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                signal_ended(unbalanced)
            ])
        ]),
        mechanical_structure([
            structures([
                cabling(false),
                classification(external),
                connector(mini_stereo_socket),
                signal_lines(3),
                direction(input),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

connects(imic2, cl_digital_to_dac, te_dac_mute).
connects(imic2, te_dac_mute, te_dac).
connects(imic2, te_dac, te_line_out_volume).
connects(imic2, te_line_out_volume, cl_analog_from_dac).
connects(imic2, cl_analog_from_dac, ei_audio_out).
connects(imic2, ei_audio_in, te_adc_gain).
connects(imic2, ui_mic_line_switch, te_adc_gain).
connects(imic2, te_adc_gain, cl_analog_to_adc).
connects(imic2, cl_analog_to_adc, te_adc).
connects(imic2, te_adc, cl_digital_from_adc).
