package org.radcanon.command;

import java.io.PrintWriter;

/**
 * Where a command speaks, and what it is configured with.
 *
 * @param out for results
 * @param err for progress and faults
 * @param interactive whether {@code err} is a screen on which a line can be written over
 */
record Terminal(
    PrintWriter out, PrintWriter err, boolean interactive, Configuration configuration) {

  void say(String line) {
    out.println(line);
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
