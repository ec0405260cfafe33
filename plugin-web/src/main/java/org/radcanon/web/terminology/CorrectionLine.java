package org.radcanon.web.terminology;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.MappingOverride.Relation;

/**
 * A line of {@code overrides.csv}, as a reader of a concept's page puts it together.
 *
 * @param from the code that the line is about, as {@code SCHEME CODE}; empty while nothing is asked
 * @param relation what the code is to the target, see {@link Relation}; equivalent when empty
 * @param to the target, as {@code SCHEME CODE} or a concept code; may be empty
 * @param reason why
 */
record CorrectionLine(String from, String relation, String to, String reason) {

  /** A relation in the words of people. */
  static String words(Relation relation) {
    return switch (relation) {
      case EQUIVALENT -> "means the same as";
      case NARROWER -> "is narrower than";
      case BROADER -> "is broader than";
      case NONE -> "means none of our procedures";
    };
  }

  /** A relation in the words of the table. */
  static String column(Relation relation) {
    return relation.name().toLowerCase(Locale.ROOT);
  }

  boolean asked() {
    return !from.isBlank();
  }

  Relation chosen() {
    return Arrays.stream(Relation.values())
        .filter(r -> column(r).equals(relation))
        .findFirst()
        .orElse(Relation.EQUIVALENT);
  }

  /** What keeps the line from being written; empty when it can be. */
  Optional<String> fault(CanonicalMap map) {
    if (code(from, "").size() < 2) {
      return Optional.of("Write the code with its scheme first, such as LN 24627-2.");
    }
    if (map.scheme(code(from, "").get(0)).isEmpty()) {
      return Optional.of("There is no scheme " + code(from, "").get(0) + ".");
    }
    if (chosen() != Relation.NONE && target(map).isEmpty()) {
      return Optional.of("Nothing is known as \u201C" + to.strip() + "\u201D.");
    }
    return reason.isBlank() ? Optional.of("A line needs a reason.") : Optional.empty();
  }

  /** What the line makes the code mean. */
  Optional<Concept> target(CanonicalMap map) {
    List<String> code = code(to, CanonicalMap.CONCEPT_SCHEME);
    return code.size() < 2 || chosen() == Relation.NONE
        ? Optional.empty()
        : map.byCode(code.get(0), code.get(1)).or(() -> map.concept(code.get(1)));
  }

  /** To be added to the table. */
  String csv(CanonicalMap map) {
    List<String> source = code(from, "");
    List<String> target =
        chosen() == Relation.NONE ? List.of("", "") : code(to, CanonicalMap.CONCEPT_SCHEME);
    return Csv.line(
        designator(map, source.get(0)),
        source.get(1),
        column(chosen()),
        designator(map, target.get(0)),
        target.get(1),
        reason.strip());
  }

  private static String designator(CanonicalMap map, String scheme) {
    return map.scheme(scheme).map(s -> s.designator()).orElse(scheme);
  }

  /** Scheme and value; a value alone is one of the scheme given, or none where that is empty. */
  private static List<String> code(String text, String scheme) {
    String[] words = text.strip().split("\\s+", 2);
    if (words.length == 2) {
      return List.of(words[0], words[1]);
    }
    return scheme.isEmpty() || words[0].isEmpty() ? List.of() : List.of(scheme, words[0]);
  }
}
