package org.radcanon.web.fhir;

import java.util.Optional;

/** The version that is said to the outside. */
final class Versions {
  private Versions() {}

  /** Implementation-Version of the archive that this class came in; {@code dev} outside of one. */
  static String ofThisApplication() {
    return Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }
}
