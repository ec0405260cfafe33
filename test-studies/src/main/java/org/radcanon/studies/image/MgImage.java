package org.radcanon.studies.image;

import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.Code;
import org.radcanon.studies.writer.DicomObject;

/** Digital Mammography X-Ray Image IOD, for presentation (PS3.3 A.27). */
final class MgImage {

  private MgImage() {}

  static void fill(DicomObject object, Shot shot) {
    DxImage.digitalXRay(object, shot, 70.0 / 1000 * 3328 / shot.size());
    boolean craniocaudal = shot.view().position().orElse("CC").equals("CC");
    boolean left = shot.view().laterality().equals("L");
    object
        .set(Attribute.PRESENTATION_INTENT_TYPE, "FOR PRESENTATION")
        .set(Attribute.PATIENT_ORIENTATION, left ? "A" : "P", craniocaudal ? "R" : "FR")
        .set(Attribute.VIEW_POSITION, craniocaudal ? "CC" : "MLO")
        .items(Attribute.VIEW_CODE_SEQUENCE, viewCode(craniocaudal))
        .set(Attribute.POSITIONER_TYPE, "MAMMOGRAPHIC")
        .set(Attribute.POSITIONER_PRIMARY_ANGLE, craniocaudal ? 0 : 45)
        .set(Attribute.ORGAN_EXPOSED, "BREAST")
        .set(Attribute.BREAST_IMPLANT_PRESENT, "NO")
        .set(Attribute.PARTIAL_VIEW, "NO")
        .set(Attribute.KVP, 29)
        .set(Attribute.BODY_PART_THICKNESS, 55)
        .set(Attribute.COMPRESSION_FORCE, 90)
        .set(Attribute.ANODE_TARGET_MATERIAL, "TUNGSTEN")
        .set(Attribute.FILTER_MATERIAL, "RHODIUM");
    double wall = left ? 0 : 1;
    Phantom breast =
        Phantom.on(30, 60, 20)
            .ellipse(wall, .5, .72, .42, 1400)
            .ellipse(left ? .3 : .7, .5, .22, .2, 2600)
            .ellipse(left ? .38 : .62, .44, .02, .02, 3600);
    shot.grey16(object, 12, "MONOCHROME2", breast);
  }

  /** CID 4014; View Modifier Code Sequence is type 2 in each item. */
  private static DicomObject viewCode(boolean craniocaudal) {
    Code code =
        craniocaudal
            ? new Code("399162004", "SCT", "cranio-caudal")
            : new Code("399368009", "SCT", "medio-lateral oblique");
    return code.item().empty(Attribute.VIEW_MODIFIER_CODE_SEQUENCE);
  }
}
