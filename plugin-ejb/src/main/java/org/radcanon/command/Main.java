package org.radcanon.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcanon.terminology.table.Fault;
import org.radcanon.terminology.table.TableException;

/** Finds the command, runs it, and turns what goes wrong into a sentence and an exit code. */
public final class Main {

  /** Done. */
  static final int DONE = 0;

  /** What was asked for is not there, or what was given was refused. */
  static final int FAILED = 1;

  /** Wrong usage. */
  static final int USAGE = 2;

  private static final int FAULTS_SHOWN = 50;
  private static final Map<String, Command> COMMANDS = commands();

  private Main() {}

  private static Map<String, Command> commands() {
    Map<String, Command> commands = new LinkedHashMap<>();
    commands.put("resolve", new ResolveCommand());
    commands.put("translate", new TranslateCommand());
    commands.put("rimag", new RimagCommand());
    commands.put("import", new ImportCommand());
    commands.put("build-map", new BuildMapCommand());
    commands.put("report", new ReportCommand());
    return commands;
  }

  public static void main(String[] arguments) {
    Terminal terminal =
        new Terminal(
            utf8(System.out),
            utf8(System.err),
            Boolean.getBoolean("radcanon.progress"),
            new Configuration(System::getProperty, System.getenv(), Path.of("")));
    System.exit(run(terminal, arguments));
  }

  /** As from the command line; gives the exit code. */
  static int run(Terminal terminal, String... arguments) {
    try {
      return command(terminal, List.of(arguments));
    } catch (UsageException e) {
      terminal.err().println("radcanon: " + e.getMessage());
      terminal.err().println("Try --help.");
      return USAGE;
    } catch (TableException e) {
      faults(terminal, e.faults());
      return FAILED;
    } catch (CommandException e) {
      terminal.err().println("radcanon: " + e.getMessage());
      return FAILED;
    } catch (IOException e) {
      terminal.err().println("radcanon: " + words(e));
      return FAILED;
    } catch (UncheckedIOException e) {
      terminal.err().println("radcanon: " + words(e.getCause()));
      return FAILED;
    } finally {
      terminal.flush();
    }
  }

  private static int command(Terminal terminal, List<String> arguments) throws IOException {
    String name = arguments.isEmpty() ? "--help" : arguments.get(0);
    if (List.of("help", "--help", "-h").contains(name)) {
      COMMANDS.forEach((n, command) -> terminal.out().println(firstLine(command.help())));
      terminal.out().println("Each tells its options: ./radcanon COMMAND --help");
      return arguments.isEmpty() ? USAGE : DONE;
    }
    Command command = COMMANDS.get(name);
    if (command == null) {
      throw new UsageException("there is no command " + name);
    }
    List<String> rest = arguments.subList(1, arguments.size());
    if (Arguments.asksForHelp(rest)) {
      terminal.out().println(command.help().strip());
      return DONE;
    }
    return command.run(Arguments.parse(rest, command.options()), terminal);
  }

  private static String firstLine(String help) {
    return help.strip().lines().findFirst().orElse("");
  }

  private static void faults(Terminal terminal, List<Fault> faults) {
    terminal.err().println("radcanon: refused, " + faults.size() + " fault(s):");
    faults.stream().limit(FAULTS_SHOWN).forEach(fault -> terminal.err().println("  " + fault));
    if (faults.size() > FAULTS_SHOWN) {
      terminal.err().println("  and " + (faults.size() - FAULTS_SHOWN) + " more");
    }
  }

  private static String words(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or directory";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (e instanceof FileSystemException file) {
      return file.getFile() + ": " + (file.getReason() == null ? "fails" : file.getReason());
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Whatever the locale, as in LANG=C. */
  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
