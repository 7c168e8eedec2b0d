% SPDX-License-Identifier: Apache-2.0
io_category(primitives, [communications_link], "how data or signals move over a link").

io_subcategory(primitives/link, "the link as a whole").
io_aspect(primitives/link/link_name, text, "name of the link").

io_aspect(primitives/link/model, enumeration, "model of communication").
io_value(primitives/link/model, unicast, "one sender, one receiver").
io_value(primitives/link/model, broadcast, "one sender, all receivers").
io_value(primitives/link/model, stream, "continuous flow").
io_value(primitives/link/model, send_receive, "messages paired by the two ends").
io_value(primitives/link/model, test_set, "a shared place that is tested and set").

io_aspect(primitives/link/acknowledgement, enumeration, "what the receiver gives back").
io_value(primitives/link/acknowledgement, no_ack, "nothing").
io_value(primitives/link/acknowledgement, ack, "that it arrived").
io_value(primitives/link/acknowledgement, reply, "an answer with content").

io_aspect(primitives/link/signal_format, enumeration, "form of the signal").
io_value(primitives/link/signal_format, digital, "digital").
io_value(primitives/link/signal_format, analog, "analog").

io_aspect(primitives/link/logical_channels, count, "channels carried").

io_aspect(primitives/link/transmit_order, enumeration, "order of arrival").
io_value(primitives/link/transmit_order, inorder, "as sent").
io_value(primitives/link/transmit_order, out_of_order, "any").

io_aspect(primitives/link/transmit_timeout, quantity(time), "time after which sending has failed").
io_aspect(primitives/link/transmit_window, count, "units under way without acknowledgement").

io_aspect(primitives/link/initiation, enumeration, "whether the sender waits for the start").
io_value(primitives/link/initiation, synchronous, "together with the sender's call").
io_value(primitives/link/initiation, asynchronous, "later, on its own").

io_aspect(primitives/link/blocking_send, boolean, "whether the sender waits until it is sent").
io_aspect(primitives/link/segmentation, boolean, "whether long messages are cut up").
io_aspect(primitives/link/cancel_pending, boolean, "whether what waits can be withdrawn").

io_aspect(primitives/link/direction, enumeration, "ways that the link carries").
io_value(primitives/link/direction, unidirectional, "one way").
io_value(primitives/link/direction, bidirectional, "both ways").

io_aspect(primitives/link/transfer, enumeration, "transfer type of the interconnect").
io_value(primitives/link/transfer, isochronous, "reserved capacity, on time, without repetition").
io_value(primitives/link/transfer, bulk, "spare capacity, without loss").
io_value(primitives/link/transfer, interrupt, "short, within a bounded time").
io_value(primitives/link/transfer, control, "requests with answers").

io_aspect(primitives/link/interval, quantity(time), "time between opportunities to transfer").
io_aspect(primitives/link/packet_size, quantity(information), "data of a packet at most").

io_subcategory(primitives/channel, "one channel of the link").
io_aspect(primitives/channel/channel_name, text, "name of the channel").

io_aspect(primitives/channel/encapsulation, enumeration, "packaging of the data").
io_value(primitives/channel/encapsulation, unspecified, "not specified").
io_value(primitives/channel/encapsulation, interconnect_specified, "as the interconnect lays down").
io_value(primitives/channel/encapsulation, specific, "of the device's own kind").
io_value(primitives/channel/encapsulation, usb_midi_event_packet, "USB MIDI event packets").
io_value(primitives/channel/encapsulation, hid_report, "HID reports").
io_value(primitives/channel/encapsulation, bulk_only_transport, "USB mass storage bulk-only wrappers").
io_value(primitives/channel/encapsulation, uas_information_unit, "USB attached SCSI information units").
io_value(primitives/channel/encapsulation, scsi_command, "SCSI command blocks").
io_value(primitives/channel/encapsulation, iec_61883, "IEC 61883 packets over IEEE 1394").
io_value(primitives/channel/encapsulation, iec_61937, "compressed audio in IEC 60958 frames, IEC 61937").
io_value(primitives/channel/encapsulation, avtp, "IEEE 1722 audio and video transport").
io_value(primitives/channel/encapsulation, rtp, "Real-time Transport Protocol").
io_value(primitives/channel/encapsulation, mpeg_transport_stream, "MPEG transport stream").
io_value(primitives/channel/encapsulation, video_payload, "USB video payloads with headers").
io_value(primitives/channel/encapsulation, ethernet_frame, "Ethernet frames").
io_value(primitives/channel/encapsulation, internet_protocol, "IP packets").
io_value(primitives/channel/encapsulation, network_transfer_block, "NCM or MBIM transfer blocks").
io_value(primitives/channel/encapsulation, rndis_message, "RNDIS messages").
io_value(primitives/channel/encapsulation, ppp, "Point-to-Point Protocol frames").
io_value(primitives/channel/encapsulation, slip, "Serial Line Internet Protocol frames").
io_value(primitives/channel/encapsulation, ccid_message, "smart card reader messages").
io_value(primitives/channel/encapsulation, test_measurement_message, "USB test and measurement messages").

