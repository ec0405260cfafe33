package org.radcanon.studies;

import static org.radcanon.studies.image.BodyPart.ABDOMEN;
import static org.radcanon.studies.image.BodyPart.BREAST;
import static org.radcanon.studies.image.BodyPart.CHEST;
import static org.radcanon.studies.image.BodyPart.HAND;
import static org.radcanon.studies.image.BodyPart.HEAD;
import static org.radcanon.studies.image.BodyPart.KNEE;
import static org.radcanon.studies.image.BodyPart.LSPINE;
import static org.radcanon.studies.image.BodyPart.NECK;
import static org.radcanon.studies.image.BodyPart.WHOLEBODY;
import static org.radcanon.studies.image.BodyPart.WRIST;

import java.util.List;
import org.radcanon.studies.image.BodyPart;
import org.radcanon.studies.image.Iod;
import org.radcanon.studies.image.View;
import org.radcanon.studies.writer.CharacterSet;

/** The catalogue behind the kinds: wording as hospitals use it, none of it any patient's. */
final class Procedures {

  static final String LOCAL_SCHEME = "99RCTEST";
  private static final String IODINE = "Iopromide 370";

  private Procedures() {}

  static List<Procedure> ct() {
    return List.of(
        Procedure.of("CT Chest wo IV Contrast", ct(CHEST)),
        Procedure.of("CT Head wo IV Contrast", ct(HEAD)),
        Procedure.of("CT Abdomen/Pelvis w IV Contrast", ct(ABDOMEN).withContrast(IODINE)),
        Procedure.of("CT CHEST WITH IV CONTRAST", ct(CHEST).withContrast(IODINE)));
  }

  static List<Procedure> mr() {
    return List.of(
        Procedure.of("MR Head wo IV Contrast", mr(HEAD)),
        Procedure.of("MR Knee wo IV Contrast", mr(KNEE)),
        Procedure.of("MR Head w and wo IV Contrast", mr(HEAD), mr(HEAD).withContrast("Gadobutrol")),
        Procedure.of("MR Lumbar Spine wo IV Contrast", mr(LSPINE)));
  }

  static List<Procedure> xr() {
    return List.of(
        Procedure.of("XR Chest 2 Views", dx(CHEST, "U", "PA"), dx(CHEST, "U", "LL")),
        Procedure.of("XR Chest 1 View", dx(CHEST, "U", "AP")),
        Procedure.of(
            "XR Hand 3+ Views", dx(HAND, "R", "PA"), dx(HAND, "R", "LL"), dx(HAND, "R", "LLO")),
        Procedure.of("XR Knee 1-2 Views", dx(KNEE, "L", "AP"), dx(KNEE, "L", "LL")));
  }

  static List<Procedure> us() {
    return List.of(
        Procedure.of("US Abdomen", View.of(Iod.US, ABDOMEN, "Liver")),
        Procedure.of("US Thyroid", View.of(Iod.US, NECK, "Thyroid")),
        Procedure.of("US Abdomen Limited", View.of(Iod.US, ABDOMEN, "Gallbladder")));
  }

  static List<Procedure> mg() {
    return List.of(
        Procedure.of("Mammo Breast Screening", fourViews()),
        Procedure.of("Mammo Breast Diagnostic", fourViews()));
  }

  static List<Procedure> pet() {
    return List.of(
        Procedure.of(
            "NM SKULL BASE TO MID-THIGH PET-CT",
            View.of(Iod.CT, WHOLEBODY, "CT AC"),
            View.of(Iod.PET, WHOLEBODY, "PET AC")));
  }

  static List<Procedure> sr() {
    return List.of(
        Procedure.of(
            "CT Chest wo IV Contrast", View.of(Iod.BASIC_TEXT_SR, CHEST, "Radiology report")));
  }

  /** The code alone says what it is, at each place where one can stand. */
  static List<Procedure> coded() {
    return List.of(
        Procedure.of("Thorax", ct(CHEST)).performed("RPID16", "RADLEX", "CT Chest wo"),
        Procedure.of("Schaedel", mr(HEAD)).requested("RPID479", "RADLEX", "MR Head wo"),
        Procedure.of("Thorax 2 E", dx(CHEST, "U", "PA"), dx(CHEST, "U", "LL"))
            .protocol("RPID2503", "RADLEX", "XR Chest 2V"));
  }

