package org.radcanon.terminology.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.text.ValueTable;

/** The map's attribute values, as the reading of texts sees them. */
final class MapValues implements ValueTable {

  private final Map<String, Value> byId = new LinkedHashMap<>();

  MapValues(CanonicalMap map) {
    Map<String, Integer> uses = new HashMap<>();
    for (Concept concept : map.concepts()) {
      concept
          .attributes()
          .values()
          .forEach(ids -> ids.forEach(id -> uses.merge(id, 1, Integer::sum)));
    }
    for (AttributeValue value : map.values()) {
      value.attribute().ifPresent(a -> add(value, a, uses.getOrDefault(value.id(), 0)));
    }
  }

  private void add(AttributeValue value, Attribute attribute, int uses) {
    byId.put(
        value.id(), new Value(value.id(), attribute.name(), value.label(), value.name(), uses));
  }

  @Override
  public Collection<Value> all() {
    return byId.values();
  }

  @Override
  public Optional<Value> value(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
