package org.radcanon.studies.image;

import org.radcanon.studies.writer.Code;

/** Body Part Examined (PS3.16 Annex L) with its code. */
public enum BodyPart {
  HEAD("69536005", "Head"),
  NECK("45048000", "Neck"),
  CHEST("51185008", "Chest"),
  ABDOMEN("113345001", "Abdomen"),
  LSPINE("122496007", "Lumbar spine"),
  BREAST("76752008", "Breast"),
  HAND("85562004", "Hand"),
  KNEE("72696002", "Knee"),
  WRIST("74670003", "Wrist joint"),
  WHOLEBODY("38266002", "Entire body");

  private final Code code;

  BodyPart(String snomed, String meaning) {
    code = new Code(snomed, "SCT", meaning);
  }

  Code code() {
    return code;
  }

  /** There are two of it, so that its side has to be told (PS3.3 C.7.3.1). */
  public boolean paired() {
    return this == BREAST || this == HAND || this == KNEE || this == WRIST;
  }
}