  static List<Procedure> local() {
    return List.of(
        Procedure.of("Sonderprotokoll 3", ct(CHEST))
            .requested("CTTHN", LOCAL_SCHEME, "CT Thorax nativ"),
        Procedure.of("Untersuchung", mr(HEAD)).performed("MRSCH", LOCAL_SCHEME, "MRT Schaedel"),
        Procedure.of("Aufnahme", dx(WRIST, "L", "PA"), dx(WRIST, "L", "LL"))
            .requested("ROHGL", LOCAL_SCHEME, "Handgelenk links in zwei Ebenen"));
  }

  static List<Procedure> vendor() {
    return List.of(
        Procedure.of("THORAX^01_THORAX_NATIV (Adult)", ct(CHEST)),
        Procedure.of("CHEST PA AND LATERAL PORT", dx(CHEST, "U", "PA"), dx(CHEST, "U", "LL")),
        Procedure.of("BRAIN^STROKE_FAST", mr(HEAD)),
        Procedure.of("6.1 ABD/PEL ROUTINE+C", ct(ABDOMEN).withContrast(IODINE)),
        Procedure.of("CTA CHEST PE PROTOCOL W/", ct(CHEST).withContrast(IODINE)));
  }

  static List<Procedure> uncodable() {
    return List.of(
        Procedure.of("ROUTINE", ct(ABDOMEN)),
        Procedure.of("", mr(HEAD)),
        Procedure.of("Follow-up, see request", View.of(Iod.US, ABDOMEN, "Loop")),
        Procedure.of("QA PHANTOM WEEKLY", dx(HAND, "R", "PA")));
  }

  static List<Procedure> chinese() {
    return List.of(
        Procedure.of("CT 胸部（平扫）", ct(CHEST)).in(CharacterSet.GB18030, "Wang^XiaoDong=王^小东"),
        Procedure.of("MR 颅脑（平扫）", mr(HEAD)).in(CharacterSet.UTF_8, "Li^Ceshi=李^测试"),
        Procedure.of("胸部正侧位", dx(CHEST, "U", "PA"), dx(CHEST, "U", "LL"))
            .in(CharacterSet.ISO_2022_GB, "Zhang^Ceshi=张^测试"),
        Procedure.of("US 腹部", View.of(Iod.US, ABDOMEN, "肝脏"))
            .in(CharacterSet.GBK, "Chen^Ceshi=陈^测试"));
  }

  static List<Procedure> international() {
    return List.of(
        Procedure.of("CT Schädel nativ", ct(HEAD)).in(CharacterSet.LATIN_1, "Müller^Testé"),
        Procedure.of("MRI 頭部 単純", mr(HEAD))
            .in(CharacterSet.ISO_2022_JP, "Yamada^Tarou=山田^太郎=やまだ^たろう"),
        Procedure.of("CT 흉부", ct(CHEST)).in(CharacterSet.ISO_2022_KR, "Hong^Gildong=洪^吉洞=홍^길동"),
        Procedure.of("Échographie de l'abdomen", View.of(Iod.US, ABDOMEN, "Foie"))
            .in(CharacterSet.UTF_8, "Test^Zoé"),
        Procedure.of("Ακτινογραφία θώρακος", dx(CHEST, "U", "PA"))
            .in(CharacterSet.ISO_2022_GREEK, "Διονυσιος^Δοκιμη"));
  }

  private static View ct(BodyPart part) {
    return View.of(Iod.CT, part, part + " 5.0 STANDARD");
  }

  private static View mr(BodyPart part) {
    return View.of(Iod.MR, part, "t1_se_tra");
  }

  private static View dx(BodyPart part, String laterality, String position) {
    return View.projection(Iod.DX, part, laterality, position);
  }

  private static View[] fourViews() {
    return new View[] {
      View.projection(Iod.MG, BREAST, "R", "CC"),
      View.projection(Iod.MG, BREAST, "L", "CC"),
      View.projection(Iod.MG, BREAST, "R", "MLO"),
      View.projection(Iod.MG, BREAST, "L", "MLO")
    };
  }
}
