package org.radcanon.fhir.terminology;

import java.util.Set;

/**
 * What a client wants of a code (FHIR R4 codesystem-operation-lookup.html, parameter {@code
 * property}).
 *
 * @param properties their codes; empty for everything that there is
 */
public record Wanted(Set<String> properties) {

  /** Everything. */
  public static final Wanted ALL = new Wanted(Set.of());

  private static final String LANGUAGE = "lang.";

  public Wanted {
    properties = Set.copyOf(properties);
  }

  boolean has(String property) {
    return properties.isEmpty() || properties.contains(property);
  }

  /** {@code designation} wants the names in every language, {@code lang.zh} those in one. */
  boolean hasDesignation(String language) {
    return has("designation") || properties.contains(LANGUAGE + language);
  }
}
