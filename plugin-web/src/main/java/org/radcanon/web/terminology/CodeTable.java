package org.radcanon.web.terminology;

import java.io.IOException;
import java.util.List;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.Concept;
import org.radcanon.terminology.Rank;

/** A code a row. */
record CodeTable(View view) implements Csv.Rows {

  @Override
  public List<String> header() {
    return List.of("concept", "scheme", "code", "meaning", "preferred", "rank");
  }

  @Override
  public void write(Csv.Sink sink) throws IOException {
    for (Concept concept : view.map().concepts()) {
      for (List<Code> codes : concept.codes().values()) {
        for (Code code : codes) {
          Rank rank = view.map().rank(code);
          boolean preferred = code.equals(codes.get(0)) && rank != Rank.SUPERSEDED;
          sink.row(
              concept.code(),
              code.scheme(),
              code.value(),
              code.meaning(),
              preferred ? "Y" : "N",
              rank.word());
        }
      }
    }
  }
}
