package org.radcanon.web.terminology;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.Concept;
import org.radcanon.web.page.Html;
import org.radcanon.web.terminology.BrowseResource.Choice;

/** How many procedures there are of which modality and region. */
final class BrowsePage {
  private final Frame frame;
  private final Labels labels;
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> modalities;
  private final List<String> regions;

  BrowsePage(Frame frame) {
    this.frame = frame;
    this.labels = new Labels(frame.view().map());
    frame.view().map().concepts().forEach(this::count);
    this.modalities = values(Attribute.MODALITY);
    this.regions = values(Attribute.REGION);
  }

  private void count(Concept concept) {
    Set<String> rows = valuesOrNone(concept, Attribute.REGION);
    Set<String> columns = valuesOrNone(concept, Attribute.MODALITY);
    rows.forEach(row -> counts.merge(key("", row), 1, Integer::sum));
    columns.forEach(column -> counts.merge(key(column, ""), 1, Integer::sum));
    rows.forEach(row -> columns.forEach(column -> counts.merge(key(column, row), 1, Integer::sum)));
  }

  static Set<String> valuesOrNone(Concept concept, Attribute attribute) {
    Set<String> values = concept.attributes().getOrDefault(attribute, Tables.NOTHING);
    return values.isEmpty() ? Set.of(Choice.NONE) : values;
  }

  private static String key(String modality, String region) {
    return modality + " " + region;
  }

  /** Those in use, the most used first, none last. */
  private List<String> values(Attribute attribute) {
    boolean columns = attribute == Attribute.MODALITY;
    return frame.view().map().concepts().stream()
        .flatMap(concept -> valuesOrNone(concept, attribute).stream())
        .distinct()
        .sorted(
            Comparator.comparing((String value) -> value.equals(Choice.NONE))
                .thenComparing(value -> -counts.get(columns ? key(value, "") : key("", value)))
                .thenComparing(value -> value))
        .toList();
  }

  String render() {
    return frame.page("Browse", Optional.of(Frame.Section.BROWSE), this::main);
  }

  private void main(Html html) {
    html.element("h1", "Procedures by modality and region");
    html.element(
        "p", "A procedure with two regions, or two modalities, counts in each.", "class", "hint");
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Counts");
    html.open("table", "class", "matrix").open("thead").open("tr");
    html.element("th", "Region", "scope", "col");
    html.element("th", "All", "scope", "col", "class", "number");
    for (String modality : modalities) {
      html.open("th", "scope", "col", "class", "number");
      String words = modality.equals(Choice.NONE) ? "none" : labels.shortly(modality);
      html.element("a", words, "href", href(modality, ""), "title", label(modality)).close();
    }
    html.close().close().open("tbody");
    regions.forEach(region -> row(html, region));
    html.close().close().close();
  }

  private void row(Html html, String region) {
    html.open("tr").open("th", "scope", "row");
    html.element("a", label(region), "href", href("", region)).close();
    html.element("td", Pager.count(counts.get(key("", region))), "class", "number");
    for (String modality : modalities) {
      Integer count = counts.get(key(modality, region));
      if (count == null) {
        html.element("td", "");
      } else {
        html.open("td", "class", "number h" + heat(count));
        html.element("a", Pager.count(count), "href", href(modality, region)).close();
      }
    }
    html.close();
  }

  /** 0 to 4, a step for every factor of four or so. */
  private static int heat(int count) {
    return Math.min(4, (31 - Integer.numberOfLeadingZeros(count)) / 2);
  }

  private String label(String value) {
    return value.equals(Choice.NONE) ? Labels.NOT_STATED : labels.of(value);
  }

  private static String href(String modality, String region) {
    return Links.query("modality", modality, "region", region);
  }
}
