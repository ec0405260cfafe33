package org.radcanon.archive.spool;

import java.time.Instant;
import java.util.Optional;

/**
 * The spool at one moment, for health and pages.
 *
 * @param waiting instances that the archive does not have yet
 * @param bytes of those that wait
 * @param oldest when the first of those that wait was acknowledged
 * @param setAside instances that the archive did not take; a person decides
 * @param down present while the archive takes nothing
 */
public record SpoolState(
    int waiting, long bytes, Optional<Instant> oldest, int setAside, Optional<Down> down) {

  /**
   * The archive takes nothing.
   *
   * @param reason without patient data
   * @param nextTry may have passed when the try is under way
   */
  public record Down(Instant since, String reason, Instant nextTry) {}
}
