% SPDX-License-Identifier: Apache-2.0

% Four programs, one for each audio link of the Audiophile USB.  Each would
% like 24 bit at 48 kHz and is content with 16 bit at 44.1 kHz.

requester(analog_recorder, "records from the analog input").
outlet(analog_recorder, outlet1, [high-100, low-50]).
composite_request(analog_recorder, high, [rq_high]).
composite_request(analog_recorder, low, [rq_low]).
request(analog_recorder, rq_high, [rqg_high]).
request(analog_recorder, rq_low, [rqg_low]).

request_group(analog_recorder, rqg_high, taskflow, accept(14), [
    task_element([
        accept(14), code_interface(adjust_settings),
        task([
            function([
                accept(9),
                direction(analog_to_digital, weight(5)),
                sampling_rate(48*kilohertz, weight(2), data_interface(settings)),
                data_channels(2, weight(1), data_interface(settings)),
                bit_resolution(24*bit, weight(1), data_interface(settings))
            ]),
            role([principal(convert, weight(5))])
        ])
    ])
]).
request_group(analog_recorder, rqg_low, taskflow, accept(14), [
    task_element([
        accept(14), code_interface(adjust_settings),
        task([
            function([
                accept(9),
                direction(analog_to_digital, weight(5)),
                sampling_rate(44.1*kilohertz, weight(2), data_interface(settings)),
                data_channels(2, weight(1), data_interface(settings)),
                bit_resolution(16*bit, weight(1), data_interface(settings))
            ]),
            role([principal(convert, weight(5))])
        ])
    ])
]).

requester(analog_player, "plays to the analog output").
outlet(analog_player, outlet1, [high-100, low-50]).
composite_request(analog_player, high, [rq_high]).
composite_request(analog_player, low, [rq_low]).
request(analog_player, rq_high, [rqg_high]).
request(analog_player, rq_low, [rqg_low]).

request_group(analog_player, rqg_high, taskflow, accept(14), [
    task_element([
        accept(14), code_interface(adjust_settings),
        task([
            function([
                accept(9),
                direction(digital_to_analog, weight(5)),
                sampling_rate(48*kilohertz, weight(2), data_interface(settings)),
                data_channels(2, weight(1), data_interface(settings)),
                bit_resolution(24*bit, weight(1), data_interface(settings))
            ]),
            role([principal(convert, weight(5))])
        ])
    ])
]).
request_group(analog_player, rqg_low, taskflow, accept(14), [
    task_element([
        accept(14), code_interface(adjust_settings),
        task([
            function([
                accept(9),
                direction(digital_to_analog, weight(5)),
                sampling_rate(44.1*kilohertz, weight(2), data_interface(settings)),
                data_channels(2, weight(1), data_interface(settings)),
                bit_resolution(16*bit, weight(1), data_interface(settings))
            ]),
            role([principal(convert, weight(5))])
        ])
    ])
]).

requester(digital_recorder, "records from the digital input").
outlet(digital_recorder, outlet1, [high-100, low-50]).
composite_request(digital_recorder, high, [rq_high]).
composite_request(digital_recorder, low, [rq_low]).
request(digital_recorder, rq_high, [rqg_high]).
request(digital_recorder, rq_low, [rqg_low]).

request_group(digital_recorder, rqg_high, taskflow, accept(20), [
    task_element([
        accept(14), code_interface(adjust_settings),
        task([
            function([
                accept(9),
                direction(digital_to_digital, weight(5)),
                sampling_rate(48*kilohertz, weight(2), data_interface(settings)),
                data_channels(2, weight(1), data_interface(settings)),
                bit_resolution(24*bit, weight(1), data_interface(settings))
            ]),
            role([principal(transform, weight(5))])
        ])
    ]),
    electrical_interface([
        accept(6),
        characteristics([electrical([data_format(digital, weight(1))])]),
        mechanical_structure([
            structures([
                connector(rca_connector, weight(2)),
                direction(input, weight(3))
            ])
        ])
    ])
]).
request_group(digital_recorder, rqg_low, taskflow, accept(20), [
    task_element([
        accept(14), code_interface(adjust_settings),
        task([
            function([
                accept(9),
                direction(digital_to_digital, weight(5)),
                sampling_rate(44.1*kilohertz, weight(2), data_interface(settings)),
                data_channels(2, weight(1), data_interface(settings)),
                bit_resolution(16*bit, weight(1), data_interface(settings))
            ]),
            role([principal(transform, weight(5))])
        ])
    ]),
    electrical_interface([
        accept(6),
        characteristics([electrical([data_format(digital, weight(1))])]),
        mechanical_structure([
            structures([
                connector(rca_connector, weight(2)),
                direction(input, weight(3))
            ])
        ])
    ])
]).

requester(digital_player, "plays to the digital output").
outlet(digital_player, outlet1, [high-100, low-50]).
composite_request(digital_player, high, [rq_high]).
composite_request(digital_player, low, [rq_low]).
request(digital_player, rq_high, [rqg_high]).
request(digital_player, rq_low, [rqg_low]).

request_group(digital_player, rqg_high, taskflow, accept(20), [
    task_element([
        accept(14), code_interface(adjust_settings),
        task([
            function([
                accept(9),
                direction(digital_to_digital, weight(5)),
                sampling_rate(48*kilohertz, weight(2), data_interface(settings)),
                data_channels(2, weight(1), data_interface(settings)),
                bit_resolution(24*bit, weight(1), data_interface(settings))
            ]),
            role([principal(transform, weight(5))])
        ])
    ]),
    electrical_interface([
        accept(6),
        characteristics([electrical([data_format(digital, weight(1))])]),
        mechanical_structure([
            structures([
                connector(rca_connector, weight(2)),
                direction(output, weight(3))
            ])
        ])
    ])
]).
request_group(digital_player, rqg_low, taskflow, accept(20), [
    task_element([
        accept(14), code_interface(adjust_settings),
        task([
            function([
                accept(9),
                direction(digital_to_digital, weight(5)),
                sampling_rate(44.1*kilohertz, weight(2), data_interface(settings)),
                data_channels(2, weight(1), data_interface(settings)),
                bit_resolution(16*bit, weight(1), data_interface(settings))
            ]),
            role([principal(transform, weight(5))])
        ])
    ]),
    electrical_interface([
        accept(6),
        characteristics([electrical([data_format(digital, weight(1))])]),
        mechanical_structure([
            structures([
                connector(rca_connector, weight(2)),
                direction(output, weight(3))
            ])
        ])
    ])
]).

% A measurement that is of no use below 96 kHz.
requester(measurement, "records from the analog input at 96 kHz").
outlet(measurement, outlet1, [fast-100]).
composite_request(measurement, fast, [rq_fast]).
request(measurement, rq_fast, [rqg_fast]).

request_group(measurement, rqg_fast, taskflow, accept(14), [
    task_element([
        accept(14), code_interface(adjust_settings),
        task([
            function([
                accept(9),
                direction(analog_to_digital, weight(5)),
                sampling_rate(96*kilohertz, weight(2), data_interface(settings)),
                data_channels(2, weight(1), data_interface(settings)),
                bit_resolution(24*bit, weight(1), data_interface(settings))
            ]),
            role([principal(convert, weight(5))])
        ])
    ])
]).
