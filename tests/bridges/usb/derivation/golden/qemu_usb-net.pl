device(usb_0525_a4a2_rndis_qemu_usb_network_d, "QEMU RNDIS/QEMU USB Network Device").
usb_identity(usb_0525_a4a2_rndis_qemu_usb_network_d, 0x0525, 0xa4a2).

registration_unit(usb_0525_a4a2_rndis_qemu_usb_network_d, network_1).

code_interface(usb_0525_a4a2_rndis_qemu_usb_network_d, netdev_network_1, [
    socket, siocgifhwaddr, siocsifflags, siocsifmtu
]).

device_group(usb_0525_a4a2_rndis_qemu_usb_network_d, general, [
    general(g_device, [
        information([
            description([manufacturer("QEMU"), product("RNDIS/QEMU USB Network Device")]),
            specification([
                standard("Universal Serial Bus"),
                version("2.00"),
                registry("USB vendor and product identifiers"),
                code("0525:a4a2")
            ]),
            specification([
                standard("USB class communications"),
                registry("USB class codes"),
                code("02:00:00")
            ]),
            specification([
                standard("USB class communications"),
                registry("USB class codes"),
                code("02:02:ff")
            ]),
            specification([
                standard("USB class communications data"),
                registry("USB class codes"),
                code("0a:00:00")
            ])
        ]),
        logical_device([
            superset([
                interconnect(usb),
                link_rate(12*megabit_per_second),
                configurations(2),
                functions(2),
                interfaces(2)
            ]),
            subset([interface(0), alternate_settings(1)]),
            subset([interface(1), alternate_settings(1)])
        ]),
        logical_requirements([environment([operating_system("Linux"), driver("rndis_host")])]),
        power([
            sink([consumption(100*milliampere), voltage(5*volt)]),
            management([states(suspend), self_powered(true)])
        ])
    ])
]).

device_group(usb_0525_a4a2_rndis_qemu_usb_network_d, network_1, [
    task_element(te_network_1, [
        code_interface(netdev_network_1),
        information([
            specification([standard("Remote NDIS")]),
            task_domain([domain(networking)])
        ]),
        task([registration_unit(network_1), role([principal(bridge)])])
    ]),
    communications_link(cl_network_1_in_1, [
        primitives([
            link([
                link_name("interrupt in, endpoint 1"),
                model(unicast),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(interrupt),
                interval(32*millisecond),
                packet_size(16*byte)
            ]),
            channel([data_format(control_command), data_units(message)])
        ])
    ]),
    communications_link(cl_network_1_data_1_in_2, [
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
                encapsulation(rndis_message),
                data_format(packet_data),
                data_units(packet)
            ])
        ])
    ]),
    communications_link(cl_network_1_data_1_out_2, [
        primitives([
            link([
                link_name("bulk out, endpoint 2"),
                model(stream),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(bulk),
                packet_size(64*byte)
            ]),
            channel([
                encapsulation(rndis_message),
                data_format(packet_data),
                data_units(packet)
            ])
        ])
    ])
]).

connects(usb_0525_a4a2_rndis_qemu_usb_network_d, te_network_1, cl_network_1_in_1).
connects(usb_0525_a4a2_rndis_qemu_usb_network_d, te_network_1, cl_network_1_data_1_in_2).
connects(usb_0525_a4a2_rndis_qemu_usb_network_d, cl_network_1_data_1_out_2, te_network_1).
