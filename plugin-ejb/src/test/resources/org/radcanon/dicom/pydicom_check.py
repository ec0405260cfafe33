"""Reads files with pydicom and compares their text with what was read elsewhere.

usage: pydicom_check.py EXPECTED
EXPECTED has lines of tab-separated: file, path of tags and item indexes, base64 of the values
in UTF-8, each ended by U+001F. Prints every difference.
"""
import base64
import sys
import warnings

import pydicom
from pydicom.multival import MultiValue

warnings.simplefilter("ignore")


def texts(dataset, path=""):
    for element in dataset:
        here = "%s%08X" % (path, element.tag)
        if element.VR == "SQ":
            for index, item in enumerate(element.value or []):
                yield from texts(item, "%s/%d/" % (here, index))
        elif element.VR in ("SH", "LO", "PN", "ST", "LT", "UC", "UT", "CS", "UI", "AE"):
            value = element.value
            values = list(value) if isinstance(value, MultiValue) else [value]
            yield here, [str(v or "").strip(" \0") for v in values]


def main():
    expected = {}
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            file, path, encoded = line.rstrip("\n").split("\t")
            values = base64.b64decode(encoded).decode("utf-8").split("\x1f")[:-1]
            expected.setdefault(file, {})[path] = [v.strip(" \0") for v in values]
    count = 0
    for file, theirs in expected.items():
        try:
            for path, values in texts(pydicom.dcmread(file, force=True)):
                count += 1
                ours = [v for v in theirs.get(path, []) if v]
                if not ours and int(path[-8:-4], 16) % 2:
                    continue  # pydicom knows private dictionaries
                if [v for v in values if v] != [v.rstrip("=") for v in ours]:
                    print("%s %s: %r, not %r" % (file, path, values, theirs.get(path)))
        except Exception as e:
            print("%s: %r" % (file, e))
    print("compared %d" % count)


main()
