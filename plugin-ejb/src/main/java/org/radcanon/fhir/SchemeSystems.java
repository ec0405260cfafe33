package org.radcanon.fhir;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.CodingScheme;

/**
 * DICOM coding scheme designators as FHIR code systems, and back.
 *
 * <p>The Playbook's codes go under the URI that FHIR R4 binds ImagingStudy.procedureCode to,
 * whatever the map calls RADLEX; both URIs are understood in searches.
 */
public final class SchemeSystems {
  private final CanonicalMap map;

  public SchemeSystems(CanonicalMap map) {
    this.map = map;
  }

  String system(String designator) {
    if (designator.equals(CanonicalMap.RADLEX)) {
      return FhirUris.PLAYBOOK;
    }
    return map.scheme(designator)
        .map(CodingScheme::fhirSystem)
        .orElseThrow(() -> new IllegalStateException("the map has no scheme " + designator));
  }

  /** The designators whose codes a system's codes are; empty for a system that nobody knows. */
  public Set<String> designators(String system) {
    Stream<String> byScheme =
        map.schemes().stream()
            .filter(scheme -> scheme.fhirSystem().equals(system))
            .map(CodingScheme::designator);
    Stream<String> byPlaybook =
        system.equals(FhirUris.PLAYBOOK) ? Stream.of(CanonicalMap.RADLEX) : Stream.empty();
    return Stream.concat(byScheme, byPlaybook).collect(Collectors.toUnmodifiableSet());
  }

  /** Designators in the order of a procedureCode's codings: Playbook, the others, our own. */
  List<String> inOrder(Set<String> designators) {
    List<String> others =
        designators.stream()
            .filter(d -> !d.equals(CanonicalMap.RADLEX) && !d.equals(CanonicalMap.CONCEPT_SCHEME))
            .sorted()
            .toList();
    return Stream.of(
            Stream.of(CanonicalMap.RADLEX).filter(designators::contains),
            others.stream(),
            Stream.of(CanonicalMap.CONCEPT_SCHEME))
        .flatMap(s -> s)
        .toList();
  }
}
