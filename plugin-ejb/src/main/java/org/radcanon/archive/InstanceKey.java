package org.radcanon.archive;

import org.radcanon.dicom.Uid;

/**
 * Where an instance belongs (PS3.3 A.1.2).
 *
 * @param study Study Instance UID (0020,000D)
 * @param series Series Instance UID (0020,000E)
 * @param instance SOP Instance UID (0008,0018)
 */
public record InstanceKey(String study, String series, String instance) {
  public InstanceKey {
    requireUid(study);
    requireUid(series);
    requireUid(instance);
  }

  /** UIDs name files and folders here: digits and dots only. */
  private static void requireUid(String value) {
    if (!Uid.isWellFormed(value)) {
      throw new IllegalArgumentException("not a UID");
    }
  }
}
