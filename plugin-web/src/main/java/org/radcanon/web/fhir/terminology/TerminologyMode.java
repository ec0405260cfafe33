package org.radcanon.web.fhir.terminology;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.Arrays;
import java.util.Date;
import org.radcanon.fhir.terminology.TerminologyStatement;

/**
 * Answers {@code metadata?mode=terminology} (FHIR R4 http.html#capabilities) with
 * TerminologyCapabilities, of which HAPI knows nothing; any other mode gets the
 * CapabilityStatement.
 */
@Interceptor
public final class TerminologyMode {

  private final TerminologyServices services;
  private final String version;
  private final Date since = new Date();

  /**
   * @param version of the software
   */
  public TerminologyMode(TerminologyServices services, String version) {
    this.services = services;
    this.version = version;
  }

  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public void answer(RequestDetails request, ResponseDetails response) {
    if (request.getRestOperationType() == RestOperationTypeEnum.METADATA && isAsked(request)) {
      response.setResponseResource(
          new TerminologyStatement(services.codes())
              .of(version, request.getFhirServerBase(), since));
    }
  }

  private static boolean isAsked(RequestDetails request) {
    String[] modes = request.getParameters().get("mode");
    return modes != null && Arrays.asList(modes).contains("terminology");
  }
}
