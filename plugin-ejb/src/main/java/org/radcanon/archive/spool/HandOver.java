package org.radcanon.archive.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Optional;
import org.radcanon.archive.Archive;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.InconclusiveException;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Kept;
import org.radcanon.archive.Outcome.Refused;
import org.radcanon.archive.Outcome.Unavailable;

/** Hands one instance that waits over to the archive, and settles what comes of it. */
final class HandOver {

  private static final int BLOCK = 128 << 10;

  private final Spool spool;
  private final Archive archive;
  private final Link link;
  private final int maximumAttempts;
  private final Clock clock;
  private final SpoolEvents events;

  HandOver(
      Spool spool,
      Archive archive,
      Link link,
      int maximumAttempts,
      Clock clock,
      SpoolEvents events) {
    this.spool = spool;
    this.archive = archive;
    this.link = link;
    this.maximumAttempts = maximumAttempts;
    this.clock = clock;
    this.events = events;
  }

  /** Why the archive would not take an instance now. */
  Optional<String> askArchive() {
    try {
      return archive.unavailable();
    } catch (RuntimeException e) {
      events.archiveBroken(e);
      return Optional.of("asking the archive failed");
    }
  }

  /** Tries it, and gives it back to its lane. */
  void run(Waiting waiting) {
    try {
      waiting.attempts++;
      settle(waiting, attempt(waiting));
    } catch (NoSuchFileException e) {
      spool.missing(waiting);
    } catch (IOException e) {
      unreadable(waiting);
    }
  }

  private Outcome attempt(Waiting waiting) throws IOException {
    try (InputStream in = spool.open(waiting)) {
      return archive.store(waiting.spooled.instance(), out -> copy(in, out));
    } catch (ArchiveException e) {
      return new Unavailable(e);
    } catch (RuntimeException e) {
      events.archiveBroken(e);
      return new Unavailable(new ArchiveException("the archive's own code failed", e));
    }
  }

  private static void copy(InputStream in, java.io.OutputStream out) throws IOException {
    byte[] block = new byte[BLOCK];
    int length = in.read(block);
    while (length >= 0) {
      out.write(block, 0, length);
      length = in.read(block);
    }
  }

  private void settle(Waiting waiting, Outcome outcome) {
    if (outcome instanceof Kept) {
      link.confirmed();
      spool.delivered(waiting);
    } else if (outcome instanceof Refused refused) {
      link.confirmed();
      setAside(waiting, "%04X %s".formatted(refused.status(), refused.reason()));
    } else if (outcome instanceof Unavailable unavailable) {
      failed(waiting, unavailable);
    }
  }

  /** It did not take it, but for a reason that tells neither of the archive nor of the instance. */
  static boolean isInconclusive(Outcome outcome) {
    return outcome instanceof Unavailable unavailable
        && unavailable.cause() instanceof InconclusiveException;
  }

  static String reason(Unavailable unavailable) {
    return String.valueOf(unavailable.cause().getMessage());
  }

  private void failed(Waiting waiting, Unavailable outcome) {
    String reason = reason(outcome);
    spool.attempted(waiting, reason);
    if (isInconclusive(outcome)) {
      waiting.ownFailures++;
      postpone(waiting);
      return;
    }
    Optional<String> why = askArchive();
    if (why.isPresent() || !link.isOnlyOneThatFails(waiting.spooled.sequence())) {
      link.tryFailed(why.orElse(reason));
      spool.lanes().passedOver(waiting);
      return;
    }
    link.hopeful();
    long through = link.confirmations();
    if (waiting.counted == 0 || through > waiting.confirmations) {
      waiting.counted++;
    }
    waiting.confirmations = through;
    rest(waiting, reason);
  }

  /** No archive has anything to do with a file that the disk does not give. */
  private void unreadable(Waiting waiting) {
    String reason = "its file cannot be read";
    spool.attempted(waiting, reason);
    waiting.counted++;
    rest(waiting, reason);
  }

  private void rest(Waiting waiting, String reason) {
    waiting.ownFailures++;
    if (waiting.counted >= maximumAttempts) {
      setAside(waiting, reason);
      return;
    }
    postpone(waiting);
  }

  private void postpone(Waiting waiting) {
    waiting.notBefore = clock.instant().plus(link.restAfter(Math.max(1, waiting.ownFailures)));
    spool.lanes().postponed(waiting);
  }

  private void setAside(Waiting waiting, String reason) {
    try {
      spool.setAside(waiting, reason);
    } catch (IOException e) {
      events.directoryFailed(new ArchiveException("an instance cannot be set aside", e));
      waiting.ownFailures++;
      postpone(waiting);
    }
  }
}
