package org.radcanon.web.terminology;

import java.util.List;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.web.page.Html;

/** The preferred codes of a procedure, small, under its name. */
final class Tags {

  private Tags() {}

  static void of(Html html, Concept concept) {
    html.open("div", "class", "tags");
    for (List<Code> codes : concept.codes().values()) {
      codes.stream()
          .limit(1)
          .filter(code -> !code.scheme().equals(CanonicalMap.CONCEPT_SCHEME))
          .forEach(code -> tag(html, code, codes.size() - 1));
    }
    html.close();
  }

  private static void tag(Html html, Code code, int more) {
    html.open("span", "class", "tag").element("span", code.scheme(), "class", "scheme");
    html.text(" " + code.value() + (more > 0 ? " +" + more : "")).close();
  }
}
