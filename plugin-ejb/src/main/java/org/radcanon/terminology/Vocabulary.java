package org.radcanon.terminology;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * The values of all schemes and their RadLex ancestors: table {@code vocabulary.csv}, kept by hand.
 * A value's id and home attribute never change, since concept codes were given to sets of them.
 */
public final class Vocabulary {

  public static final String FILE = "vocabulary.csv";

  private static final Set<String> COLUMNS =
      Set.of("value", "attribute", "label", "short_label", "name", "parent", "label_zh");
  private static final String RADLEX_PREFIX = "RID";

  private final Map<String, AttributeValue> values = new LinkedHashMap<>();

  private Vocabulary() {}

  /** Reads the table; what is wrong with it goes to {@code faults}. */
  public static Vocabulary read(TableFolder folder, Faults faults) {
    Vocabulary vocabulary = new Vocabulary();
    Table table = Table.read(folder, FILE, COLUMNS, faults);
    table.forEach(row -> vocabulary.add(row, faults));
    for (Row row : table) {
      row.find("parent")
          .filter(parent -> !vocabulary.values.containsKey(parent))
          .ifPresent(parent -> faults.add(row, "unknown parent " + parent));
    }
    return vocabulary;
  }

  private void add(Row row, Faults faults) {
    String id = row.get("value");
    if (id.isEmpty() || row.get("label").isEmpty()) {
      faults.add(row, "a value needs an id and a label");
      return;
    }
    AttributeValue value =
        new AttributeValue(
            id,
            row.find("attribute").flatMap(a -> attribute(row, a, faults)),
            row.get("label"),
            row.find("short_label").orElse(row.get("label")),
            row.find("name").orElse(row.get("label")),
            row.find("parent"),
            row.get("label_zh"),
            !id.startsWith(RADLEX_PREFIX));
    if (values.putIfAbsent(id, value) != null) {
      faults.add(row, "value " + id + " stands twice");
    }
  }

  private static Optional<Attribute> attribute(Row row, String name, Faults faults) {
    Optional<Attribute> found =
        Arrays.stream(Attribute.values()).filter(a -> a.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      faults.add(row, "unknown attribute " + name);
    }
    return found;
  }

  /** A value, or an ancestor of one. */
  public Optional<AttributeValue> find(String id) {
    return Optional.ofNullable(values.get(id));
  }

  /** The home attribute of a value; empty for an ancestor and for what is unknown. */
  public Optional<Attribute> home(String id) {
    return find(id).flatMap(AttributeValue::attribute);
  }

  public Collection<AttributeValue> values() {
    return Collections.unmodifiableCollection(values.values());
  }
}
