package org.radcanon.web.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.relation.Difference;
import org.radcanon.terminology.relation.Relations;
import org.radcanon.web.page.Html;

/** Siblings by what differs, and the nearest broader and narrower procedures. */
record Neighbours(Frame frame, Concept concept) {

  /** So many stand open; more are folded away. */
  private static final int SHORT_LIST = 12;

  private static final int SHORT_GROUP = 40;

  void render(Html html) {
    siblings(html);
    list(html, "broader", "Broader", relations().broader(concept));
    list(html, "narrower", "Narrower", relations().narrower(concept));
  }

  private void siblings(Html html) {
    Map<Attribute, List<Concept>> groups = groups();
    html.open("section", "aria-labelledby", "siblings");
    html.element("h2", "Siblings", "id", "siblings");
    if (groups.isEmpty()) {
      html.element("p", "No other procedure differs in one attribute only.", "class", "empty");
    } else {
      html.element(
          "p",
          "The same procedure but for one attribute. Here it is set in bold.",
          "class",
          "hint");
      html.open("dl", "class", "siblings");
      groups.forEach((attribute, others) -> group(html, attribute, others));
      html.close();
    }
    html.close();
  }

  private Map<Attribute, List<Concept>> groups() {
    Map<Attribute, List<Concept>> groups = new LinkedHashMap<>();
    for (Concept sibling : relations().siblings(concept)) {
      for (Difference difference : relations().differences(concept, sibling)) {
        groups.computeIfAbsent(difference.attribute(), a -> new ArrayList<>()).add(sibling);
      }
    }
    return groups;
  }

  private void group(Html html, Attribute attribute, List<Concept> others) {
    html.element("dt", Labels.of(attribute)).open("dd");
    folded(
        html,
        others.size(),
        SHORT_GROUP,
        () -> {
          html.open("ul", "class", "chips");
          html.open("li").element("strong", values(concept, attribute), "class", "chip").close();
          for (Concept other : sorted(others, o -> values(o, attribute))) {
            String href = frame.links().concept(other.code());
            html.open("li");
            html.element(
                "a",
                values(other, attribute),
                "href",
                href,
                "title",
                other.name(),
                "class",
                "chip");
            html.close();
          }
          html.close();
        });
    html.close();
  }

  private void list(Html html, String id, String title, List<Concept> others) {
    html.open("section", "aria-labelledby", id);
    html.element("h2", title, "id", id);
    if (others.isEmpty()) {
      html.element("p", "None.", "class", "empty");
    } else {
      folded(
          html,
          others.size(),
          SHORT_LIST,
          () -> {
            html.open("ul", "class", "neighbours");
            sorted(others, Concept::name).forEach(other -> neighbour(html, other));
            html.close();
          });
    }
    html.close();
  }

  private void neighbour(Html html, Concept other) {
    html.open("li").element("a", other.name(), "href", frame.links().concept(other.code()));
    String differences =
        relations().differences(concept, other).stream()
            .map(d -> labels().difference(d))
            .collect(Collectors.joining("; "));
    html.element("div", differences, "class", "hint").close();
  }

  private static List<Concept> sorted(List<Concept> concepts, Function<Concept, String> words) {
    return concepts.stream()
        .sorted(Comparator.comparing(words, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static void folded(Html html, int count, int shown, Runnable content) {
    if (count > shown) {
      html.open("details").element("summary", Pager.count(count) + " procedures");
      content.run();
      html.close();
    } else {
      content.run();
    }
  }

  private String values(Concept of, Attribute attribute) {
    return labels().of(of.attributes().getOrDefault(attribute, Tables.NOTHING));
  }

  private Labels labels() {
    return new Labels(frame.view().map());
  }

  private Relations relations() {
    return frame.view().relations();
  }
}
