device(usb_0627_0001_qemu_usb_keyboard, "QEMU USB Keyboard").
usb_identity(usb_0627_0001_qemu_usb_keyboard, 0x0627, 0x0001).

registration_unit(usb_0627_0001_qemu_usb_keyboard, keyboard_1).

code_interface(usb_0627_0001_qemu_usb_keyboard, evdev_keyboard_1, [
    eviocgname, eviocgbit, eviocgabs, eviocgrab, read, write
]).

state(usb_0627_0001_qemu_usb_keyboard, keyboard_1_leds, off).

device_group(usb_0627_0001_qemu_usb_keyboard, general, [
    general(g_device, [
        information([
            description([manufacturer("QEMU"), product("QEMU USB Keyboard")]),
            specification([
                standard("Universal Serial Bus"),
                version("2.00"),
                registry("USB vendor and product identifiers"),
                code("0627:0001")
            ]),
            specification([
                standard("USB class human interface"),
                registry("USB class codes"),
                code("03:01:01")
            ])
        ]),
        logical_device([
            superset([
                interconnect(usb),
                link_rate(480*megabit_per_second),
                configurations(1),
                functions(1),
                interfaces(1)
            ]),
            subset([interface(0), alternate_settings(1)])
        ]),
        logical_requirements([environment([operating_system("Linux"), driver("usbhid")])]),
        power([
            sink([consumption(100*milliampere), voltage(5*volt)]),
            management([states([suspend, remote_wakeup]), self_powered(false)])
        ])
    ])
]).

device_group(usb_0627_0001_qemu_usb_keyboard, keyboard_1, [
    user_interface(ui_keyboard_1_keys, [
        code_interface(evdev_keyboard_1), registration_unit(keyboard_1),
        mechanical_structure([
            operation([
                element(key),
                subtype([push, momentary]),
                elements(at_most(252)),
                usage([
                    key_a, key_b, key_c, key_d, key_e, key_f, key_g, key_h, key_i, key_j,
                    key_k, key_l, key_m, key_n, key_o, key_p, key_q, key_r, key_s, key_t,
                    key_u, key_v, key_w, key_x, key_y, key_z, key_1, key_2, key_3, key_4,
                    key_5, key_6, key_7, key_8, key_9, key_0, key_enter, key_escape,
                    key_backspace, key_tab, key_space, key_minus, key_equals, key_left_bracket,
                    key_right_bracket, key_backslash, key_non_us_number_sign, key_semicolon,
                    key_apostrophe, key_grave, key_comma, key_period, key_slash, key_caps_lock,
                    key_f1, key_f2, key_f3, key_f4, key_f5, key_f6, key_f7, key_f8, key_f9,
                    key_f10, key_f11, key_f12, key_print_screen, key_scroll_lock, key_pause,
                    key_insert, key_home, key_page_up, key_delete, key_end, key_page_down,
                    key_right_arrow, key_left_arrow, key_down_arrow, key_up_arrow,
                    keypad_num_lock, keypad_slash, keypad_asterisk, keypad_minus, keypad_plus,
                    keypad_enter, keypad_1, keypad_2, keypad_3, keypad_4, keypad_5, keypad_6,
                    keypad_7, keypad_8, keypad_9, keypad_0, keypad_period,
                    key_non_us_backslash, key_application, key_power, keypad_equals, key_f13,
                    key_f14, key_f15, key_f16, key_f17, key_f18, key_f19, key_f20, key_f21,
                    key_f22, key_f23, key_f24, key_execute, key_help, key_menu, key_select,
                    key_stop, key_again, key_undo, key_cut, key_copy, key_paste, key_find,
                    key_mute, key_volume_up, key_volume_down, key_locking_caps_lock,
                    key_locking_num_lock, key_locking_scroll_lock, keypad_comma,
                    keypad_equal_sign, key_international1, key_international2,
                    key_international3, key_international4, key_international5,
                    key_international6, key_international7, key_international8,
                    key_international9, key_lang1, key_lang2, key_lang3, key_lang4, key_lang5,
                    key_lang6, key_lang7, key_lang8, key_lang9, key_alternate_erase,
                    key_sysreq_attention, key_cancel, key_clear, key_prior, key_return,
                    key_separator, key_out, key_oper, key_clear_again, key_crsel_props,
                    key_exsel, key_left_control, key_left_shift, key_left_alt, key_left_gui,
                    key_right_control, key_right_shift, key_right_alt, key_right_gui
                ]),
                positions(2),
                steps([press, release])
            ])
        ]),
        sensory_mapping([sense([primary(touch)])])
    ]),
    user_interface(ui_keyboard_1_leds, [
        code_interface(evdev_keyboard_1), registration_unit(keyboard_1),
        information([description([name("Num Lock to Kana")])]),
        mechanical_structure([
            operation([
                element(led),
                elements(5),
                usage([num_lock, caps_lock, scroll_lock, compose, kana]),
                positions(2),
                steps([on, off], state(keyboard_1_leds))
            ])
        ]),
        sensory_mapping([sense([primary(vision)])])
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
                interval(8*millisecond),
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
    communications_link(cl_hid_0_out, [
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
                data_block(1*byte)
            ])
        ])
    ])
]).

connects(usb_0627_0001_qemu_usb_keyboard, ui_keyboard_1_keys, cl_hid_0_in).
connects(usb_0627_0001_qemu_usb_keyboard, cl_hid_0_out, ui_keyboard_1_leds).
