package org.radcanon.studies.image;

import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.Code;
import org.radcanon.studies.writer.DicomObject;

/** Digital X-Ray Image IOD, for presentation (PS3.3 A.26). */
final class DxImage {

  private DxImage() {}

  static void fill(DicomObject object, Shot shot) {
    digitalXRay(object, shot, 143.0 / 1000 * 3000 / shot.size());
    String position = shot.view().position().orElse("AP");
    object
        .set(Attribute.PRESENTATION_INTENT_TYPE, "FOR PRESENTATION")
        .set(Attribute.PATIENT_ORIENTATION, position.equals("LL") ? "A" : "L", "F")
        .set(Attribute.VIEW_POSITION, position)
        .set(Attribute.POSITIONER_TYPE, "COLUMN")
        .items(Attribute.VIEW_CODE_SEQUENCE, viewCode(position).item())
        .set(Attribute.KVP, 117)
        .set(Attribute.EXPOSURE, 2)
        .set(Attribute.DISTANCE_SOURCE_TO_DETECTOR, 1800);
    shot.grey16(object, 12, "MONOCHROME2", phantom(shot, position));
  }

  /** The modules that DX and MG share (C.8.11.1 to C.8.11.4). */
  static void digitalXRay(DicomObject object, Shot shot, double imagerPixelSpacing) {
    object
        .set(Attribute.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "")
        .set(Attribute.IMAGE_LATERALITY, shot.view().laterality())
        .items(Attribute.ANATOMIC_REGION_SEQUENCE, shot.view().bodyPart().code().item())
        .empty(Attribute.ACQUISITION_CONTEXT_SEQUENCE)
        .set(Attribute.DETECTOR_TYPE, "DIRECT")
        .set(Attribute.IMAGER_PIXEL_SPACING, imagerPixelSpacing, imagerPixelSpacing)
        .set(Attribute.PIXEL_INTENSITY_RELATIONSHIP, "LOG")
        .set(Attribute.PIXEL_INTENSITY_RELATIONSHIP_SIGN, -1)
        .set(Attribute.RESCALE_INTERCEPT, 0)
        .set(Attribute.RESCALE_SLOPE, 1)
        .set(Attribute.RESCALE_TYPE, "US")
        .set(Attribute.PRESENTATION_LUT_SHAPE, "IDENTITY")
        .set(Attribute.LOSSY_IMAGE_COMPRESSION, "00")
        .set(Attribute.BURNED_IN_ANNOTATION, "NO")
        .set(Attribute.WINDOW_CENTER, 2048)
        .set(Attribute.WINDOW_WIDTH, 4096);
  }

  /** CID 4010. */
  private static Code viewCode(String position) {
    return switch (position) {
      case "PA" -> new Code("272479007", "SCT", "postero-anterior");
      case "LL" -> new Code("399067008", "SCT", "lateral");
      case "LLO" -> new Code("399184004", "SCT", "left oblique");
      default -> new Code("399348003", "SCT", "antero-posterior");
    };
  }

  private static Phantom phantom(Shot shot, String position) {
    Phantom film = Phantom.on(500, 900, 40);
    if (shot.view().bodyPart() != BodyPart.CHEST) {
      return film.ellipse(.5, .25, .14, .5, 2500).ellipse(.5, .8, .17, .42, 2700);
    }
    Phantom chest = film.ellipse(.5, .55, .46, .6, 2200);
    return position.equals("LL")
        ? chest.ellipse(.5, .45, .3, .36, 900).ellipse(.4, .6, .14, .13, 2600)
        : chest
            .ellipse(.28, .45, .17, .34, 800)
            .ellipse(.72, .45, .17, .34, 800)
            .ellipse(.58, .62, .17, .15, 2700);
  }
}
