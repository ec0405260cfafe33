package org.radcanon.archive.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what a journal says of each instance; the last line may be torn. */
final class JournalReader {

  /** What is known of one instance. */
  record Known(Instant first, JournalLine last) {}

  private final Map<Long, Known> known = new TreeMap<>();
  private long lastSequence;
  private int damaged;

  private JournalReader() {}

  static JournalReader read(Path file) throws IOException {
    JournalReader reader = new JournalReader();
    if (Files.exists(file)) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
        reader.read(lines);
      }
    }
    return reader;
  }

  private void read(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null) {
      String next = lines.readLine();
      if (!take(line) && next != null) {
        damaged++;
      }
      line = next;
    }
  }

  private boolean take(String text) {
    if (text.startsWith(JournalFile.HEAD)) {
      return takeHead(text.substring(JournalFile.HEAD.length()));
    }
    Optional<JournalLine> line = JournalLine.parse(text);
    line.ifPresent(this::take);
    return line.isPresent();
  }

  private boolean takeHead(String digits) {
    if (!digits.matches("[0-9]{12}")) {
      return false;
    }
    lastSequence = Math.max(lastSequence, Long.parseLong(digits));
    return true;
  }

  private void take(JournalLine line) {
    long sequence = line.spooled().sequence();
    lastSequence = Math.max(lastSequence, sequence);
    known.merge(sequence, new Known(line.time(), line), (a, b) -> new Known(a.first(), b.last()));
  }

  Map<Long, Known> known() {
    return known;
  }

  long lastSequence() {
    return lastSequence;
  }

  /** Lines, but for the last, that made no sense. */
  int damaged() {
    return damaged;
  }
}
