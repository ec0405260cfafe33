"""Reads pairs of files (before, after) with pydicom: one line per pair.

Prints the after-file's name, what Procedure Code Sequence holds, how many original
attributes and signatures there are, and the tags of the elements that differ.
"""
import sys
import warnings

import pydicom

warnings.simplefilter("ignore")

PROCEDURE, ORIGINAL, EQUIPMENT = 0x00081032, 0x04000561, 0x0018A001


def value(item):
    for keyword in ("CodeValue", "LongCodeValue", "URNCodeValue"):
        if keyword in item:
            return item[keyword].value


def code(item):
    inner = " ".join(code(e) for e in item.get("EquivalentCodeSequence", []))
    text = "%s|%s|%s" % (value(item), item.CodingSchemeDesignator, item.CodeMeaning)
    return text + (" {%s}" % inner if inner else "")


def different(before, after):
    tags = sorted(set(before.keys()) | set(after.keys()))
    return [t for t in tags if t not in before or t not in after or before[t] != after[t]]


for line in sys.stdin:
    first, second = line.rstrip("\n").split("\t")
    before, after = pydicom.dcmread(first), pydicom.dcmread(second)
    list(before.iterall()), list(after.iterall())
    print("\t".join([
        second,
        " ".join(code(i) for i in after.get("ProcedureCodeSequence", [])),
        str(len(after.get("OriginalAttributesSequence", []))),
        str(len(after.get("ContributingEquipmentSequence", []))),
        ",".join("%08X" % t for t in different(before, after)),
        " ".join(code(i) for o in after.get("OriginalAttributesSequence", [])
                 for m in o.ModifiedAttributesSequence for i in m.get("ProcedureCodeSequence", [])),
    ]))
