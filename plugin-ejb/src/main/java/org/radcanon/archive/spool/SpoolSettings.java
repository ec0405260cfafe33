package org.radcanon.archive.spool;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the spool of one remote archive works.
 *
 * @param directory its own; created where absent
 * @param maximumBytes of all instances in it, those that are just arriving and those set aside
 *     included
 * @param minimumFreeBytes that have to stay free on its file system
 * @param spooling false: what the archive cannot take now is the sender's business (A700, 503);
 *     what lies in the spool already is still handed on
 * @param firstRetry pause after the first failure; each further one doubles it
 * @param longestRetry pause at most
 * @param lanes studies handed on at the same time
 * @param maximumAttempts failures of one instance, with others getting through in between, after
 *     which it is set aside; at least 2
 */
public record SpoolSettings(
    Path directory,
    long maximumBytes,
    long minimumFreeBytes,
    boolean spooling,
    Duration firstRetry,
    Duration longestRetry,
    int lanes,
    int maximumAttempts) {

  public SpoolSettings {
    require(maximumBytes > 0, "the spool needs some bytes");
    require(minimumFreeBytes >= 0, "the minimum free space is negative");
    require(firstRetry.toMillis() > 0, "the first retry comes at once");
    require(longestRetry.compareTo(firstRetry) >= 0, "the longest pause is below the first");
    require(lanes > 0, "the spool needs a lane");
    require(maximumAttempts > 1, "one failure sets nothing aside");
  }

  private static void require(boolean met, String otherwise) {
    if (!met) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
