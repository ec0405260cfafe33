package org.radcanon.archive;

/**
 * Where an instance belongs (PS3.3 A.1.2).
 *
 * @param study Study Instance UID (0020,000D)
 * @param series Series Instance UID (0020,000E)
 * @param instance SOP Instance UID (0008,0018)
 */
public record InstanceKey(String study, String series, String instance) {
  public InstanceKey {
    Uids.requireUid(study);
    Uids.requireUid(series);
    Uids.requireUid(instance);
  }
}
