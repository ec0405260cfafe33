package org.radcanon.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.radcanon.terminology.NameIndex.Entry;
import org.radcanon.terminology.NameIndex.Kind;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;
import org.radcanon.terminology.text.NormalText;
import org.radcanon.terminology.text.Normalizer;

/** Reads one description: which procedure of the right modality is called exactly so. */
final class TextReader {

  /** A scheme's name, in its word order. */
  static final double SAME = 0.97;

  /** The words of a scheme's name in another order. */
  static final double OTHER_ORDER = 0.95;

  /** A name that leaves out a region which the focus implies. */
  static final double IMPLIED_REGION = 0.92;

  /** A name whose procedure's own name says more: by default listed, not written. */
  static final double TERSE = 0.85;

  /** The study's modality is one that no procedure has; the text names one itself. */
  static final double FOREIGN_MODALITY = 0.8;

  /** A name that contradicts the attributes of its code. */
  static final double DOUBTFUL = 0.5;

  private static final int QUOTED = 80;

  private final Normalizer normalizer;
  private final NameIndex names;
  private final Map<String, Set<String>> always = new HashMap<>();
  private final Map<String, Set<String>> ifNamed = new HashMap<>();
  private final Set<String> deciding = new HashSet<>();

  private TextReader(CanonicalMap map, Normalizer normalizer) {
    this.normalizer = normalizer;
    this.names = new NameIndex(map, normalizer);
  }

  /** Reads the lexicon; what is wrong with it goes to {@code faults}. */
  static TextReader read(CanonicalMap map, TableFolder folder, Faults faults) {
    TextReader reader = new TextReader(map, Normalizer.read(folder, faults));
    Table modalities =
        table(folder, "dicom-modalities.csv", faults, "modality", "radlex", "only_if_named");
    for (Row row : modalities) {
      Map<String, Set<String>> target =
          row.get("only_if_named").equals("Y") ? reader.ifNamed : reader.always;
      target.computeIfAbsent(row.get("modality"), m -> new HashSet<>()).add(row.get("radlex"));
    }
    for (Row row : table(folder, "text-sources.csv", faults, "keyword", "decides")) {
      if (row.get("decides").equals("Y")) {
        reader.deciding.add(row.get("keyword"));
      }
    }
    return reader;
  }

  private static Table table(TableFolder folder, String name, Faults faults, String... columns) {
    return Table.read(folder, "lexicon/" + name, Set.of(columns), faults);
  }

  /** What a description came to. */
  sealed interface Reading {

    String line();

    List<Concept> candidates();

    List<String> notUnderstood();

    record Match(Concept concept, double confidence, List<Concept> others, String line)
        implements Reading {
      @Override
      public List<Concept> candidates() {
        return List.of(concept);
      }

      @Override
      public List<String> notUnderstood() {
        return List.of();
      }
    }

    record Ambiguous(List<Concept> candidates, String line) implements Reading {
      @Override
      public List<String> notUnderstood() {
        return List.of();
      }
    }

    /** A name, but of another modality. */
    record WrongModality(List<Concept> candidates, String line) implements Reading {
      @Override
      public List<String> notUnderstood() {
        return List.of();
      }
    }

    record Unknown(List<String> notUnderstood, String line) implements Reading {
      @Override
      public List<Concept> candidates() {
        return List.of();
      }
    }
  }

  /** Whether texts of this source (a keyword, or a path that ends in it) may decide a study. */
  boolean decides(String source) {
    return deciding.contains(source.substring(source.lastIndexOf('.') + 1));
  }

  Reading read(String text, Set<String> modalities) {
    NormalText normal = normalizer.normalize(text);
    String quoted = "\"" + text.substring(0, Math.min(QUOTED, text.length())).strip() + "\"";
    List<Entry> named =
        names.find(normal).stream()
            .filter(e -> normal.modalities().isEmpty() || e.namedBy(normal))
            .toList();
    if (named.isEmpty()) {
      return unknown(normal, quoted);
    }
    List<Entry> fitting = named.stream().filter(e -> fits(e, normal, modalities)).toList();
    if (fitting.isEmpty()) {
      return new Reading.WrongModality(
          concepts(named),
          quoted + " is a procedure of another modality than " + sorted(modalities));
    }
    return decide(fitting, normal, modalities, quoted);
  }

  private Reading unknown(NormalText normal, String quoted) {
    List<String> words = names.unknownWords(normal);
    if (normal.words().isEmpty()) {
      return new Reading.Unknown(words, quoted + " names a modality at most");
    }
    String why =
        words.isEmpty()
            ? " is no procedure's name"
            : " is no procedure's name; not understood: " + String.join(", ", words);
    return new Reading.Unknown(words, quoted + why);
  }

  private boolean fits(Entry entry, NormalText text, Set<String> modalities) {
    String concept = entry.modality();
    boolean named = entry.namedBy(text);
    return modalities.stream()
        .anyMatch(
            m ->
                always.getOrDefault(m, Set.of()).contains(concept)
                    || named && ifNamed.getOrDefault(m, Set.of()).contains(concept)
                    || named && foreign(m));
  }

  private boolean foreign(String modality) {
    return !always.containsKey(modality) && !ifNamed.containsKey(modality);
  }

  private Reading decide(
      List<Entry> fitting, NormalText text, Set<String> modalities, String quoted) {
    boolean derivedOnly = fitting.get(0).kind() == Kind.DERIVED;
    List<Entry> ranked =
        fitting.stream().filter(e -> derivedOnly || e.kind() != Kind.DERIVED).toList();
    List<Concept> concepts = concepts(ranked);
    if (concepts.size() > 1) {
      return new Reading.Ambiguous(
          concepts, quoted + " is the name of " + concepts.size() + " procedures");
    }
    Entry best =
        ranked.stream().max(Comparator.comparingDouble(e -> confidence(e, text))).orElseThrow();
    double confidence = confidence(best, text);
    if (modalities.stream().allMatch(this::foreign)) {
      confidence = Math.min(confidence, FOREIGN_MODALITY);
    }
    List<Concept> others = new ArrayList<>(concepts(fitting));
    others.remove(best.concept());
    return new Reading.Match(best.concept(), confidence, others, quoted + how(best, text));
  }

  private static double confidence(Entry entry, NormalText text) {
    if (entry.doubtful()) {
      return DOUBTFUL;
    }
    if (entry.terse()) {
      return TERSE;
    }
    return switch (entry.kind()) {
      case OFFICIAL -> entry.sequence().equals(text.sequence()) ? SAME : OTHER_ORDER;
      case DERIVED -> IMPLIED_REGION;
    };
  }

  private static String how(Entry entry, NormalText text) {
    String concept = entry.concept().code() + " " + entry.concept().name();
    if (entry.doubtful()) {
      return " is a name of " + concept + ", which contradicts its attributes";
    }
    if (entry.terse()) {
      return " describes " + concept + ", whose own name says more";
    }
    return switch (entry.kind()) {
      case OFFICIAL ->
          entry.sequence().equals(text.sequence())
              ? " is a name of " + concept
              : " has the words of a name of " + concept;
      case DERIVED -> " describes " + concept;
    };
  }

  private static List<Concept> concepts(List<Entry> entries) {
    return List.copyOf(
        entries.stream().map(Entry::concept).collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static String sorted(Set<String> modalities) {
    return Arrays.toString(modalities.stream().sorted().toArray());
  }
}
