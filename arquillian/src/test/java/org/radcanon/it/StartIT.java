package org.radcanon.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The EAR deploys in the provisioned WildFly. */
class StartIT extends RadcanonServer {

  @Test
  void theApplicationIsDeployedAndAskedForItsHealth() throws Exception {
    var health = get(management("health/ready"));

    assertThat(health.body()).contains("\"radcanon.ear\":\"OK\"", "\"name\":\"radcanon\"");
  }
}
