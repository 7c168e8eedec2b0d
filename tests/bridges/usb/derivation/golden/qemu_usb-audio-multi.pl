device(usb_46f4_0002_qemu_usb_audio, "QEMU USB Audio").
usb_identity(usb_46f4_0002_qemu_usb_audio, 0x46f4, 0x0002).

registration_unit(usb_46f4_0002_qemu_usb_audio, playback_stream_1).

code_interface(usb_46f4_0002_qemu_usb_audio, alsa_pcm_playback_stream_1, [
    snd_pcm_hw_params_set_access, snd_pcm_hw_params_set_format, snd_pcm_hw_params_set_channels,
    snd_pcm_hw_params_set_rate, snd_pcm_writei
]).
code_interface(usb_46f4_0002_qemu_usb_audio, alsa_mixer_mute_2, [
    snd_mixer_selem_get_playback_switch, snd_mixer_selem_set_playback_switch_all
]).
code_interface(usb_46f4_0002_qemu_usb_audio, alsa_mixer_volume_2, [
    snd_mixer_selem_get_playback_volume_range, snd_mixer_selem_set_playback_volume_all,
    snd_mixer_selem_set_playback_dB_all
]).

state(usb_46f4_0002_qemu_usb_audio, playback_stream_1_channels, 2).
state(usb_46f4_0002_qemu_usb_audio, mute_2, false).
state(usb_46f4_0002_qemu_usb_audio, volume_2, 0*decibel).

device_group(usb_46f4_0002_qemu_usb_audio, general, [
    general(g_device, [
        information([
            description([manufacturer("QEMU"), product("QEMU USB Audio")]),
            specification([
                standard("Universal Serial Bus"),
                version("1.00"),
                registry("USB vendor and product identifiers"),
                code("46f4:0002")
            ]),
            specification([
                standard("USB class audio"),
                registry("USB class codes"),
                code("01:01:04")
            ]),
            specification([
                standard("USB class audio"),
                registry("USB class codes"),
                code("01:02:00")
            ])
        ]),
        logical_device([
            superset([
                interconnect(usb),
                link_rate(12*megabit_per_second),
                configurations(1),
                functions(2),
                interfaces(2)
            ]),
            subset([interface(0), alternate_settings(1)]),
            subset([interface(1), alternate_settings(4)])
        ]),
        logical_requirements([environment([operating_system("Linux"), driver("snd-usb-audio")])]),
        power([
            sink([consumption(100*milliampere), voltage(5*volt)]),
            management([states(suspend), self_powered(true)])
        ])
    ])
]).

% From the computer to speaker.
device_group(usb_46f4_0002_qemu_usb_audio, playback_1, [
    task_element(te_playback_stream_1, [
        code_interface(alsa_pcm_playback_stream_1),
        task([
            registration_unit(playback_stream_1),
            function([
                direction(digital_to_analog),
                sampling_rate(48*kilohertz),
                data_channels(2, state(playback_stream_1_channels)),
                bit_resolution(16*bit)
            ]),
            function([
                direction(digital_to_analog),
                sampling_rate(48*kilohertz),
                data_channels(6, state(playback_stream_1_channels)),
                bit_resolution(16*bit)
            ]),
            function([
                direction(digital_to_analog),
                sampling_rate(48*kilohertz),
                data_channels(8, state(playback_stream_1_channels)),
                bit_resolution(16*bit)
            ]),
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
                logical_channels([2, 6, 8]),
                transfer(isochronous),
                interval(1*millisecond),
                packet_size([192, 576, 768]*byte)
            ]),
            channel([
                compression(uncompressed),
                data_format(pcm_audio),
                data_width(16*bit),
                data_rate(48*kilohertz)
            ])
        ]),
        timing([clock([synchronisation(synchronous)])])
    ]),
    task_element(te_mute_2, [
        code_interface(alsa_mixer_mute_2),
        task([
            function([
                signal_mute([true, false], state(mute_2)),
                master_control(true),
                channel_controls(0)
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(permitted), operate(permitted)])])
    ]),
    task_element(te_volume_2, [
        code_interface(alsa_mixer_volume_2),
        task([
            function([
                signal_attenuation(at_least(0*decibel), state(volume_2)),
                master_control(false),
                channel_controls(8)
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(permitted), operate(permitted)])])
    ]),
    electrical_interface(ei_speaker_3, [
        characteristics([electrical([data_format(analog), terminal(speaker)])]),
        mechanical_structure([structures([classification(external), direction(output)])]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

connects(usb_46f4_0002_qemu_usb_audio, cl_playback_stream_1, te_playback_stream_1).
connects(usb_46f4_0002_qemu_usb_audio, te_mute_2, te_volume_2).
connects(usb_46f4_0002_qemu_usb_audio, te_playback_stream_1, te_mute_2).
connects(usb_46f4_0002_qemu_usb_audio, te_volume_2, ei_speaker_3).
