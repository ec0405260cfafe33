package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.radcanon.fuzz.Target;
import org.radcanon.studies.TinyStudies;

/** DICOM JSON of others. */
public final class JsonTarget implements Target {

  private static final String EVERYTHING =
      """
      {"00080005":{"vr":"CS","Value":["ISO_IR 192"]},"00081032":{"vr":"SQ","Value":[{"00080100":
      {"vr":"SH","Value":["A",null]}},{}]},"00100010":{"vr":"PN","Value":[{"Alphabetic":"A^B",
      "Ideographic":"\\u5c71","Phonetic":"x"}]},"00280010":{"vr":"US","Value":[1,65535]},"00189073":
      {"vr":"FD","Value":[-1.5e-3,0]},"00280009":{"vr":"AT","Value":["00181063"]},"00091001":{"vr":
      "OB","InlineBinary":"AAEC"},"7FE00010":{"vr":"OW","BulkDataURI":"http://x/y"}}""";

  @Override
  public List<byte[]> seeds() {
    try {
      DataSet study =
          DicomStream.readMetadata(
              new ByteArrayInputStream(TinyStudies.japanese().first().bytes()),
              100,
              ReadLimits.DEFAULT);
      String json = JsonDataSet.of(study, tag -> true).toJson();
      return List.of(
          EVERYTHING.getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean takes(byte[] input) {
    JsonDataSet read;
    try {
      read = JsonDataSet.parse(new String(input, StandardCharsets.UTF_8));
    } catch (DicomException refused) {
      return false;
    }
    String json = read.toJson();
    assertThat(JsonDataSet.parse(json).toJson()).isEqualTo(json);
    return true;
  }
}
