package org.radcanon.intake.configuration;

import java.util.Optional;
import org.radcanon.dimse.AeTitle;

/**
 * {@code radcanon.archive.dimse.*}
 *
 * @param associations to the archive at the same time
 */
public record DimsePeer(
    String host, int port, AeTitle called, AeTitle calling, int associations, boolean tls) {

  private static final String PREFIX = "radcanon.archive.dimse.";

  static Optional<DimsePeer> read(SettingsReader reader) {
    Optional<String> host = reader.optionalText(PREFIX + "host");
    int port = reader.integer(PREFIX + "port", 1, 65_535);
    Optional<AeTitle> called = reader.aeTitles(PREFIX + "called-ae").stream().findFirst();
    AeTitle calling = reader.aeTitle(PREFIX + "calling-ae");
    int associations = reader.integer(PREFIX + "associations", 1, 64);
    boolean tls = reader.flag(PREFIX + "tls");
    if (host.isPresent() && called.isEmpty()) {
      reader.fault(PREFIX + "called-ae", "is not set; the archive's AE title is wanted");
    }
    return host.flatMap(
        h -> called.map(c -> new DimsePeer(h, port, c, calling, associations, tls)));
  }
}
