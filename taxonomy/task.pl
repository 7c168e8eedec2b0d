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
