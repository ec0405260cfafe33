package org.radcanon.archive.spool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Outcome;

/**
 * A program to be killed: spools from four threads before an archive that comes and goes, and tells
 * what was acknowledged and what the archive confirmed, each line before it does anything else.
 */
final class SpoolAndTell {

  private static final int SENDERS = 4;

  private SpoolAndTell() {}

  public static void main(String[] args) throws Exception {
    endWithParent();
    FakeRemote remote = new FakeRemote();
    int run = Integer.parseInt(args[1]);
    Random random = new Random(run);
    remote.answer =
        instance -> {
          if (random.nextInt(3) > 0) {
            return Optional.of(FakeRemote.unavailable("now and then"));
          }
          tell("confirmed", instance.key());
          return Optional.empty();
        };
    SpoolSettings settings =
        new SpoolSettings(
            Path.of(args[0]), 1 << 30, 0, true, Duration.ofMillis(1), Duration.ofMillis(4), 2, 50);
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);
    SpoolingArchive archive =
        SpoolingArchive.open(
            settings, remote, threads, threads, Clock.systemUTC(), new Random(), SpoolEvents.NONE);
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    for (int sender = 0; sender < SENDERS; sender++) {
      int study = sender;
      senders.submit(() -> send(archive, run, study));
    }
  }

  private static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                System.in.read();
              } catch (IOException e) {
                // just as gone
              }
              Runtime.getRuntime().halt(1);
            });
    watch.setDaemon(true);
    watch.start();
  }

  private static Void send(SpoolingArchive archive, int run, int study) throws Exception {
    String studyUid = "1." + run + "." + study;
    for (int i = 0; ; i++) {
      InstanceKey key = new InstanceKey(studyUid, studyUid + ".1", studyUid + ".1." + i);
      Instance instance = new Instance(key, "1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.1.2.1");
      Outcome outcome = archive.store(instance, out -> write(out, key.instance()));
      if (outcome instanceof Outcome.Kept) {
        tell("acknowledged", key);
      }
    }
  }

  /** Recognisable to its last byte. */
  static void write(OutputStream out, String uid) throws IOException {
    byte[] line = (uid + "\n").getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 500; i++) {
      out.write(line);
    }
  }

  private static void tell(String what, InstanceKey key) {
    synchronized (System.out) {
      System.out.print(what + " " + key.instance() + "\n");
      System.out.flush();
    }
  }
}
