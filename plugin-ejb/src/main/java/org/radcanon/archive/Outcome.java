package org.radcanon.archive;

import java.util.OptionalInt;

/** What became of one instance handed to an archive. */
public sealed interface Outcome {

  /** What the archive holds of the instance was changed so. */
  enum Change {
    /** It was not there before. */
    NEW,
    /** It was there with the same bytes; nothing changed. */
    SAME,
    /** It was there with other bytes; those were put aside, not lost, and the new ones stand. */
    REPLACED,
    /** An archive of another make has it; what it had before it does not say. */
    TAKEN,
    /** It lies in the spool, on disk and forced, and will be handed on. */
    SPOOLED
  }

  /**
   * Durable.
   *
   * @param warning the archive's own remark (PS3.18 I.2.1, PS3.4 Table B.2-1)
   */
  record Kept(Change change, OptionalInt warning) implements Outcome {
    public static Kept as(Change change) {
      return new Kept(change, OptionalInt.empty());
    }
  }

  /**
   * The archive does not want this instance, and will not want it later. Nothing of it was kept.
   *
   * @param status the archive's own (PS3.18 I.2.2, PS3.4 Table B.2-1)
   * @param reason without patient data
   */
  record Refused(int status, String reason) implements Outcome {}

  /**
   * Not now: no connection, no room, no answer. It may be in the archive all the same when the
   * connection broke late; sending it again does no harm.
   *
   * @param cause for the log
   */
  record Unavailable(ArchiveException cause) implements Outcome {}
}
