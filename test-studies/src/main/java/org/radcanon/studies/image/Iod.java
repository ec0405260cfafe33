package org.radcanon.studies.image;

import java.util.function.BiConsumer;
import org.radcanon.studies.writer.DicomObject;

/** The composite IODs that can be made (PS3.3 Annex A; SOP classes of PS3.4 Annex B.5). */
public enum Iod {
  CT("CT", "1.2.840.10008.5.1.4.1.1.2", true, CtImage::fill),
  MR("MR", "1.2.840.10008.5.1.4.1.1.4", true, MrImage::fill),
  DX("DX", "1.2.840.10008.5.1.4.1.1.1.1", false, DxImage::fill),
  MG("MG", "1.2.840.10008.5.1.4.1.1.1.2", false, MgImage::fill),
  US("US", "1.2.840.10008.5.1.4.1.1.6.1", false, UsImage::fill),
  PET("PT", "1.2.840.10008.5.1.4.1.1.128", true, PetImage::fill),
  BASIC_TEXT_SR("SR", "1.2.840.10008.5.1.4.1.1.88.11", false, BasicTextReport::fill);

  private final String modality;
  private final String sopClassUid;
  private final boolean crossSectional;
  private final BiConsumer<DicomObject, Shot> modules;

  Iod(
      String modality,
      String sopClassUid,
      boolean crossSectional,
      BiConsumer<DicomObject, Shot> modules) {
    this.modality = modality;
    this.sopClassUid = sopClassUid;
    this.crossSectional = crossSectional;
    this.modules = modules;
  }

  /** Modality (0008,0060). */
  public String modality() {
    return modality;
  }

  public String sopClassUid() {
    return sopClassUid;
  }

  /** A stack of slices, so that a series has several instances. */
  public boolean crossSectional() {
    return crossSectional;
  }

  /** Made of pixels. */
  public boolean image() {
    return this != BASIC_TEXT_SR;
  }

  /** Adds the modules that this IOD has beyond patient, study, equipment and SOP common. */
  public void fill(DicomObject object, Shot shot) {
    modules.accept(object, shot);
  }
}
