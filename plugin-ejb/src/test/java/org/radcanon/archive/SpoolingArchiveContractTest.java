package org.radcanon.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.archive.spool.SpoolEvents;
import org.radcanon.archive.spool.SpoolSettings;
import org.radcanon.archive.spool.SpoolingArchive;

/** With an archive that takes everything, nobody can tell the spool from the archive itself. */
class SpoolingArchiveContractTest extends EmbeddedArchiveContract {

  @TempDir Path directory;

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private SpoolingArchive opened;

  @Override
  protected Archive archive() throws ArchiveException {
    SpoolSettings settings =
        new SpoolSettings(
            directory, 1 << 30, 0, true, Duration.ofSeconds(1), Duration.ofMinutes(1), 2, 3);
    opened =
        SpoolingArchive.open(
            settings,
            new MemoryArchive(),
            threads,
            threads,
            Clock.systemUTC(),
            new Random(),
            SpoolEvents.NONE);
    return opened;
  }

  @AfterEach
  void close() {
    opened.close();
    threads.shutdownNow();
  }
}
