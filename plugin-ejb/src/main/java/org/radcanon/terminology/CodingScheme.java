package org.radcanon.terminology;

import java.util.Optional;

/**
 * A coding scheme (PS3.3 Table C.12-1, PS3.16 Chapter 8).
 *
 * @param designator Coding Scheme Designator (0008,0102)
 * @param uid Coding Scheme UID (0008,010C), where it has one
 * @param fhirSystem canonical URI in FHIR
 * @param name Coding Scheme Name (0008,0115)
 * @param version the release that the map was built from
 * @param organization Coding Scheme Responsible Organization (0008,0116)
 * @param registered listed in PS3.16 Table 8-1; others are private and are explained in (0008,0110)
 * @param notice what the owner wants to be said wherever the codes are shown; may be empty
 */
public record CodingScheme(
    String designator,
    Optional<String> uid,
    String fhirSystem,
    String name,
    String version,
    String organization,
    boolean registered,
    String notice) {

  /** A scheme without notice. */
  public CodingScheme(
      String designator,
      Optional<String> uid,
      String fhirSystem,
      String name,
      String version,
      String organization,
      boolean registered) {
    this(designator, uid, fhirSystem, name, version, organization, registered, "");
  }
}
