package org.radcanon.web.terminology;

import java.util.Optional;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.web.page.Html;

/** A code that means no procedure of the map, and what would have to be understood first. */
record WithoutConceptPage(Frame frame, NotCanonicalised code) {

  String render() {
    return frame.page(code.name(), Optional.of(Frame.Section.SCHEMES), this::main);
  }

  private void main(Html html) {
    Text.of(html, "h1", code.name());
    html.open("p", "class", "state");
    html.element("a", code.scheme(), "href", frame.links().scheme(code.scheme()));
    html.element("span", code.code(), "class", "code");
    html.element("span", "no procedure", "class", "badge bad").close();
    html.element("h2", "Not understood").open("ul");
    for (String term : code.terms()) {
      html.open("li");
      Text.of(html, "span", term);
      html.close();
    }
    html.close();
    html.element("h2", "Give it a procedure").open("p");
    html.text("Map these terms to values in the scheme\u2019s tables, or add a line to ");
    html.element("code", MappingOverride.FILE).text(":").close();
    html.open("div", "class", "line");
    html.element(
        "pre",
        Csv.line(code.scheme(), code.code(), "equivalent", "SCHEME", "CODE", "REASON"),
        "id",
        "line");
    html.close();
    String search = frame.links().page(ConceptResource.PATH) + Links.query("q", code.name());
    html.open("p").element("a", "Search for its name", "href", search).close();
  }
}
