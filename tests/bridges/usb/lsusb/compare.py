# SPDX-License-Identifier: Apache-2.0
"""Sets what lsusb shows of a device against our dump of it, number by number."""

import re
from collections import Counter
from dataclasses import dataclass

import report_items
from lsusb_text import Block, Line


@dataclass(frozen=True)
class Finding:
    """A number that lsusb shows and that we show otherwise, or not at all."""

    device: str
    offset: int
    field: str
    lsusb: str
    ours: str


# Descriptors that this lsusb passes over in silence.
SILENT = {"VideoControl Endpoint Descriptor"}

# What lsusb prints in the form of a descriptor, and is none.
NO_DESCRIPTORS = {"Device Status", "Alternate Modes supported by Device Container"}

# The parts of a dump that have no block of their own in lsusb, which shows them with the endpoint.
FOLDED_TITLES = {"Pipe Usage", "SuperSpeed Endpoint Companion"}
LISTS = ("associations", "interfaces", "on_the_go", "class_specific", "frames",
         "still_image_frames", "color_matchings", "endpoints", "not_understood", "capabilities",
         "companions")


def flattened(node: dict) -> list[dict]:
    """A descriptor and all in it, in the order of the bytes."""
    nodes = [node]
    for name in LISTS:
        for part in node.get(name, []):
            nodes += flattened(part)
    return nodes


def blocks_of(dump: dict) -> list[dict]:
    nodes = [dump["device"]] if dump["device"] else []
    for configuration in dump["configurations"]:
        nodes += flattened(configuration)
    for opaque in dump["not_understood"]:
        nodes.append(opaque)
    nodes.sort(key=lambda it: it["offset"])
    return nodes + (flattened(dump["bos"]) if dump["bos"] else [])


# lsusb prints these without 0x.
BARE_HEX = {"dwSyncProtocols", "dwMechanical", "dwFeatures", "bClassGetResponse", "bClassEnvelope",
            "bGuidDescriptorType"}
# These have all their numbers in one line.
LINES = {"bmConfigured", "bDetailData"}
# lsusb calls these otherwise than it does elsewhere.
ALIASES = {"baSource": "baSourceID"}
WORDS = {"echo": 0xFF, "none": 0}


def number_of(line: Line):
    """What lsusb shows: a number, the text of a GUID, or None where it shows no number."""
    words = line.text.split()
    if not words:
        return None
    first = words[0]
    if first.startswith("{") or (len(first) == 36 and first.count("-") == 4):
        return "{" + first.strip("{}") + "}"
    if "." in first and (line.name.startswith("bcd") or line.name == "wServiceVersion"):
        before, _, after = first.partition(".")
        return int(before, 16) << 8 | int(after, 16)
    if line.name in LINES:
        return bytes.fromhex(line.text).hex()
    if line.name == "wlcdLayout" and "cols" in words:
        return int(first) | int(words[2]) << 8
    if first in WORDS:
        return WORDS[first]
    if line.name in BARE_HEX:
        return int(first, 16)
    if re.fullmatch(r"0x[0-9a-fA-F]+", first):
        return int(first, 16)
    if re.fullmatch(r"-?\d+", first):
        return int(first)
    return None


def little_endian(numbers: list[int]) -> int:
    return sum(number << 8 * index for index, number in enumerate(numbers))


