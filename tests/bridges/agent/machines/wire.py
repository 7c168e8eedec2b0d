#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The wire between two machines of QEMU's, as somebody has it who sits in the middle.

wire.py between LISTEN CONNECT CAPTURE CONTROL
    listens at the socket LISTEN, connects to the socket CONNECT, and passes frames of QEMU's
    "-netdev stream" between the two; all of them go to the file CAPTURE (pcap). The words "flip from"
    written to the FIFO CONTROL flip a bit in the payload of the next large segment that comes from
    TCP port 3240, "flip to" in that of one that goes there, and put its checksum right: TCP takes it
    for what was sent. Then CONTROL.flipped is there.

wire.py check CAPTURE MARKER
    What comes from TCP port 3240 must be valid TLS records and nothing else; where that has data in it,
    what goes there, too. (Clients of the test that are no nodes send what they like, and get no data.)
    After the first record of data there is data only: no new handshake, no close_notify, which would
    end the import. The marker may not be anywhere in the capture. Prints what it saw; exit status 1 if
    it is not so.
"""
import os
import selectors
import socket
import struct
import sys
import time

PORT = 3240
LARGE = 1000
# RFC 5246, section 6.2.1: change_cipher_spec, alert, handshake, application_data.
TYPES = {20, 21, 22, 23}
LONGEST_RECORD = 16384 + 2048


class Segment:
    """A TCP segment in an Ethernet frame, or None of it."""

    def __init__(self, frame):
        self.is_tcp = False
        if len(frame) < 54 or frame[12:14] != b"\x08\x00" or frame[23] != 6:
            return
        self.ip = 14
        self.tcp = self.ip + (frame[14] & 0x0F) * 4
        self.end = self.ip + struct.unpack_from(">H", frame, 16)[0]
        self.source, self.target, self.sequence = struct.unpack_from(">HHI", frame, self.tcp)
        self.data = self.tcp + (frame[self.tcp + 12] >> 4) * 4
        self.flags = frame[self.tcp + 13]
        self.hosts = (frame[26:30], frame[30:34])
        self.is_tcp = self.end <= len(frame)


def flip(frame, way):
    """The frame with one bit of its payload flipped and a checksum that agrees; None: it has none, or
    goes another way."""
    segment = Segment(frame)
    if not segment.is_tcp or segment.end - segment.data < LARGE:
        return None
    if PORT != (segment.source if way == "from" else segment.target):
        return None
    changed = bytearray(frame)
    at = segment.data + (segment.end - segment.data) // 2
    changed[at] ^= 0x10
    struct.pack_into(">H", changed, segment.tcp + 16, 0)
    length = segment.end - segment.tcp
    pseudo = changed[26:34] + struct.pack(">BBH", 0, 6, length)
    words = bytes(pseudo) + bytes(changed[segment.tcp:segment.end]) + b"\0" * (length % 2)
    total = sum(struct.unpack(">%dH" % (len(words) // 2), words))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    struct.pack_into(">H", changed, segment.tcp + 16, ~total & 0xFFFF)
    return bytes(changed)


class Between:
    def __init__(self, listen, connect, capture, control):
        server = socket.socket(socket.AF_UNIX)
        server.bind(listen)
        server.listen(1)
        far = socket.socket(socket.AF_UNIX)
        far.connect(connect)
        near, _ = server.accept()
        self.other = {near: far, far: near}
        self.rest = {near: b"", far: b""}
        self.capture = open(capture, "wb")
        # As pcap has it: Ethernet, whole frames.
        self.capture.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1))
        self.control_name = control
        self.control = os.open(control, os.O_RDWR | os.O_NONBLOCK)
        self.flip_way = None

    def run(self):
        selector = selectors.DefaultSelector()
        for side in self.other:
            selector.register(side, selectors.EVENT_READ)
        selector.register(self.control, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj == self.control:
                    word, way = os.read(self.control, 100).decode().split()
                    self.flip_way = way if word == "flip" else None
                elif not self.pass_on(key.fileobj):
                    return

    def pass_on(self, side):
        data = side.recv(1 << 18)
        if not data:
            return False
        data = self.rest[side] + data
        passed = []
        while len(data) >= 4:
            (length,) = struct.unpack_from(">I", data)
            if len(data) < 4 + length:
                break
            frame = data[4:4 + length]
            data = data[4 + length:]
            passed.append(self.one(frame))
        self.rest[side] = data
        self.other[side].sendall(b"".join(struct.pack(">I", len(it)) + it for it in passed))
        return True

    def one(self, frame):
        changed = flip(frame, self.flip_way) if self.flip_way else None
        if changed is not None:
            frame = changed
            self.flip_way = None
            with open(self.control_name + ".flipped", "w", encoding="ascii") as done:
                done.write("done\n")
        now = time.time()
        self.capture.write(struct.pack("<IIII", int(now), int(now % 1 * 1e6), len(frame), len(frame)))
        self.capture.write(frame)
        self.capture.flush()
        return frame


def frames_of(capture):
    at = 24
    while at + 16 <= len(capture):
        (length,) = struct.unpack_from("<I", capture, at + 8)
        yield capture[at + 16:at + 16 + length]
        at += 16 + length


class Stream:
    """One direction of a connection, put together from its segments."""

    def __init__(self, start):
        self.next = start
        self.later = {}
        self.bytes = bytearray()

    def take(self, sequence, data):
        self.later[sequence] = max(data, self.later.get(sequence, b""), key=len)
        moved = True
        while moved:
            moved = False
            for begin in sorted(self.later, key=lambda it: (it - self.next) % (1 << 32)):
                known = (self.next - begin) % (1 << 32)
                piece = self.later[begin]
                if known < (1 << 31) and known <= len(piece):
                    del self.later[begin]
                    self.bytes += piece[known:]
                    self.next = (self.next + len(piece) - known) % (1 << 32)
                    moved = True
                    break


def streams_of(capture):
    streams = {}
    every = []
    for frame in frames_of(capture):
        segment = Segment(frame)
        if not segment.is_tcp or PORT not in (segment.source, segment.target):
            continue
        name = (segment.hosts, segment.source, segment.target)
        if segment.flags & 2:
            if name not in streams or streams[name].bytes:
                streams[name] = Stream((segment.sequence + 1) % (1 << 32))
                every.append((name, streams[name]))
        elif name in streams and segment.end > segment.data:
            streams[name].take(segment.sequence, frame[segment.data:segment.end])
    return every


def records_of(data):
    """Kinds and lengths of the records; ValueError where it is none, or no data after data. The last
    may be cut off."""
    at = 0
    has_data = False
    while at + 5 <= len(data):
        kind, version, length = struct.unpack_from(">BHH", data, at)
        if kind not in TYPES or not 0x0301 <= version <= 0x0303 or not 0 < length <= LONGEST_RECORD:
            raise ValueError("at byte %d: %s" % (at, data[at:at + 16].hex()))
        if has_data and kind != 23:
            raise ValueError("at byte %d: kind %d after data" % (at, kind))
        has_data = kind == 23
        yield kind, length
        at += 5 + length


def check(path, marker):
    with open(path, "rb") as file:
        capture = file.read()
    wrong = ["the marker is on the wire"] if marker.encode() in capture else []
    calls = {}
    for name, stream in streams_of(capture):
        hosts, source, target = name
        if source == PORT:
            calls.setdefault((hosts[::-1], target), [None, None])[1] = stream
        else:
            calls[(hosts, source)] = [stream, None]
    served = records = data = 0
    for (_, port), (to_provider, from_provider) in calls.items():
        sides = [] if from_provider is None else [from_provider]
        has_data = False
        while sides:
            side = sides.pop()
            try:
                for kind, length in records_of(bytes(side.bytes)):
                    records += 1
                    if kind == 23:
                        data += length
                        if side is from_provider and not has_data:
                            has_data = True
                            served += 1
                            sides.append(to_provider)
            except ValueError as error:
                wrong.append("the connection from port %d is not TLS %s" % (port, error))
    print("%d connections, %d with data: %d records, %d bytes of data; %d bytes captured" %
          (len(calls), served, records, data, len(capture)))
    if not served:
        wrong.append("there is no data at all")
    for sentence in wrong:
        print(sentence)
    return 1 if wrong else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["between"] and len(sys.argv) == 6:
        Between(*sys.argv[2:]).run()
    elif sys.argv[1:2] == ["check"] and len(sys.argv) == 4:
        sys.exit(check(*sys.argv[2:]))
    else:
        sys.exit(__doc__)
