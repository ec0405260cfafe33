package org.radcanon.fhir.search;

import ca.uhn.fhir.rest.param.TokenParam;
import java.util.Optional;

/**
 * A token search value (FHIR R4 Search, token): {@code code}, {@code system|code}, {@code |code} or
 * {@code system|}.
 *
 * @param system empty where the value has no bar, and where it begins with one
 * @param anySystem the value has no bar
 * @param code empty for any code of the system
 */
public record Token(Optional<String> system, boolean anySystem, String code) {

  public static Token of(TokenParam param) {
    String system = param.getSystem();
    String code = param.getValue() == null ? "" : param.getValue();
    return new Token(Optional.ofNullable(system).filter(s -> !s.isEmpty()), system == null, code);
  }

  /** Case matters, as it does in DICOM. */
  boolean matches(Optional<String> itsSystem, Optional<String> itsCode) {
    return itsCode.filter(c -> code.isEmpty() || c.strip().equals(code)).isPresent()
        && (anySystem || system.equals(itsSystem));
  }
}
