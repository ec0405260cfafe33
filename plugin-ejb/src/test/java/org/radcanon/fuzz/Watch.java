package org.radcanon.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Lets a target have inputs and looks at what it costs. A finding is an exception that is not the
 * reader's own, more memory than the limits of reading explain, or a hang; its input is kept.
 */
final class Watch {

  /** For one input; the machine may be busy. */
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  /**
   * What one input may allocate beside a multiple of its size; the limit of held bytes is 1 MiB.
   */
  private static final long ALLOWED = 48L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Path findings;
  private volatile byte[] current;
  private volatile long since;
  private long inputs;
  private long taken;
  private long found;
  private long mostAllocated;
  private long slowestNanos;

  Watch(Path findings) {
    this.findings = findings;
    Thread watcher = new Thread(this::awaitHang, "fuzz-watch");
    watcher.setDaemon(true);
    watcher.start();
  }

  void run(Target target, byte[] input) {
    long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
    since = System.nanoTime();
    current = input;
    try {
      if (target.takes(input)) {
        taken++;
      }
    } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
      report(input, e.toString(), e);
    }
    current = null;
    inputs++;
    slowestNanos = Math.max(slowestNanos, System.nanoTime() - since);
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
    mostAllocated = Math.max(mostAllocated, allocated);
    if (allocated > ALLOWED + 64L * input.length) {
      report(input, "allocated %d bytes for %d".formatted(allocated, input.length), null);
    }
  }

  private void report(byte[] input, String what, Throwable cause) {
    found++;
    Path file = keep(input);
    System.out.printf("FINDING %s: %s%n", file, what);
    if (cause != null && found <= 5) {
      cause.printStackTrace(System.out);
    }
  }

  private Path keep(byte[] input) {
    try {
      Files.createDirectories(findings);
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(input);
      return Files.write(findings.resolve("%040x".formatted(new BigInteger(1, hash))), input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitHang() {
    while (true) {
      byte[] input = current;
      if (input != null && System.nanoTime() - since > PATIENCE_NANOS && input == current) {
        System.out.printf("FINDING %s: hangs%n", keep(input));
        Thread.getAllStackTraces().forEach((thread, stack) -> print(thread, stack));
        Runtime.getRuntime().halt(3);
      }
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void print(Thread thread, StackTraceElement[] stack) {
    System.out.println(thread.getName());
    for (StackTraceElement frame : stack) {
      System.out.println("    " + frame);
    }
  }

  long inputs() {
    return inputs;
  }

  long found() {
    return found;
  }

  String line(String name, double seconds) {
    return "| %s | %,d | %,.0f | %.0f %% | %,d | %d KiB | %d ms |"
        .formatted(
            name,
            inputs,
            inputs / seconds,
            100.0 * taken / Math.max(1, inputs),
            found,
            mostAllocated >> 10,
            slowestNanos / 1_000_000);
  }
}
