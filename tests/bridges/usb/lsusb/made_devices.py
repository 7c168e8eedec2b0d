# SPDX-License-Identifier: Apache-2.0
"""Devices that nobody has recorded: descriptors of each kind, in which every field has another
value. What lengths and counts must agree with is written out; all else is from a running number."""


class Numbers:
    """Bytes that are all different for a long while, and none of them 0."""

    def __init__(self, first: int = 0x11):
        self.next = first

    def __call__(self, count: int = 1) -> bytes:
        result = bytes((self.next + index) % 255 + 1 for index in range(count))
        self.next += count
        return result


def descriptor(*parts) -> bytes:
    """With its bLength in front; a part is a byte or bytes."""
    body = b"".join(bytes([it]) if isinstance(it, int) else it for it in parts)
    return bytes([len(body) + 1]) + body


def interface(number: int, code: tuple[int, int, int], endpoints: int = 0, alternate: int = 0):
    return descriptor(4, number, alternate, endpoints, bytes(code), 0)


def endpoint(address: int, attributes: int, extra: bytes = b"") -> bytes:
    return descriptor(5, address, attributes, b"\x40\x00", 4, extra)


def device(*parts: bytes, release: int = 0x0200) -> bytes:
    content = b"".join(parts)
    numbers = set()
    at = 0
    while at < len(content):
        if content[at + 1] == 4:
            numbers.add(content[at + 2])
        at += content[at]
    total = (len(content) + 9).to_bytes(2, "little")
    return (descriptor(1, release.to_bytes(2, "little"), 0, 0, 0, 64,
                       bytes.fromhex("341278563412"), 1, 2, 3, 1)
            + descriptor(2, total, len(numbers), 1, 4, 0xA0, 50) + content)


def audio1() -> bytes:
    n = Numbers()
    cs = 0x24
    control = [
        descriptor(cs, 1, b"\x00\x01", n(2), 2, n(2)),
        descriptor(cs, 2, 1, b"\x01\x02", n(1), 1, n(2), n(2)),
        descriptor(cs, 3, 2, b"\x01\x03", n(1), 1, n(1)),
        descriptor(cs, 4, 3, 2, 1, 1, 5, n(2), n(1), n(2), n(1)),
        descriptor(cs, 5, 4, 3, 1, 3, 1, n(1)),
        descriptor(cs, 6, 5, 1, 2, n(6), n(1)),
        descriptor(cs, 7, 6, b"\x01\x00", 1, 1, n(1), n(2), n(1), 2, n(2), n(1), 2, n(4)),
        descriptor(cs, 7, 7, b"\x05\x00", 2, 1, 3, n(1), n(2), n(1), 1, n(1), n(1)),
        descriptor(cs, 8, 8, n(2), 1, 1, n(1), n(2), n(1), 2, n(2), n(1)),
    ]
    streams = []
    for number, (tag, form) in enumerate([
            (b"\x01\x00", descriptor(cs, 2, 1, n(3), 3, n(9))),
            (b"\x01\x00", descriptor(cs, 2, 1, n(3), 0, n(6))),
            (b"\x01\x20", descriptor(cs, 2, 3, n(3), 1, n(3))),
            (b"\x01\x10", descriptor(cs, 2, 2, n(4), 2, n(6))),
            (b"\x02\x10", descriptor(cs, 2, 2, n(4), 0, n(6)))], 1):
        streams += [interface(1, (1, 2, 0), 1, number), descriptor(cs, 1, 1, n(1), tag), form,
                    endpoint(0x81, 5, n(2)), descriptor(0x25, 1, n(4))]
    return device(interface(0, (1, 1, 0)), *control, *streams)


def midi() -> bytes:
    n = Numbers()
    cs = 0x24
    return device(
        interface(0, (1, 3, 0), 1), descriptor(cs, 1, b"\x00\x01", n(2)),
        descriptor(cs, 2, 1, 1, n(1)), descriptor(cs, 2, 2, 2, n(1)),
        descriptor(cs, 3, 1, 3, 2, 1, n(1), 2, n(1), n(1)),
        descriptor(cs, 4, 4, 2, 1, n(1), 2, n(1), n(1), n(1), n(1), 2, n(2), n(1)),
        endpoint(1, 2, n(2)), descriptor(0x25, 1, 2, 1, 2))


