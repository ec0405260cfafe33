package org.radcanon.terminology.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.MappingOverride.CodeRef;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;

/**
 * In which columns of a table an import finds what it needs. Our names for it: {@code code}, {@code
 * rank}, {@code name}, {@code name2} to {@code name9}, {@code target_scheme} with {@code
 * target_code}, and each {@link Attribute} in lower case. A column that holds codes of one scheme
 * only may be given as {@code target:SCHEME} instead.
 */
final class ImportColumns {

  static final String CODE = "code";
  static final String RANK = "rank";
  static final String TARGET_SCHEME = "target_scheme";
  static final String TARGET_CODE = "target_code";
  static final List<String> NAMES =
      Stream.concat(Stream.of("name"), IntStream.rangeClosed(2, 9).mapToObj(i -> "name" + i))
          .toList();

  private static final String ONE_SCHEME = "target:";

  private final Map<String, String> given;

  /**
   * @param given a table's columns by our names, where it calls them otherwise
   */
  ImportColumns(Map<String, String> given) {
    this.given = new LinkedHashMap<>(given);
  }

  static String name(Attribute attribute) {
    return attribute.name().toLowerCase(Locale.ROOT);
  }

  /** Every name of ours, in the order of a table that we write. */
  static List<String> ours() {
    List<String> ours = new ArrayList<>(List.of(CODE, RANK));
    ours.addAll(NAMES);
    ours.addAll(List.of(TARGET_SCHEME, TARGET_CODE));
    Arrays.stream(Attribute.values()).map(ImportColumns::name).forEach(ours::add);
    return ours;
  }

  /** Faults for what is no name of ours, and for columns that the table does not have. */
  void check(String file, List<String> header, Faults faults) {
    Set<String> wrong = new TreeSet<>(given.keySet());
    wrong.removeAll(ours());
    wrong.removeIf(name -> name.startsWith(ONE_SCHEME) && name.length() > ONE_SCHEME.length());
    wrong.forEach(name -> faults.add(file, 0, name + " is nothing that an import knows"));
    Set<String> wanted = new LinkedHashSet<>(given.values());
    wanted.add(of(CODE));
    wanted.add(of(NAMES.get(0)));
    wanted.stream()
        .filter(column -> !header.contains(column))
        .forEach(column -> faults.add(file, 1, "column " + column + " is missing"));
  }

  private String of(String ours) {
    return given.getOrDefault(ours, ours);
  }

  Optional<String> cell(Row row, String ours) {
    return row.find(of(ours));
  }

  /** The code that a row's code means the same as: half of one where the row has half. */
  Optional<CodeRef> target(Row row) {
    Optional<String> scheme = cell(row, TARGET_SCHEME);
    Optional<String> code = cell(row, TARGET_CODE);
    if (scheme.isPresent() || code.isPresent()) {
      return Optional.of(new CodeRef(scheme.orElse(""), code.orElse("")));
    }
    return given.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(ONE_SCHEME))
        .flatMap(
            entry ->
                row.find(entry.getValue()).stream()
                    .map(c -> new CodeRef(entry.getKey().substring(ONE_SCHEME.length()), c)))
        .findFirst();
  }

  /** The cells of a row that are not empty, by our names. */
  Map<String, String> cells(Row row, Optional<CodeRef> target) {
    Map<String, String> cells = new LinkedHashMap<>();
    ours().forEach(name -> cell(row, name).ifPresent(text -> cells.put(name, text)));
    target.ifPresent(
        code -> {
          cells.put(TARGET_SCHEME, code.scheme());
          cells.put(TARGET_CODE, code.value());
        });
    return cells;
  }
}
