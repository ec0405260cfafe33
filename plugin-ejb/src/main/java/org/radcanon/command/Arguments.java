package org.radcanon.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind a command's name: words, and options with a value as {@code --map DIR} or
 * {@code --map=DIR}. Behind {@code --} everything is a word.
 */
final class Arguments {

  private final List<String> words = new ArrayList<>();
  private final Map<String, String> options = new HashMap<>();

  private Arguments() {}

  /**
   * @param known the options that there are
   * @throws UsageException for any other, one without value, and one that stands twice
   */
  static Arguments parse(List<String> given, Set<String> known) {
    Arguments arguments = new Arguments();
    int at = 0;
    while (at < given.size()) {
      String next = given.get(at++);
      if (next.equals("--")) {
        arguments.words.addAll(given.subList(at, given.size()));
        at = given.size();
      } else if (next.startsWith("-") && next.length() > 1) {
        at = arguments.option(next, given, at, known);
      } else {
        arguments.words.add(next);
      }
    }
    return arguments;
  }

  private int option(String given, List<String> all, int next, Set<String> known) {
    int equals = given.indexOf('=');
    String name = equals < 0 ? given : given.substring(0, equals);
    if (!known.contains(name)) {
      throw new UsageException("there is no option " + name);
    }
    if (equals < 0 && next >= all.size()) {
      throw new UsageException(name + " needs a value");
    }
    String value = equals < 0 ? all.get(next) : given.substring(equals + 1);
    if (options.put(name, value) != null) {
      throw new UsageException(name + " stands twice");
    }
    return equals < 0 ? next + 1 : next;
  }

  static boolean asksForHelp(List<String> given) {
    int end = given.indexOf("--");
    List<String> options = end < 0 ? given : given.subList(0, end);
    return options.contains("--help") || options.contains("-h");
  }

  List<String> words() {
    return List.copyOf(words);
  }

  /**
   * The words, when there are as many as it takes.
   *
   * @param synopsis for the message, such as {@code "IN OUT"}
   */
  List<String> words(int least, int most, String synopsis) {
    if (words.size() < least || words.size() > most) {
      throw new UsageException(
          (words.size() < least ? "something is missing" : "too many words")
              + ": "
              + synopsis
              + " is expected");
    }
    return words();
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  Optional<Path> pathOption(String name) {
    return option(name).map(Arguments::path);
  }

  /** A word as the name of a file or directory. */
  static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new UsageException("\"" + word + "\" is no file name");
    }
  }
}
