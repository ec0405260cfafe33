package org.radcanon.studies.image;

import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.DicomObject;

/** Ultrasound Image IOD (PS3.3 A.6) in colour, with one calibrated region. */
final class UsImage {

  private UsImage() {}

  static void fill(DicomObject object, Shot shot) {
    object
        .set(Attribute.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "ABDOMINAL", "0001")
        .empty(Attribute.PATIENT_ORIENTATION)
        .set(Attribute.TRANSDUCER_TYPE, "CURVED LINEAR")
        .set(Attribute.LOSSY_IMAGE_COMPRESSION, "00")
        .set(Attribute.ULTRASOUND_COLOR_DATA_PRESENT, 0)
        .items(Attribute.SEQUENCE_OF_ULTRASOUND_REGIONS, region(shot.size()));
    Phantom fan =
        Phantom.on(4, 0, 3)
            .ellipse(.5, .05, .46, .9, 70)
            .ellipse(.42, .45, .26, .2, 105)
            .ellipse(.6, .5, .08, .06, 12)
            .ellipse(.5, .05, .1, .08, 4);
    shot.colour(object, fan);
  }

  /** US Region Calibration (C.8.5.5): tissue, 2D, centimetres. */
  private static DicomObject region(int size) {
    int centimetres = 3;
    return DicomObject.create()
        .set(Attribute.REGION_SPATIAL_FORMAT, 1)
        .set(Attribute.REGION_DATA_TYPE, 1)
        .set(Attribute.REGION_FLAGS, 2)
        .set(Attribute.REGION_LOCATION_MIN_X0, 0)
        .set(Attribute.REGION_LOCATION_MIN_Y0, 0)
        .set(Attribute.REGION_LOCATION_MAX_X1, size - 1)
        .set(Attribute.REGION_LOCATION_MAX_Y1, size - 1)
        .set(Attribute.PHYSICAL_UNITS_X_DIRECTION, centimetres)
        .set(Attribute.PHYSICAL_UNITS_Y_DIRECTION, centimetres)
        .set(Attribute.PHYSICAL_DELTA_X, 16.0 / size)
        .set(Attribute.PHYSICAL_DELTA_Y, 16.0 / size);
  }
}
