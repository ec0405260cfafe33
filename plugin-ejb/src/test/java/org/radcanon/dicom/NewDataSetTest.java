package org.radcanon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON model as a data set of its own. */
class NewDataSetTest {

  private static final JsonDataSet ANSWER =
      JsonDataSet.empty()
          .with(Tag.StudyDate, VR.DA, "20260101")
          .with(Tag.SOPInstanceUID, VR.UI, "1.2.3")
          .with(Tag.ModalitiesInStudy, VR.CS, "CT", "SR")
          .with(Tag.PatientName, VR.PN, "Yamada^Tarou=\u5c71\u7530^\u592a\u90ce")
          .with(Tag.StudyDescription, VR.LO)
          .with(Tag.NumberOfStudyRelatedInstances, VR.IS, 12)
          .with(Tag.Rows, VR.US, 512)
          .with(
              Tag.ProcedureCodeSequence,
              VR.SQ,
              JsonDataSet.empty()
                  .with(Tag.CodeValue, VR.SH, "RPID16")
                  .with(Tag.CodeMeaning, VR.LO, "Sch\u00e4del"));

  @ParameterizedTest
  @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2"})
  void what_the_json_model_says_reads_back_from_the_bytes(String syntax) throws IOException {
    TransferSyntax transferSyntax = TransferSyntax.of(syntax);

    byte[] bytes = NewItem.of(ANSWER).toDataSet(transferSyntax);

    DataSet back =
        DicomStream.open(
                new ByteArrayInputStream(bytes),
                Optional.of(transferSyntax),
                -1,
                ReadLimits.DEFAULT)
            .header();
    assertThat(back.strings(Tag.SpecificCharacterSet)).containsExactly("ISO_IR 192");
    assertThat(JsonDataSet.of(back, tag -> tag != Tag.SpecificCharacterSet).toJson())
        .isEqualTo(ANSWER.toJson());
  }
}
