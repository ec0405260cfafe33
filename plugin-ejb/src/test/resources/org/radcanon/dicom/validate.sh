#!/bin/sh
# Reads what came out with DCMTK and dicom3tools and prints what is worse than before.
# The last line says how many pairs of files dciodvfy has compared: "validated N".
# usage: validate.sh DIRECTORY-BEFORE DIRECTORY-AFTER
for tool in dcmdump dciodvfy; do
  command -v "$tool" >/dev/null || {
    echo "$tool is missing: apt-get install dcmtk dicom3tools"
    exit 1
  }
done
unreadable() {
  dcmdump +sd +r "$1" 2>&1 >/dev/null | sed -n 's|^E: dcmdump: .*reading file: .*/||p' | sort
}
unreadable "$1" >"$1.unreadable"
unreadable "$2" >"$2.unreadable"
comm -13 "$1.unreadable" "$2.unreadable" | sed 's/^/dcmdump cannot read /'

# dciodvfy takes one file at a time: a part of the files has to do. It may abort on what it gets.
errors() {
  { dciodvfy "$1"; } 2>&1 | grep '^Error' | sort -u
}
validated=0
for converted in "$2"/*.dcm.explicit; do
  original=${converted%.explicit}
  for after in "$original" "$original.implicit" "$original.groups.big" "$original.undefined"; do
    before=$1/$(basename "$after")
    [ -f "$before" ] && [ -f "$after" ] || continue
    errors "$before" >"$1.errors" 2>/dev/null
    errors "$after" >"$2.errors" 2>/dev/null
    comm -13 "$1.errors" "$2.errors" | sed "s|^|$after: |"
    validated=$((validated + 1))
  done
done 2>/dev/null
echo "validated $validated"
