package org.radcanon.studies.experiment;

import java.time.Duration;
import org.radcanon.studies.peer.Wait;
import org.radcanon.studies.proxy.Weather;

/**
 * {@code kill -9} at seeded moments, one of four while the server is still starting; at each second
 * one the archive is away, so that what is acknowledged lies in the spool.
 */
final class Kills {

  private Kills() {}

  static void inject(Stage stage, Load load) {
    int wanted = stage.scale().kills();
    while (stage.kills() < wanted) {
      boolean away = stage.behind().isRemote() && stage.kills() % 2 == 1;
      if (away) {
        stage.behind().proxy().weather(new Weather.Down());
      }
      Fault.awaitShare(stage, load, 5 + 90 * stage.kills() / wanted);
      Wait.pause(Duration.ofMillis(stage.random().nextInt(400)));
      stage.kill();
      stage.server().launch();
      if (stage.kills() < wanted && stage.random().nextInt(4) == 0) {
        Wait.pause(Duration.ofMillis(2000 + stage.random().nextInt(8000)));
        stage.kill();
        stage.server().launch();
      }
      if (away) {
        stage.behind().proxy().weather(new Weather.Fair());
      }
      stage.server().awaitReady();
    }
  }
}
