package org.radcanon.intake.configuration;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.radcanon.dicom.Uid;
import org.radcanon.dimse.AeTitle;
import org.radcanon.terminology.text.EditDistance;

/**
 * Reads typed values and collects what is wrong with them instead of stopping at the first fault.
 * After a fault the reader goes on with a harmless value, which nobody sees, since {@link
 * #finish()} throws.
 */
final class SettingsReader {

  private static final String PREFIX = "radcanon.";
  private static final String PORT_OFFSET = "jboss.socket.binding.port-offset";
  private static final String AE_TITLE = "an AE title: 1 to 16 characters, no backslash";

  private final Config config;
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> faults = new LinkedHashSet<>();

  SettingsReader(Config config) {
    this.config = config;
  }

  String text(String key) {
    return read(key, Function.identity(), "", "a text");
  }

  Optional<String> optionalText(String key) {
    return raw(key).map(String::trim).filter(s -> !s.isEmpty());
  }

  boolean flag(String key) {
    return read(
        key,
        value ->
            switch (value.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException();
            },
        false,
        "true or false");
  }

  long number(String key, long least, long most) {
    return read(
        key,
        value -> {
          long number = Long.parseLong(value);
          if (number < least || number > most) {
            throw new IllegalArgumentException();
          }
          return number;
        },
        least,
        "a whole number from " + least + " to " + most);
  }

  int integer(String key, int least, int most) {
    return (int) number(key, least, most);
  }

  double fraction(String key) {
    return read(
        key,
        value -> {
          double number = Double.parseDouble(value);
          if (!(number >= 0 && number <= 1)) {
            throw new IllegalArgumentException();
          }
          return number;
        },
        0.0,
        "a number from 0 to 1");
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    E[] constants = type.getEnumConstants();
    return read(
        key,
        value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_')),
        constants[0],
        "one of "
            + String.join(
                ", ",
                Arrays.stream(constants)
                    .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList()));
  }

  int oneOf(String key, Set<Integer> allowed) {
    return read(
        key,
        value -> {
          int number = Integer.parseInt(value);
          if (!allowed.contains(number)) {
            throw new IllegalArgumentException();
          }
          return number;
        },
        allowed.iterator().next(),
        "one of " + allowed.stream().sorted().toList());
  }

  Path path(String key) {
    return read(key, SettingsReader::toPath, Path.of(""), "a path");
  }

  Optional<Path> optionalPath(String key) {
    return optionalText(key).map(text -> path(key));
  }

  Optional<URI> optionalHttpUrl(String key) {
    return optionalText(key)
        .map(text -> read(key, SettingsReader::toHttpUrl, URI.create("/"), "an http or https URL"));
  }

  /** Of whole seconds. */
  Duration seconds(String key, long least, long most) {
    return Duration.ofSeconds(number(key, least, most));
  }

  /** A port with the server's offset added; 0 stands for none. */
  int port(String key) {
    int port = integer(key, 0, 65_535);
    int offset = config.getOptionalValue(PORT_OFFSET, Integer.class).orElse(0);
    if (port != 0 && port + offset > 65_535) {
      faults.add(key + ": " + port + " is no port any more with " + PORT_OFFSET + " " + offset);
    }
    return port == 0 ? 0 : port + offset;
  }

  AeTitle aeTitle(String key) {
    return read(key, AeTitle::new, new AeTitle("NONE"), AE_TITLE);
  }

  List<AeTitle> aeTitles(String key) {
    return eachOf(key, AeTitle::new, AE_TITLE);
  }

  List<String> uids(String key) {
    return eachOf(
        key,
        value -> {
          if (!Uid.isWellFormed(value)) {
            throw new IllegalArgumentException();
          }
          return value;
        },
        "a UID");
  }

  private <T> List<T> eachOf(String key, Function<String, T> convert, String wanted) {
    List<T> all = new ArrayList<>();
    for (String value : list(key)) {
      try {
        all.add(convert.apply(value));
      } catch (IllegalArgumentException e) {
        faults.add(key + ": '" + value + "' is not " + wanted);
      }
    }
    return all;
  }

  /** Taken as it is, blanks included; no fault ever quotes it. */
  Optional<Secret> secret(String key) {
    return raw(key).filter(s -> !s.isEmpty()).map(Secret::new);
  }

  ZoneId zone(String key) {
    return read(
        key,
        value -> {
          try {
            return value.equals("system") ? ZoneId.systemDefault() : ZoneId.of(value);
          } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
          }
        },
        ZoneId.of("UTC"),
        "a time zone such as Europe/Berlin, or system");
  }

  /** A list separated by commas, blanks around its members removed; may be empty. */
  List<String> list(String key) {
    return optionalText(key).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::trim)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  /** Adds a fault found by a group that looks at several values at once. */
  void fault(String key, String what) {
    faults.add(key + ": " + what);
  }

  /**
   * @throws ConfigurationException when anything was wrong, keys under {@code radcanon.} that
   *     nobody asked for included
   */
  void finish() {
    for (String name : keysThatWereSet()) {
      if (!known.contains(name)) {
        faults.add(name + ": no such key" + nearest(name).map(k -> "; " + k + "?").orElse(""));
      }
    }
    if (!faults.isEmpty()) {
      throw new ConfigurationException(List.copyOf(faults));
    }
  }

  Set<String> known() {
    return known;
  }

  /** Environment variables stay out: their names do not say whether they are meant as keys. */
  private Set<String> keysThatWereSet() {
    Set<String> names = new TreeSet<>();
    for (ConfigSource source : config.getConfigSources()) {
      if (!source.getName().startsWith("EnvConfigSource")) {
        source.getPropertyNames().stream().filter(n -> n.startsWith(PREFIX)).forEach(names::add);
      }
    }
    return names;
  }

  private <T> T read(String key, Function<String, T> convert, T fallback, String wanted) {
    Optional<String> value = raw(key).map(String::trim).filter(s -> !s.isEmpty());
    if (value.isEmpty()) {
      faults.add(key + ": is not set; wanted is " + wanted);
      return fallback;
    }
    try {
      return convert.apply(value.get());
    } catch (IllegalArgumentException e) {
      faults.add(key + ": '" + withoutUser(value.get()) + "' is not " + wanted);
      return fallback;
    }
  }

  /** A password in a URL is not for the log. */
  private static String withoutUser(String value) {
    return value.replaceAll("//[^/@]*@", "//***@");
  }

  private Optional<String> raw(String key) {
    known.add(key);
    return config.getOptionalValue(key, String.class);
  }

  private Optional<String> nearest(String name) {
    return known.stream()
        .filter(k -> EditDistance.between(k, name) <= 3)
        .min(
            (a, b) ->
                Integer.compare(EditDistance.between(a, name), EditDistance.between(b, name)));
  }

  private static Path toPath(String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static URI toHttpUrl(String value) {
    URI uri = URI.create(value);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw new IllegalArgumentException();
    }
    return uri;
  }
}
