package org.radcanon.studies.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.radcanon.studies.reader.DicomFile;

/** Sends files over several associations at a time; nothing is sent twice. */
final class CStoreSender {

  /** Files of one call of storescu: the length of a command line is limited. */
  private static final int CHUNK = 500;

  private final StoreScu scu;
  private final int associations;
  private final Tally tally = new Tally();
  private final AtomicReference<StowException> end = new AtomicReference<>();

  CStoreSender(StoreScu scu, int associations) {
    this.scu = scu;
    this.associations = associations;
  }

  /** Why the run ended early, if it did. */
  Optional<StowException> send(List<Path> files) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(associations);
    try {
      int size = Math.min(CHUNK, (files.size() + associations - 1) / associations);
      for (int at = 0; at < files.size(); at += size) {
        List<Path> chunk = files.subList(at, Math.min(at + size, files.size()));
        workers.execute(() -> store(chunk));
      }
    } finally {
      workers.shutdown();
      workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
    return Optional.ofNullable(end.get());
  }

  Tally tally() {
    return tally;
  }

  private void store(List<Path> files) {
    if (end.get() != null) {
      return;
    }
    try {
      StoreScu.Result result = scu.store(files);
      if (result.statuses().isEmpty()) {
        String reason = result.complaint().orElse("storescu printed nothing that tells");
        throw new StowException("Nothing was sent: " + reason + ".");
      }
      for (Path file : result.statuses().keySet()) {
        tally.partSent(Files.size(file));
      }
      tally.add(files.stream().map(Part::of).toList(), report(result));
    } catch (StowException e) {
      end.compareAndSet(null, e);
    } catch (IOException e) {
      end.compareAndSet(null, new StowException("Cannot read " + e.getMessage(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static StoreReport report(StoreScu.Result result) {
    List<String> stored = new ArrayList<>();
    List<StoreReport.Problem> warned = new ArrayList<>();
    List<StoreReport.Problem> failed = new ArrayList<>();
    result
        .statuses()
        .forEach(
            (file, status) -> {
              String uid = uid(file);
              if (status == 0) {
                stored.add(uid);
              } else if (StoreScu.Result.isStored(status)) {
                warned.add(new StoreReport.Problem(uid, status));
              } else {
                failed.add(new StoreReport.Problem(uid, Math.max(0, status)));
              }
            });
    return new StoreReport(stored, warned, failed, Set.of());
  }

  private static String uid(Path file) {
    try {
      return DicomFile.head(file).sopInstanceUid();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      return file.toString();
    }
  }
}
