% SPDX-License-Identifier: Apache-2.0
io_category(task, [task_element], "what an element does").

io_subcategory(task/role, "part that the element plays").
io_aspect(task/role/principal, enumeration, "principal role").
io_value(task/role/principal, adjust, "changes a quality of a signal, such as volume, in its own form").
io_value(task/role/principal, convert, "changes between analog and digital or another signal form").
io_value(task/role/principal, transform, "changes the format of data, not its meaning").
io_value(task/role/principal, evaluate, "computes or decides from its input").
io_value(task/role/principal, translate, "maps movements at the user interface to data, or data to them").
io_value(task/role/principal, director, "marshals inputs to outputs").
io_value(task/role/principal, bridge, "joins two interconnects").
io_value(task/role/principal, store, "keeps data").
io_value(task/role/principal, present, "gives to the senses of people").
io_value(task/role/principal, capture, "takes up from the surroundings").
io_value(task/role/principal, transfer, "moves data unchanged").

io_subcategory(task/function, "the function performed").
io_aspect(task/function/direction, enumeration, "way of a conversion or transfer").
io_value(task/function/direction, analog_to_digital, "sampled from an analog signal").
io_value(task/function/direction, digital_to_analog, "analog signal made from samples").
io_value(task/function/direction, digital_to_digital, "between digital forms, such as two sampling rates").
io_value(task/function/direction, analog_to_analog, "between analog forms").
io_value(task/function/direction, acoustic_to_electrical, "sound taken up, as by a microphone").
io_value(task/function/direction, electrical_to_acoustic, "sound given, as by a loudspeaker").
io_value(task/function/direction, optical_to_electrical, "light taken up, as by an image sensor").
io_value(task/function/direction, electrical_to_optical, "light given, as by a display").
io_value(task/function/direction, mechanical_to_electrical, "movement taken up").
io_value(task/function/direction, electrical_to_mechanical, "movement made").
io_value(task/function/direction, parallel_to_serial, "words to a stream of bits").
io_value(task/function/direction, serial_to_parallel, "stream of bits to words").
io_value(task/function/direction, host_to_device, "data from the computer").
io_value(task/function/direction, device_to_host, "data to the computer").

io_aspect(task/function/sampling_rate, quantity(frequency), "samples a second in each channel").
io_aspect(task/function/data_channels, count, "channels processed together").
io_aspect(task/function/bit_resolution, quantity(information), "bits a sample").

io_aspect(task/function/data_format, enumeration, "form of the signal").
io_value(task/function/data_format, digital, "digital").
io_value(task/function/data_format, analog, "analog").

io_aspect(task/function/signal_mute, boolean, "whether it can silence the signal").
io_aspect(task/function/signal_attenuation, quantity(level), "lowering of the level").
io_aspect(task/function/signal_gain, quantity(level), "raising of the level").
io_aspect(task/function/dynamic_range, quantity(level), "largest signal to the noise in its presence").
io_aspect(task/function/signal_to_noise_ratio, quantity(level), "full signal to noise without signal").
io_aspect(task/function/total_harmonic_distortion, quantity(ratio), "harmonics to the fundamental").
io_aspect(task/function/low_pass_filter, boolean, "passes low frequencies").
io_aspect(task/function/high_pass_filter, boolean, "passes high frequencies").
io_aspect(task/function/antialiasing_filter, boolean, "limits the band before sampling").
io_aspect(task/function/decimation_filter, boolean, "limits the band before the rate is lowered").
io_aspect(task/function/interpolation_filter, boolean, "fills in samples when the rate is raised").
io_aspect(task/function/finite_impulse_response_filter, boolean, "filter whose response to an impulse ends").
io_aspect(task/function/linear_causal_filter, boolean, "linear filter that uses no future input").
io_aspect(task/function/stop_band_attenuation, quantity(level), "attenuation of what a filter must stop").
io_aspect(task/function/pass_band_ripple, quantity(level), "variation within what a filter passes").
io_aspect(task/function/frame_width, quantity(pixels), "pixels in a line").
io_aspect(task/function/frame_height, quantity(pixels), "lines in a frame").
io_aspect(task/function/frame_rate, quantity(frequency), "frames a second").
io_aspect(task/function/block_size, quantity(information), "smallest unit that is stored or moved").
io_aspect(task/function/capacity, quantity(information), "data that can be stored").
io_aspect(task/function/link_rate, quantity(data_rate), "gross rate of the attached link").

