package org.radcanon.terminology.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that say how many views, by their bounds; read off the values' labels. */
final class ViewCounts {

  private static final int NONE = -1;

  private record Bounds(int least, int most) {}

  private final Map<Bounds, String> values = new HashMap<>();

  ViewCounts(ValueTable table) {
    for (ValueTable.Value value : table.all()) {
      if (value.attribute().equals("VIEW_COUNT")) {
        bounds(value.label()).ifPresent(bounds -> values.put(bounds, value.id()));
      }
    }
  }

  /** Whether a label is a number of views, which the grammar reads, not a phrase. */
  static boolean isNumeric(String label) {
    return bounds(label).isPresent();
  }

  /** "2 views", "1 - 2 views", "3 or more views", "4 or fewer views". */
  private static Optional<Bounds> bounds(String label) {
    List<Word> words = Words.of(label);
    List<Integer> numbers =
        words.stream()
            .filter(Word::number)
            .map(w -> Integer.valueOf(w.text().replace("+", "")))
            .toList();
    boolean more = words.stream().anyMatch(w -> w.text().equals("more"));
    boolean fewer = words.stream().anyMatch(w -> w.text().equals("fewer"));
    if (numbers.isEmpty() || numbers.size() > 2) {
      return Optional.empty();
    }
    int first = numbers.get(0);
    int last = numbers.get(numbers.size() - 1);
    return Optional.of(new Bounds(fewer ? NONE : first, more ? NONE : last));
  }

  Optional<String> exactly(int number) {
    return between(number, number);
  }

  /** One to a number is at most that number, however a scheme puts it. */
  Optional<String> between(int least, int most) {
    Optional<String> value = Optional.ofNullable(values.get(new Bounds(least, most)));
    return least == 1 && most > 1
        ? value.or(() -> Optional.ofNullable(values.get(new Bounds(NONE, most))))
        : value;
  }

  Optional<String> atLeast(int number) {
    return Optional.ofNullable(values.get(new Bounds(number, NONE)));
  }

  Optional<String> atMost(int number) {
    return Optional.ofNullable(values.get(new Bounds(NONE, number))).or(() -> between(1, number));
  }

  /** How many views a value means; 0 where it leaves that open. */
  int number(String id) {
    return values.entrySet().stream()
        .filter(e -> e.getValue().equals(id) && e.getKey().least() == e.getKey().most())
        .mapToInt(e -> e.getKey().least())
        .findFirst()
        .orElse(0);
  }
}
