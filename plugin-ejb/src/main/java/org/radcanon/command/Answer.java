package org.radcanon.command;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Resolution;
import org.radcanon.terminology.Resolution.Resolved;
import org.radcanon.terminology.Resolution.Unresolved;

/**
 * What became of a row, as its columns say it.
 *
 * @param concept the concept that was found, or the first of several that fit
 * @param basis {@code code}, {@code site_map} or {@code text}; {@code candidate} where it is but
 *     the first of several
 * @param write whether radcanon would write it at the threshold
 * @param why for the list of doubtful cases; empty where there is no doubt
 */
record Answer(
    Optional<Concept> concept,
    String basis,
    OptionalDouble confidence,
    boolean write,
    List<String> notUnderstood,
    List<Concept> others,
    String why) {

  static final String CANDIDATE = "candidate";

  /** A candidate of n that fit equally is worth 1/n, and never enough to be written. */
  private static final double MOST_OF_A_CANDIDATE = 0.5;

  /** The columns before those of the schemes. */
  static final List<String> FIXED =
      List.of("concept", "name", "basis", "confidence", "write", "not_understood");

  private static final List<String> ALWAYS = List.of("RADLEX", "LN", "I10P", "99RIMAG");

  static Answer of(Resolution resolution, double threshold) {
    return resolution instanceof Resolved resolved
        ? of(resolved, threshold)
        : of((Unresolved) resolution);
  }

  private static Answer of(Resolved resolved, double threshold) {
    boolean write = resolved.confidence() >= threshold;
    return new Answer(
        Optional.of(resolved.concept()),
        resolved.basis().name().toLowerCase(Locale.ROOT),
        OptionalDouble.of(resolved.confidence()),
        write,
        resolved.notUnderstood(),
        resolved.runnersUp(),
        write ? "" : String.join(" | ", resolved.evidence()));
  }

  private static Answer of(Unresolved unresolved) {
    List<Concept> candidates = unresolved.candidates();
    int count = candidates.size();
    return new Answer(
        candidates.stream().findFirst(),
        count == 0 ? "" : CANDIDATE,
        count == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.min(MOST_OF_A_CANDIDATE, 1.0 / count)),
        false,
        unresolved.notUnderstood(),
        candidates.subList(Math.min(1, count), count),
        unresolved.reason());
  }

  boolean resolved() {
    return concept.isPresent() && !basis.equals(CANDIDATE);
  }

  /** The columns that {@link #cells} fills: one a scheme behind the fixed ones. */
  static List<String> columns(List<String> schemes) {
    List<String> columns = new ArrayList<>(FIXED);
    columns.addAll(schemes);
    return columns;
  }

  /** The schemes that have a column: the four of radcanon's own map, then what else there is. */
  static List<String> schemes(CanonicalMap map) {
    Set<String> used = new LinkedHashSet<>(ALWAYS);
    Set<String> there = new LinkedHashSet<>();
    map.concepts().forEach(concept -> there.addAll(concept.codes().keySet()));
    map.schemes().stream().map(s -> s.designator()).filter(there::contains).forEach(used::add);
    used.remove(CanonicalMap.CONCEPT_SCHEME);
    return List.copyOf(used);
  }

  List<String> cells(CanonicalMap map, List<String> schemes) {
    List<String> cells = new ArrayList<>();
    cells.add(concept.map(Concept::code).orElse(""));
    cells.add(concept.map(Concept::name).orElse(""));
    cells.add(basis);
    cells.add(confidence.isPresent() ? number(confidence.getAsDouble()) : "");
    cells.add(write ? "yes" : "no");
    cells.add(String.join(" ", notUnderstood));
    schemes.forEach(scheme -> cells.add(concept.map(c -> codes(map, c, scheme)).orElse("")));
    return cells;
  }

  private static String codes(CanonicalMap map, Concept concept, String scheme) {
    return String.join(" ", map.codes(concept, scheme).stream().map(Code::value).toList());
  }

  static String number(double confidence) {
    return new DecimalFormat("0.00#", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(confidence);
  }
}
