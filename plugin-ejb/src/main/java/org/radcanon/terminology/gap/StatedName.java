package org.radcanon.terminology.gap;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.text.Parsed;
import org.radcanon.terminology.text.Parsed.Doubt;
import org.radcanon.terminology.text.Parser;

/**
 * What the lexicon reads in a published name.
 *
 * @param procedure the name without a modality in front
 * @param values value ids by attribute
 * @param readFrom the words that gave a value, by its label
 */
record StatedName(
    String procedure, Map<Attribute, SortedSet<String>> values, Map<String, Set<String>> readFrom) {

  private static final String EXPLAINED_AS = " = ";

  /** Modalities in front of a name, which abbreviate other things elsewhere: RFA is an ablation. */
  private static final Set<String> METHODS =
      Set.of("rfa", "rp", "ct", "mr", "us", "xr", "mg", "mammo", "nm", "pt", "rf", "fl", "xa");

  /** LOINC's numbers of views: at most, and at least; LE is a leg elsewhere. */
  private static final Pattern BOUND = Pattern.compile("\\b[LG]E (?=\\d)");

  /**
   * @param modality in which the words are read
   */
  static StatedName read(CanonicalMap map, Parser parser, String name, Set<String> modality) {
    String procedure = withoutMethod(name);
    Parsed parsed = parser.parse(procedure, modality);
    Map<Attribute, SortedSet<String>> values = new EnumMap<>(Attribute.class);
    Map<String, Set<String>> readFrom = new HashMap<>();
    if (!parsed.doubts().contains(Doubt.WORD_GUESSED)) {
      parsed.modalities().forEach(value -> add(map, value, values));
      parsed.symbols().forEach(symbol -> add(map, symbol, values));
      parsed.explained().forEach(line -> explain(line, readFrom));
    }
    return new StatedName(procedure, values, readFrom);
  }

  private static String withoutMethod(String name) {
    String plain = BOUND.matcher(name.strip()).replaceAll("");
    String[] parts = plain.split("[^\\p{L}\\p{N}]+", 2);
    boolean method = METHODS.contains(parts[0].toLowerCase(Locale.ROOT));
    return parts.length == 2 && method ? parts[1] : plain;
  }

  private static void add(
      CanonicalMap map, String symbol, Map<Attribute, SortedSet<String>> values) {
    map.value(symbol)
        .flatMap(AttributeValue::attribute)
        .ifPresent(a -> values.computeIfAbsent(a, x -> new TreeSet<>()).add(symbol));
  }

  private static void explain(String line, Map<String, Set<String>> readFrom) {
    int at = line.lastIndexOf(EXPLAINED_AS);
    readFrom
        .computeIfAbsent(line.substring(at + EXPLAINED_AS.length()), label -> new HashSet<>())
        .addAll(LabelWords.of(line.substring(0, at)));
  }

  Set<String> all() {
    Set<String> all = new HashSet<>();
    values.values().forEach(all::addAll);
    return all;
  }
}
