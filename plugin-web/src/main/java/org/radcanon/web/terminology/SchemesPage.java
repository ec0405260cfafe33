package org.radcanon.web.terminology;

import java.util.Optional;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.web.page.Html;

/** Every scheme with its version and how much of it has a procedure. */
record SchemesPage(Frame frame) {

  String render() {
    return frame.page("Schemes", Optional.of(Frame.Section.SCHEMES), this::main);
  }

  private void main(Html html) {
    html.element("h1", "Coding schemes");
    html.element(
        "p",
        "How many codes mean a procedure, how many procedures that makes, how many codes mean an"
            + " attribute value, and how many are without either.",
        "class",
        "hint");
    Tables.open(
        html,
        "stack figures",
        "Designator",
        "Scheme",
        "Version",
        "Codes",
        "Procedures",
        "Values",
        "Without");
    frame.view().map().schemes().forEach(scheme -> row(html, scheme));
    Tables.close(html);
  }

  private void row(Html html, CodingScheme scheme) {
    SchemeCodes codes = SchemeCodes.of(frame.view().map(), scheme.designator());
    String href = frame.links().scheme(scheme.designator());
    html.open("tr").open("th", "scope", "row");
    html.element("a", scheme.designator(), "href", href).close();
    Tables.cell(html, "Scheme", scheme.name());
    Tables.cell(html, "Version", scheme.version());
    Tables.number(html, "Codes", codes.mapped().size());
    Tables.number(html, "Procedures", codes.concepts());
    Tables.number(html, "Values", codes.values().size());
    html.open("td", "data-column", "Without", "class", "number");
    int without = codes.without().size();
    if (without > 0) {
      html.element("a", Pager.count(without), "href", href + "?list=without");
    } else {
      html.text("0");
    }
    html.close().close();
  }
}