% Controls and units of audio devices.
io_aspect(task/function/bass, quantity(level), "raising and lowering of low frequencies").
io_aspect(task/function/mid, quantity(level), "raising and lowering of middle frequencies").
io_aspect(task/function/treble, quantity(level), "raising and lowering of high frequencies").
io_aspect(task/function/graphic_equalizer, boolean, "whether bands of frequencies can be raised and lowered").
io_aspect(task/function/automatic_gain, boolean, "whether it keeps the level by itself").
io_aspect(task/function/delay, quantity(time), "time by which the signal is held back").
io_aspect(task/function/bass_boost, boolean, "whether it can raise low frequencies by a fixed amount").
io_aspect(task/function/loudness, boolean, "whether it can make up for the ear at low levels").
io_aspect(task/function/phase_inverter, boolean, "whether it can turn the polarity of the signal").
io_aspect(task/function/master_control, boolean, "whether one setting acts on all channels").
io_aspect(task/function/channel_controls, count, "settings that act on single channels").
io_aspect(task/function/inputs, count, "signals that it takes in").
io_aspect(task/function/selected_input, count, "number of the input that is passed on, from 1").

io_aspect(task/function/process, enumeration, "process that the signal goes through").
io_value(task/function/process, undefined, "not told").
io_value(task/function/process, up_down_mix, "other number of channels, by mixing").
io_value(task/function/process, dolby_pro_logic, "surround channels from two, Dolby Pro Logic").
io_value(task/function/process, stereo_extender, "wider stereo").
io_value(task/function/process, reverberation, "reverberation of a room").
io_value(task/function/process, chorus, "chorus").
io_value(task/function/process, dynamic_range_compressor, "smaller range of levels").
io_value(task/function/process, parametric_equalizer, "a band of frequencies raised or lowered").
io_value(task/function/process, modulation_delay, "chorus, flanger or phaser").
io_value(task/function/process, multi_function, "several algorithms in one, such as beam forming and echo cancellation").
io_value(task/function/process, vendor_specific, "known to the vendor").

io_aspect(task/function/process_on, boolean, "whether the process acts; if not, the signal passes unchanged").

% Cameras.
io_aspect(task/function/video_format, enumeration, "format of the pictures, by the four characters that it is known by").
io_value(task/function/video_format, yuy2, "YUV 4:2:2, packed").
io_value(task/function/video_format, uyvy, "YUV 4:2:2, packed, other order").
io_value(task/function/video_format, nv12, "YUV 4:2:0, two planes").
io_value(task/function/video_format, yv12, "YUV 4:2:0, three planes, V first").
io_value(task/function/video_format, i420, "YUV 4:2:0, three planes").
io_value(task/function/video_format, m420, "YUV 4:2:0, lines interleaved").
io_value(task/function/video_format, p010, "YUV 4:2:0, two planes, 10 bit").
io_value(task/function/video_format, y800, "brightness, 8 bit").
io_value(task/function/video_format, y10, "brightness, 10 bit").
io_value(task/function/video_format, y12, "brightness, 12 bit").
io_value(task/function/video_format, y16, "brightness, 16 bit").
io_value(task/function/video_format, z16, "distance, 16 bit").
io_value(task/function/video_format, rgbp, "RGB, 16 bit").
io_value(task/function/video_format, by8, "Bayer pattern, 8 bit").
io_value(task/function/video_format, ba81, "Bayer pattern, blue first").
io_value(task/function/video_format, gbrg, "Bayer pattern, green and blue first").
io_value(task/function/video_format, grbg, "Bayer pattern, green and red first").
io_value(task/function/video_format, rggb, "Bayer pattern, red first").
io_value(task/function/video_format, mjpg, "motion JPEG").
io_value(task/function/video_format, h264, "H.264").
io_value(task/function/video_format, h265, "H.265").
io_value(task/function/video_format, vp80, "VP8").
io_value(task/function/video_format, mpeg_ts, "MPEG-2 transport stream").
io_value(task/function/video_format, dv, "DV").
io_value(task/function/video_format, vendor_specific, "known to the vendor").

