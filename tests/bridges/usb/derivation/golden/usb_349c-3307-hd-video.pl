device(usb_349c_3307_hd_video, "Generic HD video").
usb_identity(usb_349c_3307_hd_video, 0x349c, 0x3307).

registration_unit(usb_349c_3307_hd_video, video_stream_1).
registration_unit(usb_349c_3307_hd_video, capture_stream_1).
registration_unit(usb_349c_3307_hd_video, playback_stream_1).

code_interface(usb_349c_3307_hd_video, v4l2_video_stream_1, [
    vidioc_s_fmt, vidioc_s_parm, vidioc_reqbufs, vidioc_qbuf, vidioc_dqbuf, vidioc_streamon,
    vidioc_streamoff
]).
code_interface(usb_349c_3307_hd_video, v4l2_processing_video_0_2, [
    vidioc_query_ext_ctrl, vidioc_g_ext_ctrls, vidioc_s_ext_ctrls
]).
code_interface(usb_349c_3307_hd_video, alsa_pcm_capture_stream_1, [
    snd_pcm_hw_params_set_access, snd_pcm_hw_params_set_format, snd_pcm_hw_params_set_channels,
    snd_pcm_hw_params_set_rate, snd_pcm_readi
]).
code_interface(usb_349c_3307_hd_video, alsa_mixer_mute_5, [
    snd_mixer_selem_get_capture_switch, snd_mixer_selem_set_capture_switch_all
]).
code_interface(usb_349c_3307_hd_video, alsa_mixer_volume_5, [
    snd_mixer_selem_get_capture_volume_range, snd_mixer_selem_set_capture_volume_all,
    snd_mixer_selem_set_capture_dB_all
]).
code_interface(usb_349c_3307_hd_video, alsa_pcm_playback_stream_1, [
    snd_pcm_hw_params_set_access, snd_pcm_hw_params_set_format, snd_pcm_hw_params_set_channels,
    snd_pcm_hw_params_set_rate, snd_pcm_writei
]).
code_interface(usb_349c_3307_hd_video, alsa_mixer_mute_8, [
    snd_mixer_selem_get_playback_switch, snd_mixer_selem_set_playback_switch_all
]).
code_interface(usb_349c_3307_hd_video, alsa_mixer_volume_8, [
    snd_mixer_selem_get_playback_volume_range, snd_mixer_selem_set_playback_volume_all,
    snd_mixer_selem_set_playback_dB_all
]).

state(usb_349c_3307_hd_video, video_stream_1_format, mjpg).
state(usb_349c_3307_hd_video, video_stream_1_frame_width, 1280*pixel).
state(usb_349c_3307_hd_video, video_stream_1_frame_height, 720*pixel).
state(usb_349c_3307_hd_video, video_stream_1_frame_rate, 15*hertz).
state(usb_349c_3307_hd_video, mute_5, false).
state(usb_349c_3307_hd_video, volume_5, 0*decibel).
state(usb_349c_3307_hd_video, mute_8, false).
state(usb_349c_3307_hd_video, volume_8, 0*decibel).

device_group(usb_349c_3307_hd_video, general, [
    general(g_device, [
        information([
            description([manufacturer("Generic"), product("HD video")]),
            specification([
                standard("Universal Serial Bus"),
                version("2.00"),
                registry("USB vendor and product identifiers"),
                code("349c:3307")
            ]),
            specification([
                standard("USB class miscellaneous"),
                registry("USB class codes"),
                code("ef:02:01")
            ]),
            specification([
                standard("USB class video"),
                registry("USB class codes"),
                code("0e:01:00")
            ]),
            specification([
                standard("USB class video"),
                registry("USB class codes"),
                code("0e:02:00")
            ]),
            specification([
                standard("USB class audio"),
                registry("USB class codes"),
                code("01:01:00")
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
                interfaces(5)
            ]),
            subset([interface(0), alternate_settings(1)]),
            subset([interface(1), alternate_settings(1)]),
            subset([interface(2), alternate_settings(1)]),
            subset([interface(3), alternate_settings(2)]),
            subset([interface(4), alternate_settings(2)])
        ]),
        logical_requirements([
            environment([operating_system("Linux"), driver("uvcvideo")]),
            environment([operating_system("Linux"), driver("snd-usb-audio")])
        ]),
        power([
            sink([consumption(256*milliampere), voltage(5*volt)]),
            management([states(suspend), self_powered(false)])
        ])
    ])
]).

