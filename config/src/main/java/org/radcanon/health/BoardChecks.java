package org.radcanon.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * The board's answers as MicroProfile Health checks: one check {@code radcanon} each for readiness
 * and liveness, with a line per question, {@code "archive": "OK"} or the reason why not.
 */
@ApplicationScoped
class BoardChecks {

  @Produces
  @Readiness
  HealthCheck ready(HealthBoard board) {
    return () -> {
      HealthCheckResponseBuilder response = response(board.readiness());
      board.notes().forEach(response::withData);
      return response.build();
    };
  }

  @Produces
  @Liveness
  HealthCheck live(HealthBoard board) {
    return () -> response(board.liveness()).build();
  }

  private static HealthCheckResponseBuilder response(List<HealthBoard.Answer> answers) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("radcanon").up();
    for (HealthBoard.Answer answer : answers) {
      response.withData(answer.name(), answer.whyNot().orElse("OK"));
    }
    boolean up = answers.stream().allMatch(answer -> answer.whyNot().isEmpty());
    return response.status(up);
  }
}
