package org.radcanon.web.terminology;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Concept;
import org.radcanon.web.page.Html;
import org.radcanon.web.page.Paging;
import org.radcanon.web.terminology.BrowseResource.Choice;

/** The procedures of one modality, one region, or both. */
record ProceduresPage(Frame frame, Choice choice, Paging paging) {

  String render() {
    return frame.page(title(), Optional.of(Frame.Section.BROWSE), this::main);
  }

  private String title() {
    String modality = label(choice.modality(), "Modality ");
    String region = label(choice.region(), "Region ");
    return modality.isEmpty() || region.isEmpty() ? modality + region : modality + ", " + region;
  }

  private String label(String value, String prefix) {
    if (value.equals(Choice.NONE)) {
      return prefix.toLowerCase(java.util.Locale.ROOT) + Labels.NOT_STATED;
    }
    return value.isEmpty() ? "" : labels().of(value);
  }

  private void main(Html html) {
    List<Concept> all = chosen();
    html.element("h1", title());
    form(html);
    html.element("p", Pager.count(all.size()) + " procedures", "class", "count");
    html.open("ol", "class", "hits", "start", Integer.toString(paging.offset() + 1));
    all.stream().skip(paging.offset()).limit(paging.limit()).forEach(c -> concept(html, c));
    html.close();
    new Pager(paging, all.size()).render(html, this::href);
  }

  private List<Concept> chosen() {
    return map().concepts().stream()
        .filter(c -> matches(c, Attribute.MODALITY, choice.modality()))
        .filter(c -> matches(c, Attribute.REGION, choice.region()))
        .sorted(Comparator.comparing(Concept::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static boolean matches(Concept concept, Attribute attribute, String value) {
    return value.isEmpty() || BrowsePage.valuesOrNone(concept, attribute).contains(value);
  }

  private void concept(Html html, Concept concept) {
    html.open("li");
    html.element("a", concept.name(), "href", frame.links().concept(concept.code()));
    Tags.of(html, concept);
    html.close();
  }

  private void form(Html html) {
    html.open("form", "class", "search");
    select(html, "Modality", "modality", choice.modality(), Attribute.MODALITY);
    select(html, "Region", "region", choice.region(), Attribute.REGION);
    html.element("button", "Show", "type", "submit").close();
  }

  private void select(Html html, String label, String name, String chosen, Attribute attribute) {
    Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Concept concept : map().concepts()) {
      concept
          .attributes()
          .getOrDefault(attribute, Tables.NOTHING)
          .forEach(value -> options.put(labels().of(value), value));
    }
    html.open("label").element("span", label).open("select", "name", name);
    Tables.option(html, "All", "", chosen);
    options.forEach((text, value) -> Tables.option(html, text, value, chosen));
    Tables.option(html, Labels.NOT_STATED, Choice.NONE, chosen);
    html.close().close();
  }

  private String href(int offset) {
    return Links.query(
        "modality",
        choice.modality(),
        "region",
        choice.region(),
        "limit",
        Integer.toString(paging.limit()),
        "offset",
        Integer.toString(offset));
  }

  private CanonicalMap map() {
    return frame.view().map();
  }

  private Labels labels() {
    return new Labels(map());
  }
}
