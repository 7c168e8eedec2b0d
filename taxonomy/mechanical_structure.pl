% SPDX-License-Identifier: Apache-2.0
io_category(mechanical_structure, [user_interface, electrical_interface],
    "how it is built and moved").

io_subcategory(mechanical_structure/structures, "connectors, cables and housings").
io_aspect(mechanical_structure/structures/cabling, boolean, "whether a cable is fixed to it").

io_aspect(mechanical_structure/structures/classification, enumeration, "side of the housing").
io_value(mechanical_structure/structures/classification, external, "reached from outside the housing").
io_value(mechanical_structure/structures/classification, internal, "reached inside the housing only").

io_aspect(mechanical_structure/structures/connector, enumeration, "type of connector").
io_value(mechanical_structure/structures/connector, rca_connector, "RCA (phono) connector").
io_value(mechanical_structure/structures/connector, mini_stereo_socket, "3.5 mm socket, three contacts").
io_value(mechanical_structure/structures/connector, mini_mono_socket, "3.5 mm socket, two contacts").
io_value(mechanical_structure/structures/connector, mini_headset_socket, "3.5 mm socket, four contacts, headphones and microphone").
io_value(mechanical_structure/structures/connector, micro_stereo_socket, "2.5 mm socket, three contacts").
io_value(mechanical_structure/structures/connector, phone_socket, "6.35 mm (1/4 inch) socket for line or instrument").
io_value(mechanical_structure/structures/connector, headphone_socket, "6.35 mm (1/4 inch) stereo socket for headphones").
io_value(mechanical_structure/structures/connector, combination_socket, "XLR and 6.35 mm socket in one").
io_value(mechanical_structure/structures/connector, xlr_socket, "XLR socket, female, three contacts").
io_value(mechanical_structure/structures/connector, xlr_plug, "XLR plug, male, three contacts").
io_value(mechanical_structure/structures/connector, din_5_socket, "5-pin DIN socket, as for MIDI").
io_value(mechanical_structure/structures/connector, mini_din_4_socket, "4-pin mini-DIN socket, as for S-Video").
io_value(mechanical_structure/structures/connector, mini_din_6_socket, "6-pin mini-DIN socket, as for PS/2").
io_value(mechanical_structure/structures/connector, mini_din_8_socket, "8-pin mini-DIN socket").
io_value(mechanical_structure/structures/connector, bnc_socket, "BNC coaxial socket").
io_value(mechanical_structure/structures/connector, f_socket, "F coaxial socket, as for aerials").
io_value(mechanical_structure/structures/connector, sma_socket, "SMA coaxial socket").
io_value(mechanical_structure/structures/connector, toslink_socket, "TOSLINK optical socket").
io_value(mechanical_structure/structures/connector, mini_toslink_socket, "optical socket combined with a 3.5 mm socket").
io_value(mechanical_structure/structures/connector, speakon_socket, "loudspeaker connector that locks by turning").
io_value(mechanical_structure/structures/connector, banana_socket, "4 mm banana socket").
io_value(mechanical_structure/structures/connector, screw_terminal, "wires under screws").
io_value(mechanical_structure/structures/connector, spring_terminal, "wires under springs").
io_value(mechanical_structure/structures/connector, usb_type_a_plug, "USB type A plug").
io_value(mechanical_structure/structures/connector, usb_type_a_socket, "USB type A socket").
io_value(mechanical_structure/structures/connector, usb_type_b_plug, "USB type B plug").
io_value(mechanical_structure/structures/connector, usb_type_b_socket, "USB type B socket").
io_value(mechanical_structure/structures/connector, usb_mini_b_socket, "USB mini-B socket").
io_value(mechanical_structure/structures/connector, usb_micro_b_socket, "USB micro-B socket").
io_value(mechanical_structure/structures/connector, usb_type_c_plug, "USB type C plug").
io_value(mechanical_structure/structures/connector, usb_type_c_socket, "USB type C socket").
io_value(mechanical_structure/structures/connector, firewire_4_socket, "IEEE 1394 socket, four contacts").
io_value(mechanical_structure/structures/connector, firewire_6_socket, "IEEE 1394 socket, six contacts").
io_value(mechanical_structure/structures/connector, firewire_9_socket, "IEEE 1394b socket, nine contacts").
io_value(mechanical_structure/structures/connector, thunderbolt_socket, "Thunderbolt socket of mini DisplayPort form").
io_value(mechanical_structure/structures/connector, hdmi_socket, "HDMI type A socket").
io_value(mechanical_structure/structures/connector, mini_hdmi_socket, "HDMI type C socket").
io_value(mechanical_structure/structures/connector, micro_hdmi_socket, "HDMI type D socket").
io_value(mechanical_structure/structures/connector, displayport_socket, "DisplayPort socket").
io_value(mechanical_structure/structures/connector, mini_displayport_socket, "mini DisplayPort socket").
io_value(mechanical_structure/structures/connector, dvi_socket, "DVI socket").
io_value(mechanical_structure/structures/connector, vga_socket, "15-contact D-subminiature socket for analog video").
io_value(mechanical_structure/structures/connector, scart_socket, "SCART socket").
io_value(mechanical_structure/structures/connector, d_sub_9_plug, "9-contact D-subminiature plug, as for RS-232").
io_value(mechanical_structure/structures/connector, d_sub_9_socket, "9-contact D-subminiature socket").
io_value(mechanical_structure/structures/connector, d_sub_15_socket, "15-contact two-row D-subminiature socket, as for joysticks").
io_value(mechanical_structure/structures/connector, d_sub_25_plug, "25-contact D-subminiature plug").
io_value(mechanical_structure/structures/connector, d_sub_25_socket, "25-contact D-subminiature socket").
io_value(mechanical_structure/structures/connector, centronics_36_socket, "36-contact parallel printer socket").
io_value(mechanical_structure/structures/connector, rj11_socket, "6-position modular socket, as for telephones").
io_value(mechanical_structure/structures/connector, rj45_socket, "8-position modular socket, as for Ethernet").
io_value(mechanical_structure/structures/connector, sfp_cage, "small form-factor pluggable transceiver cage").
io_value(mechanical_structure/structures/connector, lc_socket, "LC optical fibre socket").
io_value(mechanical_structure/structures/connector, sc_socket, "SC optical fibre socket").
io_value(mechanical_structure/structures/connector, sata_socket, "serial ATA data connector").
io_value(mechanical_structure/structures/connector, esata_socket, "external serial ATA socket").
io_value(mechanical_structure/structures/connector, m_2_slot, "M.2 card edge slot").
io_value(mechanical_structure/structures/connector, pci_slot, "PCI card slot").
io_value(mechanical_structure/structures/connector, pci_express_slot, "PCI Express card slot").
io_value(mechanical_structure/structures/connector, sd_slot, "SD memory card slot").
io_value(mechanical_structure/structures/connector, micro_sd_slot, "microSD memory card slot").
io_value(mechanical_structure/structures/connector, compact_flash_slot, "CompactFlash card slot").
io_value(mechanical_structure/structures/connector, smart_card_slot, "slot for an ID-1 card with contacts").
io_value(mechanical_structure/structures/connector, sim_slot, "slot for a subscriber identity module").
io_value(mechanical_structure/structures/connector, expresscard_slot, "ExpressCard slot").
io_value(mechanical_structure/structures/connector, pin_header, "row or rows of pins on a board").
io_value(mechanical_structure/structures/connector, ribbon_connector, "insulation-displacement connector for flat cable").
io_value(mechanical_structure/structures/connector, power_jack, "coaxial low-voltage power socket").
io_value(mechanical_structure/structures/connector, iec_c14_inlet, "mains inlet, three contacts, earthed").
io_value(mechanical_structure/structures/connector, iec_c8_inlet, "mains inlet, two contacts").
io_value(mechanical_structure/structures/connector, mains_plug, "fixed mains plug").
io_value(mechanical_structure/structures/connector, battery_contacts, "contacts of a battery compartment").

