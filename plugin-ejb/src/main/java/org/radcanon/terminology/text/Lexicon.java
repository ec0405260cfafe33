package org.radcanon.terminology.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * Every phrase that texts are read by: the rows of {@code lexicon/phrases*.csv}, and the label and
 * the name of every attribute value. A row outranks a label. Immutable once read.
 */
public final class Lexicon {

  private static final List<String> FILES = List.of("phrases.csv", "phrases-zh.csv");
  private static final int PREFIX_MIN = 4;

  private final ValueTable values;
  private final Map<String, String> byLabel = new HashMap<>();
  private final PhraseTree phrases = new PhraseTree();
  private final TreeMap<String, Meaning> words = new TreeMap<>();

  private Lexicon(ValueTable values) {
    this.values = values;
  }

  /** Reads the tables in {@code lexicon/}; what is wrong with them goes to {@code faults}. */
  public static Lexicon read(TableFolder folder, ValueTable values, Faults faults) {
    Lexicon lexicon = new Lexicon(values);
    values.all().forEach(lexicon::label);
    for (String file : FILES) {
      if (folder.read("lexicon/" + file).isPresent() || file.equals(FILES.get(0))) {
        lexicon.read(
            Table.read(folder, "lexicon/" + file, Set.of("phrase", "values", "modality"), faults),
            faults);
      }
    }
    lexicon.labels();
    return lexicon;
  }

  private void label(ValueTable.Value value) {
    byLabel.merge(value.label(), value.id(), this::moreUsed);
  }

  private int uses(String id) {
    return values.value(id).map(ValueTable.Value::uses).orElse(0);
  }

  private void read(Table table, Faults faults) {
    for (Row row : table) {
      List<String> phrase = cut(row.get("phrase"));
      List<String> symbols = symbols(row, row.get("values"), faults);
      Set<String> modalities = new TreeSet<>(symbols(row, row.get("modality"), faults));
      if (phrase.isEmpty()) {
        faults.add(row, "phrase has no word");
      } else {
        add(row, phrase, new Meaning(symbols, modalities), faults);
      }
    }
  }

  private void add(Row row, List<String> phrase, Meaning meaning, Faults faults) {
    for (Meaning before : phrases.meanings(phrase)) {
      boolean same = before.symbols().equals(meaning.symbols());
      boolean overlap =
          before.modalities().equals(meaning.modalities())
              || before.modalities().stream().anyMatch(meaning.modalities()::contains);
      if (overlap && !same) {
        faults.add(row, "phrase \"" + row.get("phrase") + "\" has another meaning already");
      }
    }
    put(phrase, meaning);
  }

  private void put(List<String> phrase, Meaning meaning) {
    phrases.add(phrase, meaning);
    if (phrase.size() == 1 && meaning.always()) {
      words.putIfAbsent(phrase.get(0), meaning);
    }
  }

  /** Value ids and marks of a cell: separated by semicolons, a value by its id or by its label. */
  public List<String> symbols(Row row, String cell, Faults faults) {
    List<String> symbols = new ArrayList<>();
    for (String part : cell.split(";")) {
      String name = part.strip();
      if (byLabel.containsKey(name)) {
        symbols.add(byLabel.get(name));
      } else if (!name.isEmpty()) {
        for (String id : name.split("\\s+")) {
          if (!Marks.isMark(id) && values.value(id).isEmpty()) {
            faults.add(row, "\"" + name + "\" is no value's label, nor are its words ids or marks");
            break;
          }
          symbols.add(id);
        }
      }
    }
    return symbols;
  }

  /** Labels and names that no row explains; where two values have one, the one with more uses. */
  private void labels() {
    Map<List<String>, String> best = new HashMap<>();
    for (ValueTable.Value value : values.all()) {
      if (!value.attribute().equals("VIEW_COUNT") || !ViewCounts.isNumeric(value.label())) {
        best.merge(cut(value.label()), value.id(), this::moreUsed);
      }
    }
    Set<List<String>> labels = Set.copyOf(best.keySet());
    for (ValueTable.Value value : values.all()) {
      List<String> name = cut(value.name());
      if (!labels.contains(name) && !value.attribute().equals("VIEW_COUNT")) {
        best.merge(name, value.id(), this::moreUsed);
      }
    }
    best.forEach(
        (phrase, id) -> {
          if (!phrase.isEmpty() && phrases.meanings(phrase).stream().noneMatch(Meaning::always)) {
            put(phrase, new Meaning(List.of(id), Set.of()));
          }
        });
  }

  private String moreUsed(String a, String b) {
    boolean first = uses(a) > uses(b) || uses(a) == uses(b) && a.compareTo(b) < 0;
    return first ? a : b;
  }

  private static List<String> cut(String phrase) {
    return Words.of(phrase).stream().map(Word::text).toList();
  }

  /** The longest phrase that begins at a word. */
  Optional<PhraseTree.Found> longest(List<Word> text, int from, Set<String> modality) {
    return phrases.longest(text, from, modality);
  }

  /** What a word means that was cut off at its end: what every word means that begins with it. */
  Optional<Meaning> completed(String word) {
    if (word.length() < PREFIX_MIN) {
      return Optional.empty();
    }
    Set<List<String>> meanings = new HashSet<>();
    Meaning any = null;
    for (Map.Entry<String, Meaning> next : words.tailMap(word).entrySet()) {
      if (!next.getKey().startsWith(word)) {
        break;
      }
      any = next.getValue();
      meanings.add(any.symbols());
    }
    return meanings.size() == 1 ? Optional.of(any) : Optional.empty();
  }

  /** The home attribute of a value. */
  String attribute(String id) {
    return values.value(id).map(ValueTable.Value::attribute).orElse("");
  }

  String label(String id) {
    return Marks.isMark(id) ? id : values.value(id).map(ValueTable.Value::label).orElse(id);
  }

  ValueTable values() {
    return values;
  }
}
