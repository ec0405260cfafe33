package org.radcanon.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcanon.terminology.CanonicalMap;
import org.radcanon.terminology.Code;
import org.radcanon.terminology.NotCanonicalised;
import org.radcanon.terminology.text.EditDistance;

/** Why a code means nothing, and which one may have been meant. */
final class UnknownCode {

  private static final int NEAR = 5;
  private static final int MOST_EDITS = 2;

  private final CanonicalMap map;

  UnknownCode(CanonicalMap map) {
    this.map = map;
  }

  List<String> explain(String scheme, String code) {
    List<String> lines = new ArrayList<>();
    Optional<NotCanonicalised> open =
        map.notCanonicalised().stream()
            .filter(n -> n.scheme().equals(scheme) && n.code().equals(code))
            .findFirst();
    if (open.isPresent()) {
      lines.add(
          "%s %s (%s) is known, but has no concept; not understood: %s"
              .formatted(scheme, code, open.get().name(), String.join("; ", open.get().terms())));
      return lines;
    }
    lines.add("%s has no code %s in this map".formatted(scheme, code));
    map.byCodeValue(code).stream()
        .flatMap(concept -> concept.codes().values().stream().flatMap(List::stream))
        .filter(other -> other.value().equals(code))
        .forEach(other -> lines.add("  but %s has: %s".formatted(other.scheme(), words(other))));
    nearest(scheme, code).forEach(near -> lines.add("  near: " + words(near)));
    return lines;
  }

  /** The one code that differs in case, hyphens and the like only. */
  Optional<Code> written(String scheme, String code) {
    List<Code> same =
        nearest(scheme, code).stream()
            .filter(other -> plain(other.value()).equals(plain(code)))
            .toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  private static String words(Code code) {
    return code.value() + "  " + code.meaning();
  }

  private record Near(Code code, int edits) {}

  private List<Code> nearest(String scheme, String code) {
    String wanted = plain(code);
    return map.concepts().stream()
        .flatMap(concept -> concept.codes().getOrDefault(scheme, List.of()).stream())
        .filter(other -> Math.abs(other.value().length() - code.length()) <= MOST_EDITS)
        .flatMap(other -> near(other, wanted))
        .sorted(Comparator.comparingInt(Near::edits).thenComparing(near -> near.code().value()))
        .limit(NEAR)
        .map(Near::code)
        .toList();
  }

  private static Stream<Near> near(Code code, String wanted) {
    int edits = EditDistance.between(plain(code.value()), wanted);
    return edits <= MOST_EDITS ? Stream.of(new Near(code, edits)) : Stream.empty();
  }

  private static String plain(String code) {
    return code.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
