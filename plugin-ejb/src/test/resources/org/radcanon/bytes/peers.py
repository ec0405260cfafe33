"""Reads what came out with DCMTK and dicom3tools and prints what is worse than before.

usage: peers.py DIRECTORY-BEFORE DIRECTORY-AFTER < NAMES
NAMES has lines of tab-separated: name in DIRECTORY-BEFORE, name in DIRECTORY-AFTER, "validate" or "-".
dcmdump reads all, dcmconv converts what came out, dciodvfy judges pairs that are to be validated: it shall say
nothing after what it did not say before. The last line says "read N, validated M".

dciodvfy's lines are compared whole, errors and warnings, but for three kinds of them:
- it knows no private coding scheme and says so of every one, whoever wrote it;
- it warns of every element that stands in no IOD; where the SOP class lacks a module, as that of a colour
  palette lacks Contributing Equipment, it warns of what enrichment writes;
- it says of a group length that was false before by how much it is false now.
Where it cannot read what came to its end, what it says of the rest afterwards is no comparison.
"""
import re
import subprocess
import sys
from functools import lru_cache
from multiprocessing.pool import ThreadPool
from os import path, remove

BEFORE, AFTER = sys.argv[1:3]
IGNORED = re.compile(
    r"Unrecognized defined term <(99\w+|2\.25\.\d+)> .*<Coding Scheme (Designator|UID)>"
    r"|Attribute is not present in standard DICOM IOD"
    r"|contains attributes not present in standard DICOM IOD")
FALSE_LENGTH = re.compile(r"(Bad group length - Group \w+).*")
DEFLATED = b"1.2.840.10008.1.2.1.99"


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def unreadable(directory):
    lines = run("dcmdump", "-q", "+sd", "+r", "+L", directory).stdout.decode("latin-1").splitlines()
    errors = [line for line in lines if line.startswith("E: dcmdump:") and "reading file:" in line]
    return {line.rsplit("/", 1)[1] for line in errors}


def converts(directory, name):
    return run("dcmconv", "-q", path.join(directory, name), "/dev/null").returncode == 0


@lru_cache(maxsize=64)
def said(file):
    """What dciodvfy says; it reads no deflated data set, so DCMTK inflates it first."""
    with open(file, "rb") as f:
        deflated = DEFLATED in f.read(512)
    inflated = file + ".inflated"
    if deflated and run("dcmconv", "+te", file, inflated).returncode == 0:
        lines = run("dciodvfy", inflated).stdout
        remove(inflated)
    else:
        lines = run("dciodvfy", file).stdout
    lines = lines.decode("latin-1").splitlines()
    return {FALSE_LENGTH.sub(r"\1", line) for line in lines
            if line.startswith(("Error", "Warning")) and not IGNORED.search(line)}


def judge(pair):
    before, after, how = pair
    faults = []
    if not converts(AFTER, after) and converts(BEFORE, before):
        faults.append("dcmconv no longer reads %s" % after)
    validated = False
    if how == "validate":
        came = said(path.join(BEFORE, before))
        validated = "Error - Dicom dataset read failed" not in came
        if validated:
            faults += ["%s: %s" % (after, line)
                       for line in sorted(said(path.join(AFTER, after)) - came)]
    return faults, validated


def main():
    pairs = [line.rstrip("\n").split("\t") for line in sys.stdin]
    with ThreadPool(2) as pool:
        dumps = pool.map_async(unreadable, [BEFORE, AFTER])
        lost_before, lost_after = dumps.get()
        judged = pool.map(judge, pairs, chunksize=8)
    for before, after, _ in pairs:
        if after in lost_after and before not in lost_before:
            print("dcmdump no longer reads %s" % after)
    for faults, _ in judged:
        for fault in faults:
            print(fault)
    print("read %d, validated %d" % (len(pairs), sum(validated for _, validated in judged)))


main()
