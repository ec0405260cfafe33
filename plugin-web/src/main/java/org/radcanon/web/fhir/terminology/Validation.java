package org.radcanon.web.fhir.terminology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Parameters;
import org.radcanon.fhir.terminology.KnownCode;
import org.radcanon.terminology.CodingScheme;

/**
 * Whether one of several codes is valid.
 *
 * @param scheme the only one allowed, where the client names it
 * @param display what the client calls a code that is given as code and system; may be empty
 */
record Validation(TerminologyServices services, Optional<CodingScheme> scheme, String display) {

  Parameters of(List<CodeArgument> codes) {
    Optional<KnownCode> known = codes.stream().flatMap(code -> known(code).stream()).findFirst();
    Parameters answer = new Parameters();
    if (known.isEmpty()) {
      return said(
          answer,
          false,
          "unknown: " + codes.stream().map(Object::toString).collect(Collectors.joining(", ")));
    }
    KnownCode code = known.get();
    String called =
        codes.stream()
            .filter(c -> c.code().equals(code.code().value()))
            .map(CodeArgument::display)
            .findFirst()
            .filter(d -> !d.isEmpty())
            .orElse(display);
    if (!called.isEmpty() && !services.lookups().isDisplayOf(code, called)) {
      said(answer, false, "the code is known, but not by that display");
    } else if (code.inactive()) {
      said(answer, true, "inactive: retired, or superseded in its code system");
    } else {
      answer.addParameter("result", true);
    }
    answer.addParameter("display", code.display());
    return answer;
  }

  private static Parameters said(Parameters answer, boolean result, String message) {
    answer.addParameter("result", result);
    answer.addParameter("message", message);
    return answer;
  }

  private Optional<KnownCode> known(CodeArgument code) {
    if (scheme.isEmpty()) {
      return services.find(code);
    }
    boolean same =
        code.system().isEmpty()
            || services.codes().scheme(code.system()).filter(scheme.get()::equals).isPresent();
    return same && TerminologyServices.isOfVersion(scheme.get(), code.version())
        ? services.codes().find(scheme.get(), code.code())
        : Optional.empty();
  }
}
