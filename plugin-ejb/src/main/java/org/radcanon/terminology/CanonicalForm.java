package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.radcanon.terminology.rimag.ValueForm;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * The one form in which sets of values are compared, whatever scheme or text they come from. Two
 * steps, in turns until nothing changes:
 *
 * <ol>
 *   <li>{@code canonical-form.csv}: where all values of {@code present} are in the set, those of
 *       {@code instead} take their place; in the order of the table;
 *   <li>{@code implied-regions.csv}: a set without any region gets those that its foci imply.
 * </ol>
 */
public final class CanonicalForm implements ValueForm {

  static final String REWRITES = "canonical-form.csv";
  static final String IMPLIED_REGIONS = "implied-regions.csv";

  /** As many steps as lines may need one after the other. */
  private static final int STEPS = 8;

  private static final BitSet NO_LINES = new BitSet();

  /** Leaves every set as it is. */
  public static final CanonicalForm NONE = new CanonicalForm();

  private final Map<String, Attribute> home = new HashMap<>();
  private final List<Rewrite> rewrites = new ArrayList<>();

  /** By one of the values that a line wants, the numbers of such lines. */
  private final Map<String, BitSet> triggered = new HashMap<>();

  private final Map<String, Set<String>> implied = new HashMap<>();

  private record Rewrite(Set<String> present, List<String> instead) {

    /** A line may keep what it found, and only add to it. */
    boolean changes(Set<String> set) {
      return set.containsAll(present)
          && !(instead.containsAll(present) && set.containsAll(instead));
    }
  }

  private CanonicalForm() {}

  /** Reads the two tables; what is wrong with them goes to {@code faults}. */
  public static CanonicalForm read(TableFolder folder, Vocabulary vocabulary, Faults faults) {
    CanonicalForm form = new CanonicalForm();
    vocabulary
        .values()
        .forEach(value -> value.attribute().ifPresent(a -> form.home.put(value.id(), a)));
    for (Row row : Table.read(folder, REWRITES, Set.of("present", "instead", "reason"), faults)) {
      form.rewrite(row, faults);
    }
    for (Row row : Table.read(folder, IMPLIED_REGIONS, Set.of("focus", "region"), faults)) {
      form.imply(row, faults);
    }
    form.rewrites.forEach(rewrite -> form.checkSettled(rewrite, faults));
    return form;
  }

  private void rewrite(Row row, Faults faults) {
    Rewrite rewrite = new Rewrite(Set.copyOf(row.words("present")), row.words("instead"));
    boolean known = true;
    for (String column : List.of("present", "instead")) {
      for (String value : row.words(column)) {
        if (!home.containsKey(value)) {
          faults.add(row, "value " + value + " has no home attribute in " + Vocabulary.FILE);
          known = false;
        }
      }
    }
    if (rewrite.present().isEmpty() || row.get("reason").isEmpty()) {
      faults.add(row, "a line needs values that are present, and a reason");
    } else if (rewrite.present().equals(Set.copyOf(rewrite.instead()))) {
      faults.add(row, "the line changes nothing");
    } else if (known) {
      BitSet lines = triggered.computeIfAbsent(row.words("present").get(0), v -> new BitSet());
      lines.set(rewrites.size());
      rewrites.add(rewrite);
    }
  }

  /** Lines must not undo each other. */
  private void checkSettled(Rewrite rewrite, Faults faults) {
    Set<String> set = apply(rewrite.present());
    if (step(set)) {
      faults.add(REWRITES, 0, "lines undo each other at " + new TreeSet<>(set));
    }
  }

  private void imply(Row row, Faults faults) {
    String focus = row.get("focus");
    String region = row.get("region");
    if (home.get(focus) != Attribute.FOCUS) {
      faults.add(row, focus + " is no focus in " + Vocabulary.FILE);
    } else if (home.get(region) != Attribute.REGION) {
      faults.add(row, region + " is no region in " + Vocabulary.FILE);
    } else {
      implied.computeIfAbsent(focus, f -> new TreeSet<>()).add(region);
    }
  }

  /** The canonical form of a set; what stays keeps its order. */
  @Override
  public Set<String> apply(Collection<String> values) {
    Set<String> set = new LinkedHashSet<>(values);
    for (int i = 0; i < STEPS && step(set); i++) {
      // until nothing changes
    }
    return set;
  }

  @Override
  public Set<String> origins(Set<String> values) {
    Set<String> all = new LinkedHashSet<>(values);
    boolean grown = true;
    for (int i = 0; i < STEPS && grown; i++) {
      grown = false;
      for (Rewrite rewrite : rewrites) {
        if (all.containsAll(rewrite.instead())) {
          grown |= all.addAll(rewrite.present());
        }
      }
    }
    return all;
  }

  /** Whether it changed anything. */
  private boolean step(Set<String> set) {
    boolean rewritten = rewrite(set);
    return addRegions(set) || rewritten;
  }

  private boolean rewrite(Set<String> set) {
    BitSet lines = new BitSet();
    set.forEach(value -> lines.or(triggered.getOrDefault(value, NO_LINES)));
    boolean changed = false;
    for (int i = lines.nextSetBit(0); i >= 0; i = lines.nextSetBit(i + 1)) {
      Rewrite rewrite = rewrites.get(i);
      if (rewrite.changes(set)) {
        rewrite.present().forEach(set::remove);
        set.addAll(rewrite.instead());
        rewrite.instead().forEach(v -> lines.or(triggered.getOrDefault(v, NO_LINES)));
        changed = true;
      }
    }
    return changed;
  }

  private boolean addRegions(Set<String> set) {
    Set<String> regions = new TreeSet<>();
    for (String value : set) {
      if (home.get(value) == Attribute.REGION) {
        return false;
      }
      regions.addAll(impliedRegions(value));
    }
    return set.addAll(regions);
  }

  /** The regions that a focus implies; naming them beside it says nothing more. */
  public Set<String> impliedRegions(String focus) {
    return implied.getOrDefault(focus, Set.of());
  }
}