def audio2() -> bytes:
    n = Numbers()
    cs = 0x24
    code = 0x20
    control = [
        descriptor(cs, 1, b"\x00\x02", n(1), n(2), n(1)),
        descriptor(cs, 0x0A, 1, n(1), n(1), n(1), n(1)),
        descriptor(cs, 0x0B, 2, 2, 1, 1, n(1), n(1)),
        descriptor(cs, 0x0C, 3, 1, n(1), n(1)),
        descriptor(cs, 2, 4, b"\x01\x02", n(1), 1, 1, n(4), n(1), n(2), n(1)),
        descriptor(cs, 3, 5, b"\x01\x03", n(1), 4, 1, n(2), n(1)),
        descriptor(cs, 4, 6, 2, 4, 4, 5, n(4), n(1), n(2), n(1), n(1)),
        descriptor(cs, 5, 7, 2, 4, 6, n(1), n(1)),
        descriptor(cs, 6, 8, 4, n(12), n(1)),
        descriptor(cs, 7, 9, b"\x02\x00", 4, n(8), n(1)),
        descriptor(cs, 8, 10, b"\x01\x00", 1, 4, n(1), n(4), n(1), n(2), n(1), 2, n(8)),
        descriptor(cs, 8, 11, b"\x03\x00", 2, 4, 6, n(1), n(4), n(1), n(2), n(1)),
        descriptor(cs, 9, 12, n(2), 1, 4, n(1), n(4), n(1), n(1), n(1)),
        descriptor(cs, 0x0D, 13, 4, 1, 2, n(1)),
    ]
    streams = []
    for number, (kind, form) in enumerate([
            (1, descriptor(cs, 2, 1, n(2))), (2, descriptor(cs, 2, 2, n(4))),
            (3, descriptor(cs, 2, 3, n(2))), (4, descriptor(cs, 2, 4))], 1):
        streams += [interface(1, (1, 2, code), 1, number),
                    descriptor(cs, 1, 4, n(1), kind, n(4), n(1), n(4), n(1)), form,
                    endpoint(0x81, 5), descriptor(0x25, 1, n(3), n(2))]
    return device(interface(0, (1, 1, code)), *control, *streams)


def audio3() -> bytes:
    n = Numbers()
    cs = 0x24
    code = 0x30
    control = [
        descriptor(cs, 1, n(1), n(2), n(4)),
        descriptor(cs, 0x0B, 1, n(1), n(4), n(1), n(2)),
        descriptor(cs, 0x0C, 2, 2, 1, 1, n(4), n(2)),
        descriptor(cs, 0x0D, 3, 1, n(4), n(2)),
        descriptor(cs, 2, 4, b"\x01\x02", n(1), 1, n(4), n(2), n(2), n(2), n(2)),
        descriptor(cs, 3, 5, b"\x01\x03", n(1), 4, 1, n(4), n(2), n(2), n(2)),
        descriptor(cs, 5, 6, 2, 4, 4, n(2), n(3), n(4), n(2)),
        descriptor(cs, 6, 7, 2, 4, 6, n(4), n(2)),
        descriptor(cs, 7, 8, 4, n(12), n(2)),
        descriptor(cs, 8, 9, b"\x02\x00", 4, n(8), n(2)),
        descriptor(cs, 9, 10, b"\x01\x00", 1, 4, n(2), n(4), 2, n(4)),
        descriptor(cs, 9, 11, b"\x02\x00", 1, 4, n(2), n(4)),
        descriptor(cs, 9, 12, b"\x03\x00", 2, 4, 6, n(2), n(4), n(2), n(4)),
        descriptor(cs, 0x0A, 13, n(2), 1, 4, n(2), n(4), n(2)),
        descriptor(cs, 0x0E, 14, 4, 1, 2, n(2)),
        descriptor(cs, 0x10, 15, n(2), n(2), 2, n(2), n(2)),
    ]
    return device(
        interface(0, (1, 1, code)), *control, interface(1, (1, 2, code), 1, 1),
        descriptor(cs, 1, 4, n(4), n(2), n(8), n(1), n(1), n(2), n(1)), endpoint(0x81, 5),
        descriptor(0x25, 1, n(4), n(1), n(2)))


def video() -> bytes:
    n = Numbers()
    cs = 0x24
    control = [
        descriptor(cs, 1, b"\x10\x01", n(2), n(4), 2, n(2)),
        descriptor(cs, 2, 1, b"\x01\x02", n(1), n(1), n(6), 3, n(3)),
        descriptor(cs, 2, 2, b"\x01\x04", n(1), n(1)),
        descriptor(cs, 3, 3, b"\x01\x01", n(1), 1, n(1)),
        descriptor(cs, 4, 4, 2, 1, 2, n(1)),
        descriptor(cs, 5, 5, 1, n(2), 3, n(3), n(1), n(1)),
        descriptor(cs, 6, 6, n(16), n(1), 2, 1, 2, 3, n(3), n(1)),
        descriptor(cs, 7, 7, 1, n(1), 3, n(3), n(3)),
    ]
    common = n(5)
    streaming = [
        descriptor(cs, 1, 3, n(2), n(1), n(1), 3, n(1), n(1), n(1), 1, n(3)),
        descriptor(cs, 4, n(1), 2, n(16), n(1), common),
        descriptor(cs, 5, n(1), n(1), n(16), n(4), 2, n(8)),
        descriptor(cs, 5, n(1), n(1), n(16), n(4), 0, n(12)),
        descriptor(cs, 3, n(1), 2, n(8), 2, n(2)),
        descriptor(cs, 0x0D, n(3)),
        descriptor(cs, 6, n(1), 1, n(1), common),
        descriptor(cs, 7, n(1), n(1), n(16), n(4), 1, n(4)),
        descriptor(cs, 0x10, n(1), 2, n(16), n(1), common, n(1)),
        descriptor(cs, 0x11, n(1), n(1), n(12), n(4), 2, n(4), n(8)),
        descriptor(cs, 0x11, n(1), n(1), n(12), n(4), 0, n(4), n(12)),
    ]
    return device(interface(0, (14, 1, 0)), *control, interface(1, (14, 2, 0)), *streaming)