io_aspect(primitives/channel/compression, enumeration, "compression of the data").
io_value(primitives/channel/compression, uncompressed, "none").
io_value(primitives/channel/compression, a_law, "G.711 A-law").
io_value(primitives/channel/compression, mu_law, "G.711 mu-law").
io_value(primitives/channel/compression, adpcm, "adaptive differential pulse-code modulation").
io_value(primitives/channel/compression, mpeg_layer_2, "MPEG audio layer II").
io_value(primitives/channel/compression, mp3, "MPEG audio layer III").
io_value(primitives/channel/compression, aac, "Advanced Audio Coding").
io_value(primitives/channel/compression, ac_3, "Dolby AC-3").
io_value(primitives/channel/compression, e_ac_3, "Dolby enhanced AC-3").
io_value(primitives/channel/compression, dts, "DTS coherent acoustics").
io_value(primitives/channel/compression, flac, "Free Lossless Audio Codec").
io_value(primitives/channel/compression, opus, "Opus").
io_value(primitives/channel/compression, vorbis, "Vorbis").
io_value(primitives/channel/compression, sbc, "Bluetooth subband codec").
io_value(primitives/channel/compression, lc3, "low complexity communication codec").
io_value(primitives/channel/compression, dv, "DV video").
io_value(primitives/channel/compression, mjpeg, "motion JPEG").
io_value(primitives/channel/compression, mpeg_2, "MPEG-2 video").
io_value(primitives/channel/compression, mpeg_4, "MPEG-4 part 2 video").
io_value(primitives/channel/compression, h264, "H.264, AVC").
io_value(primitives/channel/compression, h265, "H.265, HEVC").
io_value(primitives/channel/compression, vp8, "VP8").
io_value(primitives/channel/compression, vp9, "VP9").
io_value(primitives/channel/compression, av1, "AV1").
io_value(primitives/channel/compression, jpeg, "JPEG").
io_value(primitives/channel/compression, jpeg_2000, "JPEG 2000").
io_value(primitives/channel/compression, png, "Portable Network Graphics").
io_value(primitives/channel/compression, deflate, "DEFLATE").
io_value(primitives/channel/compression, lz4, "LZ4").
io_value(primitives/channel/compression, zstandard, "Zstandard").

io_aspect(primitives/channel/encryption, enumeration, "encryption of the data").
io_value(primitives/channel/encryption, none, "none").
io_value(primitives/channel/encryption, symmetric, "one key at both ends, algorithm not told").
io_value(primitives/channel/encryption, asymmetric, "a public and a private key, algorithm not told").
io_value(primitives/channel/encryption, aes, "Advanced Encryption Standard").
io_value(primitives/channel/encryption, chacha20, "ChaCha20").
io_value(primitives/channel/encryption, rsa, "RSA").
io_value(primitives/channel/encryption, tls, "Transport Layer Security").
io_value(primitives/channel/encryption, hdcp, "High-bandwidth Digital Content Protection").
io_value(primitives/channel/encryption, dtcp, "Digital Transmission Content Protection").
io_value(primitives/channel/encryption, wpa2, "Wi-Fi Protected Access 2").
io_value(primitives/channel/encryption, wpa3, "Wi-Fi Protected Access 3").
io_value(primitives/channel/encryption, bluetooth_link_key, "Bluetooth link encryption").

