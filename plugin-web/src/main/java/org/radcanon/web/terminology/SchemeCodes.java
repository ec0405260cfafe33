package org.radcanon.web.terminology;

import java.util.Comparator;
import java.util.List;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.NotCanonicalised;

/** The codes of one scheme: those with a procedure, and those without. */
record SchemeCodes(List<Entry> mapped, long concepts, List<NotCanonicalised> without) {

  /** A code and its procedure. */
  record Entry(Code code, Concept concept) {}

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
    return new SchemeCodes(mapped, concepts, without);
  }

  /** RPID9 before RPID10. */
  private static final Comparator<Entry> BY_CODE =
      Comparator.comparingInt((Entry entry) -> entry.code().value().length())
          .thenComparing(entry -> entry.code().value());
}
