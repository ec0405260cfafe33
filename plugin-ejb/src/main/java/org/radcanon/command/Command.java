package org.radcanon.command;

import java.io.IOException;
import java.util.Set;

/** A command of the line. */
interface Command {

  /** Synopsis, what it does, its options, an example; the first line is the synopsis. */
  String help();

  /** The options that take a value, such as {@code --map}. */
  Set<String> options();

  /**
   * @return the exit code
   * @throws UsageException when the arguments make no sense
   * @throws CommandException when what is asked for cannot be done
   */
  int run(Arguments arguments, Terminal terminal) throws IOException;
}
