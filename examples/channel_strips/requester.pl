% SPDX-License-Identifier: Apache-2.0

% A mixing program that wants four channel strips, if it can be on one surface.

requester(mixer, "four channel strips").
outlet(mixer, strips, [composite_rq1-100, composite_rq2-50, composite_rq3-25]).

composite_request(mixer, composite_rq1, [rq1]).                    % four on one
composite_request(mixer, composite_rq2, [rq2, rq2]).               % two and two
composite_request(mixer, composite_rq3, [rq3, rq3, rq3, rq3]).     % one by one

request(mixer, rq1, [ rqg_channelui, rqg_channelei,
                      rqg_channelui, rqg_channelei,
                      rqg_channelui, rqg_channelei,
                      rqg_channelui, rqg_channelei ]).
request(mixer, rq2, [ rqg_channelui, rqg_channelei,
                      rqg_channelui, rqg_channelei ]).
request(mixer, rq3, [rqg_channelui, rqg_channelei]).

% The fader and the three switches must be there (16); the lights (6) are welcome.
request_group(mixer, rqg_channelui, proximity, accept(16), [
    user_interface([
        accept(4), code_interface(use_strip),
        mechanical_structure([
            operation([element(fader, weight(3)), subtype(slider, weight(1))])
        ])
    ]),
    user_interface([
        accept(4),
        information([description([name("mute", weight(2))])]),
        mechanical_structure([operation([element(switch, weight(2))])])
    ]),
    user_interface([
        accept(4),
        information([description([name("select", weight(2))])]),
        mechanical_structure([operation([element(switch, weight(2))])])
    ]),
    user_interface([
        accept(4),
        information([description([name("record", weight(2))])]),
        mechanical_structure([operation([element(switch, weight(2))])])
    ]),
    user_interface([
        accept(2),
        information([description([name("mute", weight(1))])]),
        mechanical_structure([operation([element(led, weight(1))])])
    ]),
    user_interface([
        accept(2),
        information([description([name("select", weight(1))])]),
        mechanical_structure([operation([element(led, weight(1))])])
    ]),
    user_interface([
        accept(2),
        information([description([name("record", weight(1))])]),
        mechanical_structure([operation([element(led, weight(1))])])
    ])
]).

request_group(mixer, rqg_channelei, proximity, accept(6), [
    electrical_interface([
        accept(6),
        characteristics([electrical([data_format(analog, weight(1))])]),
        mechanical_structure([
            structures([
                direction(input, weight(3)),
                connector(phone_socket, weight(2)),
                classification(external, weight(1))
            ])
        ])
    ])
]).
