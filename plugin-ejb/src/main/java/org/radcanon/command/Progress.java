package org.radcanon.command;

import java.io.PrintWriter;
import java.util.Locale;

/** A bar on a screen, written over itself a few times a second; nothing anywhere else. */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 40;
  private static final long PAUSE = 100_000_000L;

  private final PrintWriter screen;
  private final boolean shown;
  private long next = System.nanoTime();

  Progress(Terminal terminal) {
    screen = terminal.err();
    shown = terminal.interactive();
  }

  /**
   * @param part of the work, from 0 to 1
   * @param done what has been done, in words
   */
  void at(double part, String done) {
    if (shown && System.nanoTime() - next >= 0) {
      next = System.nanoTime() + PAUSE;
      draw(part, done);
    }
  }

  private void draw(double part, String done) {
    int full = (int) Math.round(part * WIDTH);
    String bar = "#".repeat(full) + ".".repeat(WIDTH - full);
    screen.print(String.format(Locale.ROOT, "\r[%s] %3.0f %%  %s ", bar, part * 100, done));
    screen.flush();
  }

  /** Leaves an empty line behind. */
  @Override
  public void close() {
    if (shown) {
      screen.print("\r\u001B[K");
      screen.flush();
    }
  }
}
