package org.radcanon.studies.image;

import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.DicomObject;

/** MR Image IOD (PS3.3 A.4): a spin echo. */
final class MrImage {

  private MrImage() {}

  static void fill(DicomObject object, Shot shot) {
    object
        .set(Attribute.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "OTHER")
        .set(Attribute.ACQUISITION_NUMBER, 1)
        .set(Attribute.SCANNING_SEQUENCE, "SE")
        .set(Attribute.SEQUENCE_VARIANT, "SP")
        .empty(Attribute.SCAN_OPTIONS)
        .set(Attribute.MR_ACQUISITION_TYPE, "2D")
        .set(Attribute.SEQUENCE_NAME, "se2d1")
        .set(Attribute.ANGIO_FLAG, "N")
        .set(Attribute.REPETITION_TIME, 500)
        .set(Attribute.ECHO_TIME, 12)
        .set(Attribute.ECHO_TRAIN_LENGTH, 1)
        .set(Attribute.NUMBER_OF_AVERAGES, 1)
        .set(Attribute.IMAGING_FREQUENCY, 63.67)
        .set(Attribute.IMAGED_NUCLEUS, "1H")
        .set(Attribute.MAGNETIC_FIELD_STRENGTH, 1.5)
        .set(Attribute.SPACING_BETWEEN_SLICES, 5.5)
        .set(Attribute.PIXEL_BANDWIDTH, 130)
        .set(Attribute.FLIP_ANGLE, 90)
        .set(Attribute.WINDOW_CENTER, 600)
        .set(Attribute.WINDOW_WIDTH, 1200);
    shot.axialPlane(object, 230.0 / shot.size(), 5);
    shot.view().contrast().ifPresent(agent -> object.set(Attribute.CONTRAST_BOLUS_AGENT, agent));
    double girth = shot.girth();
    Phantom slice =
        Phantom.on(10, 20, 15)
            .ellipse(.5, .5, .4 * girth, .46 * girth, 950)
            .ellipse(.5, .5, .37 * girth, .43 * girth, 90)
            .ellipse(.5, .5, .35 * girth, .41 * girth, 560)
            .ellipse(.5, .5, .27 * girth, .33 * girth, 700)
            .ellipse(.46, .48, .04, .11 * girth, 180)
            .ellipse(.54, .48, .04, .11 * girth, 180);
    shot.grey16(object, 12, "MONOCHROME2", slice);
  }
}
