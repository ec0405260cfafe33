package org.radcanon.web.terminology;

import java.util.List;
import org.radcanon.terminology.gap.Finding;
import org.radcanon.terminology.gap.Finding.Kind;
import org.radcanon.web.page.Html;

/** Some findings of the gap report. */
record FindingsTable(Frame frame, List<Finding> findings) {

  void render(Html html) {
    Tables.open(html, "stack", "Kind", "Scheme", "Code", "Name", "What is wrong");
    findings.forEach(finding -> row(html, finding));
    Tables.close(html);
  }

  private void row(Html html, Finding finding) {
    html.open("tr");
    html.element("th", Labels.sentence(finding.kind().title()), "scope", "row");
    Tables.cell(html, "Scheme", finding.scheme());
    Tables.open(html, "Code");
    String href = frame.links().code(finding.scheme(), finding.code());
    html.element("a", finding.code(), "href", href, "class", "code").close();
    Tables.open(html, "Name");
    Text.of(html, "span", finding.name());
    html.close();
    Tables.open(html, "What is wrong");
    Text.of(html, "span", finding.detail());
    others(html, finding);
    html.close().close();
  }

  /** Codes of the same scheme lead on; what was not understood stands in the sentence. */
  private void others(Html html, Finding finding) {
    if (finding.others().isEmpty() || finding.kind() == Kind.NOT_UNDERSTOOD) {
      return;
    }
    html.open("ul", "class", "others");
    for (String other : finding.others()) {
      html.open("li");
      if (leads(finding, other)) {
        String href = frame.links().code(finding.scheme(), other);
        html.element("a", other, "href", href, "class", "code");
      } else {
        Text.of(html, "span", other);
      }
      html.close();
    }
    html.close();
  }

  private boolean leads(Finding finding, String other) {
    return frame.view().map().byCode(finding.scheme(), other).isPresent();
  }
}