io_aspect(mechanical_structure/structures/signal_lines, count, "signal conductors or contacts, shields left out").

io_aspect(mechanical_structure/structures/direction, enumeration, "way of the signal, seen from the device").
io_value(mechanical_structure/structures/direction, input, "into the device").
io_value(mechanical_structure/structures/direction, output, "out of the device").
io_value(mechanical_structure/structures/direction, bidirectional, "both ways").

io_aspect(mechanical_structure/structures/link, enumeration, "what is offered to plug into").
io_value(mechanical_structure/structures/link, port, "socket in the housing").
io_value(mechanical_structure/structures/link, cable, "cable that ends in a plug").

io_subcategory(mechanical_structure/operation, "elements that a person moves, touches or looks at").
io_aspect(mechanical_structure/operation/element, enumeration, "kind of element").
io_value(mechanical_structure/operation/element, switch, "keeps one of several positions").
io_value(mechanical_structure/operation/element, potentiometer, "turned or slid to a position between two ends").
io_value(mechanical_structure/operation/element, fader, "long linear slider").
io_value(mechanical_structure/operation/element, encoder, "turned without end, reports steps").
io_value(mechanical_structure/operation/element, wheel, "turned by its rim").
io_value(mechanical_structure/operation/element, button, "pressed, acts on its own").
io_value(mechanical_structure/operation/element, key, "pressed, one of a set such as a keyboard").
io_value(mechanical_structure/operation/element, pad, "struck or pressed, may report the force").
io_value(mechanical_structure/operation/element, pedal, "worked with the foot").
io_value(mechanical_structure/operation/element, lever, "swung about a pivot").
io_value(mechanical_structure/operation/element, joystick, "tilted in two directions or more").
io_value(mechanical_structure/operation/element, hat_switch, "small stick with fixed directions").
io_value(mechanical_structure/operation/element, trackball, "ball turned in place").
io_value(mechanical_structure/operation/element, axis, "one measured direction of movement").
io_value(mechanical_structure/operation/element, dial, "turned to a marked position").
io_value(mechanical_structure/operation/element, touch_surface, "reports where it is touched").
io_value(mechanical_structure/operation/element, stylus, "held and pointed at a surface").
io_value(mechanical_structure/operation/element, pointer, "moves a mark over a surface").
io_value(mechanical_structure/operation/element, lock, "worked with a key or token").
io_value(mechanical_structure/operation/element, microphone, "takes up sound").
io_value(mechanical_structure/operation/element, loudspeaker, "gives sound to a room").
io_value(mechanical_structure/operation/element, headphone, "gives sound to one listener").
io_value(mechanical_structure/operation/element, buzzer, "gives a signal tone").
io_value(mechanical_structure/operation/element, lamp, "lights up").
io_value(mechanical_structure/operation/element, led, "light-emitting diode").
io_value(mechanical_structure/operation/element, level_meter, "shows a level by its length or position").
io_value(mechanical_structure/operation/element, display, "shows text or graphics").
io_value(mechanical_structure/operation/element, segment_display, "shows digits or letters by segments").
io_value(mechanical_structure/operation/element, vibrator, "gives feedback by vibration").
io_value(mechanical_structure/operation/element, force_feedback, "gives feedback by force").
io_value(mechanical_structure/operation/element, camera, "takes up pictures").
io_value(mechanical_structure/operation/element, fingerprint_reader, "takes up a fingerprint").
io_value(mechanical_structure/operation/element, proximity_sensor, "notices presence without contact").

