package org.radcanon.web.terminology;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.AttributeValue;

/** An attribute value, or an ancestor of one, a row. */
record ValuesTable(View view) implements Csv.Rows {

  @Override
  public List<String> header() {
    return List.of(
        "value", "attribute", "label", "label_zh", "name", "broader", "own", "codes", "body_parts");
  }

  @Override
  public void write(Csv.Sink sink) throws IOException {
    for (AttributeValue value : view.map().values()) {
      sink.row(
          value.id(),
          value.attribute().map(a -> a.name().toLowerCase(Locale.ROOT)).orElse(""),
          value.label(),
          value.labelZh(),
          value.name(),
          value.parent().orElse(""),
          value.own() ? "Y" : "N",
          codes(value),
          String.join(" ", view.map().bodyParts(value.id())));
    }
  }

  private String codes(AttributeValue value) {
    return view.map().valueCodes(value.id()).stream()
        .map(code -> code.scheme() + ":" + code.value())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
