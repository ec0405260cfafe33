package org.radcanon.terminology.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence.Origin;
import org.radcanon.terminology.table.Faults;
import org.radcanon.terminology.table.Row;
import org.radcanon.terminology.table.Table;
import org.radcanon.terminology.table.TableException;
import org.radcanon.terminology.text.Folding;

/**
 * What a site's own codes and texts mean. The most specific line wins; two equally specific ones
 * that contradict each other are a fault of the table, and a table with a fault is refused as a
 * whole. Immutable.
 */
public final class SiteMap {

  /** No lines. */
  public static final SiteMap EMPTY = new SiteMap(List.of(), Map.of(), Map.of());

  /** All columns; a file may leave out those that it has no values for. */
  public static final List<String> COLUMNS =
      List.of(
          "code",
          "scheme",
          "meaning",
          "text",
          "source",
          "institution",
          "station",
          "ae_title",
          "modality",
          "target_scheme",
          "target_code",
          "reason");

  private static final Set<String> REQUIRED =
      Set.of("code", "scheme", "text", "target_scheme", "target_code");

  /** PS3.16 8.2: designators that begin with 99 are private. */
  private static final String PRIVATE = "99";

  private static final int CODE_MAX = 16;

  private final List<SiteRule> rules;
  private final Map<String, List<SiteRule>> byCode;
  private final Map<String, List<SiteRule>> byText;

  private SiteMap(
      List<SiteRule> rules,
      Map<String, List<SiteRule>> byCode,
      Map<String, List<SiteRule>> byText) {
    this.rules = rules;
    this.byCode = byCode;
    this.byText = byText;
  }

  /**
   * Reads a site map.
   *
   * @param name for fault messages
   * @throws TableException with every fault, when there is any
   */
  public static SiteMap parse(String name, byte[] bytes, CanonicalMap map) {
    Faults faults = new Faults();
    List<SiteRule> rules = new ArrayList<>();
    Map<String, List<SiteRule>> byCode = new HashMap<>();
    Map<String, List<SiteRule>> byText = new HashMap<>();
    for (Row row : Table.parse(name, bytes, REQUIRED, faults)) {
      boolean code = row.find("code").isPresent();
      rule(row, map, faults)
          .ifPresent(
              rule -> {
                add(code ? byCode : byText, rule, faults);
                rules.add(rule);
              });
    }
    faults.refuseIfAny();
    return new SiteMap(List.copyOf(rules), Map.copyOf(byCode), Map.copyOf(byText));
  }

  private static Optional<SiteRule> rule(Row row, CanonicalMap map, Faults faults) {
    int before = faults.list().size();
    Optional<String> key = key(row, faults);
    Optional<Concept> target = map.byCode(row.get("target_scheme"), row.get("target_code"));
    if (target.isEmpty()) {
      faults.add(
          row,
          "the canonical map has no code \""
              + row.get("target_code")
              + "\" of scheme \""
              + row.get("target_scheme")
              + "\"");
    }
    return faults.list().size() > before
        ? Optional.empty()
        : Optional.of(SiteRule.of(row, key.orElseThrow(), target.orElseThrow()));
  }

  private static Optional<String> key(Row row, Faults faults) {
    Optional<String> code = row.find("code");
    Optional<String> text = row.find("text");
    if (code.isPresent() == text.isPresent()) {
      faults.add(row, "exactly one of code and text must be given");
      return Optional.empty();
    }
    if (text.isPresent()) {
      return text.map(Folding::key).filter(key -> !key.isEmpty()).or(() -> noText(row, faults));
    }
    Optional<String> scheme = row.find("scheme");
    if (scheme.isEmpty()) {
      faults.add(row, "a code needs its scheme (Coding Scheme Designator)");
    } else if (scheme.get().length() > CODE_MAX) {
      faults.add(row, "scheme is longer than " + CODE_MAX + " characters");
    } else if (row.find("source").isPresent()) {
      faults.add(row, "source is a condition for texts, not for codes");
    }
    return scheme.map(s -> SiteRule.codeKey(s, code.get()));
  }

  private static Optional<String> noText(Row row, Faults faults) {
    faults.add(row, "text has no letter or digit");
    return Optional.empty();
  }

  private static void add(Map<String, List<SiteRule>> index, SiteRule rule, Faults faults) {
    List<SiteRule> same = index.computeIfAbsent(rule.key(), k -> new ArrayList<>(1));
    for (SiteRule other : same) {
      if (rule.contradicts(other)) {
        faults.add(
            rule.row(),
            "contradicts line "
                + other.row().line()
                + ": as specific, but means "
                + other.concept().code()
                + ", not "
                + rule.concept().code());
      }
    }
    same.add(rule);
    same.sort(Comparator.comparingInt(SiteRule::specificity).reversed());
  }

  /** How many lines there are. */
  public int size() {
    return rules.size();
  }

  /** What a local code means here. */
  public Optional<SiteRule> byCode(Code code, Set<String> modalities, Origin origin) {
    return first(
        byCode.get(SiteRule.codeKey(code.scheme(), code.value())),
        rule -> rule.holds("", modalities, origin));
  }

  /** What a text means here. */
  public Optional<SiteRule> byText(
      String source, String text, Set<String> modalities, Origin origin, boolean ifSourceNamed) {
    return first(
        byText.get(Folding.key(text)),
        rule ->
            rule.holds(source, modalities, origin)
                && (!ifSourceNamed || rule.conditions().containsKey("source")));
  }

  private static Optional<SiteRule> first(List<SiteRule> rules, Predicate<SiteRule> holding) {
    return rules == null ? Optional.empty() : rules.stream().filter(holding).findFirst();
  }

  /** Whether some line says exactly what another site map's last line says. */
  public boolean says(SiteRule rule) {
    return rules.stream().anyMatch(rule::sameAs);
  }

  /** The line that stands last. */
  public Optional<SiteRule> last() {
    return rules.isEmpty() ? Optional.empty() : Optional.of(rules.get(rules.size() - 1));
  }

  /**
   * The site's own codes of private schemes that mean one concept whoever sends them: equivalents
   * of that concept.
   */
  public Map<Code, Concept> privateCodes() {
    Map<Code, Concept> codes = new LinkedHashMap<>();
    byCode.forEach(
        (key, same) -> {
          Row row = same.get(0).row();
          boolean one = same.stream().map(SiteRule::concept).distinct().count() == 1;
          if (one
              && row.get("scheme").startsWith(PRIVATE)
              && row.get("code").length() <= CODE_MAX) {
            codes.put(equivalent(row, same.get(0).concept()), same.get(0).concept());
          }
        });
    return codes;
  }

  private static Code equivalent(Row row, Concept concept) {
    String own = concept.codeIn(CanonicalMap.CONCEPT_SCHEME).orElseThrow().meaning();
    String meaning = row.find("meaning").filter(m -> m.length() <= 64).orElse(own);
    return new Code(row.get("code"), row.get("scheme"), meaning);
  }
}
