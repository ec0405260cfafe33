package org.radcanon.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run came to: rows, and where a column says how often each occurs, studies. */
final class Totals {

  private static final int WORDS_SHOWN = 20;

  private final boolean weighted;
  private final Count rows = new Count();
  private final Count resolved = new Count();
  private final Count written = new Count();
  private final Map<String, Count> byBasis = new TreeMap<>();
  private final Map<String, Count> byConfidence = new TreeMap<>(Comparator.reverseOrder());
  private final Map<String, Count> words = new TreeMap<>();

  private static final class Count {
    private long rows;
    private double weight;

    void add(double more) {
      rows++;
      weight += more;
    }
  }

  /**
   * @param weighted whether rows say how often they occur
   */
  Totals(boolean weighted) {
    this.weighted = weighted;
  }

  void add(Answer answer, double weight) {
    rows.add(weight);
    if (answer.resolved()) {
      resolved.add(weight);
    }
    if (answer.write()) {
      written.add(weight);
    }
    String basis = answer.basis().isEmpty() ? "none" : answer.basis();
    byBasis.computeIfAbsent(basis, b -> new Count()).add(weight);
    if (answer.confidence().isPresent()) {
      String band = band(answer.confidence().getAsDouble());
      byConfidence.computeIfAbsent(band, b -> new Count()).add(weight);
    }
    for (String word : answer.notUnderstood()) {
      words.computeIfAbsent(word, w -> new Count()).add(weight);
    }
  }

  private static String band(double confidence) {
    if (confidence >= 1) {
      return "1.00";
    }
    double from = Math.floor(confidence * 20) / 20;
    return String.format(Locale.ROOT, "%.2f to %.2f", from, from + 0.05);
  }

  List<String> lines(double threshold) {
    List<String> lines = new ArrayList<>();
    lines.add(line("rows", rows, weighted ? "      by frequency" : ""));
    lines.add(line("resolved", resolved));
    lines.add(line("written at " + Answer.number(threshold), written));
    lines.add("by basis");
    byBasis.forEach((basis, count) -> lines.add(line("  " + basis, count)));
    lines.add("by confidence");
    byConfidence.forEach((band, count) -> lines.add(line("  " + band, count)));
    if (!words.isEmpty()) {
      lines.add("words not understood, most frequent first");
      words.entrySet().stream()
          .sorted(
              Comparator.comparingDouble((Map.Entry<String, Count> e) -> -e.getValue().weight)
                  .thenComparing(Map.Entry::getKey))
          .limit(WORDS_SHOWN)
          .forEach(e -> lines.add(line("  " + e.getKey(), e.getValue())));
    }
    return lines;
  }

  private String line(String what, Count count) {
    return line(what, count, "");
  }

  private String line(String what, Count count, String end) {
    String text =
        String.format(
            Locale.ROOT, "%-24s %,10d  %5.1f %%", what, count.rows, percent(count.rows, rows.rows));
    if (weighted) {
      text +=
          String.format(
              Locale.ROOT, "  %,12.0f  %5.1f %%", count.weight, percent(count.weight, rows.weight));
    }
    return (text + end).stripTrailing();
  }

  private static double percent(double part, double whole) {
    return whole == 0 ? 0 : part / whole * 100;
  }
}
