package org.radcanon.archive.spool;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.radcanon.archive.Directories;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.spool.JournalLine.Event;

/** The instances that were set aside, with their files. Safe for use by many threads. */
final class Refused {

  private final SpoolDirectory directory;
  private final Map<Long, SetAside> all = new TreeMap<>();

  Refused(SpoolDirectory directory, Collection<SetAside> found) {
    this.directory = directory;
    found.forEach(one -> all.put(one.sequence(), one));
  }

  static SetAside of(JournalLine line) {
    Spooled spooled = line.spooled();
    return new SetAside(
        spooled.sequence(),
        spooled.instance(),
        spooled.bytes(),
        line.time(),
        line.attempts(),
        line.reason());
  }

  synchronized void add(JournalLine line) throws IOException {
    Spooled spooled = line.spooled();
    Files.writeString(directory.reason(spooled), report(line));
    Files.move(directory.waiting(spooled), directory.refused(spooled), ATOMIC_MOVE);
    Directories.force(directory.refused());
    all.put(spooled.sequence(), of(line));
  }

  private static String report(JournalLine line) {
    InstanceKey key = line.spooled().key();
    return """
        reason: %s
        time: %s
        attempts: %d
        study: %s
        series: %s
        instance: %s
        SOP class: %s
        transfer syntax: %s
        """
        .formatted(
            line.reason(),
            line.time(),
            line.attempts(),
            key.study(),
            key.series(),
            key.instance(),
            line.spooled().instance().sopClass(),
            line.spooled().instance().transferSyntax());
  }

  /** Moves one back among those that wait, with its old number. */
  synchronized Optional<Waiting> release(long sequence, Instant now) throws IOException {
    Optional<SetAside> found = move(sequence, directory.waiting());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Files.deleteIfExists(directory.reason(spooled(found.get())));
    return found.map(one -> new Waiting(spooled(one), now));
  }

  /** Moves one, and its report, where it only waits for being deleted. */
  synchronized Optional<SetAside> discard(long sequence) throws IOException {
    Optional<SetAside> found = move(sequence, directory.discarded());
    if (found.isPresent()) {
      Path report = directory.reason(spooled(found.get()));
      if (Files.exists(report)) {
        Files.move(report, directory.discarded(report), ATOMIC_MOVE);
      }
    }
    return found;
  }

  /** Empty where there is none, or where a person has removed its file. */
  private Optional<SetAside> move(long sequence, Path to) throws IOException {
    SetAside one = all.get(sequence);
    if (one == null) {
      return Optional.empty();
    }
    Path file = directory.refused(spooled(one));
    try {
      Files.move(file, to.resolve(file.getFileName()), ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      all.remove(sequence);
      return Optional.empty();
    }
    all.remove(sequence);
    Directories.force(to);
    return Optional.of(one);
  }

  private static Spooled spooled(SetAside one) {
    return new Spooled(one.sequence(), one.instance(), one.bytes());
  }

  synchronized int count() {
    return all.size();
  }

  synchronized List<SetAside> list(int limit, int offset) {
    return all.values().stream().skip(offset).limit(limit).toList();
  }

  synchronized List<JournalLine> lines() {
    return all.values().stream()
        .map(
            one ->
                new JournalLine(
                    one.time(), Event.SET_ASIDE, spooled(one), one.attempts(), one.reason()))
        .toList();
  }
}
