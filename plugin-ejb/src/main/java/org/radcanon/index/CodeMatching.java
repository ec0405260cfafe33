package org.radcanon.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcanon.dicom.Tag;
import org.radcanon.index.StudyIndex.Key;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;

/**
 * Matching by an item of Procedure Code Sequence (0008,1032) (PS3.4 C.2.2.2.6): all keys of the
 * item must match within one and the same item. Items are those of the header with their
 * equivalents, and the codes, in every known scheme, of the concept in force. Code Value, Long Code
 * Value and URN Code Value are one key, as one code has one of them (PS3.3 8.8); Code Meaning is
 * none.
 */
final class CodeMatching {

  /** Concepts that are looked up one by one, each in the order of the answer. */
  private static final int FEW = 4;

  private final List<TextPattern> values = new ArrayList<>();
  private final List<TextPattern> schemes = new ArrayList<>();
  private final List<TextPattern> versions = new ArrayList<>();

  /**
   * Takes a key of the item.
   *
   * @return false when it is none that is matched by
   */
  boolean take(Key key) {
    Optional<List<TextPattern>> kind =
        key.path().size() == 2 ? kind(key.path().get(1)) : Optional.empty();
    TextPattern pattern = new TextPattern(Matchable.text(key.value()));
    if (kind.isPresent() && !pattern.isUniversal()) {
      kind.get().add(pattern);
    }
    return kind.isPresent();
  }

  private Optional<List<TextPattern>> kind(int tag) {
    return switch (tag) {
      case Tag.CodeValue, Tag.LongCodeValue, Tag.URNCodeValue -> Optional.of(values);
      case Tag.CodingSchemeDesignator -> Optional.of(schemes);
      case Tag.CodingSchemeVersion -> Optional.of(versions);
      default -> Optional.empty();
    };
  }

  /**
   * Conditions, one of which a study must meet; each can be answered in order from one index.
   *
   * @param base what must hold besides
   */
  List<Where> alternatives(Where base, CanonicalMap map) {
    if (values.isEmpty() && schemes.isEmpty() && versions.isEmpty()) {
      return List.of(base);
    }
    List<Where> alternatives = new ArrayList<>();
    alternatives.add(inHeader(new Where(base)));
    Set<String> concepts = concepts(map);
    if (concepts.size() <= FEW) {
      for (String concept : concepts) {
        Where where = new Where(base);
        alternatives.add(where.and("study.concept = " + where.bind(concept)));
      }
    } else {
      Where where = new Where(base);
      alternatives.add(where.and("study.concept in (" + where.bind(concepts) + ")"));
    }
    return alternatives;
  }

  private Where inHeader(Where where) {
    values.forEach(p -> where.and(p.predicate("code.value", where)));
    schemes.forEach(p -> where.and(p.predicate("code.scheme", where)));
    versions.forEach(p -> where.and(p.predicate("code.version", where)));
    return where.joinCode();
  }

  /** The concepts that have a code which the keys match, and those that they replaced. */
  private Set<String> concepts(CanonicalMap map) {
    Set<String> designators = versions.isEmpty() ? Set.of() : designatorsOfVersion(map);
    boolean exact = values.size() == 1 && !values.get(0).isWild();
    Stream<Concept> candidates =
        exact ? map.byCodeValue(values.get(0).value()).stream() : map.concepts().stream();
    Set<String> concepts =
        candidates
            .filter(c -> codes(c, map).anyMatch(code -> matches(code, designators, map)))
            .flatMap(c -> Stream.concat(Stream.of(c.code()), map.replaces(c.code()).stream()))
            .collect(Collectors.toCollection(TreeSet::new));
    if (exact && versions.isEmpty() && isOwnScheme()) {
      concepts.add(values.get(0).value());
    }
    return concepts;
  }

  /** A concept of an earlier map may still be in force. */
  private boolean isOwnScheme() {
    return schemes.size() == 1 && schemes.get(0).value().equals(CanonicalMap.CONCEPT_SCHEME);
  }

  private Set<String> designatorsOfVersion(CanonicalMap map) {
    return map.schemes().stream()
        .filter(scheme -> versions.stream().allMatch(v -> v.matches(scheme.version())))
        .map(CodingScheme::designator)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean matches(Code code, Set<String> designators, CanonicalMap map) {
    return values.stream().allMatch(v -> v.matches(code.value()))
        && schemes.stream().allMatch(s -> means(s, code.scheme(), map))
        && (versions.isEmpty() || designators.contains(code.scheme()));
  }

  /** By designator, wild cards included, or by another name of the scheme that the map knows. */
  private static boolean means(TextPattern scheme, String designator, CanonicalMap map) {
    return scheme.matches(designator)
        || map.scheme(scheme.value()).filter(s -> s.designator().equals(designator)).isPresent();
  }

  private static Stream<Code> codes(Concept concept, CanonicalMap map) {
    Stream<Code> own =
        Stream.concat(
            concept.codeIn(CanonicalMap.CONCEPT_SCHEME).stream(),
            concept.codes().values().stream().flatMap(List::stream));
    Stream<Code> replaced =
        map.replaces(concept.code()).stream()
            .map(code -> new Code(code, CanonicalMap.CONCEPT_SCHEME, ""));
    return Stream.concat(own, replaced);
  }
}
