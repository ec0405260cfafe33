package org.radcanon.terminology.gap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;

/** Whether one value says the same as another, more, or less, by the RadLex hierarchy. */
final class Kinship {

  private final CanonicalMap map;
  private final Map<String, Set<String>> above = new HashMap<>();

  Kinship(CanonicalMap map) {
    this.map = map;
  }

  /** Equal, broader, or narrower. */
  boolean related(String a, String b) {
    return a.equals(b) || above(a).contains(b) || above(b).contains(a);
  }

  private Set<String> above(String id) {
    Set<String> known = above.get(id);
    if (known == null) {
      known = ancestors(id);
      above.put(id, known);
    }
    return known;
  }

  private Set<String> ancestors(String id) {
    Set<String> all = new HashSet<>();
    Optional<String> next = parent(id);
    while (next.isPresent() && all.add(next.get())) {
      next = parent(next.get());
    }
    return all;
  }

  private Optional<String> parent(String id) {
    return map.value(id).flatMap(AttributeValue::parent);
  }
}
