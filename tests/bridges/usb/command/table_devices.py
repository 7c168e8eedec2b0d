# SPDX-License-Identifier: Apache-2.0
"""Devices of the kinds that nobody has recorded, written by hand, and what their specs must say."""

import pathlib
import sys

sys.dont_write_bytecode = True  # nothing is left beside the sources
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "lsusb"))

from made_devices import descriptor, device, endpoint, interface

CS = 0x24
CS_ENDPOINT = 0x25
NOTHING = b"\0\0"


def total(*parts: bytes) -> bytes:
    return sum(map(len, parts)).to_bytes(2, "little")


def audio2() -> list[bytes]:
    """Plays two channels of 24 bits; a clock (3) and a volume (5) can be asked."""
    units = [descriptor(CS, 0x0A, 3, 1, 1, 0, 0),
             descriptor(CS, 2, 1, b"\x01\x01", 0, 3, 2, b"\x03\0\0\0", 0, NOTHING, 0),
             descriptor(CS, 6, 5, 1, b"\x0f\0\0\0", b"\0\0\0\0", b"\0\0\0\0", 0),
             descriptor(CS, 3, 2, b"\x01\x03", 0, 5, 3, NOTHING, 0)]
    return [interface(0, (1, 1, 0x20)),
            descriptor(CS, 1, b"\x00\x02", 8, total(bytes(9), *units), 0), *units,
            interface(1, (1, 2, 0x20)), interface(1, (1, 2, 0x20), 1, 1),
            descriptor(CS, 1, 1, 0, 1, b"\x01\0\0\0", 2, b"\x03\0\0\0", 0),
            descriptor(CS, 2, 1, 4, 24), descriptor(5, 1, 5, b"\x40\x00", 1),
            descriptor(CS_ENDPOINT, 1, 0, 0, 0, NOTHING)]


def audio3() -> list[bytes]:
    """Records 16 bits in as many channels as its cluster 7 has; a clock (3) can be asked."""
    none = bytes(4)
    units = [descriptor(CS, 0x0B, 3, 1, b"\x01\0\0\0", 0, NOTHING),
             descriptor(CS, 2, 1, b"\x01\x02", 0, 3, none, b"\x07\0", NOTHING, NOTHING, NOTHING),
             descriptor(CS, 7, 5, 1, b"\x03\0\0\0", none, NOTHING),
             descriptor(CS, 3, 2, b"\x01\x01", 0, 5, 3, none, NOTHING, NOTHING, NOTHING)]
    return [interface(0, (1, 1, 0x30)), descriptor(CS, 1, 8, total(bytes(10), *units), none), *units,
            interface(1, (1, 2, 0x30)), interface(1, (1, 2, 0x30), 1, 1),
            descriptor(CS, 1, 2, none, b"\x07\0", b"\x01" + bytes(7), 2, 16, NOTHING, 0),
            descriptor(5, 0x81, 5, b"\x40\x00", 1), descriptor(CS_ENDPOINT, 1, none, 0, NOTHING)]


def midi1_thru() -> list[bytes]:
    """A socket in that is connected with a socket out, and neither with the computer."""
    jacks = [descriptor(CS, 2, 2, 1, 0), descriptor(CS, 3, 2, 2, 1, 1, 1, 0)]
    return [interface(0, (1, 3, 0)), descriptor(CS, 1, b"\x00\x01", total(bytes(7), *jacks)), *jacks]


def midi2(number: int = 0) -> list[bytes]:
    return [interface(number, (1, 3, 0), 2), descriptor(CS, 1, b"\x00\x02", b"\x07\0"),
            endpoint(1, 2), descriptor(CS_ENDPOINT, 2, 1, 1),
            endpoint(0x81, 2), descriptor(CS_ENDPOINT, 2, 1, 1)]


