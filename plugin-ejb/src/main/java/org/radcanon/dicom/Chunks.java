package org.radcanon.dicom;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Buffers of one size that go from instance to instance: to clear a fresh one costs as much as to
 * read a header. A few are kept; nobody keeps one that is given back.
 */
final class Chunks {

  static final int SIZE = 64 << 10;

  private static final Queue<byte[]> IDLE = new ArrayBlockingQueue<>(16);

  private Chunks() {}

  static byte[] take() {
    byte[] idle = IDLE.poll();
    return idle == null ? new byte[SIZE] : idle;
  }

  /** Takes a buffer back; one that has grown is left to the collector. */
  static void giveBack(byte[] chunk) {
    if (chunk.length == SIZE) {
      IDLE.offer(chunk);
    }
  }
}
