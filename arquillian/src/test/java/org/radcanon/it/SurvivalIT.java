package org.radcanon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.radcanon.studies.Study;
import org.radcanon.studies.StudyKind;
import org.radcanon.studies.StudyMaker;

/** What was acknowledged is there afterwards, whatever happened to the server's process. */
class SurvivalIT extends RadcanonServer {

  @Test
  void aStudyThatWasAcknowledgedSurvivesTheEndOfTheProcess() throws Exception {
    Study study = Stow.store(newStudy(20_261_121));

    crash();

    assertThatItIsThere(study);
  }

  @Test
  void aStudySurvivesARestart() throws Exception {
    Study study = Stow.store(newStudy(20_261_122));

    restart();

    assertThatItIsThere(study);
  }

  private static Study newStudy(long seed) {
    return StudyMaker.of(StudyKind.CT).seed(seed).instances(2).size(16).list().get(0);
  }

  private static void assertThatItIsThere(Study study) throws IOException, InterruptedException {
    String uid = study.studyInstanceUid();
    var query =
        send(
            HttpRequest.newBuilder(door("dicomweb/studies?StudyInstanceUID=" + uid))
                .header("Accept", "application/dicom+json")
                .build());
    assertThat(query.statusCode()).as(query.body()).isEqualTo(200);
    assertThat(query.body()).contains(uid);
    var instances = get(door("dicomweb/studies/" + uid));
    assertThat(instances.statusCode()).isEqualTo(200);
    for (var instance : study.instances()) {
      assertThat(instances.body()).contains(instance.sopInstanceUid());
    }
  }
}
