package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.Vocabulary;
import org.radcanon.terminology.build.SourceProcedure.SourceName;

/** Names composed from attribute values, and what of several names fits Code Meaning. */
final class ConceptNames {

  /** Code Meaning (0008,0104) is LO: 64 characters (PS3.5 Table 6.2-1). */
  static final int CODE_MEANING_MAX = 64;

  private static final String AND_MORE = " etc.";

  private final Vocabulary vocabulary;

  ConceptNames(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** In full: labels in the order of {@link Attribute}, within one in the given order. */
  String full(List<String> ids) {
    return join(ordered(ids).stream().map(AttributeValue::label).toList());
  }

  /**
   * A name for Code Meaning: composed as {@link #full}, with as many labels shortened, the longest
   * gain first, as it takes; where that does not do, the first of the schemes' names that fits.
   */
  String conceptMeaning(List<String> ids, List<SourceName> names) {
    return composed(ids).or(() -> firstFitting(names)).orElseGet(() -> inPart(ids));
  }

  /**
   * A name for Code Meaning: the first of the scheme's names that fits, in length and in the
   * characters that every Specific Character Set can write (PS3.5 6.1.1), else one composed.
   */
  String codeMeaning(List<String> ids, List<SourceName> names) {
    return firstFitting(names).or(() -> composed(ids)).orElseGet(() -> inPart(ids));
  }

  /** Whole short labels, as many as fit, and that there are more. */
  private String inPart(List<String> ids) {
    List<String> labels = new ArrayList<>();
    for (AttributeValue value : ordered(ids)) {
      labels.add(value.shortLabel());
      if (join(labels).length() + AND_MORE.length() > CODE_MEANING_MAX) {
        labels.remove(labels.size() - 1);
        break;
      }
    }
    return join(labels) + AND_MORE;
  }

  private static Optional<String> firstFitting(List<SourceName> names) {
    return names.stream()
        .map(SourceName::text)
        .filter(name -> name.length() <= CODE_MEANING_MAX && name.chars().allMatch(c -> c < 0x80))
        .findFirst();
  }

  private Optional<String> composed(List<String> ids) {
    List<AttributeValue> ordered = ordered(ids);
    List<String> labels = new ArrayList<>(ordered.stream().map(AttributeValue::label).toList());
    while (join(labels).length() > CODE_MEANING_MAX) {
      int best = IntStream.range(0, labels.size()).boxed().max(byGain(labels, ordered)).orElse(-1);
      if (best < 0 || gain(labels, ordered, best) <= 0) {
        return Optional.empty();
      }
      labels.set(best, ordered.get(best).shortLabel());
    }
    return Optional.of(join(labels));
  }

  /** The first of several equal gains is the greatest, so that the result is one and the same. */
  private static Comparator<Integer> byGain(List<String> labels, List<AttributeValue> ordered) {
    return Comparator.<Integer>comparingInt(i -> gain(labels, ordered, i))
        .thenComparing(Comparator.reverseOrder());
  }

  private static int gain(List<String> labels, List<AttributeValue> ordered, int i) {
    return labels.get(i).length() - ordered.get(i).shortLabel().length();
  }

  private static String join(List<String> labels) {
    return labels.stream().filter(label -> !label.isEmpty()).collect(Collectors.joining(" "));
  }

  private List<AttributeValue> ordered(List<String> ids) {
    return ids.stream()
        .flatMap(id -> vocabulary.find(id).stream())
        .sorted(Comparator.comparing(value -> value.attribute().orElseThrow()))
        .toList();
  }
}
