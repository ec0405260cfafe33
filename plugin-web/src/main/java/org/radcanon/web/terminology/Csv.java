package org.radcanon.web.terminology;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcanon.intake.MapDesk.View;

/** Tables as CSV (RFC 4180) in UTF-8, row by row. */
final class Csv {
  static final String TYPE = "text/csv;charset=UTF-8;header=present";

  private Csv() {}

  /** A table that is written as it is read. */
  interface Rows {
    List<String> header();

    void write(Sink sink) throws IOException;
  }

  /** Takes one row. */
  @FunctionalInterface
  interface Sink {
    void row(String... cells) throws IOException;
  }

  /**
   * The table as a file to keep; whoever has the same content already is told so (RFC 9110 13.1.2).
   *
   * @param name of the file, without its ending
   */
  static Response answer(Request request, View view, String name, Rows rows) {
    EntityTag tag = new EntityTag(view.fingerprint());
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    if (same != null) {
      return same.tag(tag).build();
    }
    StreamingOutput body =
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          write(rows, writer);
          writer.flush();
        };
    return Response.ok(body, TYPE)
        .tag(tag)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  static void write(Rows rows, Appendable out) throws IOException {
    // not closed: that would close what the container has to end
    @SuppressWarnings("resource")
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(rows.header());
    rows.write(cells -> printer.printRecord((Object[]) cells));
  }

  /** One row, without its line end. */
  static String line(String... cells) {
    return CSVFormat.RFC4180.format((Object[]) cells);
  }
}
