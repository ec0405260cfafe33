package org.radcanon.terminology.resolve;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.terminology.site.SiteMap;
import org.radcanon.terminology.site.SiteRule;

/**
 * Resolution by the site map: local codes first, then texts that describe the study. A text that
 * describes a series is looked up only where a line names its keyword, or where nothing describes
 * the study.
 */
final class SiteMapStep {

  private final SiteMap siteMap;
  private final Predicate<String> describesStudy;

  SiteMapStep(SiteMap siteMap, Predicate<String> describesStudy) {
    this.siteMap = siteMap;
    this.describesStudy = describesStudy;
  }

  Step decide(ProcedureEvidence evidence, List<String> lines) {
    if (siteMap.size() == 0) {
      return new Step.Open("no line of the site map", List.of(), List.of());
    }
    Map<String, Set<Concept>> byCode = byCode(evidence, lines);
    if (!byCode.isEmpty()) {
      Map.Entry<String, Set<Concept>> first = byCode.entrySet().iterator().next();
      return first.getValue().size() == 1
          ? found(first.getValue().iterator().next())
          : new Step.Contradiction(
              "local codes in " + first.getKey() + " mean different procedures",
              List.copyOf(first.getValue()));
    }
    return byText(evidence, lines)
        .map(SiteMapStep::found)
        .orElseGet(() -> new Step.Open("no line of the site map", List.of(), List.of()));
  }

  private static Step found(Concept concept) {
    return new Step.Found(concept, CodeStep.CERTAIN, List.of(), List.of());
  }

  private Map<String, Set<Concept>> byCode(ProcedureEvidence evidence, List<String> lines) {
    Map<String, Set<Concept>> found = new LinkedHashMap<>(4);
    for (SourcedCode sourced : evidence.codes()) {
      siteMap
          .byCode(sourced.code(), evidence.modalities(), evidence.origin())
          .ifPresent(
              rule -> {
                lines.add(line(sourced.source(), rule));
                found
                    .computeIfAbsent(sourced.source(), s -> new LinkedHashSet<>(2))
                    .add(rule.concept());
              });
    }
    return found;
  }

  private Optional<Concept> byText(ProcedureEvidence evidence, List<String> lines) {
    boolean described =
        evidence.texts().stream().anyMatch(text -> describesStudy.test(text.source()));
    for (SourcedText text : evidence.texts()) {
      boolean seriesOnly = described && !describesStudy.test(text.source());
      Optional<SiteRule> rule =
          siteMap.byText(
              text.source(), text.text(), evidence.modalities(), evidence.origin(), seriesOnly);
      if (rule.isPresent()) {
        lines.add(line(text.source(), rule.get()));
        return rule.map(SiteRule::concept);
      }
    }
    return Optional.empty();
  }

  private static String line(String source, SiteRule rule) {
    return source
        + ": site map line "
        + rule.row().line()
        + " says "
        + rule.concept().code()
        + " "
        + rule.concept().name();
  }
}
