package org.radcanon.index;

import static org.radcanon.studies.writer.Attribute.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.studies.writer.Attribute;
import org.radcanon.studies.writer.CharacterSet;
import org.radcanon.studies.writer.DicomObject;
import org.radcanon.studies.writer.DicomWriter;
import org.radcanon.studies.writer.Encoding;
import org.radcanon.studies.writer.Syntax;

/** Headers of instances, written as bytes and read back by the reader of the product. */
record Headers(DicomObject object) {
  static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
  static final String MR_IMAGE = "1.2.840.10008.5.1.4.1.1.4";

  /** A CT instance {@code study.series.instance} of patient P1, Doe^Jane. */
  static Headers instance(String study, int series, int instance) {
    return new Headers(
        DicomObject.create()
            .characterSet(CharacterSet.UTF_8)
            .set(SOP_CLASS_UID, CT_IMAGE)
            .set(SOP_INSTANCE_UID, study + "." + series + "." + instance)
            .set(STUDY_INSTANCE_UID, study)
            .set(SERIES_INSTANCE_UID, study + "." + series)
            .set(STUDY_DATE, "20260105")
            .set(STUDY_TIME, "101530")
            .set(MODALITY, "CT")
            .set(PATIENT_NAME, "Doe^Jane")
            .set(PATIENT_ID, "P1")
            .set(SERIES_NUMBER, series)
            .set(INSTANCE_NUMBER, instance));
  }

  Headers with(Attribute attribute, String... values) {
    return changed(o -> o.set(attribute, values));
  }

  Headers with(Attribute sequence, DicomObject... items) {
    return changed(o -> o.items(sequence, items));
  }

  Headers without(Attribute attribute) {
    return changed(o -> o.remove(attribute));
  }

  private Headers changed(UnaryOperator<DicomObject> change) {
    return new Headers(change.apply(object.copy()));
  }

  DataSet read() {
    return read(Syntax.EXPLICIT);
  }

  /** Implicit VR alone has room for more than 64 KiB of text. */
  DataSet read(Syntax syntax) {
    byte[] bytes = DicomWriter.bytes(object, Encoding.of(syntax));
    try {
      return DicomStream.open(
              new ByteArrayInputStream(bytes), Optional.empty(), 0x7FDFFFFF, ReadLimits.DEFAULT)
          .header();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
