package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.radcanon.terminology.CanonicalForm;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;

/**
 * Which concept code was given to which set of values. A code is given once; it is never given to
 * another set and never renumbered, and the set that it was given to stands here for good.
 *
 * <p>What a set means is read by the {@link CanonicalForm} of the day. Where two lines come to mean
 * one set, the lower code stays and the other is retired, {@code replaced_by} the lower. A set that
 * no scheme has any more retires its code; should the set come back, so does the code.
 */
final class Ledger {

  static final String FILE = "ledger.csv";
  static final List<String> HEADER = List.of("concept", "status", "replaced_by", "values");

  private static final Set<String> COLUMNS = Set.of("concept", "status", "values");

  private final CanonicalForm form;

  /** Sets as given, by code. */
  private final Map<String, Set<String>> given = new TreeMap<>();

  /** Codes by sets as given, to notice a doubled line. */
  private final Map<Set<String>, String> lines = new HashMap<>();

  /** The code that stands for a set in canonical form. */
  private final Map<Set<String>, String> codes = new HashMap<>();

  private final Map<String, String> replaced = new HashMap<>();
  private final Set<String> inUse = new TreeSet<>();
  private int last;

  private Ledger(CanonicalForm form) {
    this.form = form;
  }

  /** Reads a ledger; an absent one is {@link #empty}. */
  static Ledger parse(byte[] bytes, CanonicalForm form, Faults faults) {
    Ledger ledger = new Ledger(form);
    for (Row row : Table.parse(FILE, bytes, COLUMNS, faults)) {
      ledger.read(row, faults);
    }
    ledger.given.forEach(ledger::index);
    return ledger;
  }

  static Ledger empty(CanonicalForm form) {
    return new Ledger(form);
  }

  private void read(Row row, Faults faults) {
    String code = row.get("concept");
    Set<String> values = new TreeSet<>(row.words("values"));
    if (!ConceptCodes.valid(code)) {
      faults.add(row, code + " is no concept code (check digit?)");
    } else if (!Set.of("active", "retired").contains(row.get("status"))) {
      faults.add(row, "status is neither active nor retired");
    } else if (given.containsKey(code)) {
      faults.add(row, "concept " + code + " stands twice");
    } else if (lines.putIfAbsent(values, code) != null) {
      faults.add(row, "the same values have concept " + lines.get(values));
    } else if (values.isEmpty()) {
      faults.add(row, "no values");
    } else {
      given.put(code, values);
      last = Math.max(last, ConceptCodes.serial(code));
    }
  }

  /** In the order of codes, so that the lowest of several stays. */
  private void index(String code, Set<String> values) {
    String lower = codes.putIfAbsent(canonical(values), code);
    if (lower != null) {
      replaced.put(code, lower);
    }
  }

  private Set<String> canonical(Collection<String> values) {
    return new TreeSet<>(form.apply(values));
  }

  /** The code of a set of values: the one given before, else the next free one. */
  String codeFor(Collection<String> values) {
    Set<String> set = canonical(values);
    String code = codes.get(set);
    if (code == null) {
      last++;
      code = ConceptCodes.of(last);
      given.put(code, set);
      codes.put(set, code);
    }
    inUse.add(code);
    return code;
  }

  /** The set, in canonical form, that a code was given to. */
  Optional<Set<String>> setOf(String code) {
    return Optional.ofNullable(given.get(code)).map(this::canonical);
  }

  /** The sets, as given, of codes that {@link #codeFor} did not answer, by code. */
  Map<String, Set<String>> retired() {
    Map<String, Set<String>> retired = new TreeMap<>(given);
    retired.keySet().removeAll(inUse);
    return retired;
  }

  /** The code that took the place of a retired one, or nothing. */
  String replacedBy(String code) {
    return replaced.getOrDefault(code, "");
  }

  /** Every value of every set, retired ones included. */
  Set<String> values() {
    Set<String> values = new TreeSet<>();
    given.values().forEach(values::addAll);
    return values;
  }

  /** The table: one row a code, in their order. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    given.forEach(
        (code, values) -> {
          String status = inUse.contains(code) ? "active" : "retired";
          rows.add(List.of(code, status, replacedBy(code), String.join(" ", values)));
        });
    return rows;
  }
}
