package org.radcanon.web.dicomweb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcanon.intake.StoreResult.Failed;
import org.radcanon.intake.StoreResult.Stored;
import org.radcanon.intake.configuration.DicomWebSettings;
import org.radcanon.web.MediaTypeValue;

class StowServiceTest {
  private static final MediaTypeValue RELATED =
      MediaTypeValue.parse("multipart/related; type=\"application/dicom\"; boundary=b");

  private final FakeIntake intake = new FakeIntake();

  @Test
  void a_request_is_one_batch_that_is_finished_and_closed() throws IOException {
    store("--b\r\n\r\nok 1.2 1.2.1\r\n--b\r\n\r\nrubbish\r\n--b\r\n\r\nok 1.3 1.3.1\r\n--b--");

    assertThat(List.of(intake.begun, intake.finished, intake.closed)).containsExactly(1, 1, 1);
    assertThat(intake.kept).containsExactly("1.2.1", "1.3.1");
  }

  @Test
  void a_body_that_breaks_off_finishes_its_batch() throws IOException {
    store("--b\r\n\r\nok 1.2 1.2.1\r\n--b\r\n\r\nok 1.2");
    store("--b\r\n\r\nok 1.3 1.3.1\r\n--b\r\nContent-");

    assertThat(intake.kept).containsExactly("1.2.1", "1.3.1");
    assertThat(List.of(intake.begun, intake.finished, intake.closed)).containsExactly(2, 2, 2);
  }

  @Test
  void a_body_without_a_part_leaves_no_batch_open() {
    assertThatThrownBy(() -> store("--b--\r\n")).isInstanceOf(MultipartException.class);

    assertThat(intake.closed).isEqualTo(intake.begun);
  }

  @Test
  void parts_that_intake_never_sees_keep_their_place() throws IOException {
    StowOutcome outcome =
        store(
            "--b\r\n\r\nok 1.2 1.2.1\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nno\r\n"
                + "--b\r\n\r\nPROCESSING_FAILURE 1.2.2\r\n"
                + "--b\r\n\r\nok 1.2 1.2.3\r\n--b--");

    assertThat(outcome.results())
        .extracting(r -> r instanceof Stored s ? s.sopInstance() : ((Failed) r).comment())
        .containsExactly("1.2.1", "The part is not application/dicom", "as asked", "1.2.3");
  }

  private StowOutcome store(String body) throws IOException {
    DicomWebSettings settings =
        new DicomWebSettings(Optional.empty(), 200, 7, 8L << 30, 200, 10, 20);
    return new StowService(intake, settings)
        .store(new ByteArrayInputStream(body.getBytes(ISO_8859_1)), RELATED, Optional.empty());
  }
}
