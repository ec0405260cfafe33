package org.radcanon.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.relation.Difference;
import org.radcanon.terminology.relation.Relations;
import org.radcanon.terminology.rimag.Rimag;

/** What {@code translate} prints. */
final class TranslationPage {

  private static final int NEIGHBOURS = 12;

  private final CanonicalMap map;
  private final Optional<String> to;
  private final Terminal terminal;

  TranslationPage(CanonicalMap map, Optional<String> to, Terminal terminal) {
    this.map = map;
    this.to = to;
    this.terminal = terminal;
  }

  void print(String scheme, String code, Concept concept) {
    terminal.say("%s  %s".formatted(concept.code(), concept.name()));
    map.replacedBy(concept.code())
        .ifPresent(other -> terminal.say("retired, replaced by " + other));
    concept
        .attributes()
        .forEach(
            (attribute, values) ->
                terminal.say(
                    "  %-16s %s"
                        .formatted(attribute.name().toLowerCase(Locale.ROOT), labels(values))));
    terminal.say("equivalent to %s %s".formatted(scheme, code));
    List<String> lines = codes(concept, scheme, code);
    lines.forEach(terminal::say);
    if (lines.isEmpty()) {
      terminal.say("  none" + to.map(s -> " in " + s).orElse(""));
    }
    Relations relations = Relations.of(map);
    neighbours("narrower", concept, relations.narrower(concept), relations);
    neighbours("broader", concept, relations.broader(concept), relations);
  }

  private List<String> codes(Concept concept, String scheme, String code) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, List<Code>> codes : concept.codes().entrySet()) {
      for (Code other : wanted(codes.getKey()) ? codes.getValue() : List.<Code>of()) {
        if (!(codes.getKey().equals(scheme) && other.value().equals(code))) {
          lines.add(line(other));
        }
      }
    }
    if (wanted(Rimag.DESIGNATOR) && concept.codeIn(Rimag.DESIGNATOR).isEmpty()) {
      map.codes(concept, Rimag.DESIGNATOR)
          .forEach(composed -> lines.add(line(composed) + "  (composed; no listed item)"));
    }
    return lines;
  }

  private static String line(Code code) {
    return "  %-11s %-12s %s".formatted(code.scheme(), code.value(), code.meaning());
  }

  private boolean wanted(String scheme) {
    return to.isEmpty() || to.get().equals(scheme);
  }

  private void neighbours(
      String title, Concept concept, List<Concept> neighbours, Relations relations) {
    List<Concept> shown =
        neighbours.stream().filter(n -> to.isEmpty() || n.codeIn(to.get()).isPresent()).toList();
    if (shown.isEmpty()) {
      return;
    }
    terminal.say(title);
    for (Concept neighbour : shown.subList(0, Math.min(NEIGHBOURS, shown.size()))) {
      terminal.say(
          "  %s  %s  [%s]".formatted(neighbour.code(), neighbour.name(), codesInLine(neighbour)));
      relations
          .differences(concept, neighbour)
          .forEach(difference -> terminal.say(words(difference)));
    }
    if (shown.size() > NEIGHBOURS) {
      terminal.say("  and " + (shown.size() - NEIGHBOURS) + " more");
    }
  }

  /** What the neighbour has more ({@code +}), and what it lacks ({@code -}). */
  private String words(Difference difference) {
    List<String> signs = new ArrayList<>();
    difference.there().forEach(value -> add(signs, '+', value, difference.here()));
    difference.here().forEach(value -> add(signs, '-', value, difference.there()));
    return "      %s: %s"
        .formatted(
            difference.attribute().name().toLowerCase(Locale.ROOT), String.join(", ", signs));
  }

  private void add(List<String> signs, char sign, String value, SortedSet<String> others) {
    if (!others.contains(value)) {
      signs.add(sign + " " + label(value));
    }
  }

  private String codesInLine(Concept concept) {
    List<String> codes = new ArrayList<>();
    concept
        .codes()
        .forEach(
            (scheme, own) -> {
              if (wanted(scheme) && !scheme.equals(CanonicalMap.CONCEPT_SCHEME)) {
                own.forEach(code -> codes.add(scheme + " " + code.value()));
              }
            });
    return String.join(", ", codes);
  }

  private String labels(SortedSet<String> values) {
    return String.join(", ", values.stream().map(this::label).toList());
  }

  private String label(String value) {
    return map.value(value).map(AttributeValue::label).orElse(value);
  }
}
