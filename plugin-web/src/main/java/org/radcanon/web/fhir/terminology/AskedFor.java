package org.radcanon.web.fhir.terminology;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * The parameters of an operation: what is not honoured is refused rather than passed over, since an
 * answer to less than was asked looks like the answer.
 */
final class AskedFor {

  private AskedFor() {}

  /**
   * @param honoured parameters; those of FHIR's own that begin with an underscore are HAPI's matter
   * @throws InvalidRequestException 400 for any other
   */
  static void nothingBut(Set<String> honoured, RequestDetails request) {
    Set<String> others = new TreeSet<>();
    names(request)
        .filter(name -> !name.startsWith("_") && !honoured.contains(name))
        .forEach(others::add);
    if (!others.isEmpty()) {
      throw new InvalidRequestException(
          "not supported here: %s; what is: %s"
              .formatted(String.join(", ", others), String.join(", ", new TreeSet<>(honoured))));
    }
  }

  private static Stream<String> names(RequestDetails request) {
    Stream<String> ofUrl = request.getParameters().keySet().stream();
    return request.getResource() instanceof Parameters body
        ? Stream.concat(
            ofUrl, body.getParameter().stream().map(ParametersParameterComponent::getName))
        : ofUrl;
  }
}
