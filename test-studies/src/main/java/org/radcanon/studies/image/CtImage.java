package org.radcanon.studies.image;

import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.DicomObject;

/** CT Image IOD (PS3.3 A.3): 12 bits, Hounsfield units from -1024. */
final class CtImage {

  private CtImage() {}

  static void fill(DicomObject object, Shot shot) {
    object
        .set(Attribute.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
        .set(Attribute.ACQUISITION_NUMBER, 1)
        .set(Attribute.KVP, 120)
        .set(Attribute.SCAN_OPTIONS, "HELICAL MODE")
        .set(Attribute.DATA_COLLECTION_DIAMETER, 500)
        .set(Attribute.RECONSTRUCTION_DIAMETER, 360)
        .set(Attribute.GANTRY_DETECTOR_TILT, 0)
        .set(Attribute.TABLE_HEIGHT, 151.5)
        .set(Attribute.ROTATION_DIRECTION, "CW")
        .set(Attribute.EXPOSURE_TIME, 500)
        .set(Attribute.X_RAY_TUBE_CURRENT, 180 + shot.index() % 20)
        .set(Attribute.FILTER_TYPE, "BODY FILTER")
        .set(Attribute.CONVOLUTION_KERNEL, "STANDARD")
        .set(Attribute.RESCALE_INTERCEPT, -1024)
        .set(Attribute.RESCALE_SLOPE, 1)
        .set(Attribute.RESCALE_TYPE, "HU")
        .set(Attribute.WINDOW_CENTER, 40, -600)
        .set(Attribute.WINDOW_WIDTH, 400, 1500)
        .set(Attribute.WINDOW_CENTER_WIDTH_EXPLANATION, "SOFT TISSUE", "LUNG");
    shot.axialPlane(object, 360.0 / shot.size(), 5);
    shot.view()
        .contrast()
        .ifPresent(
            agent ->
                object
                    .set(Attribute.CONTRAST_BOLUS_AGENT, agent)
                    .set(Attribute.CONTRAST_BOLUS_ROUTE, "IV"));
    shot.grey16(object, 12, "MONOCHROME2", phantom(shot));
  }

  private static Phantom phantom(Shot shot) {
    double girth = shot.girth();
    int blood = shot.view().contrast().isPresent() ? 1280 : 1070;
    Phantom body = Phantom.on(24, 0, 12).ellipse(.5, .5, .44 * girth, .33 * girth, 1040);
    return switch (shot.view().bodyPart()) {
      case HEAD ->
          Phantom.on(24, 0, 12)
              .ellipse(.5, .5, .36 * girth, .44 * girth, 2024)
              .ellipse(.5, .5, .33 * girth, .41 * girth, 1058)
              .ellipse(.46, .48, .05, .12 * girth, 1030)
              .ellipse(.54, .48, .05, .12 * girth, 1030);
      case CHEST ->
          body.ellipse(.3, .48, .15 * girth, .22 * girth, 160)
              .ellipse(.7, .48, .15 * girth, .22 * girth, 160)
              .ellipse(.53, .42, .09, .1, blood)
              .ellipse(.5, .74, .06, .06, 1500);
      default ->
          body.ellipse(.32, .45, .17 * girth, .17 * girth, 1084)
              .ellipse(.72, .46, .07, .1, 1070)
              .ellipse(.46, .58, .03, .03, blood)
              .ellipse(.5, .72, .06, .06, 1500);
    };
  }
}
