# SPDX-License-Identifier: Apache-2.0
"""What `lsusb -v` prints, as descriptors with fields.

lsusb indents: a descriptor is a line that ends with a colon, its fields are the lines below it with
two blanks more, and what a field means may follow with still more blanks.
"""

import re
from dataclasses import dataclass, field


@dataclass
class Line:
    name: str
    index: int | None
    text: str  # all that follows the name
    number: int  # of the line, from 1


@dataclass
class Block:
    title: str
    number: int
    fields: list[Line] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)  # what is no field
    octets: bytes | None = None  # of a descriptor that lsusb does not understand
    rest: bytes | None = None  # what lsusb calls junk at its end
    items: list[tuple[str, str, bytes]] = field(default_factory=list)  # of a report descriptor


TITLE = re.compile(r"^( *)(.*\S):(?: \(length is (-?\d+)\))?$")
OCTETS = re.compile(r"^ *(\*\* UNRECOGNIZED|UNRECOGNIZED CDC|INTERFACE CLASS|\*\* UNRECOGNIZED CDC"
                    r"|INVALID CDC \([^)]*\)|INVALID CDC):  ((?:[0-9a-f]{2} ?)+)$")
FIELD = re.compile(r"^(VCONN Power|\w[\w.]*)(?:[(\[] *(\d+)[)\]])? *(.*)$")
ITEM = re.compile(r"^ *Item\((Main  |Global|Local |Resvd )\): (.*), data=(none| *\[ (.*) \] -?\d+)$")
JUNK = re.compile(r"^ *(?:Warning: Junk at end of descriptor \((\d+) bytes\):"
                  r"|junk at descriptor end: *(.*))$")
# A field of lsusb begins so; words that say what one means do not.
NAME = re.compile(r"^(b|bm|bma|ba|Ba|bcd|id|i|w|wl|wa|dw|da|t|n|g|guid|MaxPower|MaxStreams|Mult|"
                  r"PlatformCapabilityUUID|ContainerID|CapabilityData|VCONN|Reserved\d?)"
                  r"(?=[A-Z0-9(\[]|cd|$| )")


def devices(text: str) -> dict[tuple[int, int], list[Block]]:
    """The descriptors of each device, in the order of the text, by bus and device number."""
    result: dict[tuple[int, int], list[Block]] = {}
    blocks: list[Block] = []
    indents: list[int] = []  # of the fields of the blocks that are open
    open_blocks: list[Block] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        begin = re.match(r"^Bus (\d+) Device (\d+): ID", line)
        if begin:
            blocks = result.setdefault((int(begin[1]), int(begin[2])), [])
            indents, open_blocks = [], []
            continue
        indent = len(line) - len(line.lstrip())
        octets = OCTETS.match(line)
        if octets:
            blocks.append(Block(octets[1], number, octets=bytes.fromhex(octets[2])))
            continue
        item = ITEM.match(line)
        if item:
            data = bytes(int(it, 16) for it in (item[4] or "").split())
            open_blocks[-1].items.append((item[1].strip(), item[2], data))
            continue
        junk = JUNK.match(line)
        if junk:
            last = blocks[-1]
            last.rest = bytes.fromhex(junk[2] or "")
            continue
        if blocks and blocks[-1].rest is not None and re.match(r"^ *([0-9a-f]{2} )+ *$", line):
            blocks[-1].rest += bytes.fromhex(line)
            continue
        title = TITLE.match(line)
        if title and not NAME.match(title[2]):
            while indents and indents[-1] > indent:
                indents.pop()
                open_blocks.pop()
            block = Block(title[2], number)
            blocks.append(block)
            indents.append(indent + 2)
            open_blocks.append(block)
            continue
        words = line.strip()
        if words.startswith("Warning: "):
            open_blocks[-1].notes.append((number, words))
            continue
        while indents and indents[-1] > indent:
            indents.pop()
            open_blocks.pop()
        parsed = FIELD.match(words)
        if parsed and NAME.match(parsed[1]) and indents and indent == indents[-1]:
            index = None if parsed[2] is None else int(parsed[2])
            open_blocks[-1].fields.append(Line(parsed[1], index, parsed[3], number))
        else:
            target = open_blocks[-1] if open_blocks else blocks[-1]
            target.notes.append((number, words))
    return result