class Comparison:
    """Compares devices one after the other, and counts."""

    def __init__(self):
        self.compared: Counter = Counter()  # (title of lsusb, field): numbers
        self.classes: Counter = Counter()  # class of the interface: numbers
        self.findings: list[Finding] = []
        self.not_ours: Counter = Counter()  # (title, field) that only lsusb shows
        self.only_ours: Counter = Counter()  # (title, field) that only we show
        self.octets: Counter = Counter()  # our title of what lsusb shows as bytes
        self.silent: Counter = Counter()  # titles of what lsusb does not show
        self.devices = 0
        self.reports = 0  # report descriptors that were compared

    def device(self, name: str, blocks: list[Block], dump: dict, octets: bytes) -> None:
        self.devices += 1
        nodes = [it for it in blocks_of(dump) if it["descriptor"] not in FOLDED_TITLES]
        blocks = [it for it in blocks if it.title not in NO_DESCRIPTORS]
        self.class_name = "device"
        at = 0
        previous = None
        for block in blocks:
            if block.title == "Report Descriptor":
                self.report(name, block, previous, dump)
                continue
            if at == len(nodes):
                self.find(name, len(octets), "descriptor", block.title, "none")
                return
            while nodes[at]["descriptor"] in SILENT and block.title != nodes[at]["descriptor"]:
                self.silent[nodes[at]["descriptor"]] += 1
                at += 1
            node = nodes[at]
            at += 1
            previous = node
            self.block(name, block, node, octets)
        for node in nodes[at:]:
            self.find(name, node["offset"], "descriptor", "none", node["descriptor"])

    def find(self, device: str, offset: int, field: str, lsusb, ours) -> None:
        self.findings.append(Finding(device, offset, field, str(lsusb), str(ours)))

    def block(self, device: str, block: Block, node: dict, octets: bytes) -> None:
        offset = node["offset"]
        if node["descriptor"] == "Interface Descriptor":
            self.class_name = node.get("meanings", {}).get("bInterfaceClass",
                                                           str(node["bInterfaceClass"]))
        if block.octets is not None:
            self.count(block.title, "bytes")
            self.octets[block.title, node["descriptor"]] += 1
            theirs = octets[offset : offset + len(block.octets)]
            if block.octets != theirs:
                self.find(device, offset, "bytes", block.octets.hex(), theirs.hex())
            return
        if block.title != node["descriptor"]:
            self.find(device, offset, "title", block.title, node["descriptor"])
            return
        if (block.rest is not None or "rest" in node):
            rest = (block.rest or b"").hex()
            self.count(block.title, "rest")
            if rest != node.get("rest", ""):
                self.find(device, offset, "rest", rest, node.get("rest", ""))
        seen: Counter = Counter()
        shown = {"descriptor", "offset", "meanings", "rest"}
        for line in block.fields:
            lsusb = number_of(line)
            ours, key = self.ours(block, line, node, seen[line.name])
            seen[line.name] += 1
            shown.add(key)
            if lsusb is None:
                continue
            if ours is None:
                self.not_ours[block.title, line.name] += 1
                self.find(device, offset, line.name, lsusb, "none")
                continue
            self.count(block.title, line.name)
            if lsusb != ours:
                index = "" if line.index is None else f"({line.index})"
                self.find(device, offset, line.name + index, lsusb, ours)
        self.endpoint_words(device, block, node)
        for key, value in node.items():
            if key not in shown and key not in LISTS and value != []:
                self.only_ours[block.title, key] += 1

    def count(self, title: str, field: str) -> None:
        self.compared[title, field] += 1
        self.classes[self.class_name] += 1

    def ours(self, block: Block, line: Line, node: dict, nth: int):
        """Our number for a field, and the key that it is under; None where we have none."""
        name = ALIASES.get(line.name, line.name)
        if name == "MaxPower":
            return node["bMaxPower"] * 2, "bMaxPower"
        if name in ("bMaxBurst", "MaxStreams", "Mult"):
            companion = node.get("companions", [{}])[0]
            if name == "MaxStreams":
                return 1 << (companion["bmAttributes"] & 0x1F), name
            if name == "Mult":
                return companion["bmAttributes"] & 3, name
            return companion.get(name), name
        if block.title == "HID Device Descriptor" and name in ("bDescriptorType",
                                                               "wDescriptorLength"):
            number = nth - 1 if name == "bDescriptorType" else nth
            if number < 0:
                return node[name], name
            parts = node.get("descriptors", [])
            return (parts[number][name] if number < len(parts) else None), "descriptors"
        if name in ("wWidth", "wHeight") and "sizes" in node:
            return node["sizes"][line.index][name], "sizes"
        if name in ("wSVID", "bAlternateMode", "iAlternateModeString"):
            return node["alternate_modes"][line.index][name], "alternate_modes"
        value = node.get(name)
        if name == "CapabilityData":
            return bytes.fromhex(value)[line.index], name
        if name == "bmConfigured":
            return bytes(value).hex(), name
        if name == "waRecoveryTime":
            return value[line.index - 1], name
        if not isinstance(value, list):
            return value, name
        if line.index is None and len(value) > nth and name in ("bSlaveInterface", "wCountryCode"):
            return value[nth], name
        if line.index is None:
            return little_endian(value), name
        size = node.get("bControlSize", 1)
        if name == "bmaControls" and size > 1 and block.title.startswith("AudioControl"):
            return little_endian(value[line.index * size : (line.index + 1) * size]), name
        return (value[line.index] if line.index < len(value) else None), name

    def endpoint_words(self, device: str, block: Block, node: dict) -> None:
        """What lsusb tells of an endpoint in words."""
        if block.title != "Endpoint Descriptor":
            return
        meanings = node.get("meanings", {})
        for line in block.fields:
            if line.name == "bEndpointAddress":
                number, way = re.search(r"EP (\d+) (IN|OUT)", line.text).groups()
                expected = f"number {number}, {way.lower()}"
                self.same_words(device, node, line.name, expected, meanings[line.name])
            elif line.name == "wMaxPacketSize":
                times, size = re.search(r"(\d+)x (\d+) bytes", line.text).groups()
                expected = f"{times} of {size} bytes"
                self.same_words(device, node, line.name, expected, meanings[line.name])
        words = meanings["bmAttributes"]
        for number, note in block.notes:
            pipe = re.fullmatch(r"\w+(?:-\w+)? pipe \(0x([0-9a-f]{2})\)", note)
            if pipe:
                ours = [it["bPipeID"] for it in node.get("class_specific", [])
                        if it["descriptor"] == "Pipe Usage"]
                self.count(block.title, "bPipeID")
                if ours != [int(pipe[1], 16)]:
                    self.find(device, node["offset"], "bPipeID", pipe[1], ours)
            kind = re.match(r"(Transfer|Synch|Usage) Type +(.*)$", note)
            if not kind:
                continue
            isochronous = words.startswith("isochronous")
            if kind[1] == "Transfer":
                self.same_words(device, node, note, kind[2].lower(), words.split(",")[0])
            elif isochronous and kind[1] == "Synch":
                ours = re.search(r"synchronization (\w+)", words)[1]
                self.same_words(device, node, note, kind[2].lower(), ours)
            elif isochronous:
                ours = re.search(r"usage (.*)$", words)[1]
                self.same_words(device, node, note, kind[2].lower().removesuffix(" data"), ours)

    def same_words(self, device: str, node: dict, field: str, lsusb: str, ours: str) -> None:
        self.count("Endpoint Descriptor", f"{field.split('  ')[0]}, in words")
        if lsusb != ours:
            self.find(device, node["offset"], field, lsusb, ours)

    def report(self, device: str, block: Block, hid: dict, dump: dict) -> None:
        if not block.items:
            return
        number = hid.get("report_descriptor")
        if number is None:
            self.find(device, hid["offset"], "report descriptor", "there", "none")
            return
        expected = report_items.interpret(block.items)
        ours = report_items.of_dump(dump["report_descriptors"][number])
        self.reports += 1
        for name in ("collections", "fields", "reports"):
            for index in range(max(len(expected[name]), len(ours[name]))):
                theirs = expected[name][index] if index < len(expected[name]) else {}
                mine = ours[name][index] if index < len(ours[name]) else {}
                for key in sorted(theirs.keys() | mine.keys()):
                    self.compared["Report Descriptor", f"{name[:-1]} {key}"] += 1
                    self.classes["human interface"] += 1
                    if theirs.get(key) != mine.get(key):
                        self.find(device, hid["offset"], f"{name}[{index}] {key}",
                                  theirs.get(key), mine.get(key))


def unexpected(findings: list[Finding], known: dict, devices: dict[str, bytes]) -> list[str]:
    """What is found and not known, or known of one of the devices and not found, as sentences."""
    left = {(it.device, it.offset, it.field, it.ours): it for it in findings}
    sentences = []
    for reason, differences in known.items():
        for it in differences:
            if it.device not in devices:
                continue
            octets = bytes.fromhex(it.octets)
            if devices[it.device][it.offset : it.offset + len(octets)] != octets:
                sentences.append(f"other bytes: {it.device}, {it.offset}: {reason}")
            for field, lsusb, ours in it.fields:
                found = left.pop((it.device, it.offset, field, ours), None)
                if found is None or lsusb not in ("*", found.lsusb):
                    sentences.append(f"no longer there: {it.device}, {it.offset}, {field}: {reason}")
    return sentences + [f"not known: {it}" for it in left.values()]
