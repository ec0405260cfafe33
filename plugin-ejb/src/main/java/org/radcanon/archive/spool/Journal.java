package org.radcanon.archive.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.Directories;

/** The journal that is open; safe for use by many threads. */
final class Journal implements Closeable {

  private final SpoolDirectory directory;
  private final GroupCommit<JournalLine> commits = new GroupCommit<>(this::flush);
  private final List<JournalLine> overdue = new ArrayList<>();
  private JournalFile file;
  private boolean closed;

  private Journal(SpoolDirectory directory, JournalFile file) {
    this.directory = directory;
    this.file = file;
  }

  /** Begins with what is known already. */
  static Journal open(SpoolDirectory directory, long lastSequence, List<JournalLine> lines)
      throws IOException {
    return new Journal(directory, JournalFile.replace(directory.journal(), lastSequence, lines));
  }

  /** Returns once the lines, and the names in {@code waiting} before them, are on the disk. */
  void commit(List<JournalLine> lines) throws ArchiveException {
    commits.commit(lines);
  }

  private void flush(List<JournalLine> lines) throws IOException {
    Directories.force(directory.waiting());
    JournalFile written;
    long before;
    synchronized (this) {
      requireOpen();
      written = file;
      before = written.end();
      append(lines);
    }
    try {
      written.force();
    } catch (IOException e) {
      synchronized (this) {
        written.rollBack(before);
      }
      throw e;
    }
  }

  private void append(List<JournalLine> lines) throws IOException {
    List<JournalLine> all = new ArrayList<>(overdue);
    all.addAll(lines);
    file.append(all);
    overdue.clear();
  }

  /** Writes a line that may be lost in a crash. */
  synchronized void note(JournalLine line) throws IOException {
    requireOpen();
    append(List.of(line));
  }

  /** A line that cannot be written now comes before the next one that can. */
  synchronized void later(JournalLine line) {
    overdue.add(line);
  }

  /** Begins anew with what is still of use. No line may be on its way meanwhile. */
  synchronized void compact(long lastSequence, List<JournalLine> lines) throws IOException {
    requireOpen();
    JournalFile before = file;
    file = JournalFile.replace(directory.journal(), lastSequence, lines);
    overdue.clear();
    before.close();
  }

  synchronized int lines() {
    return file.lines();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized void refuseIfClosed() throws ArchiveException {
    if (closed) {
      throw new ArchiveException("the spool is closed");
    }
  }

  private void requireOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    file.close();
  }
}