io_aspect(mechanical_structure/operation/subtype, enumeration, "form of the element").
io_value(mechanical_structure/operation/subtype, toggle, "changes over and stays").
io_value(mechanical_structure/operation/subtype, momentary, "returns when released").
io_value(mechanical_structure/operation/subtype, latching, "stays until worked again").
io_value(mechanical_structure/operation/subtype, slide, "moved along a line between positions").
io_value(mechanical_structure/operation/subtype, slider, "moved along a line without steps").
io_value(mechanical_structure/operation/subtype, rotary, "turned about an axis").
io_value(mechanical_structure/operation/subtype, rocker, "tilted about its middle").
io_value(mechanical_structure/operation/subtype, push, "pressed in").
io_value(mechanical_structure/operation/subtype, pull, "drawn out").
io_value(mechanical_structure/operation/subtype, detented, "clicks into steps").
io_value(mechanical_structure/operation/subtype, endless, "turned without stop").
io_value(mechanical_structure/operation/subtype, motorised, "moved by the device as well").
io_value(mechanical_structure/operation/subtype, touch_sensitive, "notices the touch itself").
io_value(mechanical_structure/operation/subtype, pressure_sensitive, "notices the force of the press").
io_value(mechanical_structure/operation/subtype, velocity_sensitive, "notices the speed of the press").
io_value(mechanical_structure/operation/subtype, illuminated, "lit from within").
io_value(mechanical_structure/operation/subtype, single_colour, "shows one colour").
io_value(mechanical_structure/operation/subtype, multi_colour, "shows one of several colours").
io_value(mechanical_structure/operation/subtype, monochrome, "shows brightness only").
io_value(mechanical_structure/operation/subtype, colour, "shows pictures in colour").
io_value(mechanical_structure/operation/subtype, character, "shows characters in fixed places").
io_value(mechanical_structure/operation/subtype, graphic, "shows pictures point by point").
io_value(mechanical_structure/operation/subtype, resistive, "senses the touch by pressure").
io_value(mechanical_structure/operation/subtype, capacitive, "senses the touch by charge").
io_value(mechanical_structure/operation/subtype, optical, "senses by light").
io_value(mechanical_structure/operation/subtype, magnetic, "senses by a magnet").
io_value(mechanical_structure/operation/subtype, absolute, "reports a position").
io_value(mechanical_structure/operation/subtype, relative, "reports a change of position").

