% Where there is no sampling_rate it is not known: a device of this audio class tells
% its rates only when it is asked, which 'ddb-usb describe --open' does.

device(usb_usb_config_only_yamaha_cp73, "USB device").

registration_unit(usb_usb_config_only_yamaha_cp73, playback_stream_1).
registration_unit(usb_usb_config_only_yamaha_cp73, capture_stream_1).
registration_unit(usb_usb_config_only_yamaha_cp73, midi_in_1).
registration_unit(usb_usb_config_only_yamaha_cp73, midi_in_2).
registration_unit(usb_usb_config_only_yamaha_cp73, midi_out_1).
registration_unit(usb_usb_config_only_yamaha_cp73, midi_out_2).

code_interface(usb_usb_config_only_yamaha_cp73, alsa_pcm_playback_stream_1, [
    snd_pcm_hw_params_set_access, snd_pcm_hw_params_set_format, snd_pcm_hw_params_set_channels,
    snd_pcm_hw_params_set_rate, snd_pcm_writei
]).
code_interface(usb_usb_config_only_yamaha_cp73, alsa_pcm_capture_stream_1, [
    snd_pcm_hw_params_set_access, snd_pcm_hw_params_set_format, snd_pcm_hw_params_set_channels,
    snd_pcm_hw_params_set_rate, snd_pcm_readi
]).
code_interface(usb_usb_config_only_yamaha_cp73, alsa_rawmidi_midi_in_1, [
    snd_rawmidi_open, snd_rawmidi_read, snd_rawmidi_poll_descriptors
]).
code_interface(usb_usb_config_only_yamaha_cp73, alsa_rawmidi_midi_in_2, [
    snd_rawmidi_open, snd_rawmidi_read, snd_rawmidi_poll_descriptors
]).
code_interface(usb_usb_config_only_yamaha_cp73, alsa_rawmidi_midi_out_1, [
    snd_rawmidi_open, snd_rawmidi_write, snd_rawmidi_drain
]).
code_interface(usb_usb_config_only_yamaha_cp73, alsa_rawmidi_midi_out_2, [
    snd_rawmidi_open, snd_rawmidi_write, snd_rawmidi_drain
]).

device_group(usb_usb_config_only_yamaha_cp73, general, [
    general(g_device, [
        information([
            specification([
                standard("USB class audio"),
                registry("USB class codes"),
                code("01:01:20")
            ]),
            specification([
                standard("USB class audio"),
                registry("USB class codes"),
                code("01:02:20")
            ]),
            specification([
                standard("USB class audio"),
                registry("USB class codes"),
                code("01:03:00")
            ])
        ]),
        logical_device([
            superset([interconnect(usb), configurations(1), functions(2), interfaces(4)]),
            subset([interface(0), alternate_settings(1)]),
            subset([interface(1), alternate_settings(2)]),
            subset([interface(2), alternate_settings(2)]),
            subset([interface(3), alternate_settings(1)])
        ]),
        logical_requirements([environment([operating_system("Linux"), driver("snd-usb-audio")])]),
        power([
            sink([consumption(2*milliampere), voltage(5*volt)]),
            management([states(suspend), self_powered(true)])
        ])
    ])
]).

% From the computer to other musical instrument.
device_group(usb_usb_config_only_yamaha_cp73, playback_1, [
    task_element(te_playback_stream_1, [
        code_interface(alsa_pcm_playback_stream_1),
        task([
            registration_unit(playback_stream_1),
            function([direction(host_to_device), data_channels(2), bit_resolution(24*bit)]),
            role([principal(convert)])
        ]),
        control([approach([configure(required)])])
    ]),
    communications_link(cl_playback_stream_1, [
        primitives([
            link([
                link_name("USB audio from the computer"),
                model(stream),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(no_ack),
                logical_channels(2),
                transfer(isochronous),
                interval(1*millisecond),
                packet_size(270*byte)
            ]),
            channel([compression(uncompressed), data_format(pcm_audio), data_width(24*bit)])
        ]),
        timing([clock([synchronisation(asynchronous)])])
    ]),
    electrical_interface(ei_other_musical_instrument_3, [
        characteristics([electrical([terminal(other_musical_instrument)])]),
        mechanical_structure([structures([classification(internal), direction(output)])]),
        logical_structure([relation([device_boundary(false)])])
    ]),
    task_element(te_clock_1, [timing([clock([generator(true), synchronisation(asynchronous)])])])
]).

% From other musical instrument to the computer.
device_group(usb_usb_config_only_yamaha_cp73, capture_1, [
    task_element(te_capture_stream_1, [
        code_interface(alsa_pcm_capture_stream_1),
        task([
            registration_unit(capture_stream_1),
            function([direction(device_to_host), data_channels(2), bit_resolution(24*bit)]),
            role([principal(convert)])
        ]),
        control([approach([configure(required)])])
    ]),
    communications_link(cl_capture_stream_1, [
        primitives([
            link([
                link_name("USB audio to the computer"),
                model(stream),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(no_ack),
                logical_channels(2),
                transfer(isochronous),
                interval(1*millisecond),
                packet_size(270*byte)
            ]),
            channel([compression(uncompressed), data_format(pcm_audio), data_width(24*bit)])
        ]),
        timing([clock([synchronisation(asynchronous)])])
    ]),
    electrical_interface(ei_other_musical_instrument_4, [
        characteristics([electrical([terminal(other_musical_instrument)])]),
        mechanical_structure([structures([classification(internal), direction(input)])]),
        logical_structure([relation([device_boundary(false)])])
    ]),
    task_element(te_clock_1, [timing([clock([generator(true), synchronisation(asynchronous)])])])
]).

