package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.radcanon.fuzz.Target;

/** An instance's metadata as DICOM JSON, which reads back as what it says. */
public final class MetadataTarget implements Target {

  @Override
  public List<byte[]> seeds() {
    return new DataSetTarget()
        .seeds().stream().map(seed -> Arrays.copyOf(seed, seed.length - 1)).toList();
  }

  @Override
  public boolean takes(byte[] input) throws IOException {
    DataSet metadata;
    try {
      metadata =
          DicomStream.readMetadata(new ByteArrayInputStream(input), 100, DataSetTarget.LIMITS);
    } catch (DicomException refused) {
      return false;
    }
    String json = JsonDataSet.of(metadata, tag -> true).toJson();
    try {
      assertThat(JsonDataSet.parse(json).toJson()).isEqualTo(json);
    } catch (DicomException e) {
      throw new AssertionError("our own JSON is refused: " + e.getMessage(), e);
    }
    return true;
  }
}
