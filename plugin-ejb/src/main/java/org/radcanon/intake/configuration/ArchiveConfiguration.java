package org.radcanon.intake.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code radcanon.archive.*}
 *
 * @param directory of the embedded file store
 * @param minimumFreeBytes below which the embedded file store takes nothing more
 * @param dicomWeb where the archive speaks DICOMweb
 * @param dimse where it takes C-STORE
 * @param connect for a connection to the archive
 * @param response without progress while the archive works
 */
public record ArchiveConfiguration(
    Kind kind,
    Path directory,
    long minimumFreeBytes,
    Optional<DicomWebPeer> dicomWeb,
    Optional<DimsePeer> dimse,
    Duration connect,
    Duration response) {

  /** What stands behind radcanon. */
  public enum Kind {
    /** Its own file store. */
    EMBEDDED,
    /** An archive that is stored to by STOW-RS. */
    DICOMWEB,
    /** An archive that is stored to by C-STORE. */
    DIMSE
  }

  static ArchiveConfiguration read(SettingsReader reader) {
    var configuration =
        new ArchiveConfiguration(
            reader.choice("radcanon.archive.kind", Kind.class),
            reader.path("radcanon.archive.directory"),
            reader.number("radcanon.archive.minimum-free-space", 0, 1 << 20) << 20,
            DicomWebPeer.read(reader),
            DimsePeer.read(reader),
            reader.seconds("radcanon.archive.connect-timeout", 1, 3600),
            reader.seconds("radcanon.archive.response-timeout", 1, 86_400));
    if (configuration.kind() == Kind.DICOMWEB && configuration.dicomWeb().isEmpty()) {
      reader.fault("radcanon.archive.dicomweb.url", "is not set; radcanon.archive.kind needs it");
    }
    if (configuration.kind() == Kind.DIMSE && configuration.dimse().isEmpty()) {
      reader.fault("radcanon.archive.dimse.host", "is not set; radcanon.archive.kind needs it");
    }
    return configuration;
  }
}