io_aspect(primitives/channel/data_format, enumeration, "format of the data").
io_value(primitives/channel/data_format, pcm_audio, "pulse-code modulation, two's complement").
io_value(primitives/channel/data_format, pcm8_audio, "pulse-code modulation, 8 bit offset binary").
io_value(primitives/channel/data_format, float_audio, "IEEE 754 floating-point samples").
io_value(primitives/channel/data_format, a_law_audio, "A-law samples").
io_value(primitives/channel/data_format, mu_law_audio, "mu-law samples").
io_value(primitives/channel/data_format, dsd_audio, "direct stream digital, one bit a sample").
io_value(primitives/channel/data_format, raw_audio, "USB audio raw data").
io_value(primitives/channel/data_format, coded_audio, "compressed audio, as compression says").
io_value(primitives/channel/data_format, line_audio, "analog audio at line level").
io_value(primitives/channel/data_format, microphone_audio, "analog audio at microphone level").
io_value(primitives/channel/data_format, instrument_audio, "analog audio of an electric instrument").
io_value(primitives/channel/data_format, loudspeaker_audio, "analog audio at loudspeaker power").
io_value(primitives/channel/data_format, headphone_audio, "analog audio at headphone power").
io_value(primitives/channel/data_format, midi, "MIDI messages").
io_value(primitives/channel/data_format, midi_2, "MIDI 2.0 universal packets").
io_value(primitives/channel/data_format, spdif, "S/PDIF, IEC 60958 consumer form").
io_value(primitives/channel/data_format, aes3, "AES3, IEC 60958 professional form").
io_value(primitives/channel/data_format, adat, "ADAT optical, eight channels").
io_value(primitives/channel/data_format, timecode, "SMPTE time code").
io_value(primitives/channel/data_format, word_clock, "word clock").
io_value(primitives/channel/data_format, uncompressed_video, "pictures in raw pixels").
io_value(primitives/channel/data_format, coded_video, "compressed pictures, as compression says").
io_value(primitives/channel/data_format, composite_video, "analog composite video").
io_value(primitives/channel/data_format, component_video, "analog component video").
io_value(primitives/channel/data_format, still_image, "single pictures").
io_value(primitives/channel/data_format, character_stream, "characters").
io_value(primitives/channel/data_format, byte_stream, "bytes without further structure").
io_value(primitives/channel/data_format, block_data, "numbered blocks").
io_value(primitives/channel/data_format, file_data, "named objects with properties").
io_value(primitives/channel/data_format, packet_data, "network packets").
io_value(primitives/channel/data_format, control_command, "commands and their answers").
io_value(primitives/channel/data_format, event_report, "reports of state or change").
io_value(primitives/channel/data_format, sensor_data, "measured values").
io_value(primitives/channel/data_format, page_description, "pages for a printer").
io_value(primitives/channel/data_format, firmware_image, "program for a device").

io_aspect(primitives/channel/data_units, enumeration, "units that data comes in").
io_value(primitives/channel/data_units, packet, "packets").
io_value(primitives/channel/data_units, block, "blocks").
io_value(primitives/channel/data_units, stream, "unbroken stream").
io_value(primitives/channel/data_units, send_receive, "messages, each answered").
io_value(primitives/channel/data_units, test_set, "words tested and set").
io_value(primitives/channel/data_units, frame, "frames").
io_value(primitives/channel/data_units, sample, "samples").
io_value(primitives/channel/data_units, event, "events").
io_value(primitives/channel/data_units, message, "messages").
io_value(primitives/channel/data_units, report, "reports").
io_value(primitives/channel/data_units, byte, "bytes").
io_value(primitives/channel/data_units, character, "characters").
io_value(primitives/channel/data_units, word, "machine words").
io_value(primitives/channel/data_units, file, "files").

io_aspect(primitives/channel/data_block, quantity(information), "size of a data unit").
io_aspect(primitives/channel/data_width, quantity(information), "bits moved together, such as a sample's").
io_aspect(primitives/channel/data_rate, quantity(frequency), "data words or samples a second").
