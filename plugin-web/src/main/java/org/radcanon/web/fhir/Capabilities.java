package org.radcanon.web.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.StringType;
import org.radcanon.fhir.Definitions;
import org.radcanon.fhir.FhirUris;

/**
 * Completes the CapabilityStatement that HAPI makes from the providers: profiles, includes, the
 * definition of radcanon's own search parameter, versions. Runs on the same statement more than
 * once without harm.
 */
@Interceptor
public final class Capabilities {

  @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
  public void complete(IBaseConformance conformance, RequestDetails request) {
    CapabilityStatement statement = (CapabilityStatement) conformance;
    statement.getImplementation().setUrl(request.getFhirServerBase());
    statement.getRestFirstRep().getResource().forEach(Capabilities::complete);
  }

  private static void complete(CapabilityStatementRestResourceComponent resource) {
    switch (resource.getType()) {
      case "ImagingStudy" -> {
        resource.setSupportedProfile(List.of(new CanonicalType(FhirUris.IMR_IMAGING_STUDY)));
        resource.setVersioning(ResourceVersionPolicy.VERSIONED);
        resource.setSearchInclude(
            List.of(
                new StringType("ImagingStudy:endpoint"),
                new StringType("ImagingStudy:patient"),
                new StringType("ImagingStudy:subject")));
        resource.getSearchParam().stream()
            .filter(parameter -> parameter.getName().equals("procedure-code"))
            .forEach(
                parameter ->
                    parameter
                        .setDefinition(Definitions.PROCEDURE_CODE_URL)
                        .setDocumentation(
                            "Any code of any known scheme finds the studies of its concept."));
      }
      case "Endpoint" -> {
        resource.setSupportedProfile(List.of(new CanonicalType(FhirUris.IMR_ENDPOINT)));
        resource.setVersioning(ResourceVersionPolicy.NOVERSION);
      }
      default -> resource.setVersioning(ResourceVersionPolicy.NOVERSION);
    }
  }
}
