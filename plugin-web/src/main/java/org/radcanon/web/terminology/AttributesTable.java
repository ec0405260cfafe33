package org.radcanon.web.terminology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.web.page.Html;

/** What a procedure is: its attribute values, with the codes that RadLex and DICOM give them. */
record AttributesTable(Frame frame, Concept concept) {

  void render(Html html) {
    html.open("section", "aria-labelledby", "attributes");
    html.element("h2", "Attributes", "id", "attributes");
    Tables.open(html, "stack", "Attribute", "Value", "Chinese", "RadLex", "Codes", "Body part");
    for (Attribute attribute : Attribute.values()) {
      concept.attributes().getOrDefault(attribute, Tables.NOTHING).stream()
          .map(this::value)
          .forEach(value -> row(html, attribute, value));
    }
    Tables.close(html);
    html.close();
  }

  private AttributeValue value(String id) {
    return frame
        .view()
        .map()
        .value(id)
        .orElseGet(
            () ->
                new AttributeValue(
                    id, Optional.empty(), id, id, id, Optional.empty(), "", !id.startsWith("RID")));
  }

  private void row(Html html, Attribute attribute, AttributeValue value) {
    html.open("tr");
    html.element("th", Labels.of(attribute), "scope", "row");
    Tables.open(html, "Value").text(value.label()).close();
    Tables.open(html, "Chinese");
    html.element("span", value.labelZh(), "lang", "zh-Hans").close();
    Tables.open(html, "RadLex");
    html.element("span", value.id(), "class", "code");
    html.text(value.own() ? " our own" : " " + value.name());
    html.close();
    Tables.open(html, "Codes");
    codes(value).forEach(code -> code(html, code));
    html.close();
    Tables.open(html, "Body part");
    String terms = String.join(", ", frame.view().map().bodyParts(value.id()));
    html.element("span", terms).close().close();
  }

  private static void code(Html html, Code code) {
    html.open("div").element("span", code.scheme() + " " + code.value(), "class", "code");
    html.text(" " + code.meaning()).close();
  }

  private List<Code> codes(AttributeValue value) {
    return frame.view().map().valueCodes(value.id()).stream()
        .sorted(Comparator.comparing(Code::scheme).thenComparing(Code::value))
        .toList();
  }
}
