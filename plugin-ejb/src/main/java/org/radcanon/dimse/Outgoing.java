package org.radcanon.dimse;

import org.radcanon.dicom.Uid;

/**
 * An instance to be stored at a peer.
 *
 * @param sopClass Affected SOP Class UID (0000,0002), that of the data set
 * @param sopInstance Affected SOP Instance UID (0000,1000), that of the data set
 * @param transferSyntax that the data set is in
 */
public record Outgoing(
    String sopClass, String sopInstance, String transferSyntax, Priority priority) {

  /** Priority (0000,0700) (PS3.7 E.1); a wish. */
  public enum Priority {
    MEDIUM(0),
    HIGH(1),
    LOW(2);

    final int code;

    Priority(int code) {
      this.code = code;
    }
  }

  /**
   * @throws IllegalArgumentException when a UID is none (PS3.5 9.1)
   */
  public Outgoing {
    if (!Uid.isWellFormed(sopClass)
        || !Uid.isWellFormed(sopInstance)
        || !Uid.isWellFormed(transferSyntax)) {
      throw new IllegalArgumentException("not a UID");
    }
  }

  public Outgoing(String sopClass, String sopInstance, String transferSyntax) {
    this(sopClass, sopInstance, transferSyntax, Priority.MEDIUM);
  }

  Pair pair() {
    return new Pair(sopClass, transferSyntax);
  }
}
