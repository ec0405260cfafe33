package org.radcanon.terminology.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * From a description as somebody typed it to comparable words. In this order: cut into words,
 * abbreviations, contrast wording, one modality word taken out, words that say nothing dropped. The
 * same for a Playbook name and for a study's text. Immutable.
 */
public final class Normalizer {

  /** Contrast wording, as the tables spell it. */
  static final String WITH = "with-contrast";

  static final String WITHOUT = "without-contrast";
  static final String BOTH = "without-then-with-contrast";

  private static final Set<String> UNROUTED = Set.of(WITH, WITHOUT, BOTH);
  private static final Map<String, String> BARE = Map.of("with", WITH, "without", WITHOUT);
  private static final Set<String> LATERALITY = Set.of("left", "right", "bilateral", "unilateral");
  private static final String ROUTE = "iv-";

  private final Phrases abbreviations = new Phrases();
  private final Phrases contrast = new Phrases();
  private final Phrases modalityWords = new Phrases();
  private final Set<String> contrastModalities = new HashSet<>();
  private final Set<String> directContrast;
  private final Set<String> noise;

  private Normalizer(TableFolder folder, Faults faults) {
    for (Row row : read(folder, "abbreviations.csv", faults, "phrase", "means")) {
      abbreviations.add(row, row.get("phrase"), Words.of(row.get("means")), faults);
    }
    for (Row row : read(folder, "contrast.csv", faults, "phrase", "means")) {
      if (!UNROUTED.contains(row.get("means")) && !UNROUTED.contains(unrouted(row.get("means")))) {
        faults.add(row, "unknown contrast wording " + row.get("means"));
      }
      contrast.add(row, row.get("phrase"), List.of(row.get("means")), faults);
    }
    for (Row row : read(folder, "modality-words.csv", faults, "phrase", "modalities", "contrast")) {
      modalityWords.add(row, row.get("phrase"), row.words("modalities"), faults);
      if (row.get("contrast").equals("Y")) {
        contrastModalities.addAll(row.words("modalities"));
      }
    }
    noise = words(folder, "noise.csv", faults);
    directContrast = words(folder, "direct-contrast.csv", faults);
  }

  /** Reads the lexicon's tables from the folder {@code lexicon/}; what is wrong goes to faults. */
  public static Normalizer read(TableFolder folder, Faults faults) {
    return new Normalizer(folder, faults);
  }

  private static Table read(TableFolder folder, String name, Faults faults, String... columns) {
    return Table.read(folder, "lexicon/" + name, Set.of(columns), faults);
  }

  private static Set<String> words(TableFolder folder, String name, Faults faults) {
    return read(folder, name, faults, "word").rows().stream()
        .flatMap(row -> Words.of(row.get("word")).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  public NormalText normalize(String text) {
    List<String> words = contrast.apply(abbreviations.apply(Words.of(text)));
    Set<String> named = new HashSet<>();
    List<String> rest = withoutModality(words, named);
    rest.removeIf(noise::contains);
    bareContrast(rest);
    routes(rest, named);
    return new NormalText(named, rest, rest.stream().sorted().collect(Collectors.joining(" ")));
  }

  /** Takes the first modality word out. */
  private List<String> withoutModality(List<String> words, Set<String> named) {
    List<String> rest = new ArrayList<>(words.size());
    int at = 0;
    while (at < words.size()) {
      int length = named.isEmpty() ? modalityWords.match(words, at) : 0;
      if (length == 0) {
        rest.add(words.get(at++));
      } else {
        named.addAll(modalityWords.meaning(words, at, length));
        at += length;
      }
    }
    return rest;
  }

  /** "CT chest w", "MR ankle wo left": with or without nothing is with or without contrast. */
  private static void bareContrast(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean last = i + 1 == words.size() || LATERALITY.contains(words.get(i + 1));
      if (last && BARE.containsKey(words.get(i))) {
        words.set(i, BARE.get(words.get(i)));
      }
    }
  }

  /**
   * Contrast without a route is intravenous, except where it is injected into what is imaged
   * (arthrography and the like), and outside CT and MR.
   */
  private void routes(List<String> words, Set<String> named) {
    boolean direct = words.stream().anyMatch(directContrast::contains);
    boolean intravenous = named.isEmpty() || contrastModalities.containsAll(named);
    if (intravenous && !direct) {
      words.replaceAll(word -> UNROUTED.contains(word) ? ROUTE + word : word);
    }
  }

  private static String unrouted(String means) {
    return means.startsWith(ROUTE) ? means.substring(ROUTE.length()) : means;
  }
}
