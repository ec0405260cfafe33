package org.radcanon.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The conformance resources that stand beside this class, as FHIR JSON: the IMR profiles with their
 * value sets, and radcanon's own search parameter. A validator reads the former, the server
 * publishes the latter.
 */
public final class Definitions {

  /** The search parameter {@code procedure-code} on ImagingStudy. */
  public static final String PROCEDURE_CODE_PARAMETER =
      "SearchParameter-imagingstudy-procedure-code.json";

  /** Canonical URL of that search parameter. */
  public static final String PROCEDURE_CODE_URL =
      "urn:radcanon:SearchParameter:imagingstudy-procedure-code";

  private static final List<String> PROFILES =
      List.of(
          "StructureDefinition-imr-imagingstudy.json",
          "StructureDefinition-imaging-study-endpoint.json",
          "ValueSet-imaging-study-endpoint-connectiontype-vs.json",
          "ValueSet-imaging-study-endpoint-payloadtype-vs.json");

  private Definitions() {}

  /** StructureDefinitions and ValueSets that a validator needs besides those of FHIR R4. */
  public static List<String> profiles() {
    return PROFILES.stream().map(Definitions::read).toList();
  }

  /** One resource's JSON text. */
  public static String read(String name) {
    try (InputStream resource = Definitions.class.getResourceAsStream("profiles/" + name)) {
      if (resource == null) {
        throw new IllegalStateException("resource missing: " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
