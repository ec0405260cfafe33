package org.radcanon.terminology;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The canonical map: every concept, every scheme, every code. Immutable once loaded. */
public interface CanonicalMap {

  /** The designator of our own concept codes. */
  String CONCEPT_SCHEME = "99RADCANON";

  /** The RadLex Playbook's designator (PS3.16 Table 8-1: RADLEX covers RPIDs). */
  String RADLEX = "RADLEX";

  Collection<Concept> concepts();

  /** A concept by its own code. */
  Optional<Concept> concept(String conceptCode);

  /** The concept that a code of any scheme, {@code 99RADCANON} included, means. */
  Optional<Concept> byCode(String scheme, String value);

  /** The concepts that a code value means in whatever scheme. */
  Set<Concept> byCodeValue(String value);

  Collection<CodingScheme> schemes();

  Optional<CodingScheme> scheme(String designator);

  /** What stands behind the map: its sources' versions and its own content hash, for display. */
  String version();
}
