package org.radcanon.web.terminology;

import java.io.IOException;
import java.util.List;
import org.radcanon.intake.MapDesk.View;
import org.radcanon.terminology.NotCanonicalised;

/** A code without procedure a row. */
record WithoutTable(View view) implements Csv.Rows {

  @Override
  public List<String> header() {
    return List.of("scheme", "code", "name", "not_understood");
  }

  @Override
  public void write(Csv.Sink sink) throws IOException {
    for (NotCanonicalised code : view.map().notCanonicalised()) {
      sink.row(code.scheme(), code.code(), code.name(), String.join("; ", code.terms()));
    }
  }
}
