package org.radcanon.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.radcanon.dicom.DicomException.Reason;

/**
 * A stream with a window of bytes to look at. It either <em>holds</em> what is passed over (the
 * window grows, within the limit) or lets it <em>run</em> into a sink in big chunks.
 */
final class Source {

  /** What is looked at in one go; bulk does not pass through the window. */
  private static final int WINDOW = 8 << 10;

  private static final byte[] NOTHING = {};

  /** Null where the window is all there is. */
  private final InputStream in;

  private final int limit;

  private byte[] window;
  private int position;
  private int end;

  /** Offset in the stream of {@code window[0]}, less what was dropped out of a held window. */
  private long base;

  /** The bytes held so far; null while running. */
  private Held held = new Held();

  /** The window has bytes before the position that somebody still holds. */
  private boolean shared;

  private int charged;

  /** Where running bytes go; null lets them vanish. */
  private Outlet sink;

  /** While running: the first byte of the window that the sink has not got yet. */
  private int unsent;

  /** Bytes that stay; the array changes while they are still being read. */
  static final class Held {
    byte[] bytes;
  }

  Source(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
    this.window = in == null ? NOTHING : Chunks.take();
    held.bytes = window;
  }

  /** A part of the bytes that another one holds, to be read once more. */
  static Source over(Source holder, int from, int to) {
    Source part = new Source(null, holder.limit);
    part.held = holder.held;
    part.window = holder.window;
    part.base = holder.base;
    part.position = from;
    part.end = to;
    part.charged = holder.charged;
    return part;
  }

  /** Bytes that are held anyway. */
  static Source of(byte[] bytes) {
    Source whole = new Source(null, Integer.MAX_VALUE);
    whole.window = bytes;
    whole.held.bytes = bytes;
    whole.end = bytes.length;
    return whole;
  }

  byte[] window() {
    return window;
  }

  int position() {
    return position;
  }

  /** Where in the stream the next byte stands. */
  long offset() {
    return base + position;
  }

  int available() {
    return end - position;
  }

  Held held() {
    return held;
  }

  /** Takes something that is kept on account of the stream into the limit of held bytes. */
  void charge(int bytes) {
    charged += bytes;
    requireRoom(0);
  }

  /** There are {@code count} more bytes, and they stand in the window now. */
  boolean has(int count) throws IOException {
    return available() >= count || fill(count);
  }

  void need(int count) throws IOException {
    if (!has(count)) {
      throw truncated();
    }
  }

  /** Passes over bytes that stand in the window. */
  void advance(int count) {
    position += count;
  }

  /** Passes over a value: holds it, or lets it run. */
  void pass(long count) throws IOException {
    if (count <= available()) {
      position += (int) count;
    } else if (held != null) {
      requireRoom(count);
      need((int) count);
      position += (int) count;
    } else {
      run(count);
    }
  }

  /** Passes over a value without holding it: later bytes close up in the window. */
  void drop(long count) throws IOException {
    int inside = (int) Math.min(count, available());
    System.arraycopy(window, position + inside, window, position, end - position - inside);
    end -= inside;
    base += inside;
    if (count > inside) {
      grow(position + WINDOW);
      for (long rest = count - inside; rest > 0; ) {
        int read = in.read(window, position, (int) Math.min(rest, window.length - position));
        if (read < 0) {
          throw truncated();
        }
        rest -= read;
        base += read;
      }
    }
  }

  /** Takes the window's unread bytes away from here; the rest is still in the stream below. */
  byte[] takeRest() {
    byte[] rest = Arrays.copyOfRange(window, position, end);
    end = position;
    return rest;
  }

  /** From here on bytes run into the sink; null lets them vanish. */
  void run(Outlet target) throws IOException {
    if (held == null) {
      send(position);
    } else {
      settle();
    }
    unsent = position;
    sink = target;
  }

  /**
   * What was held so far is held no longer by this: a chunk is to be used again, so its bytes get
   * an array of their own; a window that has grown is theirs.
   */
  private void settle() {
    if (window.length == Chunks.SIZE) {
      held.bytes = Arrays.copyOf(window, position);
    } else {
      shared = true;
    }
    held = null;
  }

  /** Nothing is read any more; the window can serve others. What is held stays with its holder. */
  void close() {
    if (held == null && !shared) {
      Chunks.giveBack(window);
    }
    window = NOTHING;
    position = 0;
    end = 0;
    unsent = 0;
  }

  /** From here on bytes are held; returns where they are held. */
  Held hold() throws IOException {
    send(position);
    freshWindow();
    held = new Held();
    held.bytes = window;
    charged = 0;
    return held;
  }

  /** Everything passed over so far is in the sink. */
  void flush() throws IOException {
    send(position);
  }

  private void freshWindow() {
    byte[] left = window;
    moveTo(new byte[Math.max(WINDOW, available())]);
    if (!shared) {
      Chunks.giveBack(left);
    }
    shared = false;
  }

  /** The bytes to come move to the beginning of a window, which may be the same. */
  private void moveTo(byte[] target) {
    System.arraycopy(window, position, target, 0, available());
    end = available();
    base += position;
    position = 0;
    unsent = 0;
    window = target;
  }

  private void run(long count) throws IOException {
    send(end);
    long rest = count - available();
    position = end;
    unsent = end;
    long passed = sink == null ? skip(rest) : sink.transferFrom(in, rest);
    base += passed;
    if (passed < rest) {
      throw truncated();
    }
  }

  private long skip(long count) throws IOException {
    if (shared) {
      freshWindow();
    }
    long rest = count;
    while (rest > 0) {
      int read = in.read(window, 0, (int) Math.min(rest, window.length));
      if (read < 0) {
        break;
      }
      rest -= read;
    }
    return count - rest;
  }

  private void send(int to) throws IOException {
    if (to > unsent && held == null && sink != null) {
      sink.write(window, unsent, to - unsent);
    }
    unsent = to;
  }

  private boolean fill(int count) throws IOException {
    if (in == null) {
      return false;
    }
    if (held != null) {
      requireRoom(count);
    } else {
      send(position);
      if (shared) {
        freshWindow();
      } else {
        moveTo(window);
      }
    }
    while (available() < count) {
      grow(end + 1);
      int read = in.read(window, end, Math.min(window.length - end, Chunks.SIZE));
      if (read < 0) {
        return false;
      }
      end += read;
    }
    return true;
  }

  private void grow(int capacity) {
    if (capacity > window.length) {
      window = Arrays.copyOf(window, Math.max(capacity, window.length * 2));
      if (held != null) {
        held.bytes = window;
      }
    }
  }

  private void requireRoom(long count) {
    if ((long) position + count + charged > limit) {
      throw new DicomException(
          Reason.LIMIT_EXCEEDED, "more than %d bytes would have to be held".formatted(limit));
    }
  }

  private DicomException truncated() {
    return new DicomException(
        Reason.TRUNCATED, "the stream ends inside an element, at byte %d".formatted(base + end));
  }
}
