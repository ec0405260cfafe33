package org.radcanon.intake.configuration;

import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code radcanon.spool.*}: what becomes of instances while the archive behind takes none.
 *
 * @param minimumFreeBytes that stay free on the directory's file system
 * @param lanes studies handed on at the same time
 * @param maximumAttempts after which an instance that always fails is set aside
 */
public record SpoolConfiguration(
    Mode mode,
    Path directory,
    long maximumBytes,
    long minimumFreeBytes,
    Duration firstRetry,
    Duration longestRetry,
    int lanes,
    int maximumAttempts) {

  /** What a sender is told while the archive is down. */
  public enum Mode {
    /** Stored: it is on disk here, and handed on later. */
    SPOOL,
    /** Not now: A700, 503. */
    REFUSE
  }

  static SpoolConfiguration read(SettingsReader reader) {
    var configuration =
        new SpoolConfiguration(
            reader.choice("radcanon.spool.mode", Mode.class),
            reader.path("radcanon.spool.directory"),
            reader.number("radcanon.spool.maximum-size", 1, 1 << 30) << 20,
            reader.number("radcanon.spool.minimum-free-space", 0, 1 << 20) << 20,
            reader.seconds("radcanon.spool.first-retry", 1, 3600),
            reader.seconds("radcanon.spool.longest-retry", 1, 86_400),
            reader.integer("radcanon.spool.lanes", 1, 64),
            reader.integer("radcanon.spool.maximum-attempts", 2, 1_000_000));
    if (configuration.longestRetry().compareTo(configuration.firstRetry()) < 0) {
      reader.fault("radcanon.spool.longest-retry", "is less than radcanon.spool.first-retry");
    }
    return configuration;
  }
}
