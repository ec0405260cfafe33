package org.radcanon.web.terminology;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.relation.Difference;

/**
 * An attribute that differs between two related procedures a row. Working it out takes seconds, so
 * that it is kept, packed, as long as its map is in force.
 */
record RelationsTable(View view) implements Csv.Rows {
  private static final List<String> HEADER =
      List.of("concept", "relation", "other", "attribute", "here", "there");

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public void write(Csv.Sink sink) throws IOException {
    view.kept(PackedRows.class, v -> PackedRows.of(new WorkedOut(v))).write(sink);
  }

  private record WorkedOut(View view) implements Csv.Rows {

    @Override
    public List<String> header() {
      return HEADER;
    }

    @Override
    public void write(Csv.Sink sink) throws IOException {
      for (Concept concept : view.map().concepts()) {
        rows(sink, concept, "broader", view.relations().broader(concept));
        rows(sink, concept, "sibling", view.relations().siblings(concept));
      }
    }

    private void rows(Csv.Sink sink, Concept concept, String relation, List<Concept> others)
        throws IOException {
      for (Concept other : others) {
        for (Difference difference : view.relations().differences(concept, other)) {
          sink.row(
              concept.code(),
              relation,
              other.code(),
              difference.attribute().name().toLowerCase(Locale.ROOT),
              String.join(" ", difference.here()),
              String.join(" ", difference.there()));
        }
      }
    }
  }
}
