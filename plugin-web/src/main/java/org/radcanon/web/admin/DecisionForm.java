package org.radcanon.web.admin;

import java.util.Optional;
import org.radcanon.index.CodingStore.CaseRecord;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.CodingScheme;
import org.radcanon.terminology.ProcedureEvidence;
import org.radcanon.terminology.ProcedureEvidence.SourcedCode;
import org.radcanon.terminology.ProcedureEvidence.SourcedText;
import org.radcanon.web.page.Html;

/** The form that decides a case by a line of the site map; see {@link SiteMapRows#ofForm}. */
record DecisionForm(Html html, CanonicalMap map) {

  void render(CaseRecord record) {
    ProcedureEvidence evidence = record.what().evidence();
    if (evidence.codes().isEmpty() && evidence.texts().isEmpty()) {
      html.element(
          "p",
          "Nothing in this study could be matched by a line of the site map.",
          "class",
          "empty");
      return;
    }
    html.open("details").element("summary", "Decide");
    html.open("form", "method", "post", "action", "site-map", "accept-charset", "utf-8");
    what(evidence);
    where(evidence);
    means(record);
    html.element("button", "Add to the site map and resolve again", "type", "submit");
    html.close().close();
  }

  private void what(ProcedureEvidence evidence) {
    html.open("fieldset").element("legend", "When a study says");
    for (SourcedCode code : evidence.codes()) {
      choice(
          "radio",
          "match",
          SiteMapRows.match(code),
          "code "
              + code.code().value()
              + " ("
              + code.code().scheme()
              + ") \u201C"
              + code.code().meaning()
              + "\u201D in "
              + code.source());
    }
    for (SourcedText text : evidence.texts()) {
      choice(
          "radio",
          "match",
          SiteMapRows.match(text),
          "\u201C" + text.text() + "\u201D in " + text.source());
    }
    html.close();
  }

  private void where(ProcedureEvidence evidence) {
    html.open("fieldset").element("legend", "Only for (all studies where nothing is ticked)");
    evidence.modalities().stream()
        .sorted()
        .forEach(m -> choice("checkbox", "modality", m, "modality " + m));
    only("institution", evidence.origin().institution());
    only("station", evidence.origin().station());
    only("aeTitle", evidence.origin().aeTitle());
    html.close();
  }

  private void only(String name, Optional<String> value) {
    value.ifPresent(
        v -> choice("checkbox", name, v, (name.equals("aeTitle") ? "AE title" : name) + " " + v));
  }

  private void means(CaseRecord record) {
    html.open("fieldset").element("legend", "it means");
    for (String candidate : record.what().candidates()) {
      choice("radio", "candidate", candidate, CasesPage.named(map, candidate));
    }
    html.open("label").text("code ").empty("input", "name", "value", "size", "16").close();
    html.open("label").text("of ").open("select", "name", "scheme");
    for (CodingScheme scheme : map.schemes()) {
      html.element(
          "option", scheme.designator() + ", " + scheme.name(), "value", scheme.designator());
    }
    html.close().close().close();
  }

  private void choice(String type, String name, String value, String label) {
    html.open("label", "class", "choice")
        .empty("input", "type", type, "name", name, "value", value)
        .text(label)
        .close();
  }
}
