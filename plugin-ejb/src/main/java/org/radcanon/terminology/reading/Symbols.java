package org.radcanon.terminology.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;

/**
 * What the lines of the policies speak of, as numbers: values, marks, and names of attributes, each
 * of which stands for any value of its own. Filled while the tables are read, then only asked.
 */
final class Symbols {

  private static final Set<String> ATTRIBUTES =
      Arrays.stream(Attribute.values())
          .map(Attribute::name)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Map<Integer, Integer> attributes = new HashMap<>();

  Symbols(Collection<AttributeValue> values) {
    ATTRIBUTES.stream().sorted().forEach(this::intern);
    for (AttributeValue value : values) {
      value.attribute().ifPresent(a -> attributes.put(intern(value.id()), numbers.get(a.name())));
    }
  }

  static boolean isAttribute(String name) {
    return ATTRIBUTES.contains(name);
  }

  int intern(String name) {
    Integer known = numbers.putIfAbsent(name, names.size());
    if (known == null) {
      names.add(name);
    }
    return known == null ? names.size() - 1 : known;
  }

  int size() {
    return names.size();
  }

  /** The number of a symbol, or -1 where no line speaks of it. */
  int number(String name) {
    return numbers.getOrDefault(name, -1);
  }

  String name(int symbol) {
    return names.get(symbol);
  }

  /** The attribute of a value; a mark, or an attribute, itself. */
  int attribute(int symbol) {
    return attributes.getOrDefault(symbol, symbol);
  }
}
