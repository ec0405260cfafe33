package org.radcanon.index;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The condition of a query in JPQL. Values are always bound, never written into the text. Names of
 * entities in it: {@code study}, {@code series}, {@code instance}, {@code code}.
 */
final class Where {
  private final List<String> predicates = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private boolean joinsCode;
  private boolean narrow;

  Where() {}

  Where(Where other) {
    predicates.addAll(other.predicates);
    parameters.putAll(other.parameters);
    joinsCode = other.joinsCode;
    narrow = other.narrow;
  }

  /** The name of a parameter that stands for the value. */
  String bind(Object value) {
    String name = "p" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }

  Where and(String predicate) {
    predicates.add("(" + predicate + ")");
    return this;
  }

  /** The condition speaks of a {@code code}, an item of the study's Procedure Code Sequence. */
  Where joinCode() {
    joinsCode = true;
    return this;
  }

  boolean joinsCode() {
    return joinsCode;
  }

  /**
   * The condition leaves few rows and has an index: it is cheaper to find and sort them than to
   * walk along the order. A database that takes them for many would do the latter.
   */
  Where narrow() {
    narrow = true;
    return this;
  }

  boolean isNarrow() {
    return narrow;
  }

  String jpql() {
    return predicates.isEmpty()
        ? ""
        : predicates.stream().collect(Collectors.joining(" and ", " where ", ""));
  }

  void parameters(Query query) {
    parameters.forEach(query::setParameter);
  }
}
