package org.radcanon.web.fhir;

import ca.uhn.fhir.context.FhirContext;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.radcanon.web.WarmUp;

/** The model of FHIR R4, which takes a second or two to read. */
@Dependent
class FhirModel implements WarmUp.Step {

  @Override
  public String what() {
    return "FHIR R4";
  }

  @Override
  public void make() {
    FhirContext context = FhirContext.forR4Cached();
    for (Class<? extends Resource> type :
        List.of(
            ImagingStudy.class,
            Endpoint.class,
            Patient.class,
            Bundle.class,
            OperationOutcome.class,
            CapabilityStatement.class)) {
      context.getResourceDefinition(type);
    }
  }
}
