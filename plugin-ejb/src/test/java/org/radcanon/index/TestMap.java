package org.radcanon.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;

/**
 * A map of three concepts: two of the head, which share nothing, and one of the chest; and of one
 * that was retired, and replaced by CT of the head.
 */
final class TestMap implements CanonicalMap {
  static final Concept CT_HEAD =
      new Concept(
          "C1",
          "CT of the head",
          Map.of(),
          Map.of(
              RADLEX,
              List.of(new Code("RPID22", RADLEX, "CT Head")),
              "LN",
              List.of(new Code("24725-4", "LN", "CT Head"))));
  static final Concept MR_HEAD =
      new Concept(
          "C2",
          "MR of the head",
          Map.of(),
          Map.of(RADLEX, List.of(new Code("RPID90", RADLEX, "MR Head"))));
  static final Concept CHEST =
      new Concept(
          "C3",
          "Radiograph of the chest",
          Map.of(),
          Map.of(RADLEX, List.of(new Code("RPID2", RADLEX, "XR Chest"))));

  private static final Concept GONE = new Concept("C0", "CT of the skull", Map.of(), Map.of());

  @Override
  public Optional<String> replacedBy(String conceptCode) {
    return GONE.code().equals(conceptCode) ? Optional.of(CT_HEAD.code()) : Optional.empty();
  }

  @Override
  public Set<String> replaces(String conceptCode) {
    return CT_HEAD.code().equals(conceptCode) ? Set.of(GONE.code()) : Set.of();
  }

  @Override
  public Collection<Concept> concepts() {
    return List.of(CT_HEAD, MR_HEAD, CHEST);
  }

  @Override
  public Optional<Concept> concept(String conceptCode) {
    return Stream.concat(concepts().stream(), Stream.of(GONE))
        .filter(c -> c.code().equals(conceptCode))
        .findFirst();
  }

  @Override
  public Optional<Concept> byCode(String scheme, String value) {
    return concepts().stream()
        .filter(c -> codes(c).anyMatch(x -> x.scheme().equals(scheme) && x.value().equals(value)))
        .findFirst();
  }

  @Override
  public Set<Concept> byCodeValue(String value) {
    return concepts().stream()
        .filter(c -> codes(c).anyMatch(code -> code.value().equals(value)))
        .collect(Collectors.toSet());
  }

  private static Stream<Code> codes(Concept concept) {
    Stream<Code> replaced =
        concept.equals(CT_HEAD) ? GONE.codeIn(CONCEPT_SCHEME).stream() : Stream.empty();
    return Stream.of(
            concept.codeIn(CONCEPT_SCHEME).stream(),
            concept.codes().values().stream().flatMap(List::stream),
            replaced)
        .flatMap(codes -> codes);
  }

  @Override
  public List<String> names(Code code) {
    return List.of();
  }

  @Override
  public Optional<AttributeValue> value(String id) {
    return Optional.empty();
  }

  @Override
  public Collection<CodingScheme> schemes() {
    return Stream.of(CONCEPT_SCHEME, RADLEX, "LN")
        .map(d -> new CodingScheme(d, Optional.empty(), "urn:x:" + d, d, "2.5", "", true))
        .toList();
  }

  @Override
  public Optional<CodingScheme> scheme(String designator) {
    return schemes().stream().filter(s -> s.designator().equals(designator)).findFirst();
  }

  @Override
  public String version() {
    return "test";
  }
}
