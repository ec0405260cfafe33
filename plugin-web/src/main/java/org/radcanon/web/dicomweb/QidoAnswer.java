package org.radcanon.web.dicomweb;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.Tag;
import org.radcanon.dicom.VR;
import org.radcanon.index.StudyIndex.Level;
import org.radcanon.index.StudyIndex.Query;
import org.radcanon.index.StudyIndex.Row;

/**
 * Matches in the DICOM JSON model (PS3.18 10.6.3.3). A search below no particular study gives the
 * study's attributes with each match, one below no particular series those of the series.
 */
record QidoAnswer(Query query, QidoRequest request, Locations locations) {

  void write(List<Row> rows, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('[');
    String separator = "";
    for (Row row : rows) {
      writer.write(separator);
      attributes(row).writeTo(writer);
      separator = ",\n";
    }
    writer.write(']');
    writer.flush();
  }

  JsonDataSet attributes(Row row) {
    JsonDataSet match =
        row.study()
            .only(
                query.level() == Level.STUDY || query.studyUid().isEmpty()
                    ? QidoAttributes.wanted(Level.STUDY, request)
                    : QidoAttributes.askedFor(Tag.StudyInstanceUID, request));
    if (row.series().isPresent()) {
      match =
          match.with(
              row.series()
                  .get()
                  .only(
                      query.level() == Level.SERIES || query.seriesUid().isEmpty()
                          ? QidoAttributes.wanted(Level.SERIES, request)
                          : QidoAttributes.askedFor(Tag.SeriesInstanceUID, request)));
    }
    if (row.instance().isPresent()) {
      match = match.with(row.instance().get().only(QidoAttributes.wanted(Level.INSTANCE, request)));
    }
    return match
        .with(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
        .with(Tag.InstanceAvailability, VR.CS, "ONLINE")
        .with(Tag.RetrieveURL, VR.UR, retrieveUrl(row));
  }

  private String retrieveUrl(Row row) {
    return switch (query.level()) {
      case STUDY -> locations.study(row.studyUid());
      case SERIES -> locations.series(row.studyUid(), row.seriesUid().orElseThrow());
      case INSTANCE ->
          locations.instance(
              row.studyUid(), row.seriesUid().orElseThrow(), row.instanceUid().orElseThrow());
    };
  }
}