device_group(usb_usb_config_only_yamaha_cp73, midi_in_1, [
    task_element(te_midi_in_1, [
        code_interface(alsa_rawmidi_midi_in_1),
        information([description([name("MIDI cable 0")]), task_domain([domain(midi)])]),
        task([
            registration_unit(midi_in_1),
            function([direction(device_to_host)]),
            role([principal(transfer)])
        ])
    ]),
    communications_link(cl_midi_3_in_2, [
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
                encapsulation(usb_midi_event_packet),
                data_format(midi),
                data_units(event)
            ])
        ])
    ]),
    electrical_interface(ei_midi_3_jack_1, [
        characteristics([electrical([data_format(digital), terminal(midi_jack)])]),
        mechanical_structure([structures([direction(input)])]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

device_group(usb_usb_config_only_yamaha_cp73, midi_in_2, [
    task_element(te_midi_in_2, [
        code_interface(alsa_rawmidi_midi_in_2),
        information([description([name("MIDI cable 1")]), task_domain([domain(midi)])]),
        task([
            registration_unit(midi_in_2),
            function([direction(device_to_host)]),
            role([principal(transfer)])
        ])
    ]),
    communications_link(cl_midi_3_in_2, [
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
                encapsulation(usb_midi_event_packet),
                data_format(midi),
                data_units(event)
            ])
        ])
    ]),
    electrical_interface(ei_midi_3_jack_2, [
        characteristics([electrical([data_format(digital), terminal(midi_jack)])]),
        mechanical_structure([structures([direction(input)])]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

device_group(usb_usb_config_only_yamaha_cp73, midi_out_1, [
    task_element(te_midi_out_1, [
        code_interface(alsa_rawmidi_midi_out_1),
        information([description([name("MIDI cable 0")]), task_domain([domain(midi)])]),
        task([
            registration_unit(midi_out_1),
            function([direction(host_to_device)]),
            role([principal(transfer)])
        ])
    ]),
    communications_link(cl_midi_3_out_3, [
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
                encapsulation(usb_midi_event_packet),
                data_format(midi),
                data_units(event)
            ])
        ])
    ]),
    electrical_interface(ei_midi_3_jack_65, [
        characteristics([electrical([data_format(digital), terminal(midi_jack)])]),
        mechanical_structure([structures([direction(output)])]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

device_group(usb_usb_config_only_yamaha_cp73, midi_out_2, [
    task_element(te_midi_out_2, [
        code_interface(alsa_rawmidi_midi_out_2),
        information([description([name("MIDI cable 1")]), task_domain([domain(midi)])]),
        task([
            registration_unit(midi_out_2),
            function([direction(host_to_device)]),
            role([principal(transfer)])
        ])
    ]),
    communications_link(cl_midi_3_out_3, [
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
                encapsulation(usb_midi_event_packet),
                data_format(midi),
                data_units(event)
            ])
        ])
    ]),
    electrical_interface(ei_midi_3_jack_66, [
        characteristics([electrical([data_format(digital), terminal(midi_jack)])]),
        mechanical_structure([structures([direction(output)])]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

connects(usb_usb_config_only_yamaha_cp73, cl_playback_stream_1, te_playback_stream_1).
connects(usb_usb_config_only_yamaha_cp73, te_capture_stream_1, cl_capture_stream_1).
connects(usb_usb_config_only_yamaha_cp73, te_playback_stream_1, ei_other_musical_instrument_3).
connects(usb_usb_config_only_yamaha_cp73, ei_other_musical_instrument_4, te_capture_stream_1).
connects(usb_usb_config_only_yamaha_cp73, te_clock_1, te_playback_stream_1).
connects(usb_usb_config_only_yamaha_cp73, te_clock_1, ei_other_musical_instrument_3).
connects(usb_usb_config_only_yamaha_cp73, te_clock_1, ei_other_musical_instrument_4).
connects(usb_usb_config_only_yamaha_cp73, te_clock_1, te_capture_stream_1).
connects(usb_usb_config_only_yamaha_cp73, te_midi_in_1, cl_midi_3_in_2).
connects(usb_usb_config_only_yamaha_cp73, ei_midi_3_jack_1, te_midi_in_1).
connects(usb_usb_config_only_yamaha_cp73, te_midi_in_2, cl_midi_3_in_2).
connects(usb_usb_config_only_yamaha_cp73, ei_midi_3_jack_2, te_midi_in_2).
connects(usb_usb_config_only_yamaha_cp73, cl_midi_3_out_3, te_midi_out_1).
connects(usb_usb_config_only_yamaha_cp73, te_midi_out_1, ei_midi_3_jack_65).
connects(usb_usb_config_only_yamaha_cp73, cl_midi_3_out_3, te_midi_out_2).
connects(usb_usb_config_only_yamaha_cp73, te_midi_out_2, ei_midi_3_jack_66).
