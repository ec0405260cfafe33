package org.radcanon.archive.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.radcanon.archive.ArchiveException;
import org.radcanon.archive.FreeSpace;

/** Makes what several threads want durable so with one forcing for all that wait. */
final class GroupCommit<T> {

  /** Writes and forces. */
  interface Flush<T> {
    void flush(List<T> items) throws IOException;
  }

  private static final class Batch<T> {
    final List<T> items = new ArrayList<>();
    boolean done;
    IOException failure;
  }

  private final Flush<T> flush;
  private final Lock turn = new ReentrantLock();
  private Batch<T> open = new Batch<>();

  GroupCommit(Flush<T> flush) {
    this.flush = flush;
  }

  /**
   * Returns once the items are durable.
   *
   * @throws ArchiveException when they are not; then none of those that were flushed together is
   */
  void commit(List<T> items) throws ArchiveException {
    Batch<T> mine = join(items);
    turn.lock();
    try {
      if (!mine.done) {
        begin();
        run(mine);
      }
    } finally {
      turn.unlock();
    }
    if (mine.failure != null) {
      throw FreeSpace.failure("the spool's journal cannot be written", mine.failure);
    }
  }

  private synchronized Batch<T> join(List<T> items) {
    open.items.addAll(items);
    return open;
  }

  private synchronized void begin() {
    open = new Batch<>();
  }

  private void run(Batch<T> batch) {
    batch.done = true;
    try {
      flush.flush(batch.items);
    } catch (IOException e) {
      batch.failure = e;
    } catch (RuntimeException e) {
      batch.failure = new IOException(e);
    }
  }
}
