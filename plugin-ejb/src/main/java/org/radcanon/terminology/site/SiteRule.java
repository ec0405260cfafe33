package org.radcanon.terminology.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.text.Folding;

/**
 * A line of the site map in force: its key, its conditions, its concept. The more conditions, the
 * more specific.
 *
 * @param key the code with its scheme, or the folded text
 * @param conditions what must hold, by column
 */
public record SiteRule(Row row, String key, Map<String, String> conditions, Concept concept) {

  private static final List<String> CONDITIONS =
      List.of("source", "modality", "institution", "station", "ae_title");

  static SiteRule of(Row row, String key, Concept concept) {
    Map<String, String> conditions = new TreeMap<>();
    for (String column : CONDITIONS) {
      row.find(column).ifPresent(value -> conditions.put(column, fold(column, value)));
    }
    return new SiteRule(row, key, Map.copyOf(conditions), concept);
  }

  static String codeKey(String scheme, String value) {
    return scheme + '\n' + value;
  }

  /** AE titles and modalities are compared as they are (PS3.5 6.2); names are folded. */
  private static String fold(String column, String value) {
    return switch (column) {
      case "institution", "station" -> Folding.key(value);
      case "modality" -> value.toUpperCase(Locale.ROOT);
      default -> value;
    };
  }

  int specificity() {
    return conditions.size();
  }

  boolean holds(String source, Set<String> modalities, Origin origin) {
    return conditions.entrySet().stream()
        .allMatch(c -> holds(c.getKey(), c.getValue(), source, modalities, origin));
  }

  private static boolean holds(
      String column, String wanted, String source, Set<String> modalities, Origin origin) {
    return switch (column) {
      case "source" -> source.substring(source.lastIndexOf('.') + 1).equals(wanted);
      case "modality" -> modalities.contains(wanted);
      case "institution" -> is(wanted, origin.institution().map(Folding::key));
      case "station" -> is(wanted, origin.station().map(Folding::key));
      default -> is(wanted, origin.aeTitle().map(String::strip));
    };
  }

  private static boolean is(String wanted, Optional<String> given) {
    return given.filter(wanted::equals).isPresent();
  }

  /** Whether some study could meet the conditions of both. */
  boolean meets(SiteRule other) {
    return conditions.entrySet().stream()
        .allMatch(
            c -> other.conditions.getOrDefault(c.getKey(), c.getValue()).equals(c.getValue()));
  }

  boolean contradicts(SiteRule other) {
    return key.equals(other.key)
        && specificity() == other.specificity()
        && !concept.equals(other.concept)
        && meets(other);
  }

  boolean sameAs(SiteRule other) {
    return key.equals(other.key)
        && conditions.equals(other.conditions)
        && concept.equals(other.concept);
  }
}
