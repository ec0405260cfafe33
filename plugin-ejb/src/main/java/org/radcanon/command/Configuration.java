package org.radcanon.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * The server's configuration as far as a command needs it, from where the server has it: system
 * properties, the environment, {@code radcanon.properties} in the directory where the command is
 * started, and what radcanon comes with.
 *
 * @param properties of the system
 * @param directory where the command is started
 */
record Configuration(
    UnaryOperator<String> properties, Map<String, String> environment, Path directory) {

  private static final String FILE = "radcanon.properties";
  private static final String DEFAULTS = "META-INF/microprofile-config.properties";

  /** A value; empty where it is blank, or stands on another that only the server knows. */
  Optional<String> find(String key) throws IOException {
    String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    Optional<String> given =
        Optional.ofNullable(properties.apply(key))
            .or(() -> Optional.ofNullable(environment.get(variable)));
    String value = given.isPresent() ? given.get() : files().getProperty(key, "");
    return Optional.of(value.strip()).filter(v -> !v.isEmpty() && !v.contains("${"));
  }

  private Properties files() throws IOException {
    Properties files = new Properties();
    try (InputStream in = Configuration.class.getClassLoader().getResourceAsStream(DEFAULTS)) {
      if (in != null) {
        files.load(in);
      }
    }
    Path own = directory.resolve(FILE);
    if (Files.exists(own)) {
      try (Reader in = Files.newBufferedReader(own, StandardCharsets.UTF_8)) {
        files.load(in);
      }
    }
    return files;
  }
}
