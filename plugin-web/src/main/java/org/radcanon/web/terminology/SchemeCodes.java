package org.radcanon.web.terminology;

import java.util.Comparator;
import java.util.List;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.NotCanonicalised;

/**
 * The codes of one scheme: those with a procedure, those that mean an attribute value only (SNOMED
 * CT, DICOM), and those without either.
 */
record SchemeCodes(
    List<Entry> mapped, long concepts, List<ValueEntry> values, List<NotCanonicalised> without) {

  /** Which of its codes a page lists. */
  enum Shown {
    PROCEDURES,
    VALUES,
    WITHOUT
  }

  /** RPID9 before RPID10. */
  private static final Comparator<Entry> BY_CODE =
      Comparator.comparingInt((Entry entry) -> entry.code().value().length())
          .thenComparing(entry -> entry.code().value());

  private static final Comparator<String> CASELESS = String.CASE_INSENSITIVE_ORDER;

  /** A code and its procedure. */
  record Entry(Code code, Concept concept) {}

  /** A code and the attribute value that it means. */
  record ValueEntry(Code code, AttributeValue value) {}

  static SchemeCodes of(CanonicalMap map, String designator) {
    List<Entry> mapped =
        map.concepts().stream()
            .flatMap(
                concept ->
                    concept.codes().getOrDefault(designator, List.of()).stream()
                        .map(code -> new Entry(code, concept)))
            .sorted(BY_CODE)
            .toList();
    List<NotCanonicalised> without =
        map.notCanonicalised().stream().filter(n -> n.scheme().equals(designator)).toList();
    long concepts = mapped.stream().map(Entry::concept).distinct().count();
    return new SchemeCodes(mapped, concepts, values(map, designator), without);
  }

  private static List<ValueEntry> values(CanonicalMap map, String designator) {
    return map.values().stream()
        .flatMap(
            value ->
                map.valueCodes(value.id()).stream()
                    .filter(code -> code.scheme().equals(designator))
                    .map(code -> new ValueEntry(code, value)))
        .sorted(Comparator.comparing(entry -> entry.code().meaning(), CASELESS))
        .toList();
  }

  /** What a page shows that nobody asked for anything of: what there is. */
  Shown first() {
    if (!mapped.isEmpty()) {
      return Shown.PROCEDURES;
    }
    return values.isEmpty() ? Shown.WITHOUT : Shown.VALUES;
  }
}
