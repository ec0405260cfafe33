package org.radcanon.web.terminology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.search.ConceptSearch.Hit;
import org.radcanon.terminology.search.ConceptSearch.Page;
import org.radcanon.web.page.Html;
import org.radcanon.web.page.Paging;
import org.radcanon.web.terminology.BrowseResource.Choice;

/**
 * The form and what it finds. A script may ask for this page as one types, and shows its part
 * {@code results} in place.
 */
record SearchPage(Frame frame, String words, Optional<String> scheme, Paging paging) {

  String render() {
    String title = words.isEmpty() ? "Procedures" : words;
    return frame.page(title, Optional.of(Frame.Section.SEARCH), this::main);
  }

  private void main(Html html) {
    html.element("h1", "Imaging procedures");
    form(html);
    html.open("section", "id", "results", "aria-label", "Results");
    if (words.isEmpty()) {
      start(html);
    } else {
      results(html);
    }
    html.close();
  }

  private void form(Html html) {
    html.open("form", "role", "search", "class", "search", "id", "search");
    html.open("label").element("span", "Name or code");
    html.empty(
        "input",
        "type",
        "search",
        "name",
        "q",
        "value",
        words,
        "autocomplete",
        "off",
        "spellcheck",
        "false",
        "autofocus",
        "autofocus");
    html.close().open("label").element("span", "Scheme").open("select", "name", "scheme");
    Tables.option(html, "All schemes", "", scheme.orElse(""));
    for (CodingScheme one : view().map().schemes()) {
      String label = one.designator() + " \u00B7 " + one.name();
      Tables.option(html, label, one.designator(), scheme.orElse(""));
    }
    html.close().close().element("button", "Search", "type", "submit").close();
  }

  private void start(Html html) {
    html.open("p")
        .text(Pager.count(view().map().concepts().size()) + " procedures, in the codes of ")
        .element("a", "every scheme", "href", frame.links().page(SchemeResource.PATH))
        .text(". For example:")
        .close();
    html.open("ul", "class", "examples");
    for (String example :
        List.of("CT chest with contrast", "mammography bilateral", "RPID16", "\u80F8\u90E8 CT")) {
      html.open("li").element("a", example, "href", Links.query("q", example)).close();
    }
    html.close();
    modalities(html);
  }

  private void modalities(Html html) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Concept concept : view().map().concepts()) {
      BrowsePage.valuesOrNone(concept, Attribute.MODALITY)
          .forEach(value -> counts.merge(value, 1, Integer::sum));
    }
    counts.remove(Choice.NONE);
    html.element("h2", "By modality").open("ul", "class", "chips");
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> modality(html, entry.getKey(), entry.getValue()));
    html.close();
  }

  private void modality(Html html, String value, int count) {
    String href = frame.links().page(BrowseResource.PATH) + Links.query("modality", value);
    html.open("li").open("a", "href", href, "class", "chip");
    html.text(new Labels(view().map()).of(value) + " ");
    html.element("span", Pager.count(count), "class", "soft").close().close();
  }

  private void results(Html html) {
    Page page = view().search().search(words, scheme, paging.offset(), paging.limit());
    html.element("p", summary(page), "role", "status", "class", "count");
    html.open("ol", "class", "hits", "start", Integer.toString(paging.offset() + 1));
    page.hits().forEach(hit -> hit(html, hit));
    html.close();
    new Pager(paging, page.total()).render(html, this::href);
    if (page.total() == 0) {
      codes(html);
    }
  }

  /** Codes that the search does not hold: without procedure, or made up as their scheme allows. */
  private void codes(Html html) {
    List<String> schemes =
        view().map().schemes().stream()
            .map(CodingScheme::designator)
            .filter(one -> CodeResource.isKnown(view().map(), one, words))
            .toList();
    if (!schemes.isEmpty()) {
      html.open("ul", "class", "examples");
      for (String one : schemes) {
        String href = frame.links().code(one, words);
        html.open("li").element("a", one + " " + words, "href", href).close();
      }
      html.close();
    }
  }

  private static String summary(Page page) {
    return switch (page.total()) {
      case 0 -> "Nothing found. Fewer words, or their beginnings, find more.";
      case 1 -> "1 procedure";
      default -> Pager.count(page.total()) + " procedures";
    };
  }

  private void hit(Html html, Hit hit) {
    Concept concept = hit.concept();
    html.open("li");
    html.element("a", concept.name(), "href", frame.links().concept(concept.code()));
    if (!hit.name().equalsIgnoreCase(concept.name())) {
      html.open("div", "class", "found");
      Text.of(html, "span", hit.name());
      html.close();
    }
    Tags.of(html, concept);
    html.close();
  }

  private String href(int offset) {
    return Links.query(
        "q",
        words,
        "scheme",
        scheme.orElse(""),
        "limit",
        Integer.toString(paging.limit()),
        "offset",
        Integer.toString(offset));
  }

  private View view() {
    return frame.view();
  }
}
