package org.radcanon.studies.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.studies.FakeStow;
import org.radcanon.studies.Instance;
import org.radcanon.studies.Study;
import org.radcanon.studies.TinyStudies;
import org.radcanon.studies.send.StowSender;

class StowGateTest {

  private static final Study STUDY = TinyStudies.xrChest();
  private static final Instance FIRST = STUDY.instances().get(0);
  private static final Instance SECOND = STUDY.instances().get(1);

  @TempDir Path folder;

  private FakeStow behind;
  private StowGate gate;

  @BeforeEach
  void open() throws IOException {
    behind = FakeStow.storingAll(STUDY.studyInstanceUid());
    gate = new StowGate(URI.create(behind.url()).resolve("/"));
  }

  @AfterEach
  void close() {
    gate.close();
    behind.close();
  }

  @Test
  void anHonestGatePassesAllOn() throws IOException {
    StowSender.Answer answer = store();

    assertThat(answer.stored())
        .containsExactlyInAnyOrder(FIRST.sopInstanceUid(), SECOND.sopInstanceUid());
    assertThat(behind.parts()).containsExactly(FIRST.bytes(), SECOND.bytes());
  }

  @Test
  void whatItDoesNotChooseFailsAndIsNotPassedOn() throws IOException {
    gate.mood(new StowMood.Choosing(SECOND.sopInstanceUid()::equals));

    StowSender.Answer answer = store();

    assertThat(answer.stored()).isEqualTo(Set.of(SECOND.sopInstanceUid()));
    assertThat(answer.failed()).isEqualTo(1);
    assertThat(behind.parts()).containsExactly(SECOND.bytes());
  }

  @Test
  void choosingNoneFailsAll() throws IOException {
    gate.mood(new StowMood.Choosing(uid -> false));

    StowSender.Answer answer = store();

    assertThat(answer.stored()).isEmpty();
    assertThat(answer.failed()).isEqualTo(2);
    assertThat(behind.requests()).isEmpty();
  }

  @Test
  void aRefusalPassesNothingOn() throws IOException {
    gate.mood(new StowMood.Refusing(500, "text/html", "<html>"));

    assertThat(store().failed()).isEqualTo(2);

    gate.mood(new StowMood.Refusing(200, "text/html", "<html>Log in</html>"));

    assertThat(store().stored()).isEmpty();
    assertThat(behind.requests()).isEmpty();
  }

  @Test
  void aBodyIsTakenApartAndPutTogether() {
    List<byte[]> parts = List.of(FIRST.bytes(), new byte[0], "\r\n--x".getBytes());

    byte[] body = Multipart.body(parts, "b");

    assertThat(Multipart.parts(body, "b")).containsExactlyElementsOf(parts);
    assertThat(Multipart.boundary("multipart/related; boundary=\"b c\"; type=x")).isEqualTo("b c");
    assertThat(Multipart.boundary("multipart/related; boundary=b; type=x")).isEqualTo("b");
  }

  private StowSender.Answer store() throws IOException {
    Path first = Files.write(folder.resolve("1.dcm"), FIRST.bytes());
    Path second = Files.write(folder.resolve("2.dcm"), SECOND.bytes());
    return new StowSender(
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
            "http://localhost:" + gate.port() + "/server/dicomweb")
        .store(List.of(first, second));
  }
}
