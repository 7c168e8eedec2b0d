device(usb_08e6_4433_qemu_usb_ccid, "QEMU USB CCID").
usb_identity(usb_08e6_4433_qemu_usb_ccid, 0x08e6, 0x4433).

registration_unit(usb_08e6_4433_qemu_usb_ccid, smart_card_1).

code_interface(usb_08e6_4433_qemu_usb_ccid, pcsc_smart_card_1, [
    scard_connect, scard_transmit, scard_control, scard_disconnect
]).

device_group(usb_08e6_4433_qemu_usb_ccid, general, [
    general(g_device, [
        information([
            description([manufacturer("QEMU"), product("QEMU USB CCID")]),
            specification([
                standard("Universal Serial Bus"),
                version("1.10"),
                registry("USB vendor and product identifiers"),
                code("08e6:4433")
            ]),
            specification([
                standard("USB class smart card"),
                registry("USB class codes"),
                code("0b:00:00")
            ])
        ]),
        logical_device([
            superset([
                interconnect(usb),
                link_rate(12*megabit_per_second),
                configurations(1),
                functions(1),
                interfaces(1)
            ]),
            subset([interface(0), alternate_settings(1)])
        ]),
        power([
            sink([consumption(100*milliampere), voltage(5*volt)]),
            management([states([suspend, remote_wakeup]), self_powered(true)])
        ])
    ])
]).

device_group(usb_08e6_4433_qemu_usb_ccid, smart_card_1, [
    task_element(te_smart_card_1, [
        code_interface(pcsc_smart_card_1),
        information([
            specification([standard("USB Integrated Circuit Card Devices (CCID)")]),
            task_domain([domain(smart_card)])
        ]),
        task([
            registration_unit(smart_card_1),
            function([
                card_slots(1),
                card_protocol(t_0),
                card_voltage([1.8, 3, 5]*volt),
                card_clock(between(4*megahertz, 65.536*megahertz)),
                link_rate(between(9600*bit_per_second, 115200*bit_per_second)),
                pin_entry(true)
            ]),
            role([principal(transfer)])
        ])
    ]),
    communications_link(cl_smart_card_1_in_1, [
        primitives([
            link([
                link_name("interrupt in, endpoint 1"),
                model(unicast),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(interrupt),
                interval(255*millisecond),
                packet_size(64*byte)
            ]),
            channel([
                encapsulation(ccid_message),
                data_format(control_command),
                data_units(message)
            ])
        ])
    ]),
    communications_link(cl_smart_card_1_in_2, [
        primitives([
            link([
                link_name("bulk in, endpoint 2"),
                model(stream),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(bulk),
                packet_size(64*byte)
            ]),
            channel([
                encapsulation(ccid_message),
                data_format(control_command),
                data_units(message)
            ])
        ])
    ]),
    communications_link(cl_smart_card_1_out_3, [
        primitives([
            link([
                link_name("bulk out, endpoint 3"),
                model(stream),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(bulk),
                packet_size(64*byte)
            ]),
            channel([
                encapsulation(ccid_message),
                data_format(control_command),
                data_units(message)
            ])
        ])
    ])
]).

connects(usb_08e6_4433_qemu_usb_ccid, te_smart_card_1, cl_smart_card_1_in_1).
connects(usb_08e6_4433_qemu_usb_ccid, te_smart_card_1, cl_smart_card_1_in_2).
connects(usb_08e6_4433_qemu_usb_ccid, cl_smart_card_1_out_3, te_smart_card_1).
