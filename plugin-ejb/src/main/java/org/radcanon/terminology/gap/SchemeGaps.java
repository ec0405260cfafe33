package org.radcanon.terminology.gap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.terminology.gap.Finding.Kind;

/** What there is to say about one scheme. */
final class SchemeGaps {

  private static final int SHOWN = 8;

  private final CanonicalMap map;
  private final String scheme;
  private final NameClaims claims;
  private final Optional<NameReading> reading;
  private final Map<Concept, List<Code>> concepts = new LinkedHashMap<>();
  private final List<NotCanonicalised> notUnderstood;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param reading of names; without it only side, contrast and modality are compared
   */
  SchemeGaps(CanonicalMap map, String scheme, Optional<NameReading> reading) {
    this.map = map;
    this.scheme = scheme;
    this.reading = reading;
    this.claims = new NameClaims(map);
    for (Concept concept : map.concepts()) {
      List<Code> codes = concept.codes().getOrDefault(scheme, List.of());
      if (!codes.isEmpty()) {
        concepts.put(concept, codes);
      }
    }
    notUnderstood =
        map.notCanonicalised().stream().filter(code -> code.scheme().equals(scheme)).toList();
  }

  /** Some schemes code attribute values only. */
  boolean hasCodes() {
    return !concepts.isEmpty() || !notUnderstood.isEmpty();
  }

  List<Finding> findings() {
    concepts.forEach(this::ofConcept);
    new Siblings(concepts.keySet())
        .missing()
        .forEach((concept, what) -> add(Kind.MISSING_SIBLING, concept, what));
    notUnderstood.forEach(this::notUnderstood);
    return findings;
  }

  private void ofConcept(Concept concept, List<Code> codes) {
    if (codes.size() > 1) {
      add(Kind.EQUAL_ATTRIBUTES, concept, "All of " + listed(codes) + " mean " + concept.name());
    }
    if (!concept.attributes().containsKey(Attribute.MODALITY)) {
      add(Kind.NO_MODALITY, concept, "Nothing says with which modality: " + concept.name());
    }
    if (onlyHere(concept)) {
      add(Kind.ONE_SCHEME_ONLY, concept, "No other scheme has a code for " + concept.name());
    }
    for (Code code : codes) {
      Set<String> told = new HashSet<>();
      for (CanonicalMap.Name name : map.publishedNames(code)) {
        Optional<String> claim = claims.against(name, concept);
        if (claim.isPresent()) {
          add(Kind.NAME_CONTRADICTS, concept, code, name.text(), claim.get());
        } else if (!name.generated()) {
          read(name.text(), concept, code, told);
        }
      }
    }
  }

  /** A name put together from attributes cannot contradict them: those are not read. */
  private void read(String name, Concept concept, Code code, Set<String> told) {
    List<NameReading.Statement> found =
        reading.map(r -> r.against(name, concept)).orElse(List.of());
    for (boolean more : List.of(false, true)) {
      String what =
          found.stream()
              .filter(statement -> statement.more() == more)
              .map(statement -> reading.orElseThrow().sentence(statement))
              .collect(Collectors.joining("; "));
      if (!what.isEmpty() && told.add(what)) {
        add(more ? Kind.NAME_SAYS_MORE : Kind.NAME_CONTRADICTS, concept, code, name, what);
      }
    }
  }

  private boolean onlyHere(Concept concept) {
    return concept.codes().keySet().stream()
        .allMatch(s -> s.equals(scheme) || s.equals(CanonicalMap.CONCEPT_SCHEME));
  }

  private void add(Kind kind, Concept concept, String detail) {
    List<Code> codes = concept.codes().get(scheme);
    Code first = codes.get(0);
    List<String> names = map.names(first);
    add(kind, concept, first, names.isEmpty() ? first.meaning() : names.get(0), detail);
  }

  private void add(Kind kind, Concept concept, Code code, String name, String detail) {
    List<String> others =
        concept.codes().get(scheme).stream()
            .map(Code::value)
            .filter(other -> !other.equals(code.value()))
            .toList();
    findings.add(new Finding(kind, scheme, code.value(), name, concept.code(), detail, others));
  }

  private void notUnderstood(NotCanonicalised code) {
    findings.add(
        new Finding(
            Kind.NOT_UNDERSTOOD,
            scheme,
            code.code(),
            code.name(),
            "",
            "Not understood: " + String.join("; ", code.terms()),
            code.terms()));
  }

  private static String listed(List<Code> codes) {
    List<String> values = codes.stream().map(Code::value).toList();
    if (values.size() > SHOWN) {
      String first = String.join(", ", values.subList(0, SHOWN));
      return first + " and " + (values.size() - SHOWN) + " more";
    }
    String first = String.join(", ", values.subList(0, values.size() - 1));
    return first + " and " + values.get(values.size() - 1);
  }
}