def video_output() -> list[bytes]:
    """What the computer plays goes to a composite connector."""
    units = [descriptor(CS, 2, 1, b"\x01\x01", 0, 0), descriptor(CS, 3, 2, b"\x01\x04", 0, 1, 0)]
    mjpeg = [descriptor(CS, 6, 1, 1, 0, 1, 0, 0, 0, 0),
             descriptor(CS, 7, 1, 0, b"\x80\x02\xe0\x01", bytes(12), b"\x15\x16\x05\0", 1,
                        b"\x15\x16\x05\0")]
    return [interface(0, (14, 1, 0)),
            descriptor(CS, 1, b"\x10\x01", total(bytes(13), *units), bytes(4), 1, 1), *units,
            interface(1, (14, 2, 0), 1),
            descriptor(CS, 2, 1, total(bytes(10), *mjpeg), 1, 1, 1, 0), *mjpeg, endpoint(1, 2)]


def network(subclass: int, protocol: int, functional: bytes) -> list[bytes]:
    return [interface(0, (2, subclass, protocol), 1), descriptor(CS, 0, b"\x10\x01"),
            descriptor(CS, 6, 0, 1), descriptor(CS, 15, 3, bytes(4), b"\xea\x05", NOTHING, 0),
            functional, endpoint(0x83, 3), interface(1, (10, 0, 1)),
            interface(1, (10, 0, 1), 2, 1), endpoint(0x81, 2), endpoint(1, 2)]


def plain(code: tuple[int, int, int]) -> list[bytes]:
    return [interface(0, code, 2), endpoint(0x81, 2), endpoint(1, 2)]


# Name: the parts of a device, the name of its first group after `general`, and what is said in it.
TABLE = {
    "audio 2": (audio2(), "playback_1",
                ["direction(digital_to_analog)", "data_channels(2)", "bit_resolution(24*bit)",
                 "signal_mute([true, false]", "signal_attenuation(at_least(0*decibel)",
                 "transfer(isochronous)", "synchronisation(asynchronous)",
                 "interval(125*microsecond)", "data_format(pcm_audio)", "terminal(speaker)"]),
    "audio 3": (audio3(), "capture_1",
                ["direction(analog_to_digital)", "bit_resolution(16*bit)",
                 "signal_mute([true, false]", "terminal(microphone)", "transfer(isochronous)"]),
    "midi 1 thru": (midi1_thru(), "midi_thru_1", ["terminal(midi_jack)"]),
    "midi 2": (midi2(), "midi_universal_1", ["data_format(midi_2)"]),
    "video output": (video_output(), "video_output_1",
                     ["640*pixel", "480*pixel", "video_format(mjpg,"]),
    "ncm": (network(0x0D, 0, descriptor(CS, 0x1A, b"\x00\x01", 0)), "network_1",
            ["Network Control Model", "network_transfer_block"]),
    "eem": (plain((2, 0x0C, 7)), "network_1", ["Ethernet Emulation Model", "ethernet_frame"]),
    "mbim": (network(0x0E, 0, descriptor(CS, 0x1B, b"\x00\x01", b"\x00\x10", 16, 64,
                                         b"\x00\x08", 0)), "network_1",
             ["Mobile Broadband Interface Model", "network_transfer_block"]),
    "infrared": (plain((0xFE, 2, 0)), "infrared_1", ["USB IrDA Bridge"]),
    "instrument": (plain((0xFE, 3, 1)), "instrument_1",
                   ["USB Test and Measurement Class, USB488", "test_measurement_message"]),
    "tape": (plain((8, 2, 0x50)), "storage_1", ["MMC-5 (ATAPI)", "bulk_only_transport"]),
    "ipp printer": ([interface(0, (7, 1, 4), 2),
                     descriptor(0x21, 1, 1, 0, 4, b"\x11\0\0\0"), endpoint(0x81, 2),
                     endpoint(1, 2)], "printer_1", ["IPP over USB"]),
    "wireless": (plain((0xE0, 1, 3)), "network_1", ["Remote NDIS"]),
    "vendor": (plain((0xFF, 0, 0)), "vendor_specific_1", ["transfer(bulk)", "packet_size(64*byte)"]),
    "healthcare": (plain((0x0F, 0, 0)), "personal_healthcare_1", ["transfer(bulk)"]),
}


def bytes_of(name: str) -> bytes:
    return device(*TABLE[name][0])
