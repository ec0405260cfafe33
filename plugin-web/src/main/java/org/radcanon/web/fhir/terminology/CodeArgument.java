package org.radcanon.web.fhir.terminology;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PrimitiveType;

/**
 * A code as a client names it: by code and system, as a Coding or in a CodeableConcept.
 *
 * @param system URI; may be empty
 * @param code not empty
 * @param version of the system; may be empty
 * @param display what the client calls it; may be empty
 */
record CodeArgument(String system, String code, String version, String display) {

  /** Codings of one CodeableConcept that are looked at; nobody means more. */
  static final int MOST_CODINGS = 20;

  /**
   * The code of one of three forms.
   *
   * @throws InvalidRequestException 400 when none is given, or more than one
   */
  static CodeArgument one(
      PrimitiveType<String> code,
      PrimitiveType<String> system,
      PrimitiveType<String> version,
      Coding coding) {
    return several(code, system, version, coding, null).get(0);
  }

  /**
   * The codes of one of three forms; a CodeableConcept may hold several.
   *
   * @throws InvalidRequestException 400 when none is given, or more than one form
   */
  static List<CodeArgument> several(
      PrimitiveType<String> code,
      PrimitiveType<String> system,
      PrimitiveType<String> version,
      Coding coding,
      CodeableConcept concept) {
    boolean byCode = code != null && code.hasValue();
    boolean byConcept = concept != null && concept.hasCoding();
    boolean byCoding = coding != null && coding.hasCode();
    if ((byCode ? 1 : 0) + (byCoding ? 1 : 0) + (byConcept ? 1 : 0) != 1) {
      throw new InvalidRequestException(
          "give a code in one form: code with system, coding, or codeableConcept");
    }
    if (byConcept && concept.getCoding().size() > MOST_CODINGS) {
      throw new InvalidRequestException("more than " + MOST_CODINGS + " codings");
    }
    if (byCode) {
      return List.of(new CodeArgument(text(system), code.getValue(), text(version), ""));
    }
    if (!text(version).isEmpty()) {
      throw new InvalidRequestException("version goes with code and system; a coding has its own");
    }
    return (byCoding ? List.of(coding) : concept.getCoding())
        .stream().filter(Coding::hasCode).map(CodeArgument::of).toList();
  }

  private static CodeArgument of(Coding coding) {
    return new CodeArgument(
        coding.hasSystem() ? coding.getSystem() : "",
        coding.getCode(),
        coding.hasVersion() ? coding.getVersion() : "",
        coding.hasDisplay() ? coding.getDisplay() : "");
  }

  static String text(PrimitiveType<String> value) {
    return value == null || !value.hasValue() ? "" : value.getValue();
  }

  @Override
  public String toString() {
    return code + (system.isEmpty() ? "" : " of " + system);
  }
}
