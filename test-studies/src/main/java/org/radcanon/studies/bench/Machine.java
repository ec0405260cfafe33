package org.radcanon.studies.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What else was going on. */
final class Machine {

  private static final Path LOAD = Path.of("/proc/loadavg");

  private Machine() {}

  /** One sentence with the date, the processors and the load. */
  static String words() {
    return String.format(
        Locale.ROOT,
        "%s, %d processors, JDK %s, load average %s.",
        LocalDateTime.now().format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        load());
  }

  private static String load() {
    try {
      return String.join(" ", Files.readString(LOAD).split(" ", 4)[0], "(1 min)");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
