package org.radcanon.studies.image;

import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.Code;
import org.radcanon.studies.writer.DicomObject;

/** Positron Emission Tomography Image IOD (PS3.3 A.21): static, fluorodeoxyglucose F^18^. */
final class PetImage {

  private PetImage() {}

  static void fill(DicomObject object, Shot shot) {
    series(object, shot);
    isotope(object);
    object
        .set(Attribute.IMAGE_TYPE, "ORIGINAL", "PRIMARY")
        .set(Attribute.ACQUISITION_NUMBER, 1)
        .set(Attribute.FRAME_REFERENCE_TIME, 0)
        .set(Attribute.ACTUAL_FRAME_DURATION, 120000)
        .set(Attribute.IMAGE_INDEX, shot.index() + 1)
        .set(Attribute.DECAY_FACTOR, 1.02)
        .set(Attribute.DOSE_CALIBRATION_FACTOR, 1)
        .set(Attribute.RESCALE_INTERCEPT, 0)
        .set(Attribute.RESCALE_SLOPE, 1.25)
        .set(Attribute.WINDOW_CENTER, 6000)
        .set(Attribute.WINDOW_WIDTH, 12000);
    shot.axialPlane(object, 600.0 / shot.size(), 5);
    object.remove(Attribute.PATIENT_POSITION); // said by codes instead (C.7.3.1.1.2)
    double girth = shot.girth();
    Phantom uptake =
        Phantom.on(20, 0, 15)
            .ellipse(.5, .5, .3 * girth, .22 * girth, 900)
            .ellipse(.42, .46, .1, .09, 2400)
            .ellipse(.6, .52, .03, .03, 9000);
    shot.grey16(object, 16, "MONOCHROME2", uptake);
  }

  /** PET Series (C.8.9.1). */
  private static void series(DicomObject object, Shot shot) {
    object
        .set(Attribute.UNITS, "BQML")
        .set(Attribute.COUNTS_SOURCE, "EMISSION")
        .set(Attribute.SERIES_TYPE, "STATIC", "IMAGE")
        .set(Attribute.NUMBER_OF_SLICES, shot.count())
        .set(Attribute.CORRECTED_IMAGE, "DECY", "ATTN", "SCAT", "DTIM", "RAN", "NORM")
        .set(Attribute.RANDOMS_CORRECTION_METHOD, "DLYD")
        .set(Attribute.ATTENUATION_CORRECTION_METHOD, "measured, CT")
        .set(Attribute.SCATTER_CORRECTION_METHOD, "model based")
        .set(Attribute.DECAY_CORRECTION, "START")
        .set(Attribute.RECONSTRUCTION_METHOD, "OSEM 3i21s")
        .set(Attribute.COLLIMATOR_TYPE, "NONE");
  }

  /** PET Isotope and NM/PET Patient Orientation (C.8.9.2, C.8.4.6). */
  private static void isotope(DicomObject object) {
    DicomObject tracer =
        DicomObject.create()
            .set(Attribute.RADIOPHARMACEUTICAL, "Fluorodeoxyglucose F^18^")
            .set(Attribute.RADIOPHARMACEUTICAL_START_TIME, "080000")
            .set(Attribute.RADIONUCLIDE_TOTAL_DOSE, 3.5e8)
            .set(Attribute.RADIONUCLIDE_HALF_LIFE, 6586.2)
            .set(Attribute.RADIONUCLIDE_POSITRON_FRACTION, 0.967)
            .items(
                Attribute.RADIONUCLIDE_CODE_SEQUENCE,
                new Code("77004003", "SCT", "^18^Fluorine").item())
            .items(
                Attribute.RADIOPHARMACEUTICAL_CODE_SEQUENCE,
                new Code("35321007", "SCT", "Fluorodeoxyglucose F^18^").item());
    object
        .items(Attribute.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, tracer)
        .items(
            Attribute.PATIENT_ORIENTATION_CODE_SEQUENCE,
            new Code("102538003", "SCT", "recumbent").item())
        .items(
            Attribute.PATIENT_GANTRY_RELATIONSHIP_CODE_SEQUENCE,
            new Code("102540008", "SCT", "headfirst").item());
  }
}
