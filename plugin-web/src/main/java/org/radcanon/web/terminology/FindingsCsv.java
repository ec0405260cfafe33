package org.radcanon.web.terminology;

import java.io.IOException;
import java.util.List;
import org.radcanon.terminology.gap.Finding;
import org.radcanon.terminology.gap.Finding.Kind;

/** A finding of the gap report a row. */
record FindingsCsv(List<Finding> findings) implements Csv.Rows {

  @Override
  public List<String> header() {
    return List.of("kind", "scheme", "code", "name", "concept", "detail", "others");
  }

  @Override
  public void write(Csv.Sink sink) throws IOException {
    for (Finding finding : findings) {
      sink.row(
          finding.kind().name(),
          finding.scheme(),
          finding.code(),
          finding.name(),
          finding.concept(),
          finding.detail(),
          String.join(finding.kind() == Kind.NOT_UNDERSTOOD ? "; " : " ", finding.others()));
    }
  }
}
