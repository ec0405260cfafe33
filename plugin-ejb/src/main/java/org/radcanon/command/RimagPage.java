package org.radcanon.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.rimag.Explanation;
import org.radcanon.terminology.rimag.Explanation.Position;
import org.radcanon.terminology.rimag.Oddity;
import org.radcanon.terminology.rimag.Problem;
import org.radcanon.terminology.rimag.Rimag;

/** What {@code rimag} prints. */
final class RimagPage {

  private final CanonicalMap map;
  private final Terminal terminal;

  RimagPage(CanonicalMap map, Terminal terminal) {
    this.map = map;
    this.terminal = terminal;
  }

  int explain(Explanation explanation) {
    terminal.say((explanation.code() + "  " + explanation.name()).strip());
    explanation.positions().forEach(position -> terminal.say(line(position)));
    explanation.extension().ifPresent(x -> terminal.say("  15-    %-8s extension".formatted(x)));
    terminal.say(
        explanation
            .item()
            .map(item -> "standard item" + item.nameEn().map(name -> ": " + name).orElse(""))
            .orElse("no standard item"));
    if (explanation.meaningful()) {
      terminal.say("means " + labels(explanation));
      concept(explanation).ifPresentOrElse(this::concept, () -> terminal.say("no concept"));
    }
    explanation.problems().forEach(problem -> terminal.say(line(problem)));
    return explanation.meaningful() ? Main.DONE : Main.FAILED;
  }

  private static String line(Position position) {
    String name =
        position
            .component()
            .map(c -> (c.nameZh() + "  " + c.nameEn()).strip())
            .orElse(position.code().matches("0+") ? "nothing" : "unknown");
    return "  %-6s %-8s %-11s %s"
        .formatted(
            position.part().first() + "-" + position.part().last(),
            position.code(),
            position.part().name().toLowerCase(Locale.ROOT),
            name);
  }

  private static String line(Problem problem) {
    String weight = problem.kind().refuses() ? "wrong" : "note";
    return "%s: %s".formatted(weight, problem.text());
  }

  private String labels(Explanation explanation) {
    return String.join(
        ", ",
        new TreeSet<>(explanation.values())
            .stream().map(v -> map.value(v).map(AttributeValue::label).orElse(v)).toList());
  }

  private Optional<Concept> concept(Explanation explanation) {
    return map.byCode(Rimag.DESIGNATOR, explanation.code())
        .or(() -> map.withValues(explanation.values()));
  }

  private void concept(Concept concept) {
    terminal.say("concept %s  %s".formatted(concept.code(), concept.name()));
    concept
        .codes()
        .forEach(
            (scheme, codes) -> {
              if (!scheme.equals(CanonicalMap.CONCEPT_SCHEME)) {
                terminal.say("  %-11s %s".formatted(scheme, values(codes)));
              }
            });
  }

  private static String values(List<Code> codes) {
    return String.join(" ", codes.stream().map(Code::value).toList());
  }

  int oddities(List<Oddity> oddities) {
    for (Oddity oddity : oddities) {
      terminal.say(
          "%-18s %-34s %s".formatted(oddity.code(), oddity.kind(), oddity.detail()).strip());
    }
    terminal.say(oddities.size() + " oddities of the standard");
    return Main.DONE;
  }

  int validate(List<Explanation> explanations) {
    for (Explanation explanation : explanations) {
      String verdict =
          explanation.meaningful()
              ? explanation.item().map(item -> "standard item").orElse("allowed by the structure")
              : "means nothing";
      terminal.say((explanation.code() + "  " + verdict + "  " + explanation.name()).strip());
      explanation.problems().forEach(problem -> terminal.say("  " + line(problem)));
    }
    return explanations.stream().allMatch(Explanation::meaningful) ? Main.DONE : Main.FAILED;
  }

  int generated(Concept concept, List<Explanation> codes) {
    terminal.say("%s  %s".formatted(concept.code(), concept.name()));
    for (Explanation code : codes) {
      terminal.say(
          "  %s  %-14s %s"
              .formatted(
                  code.code(), code.item().map(item -> "standard item").orElse(""), code.name()));
    }
    if (codes.isEmpty()) {
      terminal.say("  Rimag cannot say this");
    }
    return codes.isEmpty() ? Main.FAILED : Main.DONE;
  }
}
