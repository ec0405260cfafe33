package org.radcanon.archive.spool;

import java.time.Instant;
import org.radcanon.archive.Instance;

/**
 * An acknowledged instance that the archive does not take; it lies in {@code refused}.
 *
 * @param sequence its number in the spool
 * @param time when it was set aside
 * @param attempts to hand it over
 * @param reason the archive's, without patient data
 */
public record SetAside(
    long sequence, Instance instance, long bytes, Instant time, int attempts, String reason) {}
