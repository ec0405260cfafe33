package org.radcanon.dicom;

/** As what radcanon signs the files and associations that it makes (PS3.7 D.3.3.2). */
public final class Implementation {

  /** Implementation Class UID (PS3.5 B.2). */
  public static final String CLASS_UID = "2.25.217565347489659997749769493218268827662";

  public static final String VERSION_NAME = "RADCANON_1";

  private Implementation() {}
}
