package org.radcanon.enrichment;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.Tag;

/**
 * Tells the instances that a modality acquired from those that were made of others afterwards. Only
 * the former say with which modality a procedure was performed (PS3.3 C.7.3.1.1.1).
 */
public final class Acquisition {

  private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

  /** Values of Modality (0008,0060) that acquire no image, and what they are. */
  private static final Map<String, String> DERIVED_MODALITIES =
      Map.ofEntries(
          entry("ANN", "annotation"),
          entry("ASMT", "content assessment"),
          entry("AU", "audio"),
          entry("CTPROTOCOL", "CT protocol"),
          entry("DOC", "document"),
          entry("FID", "fiducials"),
          entry("HC", "hard copy"),
          entry("IOL", "intraocular lens calculation"),
          entry("KO", "key object selection"),
          entry("M3D", "model for 3D manufacturing"),
          entry("OT", "other"),
          entry("PLAN", "plan"),
          entry("POS", "position sensor"),
          entry("PR", "presentation state"),
          entry("REG", "registration"),
          entry("RESP", "respiratory waveform"),
          entry("RTDOSE", "radiotherapy dose"),
          entry("RTINTENT", "radiotherapy intent"),
          entry("RTPLAN", "radiotherapy plan"),
          entry("RTRAD", "radiotherapy radiation"),
          entry("RTRECORD", "radiotherapy treatment record"),
          entry("RTSEGANN", "radiotherapy segment annotation"),
          entry("RTSTRUCT", "radiotherapy structure set"),
          entry("RWV", "real world value map"),
          entry("SEG", "segmentation"),
          entry("SMR", "stereometric relationship"),
          entry("SR", "structured report"),
          entry("STAIN", "automated slide stainer"),
          entry("TEXTUREMAP", "texture map"),
          entry("XAPROTOCOL", "XA protocol"));

  /** Storage SOP classes (PS3.4 B.5, PS3.6 A), alone or with all below the UID. */
  private static final Map<String, String> DERIVED_SOP_CLASSES =
      Map.ofEntries(
          entry(STORAGE + "7", "secondary capture"),
          entry(STORAGE + "11", "presentation states"),
          entry(STORAGE + "30", "parametric map"),
          entry(STORAGE + "66.1", "spatial registration"),
          entry(STORAGE + "66.2", "spatial fiducials"),
          entry(STORAGE + "66.3", "deformable spatial registration"),
          entry(STORAGE + "66.4", "segmentation"),
          entry(STORAGE + "66.5", "surface segmentation"),
          entry(STORAGE + "66.6", "tractography results"),
          entry(STORAGE + "66.7", "label map segmentation"),
          entry(STORAGE + "66.8", "height map segmentation"),
          entry(STORAGE + "67", "real world value mapping"),
          entry(STORAGE + "77.1.5.3", "stereometric relationship"),
          entry(STORAGE + "88", "structured reports, key objects, CAD results, dose reports"),
          entry(STORAGE + "90", "content assessment results"),
          entry(STORAGE + "91", "microscopy bulk annotations"),
          entry(STORAGE + "104", "encapsulated documents and models"),
          entry(STORAGE + "131", "basic structured display"),
          entry(STORAGE + "200", "protocols and their approval"),
          entry(STORAGE + "201", "inventory"),
          entry(STORAGE + "481.2", "radiotherapy dose"),
          entry(STORAGE + "481.3", "radiotherapy structure set"),
          entry(STORAGE + "481.4", "radiotherapy treatment record"),
          entry(STORAGE + "481.5", "radiotherapy plan"),
          entry(STORAGE + "481.6", "brachytherapy treatment record"),
          entry(STORAGE + "481.7", "radiotherapy treatment summary"),
          entry(STORAGE + "481.8", "ion plan"),
          entry(STORAGE + "481.9", "ion treatment record"));

  private Acquisition() {}

  /** Whether a value of Modality (0008,0060) is one that acquires, so that it says how. */
  public static boolean acquires(String modality) {
    return !DERIVED_MODALITIES.containsKey(modality);
  }

  /** Modality (0008,0060), where the instance was acquired by it. */
  static Optional<String> modality(DataSet header) {
    boolean derived =
        header.string(Tag.SOPClassUID).filter(Acquisition::isDerivedClass).isPresent();
    return derived ? Optional.empty() : header.string(Tag.Modality).filter(Acquisition::acquires);
  }

  private static boolean isDerivedClass(String sopClass) {
    String uid = sopClass;
    while (uid.length() > STORAGE.length()) {
      if (DERIVED_SOP_CLASSES.containsKey(uid)) {
        return true;
      }
      uid = uid.substring(0, Math.max(uid.lastIndexOf('.'), 0));
    }
    return false;
  }
}
