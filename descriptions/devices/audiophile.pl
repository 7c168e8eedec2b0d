% SPDX-License-Identifier: Apache-2.0

% M-Audio Audiophile USB: a stereo analog input and output, a digital input and
% output, MIDI in and out, on one USB 1.1 connection.  The figures are those of
% its chips, an AK4528 codec and a CS8427 digital audio transceiver.
%
% This file holds the analog side and what the whole device shares; the digital
% side, MIDI, USB and power are in audiophile_usb.pl.

device(audiophile, "M-Audio Audiophile USB").
usb_identity(audiophile, 0x0763, 0x2003).

registration_unit(audiophile, analog_audio_stream_in).
registration_unit(audiophile, analog_audio_stream_out).

code_interface(audiophile, adc_configure, [set_sample_rate, set_resolution, set_channels]).
code_interface(audiophile, dac_configure, [set_sample_rate, set_resolution, set_channels]).
code_interface(audiophile, adjust_mute_analog_in, [set_analog_audio_in_mute]).
code_interface(audiophile, adjust_mute_analog_out, [set_analog_audio_out_mute]).

state(audiophile, adc_sample_rate, 44.1*kilohertz).
state(audiophile, adc_resolution, 16*bit).
state(audiophile, adc_channels, 2).
state(audiophile, dac_sample_rate, 44.1*kilohertz).
state(audiophile, dac_resolution, 16*bit).
state(audiophile, dac_channels, 2).
state(audiophile, analog_audio_in_mute, false).
state(audiophile, analog_audio_out_mute, false).

% The audio links in use: all of them, and one by one (0 or 1 each).  Those of
% the digital side are here too: whoever asks for a link must know them all.
state(audiophile, active_links, 0).
state(audiophile, active_adc_links, 0).
state(audiophile, active_dac_links, 0).
state(audiophile, active_ddc_in_links, 0).
state(audiophile, active_ddc_out_links, 0).
state(audiophile, ddc_in_sample_rate, 44.1*kilohertz).
state(audiophile, ddc_in_resolution, 16*bit).
state(audiophile, ddc_out_sample_rate, 44.1*kilohertz).
state(audiophile, ddc_out_resolution, 16*bit).

% A link is counted while somebody has it.
state_adjust(audiophile, count_adc_link, active_links, Mode, Old, New) :-
    counted(Mode, Old, New).
state_adjust(audiophile, count_adc_link, active_adc_links, Mode, Old, New) :-
    counted(Mode, Old, New).
state_adjust(audiophile, count_dac_link, active_links, Mode, Old, New) :-
    counted(Mode, Old, New).
state_adjust(audiophile, count_dac_link, active_dac_links, Mode, Old, New) :-
    counted(Mode, Old, New).

counted(apply, Old, New) :-
    New is Old + 1.
counted(remove, Old, New) :-
    New is Old - 1.

% What the USB 1.1 connection carries, every link being two channels:
%
%   16 bit, 44.1 kHz            4 in and 4 out                     all four links
%   24 bit, 44.1 or 48 kHz      4 in and 2 out, or 2 in and 4 out  three links
%   24 bit, 96 kHz              2 in or 2 out                      one link
%
% Links may be mixed: whatever runs above 48 kHz runs alone, and at most three
% links are wider than 16 bit.
match_condition(audiophile, adc_link_fits, SubMatch) :-
    link_fits(SubMatch, adc_sample_rate, adc_resolution).
match_condition(audiophile, dac_link_fits, SubMatch) :-
    link_fits(SubMatch, dac_sample_rate, dac_resolution).

link_fits(SubMatch, RateState, ResolutionState) :-
    setting(SubMatch, [function, sampling_rate], RateState, kilohertz, Rate),
    setting(SubMatch, [function, bit_resolution], ResolutionState, bit, Bits),
    current_state(active_links, Active),
    fits_beside(Active, Rate, Bits).

% A setting that the request leaves open stays as the device has it.
setting(SubMatch, Path, State, Unit, Number) :-
    (   submatch_value(SubMatch, Path, Value)
    ->  true
    ;   current_state(State, Value)
    ),
    highest(Value, Unit, Number).

fits_beside(0, _, _).
fits_beside(Active, Rate, Bits) :-
    Active > 0,
    Rate =< 48,
    active_links(Links),
    none_above_48_kilohertz(Links),
    (   Bits =< 16
    ->  true
    ;   wide_links(Links, Wide),
        Wide < 3
    ).

active_links([ link(active_adc_links, adc_sample_rate, adc_resolution),
               link(active_dac_links, dac_sample_rate, dac_resolution),
               link(active_ddc_in_links, ddc_in_sample_rate, ddc_in_resolution),
               link(active_ddc_out_links, ddc_out_sample_rate, ddc_out_resolution)
             ]).

none_above_48_kilohertz([]).
none_above_48_kilohertz([link(Count, RateState, _)|Links]) :-
    current_state(Count, Active),
    (   Active =:= 0
    ->  true
    ;   current_state(RateState, Value),
        highest(Value, kilohertz, Rate),
        Rate =< 48
    ),
    none_above_48_kilohertz(Links).

wide_links([], 0).
wide_links([link(Count, _, ResolutionState)|Links], Wide) :-
    wide_links(Links, Others),
    current_state(Count, Active),
    current_state(ResolutionState, Value),
    highest(Value, bit, Bits),
    (   Bits > 16
    ->  Wide is Others + Active
    ;   Wide = Others
    ).

