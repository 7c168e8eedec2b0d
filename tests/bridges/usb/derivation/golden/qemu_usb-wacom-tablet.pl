device(usb_056a_0000_wacom_penpartner, "QEMU Wacom PenPartner").
usb_identity(usb_056a_0000_wacom_penpartner, 0x056a, 0x0000).

registration_unit(usb_056a_0000_wacom_penpartner, mouse_1).
registration_unit(usb_056a_0000_wacom_penpartner, digitizer_1).

code_interface(usb_056a_0000_wacom_penpartner, evdev_mouse_1, [
    eviocgname, eviocgbit, eviocgabs, eviocgrab, read, write
]).
code_interface(usb_056a_0000_wacom_penpartner, evdev_digitizer_1, [
    eviocgname, eviocgbit, eviocgabs, eviocgrab, read, write
]).

device_group(usb_056a_0000_wacom_penpartner, general, [
    general(g_device, [
        information([
            description([manufacturer("QEMU"), product("Wacom PenPartner")]),
            specification([
                standard("Universal Serial Bus"),
                version("1.10"),
                registry("USB vendor and product identifiers"),
                code("056a:0000")
            ]),
            specification([
                standard("USB class human interface"),
                registry("USB class codes"),
                code("03:01:02")
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
        logical_requirements([environment([operating_system("Linux"), driver("usbhid")])]),
        power([
            sink([consumption(80*milliampere), voltage(5*volt)]),
            management([states(suspend), self_powered(false)])
        ])
    ])
]).

device_group(usb_056a_0000_wacom_penpartner, mouse_1, [
    user_interface(ui_mouse_1_buttons, [
        code_interface(evdev_mouse_1), registration_unit(mouse_1),
        information([description([name("Button 1 to Button 3")])]),
        mechanical_structure([
            operation([
                element(button),
                subtype([push, momentary]),
                elements(3),
                number(between(1, 3)),
                positions(2),
                steps([press, release])
            ])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mouse_1_x, [
        code_interface(evdev_mouse_1), registration_unit(mouse_1),
        information([description([name("X")])]),
        mechanical_structure([
            operation([
                element(axis),
                subtype(relative),
                elements(1),
                usage(x),
                logical_range(between(-127*one, 127*one))
            ])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mouse_1_y, [
        code_interface(evdev_mouse_1), registration_unit(mouse_1),
        information([description([name("Y")])]),
        mechanical_structure([
            operation([
                element(axis),
                subtype(relative),
                elements(1),
                usage(y),
                logical_range(between(-127*one, 127*one))
            ])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_mouse_1_wheel, [
        code_interface(evdev_mouse_1), registration_unit(mouse_1),
        information([description([name("Wheel")])]),
        mechanical_structure([
            operation([
                element(wheel),
                subtype(relative),
                elements(1),
                usage(wheel),
                logical_range(between(-127*one, 127*one))
            ])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    communications_link(cl_hid_0_in, [
        primitives([
            link([
                link_name("interrupt in, endpoint 1"),
                model(unicast),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(interrupt),
                interval(10*millisecond),
                packet_size(8*byte)
            ]),
            channel([
                encapsulation(hid_report),
                data_format(event_report),
                data_units(report),
                data_block(8*byte)
            ])
        ])
    ]),
    communications_link(cl_hid_0_feature, [
        primitives([
            link([
                link_name("control, endpoint 0"),
                model(unicast),
                direction(bidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(control)
            ]),
            channel([
                encapsulation(hid_report),
                data_format(event_report),
                data_units(report),
                data_block(2*byte)
            ])
        ])
    ])
]).

device_group(usb_056a_0000_wacom_penpartner, digitizer_1, [
    user_interface(ui_digitizer_1_surface, [
        code_interface(evdev_digitizer_1), registration_unit(digitizer_1),
        information([description([name("Digitizer")])]),
        mechanical_structure([operation([element(touch_surface), usage(digitizer)])]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    communications_link(cl_hid_0_in, [
        primitives([
            link([
                link_name("interrupt in, endpoint 1"),
                model(unicast),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(interrupt),
                interval(10*millisecond),
                packet_size(8*byte)
            ]),
            channel([
                encapsulation(hid_report),
                data_format(event_report),
                data_units(report),
                data_block(8*byte)
            ])
        ])
    ]),
    communications_link(cl_hid_0_feature, [
        primitives([
            link([
                link_name("control, endpoint 0"),
                model(unicast),
                direction(bidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(control)
            ]),
            channel([
                encapsulation(hid_report),
                data_format(event_report),
                data_units(report),
                data_block(2*byte)
            ])
        ])
    ])
]).

connects(usb_056a_0000_wacom_penpartner, ui_mouse_1_buttons, cl_hid_0_in).
connects(usb_056a_0000_wacom_penpartner, ui_mouse_1_x, cl_hid_0_in).
connects(usb_056a_0000_wacom_penpartner, ui_mouse_1_y, cl_hid_0_in).
connects(usb_056a_0000_wacom_penpartner, ui_mouse_1_wheel, cl_hid_0_in).
connects(usb_056a_0000_wacom_penpartner, ui_digitizer_1_surface, cl_hid_0_in).
