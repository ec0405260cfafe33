package org.radcanon.intake.configuration;

import java.nio.file.Path;

/**
 * {@code radcanon.archive.*}
 *
 * @param directory of the embedded file store
 * @param minimumFreeBytes below which nothing more is accepted
 */
public record ArchiveConfiguration(Path directory, long minimumFreeBytes) {

  static ArchiveConfiguration read(SettingsReader reader) {
    return new ArchiveConfiguration(
        reader.path("radcanon.archive.directory"),
        reader.number("radcanon.archive.minimum-free-space", 0, 1 << 20) << 20);
  }
}