% A request that accepts several settings is counted at the highest of them.
highest(Number*Written, Unit, Highest) :-
    number(Number),
    in_unit(Number*Written, Unit, Highest).
highest([Number]*Written, Unit, Highest) :-
    in_unit(Number*Written, Unit, Highest).
highest([Number, Next|Numbers]*Written, Unit, Highest) :-
    in_unit(Number*Written, Unit, First),
    highest([Next|Numbers]*Written, Unit, Rest),
    Highest is max(First, Rest).

% Playback: mute, converter, then two ways out, each with its knob.
device_group(audiophile, dgroup11, [
    task_element(te_dac, [
        code_interface(dac_configure),
        task([
            registration_unit(analog_audio_stream_out),
            match_condition(dac_link_fits),
            state_adjust(count_dac_link),
            function([
                direction(digital_to_analog),
                sampling_rate([32, 44.1, 48, 96]*kilohertz, state(dac_sample_rate)),
                data_channels([1, 2], state(dac_channels)),
                bit_resolution([16, 24]*bit, state(dac_resolution)),
                dynamic_range(107*decibel),
                signal_to_noise_ratio(109*decibel),
                total_harmonic_distortion(0.002512*percent),
                high_pass_filter(false),
                decimation_filter(false),
                interpolation_filter(true),
                stop_band_attenuation(75*decibel),
                pass_band_ripple(0.005*decibel)
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
                data_rate([32, 44.1, 48, 96]*kilohertz)
            ])
        ])
    ]),
    communications_link(cl_analog_from_dac_rca, [
        primitives([
            link([
                link_name("analog stereo audio to the line output"),
                direction(unidirectional),
                logical_channels([1, 2]),
                signal_format(analog),
                model(stream)
            ])
        ])
    ]),
    communications_link(cl_analog_from_dac_head_phone, [
        primitives([
            link([
                link_name("analog stereo audio to the head phone output"),
                direction(unidirectional),
                logical_channels([1, 2]),
                signal_format(analog),
                model(stream)
            ])
        ])
    ]),
    electrical_interface(ei_analog_out_rca, [
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                impedance(10*kiloohm),
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

% Recording: either pair of jacks, converter, mute.
device_group(audiophile, dgroup12, [
    task_element(te_adc, [
        code_interface(adc_configure),
        task([
            registration_unit(analog_audio_stream_in),
            match_condition(adc_link_fits),
            state_adjust(count_adc_link),
            function([
                direction(analog_to_digital),
                sampling_rate([8, 11.025, 22.05, 44.1, 48, 96]*kilohertz, state(adc_sample_rate)),
                data_channels([1, 2], state(adc_channels)),
                bit_resolution([16, 24]*bit, state(adc_resolution)),
                signal_to_noise_ratio(108*decibel),
                total_harmonic_distortion(0.002512*percent),
                high_pass_filter(true),
                decimation_filter(true),
                stop_band_attenuation(80*decibel),
                pass_band_ripple(0.005*decibel)
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
                data_rate([8, 11.025, 22.05, 44.1, 48, 96]*kilohertz)
            ])
        ])
    ]),
    communications_link(cl_analog_to_adc_rca, [
        primitives([
            link([
                link_name("analog stereo audio from the RCA input"),
                direction(unidirectional),
                logical_channels([1, 2]),
                signal_format(analog),
                model(stream)
            ])
        ])
    ]),
    communications_link(cl_analog_to_adc_phone, [
        primitives([
            link([
                link_name("analog stereo audio from the 1/4 inch input"),
                direction(unidirectional),
                logical_channels([1, 2]),
                signal_format(analog),
                model(stream)
            ])
        ])
    ]),
    electrical_interface(ei_analog_in_phone, [
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
                connector([phone_socket, phone_socket]),
                signal_lines(2),
                direction(input),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ]),
    electrical_interface(ei_analog_in_rca, [
        characteristics([
            electrical([
                data_format(analog),
                connection_establish(hot_pluggable),
                impedance(10*kiloohm),
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
                direction(input),
                link(port)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

device_group(audiophile, dgroup13, [
    general(g_audiophile, [
        information([
            description([
                name("Audiophile USB"),
                manufacturer("M-Audio"),
                product("Audiophile USB audio and MIDI interface")
            ]),
            task_domain([domain([audio, midi])])
        ]),
        logical_device([superset([interconnect(usb)])]),
        power([management([self_powered(true)])])
    ])
]).

connects(audiophile, cl_digital_to_dac, te_dac_mute).
connects(audiophile, te_dac_mute, te_dac).
connects(audiophile, te_dac, te_line_out_volume).
connects(audiophile, ui_line_out_level, te_line_out_volume).
connects(audiophile, te_line_out_volume, cl_analog_from_dac_rca).
connects(audiophile, cl_analog_from_dac_rca, ei_analog_out_rca).
connects(audiophile, te_dac, te_head_phone_volume).
connects(audiophile, ui_head_phone_level, te_head_phone_volume).
connects(audiophile, te_head_phone_volume, cl_analog_from_dac_head_phone).
connects(audiophile, cl_analog_from_dac_head_phone, ei_head_phone).
connects(audiophile, ei_analog_in_phone, cl_analog_to_adc_phone).
connects(audiophile, cl_analog_to_adc_phone, te_adc).
connects(audiophile, ei_analog_in_rca, cl_analog_to_adc_rca).
connects(audiophile, cl_analog_to_adc_rca, te_adc).
connects(audiophile, te_adc, te_adc_mute).
connects(audiophile, te_adc_mute, cl_digital_from_adc).
