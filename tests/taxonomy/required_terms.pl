% SPDX-License-Identifier: Apache-2.0
% The terms that the taxonomy must hold, whatever else it holds, written down
% from its specification and not from its files.

% required_modules(Modules): these and no others.
required_modules([general, task_element, user_interface, electrical_interface,
                  communications_link]).

% required_category(Category, Modules, Subcategories): Category stands in
% Modules and in no other. A subcategory is Name-Aspects, Aspects a list of
% Kind-Names, Kind as in io_aspect/3, or enumeration(Values) where each of Names
% must have at least Values.

required_category(information,
    [general, task_element, user_interface, electrical_interface, communications_link],
    [ description-[text-[name, manufacturer, product, serial_number, manual]],
      specification-[text-[standard, version, registry, code]],
      task_domain-[enumeration-[domain]],
      dictionary-[text-[taxonomy, version]]
    ]).
required_category(logical_structure,
    [general, task_element, user_interface, electrical_interface, communications_link],
    [ connection-[text-[source, sink]],
      relation-[boolean-[device_boundary], text-[location, part_of]]
    ]).
required_category(logical_device, [general],
    [ superset-[enumeration-[interconnect], count-[functions]],
      subset-[count-[interface, alternate_settings]]
    ]).
required_category(logical_requirements,
    [task_element, user_interface, communications_link, general],
    [ environment-[text-[operating_system, driver]],
      system_resource-[ count-[interrupt], quantity(information)-[memory_region], boolean-[dma],
                        quantity(data_rate)-[bandwidth] ]
    ]).
required_category(physical_manifestation, [general, user_interface, electrical_interface],
    [ physical_dimensions-[quantity(length)-[length, breadth, height, width]],
      physical_weight-[quantity(mass)-[weight]]
    ]).
required_category(mechanical_structure, [user_interface, electrical_interface],
    [ structures-[ boolean-[cabling],
                   enumeration([external, internal])-[classification],
                   enumeration([ rca_connector, mini_stereo_socket, phone_socket, headphone_socket,
                                 xlr_socket, din_5_socket, usb_type_a_plug, usb_type_b_socket,
                                 power_jack ])-[connector],
                   count-[signal_lines],
                   enumeration([input, output, bidirectional])-[direction],
                   enumeration([port, cable])-[link] ],
      operation-[ enumeration([ switch, potentiometer, fader, wheel, button, key, led, display,
                                axis, touch_surface ])-[element],
                  enumeration([toggle, slider, rotary, momentary])-[subtype],
                  count-[positions],
                  quantity-[range],
                  enumeration([on, off, press, release])-[steps] ]
    ]).
required_category(fault_tolerance,
    [task_element, user_interface, electrical_interface, communications_link],
    [ logical_detection-[enumeration-[scope, fault, approach], quantity(time)-[timeframe]],
      reporting-[enumeration-[scope, fault, notification, avenue]]
    ]).
required_category(guarantees,
    [task_element, user_interface, electrical_interface, communications_link],
    [ performance-[quantity(time)-[latency, completion_time], quantity(data_rate)-[throughput]],
      reliability-[ count-[load_cycles, write_cycles], quantity(ratio)-[unrecoverable_error_rate],
                    quantity(time)-[time_between_failures] ]
    ]).
required_category(control, [task_element, user_interface, communications_link, general],
    [ approach-[ enumeration([required, permitted, none])-[operate, configure],
                 enumeration([no_ordering, ordered])-[command_ordering],
                 count-[command_queue_size],
                 text-[configuration_sets, operation_sets] ],
      commands-[ enumeration-[command, response, state_change, temporality],
                 text-[link, source] ]
    ]).
required_category(arbitration, [task_element, user_interface, communications_link],
    [ logical_access-[ enumeration([alterable, fixed])-[command_set, restriction],
                       boolean-[exclusive] ],
      input_serialisation-[enumeration-[policy], boolean-[alterable]],
      output_selection-[count-[connections], enumeration-[criteria]]
    ]).
