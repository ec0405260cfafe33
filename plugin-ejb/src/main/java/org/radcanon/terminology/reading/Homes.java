package org.radcanon.terminology.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;

/** The home attribute of each value, for those who ask often. Immutable once built. */
final class Homes {

  private final Map<String, Attribute> homes = new HashMap<>();

  Homes(Collection<AttributeValue> values) {
    for (AttributeValue value : values) {
      value.attribute().ifPresent(attribute -> homes.put(value.id(), attribute));
    }
  }

  /** Whether a value is of an attribute; a mark is of none. */
  boolean is(String value, Attribute attribute) {
    return homes.get(value) == attribute;
  }

  /** Whether a value is a region or a focus. */
  boolean isPlace(String value) {
    Attribute home = homes.get(value);
    return home == Attribute.REGION || home == Attribute.FOCUS;
  }

  boolean any(Set<String> values, Attribute attribute) {
    for (String value : values) {
      if (is(value, attribute)) {
        return true;
      }
    }
    return false;
  }

  boolean anyPlace(Set<String> values) {
    for (String value : values) {
      if (isPlace(value)) {
        return true;
      }
    }
    return false;
  }

  /** Those values that are of an attribute. */
  SortedSet<String> of(Set<String> values, Attribute attribute) {
    SortedSet<String> of = new TreeSet<>();
    for (String value : values) {
      if (is(value, attribute)) {
        of.add(value);
      }
    }
    return of;
  }
}
