package org.radcanon.studies.experiment;

import java.time.Duration;

/**
 * How large and long an experiment is.
 *
 * @param spell how long a fault lasts
 * @param outage how long the archive is gone in the experiment about that
 */
record Scale(int instances, int kills, Duration spell, Duration outage) {

  static Scale full(int instances, int kills) {
    return new Scale(instances, kills, Duration.ofSeconds(20), Duration.ofSeconds(60));
  }

  static Scale brief(int instances, int kills) {
    return new Scale(instances, kills, Duration.ofSeconds(4), Duration.ofSeconds(8));
  }
}
