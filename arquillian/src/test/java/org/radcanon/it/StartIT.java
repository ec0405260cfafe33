package org.radcanon.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The EAR deploys in the provisioned WildFly, and the server says that it is ready. */
class StartIT extends RadcanonServer {

  @Test
  void theServerIsReadyWithTheApplicationDeployed() throws Exception {
    var health = get(management("health/ready"));

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("\"radcanon.ear\":\"OK\"");
  }
}
