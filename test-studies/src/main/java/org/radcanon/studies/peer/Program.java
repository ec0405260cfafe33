package org.radcanon.studies.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A program in the background in a session of its own ({@code setsid}), so that it can be ended
 * with all that it started; it ends with this process at the latest.
 */
public final class Program implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<Program> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Program::kill)));
  }

  private final Process process;

  private Program(Process process) {
    this.process = process;
  }

  /** Starts it; what it prints goes to the end of the file. */
  public static Program start(List<String> command, Map<String, String> environment, Path log) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      List<String> own = new ArrayList<>(List.of("setsid"));
      own.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(own).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.directory(log.toAbsolutePath().getParent().toFile());
      builder.environment().putAll(environment);
      Program program = new Program(builder.start());
      RUNNING.add(program);
      program.process.getOutputStream().close();
      return program;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** The process itself, or the Java that a start script started. */
  public long pid() {
    return process
        .descendants()
        .filter(handle -> handle.info().command().filter(path -> path.endsWith("java")).isPresent())
        .findFirst()
        .map(ProcessHandle::pid)
        .orElse(process.pid());
  }

  /** SIGKILL to it and all that it started. */
  public void kill() {
    killGroup();
    awaitEnd();
    RUNNING.remove(this);
  }

  /** The descendants known to Java would miss one that is being started. */
  private void killGroup() {
    try {
      new ProcessBuilder("bash", "-c", "kill -9 -- -" + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** SIGTERM, and SIGKILL to what is left after half a minute. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  private void awaitEnd() {
    try {
      process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
