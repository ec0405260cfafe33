"""Judges enriched files against what they came as, with no code of radcanon's.

usage: oracle.py < PAIRS
PAIRS has lines of tab-separated: file before, file after, the tags that the patch names (hexadecimal,
comma-separated), "read" where pydicom is to read both. Both files are split into preamble, meta, top-level elements and padding with
their exact bytes; all but the named elements must be the same bytes in the same order, and the group
lengths beside them must have grown by as much as their groups. Then pydicom reads both: every other
element has its value, pixel data are the same bytes. Prints one line for each fault, and at last
"judged N, read by pydicom M".
"""
import struct
import sys
import warnings
import zlib

import pydicom

warnings.simplefilter("ignore")

LONG = {b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV"}
UNDEFINED = 0xFFFFFFFF
JPIP_DEFLATED = {"1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205"}
DEFLATED = {"1.2.840.10008.1.2.1.99"} | JPIP_DEFLATED


class Bytes:
    def __init__(self, data, big):
        self.data, self.order = data, ">" if big else "<"

    def u32(self, at):
        return struct.unpack_from(self.order + "I", self.data, at)[0]

    def tag(self, at):
        group, element = struct.unpack_from(self.order + "HH", self.data, at)
        return group << 16 | element

    def is_explicit(self, at):
        vr = self.data[at + 4:at + 6]
        return vr.isalpha() and vr.isupper()

    def end(self, at, explicit):
        """Where the element that stands there ends."""
        vr = self.data[at + 4:at + 6] if explicit else b""
        if explicit and (vr in LONG or vr.isalpha() and vr.isupper() and vr not in SHORT):
            length, value = self.u32(at + 8), at + 12
        elif explicit:
            length, value = struct.unpack_from(self.order + "H", self.data, at + 6)[0], at + 8
        else:
            length, value = self.u32(at + 4), at + 8
        if length != UNDEFINED:
            if value + length > len(self.data):
                raise ValueError("an element passes the end")
            return value + length
        fragments = self.tag(at) == 0x7FE00010 or vr in (b"OB", b"OW")
        inside = self if vr != b"UN" or self.tag(value) >> 16 == 0xFFFE else Bytes(self.data, False)
        while inside.tag(value) != 0xFFFEE0DD:
            value = inside.item_end(value, fragments)
        return value + 8

    def item_end(self, at, fragment):
        length = self.u32(at + 4)
        if fragment or length != UNDEFINED:
            return at + 8 + length
        at += 8
        explicit = self.is_explicit(at)
        while self.tag(at) != 0xFFFEE00D:
            at = self.end(at, explicit)
        return at + 8


SHORT = {b"AE", b"AS", b"AT", b"CS", b"DA", b"DS", b"DT", b"FL", b"FD", b"IS", b"LO", b"LT", b"PN",
         b"SH", b"SL", b"SS", b"ST", b"TM", b"UI", b"UL", b"US"}


def split(file):
    """Front (preamble and meta), elements as (tag, bytes), padding, whether the numbers are big endian."""
    at = 132 if file[128:132] == b"DICM" else 0
    walker, syntax = Bytes(file, False), ""
    explicit = walker.is_explicit(at)
    while at + 8 <= len(file) and walker.tag(at) >> 16 == 2:
        end = walker.end(at, explicit)
        if walker.tag(at) == 0x00020010:
            syntax = file[at + 8:end].decode("ascii").strip(" \0")
        at = end
        if syntax in DEFLATED and at == stated_end(file):
            break
    front, data = file[:at], file[at:]
    if syntax in DEFLATED:
        data = zlib.decompressobj(-15).decompress(data)
    big = syntax == "1.2.840.10008.1.2.2" or data[0] == 0 and data[1] != 0
    walker, at, elements = Bytes(data, big), 0, []
    explicit = walker.is_explicit(0)
    while at + 8 <= len(data) and walker.tag(at) != 0:
        end = walker.end(at, explicit)
        elements.append((walker.tag(at), data[at:end]))
        at = end
    return front, elements, data[at:], big


def stated_end(file):
    start = 132 if file[128:132] == b"DICM" else 0
    walker = Bytes(file, False)
    return start + 12 + walker.u32(start + 8) if walker.tag(start) == 0x00020000 else None


def group_length(element, big):
    return struct.unpack(">I" if big else "<I", element[-4:])[0]


def size(elements, named, group):
    return sum(len(b) for tag, b in elements if tag in named and tag >> 16 == group)


def judge(before, after, named):
    if not named:
        if before[128:132] == b"DICM" and before != after or not after.endswith(before):
            yield "an empty patch changed bytes"
        return
    front, elements, padding, big = split(before)
    new_front, new_elements, new_padding, _ = split(after)
    if front and not (new_front == front or new_front == bytes(128) + b"DICM" + front):
        yield "preamble or meta changed"
    if new_padding != padding:
        yield "padding changed"
    groups = {tag >> 16 << 16 for tag in named}
    rest = [e for e in elements if e[0] not in named | groups]
    new_rest = [e for e in new_elements if e[0] not in named | groups]
    if rest != new_rest:
        yield "bytes outside the named elements changed"
    lengths = [e for e in elements if e[0] in groups]
    new_lengths = [e for e in new_elements if e[0] in groups]
    if [(t, b[:-4]) for t, b in lengths] != [(t, b[:-4]) for t, b in new_lengths]:
        yield "a group length came, went or changed its head"
    for (tag, old), (_, new) in zip(lengths, new_lengths):
        growth = size(new_elements, named, tag >> 16) - size(elements, named, tag >> 16)
        if group_length(new, big) != (group_length(old, big) + growth) % (1 << 32):
            yield "group length %08X is not true" % tag
    tags, new_tags = [t for t, _ in elements], [t for t, _ in new_elements]
    if tags == sorted(tags) and new_tags != sorted(new_tags):
        yield "elements no longer ascend"


def read(path):
    dataset = pydicom.dcmread(path, force=True)
    if dataset.file_meta.get("TransferSyntaxUID") in JPIP_DEFLATED:
        raise ValueError("pydicom takes deflated bytes for elements")
    if not len(dataset):
        raise ValueError("nothing in it")
    for _ in dataset.iterall():
        pass
    return dataset


def compare(before, after, named):
    tags = set(before.keys()) | set(after.keys())
    for tag in sorted(tags - named - {t >> 16 << 16 for t in named}):
        if tag not in before or tag not in after or before[tag] != after[tag]:
            yield "pydicom reads %s otherwise" % pydicom.tag.Tag(tag)
    if before.get("PixelData") != after.get("PixelData"):
        yield "pixel data changed"


def main():
    judged = understood = 0
    last = (None, None)
    for line in sys.stdin:
        first, second, tags, how = line.rstrip("\n").split("\t")
        named = {int(t, 16) for t in tags.split(",") if t}
        with open(first, "rb") as one, open(second, "rb") as other:
            came, left = one.read(), other.read()
        faults = []
        try:
            faults += judge(came, left, named)
            judged += 1
        except Exception as e:
            faults.append("cannot be split: %r" % e)
        if how == "read" and last[0] != first:
            try:
                last = first, read(first)
            except Exception:
                last = first, None
        if how == "read" and last[1] is not None and named:
            try:
                faults += compare(last[1], read(second), named)
                understood += 1
            except Exception as e:
                faults.append("pydicom no longer reads it: %r" % e)
        for fault in faults:
            print("%s: %s" % (second, fault))
    print("judged %d, read by pydicom %d" % (judged, understood))


main()
