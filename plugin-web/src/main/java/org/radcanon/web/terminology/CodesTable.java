package org.radcanon.web.terminology;

import java.util.List;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.CanonicalMap.Name;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.rimag.Rimag;
import org.radcanon.web.page.Html;

/** A procedure's codes in every scheme, with every name that the scheme publishes. */
record CodesTable(Frame frame, Concept concept) {

  void render(Html html) {
    html.open("section", "aria-labelledby", "codes");
    html.element("h2", "Codes", "id", "codes");
    Tables.open(html, "stack", "Scheme", "Code", "Names", "Mapping");
    concept.codes().values().forEach(codes -> scheme(html, codes));
    if (concept.codeIn(Rimag.DESIGNATOR).isEmpty()) {
      frame.view().map().codes(concept, Rimag.DESIGNATOR).forEach(code -> composed(html, code));
    }
    Tables.close(html);
    html.close();
  }

  private void scheme(Html html, List<Code> codes) {
    for (Code code : codes) {
      row(html, code, codes.size() > 1 && isPreferred(code));
    }
  }

  /** A code that no table lists, but the structure of its scheme allows. */
  private void composed(Html html, Code code) {
    html.open("tr").open("th", "scope", "row");
    html.element("a", code.scheme(), "href", frame.links().scheme(code.scheme())).close();
    Tables.open(html, "Code").element("span", code.value(), "class", "code");
    html.text(" ").element("span", "composed, no listed item", "class", "badge").close();
    Tables.open(html, "Names");
    Text.of(html, "div", code.meaning());
    html.close();
    Tables.open(html, "Mapping").close().close();
  }

  private boolean isPreferred(Code code) {
    return frame.view().map().codeToWrite(concept, code.scheme()).filter(code::equals).isPresent();
  }

  private void row(Html html, Code code, boolean preferred) {
    html.open("tr").open("th", "scope", "row");
    html.element("a", code.scheme(), "href", frame.links().scheme(code.scheme())).close();
    Tables.open(html, "Code").element("span", code.value(), "class", "code");
    if (preferred) {
      html.text(" ").element("span", "preferred", "class", "badge good");
    }
    RankBadge.of(html, frame.view().map().rank(code));
    html.close();
    Tables.open(html, "Names");
    Text.of(html, "div", code.meaning());
    names(html, code);
    html.close();
    Tables.open(html, "Mapping");
    if (!code.scheme().equals(CanonicalMap.CONCEPT_SCHEME)) {
      String query = Links.query("from", code.scheme() + " " + code.value());
      html.element(
          "a", "Correct", "href", query + "#correct", "aria-label", "Correct " + code.value());
    }
    html.close().close();
  }

  private void names(Html html, Code code) {
    List<Name> names =
        frame.view().map().publishedNames(code).stream()
            .filter(name -> !name.text().equals(code.meaning()))
            .toList();
    if (names.isEmpty()) {
      return;
    }
    html.open("ul", "class", "names");
    for (Name name : names) {
      html.open("li");
      Text.of(html, "span", name.text());
      if (name.doubtful()) {
        html.text(" ").element("span", "contradicts the attributes", "class", "badge bad");
      }
      html.close();
    }
    html.close();
  }
}
