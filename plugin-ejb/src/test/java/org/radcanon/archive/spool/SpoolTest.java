package org.radcanon.archive.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.radcanon.archive.Archive;
import org.radcanon.archive.Archive.Content;
import org.radcanon.archive.Instance;
import org.radcanon.archive.InstanceKey;
import org.radcanon.archive.Outcome;
import org.radcanon.archive.Outcome.Change;
import org.radcanon.archive.Outcome.Kept;

/** What the spool's tests share: a spool in a directory before a fake archive, and its threads. */
abstract class SpoolTest {

  static final Outcome SPOOLED = Kept.as(Change.SPOOLED);
  static final Outcome NEW = Kept.as(Change.NEW);
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir Path directory;

  final FakeRemote remote = new FakeRemote();
  final ManualThreads threads = new ManualThreads();
  final RecordedEvents events = new RecordedEvents();
  private final List<SpoolingArchive> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(one -> one.close(Duration.ZERO));
  }

  SpoolSettings settings() {
    return new SpoolSettings(directory, 1 << 20, 0, true, FIRST, LONGEST, 4, 3);
  }

  SpoolSettings refusing() {
    return new SpoolSettings(directory, 1 << 20, 0, false, FIRST, LONGEST, 4, 3);
  }

  SpoolingArchive open() throws IOException {
    return open(settings());
  }

  SpoolingArchive open(SpoolSettings settings) throws IOException {
    SpoolingArchive archive =
        SpoolingArchive.open(
            settings, remote, threads, threads, threads.clock(), new Random(1), events);
    opened.add(archive);
    return archive;
  }

  /** Instance n of study s. */
  static InstanceKey key(int study, int n) {
    return new InstanceKey("1.2." + study, "1.2." + study + ".1", "1.2." + study + ".1." + n);
  }

  static Instance instance(int study, int n) {
    return new Instance(key(study, n), "1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.1.2.1");
  }

  static Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  static Outcome store(Archive archive, int study, int n, String text) throws IOException {
    return archive.store(instance(study, n), text(text));
  }

  static String read(Archive archive, InstanceKey key) throws IOException {
    try (InputStream in = archive.retrieve(key).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  /** The names in a folder of the spool. */
  List<String> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  List<String> journal() throws IOException {
    return Files.readAllLines(directory.resolve("journal"));
  }

  /** The events in the journal with their numbers. */
  List<String> journalEvents() throws IOException {
    return journal().stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .map(fields -> fields[1] + " " + Long.parseLong(fields[2]))
        .toList();
  }
}