required_category(timing, [general, task_element, electrical_interface, communications_link],
    [ power_on-[quantity(time)-[delay]],
      performance-[quantity(frequency)-[rate], quantity(time)-[jitter]],
      clock-[ boolean-[generator], quantity(frequency)-[rate],
              enumeration([asynchronous, adaptive, synchronous, none])-[synchronisation],
              boolean-[sink] ]
    ]).
required_category(power, [general, electrical_interface],
    [ sink-[ quantity(current)-[consumption], quantity(power)-[power],
             quantity(voltage)-[voltage] ],
      supply-[quantity(current)-[consumption], quantity(voltage)-[voltage]],
      management-[ enumeration([always_on, suspend, remote_wakeup])-[states],
                   boolean-[self_powered] ]
    ]).
required_category(task, [task_element],
    [ role-[enumeration([ adjust, convert, transform, evaluate, translate, director, bridge, store,
                          present, capture, transfer ])-[principal]],
      function-[ enumeration([analog_to_digital, digital_to_analog])-[direction],
                 quantity(frequency)-[sampling_rate],
                 count-[data_channels],
                 quantity(information)-[bit_resolution],
                 enumeration([digital, analog])-[data_format],
                 boolean-[signal_mute],
                 quantity(level)-[ signal_attenuation, signal_gain, dynamic_range,
                                   signal_to_noise_ratio ],
                 quantity(ratio)-[total_harmonic_distortion],
                 boolean-[ low_pass_filter, high_pass_filter, antialiasing_filter,
                           decimation_filter, interpolation_filter,
                           finite_impulse_response_filter, linear_causal_filter ],
                 quantity(level)-[stop_band_attenuation, pass_band_ripple],
                 quantity(pixels)-[frame_width, frame_height],
                 quantity(frequency)-[frame_rate],
                 quantity(information)-[block_size, capacity],
                 quantity(data_rate)-[link_rate] ]
    ]).
required_category(primitives, [communications_link],
    [ link-[ text-[link_name],
             enumeration([unicast, broadcast, stream, send_receive, test_set])-[model],
             enumeration([no_ack, ack, reply])-[acknowledgement],
             enumeration([digital, analog])-[signal_format],
             count-[logical_channels],
             enumeration([inorder, out_of_order])-[transmit_order],
             quantity(time)-[transmit_timeout],
             count-[transmit_window],
             enumeration([synchronous, asynchronous])-[initiation],
             boolean-[blocking_send, segmentation, cancel_pending],
             enumeration([unidirectional, bidirectional])-[direction],
             enumeration([isochronous, bulk, interrupt, control])-[transfer],
             quantity(time)-[interval] ],
      channel-[ text-[channel_name],
                enumeration-[encapsulation, encryption, data_units],
                enumeration([uncompressed])-[compression],
                enumeration([pcm_audio, midi, spdif])-[data_format],
                quantity(information)-[data_block, data_width],
                quantity(frequency)-[data_rate] ]
    ]).
required_category(interface, [user_interface, electrical_interface],
    [ physicality-[enumeration([self, shared])-[discreteness], enumeration-[environment]] ]).
required_category(sensory_mapping, [user_interface],
    [ sense-[ enumeration([vision, hearing, touch, smell, taste, orientation, balance])-[primary],
              enumeration-[secondary, aspect] ]
    ]).
required_category(characteristics, [electrical_interface],
    [ electrical-[ enumeration([analog, digital])-[data_format],
                   enumeration([hot_pluggable, fixed])-[connection_establish],
                   enumeration([balanced, unbalanced])-[signal_ended],
                   quantity(resistance)-[impedance],
                   quantity(level)-[line_level, signal_to_noise_ratio, dynamic_range],
                   quantity(ratio)-[total_harmonic_distortion] ]
    ]).
