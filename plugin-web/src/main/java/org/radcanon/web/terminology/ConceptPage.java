package org.radcanon.web.terminology;

import java.util.List;
import java.util.Optional;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.gap.Finding;
import org.radcanon.web.page.Html;

/** One procedure: attributes, codes, neighbours, issues, and how to correct it. */
record ConceptPage(Frame frame, Concept concept, CorrectionLine line) {

  String render() {
    return frame.page(concept.name(), Optional.empty(), this::main);
  }

  private void main(Html html) {
    html.element("h1", concept.name());
    chineseName().ifPresent(name -> html.element("p", name, "lang", "zh-Hans", "class", "zh"));
    state(html);
    new AttributesTable(frame, concept).render(html);
    new CodesTable(frame, concept).render(html);
    new Neighbours(frame, concept).render(html);
    issues(html);
    new Correction(frame, concept, line).render(html);
  }

  private void state(Html html) {
    html.open("p", "class", "state");
    html.element("span", concept.code(), "class", "code", "title", CanonicalMap.CONCEPT_SCHEME);
    if (isActive()) {
      html.element("span", "in force", "class", "badge good");
    } else {
      html.element("span", "retired", "class", "badge bad");
      map().replacedBy(concept.code()).ifPresent(code -> replacedBy(html, code));
    }
    html.element(
        "a",
        "Download as CSV",
        "href",
        frame.links().concept(concept.code()) + ".csv",
        "download",
        "");
    html.close();
  }

  private void replacedBy(Html html, String code) {
    html.open("span").text("replaced by ");
    String name = map().concept(code).map(Concept::name).orElse("");
    html.element("a", code + " " + name, "href", frame.links().concept(code)).close();
  }

  private boolean isActive() {
    return frame.view().inForce(concept.code());
  }

  private void issues(Html html) {
    List<Finding> findings = frame.view().gaps(concept.code());
    html.open("section", "aria-labelledby", "issues");
    html.element("h2", "Issues", "id", "issues");
    if (findings.isEmpty()) {
      html.element("p", "The gap report has nothing about it.", "class", "empty");
    } else {
      new FindingsTable(frame, findings).render(html);
    }
    html.close();
  }

  /** What a scheme with Chinese names calls it. */
  private Optional<String> chineseName() {
    return concept.codes().values().stream()
        .flatMap(List::stream)
        .flatMap(code -> names(code).stream())
        .filter(Text::isChinese)
        .findFirst();
  }

  private List<String> names(Code code) {
    return map().names(code);
  }

  private CanonicalMap map() {
    return frame.view().map();
  }
}
