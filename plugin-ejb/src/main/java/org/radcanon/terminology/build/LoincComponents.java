package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.build.AxisRules.Meaning;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * LOINC's axis Component: phrases of {@code components.csv}, the longest first; {@code + & ^ ( )}
 * outside of phrases only part them. {@code &&} joins two procedures: their values are one set, but
 * for the number of views of a single named one, and not where each place has contrast or a number
 * of views of its own.
 */
final class LoincComponents {

  private static final String AXIS = "component";
  private static final String FILE = LoincSource.FOLDER + "components.csv";
  private static final String JOINTS = "+&^(),";
  private static final Pattern WORD = Pattern.compile("[^\\s+&^(),]+|[+&^(),]");
  private static final Pattern PROCEDURES = Pattern.compile("\\s*&&\\s*");
  static final String ONE_VIEW = "RID43399";

  private final Vocabulary vocabulary;
  private final Map<List<String>, Meaning> phrases = new HashMap<>();
  private final int longest;

  LoincComponents(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    this.vocabulary = vocabulary;
    for (Row row : Table.read(folder, FILE, Set.of("phrase", "values"), faults)) {
      List<String> phrase = words(row.get("phrase"));
      if (phrase.isEmpty()) {
        faults.add(row, "a phrase is missing");
      } else if (phrases.put(phrase, Meaning.of(row, vocabulary, faults)) != null) {
        faults.add(row, "the phrase stands twice");
      }
    }
    longest = phrases.keySet().stream().mapToInt(List::size).max().orElse(0);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  void read(String component, String system, LoincReading reading) {
    List<Set<String>> procedures = new ArrayList<>();
    for (String procedure : PROCEDURES.split(component)) {
      LoincReading one = new LoincReading();
      readOne(words(procedure), one, reading);
      procedures.add(one.values());
    }
    if (procedures.size() > 1) {
      if (procedures.contains(Set.of(ONE_VIEW)) && procedures.stream().anyMatch(this::isCounted)) {
        reading.notUnderstood(AXIS, "&& with a number of views of its own for each place");
      }
      procedures.forEach(values -> values.remove(ONE_VIEW));
      if (system.contains("&&") && contrasts(procedures).size() > 1) {
        reading.notUnderstood(AXIS, "&& with contrast of its own for each place");
      }
    }
    procedures.forEach(values -> reading.add(List.copyOf(values)));
  }

  private boolean isCounted(Set<String> values) {
    return values.stream().anyMatch(v -> !v.equals(ONE_VIEW) && is(Attribute.VIEW_COUNT, v));
  }

  private Set<Set<String>> contrasts(List<Set<String>> procedures) {
    return procedures.stream()
        .map(
            values ->
                values.stream().filter(v -> is(Attribute.CONTRAST, v)).collect(Collectors.toSet()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private boolean is(Attribute attribute, String value) {
    return vocabulary.home(value).filter(attribute::equals).isPresent();
  }

  private void readOne(List<String> words, LoincReading values, LoincReading reading) {
    int at = 0;
    while (at < words.size()) {
      int length = phraseAt(words, at);
      List<String> phrase = words.subList(at, at + Math.max(1, length));
      Optional<Meaning> meaning = Optional.ofNullable(phrases.get(phrase)).filter(Meaning::known);
      if (meaning.isEmpty() && !JOINTS.contains(phrase.get(0))) {
        reading.notUnderstood(AXIS, String.join(" ", phrase));
      }
      meaning.ifPresent(m -> values.add(m.values()));
      at += phrase.size();
    }
  }

  /** The length of the longest phrase that begins there, or 0. */
  private int phraseAt(List<String> words, int at) {
    for (int length = Math.min(longest, words.size() - at); length > 0; length--) {
      if (phrases.containsKey(words.subList(at, at + length))) {
        return length;
      }
    }
    return 0;
  }
}