device_group(usb_349c_3307_hd_video, video_capture_1, [
    task_element(te_video_stream_1, [
        code_interface(v4l2_video_stream_1),
        information([description([name("HD video")]), task_domain([domain(video)])]),
        task([
            registration_unit(video_stream_1),
            function([
                direction(device_to_host),
                video_format(mjpg, state(video_stream_1_format)),
                frame_width(1280*pixel, state(video_stream_1_frame_width)),
                frame_height(720*pixel, state(video_stream_1_frame_height)),
                frame_rate([15, 10]*hertz, state(video_stream_1_frame_rate))
            ]),
            function([
                direction(device_to_host),
                video_format(mjpg, state(video_stream_1_format)),
                frame_width(800*pixel, state(video_stream_1_frame_width)),
                frame_height(480*pixel, state(video_stream_1_frame_height)),
                frame_rate([20, 15]*hertz, state(video_stream_1_frame_rate))
            ]),
            function([
                direction(device_to_host),
                video_format(mjpg, state(video_stream_1_format)),
                frame_width(640*pixel, state(video_stream_1_frame_width)),
                frame_height(480*pixel, state(video_stream_1_frame_height)),
                frame_rate([25, 15]*hertz, state(video_stream_1_frame_rate))
            ]),
            function([
                direction(device_to_host),
                video_format(mjpg, state(video_stream_1_format)),
                frame_width(480*pixel, state(video_stream_1_frame_width)),
                frame_height(320*pixel, state(video_stream_1_frame_height)),
                frame_rate([25, 15]*hertz, state(video_stream_1_frame_rate))
            ]),
            role([principal(capture)])
        ]),
        control([approach([configure(required)])])
    ]),
    task_element(te_video_stream_1_still, [
        information([task_domain([domain(imaging)])]),
        task([
            function([frame_width(1280*pixel), frame_height(720*pixel)]),
            function([frame_width(800*pixel), frame_height(480*pixel)]),
            function([frame_width(640*pixel), frame_height(480*pixel)]),
            function([frame_width(480*pixel), frame_height(320*pixel)]),
            role([principal(capture)])
        ])
    ]),
    communications_link(cl_video_stream_1, [
        primitives([
            link([
                link_name("bulk in, endpoint 1"),
                model(stream),
                direction(unidirectional),
                signal_format(digital),
                acknowledgement(ack),
                transfer(bulk),
                packet_size(64*byte)
            ]),
            channel([
                encapsulation(video_payload),
                compression(mjpeg),
                data_format(coded_video)
            ])
        ])
    ]),
    task_element(te_camera_video_0_1, [task([role([principal(capture)])])]),
    task_element(te_processing_video_0_2, [
        code_interface(v4l2_processing_video_0_2),
        task([
            function([
                adjusts([
                    brightness, contrast, hue, saturation, sharpness, gamma,
                    white_balance_temperature, backlight_compensation, gain,
                    power_line_frequency, white_balance_temperature_auto
                ])
            ]),
            role([principal(adjust)])
        ])
    ])
]).

