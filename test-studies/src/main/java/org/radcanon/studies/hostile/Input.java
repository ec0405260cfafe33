package org.radcanon.studies.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * A named stream of bytes, the same at each opening.
 *
 * @param name what is wrong or odd with it, in a few words
 * @param size bytes it yields when read to its end
 * @param source opens it
 */
public record Input(String name, long size, Supplier<InputStream> source) {

  private static final long SMALL = 4 << 20;

  static Input of(String name, byte[] bytes) {
    return new Input(name, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  public InputStream open() {
    return source.get();
  }

  /** Small enough for {@link #bytes()}: up to 4 MiB, however large it may inflate. */
  public boolean small() {
    return size <= SMALL;
  }

  /**
   * @throws IllegalStateException unless it is small
   */
  public byte[] bytes() {
    if (!small()) {
      throw new IllegalStateException(name + " has " + size + " bytes");
    }
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name, for parameterised tests. */
  @Override
  public String toString() {
    return name;
  }
}