io_aspect(mechanical_structure/operation/elements, count, "elements alike that are described as one").
io_aspect(mechanical_structure/operation/number, count, "number of the element among those alike, from 1").
io_aspect(mechanical_structure/operation/contacts, count, "points that can be touched at the same time").
io_aspect(mechanical_structure/operation/positions, count, "positions that it can stand in").
io_aspect(mechanical_structure/operation/range, quantity, "from one end of its travel or scale to the other").
io_aspect(mechanical_structure/operation/logical_range, quantity(ratio), "numbers that it reports, as they are").

io_aspect(mechanical_structure/operation/steps, enumeration, "primitive steps in which it is worked or shows").
io_value(mechanical_structure/operation/steps, on, "put on, or lit").
io_value(mechanical_structure/operation/steps, off, "put off, or dark").
io_value(mechanical_structure/operation/steps, press, "pressed down").
io_value(mechanical_structure/operation/steps, release, "let go").
io_value(mechanical_structure/operation/steps, hold, "kept down").
io_value(mechanical_structure/operation/steps, double_press, "pressed twice in short time").
io_value(mechanical_structure/operation/steps, touch, "touched").
io_value(mechanical_structure/operation/steps, lift, "finger or stylus taken away").
io_value(mechanical_structure/operation/steps, tap, "touched for a moment").
io_value(mechanical_structure/operation/steps, strike, "hit").
io_value(mechanical_structure/operation/steps, slide, "moved along a line").
io_value(mechanical_structure/operation/steps, turn, "turned by an amount").
io_value(mechanical_structure/operation/steps, turn_clockwise, "turned one step clockwise").
io_value(mechanical_structure/operation/steps, turn_counterclockwise, "turned one step counterclockwise").
io_value(mechanical_structure/operation/steps, tilt, "tilted from the rest position").
io_value(mechanical_structure/operation/steps, up, "moved one step up").
io_value(mechanical_structure/operation/steps, down, "moved one step down").
io_value(mechanical_structure/operation/steps, left, "moved one step left").
io_value(mechanical_structure/operation/steps, right, "moved one step right").
io_value(mechanical_structure/operation/steps, move, "moved by any amount").
io_value(mechanical_structure/operation/steps, centre, "returned to the middle").
io_value(mechanical_structure/operation/steps, select, "set to one of its positions").
io_value(mechanical_structure/operation/steps, insert, "put in").
io_value(mechanical_structure/operation/steps, remove, "taken out").
io_value(mechanical_structure/operation/steps, blink, "lit on and off in turn").
io_value(mechanical_structure/operation/steps, dim, "lit in part").
