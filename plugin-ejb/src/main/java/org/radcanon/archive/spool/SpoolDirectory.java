package org.radcanon.archive.spool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the files of the spool lie.
 *
 * <pre>
 * directory = "lock" "journal" incoming waiting refused discarded
 * incoming  = (random ".part")*               ; arriving, not acknowledged; or spare
 * waiting   = (name ".dcm")*                  ; acknowledged, forced; the archive has it not yet
 * refused   = (name ".dcm" name ".txt")*      ; acknowledged, set aside, and why
 * discarded = (name ".dcm" name ".txt")*      ; given up by a person, who may delete it
 * name      = sequence "-" SOP-Instance-UID
 * sequence  = 12 digits                       ; ascending in the order of acknowledgement
 * </pre>
 *
 * <p>Where the file of an instance lies says what holds for it; the journal only knows more about
 * it. So a name is changed first, or last, but never halfway.
 */
record SpoolDirectory(Path root) {

  private static final Pattern NAME = Pattern.compile("([0-9]{12})-([0-9.]{1,64})\\.dcm");

  /** A file of the spool by its name. */
  record Named(long sequence, String instance, Path file) {}

  Path lock() {
    return root.resolve("lock");
  }

  Path journal() {
    return root.resolve("journal");
  }

  Path incoming() {
    return root.resolve("incoming");
  }

  Path waiting() {
    return root.resolve("waiting");
  }

  Path refused() {
    return root.resolve("refused");
  }

  Path discarded() {
    return root.resolve("discarded");
  }

  Path waiting(Spooled spooled) {
    return waiting().resolve(name(spooled) + ".dcm");
  }

  Path refused(Spooled spooled) {
    return refused().resolve(name(spooled) + ".dcm");
  }

  Path reason(Spooled spooled) {
    return refused().resolve(name(spooled) + ".txt");
  }

  Path discarded(Path file) {
    return discarded().resolve(file.getFileName());
  }

  static String digits(long sequence) {
    return "%012d".formatted(sequence);
  }

  private static String name(Spooled spooled) {
    return digits(spooled.sequence()) + "-" + spooled.key().instance();
  }

  static Optional<Named> named(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches()
        ? Optional.of(new Named(Long.parseLong(name.group(1)), name.group(2), file))
        : Optional.empty();
  }

  static List<Path> list(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(files::add);
    }
    files.sort(null);
    return files;
  }
}
