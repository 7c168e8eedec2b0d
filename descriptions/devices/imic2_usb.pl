% SPDX-License-Identifier: Apache-2.0

% Griffin iMic v2, continued from imic2.pl: the side that faces the computer.

device_group(imic2, dgroup4, [
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
                cabling(true),
                classification(external),
                connector(usb_type_a_plug),
                signal_lines(4),
                direction(bidirectional),
                link(cable)
            ])
        ]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

connects(imic2, ei_usb_port, cl_usb).
connects(imic2, cl_usb, te_usb_in_out).
connects(imic2, te_usb_in_out, te_audio_stream).
connects(imic2, te_audio_stream, te_usb_in_out).
connects(imic2, te_usb_in_out, cl_usb).
connects(imic2, cl_usb, ei_usb_port).
connects(imic2, te_usb_in_out, te_usb_control).
connects(imic2, te_audio_stream, cl_digital_to_dac).
connects(imic2, cl_digital_from_adc, te_audio_stream).
connects(imic2, te_usb_control, te_dac).
connects(imic2, te_usb_control, te_dac_mute).
connects(imic2, te_usb_control, te_line_out_volume).
connects(imic2, te_usb_control, te_adc).
