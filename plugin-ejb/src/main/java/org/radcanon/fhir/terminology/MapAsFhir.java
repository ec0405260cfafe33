package org.radcanon.fhir.terminology;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.radcanon.fhir.FhirUris;
import org.radcanon.fhir.SchemeSystems;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Rank;

/** Codes of the map by FHIR system, and codings of them. */
public final class MapAsFhir {

  private static final String OID = "urn:oid:";

  private final CanonicalMap map;
  private final SchemeSystems systems;

  public MapAsFhir(CanonicalMap map) {
    this.map = map;
    this.systems = new SchemeSystems(map);
  }

  CanonicalMap map() {
    return map;
  }

  /** The schemes that have codes of procedures, in the map's order. */
  public List<CodingScheme> schemes() {
    return map.schemes().stream().filter(this::hasProcedures).toList();
  }

  private boolean hasProcedures(CodingScheme scheme) {
    String designator = scheme.designator();
    return designator.equals(CanonicalMap.CONCEPT_SCHEME)
        || map.concepts().stream().anyMatch(c -> c.codes().containsKey(designator));
  }

  /** A scheme by FHIR system, as URI or as {@code urn:oid:}. */
  public Optional<CodingScheme> scheme(String system) {
    Set<String> designators = systems.designators(system);
    String name =
        designators.isEmpty() && system.startsWith(OID)
            ? system.substring(OID.length())
            : designators.stream().findFirst().orElse(system);
    return map.scheme(name);
  }

  /** A scheme by the id that its resources have. */
  public Optional<CodingScheme> schemeWithId(String id) {
    return map.schemes().stream().filter(scheme -> id(scheme).equals(id)).findFirst();
  }

  /** The id of a scheme's resources: its designator in lower case. */
  public static String id(CodingScheme scheme) {
    return scheme.designator().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
  }

  /** The URI of a scheme's codes. */
  public String system(CodingScheme scheme) {
    return scheme.designator().equals(CanonicalMap.RADLEX)
        ? FhirUris.PLAYBOOK
        : scheme.fhirSystem();
  }

  /** A code, where the map knows it. */
  public Optional<KnownCode> find(CodingScheme scheme, String value) {
    String designator = scheme.designator();
    if (designator.equals(CanonicalMap.CONCEPT_SCHEME)) {
      return map.concept(value)
          .map(c -> new KnownCode(scheme, own(c), c, c.name(), !inForce(c.code())));
    }
    return map.byCode(designator, value).map(concept -> known(scheme, value, concept));
  }

  private static Code own(Concept concept) {
    return new Code(concept.code(), CanonicalMap.CONCEPT_SCHEME, concept.name());
  }

  private boolean inForce(String conceptCode) {
    return map.concepts().stream().anyMatch(c -> c.code().equals(conceptCode));
  }

  private KnownCode known(CodingScheme scheme, String value, Concept concept) {
    Code code =
        concept.codes().getOrDefault(scheme.designator(), List.of()).stream()
            .filter(c -> c.value().equals(value))
            .findFirst()
            .orElseGet(() -> new Code(value, scheme.designator(), ""));
    return new KnownCode(scheme, code, concept, display(code, concept), superseded(code));
  }

  /** Whether its scheme has put something else in its place, or discourages it. */
  boolean superseded(Code code) {
    return map.rank(code) == Rank.SUPERSEDED;
  }

  /** What a code's scheme calls it: its first name, uncut. */
  String display(Code code, Concept concept) {
    if (code.scheme().equals(CanonicalMap.CONCEPT_SCHEME)) {
      return concept.name();
    }
    String fallback = code.meaning().isEmpty() ? concept.name() : code.meaning();
    return map.names(code).stream().findFirst().orElse(fallback);
  }

  Coding coding(Code code, Concept concept) {
    CodingScheme scheme = map.scheme(code.scheme()).orElseThrow();
    return new Coding(system(scheme), code.value(), display(code, concept));
  }
}
