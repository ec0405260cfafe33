package org.radcanon.web.terminology;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.Attribute;
import org.radcanon.terminology.AttributeValue;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.gap.Finding;

/** One procedure with all that its page shows, a fact a row. */
record ConceptTable(View view, Concept concept) implements Csv.Rows {

  @Override
  public List<String> header() {
    return List.of("concept", "fact", "of", "value", "text", "detail");
  }

  @Override
  public void write(Csv.Sink sink) throws IOException {
    row(sink, "concept", "99RADCANON", concept.code(), concept.name(), state());
    for (Map.Entry<Attribute, SortedSet<String>> entry : concept.attributes().entrySet()) {
      for (String value : entry.getValue()) {
        String attribute = entry.getKey().name().toLowerCase(Locale.ROOT);
        row(sink, "attribute", attribute, value, labels().of(value), chinese(value));
      }
    }
    for (List<Code> codes : concept.codes().values()) {
      for (Code code : codes) {
        row(
            sink,
            "code",
            code.scheme(),
            code.value(),
            code.meaning(),
            view.map().rank(code).word());
        for (String name : view.map().names(code)) {
          row(sink, "name", code.scheme(), code.value(), name, "");
        }
      }
    }
    neighbours(sink, "sibling", view.relations().siblings(concept));
    neighbours(sink, "broader", view.relations().broader(concept));
    neighbours(sink, "narrower", view.relations().narrower(concept));
    for (Finding finding : view.gaps(concept.code())) {
      row(sink, "issue", finding.scheme(), finding.code(), finding.detail(), finding.kind().name());
    }
  }

  private void neighbours(Csv.Sink sink, String fact, List<Concept> others) throws IOException {
    for (Concept other : others) {
      String differences =
          view.relations().differences(concept, other).stream()
              .map(d -> labels().difference(d))
              .collect(Collectors.joining("; "));
      row(sink, fact, "99RADCANON", other.code(), other.name(), differences);
    }
  }

  private void row(Csv.Sink sink, String... cells) throws IOException {
    sink.row(concept.code(), cells[0], cells[1], cells[2], cells[3], cells[4]);
  }

  private String state() {
    return view.inForce(concept.code())
        ? "active"
        : view.map().replacedBy(concept.code()).map(c -> "replaced by " + c).orElse("retired");
  }

  private String chinese(String value) {
    return view.map().value(value).map(AttributeValue::labelZh).orElse("");
  }

  private Labels labels() {
    return new Labels(view.map());
  }
}
