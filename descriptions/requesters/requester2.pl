% SPDX-License-Identifier: Apache-2.0

% Compact disc playback: a converter with RCA jacks, or at least a converter.

requester(requester2, "compact disc playback").
outlet(requester2, outlet1, [composite_rq1-100, composite_rq2-50]).

composite_request(requester2, composite_rq1, [rq1]).
composite_request(requester2, composite_rq2, [rq2]).

request(requester2, rq1, [rqgroup1]).
request(requester2, rq2, [rqgroup2]).

request_group(requester2, rqgroup1, taskflow, accept(23), [
    task_element([
        accept(14), code_interface(adjust_dac_settings),
        task([
            function([
                accept(9),
                direction(digital_to_analog, weight(5)),
                sampling_rate(44100*hertz, weight(2), data_interface(audio_out_settings)),
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
    ])
]).

request_group(requester2, rqgroup2, taskflow, accept(14), [
    task_element([
        accept(14), code_interface(adjust_dac_settings),
        task([
            function([
                accept(9),
                direction(digital_to_analog, weight(5)),
                sampling_rate(44100*hertz, weight(2), data_interface(audio_out_settings)),
                data_channels(2, weight(1), data_interface(audio_out_settings)),
                bit_resolution(16*bit, weight(1), data_interface(audio_out_settings))
            ]),
            role([principal(convert, weight(5))])
        ]),
        control([approach([operate(required, weight(1))])])
    ])
]).
