package org.radcanon.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.dicom.Tag;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.DicomObject;
import org.radcanon.studies.writer.DicomWriter;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Vr;

/** Small real instances under any UIDs, which carry a word in Series Description. */
public final class TestInstances {

  public static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.2";
  public static final String TRANSFER_SYNTAX = "1.2.840.10008.1.2.1";

  private static final int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;

  private TestInstances() {}

  public static byte[] file(InstanceKey key, String marker) {
    return DicomWriter.bytes(object(key, marker), Encoding.STANDARD);
  }

  /**
   * A larger one.
   *
   * @param padding so many bytes of noise at its end
   */
  public static byte[] file(InstanceKey key, String marker, int padding) {
    byte[] noise = new byte[padding];
    new Random(padding).nextBytes(noise);
    return DicomWriter.bytes(
        object(key, marker).bytes(DATA_SET_TRAILING_PADDING, Vr.OB, noise), Encoding.STANDARD);
  }

  public static String marker(byte[] file) throws IOException {
    return DicomStream.readMetadata(new ByteArrayInputStream(file), 64, ReadLimits.DEFAULT)
        .string(Tag.SeriesDescription)
        .orElseThrow();
  }

  private static DicomObject object(InstanceKey key, String marker) {
    return TinyStudies.ctChest()
        .first()
        .object()
        .set(Attribute.STUDY_INSTANCE_UID, key.study())
        .set(Attribute.SERIES_INSTANCE_UID, key.series())
        .set(Attribute.SOP_INSTANCE_UID, key.instance())
        .set(Attribute.SERIES_DESCRIPTION, marker);
  }
}
