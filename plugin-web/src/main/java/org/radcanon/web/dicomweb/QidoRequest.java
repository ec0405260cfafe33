package org.radcanon.web.dicomweb;

import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.radcanon.index.StudyIndex.Key;
import org.radcanon.intake.configuration.DicomWebSettings;

/**
 * The query parameters of a search (PS3.18 8.3.4).
 *
 * @param keys attributes to match; an empty value matches all (PS3.4 C.2.2.2.3) and is no key
 * @param included top-level tags that the caller wants in the answer, those of the keys among them
 * @param all {@code includefield=all}
 * @param limit rows at most
 * @param cut {@code limit} is ours, not the caller's
 * @param warnings texts for Warning header fields
 */
record QidoRequest(
    List<Key> keys,
    Set<Integer> included,
    boolean all,
    int limit,
    int offset,
    boolean cut,
    List<String> warnings) {

  private static final String NOT_FUZZY =
      "The fuzzymatching parameter is not supported. Only literal matching has been performed.";
  private static final String IGNORED = " is not known and was ignored.";
  private static final int MAX_KEYS = 100;
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

  QidoRequest {
    keys = List.copyOf(keys);
    included = Set.copyOf(included);
    warnings = List.copyOf(warnings);
  }

  /**
   * @throws BadRequestException when a known parameter has a value that is not of its kind
   */
  static QidoRequest of(Map<String, List<String>> parameters, DicomWebSettings settings) {
    return new Parser().parse(parameters, settings);
  }

  private static final class Parser {
    private final List<Key> keys = new ArrayList<>();
    private final Set<Integer> included = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean all;
    private Optional<Integer> limit = Optional.empty();
    private int offset;

    QidoRequest parse(Map<String, List<String>> parameters, DicomWebSettings settings) {
      parameters.forEach((name, values) -> values.forEach(value -> take(name, value)));
      if (keys.size() > MAX_KEYS) {
        throw new BadRequestException("A search has at most " + MAX_KEYS + " matching keys.");
      }
      int wanted = limit.orElse(settings.qidoDefaultLimit());
      int granted = Math.min(wanted, settings.qidoMaxLimit());
      boolean cut = limit.isEmpty() || granted < wanted;
      return new QidoRequest(keys, included, all, granted, offset, cut, warnings);
    }

    private void take(String name, String value) {
      switch (name) {
        case "limit" -> limit = Optional.of(count(name, value));
        case "offset" -> offset = count(name, value);
        case "includefield" -> include(value);
        case "fuzzymatching" -> {
          if (flag(name, value)) {
            warnings.add(NOT_FUZZY);
          }
        }
        case "emptyvaluematching", "multiplevaluematching" -> {
          if (flag(name, value)) {
            warnings.add("The " + name + " parameter is not supported.");
          }
        }
        case "accept", "charset" -> {
          // content negotiation (8.3.3)
        }
        default -> key(name, value);
      }
    }

    private void key(String name, String value) {
      Optional<TagPath> path = TagPath.parse(name);
      if (path.isEmpty()) {
        warnings.add("The parameter " + printable(name) + IGNORED);
        return;
      }
      included.add(path.get().top());
      if (!value.isEmpty()) {
        keys.add(new Key(path.get().tags(), value));
      }
    }

    private void include(String list) {
      for (String field : list.split(",")) {
        if (field.isBlank()) {
          continue;
        }
        if (field.strip().equals("all")) {
          all = true;
          continue;
        }
        TagPath.parse(field.strip())
            .ifPresentOrElse(
                path -> included.add(path.top()),
                () -> warnings.add("includefield " + printable(field) + IGNORED));
      }
    }

    /** Fit for a header field, whatever the caller wrote. */
    private static String printable(String text) {
      String clean = text.strip().replaceAll("[^A-Za-z0-9_.-]", "_");
      return clean.length() > 64 ? clean.substring(0, 64) : clean;
    }

    private static int count(String name, String value) {
      if (!COUNT.matcher(value).matches()) {
        throw new BadRequestException(name + " must be a whole number, zero or more.");
      }
      return (int) Math.min(Long.parseLong(value), Integer.MAX_VALUE);
    }

    private static boolean flag(String name, String value) {
      return switch (value) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new BadRequestException(name + " must be true or false.");
      };
    }
  }
}
