# SPDX-License-Identifier: Apache-2.0
"""Report descriptors from the items that lsusb shows: what Linux makes of them.

Written from the HID specification 1.11, 6.2.2, and from what drivers/hid/hid-core.c of Linux does
(hid_parser_main, hid_parser_global, hid_parser_local, hid_add_field), and not from our parser.
"""

KINDS = {"Input": "input", "Output": "output", "Feature": "feature"}
GLOBALS = ("Usage Page", "Logical Minimum", "Logical Maximum", "Physical Minimum",
           "Physical Maximum", "Unit Exponent", "Unit", "Report Size", "Report ID", "Report Count")


def unsigned(data: bytes) -> int:
    return int.from_bytes(data, "little")


def signed(data: bytes) -> int:
    return int.from_bytes(data, "little", signed=True)


def exponent(data: bytes) -> int:
    """hid_parser_global: a nibble with a sign, or else a number with a sign as it is."""
    value = signed(data)
    if value & ~0xF:
        return value
    return value - 16 if value & 8 else value


class Interpreter:
    def __init__(self):
        self.globals = dict.fromkeys(GLOBALS, 0)
        self.stack = []
        self.collections = []
        self.fields = []
        self.reports = {}
        self.open = []
        self.clear()

    def clear(self):
        self.usages = []  # [page or None, number]: each on its own
        self.minimum = None
        self.delimiters = 0

    def local(self, name: str, data: bytes):
        value = unsigned(data)
        page = value >> 16 if len(data) > 2 else None
        if name == "Delimiter":
            self.delimiters += 1 if value else 0
        elif name == "Usage" and self.delimiters < 2:
            self.usages.append([page, value & 0xFFFF, self.globals["Usage Page"]])
        elif name == "Usage Minimum":
            self.minimum = (page, value & 0xFFFF)
        elif name == "Usage Maximum" and self.delimiters < 2:
            page = page if page is not None else self.minimum[0]
            # Linux takes no more than HID_MAX_USAGES of them.
            for number in range(self.minimum[1], min(value & 0xFFFF, self.minimum[1] + 12287) + 1):
                self.usages.append([page, number, self.globals["Usage Page"]])

    def complete(self) -> list[int]:
        """hid_concatenate_last_usage_page: the page at the main item counts, from the last usage
        back to the first that is on it already."""
        last = self.globals["Usage Page"]
        for usage in reversed(self.usages):
            if usage[0] is not None:
                continue
            if usage[2] == last:
                break
            usage[2] = last
        return [(it[2] if it[0] is None else it[0]) << 16 | it[1] for it in self.usages]

    def main(self, name: str, data: bytes):
        usages = self.complete()
        if name == "Collection":
            self.collections.append({"type": unsigned(data), "usage": usages[0] if usages else 0,
                                     "parent": self.open[-1] if self.open else None})
            self.open.append(len(self.collections) - 1)
        elif name == "End Collection":
            if self.open:
                self.open.pop()
        elif name in KINDS:
            self.add_field(KINDS[name], unsigned(data), usages)
        self.clear()

    def add_field(self, kind: str, flags: int, usages: list[int]):
        now = self.globals
        key = (kind, now["Report ID"])
        begin = self.reports.get(key, 0)
        self.reports[key] = begin + now["Report Size"] * now["Report Count"]
        self.fields.append({
            "kind": kind, "flags": flags, "report_id": now["Report ID"], "bit_offset": begin,
            "report_size": now["Report Size"], "report_count": now["Report Count"],
            "logical_minimum": now["Logical Minimum"], "logical_maximum": now["Logical Maximum"],
            "physical_minimum": now["Physical Minimum"],
            "physical_maximum": now["Physical Maximum"],
            "unit_exponent": now["Unit Exponent"], "unit": now["Unit"], "usages": usages,
            "collection": self.open[-1] if self.open else None})

    def globally(self, name: str, data: bytes):
        now = self.globals
        if name == "Push":
            self.stack.append(dict(now))
        elif name == "Pop":
            self.globals = self.stack.pop()
        elif name in ("Logical Minimum", "Physical Minimum"):
            now[name] = signed(data)
        elif name in ("Logical Maximum", "Physical Maximum"):
            minimum = now[name.replace("Maximum", "Minimum")]
            now[name] = signed(data) if minimum < 0 else unsigned(data)
        elif name == "Unit Exponent":
            now[name] = exponent(data)
        elif name in now:
            now[name] = unsigned(data)


def interpret(items: list[tuple[str, str, bytes]]) -> dict[str, list[dict]]:
    it = Interpreter()
    for kind, name, data in items:
        {"Main": it.main, "Global": it.globally, "Local": it.local}[kind](name, data)
    reports = [{"kind": kind, "id": number, "bits": bits}
               for (kind, number), bits in it.reports.items()]
    return {"collections": it.collections, "fields": it.fields, "reports": reports}


def usages_of(node: dict) -> list[int]:
    usages = []
    for local in node.get("locals", []):
        if local["descriptor"] == "usage":
            last = min(local["maximum"], local["minimum"] + 12287)
            usages += range(local["minimum"], last + 1)
    return usages


def of_dump(report: dict) -> dict[str, list[dict]]:
    """The same from our dump."""
    collections, fields = [], []

    def walk(node: dict, parent: int | None):
        parts = [(it["offset"], True, it) for it in node.get("collections", [])]
        parts += [(it["offset"], False, it) for it in node.get("fields", [])]
        for _, is_collection, it in sorted(parts, key=lambda part: part[0]):
            if is_collection:
                collections.append({"type": it["type"], "usage": it["usage"], "parent": parent})
                walk(it, len(collections) - 1)
            else:
                keep = {key: value for key, value in it.items()
                        if key not in ("descriptor", "offset", "meanings", "locals")}
                fields.append({**keep, "usages": usages_of(it), "collection": parent})

    walk(report, None)
    reports = [{"kind": it["kind"], "id": it["report_id"], "bits": it["bits"]}
               for it in report.get("reports", [])]
    return {"collections": collections, "fields": fields, "reports": reports}
