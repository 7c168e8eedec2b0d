# SPDX-License-Identifier: Apache-2.0
"""Where lsusb 014 is wrong, with the bytes that show it. The test wants exactly these."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    device: str
    offset: int
    octets: str  # of the descriptor, as they stand there
    fields: tuple[tuple[str, str, str], ...]  # field, what lsusb shows (*: anything), what we show


# What is wrong, and where.
DIFFERENCES: dict[str, list[Difference]] = {
    (
        "A mixer unit of two mono inputs and five output channels has ten bits of bmControls "
        "(UAC1 and UAC2, table for the mixer unit), so two bytes; lsusb takes one, and the name "
        "from the byte after it."
    ): [
        Difference(
            "made/audio1", 67,
            "0e 24 04 03 02 01 01 05 1d 1e 1f 20 21 22",
            (("iMixer", "33", "34"),
             ("rest", "22", ""))),
        Difference(
            "made/audio2", 98,
            "11 24 04 06 02 04 04 05 2b 2c 2d 2e 2f 30 31 32 33",
            (("bmControls", "49", "50"),
             ("iMixer", "50", "51"),
             ("rest", "33", ""))),
    ],
    (
        "bControlSize is 1, and so bmControls has one byte (UAC1 4.3.2.6); lsusb takes as many "
        "for each input pin."
    ): [
        Difference(
            "made/audio1", 124,
            "10 24 07 07 05 00 02 01 03 36 37 38 39 01 3a 3b",
            (("bmControls", "59", "none"),)),
    ],
    (
        "A sampling rate converter has bUnitID, bSourceID and two clocks (UAC2 4.7.2.9, UAC3 "
        "4.5.2.8); lsusb has the fields of a clock multiplier here."
    ): [
        Difference(
            "made/audio2", 218,
            "08 24 0d 0d 04 01 02 70",
            (("bCSourceID", "4", "none"),
             ("bClockID", "13", "none"),
             ("bmControls", "1", "none"),
             ("iClockMultiplier", "2", "none"),
             ("rest", "70", ""))),
        Difference(
            "made/audio3", 258,
            "09 24 0e 0e 04 01 02 94 95",
            (("bCSourceID", "4", "none"),
             ("bClockID", "14", "none"),
             ("bmControls", "2509505025", "none"))),
    ],
    (
        "Numbers of USB begin with the low byte; lsusb prints these two bytes as they stand."
    ): [
        Difference(
            "made/communications", 73,
            "08 24 07 22 23 24 25 26",
            (("wCountryCode", "8996", "9251"),
             ("wCountryCode", "9510", "9765"))),
    ],
    (
        "bClassEnvelope is the byte after bClassGetResponse (CCID table 5.1-1); lsusb prints that "
        "one twice."
    ): [
        Difference(
            "made/small_classes", 36,
            "36 21 12 13 14 15 16 17 18 19 1a 1b 1c 1d 1e 1f 20 21 22 23 24 25 26 27 28 29 2a "
            "2b 2c 2d 2e 2f 30 31 32 33 34 35 36 37 38 39 3a 3b 3c 3d 3e 3f 40 41 42 43 44 45",
            (("bClassEnvelope", "64", "65"),)),
    ],
    (
        "bmControlsRuntime has three bytes (UVC table 3-9); lsusb takes four of them, the last "
        "from bmControls."
    ): [
        Difference(
            "made/video", 135,
            "0d 24 07 07 01 46 03 47 48 49 4a 4b 4c",
            (("bmControlsRuntime", "1196182346", "5000010"),)),
    ],
    (
        "dwPacketLength has four bytes (stream-based payload, table 3-1); lsusb prints the first."
    ): [
        Difference(
            "made/video_other_formats", 80,
            "18 24 12 32 33 34 35 36 37 38 39 3a 3b 3c 3d 3e 3f 40 41 42 43 44 45 46",
            (("dwPacketLength", "67", "1178944579"),)),
    ],
    (
        "The interface has protocol 4, which is not defined. bcdADC of its header is 1.00, and "
        "Linux assumes audio 1 too; lsusb takes subtype 6 for that of a later class."
    ): [
        Difference(
            "qemu/usb-audio", 57,
            "0d 24 06 02 01 02 01 00 02 00 02 00 07",
            (("bNrInPins", "1", "none"),
             ("baSourceID", "2", "none"),
             ("iSelector", "1", "none"),
             ("rest", "000200020007", ""))),
        Difference(
            "qemu/usb-audio-multi", 57,
            "19 24 06 02 01 02 01 00 02 00 02 00 02 00 02 00 02 00 02 00 02 00 02 00 07",
            (("bNrInPins", "1", "none"),
             ("baSourceID", "2", "none"),
             ("iSelector", "1", "none"),
             ("rest", "000200020002000200020002000200020007", ""))),
    ],
    (
        "The processing unit ends after iProcessing, as it does in UVC 1.0: there is no "
        "bmVideoStandards. lsusb warns that it is too short, and prints the byte after its end, "
        "whatever that is."
    ): [
        Difference(
            "usb/046d-08e2-logi-scribe", 75,
            "0b 24 05 02 01 00 40 02 00 00 00",
            (("bmVideoStandards", "*", "none"),)),
        Difference(
            "usb/04f2-b67d-video", 111,
            "0b 24 05 02 01 00 00 02 7f 15 00",
            (("bmVideoStandards", "*", "none"),)),
        Difference(
            "usb/0c45-6340-usb-2-0-camera", 110,
            "0b 24 05 03 01 00 00 02 3f 04 00",
            (("bmVideoStandards", "*", "none"),)),
        Difference(
            "usb/17ef-480d-video", 75,
            "0b 24 05 02 01 00 00 02 3f 05 00",
            (("bmVideoStandards", "*", "none"),)),
        Difference(
            "usb/32e4-9422-h264-usb-camera", 139,
            "0b 24 05 02 01 00 00 02 7f 17 00",
            (("bmVideoStandards", "*", "none"),)),
        Difference(
            "usb/349c-3307-hd-video", 75,
            "0b 24 05 02 01 00 00 02 7f 17 00",
            (("bmVideoStandards", "*", "none"),)),
        Difference(
            "usb/5986-0706-integrated-camera", 75,
            "0b 24 05 02 01 00 40 02 7f 15 00",
            (("bmVideoStandards", "*", "none"),)),
    ],
    (
        "bNumDescriptors is 0, and an entry follows all the same: lsusb calls it junk, and we "
        "read it, with a warning. It gives the length of the report descriptor rightly."
    ): [
        Difference(
            "usb/04d9-a088-hid", 61,
            "09 21 11 01 00 00 22 ae 00",
            (("rest", "22ae00", ""),)),
    ],
}
