device(usb_096e_0880_hyperfido_token, "HS HyperFIDO Token").
usb_identity(usb_096e_0880_hyperfido_token, 0x096e, 0x0880).

registration_unit(usb_096e_0880_hyperfido_token, reports_1).

code_interface(usb_096e_0880_hyperfido_token, hidraw_reports_1, [
    hidiocgrdesc, hidiocgrawinfo, hidiocsfeature, hidiocgfeature, read, write
]).

device_group(usb_096e_0880_hyperfido_token, general, [
    general(g_device, [
        information([
            description([manufacturer("HS"), product("HyperFIDO Token")]),
            specification([
                standard("Universal Serial Bus"),
                version("1.10"),
                registry("USB vendor and product identifiers"),
                code("096e:0880")
            ]),
            specification([
                standard("USB class human interface"),
                registry("USB class codes"),
                code("03:00:00")
            ])
        ]),
        logical_device([
            superset([interconnect(usb), configurations(1), functions(1), interfaces(1)]),
            subset([interface(0), alternate_settings(1)])
        ]),
        logical_requirements([environment([operating_system("Linux"), driver("usbhid")])]),
        power([
            sink([consumption(50*milliampere), voltage(5*volt)]),
            management([states(suspend), self_powered(false)])
        ])
    ])
]).

device_group(usb_096e_0880_hyperfido_token, reports_1, [
    task_element(te_reports_1, [
        code_interface(hidraw_reports_1),
        information([task_domain([domain(human_interface)])]),
        task([registration_unit(reports_1), role([principal(transfer)])])
    ]),
    communications_link(cl_reports_1_in_3, [
        primitives([
            link([
                link_name("interrupt in, endpoint 3"),
                model(unicast),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(interrupt),
                interval(2*millisecond),
                packet_size(64*byte)
            ]),
            channel([encapsulation(hid_report), data_format(event_report), data_units(report)])
        ])
    ]),
    communications_link(cl_reports_1_out_4, [
        primitives([
            link([
                link_name("interrupt out, endpoint 4"),
                model(unicast),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(interrupt),
                interval(2*millisecond),
                packet_size(64*byte)
            ]),
            channel([encapsulation(hid_report), data_format(event_report), data_units(report)])
        ])
    ])
]).

connects(usb_096e_0880_hyperfido_token, te_reports_1, cl_reports_1_in_3).
connects(usb_096e_0880_hyperfido_token, cl_reports_1_out_4, te_reports_1).
