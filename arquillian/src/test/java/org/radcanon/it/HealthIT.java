package org.radcanon.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** MicroProfile Health and the server's figures, as a load balancer and a monitor ask for them. */
class HealthIT extends RadcanonServer {

  @Test
  void theServerIsReadyAndSaysWhatItLookedAt() throws Exception {
    var health = get(management("health/ready"));

    assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
    assertThat(health.body()).contains("\"database\":\"OK\"", "\"archive\":\"OK\"");
  }

  @Test
  void anArchiveThatCannotBeWrittenMakesTheServerUnreadyWithTheReason() throws Exception {
    Path archive = DATA.resolve("archive");
    Path away = DATA.resolve("archive-away");
    Files.move(archive, away);
    try {
      var health = get(management("health/ready"));

      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body())
          .contains("\"database\":\"OK\"", "\"archive\":\"the archive's directory cannot be");
    } finally {
      Files.move(away, archive);
    }
    assertThat(get(management("health/ready")).statusCode()).isEqualTo(200);
  }

  @Test
  void theFiguresHaveTheDatabasePool() throws Exception {
    assertThat(get(management("metrics")).body())
        .contains("wildfly_datasources_pool_in_use_count{data_source=\"RadcanonDS\"");
  }
}
