package org.radcanon.web.terminology;

import java.io.IOException;
import java.util.List;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.CanonicalMap.Name;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;

/** A published name a row. */
record NamesTable(View view) implements Csv.Rows {

  @Override
  public List<String> header() {
    return List.of("concept", "scheme", "code", "name", "generated", "doubtful");
  }

  @Override
  public void write(Csv.Sink sink) throws IOException {
    for (Concept concept : view.map().concepts()) {
      for (List<Code> codes : concept.codes().values()) {
        for (Code code : codes) {
          names(sink, concept, code);
        }
      }
    }
  }

  private void names(Csv.Sink sink, Concept concept, Code code) throws IOException {
    for (Name name : view.map().publishedNames(code)) {
      sink.row(
          concept.code(),
          code.scheme(),
          code.value(),
          name.text(),
          name.generated() ? "Y" : "N",
          name.doubtful() ? "Y" : "N");
    }
  }
}
