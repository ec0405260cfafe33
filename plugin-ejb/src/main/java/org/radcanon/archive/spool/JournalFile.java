package org.radcanon.archive.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.radcanon.archive.Directories;

/**
 * The journal as a file that grows at its end. A write that fails leaves nothing behind that a
 * later one would continue: the next one begins where the last whole line ended. Not safe for use
 * by many threads.
 *
 * <pre>
 * journal = head line*
 * head    = "# radcanon spool, last sequence" sequence      ; so that no number comes twice
 * </pre>
 */
final class JournalFile implements Closeable {

  static final String HEAD = "# radcanon spool, last sequence\t";

  private final FileChannel channel;
  private long end;
  private int lines;

  private JournalFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Writes a new journal and puts it in the place of the one before in one step. */
  static JournalFile replace(Path file, long lastSequence, List<JournalLine> lines)
      throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    FileChannel channel = FileChannel.open(next, CREATE, TRUNCATE_EXISTING, WRITE);
    try {
      JournalFile journal = new JournalFile(channel);
      journal.append(HEAD + SpoolDirectory.digits(lastSequence) + "\n");
      journal.append(lines);
      journal.force();
      Files.move(next, file, ATOMIC_MOVE);
      Directories.force(file.getParent());
      return journal;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  void append(List<JournalLine> more) throws IOException {
    StringBuilder text = new StringBuilder();
    more.forEach(line -> text.append(line.text()).append('\n'));
    append(text.toString());
    lines += more.size();
  }

  private void append(String text) throws IOException {
    if (channel.size() > end) {
      channel.truncate(end);
    }
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
    long at = end;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
    end = at;
  }

  long end() {
    return end;
  }

  /** What came behind this end does not count, and goes with the next line. */
  void rollBack(long to) {
    end = to;
  }

  void force() throws IOException {
    channel.force(true);
  }

  int lines() {
    return lines;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
