package org.radcanon.studies.experiment;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.radcanon.studies.experiment.Behind.Kind;
import org.radcanon.studies.peer.Wait;
import org.radcanon.studies.proxy.StowMood;
import org.radcanon.studies.proxy.Weather;

/** What goes wrong while instances arrive. */
enum Fault {
  NONE("nothing", EnumSet.allOf(Kind.class), (stage, load) -> {}),
  KILLS("kill -9 of the server", EnumSet.allOf(Kind.class), Kills::inject),
  STOPPED("archive stopped", remote(), Fault::stopped),
  SLOW("archive slow", remote(), Fault::slow),
  ERRORS("archive answers 500 and the like", EnumSet.of(Kind.DICOMWEB), Fault::errors),
  PARTIAL("archive keeps some of a request", EnumSet.of(Kind.DICOMWEB), Fault::partial),
  CUT("archive's connections cut in mid-stream", remote(), Fault::cut),
  FULL("spool's disk full, archive down", remote(), Fault::full),
  ABORTS("senders' connections cut in mid-stream", EnumSet.allOf(Kind.class), Fault::aborts);

  /** Runs beside the load and mends what it broke before it returns. */
  @FunctionalInterface
  interface Injection {
    void inject(Stage stage, Load load);
  }

  private static final Duration LONG = Duration.ofMinutes(5);

  private final String words;
  private final Set<Kind> kinds;
  private final Injection injection;

  Fault(String words, Set<Kind> kinds, Injection injection) {
    this.words = words;
    this.kinds = kinds;
    this.injection = injection;
  }

  String words() {
    return words;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean makesSenseWith(Kind kind) {
    return kinds.contains(kind);
  }

  void inject(Stage stage, Load load) {
    injection.inject(stage, load);
  }

  private static Set<Kind> remote() {
    return EnumSet.of(Kind.DICOMWEB, Kind.DIMSE);
  }

  private static void stopped(Stage stage, Load load) {
    awaitShare(stage, load, 10);
    stage.behind().orthanc().close();
    Wait.pause(stage.scale().outage());
    stage.behind().orthanc().start();
  }

  private static void slow(Stage stage, Load load) {
    stage
        .behind()
        .proxy()
        .weather(
            () ->
                drawn(stage) < 50
                    ? new Weather.Slow(Duration.ofMillis(200))
                    : new Weather.Trickle(512, Duration.ofMillis(5)));
    Wait.pause(stage.scale().spell());
    stage.behind().proxy().weather(new Weather.Fair());
  }

  private static void errors(Stage stage, Load load) {
    StowMood[] moods = {
      new StowMood.Refusing(500, "text/html", "<html>Internal Server Error</html>"),
      new StowMood.Refusing(502, "text/html", "<html>Bad Gateway</html>"),
      new StowMood.Refusing(503, "text/plain", "busy"),
      new StowMood.Refusing(200, "text/html", "<html>Please log in</html>"),
      new StowMood.Refusing(200, "application/dicom+json", ""),
      new StowMood.Honest()
    };
    stage.behind().gate().mood(() -> moods[drawn(stage) % moods.length]);
    Wait.pause(stage.scale().spell());
    stage.behind().gate().mood(new StowMood.Honest());
  }

  private static void partial(Stage stage, Load load) {
    stage.behind().gate().mood(new StowMood.Choosing(uid -> drawn(stage) < 60));
    Wait.pause(stage.scale().spell());
    stage.behind().gate().mood(new StowMood.Honest());
  }

  private static void cut(Stage stage, Load load) {
    stage.behind().proxy().weather(() -> new Weather.Cut(200 + drawn(stage) * 600L));
    Wait.pause(stage.scale().spell());
    stage.behind().proxy().weather(new Weather.Fair());
  }

  /** Until senders were refused for a while. */
  private static void full(Stage stage, Load load) {
    stage.behind().proxy().weather(new Weather.Down());
    Wait.until(LONG, () -> stage.ledger().refused() > 0 || load.isFinished());
    if (stage.ledger().refused() == 0) {
      throw new IllegalStateException("the disk was never full: nothing was refused");
    }
    Wait.pause(stage.scale().spell());
    stage.behind().proxy().weather(new Weather.Fair());
  }

  private static void aborts(Stage stage, Load load) {
    stage.toStow().weather(() -> new Weather.Cut(100 + drawn(stage) * 1000L));
    stage.toCStore().weather(() -> new Weather.Cut(100 + drawn(stage) * 1000L));
    Wait.pause(stage.scale().spell());
    stage.toStow().weather(new Weather.Fair());
    stage.toCStore().weather(new Weather.Fair());
  }

  /** Until so many of a hundred are acknowledged. */
  static void awaitShare(Stage stage, Load load, int percent) {
    int wanted = stage.scale().instances() * percent / 100;
    Wait.until(LONG, () -> stage.ledger().count() >= wanted || load.isFinished());
  }

  private static int drawn(Stage stage) {
    synchronized (stage.random()) {
      return stage.random().nextInt(100);
    }
  }
}
