package org.radcanon.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** One run of the command line, as a person sees it. */
record CommandLineRun(int exit, String out, String err) {

  static CommandLineRun of(String... arguments) {
    return of(Map.of(), false, arguments);
  }

  static CommandLineRun of(Map<String, String> properties, boolean screen, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out),
            new PrintWriter(err),
            screen,
            new Configuration(properties::get, Map.of(), Path.of("target")));
    int exit = Main.run(terminal, arguments);
    return new CommandLineRun(exit, out.toString(), err.toString());
  }
}
