package org.radcanon.web.terminology;

import java.util.List;
import java.util.Optional;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.MappingOverride;
import org.radcanon.terminology.MappingOverride.Relation;
import org.radcanon.web.page.Html;

/**
 * How a wrong mapping is put right: a form that writes the line for {@code overrides.csv}. Nothing
 * is changed here; the line goes into the table, and the table into the next build.
 */
record Correction(Frame frame, Concept concept, CorrectionLine line) {

  void render(Html html) {
    html.open("section", "id", "correct", "aria-labelledby", "correct-title");
    html.element("h2", "Correct a mapping", "id", "correct-title");
    html.open("p").text("A line of ").element("code", MappingOverride.FILE);
    html.text(
        " outranks what attributes say. Write it here, add it to the map\u2019s folder, then ");
    html.element("code", "./radcanon build-map").text(".").close();
    form(html);
    if (line.asked()) {
      Optional<String> fault = line.fault(map());
      fault.ifPresent(f -> html.element("p", f, "role", "alert", "class", "notice bad"));
      if (fault.isEmpty()) {
        written(html);
      }
    }
    html.close();
  }

  private void form(Html html) {
    html.open("form", "action", "#correct", "class", "correct");
    field(html, "Code", "from", line.from(), "LN 24627-2", "codes-here");
    html.open("datalist", "id", "codes-here");
    codes().forEach(code -> html.empty("option", "value", code.scheme() + " " + code.value()));
    html.close();
    html.open("label").element("span", "Relation").open("select", "name", "relation");
    for (Relation relation : Relation.values()) {
      Tables.option(
          html,
          CorrectionLine.words(relation),
          CorrectionLine.column(relation),
          CorrectionLine.column(line.chosen()));
    }
    html.close().close();
    field(html, "Procedure", "to", to(), "RC0000018 or RADLEX RPID1", "");
    field(html, "Reason", "reason", line.reason(), "decided by whom, when", "");
    html.element("button", "Write the line", "type", "submit").close();
  }

  private static void field(
      Html html, String label, String name, String value, String placeholder, String list) {
    html.open("label").element("span", label);
    if (list.isEmpty()) {
      html.empty(
          "input", "name", name, "value", value, "placeholder", placeholder, "autocomplete", "off");
    } else {
      html.empty("input", "name", name, "value", value, "placeholder", placeholder, "list", list);
    }
    html.close();
  }

  private void written(Html html) {
    html.open("p");
    line.target(map())
        .ifPresent(
            target -> {
              html.text(line.from().strip() + " " + CorrectionLine.words(line.chosen()) + " ");
              html.element("a", target.name(), "href", frame.links().concept(target.code()));
              html.text(".");
            });
    html.close();
    html.open("div", "class", "line").element("pre", line.csv(map()), "id", "line").close();
  }

  /** To begin with, a code that is missing here is added. */
  private String to() {
    return line.asked() ? line.to() : concept.code();
  }

  private List<Code> codes() {
    return concept.codes().values().stream()
        .flatMap(List::stream)
        .filter(code -> !code.scheme().equals(CanonicalMap.CONCEPT_SCHEME))
        .toList();
  }

  private CanonicalMap map() {
    return frame.view().map();
  }
}