% From microphone to the computer.
device_group(usb_349c_3307_hd_video, capture_1, [
    task_element(te_capture_stream_1, [
        code_interface(alsa_pcm_capture_stream_1),
        task([
            registration_unit(capture_stream_1),
            function([
                direction(analog_to_digital),
                sampling_rate(16*kilohertz),
                data_channels(1),
                bit_resolution(16*bit)
            ]),
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
                logical_channels(1),
                transfer(isochronous),
                interval(1*millisecond),
                packet_size(100*byte)
            ]),
            channel([
                compression(uncompressed),
                data_format(pcm_audio),
                data_width(16*bit),
                data_rate(16*kilohertz)
            ])
        ]),
        timing([clock([synchronisation(synchronous)])])
    ]),
    electrical_interface(ei_microphone_4, [
        characteristics([electrical([data_format(analog), terminal(microphone)])]),
        mechanical_structure([structures([classification(external), direction(input)])]),
        logical_structure([relation([device_boundary(true)])])
    ]),
    task_element(te_mute_5, [
        code_interface(alsa_mixer_mute_5),
        task([
            function([
                signal_mute([true, false], state(mute_5)),
                master_control(true),
                channel_controls(0)
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(permitted), operate(permitted)])])
    ]),
    task_element(te_volume_5, [
        code_interface(alsa_mixer_volume_5),
        task([
            function([
                signal_gain(at_least(0*decibel), state(volume_5)),
                master_control(true),
                channel_controls(0)
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(permitted), operate(permitted)])])
    ])
]).

% From the computer to speaker.
device_group(usb_349c_3307_hd_video, playback_1, [
    task_element(te_playback_stream_1, [
        code_interface(alsa_pcm_playback_stream_1),
        task([
            registration_unit(playback_stream_1),
            function([
                direction(digital_to_analog),
                sampling_rate(16*kilohertz),
                data_channels(1),
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
                logical_channels(1),
                transfer(isochronous),
                interval(1*millisecond),
                packet_size(100*byte)
            ]),
            channel([
                compression(uncompressed),
                data_format(pcm_audio),
                data_width(16*bit),
                data_rate(16*kilohertz)
            ])
        ]),
        timing([clock([synchronisation(adaptive)])])
    ]),
    task_element(te_mute_8, [
        code_interface(alsa_mixer_mute_8),
        task([
            function([
                signal_mute([true, false], state(mute_8)),
                master_control(true),
                channel_controls(0)
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(permitted), operate(permitted)])])
    ]),
    task_element(te_volume_8, [
        code_interface(alsa_mixer_volume_8),
        task([
            function([
                signal_attenuation(at_least(0*decibel), state(volume_8)),
                master_control(false),
                channel_controls(1)
            ]),
            role([principal(adjust)])
        ]),
        control([approach([configure(permitted), operate(permitted)])])
    ]),
    electrical_interface(ei_speaker_9, [
        characteristics([electrical([data_format(analog), terminal(speaker)])]),
        mechanical_structure([structures([classification(external), direction(output)])]),
        logical_structure([relation([device_boundary(true)])])
    ])
]).

connects(usb_349c_3307_hd_video, te_video_stream_1, te_video_stream_1_still).
connects(usb_349c_3307_hd_video, te_video_stream_1, cl_video_stream_1).
connects(usb_349c_3307_hd_video, te_camera_video_0_1, te_processing_video_0_2).
connects(usb_349c_3307_hd_video, te_processing_video_0_2, te_video_stream_1).
connects(usb_349c_3307_hd_video, te_capture_stream_1, cl_capture_stream_1).
connects(usb_349c_3307_hd_video, cl_playback_stream_1, te_playback_stream_1).
connects(usb_349c_3307_hd_video, te_mute_5, te_volume_5).
connects(usb_349c_3307_hd_video, te_mute_8, te_volume_8).
connects(usb_349c_3307_hd_video, ei_microphone_4, te_mute_5).
connects(usb_349c_3307_hd_video, te_volume_5, te_capture_stream_1).
connects(usb_349c_3307_hd_video, te_playback_stream_1, te_mute_8).
connects(usb_349c_3307_hd_video, te_volume_8, ei_speaker_9).