io_aspect(task/function/adjusts, enumeration, "what can be set, by the controls of the USB video class").
io_value(task/function/adjusts, scanning_mode, "interlaced or progressive").
io_value(task/function/adjusts, auto_exposure_mode, "what sets exposure and iris").
io_value(task/function/adjusts, auto_exposure_priority, "whether exposure may lower the frame rate").
io_value(task/function/adjusts, exposure_time_absolute, "exposure time").
io_value(task/function/adjusts, exposure_time_relative, "exposure time, by steps").
io_value(task/function/adjusts, focus_absolute, "focus").
io_value(task/function/adjusts, focus_relative, "focus, nearer or farther").
io_value(task/function/adjusts, iris_absolute, "aperture").
io_value(task/function/adjusts, iris_relative, "aperture, by steps").
io_value(task/function/adjusts, zoom_absolute, "focal length").
io_value(task/function/adjusts, zoom_relative, "focal length, longer or shorter").
io_value(task/function/adjusts, pan_tilt_absolute, "angles of pan and tilt").
io_value(task/function/adjusts, pan_tilt_relative, "pan and tilt, by speed").
io_value(task/function/adjusts, roll_absolute, "angle of roll").
io_value(task/function/adjusts, roll_relative, "roll, by speed").
io_value(task/function/adjusts, focus_auto, "whether it focuses by itself").
io_value(task/function/adjusts, privacy, "whether the lens is shut").
io_value(task/function/adjusts, focus_simple, "near, middle or far").
io_value(task/function/adjusts, window, "part of the sensor that is used").
io_value(task/function/adjusts, region_of_interest, "part of the picture that exposure and focus go by").
io_value(task/function/adjusts, brightness, "brightness").
io_value(task/function/adjusts, contrast, "contrast").
io_value(task/function/adjusts, hue, "hue").
io_value(task/function/adjusts, saturation, "saturation").
io_value(task/function/adjusts, sharpness, "sharpness").
io_value(task/function/adjusts, gamma, "gamma").
io_value(task/function/adjusts, white_balance_temperature, "white balance by colour temperature").
io_value(task/function/adjusts, white_balance_component, "white balance by red and blue").
io_value(task/function/adjusts, backlight_compensation, "compensation of light from behind").
io_value(task/function/adjusts, gain, "gain").
io_value(task/function/adjusts, power_line_frequency, "against flicker of mains light").
io_value(task/function/adjusts, hue_auto, "whether it sets the hue by itself").
io_value(task/function/adjusts, white_balance_temperature_auto, "whether it sets the colour temperature by itself").
io_value(task/function/adjusts, white_balance_component_auto, "whether it sets red and blue by itself").
io_value(task/function/adjusts, digital_multiplier, "digital zoom").
io_value(task/function/adjusts, digital_multiplier_limit, "digital zoom at most").
io_value(task/function/adjusts, analog_video_standard, "standard of the analog signal").
io_value(task/function/adjusts, analog_video_lock_status, "whether the analog signal is there").
io_value(task/function/adjusts, contrast_auto, "whether it sets the contrast by itself").

% Smart card readers, serial lines, hubs.
io_aspect(task/function/card_slots, count, "slots for cards").
io_aspect(task/function/card_protocol, enumeration, "protocol of the card, ISO/IEC 7816-3").
io_value(task/function/card_protocol, t_0, "T=0, by characters").
io_value(task/function/card_protocol, t_1, "T=1, by blocks").

io_aspect(task/function/card_voltage, quantity(voltage), "voltage that cards are given").
io_aspect(task/function/card_clock, quantity(frequency), "clock that cards are given").
io_aspect(task/function/pin_entry, boolean, "whether the reader itself can take a secret number").
io_aspect(task/function/line_coding, boolean, "whether rate, parity and stop bits can be set").
io_aspect(task/function/line_break, boolean, "whether it can send a break").
io_aspect(task/function/ports, count, "ports for further devices").
