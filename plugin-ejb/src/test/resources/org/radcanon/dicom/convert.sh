#!/bin/sh
# Makes conversions of the files in a directory, beside them: every transfer syntax, style of
# lengths, group lengths and padding that DCMTK can write.
# usage: convert.sh DIRECTORY NAME...
directory=$1
shift
cd "$directory" || exit 1
convert() { # suffix, tool, options...
  suffix=$1
  tool=$2
  shift 2
  "$tool" "$@" "$name" "$name.$suffix" 2>/dev/null || rm -f "$name.$suffix"
}
for name; do
  convert explicit dcmconv +te
  convert implicit dcmconv +ti
  convert big dcmconv +tb
  convert deflated dcmconv +td
  convert groups dcmconv +te +g +e
  convert groups.big dcmconv +tb +g -e
  convert groups.implicit dcmconv +ti +g -e
  convert undefined dcmconv +te -g -e
  convert undefined.deflated dcmconv +td -g -e
  convert padded dcmconv +te +p 4096 64
  convert bare dcmconv -F +te
  convert bare.implicit dcmconv -F +ti -e
  convert bare.big dcmconv -F +tb +g
  convert rle dcmcrle
  convert jpeg dcmcjpeg
  convert jpls dcmcjpls
done
exit 0
