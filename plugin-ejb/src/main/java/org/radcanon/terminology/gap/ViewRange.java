package org.radcanon.terminology.gap;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How many views a value's label allows: 2 views, 1 - 2 views, 3 or more views. */
record ViewRange(int least, int most) {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  static Optional<ViewRange> of(String label) {
    List<Integer> numbers =
        NUMBER.matcher(label).results().map(MatchResult::group).map(Integer::valueOf).toList();
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    int first = numbers.get(0);
    int last = numbers.get(numbers.size() - 1);
    return Optional.of(
        new ViewRange(
            label.contains("fewer") ? 0 : first,
            label.contains("more") ? Integer.MAX_VALUE : last));
  }

  boolean overlaps(ViewRange other) {
    return least <= other.most && other.least <= most;
  }
}
