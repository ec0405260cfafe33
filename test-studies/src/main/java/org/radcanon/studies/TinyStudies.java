package org.radcanon.studies;

import java.util.LinkedHashMap;
import java.util.Map;
import org.radcanon.studies.image.BodyPart;
import org.radcanon.studies.image.Iod;
import org.radcanon.studies.image.View;
import org.radcanon.studies.writer.CharacterSet;

/**
 * Tiny named studies for tests: pictures of 16 by 16 pixels, two slices a stack, a few kilobytes an
 * instance. The UIDs of a name never change.
 *
 * <pre>{@code
 * byte[] file = TinyStudies.ctChest().first().bytes(Syntax.IMPLICIT);
 * }</pre>
 */
public final class TinyStudies {

  private static final int PIXELS = 16;
  private static final int SLICES = 2;

  private TinyStudies() {}

  /** Two slices; "CT Chest wo IV Contrast", which is RPID16, and no code anywhere. */
  public static Study ctChest() {
    return first("ctChest", StudyKind.CT);
  }

  /** PA and lateral, a series each; "XR Chest 2 Views", RPID2503. */
  public static Study xrChest() {
    return first("xrChest", StudyKind.XR);
  }

  /** "MR Head wo IV Contrast", RPID479. */
  public static Study mrHead() {
    return first("mrHead", StudyKind.MR);
  }

  /** One colour image; "US Abdomen", RPID1929. */
  public static Study usAbdomen() {
    return first("usAbdomen", StudyKind.US);
  }

  /** Four views; "Mammo Breast Screening", RPID5592. */
  public static Study mammography() {
    return first("mammography", StudyKind.MG);
  }

  /** A CT and a PT series; "NM SKULL BASE TO MID-THIGH PET-CT", RPID5171. */
  public static Study petCt() {
    return first("petCt", StudyKind.PET);
  }

  /** A report alone, so that no acquisition modality is known; "CT Chest wo IV Contrast". */
  public static Study reportOnly() {
    return first("reportOnly", StudyKind.SR);
  }

  /** A CT described as "ROUTINE". */
  public static Study uncodable() {
    return first("uncodable", StudyKind.UNCODABLE);
  }

  /** An MR without Study Description. */
  public static Study undescribed() {
    return tiny("undescribed", StudyKind.UNCODABLE.procedures().get(1));
  }

  /** RPID16 of RADLEX in Procedure Code Sequence (0008,1032), described as "Thorax". */
  public static Study coded() {
    return first("coded", StudyKind.CODED);
  }

  /** RPID479 in Request Attributes Sequence, described as "Schaedel". */
  public static Study codedInRequest() {
    return tiny("codedInRequest", StudyKind.CODED.procedures().get(1));
  }

  /** RPID2503 in Performed Protocol Code Sequence, described as "Thorax 2 E". */
  public static Study codedInProtocol() {
    return tiny("codedInProtocol", StudyKind.CODED.procedures().get(2));
  }

  /** CTTHN of 99RCTEST, "CT Thorax nativ", in Request Attributes Sequence. */
  public static Study localCode() {
    return first("localCode", StudyKind.LOCAL);
  }

  /** MRSCH of 99RCTEST in Procedure Code Sequence itself. */
  public static Study localProcedureCode() {
    return tiny("localProcedureCode", StudyKind.LOCAL.procedures().get(1));
  }

  /** "CT 胸部（平扫）" in GB18030. */
  public static Study chinese() {
    return first("chinese", StudyKind.CHINESE);
  }

  /** "MR 颅脑（平扫）" in UTF-8. */
  public static Study chineseUtf8() {
    return tiny("chineseUtf8", StudyKind.CHINESE.procedures().get(1));
  }

  /** "CT Schädel nativ" in ISO_IR 100. */
  public static Study latin1() {
    return first("latin1", StudyKind.INTERNATIONAL);
  }

  /** "MRI 頭部 単純" by code extensions to ISO 2022 IR 87. */
  public static Study japanese() {
    return tiny("japanese", StudyKind.INTERNATIONAL.procedures().get(1));
  }

  /** "CT 흉부" by code extensions to ISO 2022 IR 149. */
  public static Study korean() {
    return tiny("korean", StudyKind.INTERNATIONAL.procedures().get(2));
  }

  /** A CT of the chest with the given description, under UIDs that the description decides. */
  public static Study ctDescribedAs(String description) {
    View view = View.of(Iod.CT, BodyPart.CHEST, "CHEST 5.0 STANDARD");
    Procedure procedure = Procedure.of(description, view);
    boolean ascii = description.chars().allMatch(c -> c < 0x80);
    return tiny(
        "ct/" + description, ascii ? procedure : procedure.in(CharacterSet.UTF_8, "Test^Uma"));
  }

  /** Any procedure under a name of one's own. */
  public static Study of(String name, Procedure procedure) {
    return tiny("own/" + name, procedure);
  }

  /** Every study named here, by its name. */
  public static Map<String, Study> all() {
    Map<String, Study> all = new LinkedHashMap<>();
    all.put("ctChest", ctChest());
    all.put("xrChest", xrChest());
    all.put("mrHead", mrHead());
    all.put("usAbdomen", usAbdomen());
    all.put("mammography", mammography());
    all.put("petCt", petCt());
    all.put("reportOnly", reportOnly());
    all.put("uncodable", uncodable());
    all.put("undescribed", undescribed());
    all.put("coded", coded());
    all.put("codedInRequest", codedInRequest());
    all.put("codedInProtocol", codedInProtocol());
    all.put("localCode", localCode());
    all.put("localProcedureCode", localProcedureCode());
    all.put("chinese", chinese());
    all.put("chineseUtf8", chineseUtf8());
    all.put("latin1", latin1());
    all.put("japanese", japanese());
    all.put("korean", korean());
    return all;
  }

  private static Study first(String name, StudyKind kind) {
    return tiny(name, kind.procedures().get(0));
  }

  private static Study tiny(String name, Procedure procedure) {
    StudyMaker maker = StudyMaker.of(StudyKind.MIXED).size(PIXELS);
    boolean stack = procedure.views().get(0).iod().crossSectional();
    return new StudyAssembler(stack ? maker.instances(SLICES) : maker, "tiny/" + name)
        .assemble(procedure);
  }
}
