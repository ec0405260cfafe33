package org.radcanon.archive.spool;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.spool.JournalLine.Event;
import org.radcanon.archive.spool.JournalReader.Known;
import org.radcanon.archive.spool.SpoolDirectory.Named;
import org.radcanon.dicom.DataSet;
import org.radcanon.dicom.DicomException;
import org.radcanon.dicom.DicomStream;
import org.radcanon.dicom.ReadLimits;
import org.radcanon.dicom.Tag;

/**
 * What a directory holds that was left by an earlier run, however that ended. The files say what is
 * there; the journal, and where it has no line the file's own header, says what they are.
 */
final class Recovery {

  private final SpoolDirectory directory;
  private final SpoolEvents events;
  private final Clock clock;
  private final JournalReader journal;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<SetAside> setAside = new ArrayList<>();
  private final Set<Long> found = new HashSet<>();
  private long lastSequence;

  private Recovery(
      SpoolDirectory directory, SpoolEvents events, Clock clock, JournalReader journal) {
    this.directory = directory;
    this.events = events;
    this.clock = clock;
    this.journal = journal;
    this.lastSequence = journal.lastSequence();
  }

  static Recovery of(SpoolDirectory directory, SpoolEvents events, Clock clock) throws IOException {
    JournalReader journal = JournalReader.read(directory.journal());
    Recovery recovery = new Recovery(directory, events, clock, journal);
    recovery.run();
    return recovery;
  }

  List<Waiting> waiting() {
    return waiting;
  }

  List<SetAside> setAside() {
    return setAside;
  }

  long lastSequence() {
    return lastSequence;
  }

  private void run() throws IOException {
    for (Named file : named(directory.waiting())) {
      takeWaiting(file);
    }
    for (Named file : named(directory.refused())) {
      takeSetAside(file);
    }
    named(directory.discarded());
    if (journal.damaged() > 0) {
      events.journalDamaged(journal.damaged());
    }
    journal.known().values().forEach(this::requireFile);
  }

  private List<Named> named(Path folder) throws IOException {
    List<Named> files = new ArrayList<>();
    for (Path file : SpoolDirectory.list(folder)) {
      Optional<Named> named = SpoolDirectory.named(file);
      named.ifPresent(files::add);
      named.ifPresent(name -> found.add(name.sequence()));
      lastSequence = Math.max(lastSequence, named.map(Named::sequence).orElse(0L));
      if (named.isEmpty() && !file.toString().endsWith(".txt")) {
        events.strange(file.getFileName().toString());
      }
    }
    return files;
  }

  private void takeWaiting(Named file) throws IOException {
    Optional<Known> known = known(file);
    if (known.isPresent() && known.get().last().event() == Event.DELIVERED) {
      Files.deleteIfExists(file.file());
      return;
    }
    Optional<Spooled> spooled = spooled(file, known);
    if (spooled.isEmpty()) {
      events.strange(file.file().getFileName().toString());
      return;
    }
    if (known.isEmpty()) {
      events.takenUp(file.sequence(), spooled.get().key());
    }
    Instant accepted =
        known.map(Known::first).orElse(Files.getLastModifiedTime(file.file()).toInstant());
    waiting.add(new Waiting(spooled.get(), accepted));
  }

  private void takeSetAside(Named file) throws IOException {
    Optional<Known> known = known(file);
    Optional<Spooled> spooled = spooled(file, known);
    if (spooled.isEmpty()) {
      events.strange(file.file().getFileName().toString());
      return;
    }
    Spooled is = spooled.get();
    setAside.add(
        new SetAside(
            is.sequence(),
            is.instance(),
            is.bytes(),
            known.map(k -> k.last().time()).orElse(clock.instant()),
            known.map(k -> k.last().attempts()).orElse(0),
            known.map(k -> k.last().reason()).orElse("not known")));
  }

  private Optional<Known> known(Named file) {
    return Optional.ofNullable(journal.known().get(file.sequence()))
        .filter(k -> k.last().spooled().key().instance().equals(file.instance()));
  }

  private static Optional<Spooled> spooled(Named file, Optional<Known> known) throws IOException {
    return known.isPresent()
        ? known.map(k -> k.last().spooled())
        : header(file.file())
            .map(i -> new Spooled(file.sequence(), i, file.file().toFile().length()));
  }

  private static Optional<Instance> header(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      DicomStream stream =
          DicomStream.open(in, Optional.empty(), Tag.SeriesInstanceUID, ReadLimits.DEFAULT);
      DataSet header = stream.header();
      InstanceKey key =
          new InstanceKey(
              header.string(Tag.StudyInstanceUID).orElse(""),
              header.string(Tag.SeriesInstanceUID).orElse(""),
              header.string(Tag.SOPInstanceUID).orElse(""));
      String sopClass = header.string(Tag.SOPClassUID).orElse("");
      return Optional.of(new Instance(key, sopClass, stream.transferSyntax().uid()));
    } catch (DicomException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Files that were set aside or discarded are a person's to delete; others are not. */
  private void requireFile(Known known) {
    Event last = known.last().event();
    boolean ours = last == Event.ACCEPTED || last == Event.ATTEMPT || last == Event.RELEASED;
    if (ours && !found.contains(known.last().spooled().sequence())) {
      events.missing(known.last().spooled().sequence(), known.last().spooled().key());
    }
  }
}
