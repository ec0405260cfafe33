package org.radcanon.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table that is there as a whole or not at all: written beside its place and moved there by
 * {@link #commit()}; without that nothing is left of it.
 */
final class OutputTable implements AutoCloseable {

  private final Path file;
  private final Path temporary;
  private final BufferedWriter writer;
  private final CSVPrinter printer;

  private OutputTable(Path file, Path temporary, BufferedWriter writer, CSVPrinter printer) {
    this.file = file;
    this.temporary = temporary;
    this.writer = writer;
    this.printer = printer;
  }

  static OutputTable create(Path file, CSVFormat format, boolean byteOrderMark) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CommandException(file + " is a directory");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new CommandException(file + " is no ordinary file");
    }
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (!Files.isDirectory(folder)) {
      throw new CommandException(folder + ": no such directory");
    }
    Path temporary = folder.resolve("." + target.getFileName() + ".radcanon-tmp");
    BufferedWriter writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8);
    if (byteOrderMark) {
      writer.write('\uFEFF');
    }
    return new OutputTable(target, temporary, writer, new CSVPrinter(writer, format));
  }

  /** RFC 4180 with a plain line feed. */
  static OutputTable create(Path file) throws IOException {
    return create(file, CSVFormat.RFC4180.builder().setRecordSeparator("\n").get(), false);
  }

  void row(List<String> values) throws IOException {
    printer.printRecord(values);
  }

  /** For a table that writes itself. */
  Appendable appendable() {
    return writer;
  }

  void commit() throws IOException {
    printer.close(true);
    try {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Throws away what was not committed. */
  @Override
  public void close() throws IOException {
    printer.close();
    Files.deleteIfExists(temporary);
  }
}
