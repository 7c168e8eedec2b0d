% SPDX-License-Identifier: Apache-2.0
io_category(characteristics, [electrical_interface], "electrical qualities of an interface").

io_subcategory(characteristics/electrical, "qualities of its signal").
io_aspect(characteristics/electrical/data_format, enumeration, "form of the signal").
io_value(characteristics/electrical/data_format, analog, "analog").
io_value(characteristics/electrical/data_format, digital, "digital").

io_aspect(characteristics/electrical/connection_establish, enumeration, "when it can be plugged").
io_value(characteristics/electrical/connection_establish, hot_pluggable, "while powered").
io_value(characteristics/electrical/connection_establish, fixed, "wired, or with power off only").

io_aspect(characteristics/electrical/signal_ended, enumeration, "how the signal is referred").
io_value(characteristics/electrical/signal_ended, balanced, "difference of two conductors").
io_value(characteristics/electrical/signal_ended, unbalanced, "one conductor against ground").

io_aspect(characteristics/electrical/impedance, quantity(resistance), "input or output impedance").
io_aspect(characteristics/electrical/line_level, quantity(level), "nominal or largest level").
io_aspect(characteristics/electrical/signal_to_noise_ratio, quantity(level), "full signal to noise without signal").
io_aspect(characteristics/electrical/dynamic_range, quantity(level), "largest signal to the noise in its presence").
io_aspect(characteristics/electrical/total_harmonic_distortion, quantity(ratio), "harmonics to the fundamental").

io_aspect(characteristics/electrical/terminal, enumeration, "what the signal comes from or goes to, by the Terminal Types of USB, and of its video and MIDI classes").
io_value(characteristics/electrical/terminal, microphone, "microphone of no special kind").
io_value(characteristics/electrical/terminal, desktop_microphone, "microphone that stands on a desk").
io_value(characteristics/electrical/terminal, personal_microphone, "microphone that is worn").
io_value(characteristics/electrical/terminal, omnidirectional_microphone, "microphone that takes up sound from all sides").
io_value(characteristics/electrical/terminal, microphone_array, "several microphones").
io_value(characteristics/electrical/terminal, processing_microphone_array, "several microphones with processing of their own").
io_value(characteristics/electrical/terminal, speaker, "loudspeaker of no special kind").
io_value(characteristics/electrical/terminal, headphones, "headphones").
io_value(characteristics/electrical/terminal, head_mounted_display_audio, "sound of a head-mounted display").
io_value(characteristics/electrical/terminal, desktop_speaker, "loudspeakers that stand on a desk").
io_value(characteristics/electrical/terminal, room_speaker, "loudspeakers that fill a room").
io_value(characteristics/electrical/terminal, communication_speaker, "loudspeaker for voice").
io_value(characteristics/electrical/terminal, low_frequency_effects_speaker, "loudspeaker for low frequencies").
io_value(characteristics/electrical/terminal, handset, "hand-held earpiece and microphone").
io_value(characteristics/electrical/terminal, headset, "earpiece and microphone worn on the head").
io_value(characteristics/electrical/terminal, speakerphone, "hands-free, no echo reduction").
io_value(characteristics/electrical/terminal, echo_suppressing_speakerphone, "hands-free, half duplex").
io_value(characteristics/electrical/terminal, echo_cancelling_speakerphone, "hands-free, full duplex").
io_value(characteristics/electrical/terminal, phone_line, "analog telephone line").
io_value(characteristics/electrical/terminal, telephone, "telephone of its own").
io_value(characteristics/electrical/terminal, down_line_phone, "other telephones on the line").
io_value(characteristics/electrical/terminal, analog_connector, "analog connector of no special kind").
io_value(characteristics/electrical/terminal, digital_audio_interface, "digital connector of no special kind").
io_value(characteristics/electrical/terminal, line_connector, "analog connector at line level").
io_value(characteristics/electrical/terminal, legacy_audio_connector, "audio connector of another sound device").
io_value(characteristics/electrical/terminal, spdif_interface, "S/PDIF").
io_value(characteristics/electrical/terminal, ieee_1394_da_stream, "audio stream over IEEE 1394").
io_value(characteristics/electrical/terminal, ieee_1394_dv_stream_soundtrack, "soundtrack of a DV stream over IEEE 1394").
io_value(characteristics/electrical/terminal, adat_lightpipe, "ADAT optical, eight channels").
io_value(characteristics/electrical/terminal, tdif, "Tascam digital interface").
io_value(characteristics/electrical/terminal, madi, "multichannel audio digital interface").
io_value(characteristics/electrical/terminal, level_calibration_noise_source, "noise for setting levels").
io_value(characteristics/electrical/terminal, equalization_noise, "noise for equalization").
io_value(characteristics/electrical/terminal, cd_player, "compact disc player").
io_value(characteristics/electrical/terminal, digital_audio_tape, "digital audio tape").
io_value(characteristics/electrical/terminal, digital_compact_cassette, "digital compact cassette").
io_value(characteristics/electrical/terminal, minidisc, "MiniDisc").
io_value(characteristics/electrical/terminal, analog_tape, "analog tape").
io_value(characteristics/electrical/terminal, phonograph, "record player").
io_value(characteristics/electrical/terminal, vcr_audio, "sound of a video recorder").
io_value(characteristics/electrical/terminal, video_disc_audio, "sound of a video disc").
io_value(characteristics/electrical/terminal, dvd_audio, "sound of a DVD player").
io_value(characteristics/electrical/terminal, tv_tuner_audio, "sound of a television tuner").
io_value(characteristics/electrical/terminal, satellite_receiver_audio, "sound of a satellite receiver").
io_value(characteristics/electrical/terminal, cable_tuner_audio, "sound of a cable tuner").
io_value(characteristics/electrical/terminal, dss_audio, "sound of a digital satellite system").
io_value(characteristics/electrical/terminal, radio_receiver, "radio receiver").
io_value(characteristics/electrical/terminal, radio_transmitter, "radio transmitter").
io_value(characteristics/electrical/terminal, multi_track_recorder, "multi-track recorder").
io_value(characteristics/electrical/terminal, synthesizer, "synthesizer").
io_value(characteristics/electrical/terminal, piano, "piano").
io_value(characteristics/electrical/terminal, guitar, "guitar").
io_value(characteristics/electrical/terminal, drums, "drums").
io_value(characteristics/electrical/terminal, other_musical_instrument, "another musical instrument").
io_value(characteristics/electrical/terminal, midi_jack, "MIDI, by whatever connector").
io_value(characteristics/electrical/terminal, composite_connector, "composite video").
io_value(characteristics/electrical/terminal, s_video_connector, "S-Video").
io_value(characteristics/electrical/terminal, component_connector, "component video").