def video_other_formats() -> bytes:
    n = Numbers()
    cs = 0x24
    return device(
        interface(0, (14, 2, 0)), descriptor(cs, 2, 3, n(2), n(1), 3, 1, n(3)),
        descriptor(cs, 0x0A, n(1), n(1), n(1), n(1), n(16)), descriptor(cs, 0x0C, n(1), n(4), n(1)),
        descriptor(cs, 0x12, n(1), n(16), n(4)))


def communications() -> bytes:
    n = Numbers()
    cs = 0x24
    return device(
        interface(0, (2, 2, 1)), descriptor(cs, 0, n(2)), descriptor(cs, 1, n(1), n(1)),
        descriptor(cs, 2, n(1)), descriptor(cs, 3, n(1)), descriptor(cs, 4, n(1), n(1)),
        descriptor(cs, 5, n(4)), descriptor(cs, 6, n(1), n(3)), descriptor(cs, 7, n(1), n(4)),
        descriptor(cs, 8, n(1)), descriptor(cs, 0x0F, n(1), n(4), n(2), n(2), n(1)),
        descriptor(cs, 0x11, n(2)), descriptor(cs, 0x12, n(2), n(16)), descriptor(cs, 0x13, 0, n(2)),
        descriptor(cs, 0x14, n(2), n(2)), descriptor(cs, 0x15, n(2)),
        descriptor(cs, 0x1A, n(2), n(1)), descriptor(cs, 0x1B, n(2), n(2), n(1), n(1), n(2), n(1)),
        descriptor(cs, 0x1C, n(2), n(1), n(2)))


def small_classes() -> bytes:
    n = Numbers()
    return device(
        interface(0, (11, 0, 0)), descriptor(0x21, n(52)),
        interface(1, (0xFE, 1, 2)), descriptor(0x21, n(1), n(2), n(2), n(2)),
        interface(2, (7, 1, 4)), descriptor(0x21, n(1), 1, 0, 4, n(4)),
        interface(3, (3, 0, 0), 1), descriptor(0x21, n(2), n(1), 2, 0x22, n(2), 0x23, n(2)),
        endpoint(0x81, 3),
        interface(4, (8, 6, 0x62), 4),
        *(part for pipe in (1, 2, 3, 4) for part in (
            endpoint(0x81 + pipe, 2), descriptor(0x30, 15, pipe, n(2)),
            descriptor(0x24, pipe, 0))))


def super_speed() -> bytes:
    n = Numbers()
    return device(
        interface(0, (0xFF, 0, 0), 3), endpoint(0x81, 1), descriptor(0x30, 3, 2, n(2)),
        endpoint(0x82, 1), descriptor(0x30, 3, 0x80, n(2)), descriptor(0x31, n(2), n(4)),
        endpoint(0x83, 2), descriptor(0x30, 7, 4, b"\x00\x00"), release=0x0320)


def store() -> bytes:
    """A BOS with every capability that lsusb knows."""
    n = Numbers()
    capabilities = [
        descriptor(0x10, 2, n(4)), descriptor(0x10, 3, n(1), n(2), n(1), n(1), n(2)),
        descriptor(0x10, 4, 0, n(16)), descriptor(0x10, 5, 0, n(16), n(6)),
        descriptor(0x10, 0x0A, 0, b"\x23\x00\x00\x00", n(2), b"\x00\x00", n(16)),
        descriptor(0x10, 0x0D, n(1), 2, n(1), n(2), n(32), b"\x21\x01", n(1), 0, n(4), n(4)),
        descriptor(0x10, 0x10, n(2), n(3), 2, n(2)),
    ]
    content = b"".join(capabilities)
    total = (len(content) + 5).to_bytes(2, "little")
    return descriptor(0x0F, total, len(capabilities)) + content


def devices() -> dict[str, tuple[bytes, bytes]]:
    """Descriptors and BOS by name."""
    makers = (audio1, audio2, audio3, midi, video, video_other_formats, communications,
              small_classes)
    made = {maker.__name__: (maker(), b"") for maker in makers}
    made["super_speed"] = (super_speed(), store())
    return made
