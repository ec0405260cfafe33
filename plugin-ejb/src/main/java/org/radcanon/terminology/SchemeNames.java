package org.radcanon.terminology;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The designators that tables kept by hand must use, and how else people write them.
 *
 * @param designators in their order
 * @param aliases other names, and the designator that each stands for
 */
public record SchemeNames(Set<String> designators, Map<String, String> aliases) {

  public SchemeNames {
    designators = new LinkedHashSet<>(designators);
    aliases = Map.copyOf(aliases);
  }

  public static SchemeNames of(Collection<String> designators, Map<String, String> aliases) {
    return new SchemeNames(new LinkedHashSet<>(designators), aliases);
  }

  /**
   * What is wrong with a name, and what is right where that can be told; empty for a designator.
   */
  public Optional<String> fault(String given) {
    if (designators.contains(given)) {
      return Optional.empty();
    }
    Optional<String> meant =
        designators.stream()
            .filter(given::equalsIgnoreCase)
            .findFirst()
            .or(() -> Optional.ofNullable(aliases.get(given)));
    return Optional.of(
        meant
            .map(designator -> "unknown scheme: " + designator + ", not " + given)
            .orElseGet(
                () ->
                    "unknown scheme %s; there are: %s"
                        .formatted(given, String.join(", ", designators))));
  }
}
