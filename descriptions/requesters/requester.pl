% SPDX-License-Identifier: Apache-2.0

% Recording and playback at better than compact disc quality: both on one
% device, or on two, or with less around the converters, or only one of them.

requester(requester, "recording and playback").
outlet(requester, outlet1, [ composite_rq1-100, composite_rq2-75, composite_rq3-50,
                             composite_rq4-25, composite_rq5-20 ]).

composite_request(requester, composite_rq1, [rq1]).
composite_request(requester, composite_rq2, [rq2, rq3]).
composite_request(requester, composite_rq3, [rq4, rq5]).
composite_request(requester, composite_rq4, [rq4]).
composite_request(requester, composite_rq5, [rq5]).

request(requester, rq1, [rqgroup1, rqgroup2]).
request(requester, rq2, [rqgroup1]).
request(requester, rq3, [rqgroup2]).
request(requester, rq4, [rqgroup3]).
request(requester, rq5, [rqgroup4]).

% Recording from RCA jacks, with a mute.
request_group(requester, rqgroup1, taskflow, accept(42), [
    task_element([
        accept(14), code_interface(adjust_adc_settings),
        task([
            function([
                accept(9),
                direction(analog_to_digital, weight(5)),
                sampling_rate(48000*hertz, weight(2), data_interface(audio_in_settings)),
                data_channels(2, weight(1), data_interface(audio_in_settings)),
                bit_resolution(16*bit, weight(1), data_interface(audio_in_settings))
            ]),
            role([principal(convert, weight(5))])
        ]),
        control([approach([operate(required, weight(1))])])
    ]),
    communications_link([
        accept(9),
        primitives([
            link([
                accept(4),
                direction(unidirectional, weight(1)),
                logical_channels(2, weight(2)),
                signal_format(digital, weight(2)),
                model(stream, weight(1))
            ]),
            channel([
                accept(5),
                compression(uncompressed, weight(1)),
                data_format(pcm_audio, weight(5))
            ])
        ])
    ]),
    task_element([
        accept(10), code_interface(adjust_adc_mute),
        task([
            function([
                data_format(digital, weight(2)),
                signal_mute(true, weight(5), data_interface(audio_in_settings))
            ]),
            role([principal(adjust, weight(5))])
        ]),
        control([
            approach([configure(required, weight(1)), operate(required, weight(1))])
        ])
    ]),
    electrical_interface([
        accept(9),
        characteristics([
            electrical([
                accept(2),
                signal_ended(unbalanced, weight(1)),
                data_format(analog, weight(2)),
                connection_establish(hot_pluggable, weight(1))
            ])
        ]),
        physical_manifestation([
            physical_dimensions([width(8.3*millimetre, weight(1))])
        ]),
        mechanical_structure([
            structures([
                accept(7),
                connector([rca_connector, rca_connector], weight(4)),
                direction(input, weight(3)),
                classification(external, weight(1))
            ])
        ]),
        logical_structure([
            relation([device_boundary(true, weight(1))])
        ])
    ])
]).

% Playback through RCA jacks.
request_group(requester, rqgroup2, taskflow, accept(32), [
    task_element([
        accept(14), code_interface(adjust_dac_settings),
        task([
            function([
                accept(9),
                direction(digital_to_analog, weight(5)),
                sampling_rate(48000*hertz, weight(2), data_interface(audio_out_settings)),
                data_channels(2, weight(1), data_interface(audio_out_settings)),
                bit_resolution(16*bit, weight(1), data_interface(audio_out_settings))
            ]),
            role([principal(convert, weight(5))])
        ]),
        control([approach([operate(required, weight(1))])])
    ]),
    electrical_interface([
        accept(9),
        characteristics([
            electrical([
                accept(2),
                signal_ended(unbalanced, weight(1)),
                data_format(analog, weight(2)),
                connection_establish(hot_pluggable, weight(1))
            ])
        ]),
        physical_manifestation([
            physical_dimensions([width(8.3*millimetre, weight(1))])
        ]),
        mechanical_structure([
            structures([
                accept(7),
                connector([rca_connector, rca_connector], weight(4)),
                direction(output, weight(3)),
                classification(external, weight(1))
            ])
        ]),
        logical_structure([
            relation([device_boundary(true, weight(1))])
        ])
    ]),
    communications_link([
        accept(9),
        primitives([
            link([
                accept(4),
                direction(unidirectional, weight(1)),
                logical_channels(2, weight(2)),
                signal_format(digital, weight(2)),
                model(stream, weight(1))
            ]),
            channel([
                accept(5),
                compression(uncompressed, weight(1)),
                data_format(pcm_audio, weight(5))
            ])
        ])
    ])
]).

% Recording.
request_group(requester, rqgroup3, taskflow, accept(23), [
    task_element([
        accept(14), code_interface(adjust_adc_settings),
        task([
            function([
                accept(9),
                direction(analog_to_digital, weight(5)),
                sampling_rate(48000*hertz, weight(2), data_interface(audio_in_settings)),
                data_channels(2, weight(1), data_interface(audio_in_settings)),
                bit_resolution(16*bit, weight(1), data_interface(audio_in_settings))
            ]),
            role([principal(convert, weight(5))])
        ]),
        control([approach([operate(required, weight(1))])])
    ]),
    communications_link([
        accept(9),
        primitives([
            link([
                accept(4),
                direction(unidirectional, weight(1)),
                logical_channels(2, weight(2)),
                signal_format(digital, weight(2)),
                model(stream, weight(1))
            ]),
            channel([
                accept(5),
                compression(uncompressed, weight(1)),
                data_format(pcm_audio, weight(5))
            ])
        ])
    ])
]).

% Playback.
request_group(requester, rqgroup4, taskflow, accept(23), [
    task_element([
        accept(14), code_interface(adjust_dac_settings),
        task([
            function([
                accept(9),
                direction(digital_to_analog, weight(5)),
                sampling_rate(48000*hertz, weight(2), data_interface(audio_out_settings)),
                data_channels(2, weight(1), data_interface(audio_out_settings)),
                bit_resolution(16*bit, weight(1), data_interface(audio_out_settings))
            ]),
            role([principal(convert, weight(5))])
        ]),
        control([approach([operate(required, weight(1))])])
    ]),
    communications_link([
        accept(9),
        primitives([
            link([
                accept(4),
                direction(unidirectional, weight(1)),
                logical_channels(2, weight(2)),
                signal_format(digital, weight(2)),
                model(stream, weight(1))
            ]),
            channel([
                accept(5),
                compression(uncompressed, weight(1)),
                data_format(pcm_audio, weight(5))
            ])
        ])
    ])
]).
