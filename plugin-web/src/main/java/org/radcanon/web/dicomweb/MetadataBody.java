package org.radcanon.web.dicomweb;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.JsonDataSet;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.index.StudyIndex.InstancePath;

/**
 * The metadata of instances as one array in the DICOM JSON model, instance by instance. The first
 * is read before anything is answered.
 */
record MetadataBody(
    InstanceStreams instances, List<InstancePath> paths, Locations locations, ReadLimits limits) {

  /** Bytes of a binary value that stands in the JSON itself; longer ones get a BulkDataURI. */
  static final int LARGEST_INLINE = 1024;

  /** Bytes of one stored instance's metadata held at least: contours and functional groups. */
  private static final int HEADER_BYTES = 256 << 20;

  /** What reading a stored instance's metadata may cost: what intake allows, with more header. */
  static ReadLimits forMetadata(ReadLimits intake) {
    return new ReadLimits(
        Math.max(intake.headerBytes(), HEADER_BYTES), intake.nesting(), intake.inflatedRatio());
  }

  StreamingOutput begin() throws IOException {
    JsonDataSet first = metadata(paths.get(0));
    return new WholeAnswer("metadata of study " + paths.get(0).study(), out -> write(first, out));
  }

  private void write(JsonDataSet first, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('[');
    first.writeTo(writer);
    for (InstancePath path : paths.subList(1, paths.size())) {
      writer.write(",\n");
      metadata(path).writeTo(writer);
    }
    writer.write(']');
    writer.flush();
  }

  private JsonDataSet metadata(InstancePath path) throws IOException {
    try (InputStream file = instances.open(path)) {
      DataSet dataSet = DicomStream.readMetadata(file, LARGEST_INLINE, limits);
      String bulkData =
          locations.instance(path.study(), path.series(), path.instance()) + "/bulkdata/";
      return JsonDataSet.of(
          dataSet, tag -> true, (element, length) -> Optional.of(bulkData + element));
    }
  }
}
