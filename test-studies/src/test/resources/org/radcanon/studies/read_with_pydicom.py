"""Reads each DICOM file of a folder with pydicom; one line each: name, patient, description, pixels' MD5."""

import hashlib
import pathlib
import sys

import pydicom

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.dcm")):
    dataset = pydicom.dcmread(path, force=True)
    pixels = ""
    if "PixelData" in dataset:
        pixels = hashlib.md5(dataset.pixel_array.astype("<u2").tobytes()).hexdigest()
    fields = [path.stem, str(dataset.PatientName), dataset.get("StudyDescription", ""), pixels]
    print("|".join(fields))
