package org.radcanon.studies.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.radcanon.studies.peer.Wait;

/** Resident memory and heap of a process, looked at while something happens. */
final class Footprint implements AutoCloseable {

  private static final Duration STEP = Duration.ofMillis(200);
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern HEAP = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");

  private final long pid;
  private final Thread watcher = new Thread(this::watch, "footprint");
  private volatile long peakResident;
  private volatile long peakHeap;
  private volatile boolean ended;

  private Footprint(long pid) {
    this.pid = pid;
  }

  static Footprint watch(long pid) {
    Footprint footprint = new Footprint(pid);
    footprint.watcher.setDaemon(true);
    footprint.watcher.start();
    return footprint;
  }

  /** The most seen, in bytes. */
  long peakResident() {
    return peakResident;
  }

  /** The most seen, in bytes, garbage included. */
  long peakHeap() {
    return peakHeap;
  }

  @Override
  public void close() {
    ended = true;
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try {
      do {
        peakResident = Math.max(peakResident, resident(pid));
        peakHeap = Math.max(peakHeap, heap(pid));
      } while (!ended && Wait.pause(STEP));
    } catch (IOException e) {
      ended = true; // the process has gone
    }
  }

  static long resident(long pid) throws IOException {
    return found(RESIDENT, Files.readString(Path.of("/proc/" + pid + "/status")));
  }

  /** Heap in use, garbage included. */
  static long heap(long pid) throws IOException {
    return found(HEAP, jcmd(pid, "GC.heap_info"));
  }

  /** Heap in use after a collection. */
  static long live(long pid) throws IOException {
    jcmd(pid, "GC.run");
    return heap(pid);
  }

  private static String jcmd(long pid, String command) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, String.valueOf(pid), command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Kilobytes, as bytes; 0 where the text has none. */
  static long found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
  }
}
