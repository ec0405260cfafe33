package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * Finds a value by what people write for it: its id; else, within an attribute, its label (English,
 * short, Chinese), its RadLex name, or its SNOMED CT or DICOM code, in this order. What fits two
 * values fits none.
 */
final class ValueWords {

  private final Vocabulary vocabulary;
  private final List<Map<Word, Set<String>>> steps = new ArrayList<>();

  private record Word(Attribute attribute, String text) {}

  ValueWords(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    this.vocabulary = vocabulary;
    step(AttributeValue::label);
    step(AttributeValue::shortLabel);
    step(AttributeValue::labelZh);
    step(AttributeValue::name);
    Map<Word, Set<String>> codes = new HashMap<>();
    for (Row row : Table.read(folder, "value-codes.csv", Set.of("value", "code"), faults)) {
      vocabulary
          .home(row.get("value"))
          .ifPresent(home -> add(codes, home, row.get("code"), row.get("value")));
    }
    steps.add(codes);
  }

  private void step(Function<AttributeValue, String> text) {
    Map<Word, Set<String>> found = new HashMap<>();
    for (AttributeValue value : vocabulary.values()) {
      value.attribute().ifPresent(home -> add(found, home, text.apply(value), value.id()));
    }
    steps.add(found);
  }

  private static void add(
      Map<Word, Set<String>> words, Attribute attribute, String text, String value) {
    if (!text.isBlank()) {
      words.computeIfAbsent(new Word(attribute, folded(text)), w -> new HashSet<>(2)).add(value);
    }
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  Optional<String> find(Attribute attribute, String text) {
    if (vocabulary.home(text).isPresent()) {
      return Optional.of(text);
    }
    Word word = new Word(attribute, folded(text));
    return steps.stream()
        .map(step -> step.getOrDefault(word, Set.of()))
        .filter(values -> !values.isEmpty())
        .findFirst()
        .filter(values -> values.size() == 1)
        .map(values -> values.iterator().next());
  }
}
