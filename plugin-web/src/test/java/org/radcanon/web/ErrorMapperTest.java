package org.radcanon.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcanon.dicom.DicomException;
import org.radcanon.web.Rest.Answer;

class ErrorMapperTest {
  private final Logger logger = Logger.getLogger("org.radcanon.web");
  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    logger.addHandler(lines);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(lines);
  }

  @Test
  void the_log_has_the_path_as_it_was_sent_and_no_query() {
    Answer answer = new Rest(new Failing()).get("/x%0aERROR%20forged?name=DOE").send();

    assertThat(answer.status()).isEqualTo(500);
    assertThat(lines.all).singleElement().asString().contains("x%0aERROR%20forged");
    assertThat(lines.all.get(0)).doesNotContain("\nERROR", "DOE");
  }

  @Test
  void a_stored_instance_that_is_unreadable_is_500_with_the_reason_and_an_error_number() {
    Answer answer = new Rest(new Failing()).get("/unreadable").send();

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text())
        .matches("A stored instance cannot be read \\(MALFORMED\\); .* under [0-9a-f-]{36}\\.\n")
        .doesNotContain("DOE");
    String error = answer.text().replaceAll("(?s).* under (.*)\\.\n", "$1");
    assertThat(lines.all).singleElement().asString().contains(error);
  }

  /** Public for Jakarta REST. */
  @Path("")
  public static final class Failing {
    @GET
    @Path("{what}")
    public String fail(@PathParam("what") String what) {
      throw what.equals("unreadable")
          ? new DicomException(DicomException.Reason.MALFORMED, "about DOE")
          : new IllegalStateException("on purpose");
    }
  }

  private static final class Lines extends Handler {
    private final List<String> all = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      all.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
