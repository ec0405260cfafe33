package org.radcanon.terminology;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.rimag.Rimag;
import org.radcanon.terminology.table.TableFolder;

/** The canonical map: every concept, every scheme, every code. Immutable once loaded. */
public interface CanonicalMap {

  /** The designator of our own concept codes. */
  String CONCEPT_SCHEME = "99RADCANON";

  /** The RadLex Playbook's designator (PS3.16 Table 8-1: RADLEX covers RPIDs). */
  String RADLEX = "RADLEX";

  /** The tables of the built-in map, on the class path. */
  static TableFolder builtInTables() {
    return TableFolder.ofClassPath(
        CanonicalMap.class.getClassLoader(), "org/radcanon/canonical-map");
  }

  /** The concepts in force, in the order of their codes. */
  Collection<Concept> concepts();

  /** A concept by its own code; retired concepts too, since studies may carry them. */
  Optional<Concept> concept(String conceptCode);

  /**
   * The concept that a code of any scheme, {@code 99RADCANON} included, means. The scheme may be
   * given by designator or by a known alias (UID, FHIR URI, older designators). The code of a
   * retired concept that was replaced means the one that replaced it. A Rimag code that the
   * standard does not list means the concept with its values, where there is one.
   */
  Optional<Concept> byCode(String scheme, String value);

  /**
   * The concept with exactly these values, in whatever order, brought into canonical form; empty
   * when none has them.
   */
  default Optional<Concept> withValues(Set<String> values) {
    Set<String> wanted = form().apply(values);
    return concepts().stream().filter(concept -> concept.values().equals(wanted)).findFirst();
  }

  /** The form in which sets of values are compared. */
  default CanonicalForm form() {
    return CanonicalForm.NONE;
  }

  /** The code of the concept in force, or retired, that replaced a retired one. */
  default Optional<String> replacedBy(String conceptCode) {
    return Optional.empty();
  }

  /** The codes of retired concepts that this one replaced: the other way round. */
  default Set<String> replaces(String conceptCode) {
    return Set.of();
  }

  /**
   * The concept that a concept code, given at whatever time, means today: the one that replaced a
   * retired one, else {@link #concept} itself.
   */
  default Optional<Concept> current(String conceptCode) {
    return replacedBy(conceptCode).flatMap(this::concept).or(() -> concept(conceptCode));
  }

  /** The codes of all schemes that got no concept, by scheme and code. */
  default List<NotCanonicalised> notCanonicalised() {
    return List.of();
  }

  /** What people know better than attributes say, in the order of the table. */
  default List<MappingOverride> overrides() {
    return List.of();
  }

  /**
   * The codes of a scheme that mean a concept, the preferred one first: those that the scheme
   * lists; of Rimag, where it lists none, those that its structure allows, which stand in no table.
   */
  default List<Code> codes(Concept concept, String scheme) {
    return concept.codes().getOrDefault(scheme, List.of());
  }

  /** The Rimag standard, whose codes mean a concept even where it lists no item. */
  default Optional<Rimag> rimag() {
    return Optional.empty();
  }

  /** The concepts that a code value means in whatever scheme. */
  Set<Concept> byCodeValue(String value);

  Collection<CodingScheme> schemes();

  /** A scheme by designator or alias. */
  Optional<CodingScheme> scheme(String designator);

  /** A canonical attribute value, or an ancestor of one. */
  Optional<AttributeValue> value(String id);

  /** All values of the vocabulary, with the ancestors. */
  default Collection<AttributeValue> values() {
    return List.of();
  }

  /** The codes (SNOMED CT, DICOM) that mean one value rather than a procedure. */
  default Set<Code> valueCodes(String valueId) {
    return Set.of();
  }

  /** The terms of Body Part Examined (PS3.16 Annex L) that mean this value and nothing else. */
  default List<String> bodyParts(String valueId) {
    return List.of();
  }

  /**
   * The values that a term of Body Part Examined (PS3.16 Annex L) means, none for some; empty for
   * what is no such term.
   */
  default Optional<Set<String>> bodyPart(String bodyPartExamined) {
    return Optional.empty();
  }

  /** The names that a scheme gives a code, the preferred one first; for display and search. */
  List<String> names(Code code);

  /** As {@link #names}, with what each is worth when a text equals it. */
  default List<Name> publishedNames(Code code) {
    return names(code).stream().map(text -> new Name(text, false, false)).toList();
  }

  /** What its scheme thinks of a code. */
  default Rank rank(Code code) {
    return Rank.NORMAL;
  }

  /** As {@link Concept#codeIn}, but never a superseded code: those are understood, not written. */
  default Optional<Code> codeToWrite(Concept concept, String scheme) {
    return concept
        .codeIn(scheme)
        .or(() -> codes(concept, scheme).stream().findFirst())
        .filter(code -> rank(code) != Rank.SUPERSEDED);
  }

  /**
   * A name of a code.
   *
   * @param generated put together by the scheme's publisher from attributes, not chosen by a person
   * @param doubtful says something else than the code's attributes
   */
  record Name(String text, boolean generated, boolean doubtful) {}

  /** What stands behind the map: its sources' versions and its own content hash, for display. */
  String version();
}
