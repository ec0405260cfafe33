package org.radcanon.terminology.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableFolder;

/**
 * Every phrase that texts are read by: the rows of {@code lexicon/phrases.csv}, in a Chinese text
 * those of {@code lexicon/phrases-zh.csv} too, and the label and the name of every attribute value.
 * A row outranks a label. Immutable once read.
 */
public final class Lexicon {

  private static final String PHRASES = "lexicon/phrases.csv";
  private static final String CHINESE = "lexicon/phrases-zh.csv";
  private static final int PREFIX_MIN = 4;

  private final ValueTable values;
  private final Map<String, String> byLabel = new HashMap<>();
  private final PhraseTree phrases = new PhraseTree();
  private final PhraseTree chinese = new PhraseTree();
  private final TreeSet<String> words = new TreeSet<>();
  private final Set<String> known = new HashSet<>();
  private final Misspellings misspellings = new Misspellings();
  private final ChineseSlips slips = new ChineseSlips();

  private Lexicon(ValueTable values) {
    this.values = values;
  }

  /** Reads the tables in {@code lexicon/}; what is wrong with them goes to {@code faults}. */
  public static Lexicon read(TableFolder folder, ValueTable values, Faults faults) {
    Lexicon lexicon = new Lexicon(values);
    values.all().forEach(lexicon::label);
    Set<String> columns = Set.of("phrase", "values", "modality");
    lexicon.read(Table.read(folder, PHRASES, columns, faults), lexicon.phrases, faults);
    folder
        .read(CHINESE)
        .map(bytes -> Table.parse(CHINESE, bytes, columns, faults))
        .ifPresent(table -> lexicon.read(table, lexicon.chinese, faults));
    lexicon.labels();
    return lexicon;
  }

  private void label(ValueTable.Value value) {
    byLabel.merge(value.label(), value.id(), this::moreUsed);
  }

  private int uses(String id) {
    return values.value(id).map(ValueTable.Value::uses).orElse(0);
  }

  private void read(Table table, PhraseTree tree, Faults faults) {
    for (Row row : table) {
      List<String> phrase = cut(row.get("phrase"));
      List<String> symbols = symbols(row, row.get("values"), faults);
      Set<String> modalities = new TreeSet<>(symbols(row, row.get("modality"), faults));
      if (phrase.isEmpty()) {
        faults.add(row, "phrase has no word");
      } else {
        add(row, phrase, new Meaning(symbols, modalities), tree, faults);
      }
    }
  }

  private void add(Row row, List<String> phrase, Meaning meaning, PhraseTree tree, Faults faults) {
    for (Meaning before : tree.meanings(phrase)) {
      boolean same = before.symbols().equals(meaning.symbols());
      boolean overlap =
          before.modalities().equals(meaning.modalities())
              || before.modalities().stream().anyMatch(meaning.modalities()::contains);
      if (overlap && !same) {
        faults.add(row, "phrase \"" + row.get("phrase") + "\" has another meaning already");
      }
    }
    put(phrase, meaning, tree);
  }

  private void put(List<String> phrase, Meaning meaning, PhraseTree tree) {
    tree.add(phrase, meaning);
    known.addAll(phrase);
    if (tree == chinese) {
      slips.add(phrase);
    }
    if (tree == phrases && phrase.size() == 1 && words.add(phrase.get(0))) {
      misspellings.add(phrase.get(0));
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
            put(phrase, new Meaning(List.of(id), Set.of()), phrases);
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

  /** The longest phrase that begins at a word; in a Chinese text the Chinese ones come first. */
  Optional<PhraseTree.Found> longest(
      List<Word> text, int from, Set<String> modality, boolean inChinese) {
    Optional<PhraseTree.Found> found = phrases.longest(text, from, modality);
    if (!inChinese) {
      return found;
    }
    int length = found.map(PhraseTree.Found::length).orElse(0);
    return chinese
        .longest(text, from, modality)
        .filter(here -> here.length() >= length)
        .or(() -> found);
  }

  /** The Chinese phrase that begins at a word and has one wrong character. */
  Optional<PhraseTree.Found> slipped(List<Word> text, int from, Set<String> modality) {
    return slips
        .find(text, from)
        .map(phrase -> phrase.stream().map(c -> new Word(c, false, false)).toList())
        .flatMap(phrase -> chinese.longest(phrase, 0, modality));
  }

  /** What a word means that was cut off at its end: what every word means that begins with it. */
  Optional<Meaning> completed(String word, Set<String> modality) {
    if (word.length() < PREFIX_MIN) {
      return Optional.empty();
    }
    Set<String> longer = new HashSet<>();
    for (String next : words.tailSet(word)) {
      if (!next.startsWith(word)) {
        break;
      }
      longer.add(next);
    }
    return oneMeaning(longer, modality);
  }

  /** The one word that a word in no phrase is a slip of a finger away from. */
  Optional<String> mended(String word) {
    if (known.contains(word)) {
      return Optional.empty();
    }
    Set<String> near = misspellings.find(word);
    return near.size() == 1 ? near.stream().findFirst() : Optional.empty();
  }

  /** What a word means that is one slip of a finger away from a word. */
  Optional<Meaning> misspelled(String word, Set<String> modality) {
    return oneMeaning(misspellings.find(word), modality);
  }

  private Optional<Meaning> oneMeaning(Set<String> some, Set<String> modality) {
    Map<List<String>, Meaning> meanings = new HashMap<>();
    for (String word : some) {
      phrases.word(word, modality).ifPresent(m -> meanings.put(m.symbols(), m));
    }
    return meanings.size() == 1 ? meanings.values().stream().findFirst() : Optional.empty();
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
