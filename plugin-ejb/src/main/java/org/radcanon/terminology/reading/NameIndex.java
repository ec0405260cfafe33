package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.text.Folding;

/** Every published name that a text may equal. Immutable once built. */
final class NameIndex {

  /**
   * A name.
   *
   * @param curated a person chose it, and it does not contradict its code's attributes
   */
  record Entry(Concept concept, boolean curated, boolean doubtful) {

    String modality() {
      return concept.attributes().get(Attribute.MODALITY).first();
    }
  }

  private final Map<String, List<Entry>> byKey = new HashMap<>();

  NameIndex(CanonicalMap map) {
    for (Concept concept : map.concepts()) {
      for (List<Code> codes : concept.codes().values()) {
        codes.forEach(code -> index(map, concept, code));
      }
    }
  }

  private void index(CanonicalMap map, Concept concept, Code code) {
    for (CanonicalMap.Name name : map.publishedNames(code)) {
      List<Entry> entries =
          byKey.computeIfAbsent(Folding.key(name.text()), k -> new ArrayList<>(1));
      if (entries.stream().noneMatch(e -> e.concept().equals(concept))) {
        entries.add(new Entry(concept, !name.generated() && !name.doubtful(), name.doubtful()));
      }
    }
  }

  /** The procedures of that name; case, blanks and punctuation do not count. */
  List<Entry> find(String text) {
    return byKey.getOrDefault(Folding.key(text), List.of());
  }
}
